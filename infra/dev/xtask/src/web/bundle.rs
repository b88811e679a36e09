//! The files of `dist/`: names with their content's hash, compressed once, written whole or not at all.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use serde::Serialize;

use super::{files, inputs};

/// Everything the UI consists of.
#[derive(Default)]
pub(crate) struct Bundle {
    assets: BTreeMap<String, Asset>,
    page: String,
}

struct Asset {
    /// Path below `dist/`.
    path: String,
    bytes: Vec<u8>,
}

#[derive(Serialize)]
struct Entry {
    path: String,
    bytes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    br: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gz: Option<usize>,
}

impl Bundle {
    /// Adds one file under a name that ends in its hash: `style.css` becomes `assets/style.<hash>.css`.
    pub(crate) fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let hash = files::fingerprint([bytes.as_slice()]);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let path = format!("assets/{stem}.{hash}.{extension}");
        self.assets.insert(name.to_owned(), Asset { path, bytes });
    }

    /// Adds every file of a folder below `base`, each under its own hash.
    pub(crate) fn add_folder(&mut self, base: &Path, folder: &str) -> anyhow::Result<()> {
        for path in files::under(&base.join(folder))? {
            let name = path.strip_prefix(base)?.display().to_string();
            self.add(&name, std::fs::read(&path).with_context(|| path.display().to_string())?);
        }
        Ok(())
    }

    /// Adds files that name each other by relative path: one hash, in the name of their folder.
    pub(crate) fn add_together(&mut self, folder: &str, parts: Vec<(String, Vec<u8>)>) {
        let hash =
            files::fingerprint(parts.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]));
        for (name, bytes) in parts {
            let path = format!("assets/{folder}.{hash}/{name}");
            self.assets.insert(format!("{folder}/{name}"), Asset { path, bytes });
        }
    }

    /// The address of a file in the page's origin.
    pub(crate) fn address(&self, name: &str) -> anyhow::Result<String> {
        let asset =
            self.assets.get(name).with_context(|| format!("the UI names {name}, which does not exist"))?;
        Ok(format!("/{}", asset.path))
    }

    /// Takes `index.html` and replaces each `{{name}}` with that file's address.
    pub(crate) fn set_page(&mut self, source: &str) -> anyhow::Result<()> {
        let mut page = String::with_capacity(source.len());
        let mut rest = source;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((name, tail)) = after.split_once("}}") else {
                bail!("index.html: {{{{ without its end")
            };
            page.push_str(before);
            page.push_str(&self.address(name.trim())?);
            rest = tail;
        }
        page.push_str(rest);
        self.page = page;
        Ok(())
    }

    /// Writes beside `out` and swaps, so that a reader never sees half a UI.
    pub(crate) fn write(&self, out: &Path, release: bool, stamp: &str) -> anyhow::Result<()> {
        let (fresh, old) = (out.with_extension("new"), out.with_extension("old"));
        for folder in [&fresh, &old] {
            remove(folder)?;
        }
        let mut manifest = BTreeMap::new();
        for (name, asset) in &self.assets {
            manifest.insert(name.as_str(), place(&fresh, &asset.path, &asset.bytes, release)?);
        }
        manifest.insert("index.html", place(&fresh, "index.html", self.page.as_bytes(), release)?);
        std::fs::write(fresh.join("manifest.json"), serde_json::to_vec_pretty(&manifest)?)?;
        std::fs::write(fresh.join(inputs::STAMP), stamp)?;
        if out.exists() {
            std::fs::rename(out, &old)?;
        }
        std::fs::rename(&fresh, out)?;
        remove(&old)
    }

    /// One line for people: how much there is.
    pub(crate) fn sizes(&self) -> String {
        let bytes: usize = self.assets.values().map(|asset| asset.bytes.len()).sum();
        format!("{} files, {} kB before compression", self.assets.len() + 1, bytes / 1000)
    }
}

