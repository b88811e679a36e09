//! Logos: PNG as they are, SVG written anew from what was understood of it.

use base64::{Engine, engine::general_purpose::STANDARD};
use cordboard_types::Invalid;
use serde_json::{Value, json};

use super::svg;

/// Largest logo in bytes, before base64.
const MAX: usize = 64 * 1024;
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Longest side of a PNG in pixels.
const SIDE: u32 = 4096;

/// A logo as it is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// `image/svg+xml` or `image/png`.
    pub media_type: &'static str,
    /// The picture.
    pub bytes: Vec<u8>,
}

impl Logo {
    /// The logo of a kept value.
    #[must_use]
    pub fn of(value: &Value) -> Option<Self> {
        let bytes = STANDARD.decode(value.get("data")?.as_str()?).ok()?;
        match value.get("media_type")?.as_str()? {
            "image/svg+xml" => Some(Self { media_type: "image/svg+xml", bytes }),
            "image/png" => Some(Self { media_type: "image/png", bytes }),
            _ => None,
        }
    }
}

pub(super) fn read(value: &Value) -> Result<Value, Invalid> {
    let field = |name: &str| value.get(name).and_then(Value::as_str).ok_or(Invalid::Picture);
    let data = STANDARD.decode(field("data")?).map_err(|_| Invalid::Picture)?;
    if data.len() > MAX {
        return Err(Invalid::TooLong);
    }
    let media_type = field("media_type")?;
    let kept = match media_type {
        "image/png" if is_png(&data) => data,
        "image/svg+xml" => {
            let text = std::str::from_utf8(&data).map_err(|_| Invalid::Picture)?;
            svg::clean(text)?.into_bytes()
        }
        _ => return Err(Invalid::Picture),
    };
    Ok(json!({ "media_type": media_type, "data": STANDARD.encode(kept) }))
}

/// Signature, a header with sane sides, whole chunks to `IEND`, and nothing behind it (RFC 2083 §3, §4.1).
fn is_png(bytes: &[u8]) -> bool {
    let Some(mut rest) = bytes.strip_prefix(SIGNATURE) else { return false };
    let mut first = true;
    while let Some((name, body, behind)) = chunk(rest) {
        if first && !(name == b"IHDR" && sides_are_sane(body)) {
            return false;
        }
        if name == b"IEND" {
            return behind.is_empty();
        }
        (first, rest) = (false, behind);
    }
    false
}

/// Name and body of the first chunk, and what follows its checksum.
fn chunk(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (name, rest) = rest.split_first_chunk::<4>()?;
    let (body, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    let (_checksum, rest) = rest.split_first_chunk::<4>()?;
    Some((name, body, rest))
}

fn sides_are_sane(header: &[u8]) -> bool {
    let side = |from: usize| {
        let bytes = header.get(from..from.saturating_add(4))?.first_chunk::<4>()?;
        Some(u32::from_be_bytes(*bytes))
    };
    header.len() == 13
        && [side(0), side(4)].iter().all(|side| side.is_some_and(|side| (1..=SIDE).contains(&side)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, behind: &[u8]) -> Vec<u8> {
        let mut header = [width.to_be_bytes(), 1u32.to_be_bytes()].concat();
        header.extend([8, 0, 0, 0, 0]);
        let mut bytes = SIGNATURE.to_vec();
        for (name, body) in [(b"IHDR", header.as_slice()), (b"IDAT", b"x"), (b"IEND", b"")] {
            bytes.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
            bytes.extend(name);
            bytes.extend(body);
            bytes.extend([0; 4]);
        }
        [bytes.as_slice(), behind].concat()
    }

    fn sent(media_type: &str, bytes: &[u8]) -> Result<Value, Invalid> {
        read(&json!({ "media_type": media_type, "data": STANDARD.encode(bytes) }))
    }

    #[test]
    fn a_png_is_kept_as_it_is() {
        let kept = sent("image/png", &png(16, b"")).unwrap();
        assert_eq!(Logo::of(&kept).unwrap(), Logo { media_type: "image/png", bytes: png(16, b"") });
    }

    #[test]
    fn what_only_says_it_is_a_picture_is_refused() {
        for bytes in [&b"<script>"[..], &png(16, b"<script>"), &png(9999, b""), &png(16, b"")[..40]] {
            assert_eq!(sent("image/png", bytes), Err(Invalid::Picture));
        }
        assert_eq!(sent("image/gif", b"GIF89a"), Err(Invalid::Picture));
        assert_eq!(sent("image/svg+xml", b"\xff"), Err(Invalid::Picture));
        assert_eq!(sent("image/png", &vec![0; MAX + 1]), Err(Invalid::TooLong));
        assert_eq!(read(&json!("data:image/png,x")), Err(Invalid::Picture));
    }
}
