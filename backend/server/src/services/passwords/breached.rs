//! The operator's list of stolen passwords, in memory as the first 8 bytes of each SHA-1: of two million
//! passwords 16 MB, and a chance of one in 10^13 that a good one is taken for one of them.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

/// Passwords nobody may choose.
#[derive(Debug, Default)]
pub struct Breached(HashSet<[u8; 8]>);

/// Why the list is not there.
#[derive(Debug, thiserror::Error)]
#[error("CORDBOARD_BREACHED_PASSWORDS: {0}")]
pub struct ReadError(#[from] io::Error);

impl Breached {
    /// Reads the list, one password or SHA-1 a line; without a file it is empty.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(path: Option<&Path>) -> Result<Self, ReadError> {
        let Some(path) = path else { return Ok(Self::default()) };
        let mut list = HashSet::new();
        for line in BufReader::new(File::open(path)?).split(b'\n') {
            let line = line?;
            let line = line.strip_suffix(b"\r").unwrap_or(&line);
            if !line.is_empty() {
                list.insert(of_line(line));
            }
        }
        Ok(Self(list))
    }

    /// Whether `password` is on the list.
    #[must_use]
    pub fn contains(&self, password: &str) -> bool {
        self.0.contains(&of_password(password.as_bytes()))
    }
}

/// `<40 hex digits>` with or without `:<count>`, as published lists have them, or the password itself.
fn of_line(line: &[u8]) -> [u8; 8] {
    let digits = line.split(|byte| *byte == b':').next().unwrap_or(line);
    match hex::decode(digits) {
        Ok(hash) if hash.len() == 20 => start(&hash),
        _ => of_password(line),
    }
}

fn of_password(password: &[u8]) -> [u8; 8] {
    start(digest(&SHA1_FOR_LEGACY_USE_ONLY, password).as_ref())
}

fn start(hash: &[u8]) -> [u8; 8] {
    let mut start = [0; 8];
    start.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_password_or_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list");
        std::fs::write(&path, "Sommer2026!\r\n5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:3861493\n\n").unwrap();
        let list = Breached::read(Some(&path)).unwrap();
        assert!(list.contains("Sommer2026!") && list.contains("password"));
        assert!(!list.contains("correct horse battery staple"));
        assert!(!Breached::read(None).unwrap().contains("password"));
        assert!(Breached::read(Some(&folder.path().join("none"))).is_err());
    }
}
