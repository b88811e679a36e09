//! The path of a request: `/<48 hex>/<file>`, `/<48 hex>/` or `/<48 hex>.cfg`.

use cordboard_types::AccessKey;

const KEY_LENGTH: usize = 2 * AccessKey::BYTES;

/// A key and the file asked for below it; empty for the forms without a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked<'a> {
    pub(super) key: AccessKey,
    pub(super) file: &'a str,
}

/// Reads a path; the query, which some phones add, is not part of it.
pub(super) fn parse(path: &str) -> Option<Asked<'_>> {
    let (key, rest) = path.strip_prefix('/')?.split_at_checked(KEY_LENGTH)?;
    let key = AccessKey::parse(key).ok()?;
    let file = if rest == ".cfg" { "" } else { rest.strip_prefix('/')? };
    Some(Asked { key, file })
}

#[cfg(test)]
mod tests {
    use super::*;

    // proves A-033
    #[test]
    fn three_forms_and_nothing_else() {
        let key = "a7".repeat(24);
        let file = |rest: &str| parse(&format!("/{key}{rest}")).map(|asked| asked.file.to_owned());
        assert_eq!(file(".cfg").as_deref(), Some(""));
        assert_eq!(file("/").as_deref(), Some(""));
        assert_eq!(file("/00041345c9bf.cfg").as_deref(), Some("00041345c9bf.cfg"));
        for rest in ["", ".xml", "0/a.cfg", "x", ".cfg/"] {
            assert_eq!(file(rest), None, "{rest}");
        }
        for path in ["", "/", "/é", "/robots.txt", &format!("/{}/a", "A7".repeat(24)), &format!("//{key}/a")]
        {
            assert_eq!(parse(path), None, "{path}");
        }
    }
}
