//! The key in a provisioning URL: the only thing that identifies a device (design, idea 4).

use crate::{Invalid, macros::parsed_text};

/// 192 random bits as 48 lower-case hexadecimal digits. A bearer secret: never logged.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AccessKey(String);

impl AccessKey {
    /// Bytes of randomness behind a key.
    pub const BYTES: usize = 24;

    /// Makes a key from 24 random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        const DIGITS: [char; 16] =
            ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        let digit = |nibble: u8| DIGITS.get(usize::from(nibble & 0x0f)).copied().unwrap_or('0');
        Self(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect())
    }

    /// Reads a key out of a path.
    ///
    /// # Errors
    /// [`Invalid::AccessKey`] for anything but 48 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let right = text.len() == 48 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if right { Ok(Self(text.to_owned())) } else { Err(Invalid::AccessKey) }
    }

    /// The 48 digits. Only for the URL handed to the device and to those who may see it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessKey(…)")
    }
}

parsed_text!(AccessKey, "3f6a0d5c9b1e7a4f2c8d6e0b5a9f1c3d7e2b4a6c8f0d1e3b");

#[cfg(test)]
mod tests {
    use super::*;

    // proves A-033
    #[test]
    fn bytes_become_48_hex_digits() {
        let key = AccessKey::from_bytes([0xa7; 24]);
        assert_eq!(key.as_str(), "a7".repeat(24));
        assert_eq!(AccessKey::parse(key.as_str()), Ok(key));
    }

    // proves A-043
    #[test]
    fn debug_output_hides_the_key() {
        assert_eq!(format!("{:?}", AccessKey::from_bytes([1; 24])), "AccessKey(…)");
    }

    #[test]
    fn other_lengths_and_letters_are_refused() {
        for text in ["", "a7", &"A7".repeat(24), &"g7".repeat(24), &"a7".repeat(25)] {
            assert_eq!(AccessKey::parse(text), Err(Invalid::AccessKey));
        }
    }
}
