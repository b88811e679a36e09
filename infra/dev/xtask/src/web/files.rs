//! Small helpers over files.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use ring::digest::{Context, SHA256};

/// Every file under `folder` in a stable order; none when the folder does not exist.
pub(crate) fn under(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() { found.extend(under(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// The first 16 hex digits of SHA-256 over the parts, each preceded by its length.
pub(crate) fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&part.len().to_be_bytes());
        context.update(part);
    }
    context.finish().as_ref().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(fingerprint([b"ab".as_slice(), b"c"]), fingerprint([b"a".as_slice(), b"bc"]));
        assert_eq!(fingerprint([b"ab".as_slice()]).len(), 16);
    }

    #[test]
    fn a_missing_folder_holds_nothing() {
        assert!(under(Path::new("no/such/folder")).unwrap().is_empty());
    }
}
