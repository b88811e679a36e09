//! Decides whether the UI must be built again.

use std::path::Path;

use anyhow::Context as _;

use super::files;

/// What the UI is made of; a change anywhere else cannot change it.
const FOLDERS: [&str; 3] = ["frontend", "openapi", "infra/dev/xtask/src"];
const FILES: [&str; 3] = ["Cargo.toml", "Cargo.lock", ".cargo/config.toml"];

/// The file in `dist/` that says what it was built from.
pub(crate) const STAMP: &str = ".inputs";

/// One value over every input and the profile.
pub(crate) fn fingerprint(root: &Path, release: bool) -> anyhow::Result<String> {
    let mut paths: Vec<_> = FILES.iter().map(|file| root.join(file)).collect();
    for folder in FOLDERS {
        paths.extend(files::under(&root.join(folder))?);
    }
    let mut parts = vec![vec![u8::from(release)]];
    for path in paths {
        parts.push(path.strip_prefix(root)?.as_os_str().as_encoded_bytes().to_vec());
        parts.push(std::fs::read(&path).with_context(|| path.display().to_string())?);
    }
    Ok(files::fingerprint(parts.iter().map(Vec::as_slice)))
}

/// Whether `out` was finished from exactly these inputs.
pub(crate) fn unchanged(out: &Path, inputs: &str) -> bool {
    std::fs::read_to_string(out.join(STAMP)).is_ok_and(|stamp| stamp == inputs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for folder in ["frontend", ".cargo"] {
            std::fs::create_dir(root.path().join(folder)).unwrap();
        }
        for file in FILES.into_iter().chain(["frontend/index.html"]) {
            std::fs::write(root.path().join(file), file).unwrap();
        }
        root
    }

    #[test]
    fn a_changed_source_and_another_profile_are_other_inputs() {
        let root = workspace();
        let before = fingerprint(root.path(), false).unwrap();
        assert_ne!(before, fingerprint(root.path(), true).unwrap());
        std::fs::write(root.path().join("frontend/index.html"), "other").unwrap();
        assert_ne!(before, fingerprint(root.path(), false).unwrap());
    }

    #[test]
    fn only_a_finished_build_counts() {
        let out = tempfile::tempdir().unwrap();
        assert!(!unchanged(out.path(), "abc"));
        std::fs::write(out.path().join(STAMP), "abc").unwrap();
        assert!(unchanged(out.path(), "abc"));
        assert!(!unchanged(out.path(), "def"));
    }
}
