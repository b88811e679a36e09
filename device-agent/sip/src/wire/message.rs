//! Messages of the stack, read and written through raw header values.

use rsipstack::sip::{HasHeaders, Header, Headers, Request, Response, SipMessage, StatusCode};

/// The first value of a header, by its long name.
pub(crate) fn value<'a>(message: &'a impl HasHeaders, name: &'a str) -> Option<&'a str> {
    values(message, name).next()
}

/// All values of a header, by its long name.
pub(crate) fn values<'a>(message: &'a impl HasHeaders, name: &'a str) -> impl Iterator<Item = &'a str> {
    let headers = message.headers().iter();
    headers.filter(move |header| header.name().eq_ignore_ascii_case(name)).map(Header::value)
}

/// The number of a CSeq header.
pub(crate) fn cseq(message: &impl HasHeaders) -> Option<u32> {
    value(message, "CSeq")?.split_whitespace().next()?.parse().ok()
}

/// The method of a CSeq header.
pub(crate) fn cseq_method(message: &impl HasHeaders) -> Option<&str> {
    value(message, "CSeq")?.split_whitespace().nth(1)
}

/// The body with its type; none when there is none.
pub(crate) fn body<'a>(message: &'a impl HasHeaders, body: &'a [u8]) -> Option<(&'a str, &'a [u8])> {
    if body.is_empty() { None } else { Some((value(message, "Content-Type").unwrap_or_default(), body)) }
}

/// A message cannot be written, because something a peer sent cannot stand in one.
#[derive(Debug, thiserror::Error)]
#[error("a message cannot be built: {0}")]
pub(crate) struct Unwritable(String);

/// Collects the headers and the body of a message to send.
#[derive(Debug, Default)]
pub(crate) struct Out {
    text: String,
    body: Vec<u8>,
}

impl Out {
    /// Adds a header. Line ends and other control characters in the value are left out, so that no peer can make
    /// us send a header of its own.
    #[must_use]
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.text.push_str(name);
        self.text.push_str(": ");
        self.text.extend(value.chars().filter(|c| !c.is_control()));
        self.text.push_str("\r\n");
        self
    }

    /// Adds everything another collection holds.
    #[must_use]
    pub(crate) fn then(mut self, more: Self) -> Self {
        self.text.push_str(&more.text);
        self.body = more.body;
        self
    }

    /// Sets the body.
    #[must_use]
    pub(crate) fn body(mut self, kind: &str, body: Vec<u8>) -> Self {
        self.body = body;
        self.header("Content-Type", kind)
    }

    /// Sets the body when there is one.
    #[must_use]
    pub(crate) fn maybe_body(self, body: Option<(String, Vec<u8>)>) -> Self {
        match body {
            Some((kind, body)) => self.body(&kind, body),
            None => self,
        }
    }

    /// The finished request.
    pub(crate) fn request(self, method: &str, uri: &str) -> Result<Request, Unwritable> {
        let clean: String = uri.chars().filter(|c| !c.is_control() && *c != ' ').collect();
        match self.finish(&format!("{method} {clean} SIP/2.0"))? {
            SipMessage::Request(request) => Ok(request),
            SipMessage::Response(_) => Err(Unwritable("a request became a response".into())),
        }
    }

    fn finish(self, start: &str) -> Result<SipMessage, Unwritable> {
        let head = format!("{start}\r\n{}Content-Length: {}\r\n\r\n", self.text, self.body.len());
        let bytes = [head.into_bytes(), self.body].concat();
        SipMessage::try_from(bytes.as_slice()).map_err(|error| Unwritable(error.to_string()))
    }

    /// The finished response to `request`, with `tag` on a To that has none.
    pub(crate) fn response(self, request: &Request, status: u16, tag: &str) -> Result<Response, Unwritable> {
        let mut head = Self::default();
        for name in ["Via", "From"] {
            head = values(request, name).fold(head, |out, value| out.header(name, value));
        }
        head = head.header("To", &tagged(value(request, "To").unwrap_or_default(), tag));
        for name in ["Call-ID", "CSeq"] {
            head = head.header(name, value(request, name).unwrap_or_default());
        }
        head.text.push_str(&self.text);
        head.body = self.body;
        let reason = StatusCode::from(status).text().to_owned();
        match head.finish(&format!("SIP/2.0 {status} {reason}"))? {
            SipMessage::Response(response) => Ok(response),
            SipMessage::Request(_) => Err(Unwritable("a response became a request".into())),
        }
    }
}

