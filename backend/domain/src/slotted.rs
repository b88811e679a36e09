//! A rendered file with its secrets left out: bytes plus the places where secrets go.

use serde::{Deserialize, Serialize};

use crate::secret::{Escape, SecretRef};

/// A place in a file where a secret is spliced in while answering a fetch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// Byte offset into [`SlottedFile::bytes`]; slots are in rising order.
    pub offset: usize,
    /// Which secret.
    pub secret: SecretRef,
    /// How it is written there.
    pub escape: Escape,
}

/// One file of a release. Identical input gives identical bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlottedFile {
    /// Name the device asks for, e.g. `00041345c9bf.cfg`.
    pub name: String,
    /// Content type of the answer.
    pub content_type: String,
    /// Whether delivery of this file is delivery of the release (the manifest's `identity_file`).
    pub identity: bool,
    /// The file without its secrets.
    #[serde(with = "serde_bytes_as_text")]
    pub bytes: Vec<u8>,
    /// Where the secrets go.
    pub slots: Vec<Slot>,
}

impl SlottedFile {
    /// The file with its secrets; `secret` gives the current value of each, `None` when it is missing.
    ///
    /// # Errors
    /// The first [`SecretRef`] without a value. A file with a hole is never sent.
    pub fn splice<'a>(
        &self,
        secret: impl Fn(&SecretRef) -> Option<std::borrow::Cow<'a, str>>,
    ) -> Result<Vec<u8>, SecretRef> {
        let mut out = Vec::with_capacity(self.bytes.len().saturating_add(self.slots.len() * 48));
        let mut from = 0;
        for slot in &self.slots {
            let value = secret(&slot.secret).ok_or(slot.secret)?;
            out.extend_from_slice(self.bytes.get(from..slot.offset).ok_or(slot.secret)?);
            out.extend_from_slice(slot.escape.apply(&value).as_bytes());
            from = slot.offset;
        }
        out.extend_from_slice(self.bytes.get(from..).unwrap_or_default());
        Ok(out)
    }

    /// The file as people may see it: every secret masked.
    #[must_use]
    pub fn masked(&self) -> Vec<u8> {
        self.splice(|_| Some("••••••••".into())).unwrap_or_default()
    }

    /// The secrets the file needs, each once, in a fixed order.
    #[must_use]
    pub fn secrets(&self) -> Vec<SecretRef> {
        let mut secrets: Vec<_> = self.slots.iter().map(|slot| slot.secret).collect();
        secrets.sort_unstable();
        secrets.dedup();
        secrets
    }
}

/// Rendered files are UTF-8; keeping them as text keeps the stored form readable.
mod serde_bytes_as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&String::from_utf8_lossy(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        String::deserialize(deserializer).map(String::into_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::SecretField;

    fn file(text: &str, slots: &[(usize, u8)]) -> SlottedFile {
        let slot = |(offset, owner): &(usize, u8)| Slot {
            offset: *offset,
            secret: SecretRef { owner: [*owner; 16], field: SecretField::SipPassword },
            escape: Escape::Xml,
        };
        SlottedFile {
            name: "a.xml".into(),
            content_type: "text/xml".into(),
            identity: true,
            bytes: text.into(),
            slots: slots.iter().map(slot).collect(),
        }
    }

    #[test]
    fn secrets_go_to_their_places_escaped() {
        let file = file("<a></a><b></b>", &[(3, 1), (10, 2)]);
        let spliced = file.splice(|secret| Some(if secret.owner[0] == 1 { "x<y" } else { "&" }.into()));
        assert_eq!(spliced.unwrap(), b"<a>x&lt;y</a><b>&amp;</b>");
    }

    #[test]
    fn a_missing_secret_stops_the_answer() {
        assert!(file("<a></a>", &[(3, 1)]).splice(|_| None).is_err());
    }

    #[test]
    fn the_mask_shows_nothing() {
        let masked = file("<a></a>", &[(3, 1)]).masked();
        assert_eq!(String::from_utf8(masked).unwrap(), "<a>••••••••</a>");
    }
}
