//! From text with marks to bytes with slots.

use cordboard_domain::{Escape, SecretRef, Slot};

use super::print::{CLOSE, OPEN, is_mark};

/// Cuts the marks out of `text`; each becomes a slot for the secret it numbers.
pub(crate) fn cut(text: &str, secrets: &[SecretRef], escape: Escape) -> Result<(Vec<u8>, Vec<Slot>), String> {
    let mut parts = text.split(OPEN);
    let mut bytes = plain(parts.next().unwrap_or_default())?;
    let mut slots = Vec::new();
    for part in parts {
        let (place, rest) = part.split_once(CLOSE).ok_or("a secret's mark without an end")?;
        let secret = place.parse().ok().and_then(|place: usize| secrets.get(place));
        let secret = *secret.ok_or("a mark for no secret")?;
        slots.push(Slot { offset: bytes.len(), secret, escape });
        bytes.extend(plain(rest)?);
    }
    Ok((bytes, slots))
}

fn plain(text: &str) -> Result<Vec<u8>, String> {
    if text.contains(is_mark) { Err("a stray mark".into()) } else { Ok(text.as_bytes().to_vec()) }
}