fn tagged(to: &str, tag: &str) -> String {
    let has_tag = crate::name_addr::NameAddr::parse(to).is_ok_and(|to| to.tag().is_some());
    if has_tag || tag.is_empty() { to.to_owned() } else { format!("{to};tag={tag}") }
}

/// Whether the stack reads From and To as we do. Where it does not, somebody plays with quotes, and no decision of
/// the stack's (dialog, transaction) may be trusted (sip-stack §12).
pub(crate) fn stack_agrees(headers: &Headers) -> bool {
    use rsipstack::sip::headers::ToTypedHeader;
    headers.iter().all(|header| match header {
        Header::From(from) => agrees(from.value(), from.typed().ok().map(|typed| (typed.uri, typed.params))),
        Header::To(to) => agrees(to.value(), to.typed().ok().map(|typed| (typed.uri, typed.params))),
        _ => true,
    })
}

fn agrees(raw: &str, typed: Option<(rsipstack::sip::Uri, Vec<rsipstack::sip::Param>)>) -> bool {
    let Ok(ours) = crate::name_addr::NameAddr::parse(raw) else { return false };
    let Some((uri, params)) = typed else { return false };
    let tag = params.iter().find_map(|param| match param {
        rsipstack::sip::Param::Tag(tag) => Some(tag.value()),
        _ => None,
    });
    let Ok(parts) = ours.parts() else { return ours.tag() == tag };
    let host = uri.host_with_port.host.to_string();
    let user = uri.auth.map(|auth| auth.user).unwrap_or_default();
    let same_user = user == parts.user || user == parts.unescaped_user();
    ours.tag() == tag && same_user && host.eq_ignore_ascii_case(parts.host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(from: &str) -> Request {
        let text = format!(
            "OPTIONS sip:a@h SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\nFrom: {from}\r\nTo: <sip:b@h>\r\n\
             Call-ID: c\r\nCSeq: 7 OPTIONS\r\nContent-Length: 0\r\n\r\n"
        );
        match SipMessage::try_from(text.as_str()).unwrap() {
            SipMessage::Request(request) => request,
            SipMessage::Response(_) => panic!("a response"),
        }
    }

    #[test]
    fn a_value_cannot_become_a_header() {
        let out = Out::default().header("Subject", "x\r\nEvil: 1\r\n\r\nbody\u{7f}");
        let response = out.response(&request("<sip:a@h>;tag=1"), 200, "t").unwrap();
        assert_eq!(value(&response, "Subject"), Some("xEvil: 1body"));
        assert_eq!((value(&response, "Evil"), value(&response, "To")), (None, Some("<sip:b@h>;tag=t")));
        assert_eq!((cseq(&response), cseq_method(&response)), (Some(7), Some("OPTIONS")));
    }

    #[test]
    fn a_request_keeps_its_body_to_the_byte() {
        let body = b"v=0\r\n\xff\x00".to_vec();
        let request = Out::default().body("application/x", body.clone()).request("INFO", "sip:a@h").unwrap();
        assert_eq!(request.body, body);
        assert!(Out::default().request("INFO", "").is_err());
    }

    #[test]
    fn the_stack_and_we_read_everyday_addresses_alike_and_tricks_differently() {
        for from in [
            "<sip:a@h>;tag=1",
            "\"A, B\" <sip:a@h:5070;x=y>;tag=1",
            "A <sip:a%23@[::1]>;tag=1",
            "sip:a@h;tag=1",
        ] {
            assert!(stack_agrees(&request(from).headers), "{from}");
        }
        assert!(!stack_agrees(&request("\"A <sip:evil@x>\" <sip:ceo@h>;tag=1").headers));
    }

    proptest::proptest! {
        /// What the stack's parser makes of broken messages goes through everything we read them with.
        #[test]
        fn nothing_makes_reading_panic(at in 0usize..400, with in "\\PC{0,4}", cut in 0usize..400) {
            let mut text = String::from_utf8(request("\"A\" <sip:a@h>;tag=1").to_bytes()).unwrap();
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            text.insert_str(at, &with);
            let bytes = text.as_bytes();
            for bytes in [bytes, &bytes[..cut.min(bytes.len())]] {
                if let Ok(SipMessage::Request(request)) = SipMessage::try_from(bytes) {
                    let answer = Out::default().response(&request, 200, "t");
                    assert!(answer.is_err() || value(&answer.unwrap(), "Evil").is_none());
                    assert!(cseq(&request).is_none() || stack_agrees(&request.headers) || bytes != text.as_bytes() || !with.is_empty());
                }
            }
        }
    }
}
