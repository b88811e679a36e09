//! Recovery codes: for whoever has lost the authenticator app. Shown once, kept as hashes, each works once.

use cordboard_store::{Result, Store};
use ring::digest::{SHA256, digest};

/// Codes in a set.
const COUNT: usize = 10;

/// A new set of codes of 50 bits in two groups: `k7mxq-3vbt9`.
///
/// # Errors
/// When the system has no randomness to give.
pub fn fresh(store: &Store) -> Result<Vec<String>> {
    (0..COUNT).map(|_| store.sealer().recovery_code()).collect()
}

/// What is stored of a code, however it was typed.
#[must_use]
pub fn hash(code: &str) -> Vec<u8> {
    let letters: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    digest(&SHA256, letters.to_ascii_lowercase().as_bytes()).as_ref().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        assert_eq!(hash("K7MXQ 3vbt9"), hash("k7mxq-3vbt9"));
        assert_ne!(hash("k7mxq-3vbt9"), hash("k7mxq-3vbt8"));
    }
}
