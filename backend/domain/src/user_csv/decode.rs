//! Bytes into text.

/// How a file's letters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// ISO 8859-15: ISO 8859-1 with the euro sign.
    Iso,
}

/// The file is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file is not UTF-8")]
pub struct NotUtf8;

/// The text of a file.
///
/// # Errors
/// [`NotUtf8`].
pub fn decode(bytes: &[u8], encoding: Encoding) -> Result<String, NotUtf8> {
    match encoding {
        Encoding::Iso => Ok(bytes.iter().copied().map(letter).collect()),
        Encoding::Utf8 => {
            let text = std::str::from_utf8(bytes).map_err(|_| NotUtf8)?;
            Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned())
        }
    }
}

fn letter(byte: u8) -> char {
    match byte {
        0xA4 => '€',
        0xA6 => 'Š',
        0xA8 => 'š',
        0xB4 => 'Ž',
        0xB8 => 'ž',
        0xBC => 'Œ',
        0xBD => 'œ',
        0xBE => 'Ÿ',
        other => char::from(other),
    }
}
