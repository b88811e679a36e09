//! The catalogue and its readers fit together.

use std::{fs, io, path::Path};

use cordboard_api::ErrorCode;
use cordboard_messages::{Key, error_sentence, invalid_sentence};
use cordboard_types::{Invalid, Locale};

const READERS: [&str; 2] = ["../../frontend/src", "../../backend"];

#[test]
fn every_error_code_has_a_sentence() {
    let fallback = error_sentence(Locale::En, "internal", &[]);
    for code in ErrorCode::ALL.iter().filter(|code| **code != ErrorCode::Internal) {
        assert_ne!(error_sentence(Locale::En, code.as_str(), &[]), fallback, "{}", code.as_str());
    }
}

#[test]
fn every_reason_of_a_refused_value_has_a_sentence() {
    let fallback = error_sentence(Locale::En, "internal", &[]);
    for reason in Invalid::ALL {
        assert_ne!(invalid_sentence(Locale::En, reason.code()), fallback, "{}", reason.code());
    }
}

#[test]
fn no_sentence_is_unused() {
    let mut sources = String::new();
    for reader in READERS {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(reader), &mut sources).unwrap();
    }
    let used = |key: &Key| {
        let name = format!("Key::{key:?}");
        sources.match_indices(&name).any(|(at, _)| {
            !sources[at + name.len()..].starts_with(|next: char| next.is_alphanumeric() || next == '_')
        })
    };
    let unused: Vec<_> = Key::ALL.iter().filter(|key| !used(key)).map(|key| key.id()).collect();
    assert!(unused.is_empty(), "sentences nobody reads: {unused:?}");
}

fn collect(folder: &Path, sources: &mut String) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push_str(&fs::read_to_string(&path)?);
        }
    }
    Ok(())
}
