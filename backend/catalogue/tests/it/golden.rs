//! Rendered files checked byte for byte. `UPDATE_GOLDEN=1` rewrites them after a deliberate change, which is
//! also a new `version` in the manifest.

use std::{fmt::Write, path::Path};

use cordboard_domain::{DeviceDocument, SlottedFile};

use crate::sample;

/// The file with its slots named, and what else of it a release keeps.
fn shown(file: &SlottedFile) -> String {
    let mut text = String::new();
    let mut from = 0;
    for slot in &file.slots {
        text.push_str(std::str::from_utf8(&file.bytes[from..slot.offset]).unwrap());
        write!(text, "«{} {}»", slot.secret.field.as_str(), slot.secret.owner[0]).unwrap();
        from = slot.offset;
    }
    text.push_str(std::str::from_utf8(&file.bytes[from..]).unwrap());
    text
}

fn check(name: &str, document: &DeviceDocument) {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("models").join(document.model.family()).join("golden");
    for file in sample::catalogue().render(document).unwrap() {
        let path = folder.join(format!("{name}-{}", file.name));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, shown(&file)).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap();
        assert_eq!(shown(&file), expected, "{}", path.display());
    }
}

// proves
#[test]
fn yealink_t46u() {
    check("t46u", &sample::phone("yealink/t4x/T46U"));
}

// proves
#[test]
fn snom_d785() {
    check("d785", &sample::phone("snom/d7xx/D785"));
}

// proves
#[test]
fn gigaset_n670() {
    check("n670", &sample::dect("gigaset/n670/N670"));
}
