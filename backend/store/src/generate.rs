//! Secrets nobody typed.

use zeroize::Zeroizing;

use crate::{Result, seal::Sealer};

/// 32 letters and digits that no format has to escape and nobody mistakes for another.
const LETTERS: [char; 32] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
    'x', 'y', 'z', '2', '3', '4', '5', '6', '7', '8', '9',
];
/// 28 letters of 5 bits: 140 bits, above the 128 a digest's secret should have.
const PASSWORD_LETTERS: usize = 28;
/// Digits of a device password nobody typed (002 §Paramètre: Mot de passe "admin").
const DEVICE_PASSWORD_DIGITS: usize = 40;
/// Digits of the PIN a DECT handset registers with.
const DECT_PIN_DIGITS: usize = 4;
/// Digits of a user's PIN nobody chose.
const USER_PIN_DIGITS: usize = 6;

impl Sealer {
    /// A SIP password: 28 letters and digits.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn sip_password(&self) -> Result<Zeroizing<String>> {
        self.letters(PASSWORD_LETTERS)
    }

    /// A password for a device's own interface: 40 decimal digits.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn device_password(&self) -> Result<Zeroizing<String>> {
        self.digits(DEVICE_PASSWORD_DIGITS)
    }

    /// A handset's PIN: 4 digits.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn dect_pin(&self) -> Result<Zeroizing<String>> {
        self.digits(DECT_PIN_DIGITS)
    }

    /// A PIN for a user for whom nobody chose one: 6 digits.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn user_pin(&self) -> Result<Zeroizing<String>> {
        self.digits(USER_PIN_DIGITS)
    }

    /// A recovery code of a second factor: 50 bits in two groups.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn recovery_code(&self) -> Result<String> {
        Ok(format!("{}-{}", self.letters(5)?.as_str(), self.letters(5)?.as_str()))
    }

    /// `count` random letters of 5 bits each.
    pub(crate) fn letters(&self, count: usize) -> Result<Zeroizing<String>> {
        let mut text = Zeroizing::new(String::with_capacity(count));
        while text.len() < count {
            let [byte] = self.random::<1>()?;
            text.extend(LETTERS.get(usize::from(byte & 31)));
        }
        Ok(text)
    }

    /// `count` random digits; bytes above the largest multiple of ten are thrown away, so none is likelier.
    fn digits(&self, count: usize) -> Result<Zeroizing<String>> {
        let mut text = Zeroizing::new(String::with_capacity(count));
        while text.len() < count {
            let [byte] = self.random::<1>()?;
            if byte < 250 {
                text.extend(char::from_digit(u32::from(byte % 10), 10));
            }
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MasterKeys;

    fn sealer() -> Sealer {
        Sealer::new(MasterKeys::new([("a".to_owned(), Zeroizing::new(vec![7; 32]))]).unwrap())
    }

    // proves
    #[test]
    fn a_device_password_is_forty_digits_and_never_the_same() {
        let sealer = sealer();
        let (one, other) = (sealer.device_password().unwrap(), sealer.device_password().unwrap());
        assert!(one.len() == 40 && one.bytes().all(|byte| byte.is_ascii_digit()));
        assert_ne!(one, other);
    }

    #[test]
    fn every_letter_and_digit_turns_up() {
        let sealer = sealer();
        let letters = sealer.letters(4_000).unwrap();
        assert!(LETTERS.iter().all(|letter| letters.contains(*letter)));
        let digits = sealer.digits(2_000).unwrap();
        assert!(('0'..='9').all(|digit| digits.contains(digit)));
        assert_eq!(sealer.sip_password().unwrap().len(), PASSWORD_LETTERS);
    }
}
