//! Whether a message is one that can be worked with, and the answer when it is not (RFC 3261 §8.2, §16.3).
//!
//! The stack drops such messages without a word; a device that hears nothing sends them again and again.

use crate::{
    name_addr::{NameAddr, UriParts},
    wire::{listen::Gate, raw::RawMessage},
};

/// Methods that are worked with.
pub(crate) const ALLOW: &str = "INVITE, ACK, BYE, CANCEL, OPTIONS, REGISTER, UPDATE, INFO";
/// Methods that are known and not supported.
const KNOWN: [&str; 6] = ["MESSAGE", "NOTIFY", "PRACK", "PUBLISH", "REFER", "SUBSCRIBE"];
/// Headers that may stand once (RFC 3261 §7.3.1).
const SINGLE: [&str; 6] = ["From", "To", "Call-ID", "CSeq", "Max-Forwards", "Content-Length"];
/// Greatest CSeq number (RFC 3261 §8.1.1.5).
const HIGHEST_CSEQ: u32 = 1 << 31;

/// What is wrong with a request: status, reason and headers for the answer.
#[derive(Debug, PartialEq, Eq)]
struct Fault(u16, &'static str, String);

impl Fault {
    fn bad(reason: &'static str) -> Self {
        Self(400, reason, String::new())
    }
}

/// The method and the Request-URI of a request line.
pub(super) fn request_line(start: &str) -> Option<(&str, &str, &str)> {
    let mut parts = start.split(' ').filter(|part| !part.is_empty());
    let line = (parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then_some(line)
}

/// Examines a message; `Pass` for everything that can be worked with.
pub(super) fn examine(bytes: &[u8]) -> Gate {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Gate::Pass;
    }
    let Some(raw) = RawMessage::parse(bytes) else { return Gate::Drop };
    if raw.start.starts_with("SIP/") {
        let complete = raw.only("CSeq").is_some() && raw.only("Call-ID").is_some();
        return if complete && raw.start.starts_with("SIP/2.0 ") { Gate::Pass } else { Gate::Drop };
    }
    match check(&raw) {
        Ok(()) => Gate::Pass,
        // An ACK is never answered.
        Err(_) if raw.start.starts_with("ACK ") => Gate::Drop,
        Err(Fault(status, reason, extra)) => {
            raw.answer(status, reason, &extra).map_or(Gate::Drop, Gate::Answer)
        }
    }
}

fn check(raw: &RawMessage<'_>) -> Result<(), Fault> {
    let (method, uri, version) = request_line(raw.start).ok_or(Fault::bad("Bad Request Line"))?;
    if !version.eq_ignore_ascii_case("SIP/2.0") {
        return Err(Fault(505, "Version Not Supported", String::new()));
    }
    check_headers(raw, method)?;
    check_method(method)?;
    check_uri(uri)?;
    check_body(raw)?;
    check_hops(raw)?;
    check_required(raw, method)
}

fn check_headers(raw: &RawMessage<'_>, method: &str) -> Result<(), Fault> {
    if SINGLE.iter().any(|name| raw.values(name).nth(1).is_some()) {
        return Err(Fault::bad("Header Field Given Twice"));
    }
    raw.values("Via").next().ok_or(Fault::bad("Missing Via"))?;
    let cseq = raw.only("CSeq").ok_or(Fault::bad("Missing CSeq"))?;
    let (number, of) = cseq.split_once([' ', '\t']).ok_or(Fault::bad("Bad CSeq"))?;
    if number.parse::<u32>().map_or(true, |number| number >= HIGHEST_CSEQ) || of.trim() != method {
        return Err(Fault::bad("Bad CSeq"));
    }
    if raw.only("Call-ID").is_none_or(str::is_empty) {
        return Err(Fault::bad("Missing Call-ID"));
    }
    let from = raw.only("From").and_then(|from| NameAddr::parse(from).ok()).ok_or(Fault::bad("Bad From"))?;
    from.tag().ok_or(Fault::bad("Missing From Tag"))?;
    raw.only("To").and_then(|to| NameAddr::parse(to).ok()).ok_or(Fault::bad("Bad To"))?;
    let contacts_fit = raw.values("Contact").all(|c| c.trim() == "*" || NameAddr::parse_list(c).is_ok());
    if contacts_fit { Ok(()) } else { Err(Fault::bad("Bad Contact")) }
}

fn check_method(method: &str) -> Result<(), Fault> {
    let allow = || format!("Allow: {ALLOW}\r\n");
    match method {
        _ if ALLOW.split(", ").any(|allowed| allowed == method) => Ok(()),
        _ if KNOWN.contains(&method) => Err(Fault(405, "Method Not Allowed", allow())),
        _ => Err(Fault(501, "Not Implemented", allow())),
    }
}

fn check_uri(uri: &str) -> Result<(), Fault> {
    let scheme = uri.split(':').next().unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("sip") && !scheme.eq_ignore_ascii_case("sips") {
        return Err(Fault(416, "Unsupported URI Scheme", String::new()));
    }
    UriParts::parse(uri).map(|_| ()).map_err(|_| Fault::bad("Bad Request-URI"))
}

fn check_body(raw: &RawMessage<'_>) -> Result<(), Fault> {
    match raw.only("Content-Length").map(str::parse::<usize>) {
        None => Ok(()),
        Some(Ok(length)) if length <= raw.body => Ok(()),
        Some(_) => Err(Fault::bad("Bad Content-Length")),
    }
}

fn check_hops(raw: &RawMessage<'_>) -> Result<(), Fault> {
    match raw.only("Max-Forwards").map(str::parse::<u8>) {
        None => Ok(()),
        Some(Ok(0)) => Err(Fault(483, "Too Many Hops", String::new())),
        Some(Ok(_)) => Ok(()),
        Some(Err(_)) => Err(Fault::bad("Bad Max-Forwards")),
    }
}

fn check_required(raw: &RawMessage<'_>, method: &str) -> Result<(), Fault> {
    let required: Vec<&str> = raw.values("Require").filter(|value| !value.is_empty()).collect();
    if required.is_empty() || matches!(method, "ACK" | "CANCEL") {
        return Ok(());
    }
    let unsupported: String = required.join(", ").chars().filter(|c| !c.is_control()).collect();
    Err(Fault(420, "Bad Extension", format!("Unsupported: {unsupported}\r\n")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GOOD: &str = "OPTIONS sip:201@h.test SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1\r\nMax-Forwards: 70\r\n\
        From: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: c\r\nCSeq: 7 OPTIONS\r\nContent-Length: 0\r\n\r\n";

    fn status(text: &str) -> String {
        match examine(text.as_bytes()) {
            Gate::Pass => "pass".into(),
            Gate::Drop => "drop".into(),
            Gate::Answer(answer) => String::from_utf8(answer).unwrap()[8..11].into(),
        }
    }

    #[test]
    fn each_fault_has_its_answer() {
        assert_eq!(status(GOOD), "pass");
        for (from, to, expected) in [
            ("SIP/2.0\r\n", "SIP/7.0\r\n", "505"),
            ("OPTIONS sip", "OPTIONS  sip", "pass"),
            ("OPTIONS sip:", "OPTIONS tel:", "416"),
            ("7 OPTIONS", "7 INVITE", "400"),
            ("7 OPTIONS", "99999999999 OPTIONS", "400"),
            ("CSeq: 7 OPTIONS\r\n", "", "drop"),
            ("Call-ID: c\r\n", "Call-ID: c\r\ni: d\r\n", "400"),
            ("Max-Forwards: 70", "Max-Forwards: 0", "483"),
            ("Max-Forwards: 70", "Max-Forwards: 300", "400"),
            (";tag=1", "", "400"),
            ("<sip:b@h>", "\"open <sip:b@h>", "400"),
            ("Content-Length: 0", "Content-Length: 5", "400"),
            ("Content-Length: 0", "Content-Length: -5", "400"),
            ("Content-Length: 0", "Require: nothingSupportsThis", "420"),
            ("Via: SIP", "Vi: SIP", "drop"),
            ("sip:201@h.test", "sip:201@h.test:x", "400"),
            ("sip:201@h.test SIP/2.0", "sip:201@h.test", "400"),
        ] {
            assert_eq!(status(&GOOD.replacen(from, to, 1)), expected, "{from:?} -> {to:?}");
        }
    }

    #[test]
    fn methods_we_do_not_have() {
        assert_eq!(status(&GOOD.replace("OPTIONS", "SUBSCRIBE")), "405");
        assert_eq!(status(&GOOD.replace("OPTIONS", "NEWMETHOD")), "501");
        assert_eq!(
            status(&GOOD.replace("OPTIONS", "ACK").replace("Max-Forwards: 70", "Max-Forwards: 0")),
            "drop"
        );
    }

    #[test]
    fn an_answer_cannot_be_used_to_send_headers() {
        let evil = GOOD.replace("Call-ID: c", "Call-ID: c\rEvil: 1").replace("SIP/2.0\r\n", "SIP/3.0\r\n");
        let Gate::Answer(answer) = examine(evil.as_bytes()) else { panic!("no answer") };
        assert!(!String::from_utf8(answer).unwrap().contains("\rEvil"));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0usize..300, with in any::<u8>()) {
            examine(&bytes);
            let mut changed = GOOD.as_bytes().to_vec();
            let at = at % changed.len();
            changed[at] = with;
            examine(&changed);
        }
    }
}