fn remove(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

/// Writes one file and those of its compressed forms that are smaller.
fn place(folder: &Path, path: &str, bytes: &[u8], release: bool) -> anyhow::Result<Entry> {
    let target = folder.join(path);
    if let Some(parent) = target.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::write(&target, bytes)?;
    let forms = [("br", brotli(bytes, release)?), ("gz", gzip(bytes, release)?)];
    let [br, gz] = forms.map(|(ending, packed)| {
        let useful = packed.len() < bytes.len();
        useful
            .then(|| std::fs::write(folder.join(format!("{path}.{ending}")), &packed).map(|()| packed.len()))
    });
    Ok(Entry { path: path.to_owned(), bytes: bytes.len(), br: br.transpose()?, gz: gz.transpose()? })
}

/// Brotli: the best level for a release, a quick one while developing.
fn brotli(bytes: &[u8], release: bool) -> std::io::Result<Vec<u8>> {
    let quality = if release { 11 } else { 6 };
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, quality, 22);
    packer.write_all(bytes)?;
    packer.flush()?;
    Ok(packer.into_inner())
}

fn gzip(bytes: &[u8], release: bool) -> std::io::Result<Vec<u8>> {
    let level = if release { flate2::Compression::best() } else { flate2::Compression::fast() };
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), level);
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_name_carries_the_hash_of_its_content() {
        let mut bundle = Bundle::default();
        bundle.add("static/sprite.svg", b"one".to_vec());
        let first = bundle.address("static/sprite.svg").unwrap();
        bundle.add("static/sprite.svg", b"two".to_vec());
        let second = bundle.address("static/sprite.svg").unwrap();
        assert_ne!(first, second);
        assert!(first.starts_with("/assets/static/sprite.") && first.ends_with(".svg"), "{first}");
    }

    #[test]
    fn files_that_name_each_other_share_a_folder() {
        let mut bundle = Bundle::default();
        bundle.add_together(
            "app",
            vec![("a.js".into(), b"a".to_vec()), ("snippets/b.js".into(), b"b".to_vec())],
        );
        let first = bundle.address("app/a.js").unwrap();
        let second = bundle.address("app/snippets/b.js").unwrap();
        assert_eq!(first.strip_suffix("a.js"), second.strip_suffix("snippets/b.js"));
    }

    #[test]
    fn the_page_gets_addresses_and_an_unknown_name_fails() {
        let mut bundle = Bundle::default();
        bundle.add("style.css", b"x".to_vec());
        bundle.set_page("<link href=\"{{style.css}}\">!").unwrap();
        assert_eq!(bundle.page, format!("<link href=\"{}\">!", bundle.address("style.css").unwrap()));
        assert!(bundle.set_page("{{nothing.js}}").is_err());
        assert!(bundle.set_page("{{style.css").is_err());
    }

    #[test]
    fn what_is_written_unpacks_to_the_same_bytes() {
        let out = tempfile::tempdir().unwrap();
        let out = out.path().join("dist");
        let mut bundle = Bundle::default();
        let text = "a sentence that repeats. ".repeat(100);
        bundle.add("style.css", text.clone().into_bytes());
        bundle.set_page("{{style.css}}").unwrap();
        bundle.write(&out, false, "stamp").unwrap();
        bundle.write(&out, false, "stamp").unwrap();
        let path = out.join(bundle.address("style.css").unwrap().trim_start_matches('/'));
        let packed = |ending: &str| std::fs::File::open(format!("{}.{ending}", path.display())).unwrap();
        let mut unpacked = [String::new(), String::new()];
        brotli::Decompressor::new(packed("br"), 4096).read_to_string(&mut unpacked[0]).unwrap();
        flate2::read::GzDecoder::new(packed("gz")).read_to_string(&mut unpacked[1]).unwrap();
        assert_eq!(unpacked, [text.clone(), text]);
        assert!(inputs::unchanged(&out, "stamp"));
    }
}
