//! Keyset pages: a cursor is the last row's key, opaque to the reader.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Result, StoreError};

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// Cursor of the page before.
    pub after: Option<String>,
    /// Rows, 1 to 200.
    pub size: u16,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self { after: None, size: 50 }
    }
}

impl PageRequest {
    /// The key after which the page starts.
    ///
    /// # Errors
    /// [`StoreError::Cursor`] for a cursor this list did not make.
    pub fn key<K: DeserializeOwned>(&self) -> Result<Option<K>> {
        let Some(cursor) = &self.after else { return Ok(None) };
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| StoreError::Cursor)?;
        serde_json::from_slice(&bytes).map(Some).map_err(|_| StoreError::Cursor)
    }

    /// One row more than the page, to see whether there is a next one.
    #[must_use]
    pub fn limit(&self) -> u64 {
        u64::from(self.size.clamp(1, 200)) + 1
    }

    /// Cuts `rows` (fetched with [`Self::limit`]) to a page; `key` names a row's key.
    ///
    /// # Errors
    /// Never in practice: keys are plain values.
    pub fn cut<T, K: Serialize>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> K) -> Result<Paged<T>> {
        let size = usize::from(self.size.clamp(1, 200));
        let more = rows.len() > size;
        rows.truncate(size);
        let next = match rows.last().filter(|_| more) {
            None => None,
            Some(last) => {
                let bytes = serde_json::to_vec(&key(last)).map_err(|_| StoreError::Cursor)?;
                Some(URL_SAFE_NO_PAD.encode(bytes))
            }
        };
        Ok(Paged { items: rows, next })
    }
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paged<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Cursor of the next page.
    pub next: Option<String>,
}

impl<T> Paged<T> {
    /// The page with each row turned into something else.
    pub fn map<U>(self, turn: impl FnMut(T) -> U) -> Paged<U> {
        Paged { items: self.items.into_iter().map(turn).collect(), next: self.next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_without_gap_or_overlap() {
        let rows: Vec<u32> = (0..7).collect();
        let mut request = PageRequest { after: None, size: 3 };
        let mut seen = Vec::new();
        loop {
            let from = request.key::<u32>().unwrap().map_or(0, |last| last + 1);
            let fetched =
                rows.iter().copied().filter(|row| *row >= from).take(usize::from(request.size) + 1).collect();
            let page = request.cut(fetched, |row| *row).unwrap();
            seen.extend(page.items);
            match page.next {
                Some(next) => request.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, rows);
    }

    #[test]
    fn a_foreign_cursor_is_an_error() {
        let request = PageRequest { after: Some("§".into()), size: 3 };
        assert!(matches!(request.key::<u32>(), Err(StoreError::Cursor)));
    }
}
