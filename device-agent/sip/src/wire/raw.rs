//! A message as it came, before the stack has looked at it.

use std::fmt::Write;

/// Header lines of a message, unfolded, names as sent.
#[derive(Debug)]
pub(crate) struct RawMessage<'a> {
    pub(crate) start: &'a str,
    headers: Vec<(&'a str, String)>,
    /// Bytes behind the header.
    pub(crate) body: usize,
}

/// Most header lines a message may have.
const MOST_HEADERS: usize = 256;

impl<'a> RawMessage<'a> {
    /// Reads the header; none when there is no complete one, or when it is no text.
    pub(crate) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let text = std::str::from_utf8(bytes.get(..end)?).ok()?;
        let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        let start = lines.next()?;
        let mut headers: Vec<(&str, String)> = Vec::new();
        for line in lines {
            if line.starts_with([' ', '\t']) {
                let (_, value) = headers.last_mut()?;
                value.push(' ');
                value.push_str(line.trim());
            } else {
                let (name, value) = line.split_once(':')?;
                headers.push((name.trim(), value.trim().to_owned()));
            }
        }
        (headers.len() <= MOST_HEADERS).then_some(Self { start, headers, body: bytes.len() - end - 4 })
    }

    /// The values of a header, under its long or its compact name (RFC 3261 §7.3.3).
    pub(crate) fn values<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        let same = move |given: &str| given.eq_ignore_ascii_case(name) || Some(name) == long_name(given);
        self.headers.iter().filter(move |(given, _)| same(given)).map(|(_, value)| value.as_str())
    }

    /// The only value of a header; none when there is none or more than one.
    pub(crate) fn only<'s>(&'s self, name: &'s str) -> Option<&'s str> {
        let mut values = self.values(name);
        values.next().filter(|_| values.next().is_none())
    }

    /// A response without state: everything the sender needs to match it, and nothing else.
    pub(crate) fn answer(&self, status: u16, reason: &str, extra: &str) -> Option<Vec<u8>> {
        let mut text = format!("SIP/2.0 {status} {reason}\r\n");
        for name in ["Via", "From", "To", "Call-ID", "CSeq"] {
            let mut values = self.values(name).peekable();
            values.peek()?;
            for value in values {
                let clean: String = value.chars().filter(|c| !c.is_control()).collect();
                writeln!(text, "{name}: {clean}\r").ok()?;
            }
        }
        Some((text + extra + "Content-Length: 0\r\n\r\n").into_bytes())
    }
}

/// The long name of a compact one.
fn long_name(compact: &str) -> Option<&'static str> {
    Some(match compact {
        "v" | "V" => "Via",
        "f" | "F" => "From",
        "t" | "T" => "To",
        "i" | "I" => "Call-ID",
        "m" | "M" => "Contact",
        "l" | "L" => "Content-Length",
        "c" | "C" => "Content-Type",
        "k" | "K" => "Supported",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_and_compact_headers() {
        let text = b"OPTIONS sip:a SIP/2.0\r\nv: one\r\n  more\r\nVIA: two\r\nSubject:\r\n\r\nbody";
        let raw = RawMessage::parse(text).unwrap();
        assert_eq!(raw.values("Via").collect::<Vec<_>>(), ["one more", "two"]);
        assert_eq!((raw.only("Via"), raw.only("Subject"), raw.body), (None, Some(""), 4));
    }

    #[test]
    fn what_is_no_message_is_nothing() {
        for text in [&b""[..], b"x\r\n", b"x\r\ny\r\n\r\n", b"x\r\n y\r\n\r\n", b"\xff\r\n\r\n"] {
            assert!(RawMessage::parse(text).is_none());
        }
    }
}
