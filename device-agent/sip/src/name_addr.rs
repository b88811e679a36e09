//! Addresses as they stand in From, To and Contact (RFC 3261 §25.1, `name-addr` and `addr-spec`).
//!
//! Read from the raw header value, quoted strings first: a `<` inside a display name is text, not the start of an
//! address. Whoever reads it otherwise takes `"A <sip:evil@x>" <sip:ceo@h>` for somebody else (sip-stack §4).

/// The value is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a SIP address")]
pub struct Malformed;

/// One address with its header parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameAddr {
    /// The display name without quotes and escapes, empty when there is none.
    pub display: String,
    /// The URI.
    pub uri: String,
    params: Vec<(String, Option<String>)>,
}

impl NameAddr {
    /// Reads a header value with exactly one address.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn parse(value: &str) -> Result<Self, Malformed> {
        match Self::parse_list(value)?.as_slice() {
            [one] => Ok(one.clone()),
            _ => Err(Malformed),
        }
    }

    /// Reads a header value with one or more addresses separated by commas.
    ///
    /// # Errors
    /// [`Malformed`] when any of them is.
    pub fn parse_list(value: &str) -> Result<Vec<Self>, Malformed> {
        split_outside(value, ',')?.into_iter().map(parse_one).collect()
    }

    /// The value of a header parameter; empty for one without a value.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_deref().unwrap_or_default())
    }

    /// The `tag` parameter.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        self.param("tag").filter(|tag| !tag.is_empty())
    }

    /// The URI taken apart.
    ///
    /// # Errors
    /// [`Malformed`].
    pub fn parts(&self) -> Result<UriParts<'_>, Malformed> {
        UriParts::parse(&self.uri)
    }
}

/// A `sip:` or `sips:` URI taken apart, everything as sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UriParts<'a> {
    /// `sip` or `sips`, as sent.
    pub scheme: &'a str,
    /// User part without password, not unescaped; empty when there is none.
    pub user: &'a str,
    /// Host name or address; IPv6 in brackets.
    pub host: &'a str,
    /// Port.
    pub port: Option<u16>,
}

impl<'a> UriParts<'a> {
    /// Takes a URI apart.
    ///
    /// # Errors
    /// [`Malformed`]: no `sip:` or `sips:`, no host, a bad port, or a character that cannot stand in a URI.
    pub fn parse(uri: &'a str) -> Result<Self, Malformed> {
        if uri.bytes().any(|b| b <= b' ' || b == 0x7f || matches!(b, b'<' | b'>' | b'"')) {
            return Err(Malformed);
        }
        let (scheme, rest) = uri.split_once(':').ok_or(Malformed)?;
        if !scheme.eq_ignore_ascii_case("sip") && !scheme.eq_ignore_ascii_case("sips") {
            return Err(Malformed);
        }
        // The user part may hold `;` and `?` (RFC 3261 §19.1.1), so it goes first.
        let (user_info, rest) = rest.split_once('@').unwrap_or(("", rest));
        let user = user_info.split_once(':').map_or(user_info, |(user, _)| user);
        let host_port = rest.split([';', '?']).next().unwrap_or_default();
        let (host, port) = split_host_port(host_port)?;
        Ok(Self { scheme, user, host, port })
    }

    /// The user part with `%xx` escapes resolved.
    #[must_use]
    pub fn unescaped_user(&self) -> String {
        unescape(self.user)
    }
}

fn split_host_port(text: &str) -> Result<(&str, Option<u16>), Malformed> {
    let end_of_host = match text.strip_prefix('[') {
        Some(rest) => rest.find(']').map(|at| at + 2).ok_or(Malformed)?,
        None => text.find(':').unwrap_or(text.len()),
    };
    let (host, rest) = text.split_at_checked(end_of_host).ok_or(Malformed)?;
    if host.is_empty() || host.contains('@') {
        return Err(Malformed);
    }
    match rest.strip_prefix(':') {
        None if rest.is_empty() => Ok((host, None)),
        Some(port) => port.parse().map(|port| (host, Some(port))).map_err(|_| Malformed),
        None => Err(Malformed),
    }
}

fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escaped = tail.get(..2).filter(|_| *first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match escaped.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Splits at `separator` where it stands neither in a quoted string nor between `<` and `>`.
fn split_outside(text: &str, separator: char) -> Result<Vec<&str>, Malformed> {
    let (mut parts, mut start) = (Vec::new(), 0);
    let (mut quoted, mut escaped, mut angled) = (false, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if !angled => quoted = !quoted,
            _ if quoted => {}
            '<' if !angled => angled = true,
            '>' if angled => angled = false,
            '<' | '>' => return Err(Malformed),
            c if c == separator && !angled => {
                parts.push(text.get(start..at).ok_or(Malformed)?);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    if quoted || angled || escaped {
        return Err(Malformed);
    }
    parts.push(text.get(start..).ok_or(Malformed)?);
    Ok(parts)
}

fn parse_one(text: &str) -> Result<NameAddr, Malformed> {
    let text = text.trim();
    let (display, rest) = match text.strip_prefix('"') {
        Some(rest) => quoted_string(rest)?,
        None => (String::new(), text),
    };
    let (before, bracketed) = match rest.split_once('<') {
        Some((before, after)) => (before.trim(), Some(after.split_once('>').ok_or(Malformed)?)),
        None => (rest, None),
    };
    let Some((uri, params)) = bracketed else {
        // Without brackets every parameter belongs to the header (RFC 3261 §20.10).
        let (uri, params) = rest.split_at(rest.find(';').unwrap_or(rest.len()));
        return if display.is_empty() { finish(String::new(), uri, params) } else { Err(Malformed) };
    };
    match (display.is_empty(), before.is_empty()) {
        (_, true) => finish(display, uri, params),
        (true, false) => finish(before.to_owned(), uri, params),
        (false, false) => Err(Malformed),
    }
}

/// Reads up to the closing quote; the rest is behind it.
fn quoted_string(text: &str) -> Result<(String, &str), Malformed> {
    let mut out = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((out, text.get(at + 1..).ok_or(Malformed)?)),
            '\\' => out.push(chars.next().ok_or(Malformed)?.1),
            c => out.push(c),
        }
    }
    Err(Malformed)
}

fn finish(display: String, uri: &str, params: &str) -> Result<NameAddr, Malformed> {
    let uri = uri.trim();
    let right = uri.contains(':') && !uri.bytes().any(|b| b <= b' ' || b == 0x7f || b == b'"' || b == b'<');
    if !right {
        return Err(Malformed);
    }
    let mut sections = split_outside(params.trim(), ';')?.into_iter();
    if sections.next().is_some_and(|before| !before.trim().is_empty()) {
        return Err(Malformed);
    }
    Ok(NameAddr { display, uri: uri.to_owned(), params: sections.map(parameter).collect::<Result<_, _>>()? })
}

fn parameter(text: &str) -> Result<(String, Option<String>), Malformed> {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (name.trim(), Some(value.trim())),
        None => (text.trim(), None),
    };
    let value = match value {
        Some(value) => Some(match value.strip_prefix('"') {
            Some(rest) => quoted_string(rest)?.0,
            None => value.to_owned(),
        }),
        None => None,
    };
    if name.is_empty() { Err(Malformed) } else { Ok((name.to_owned(), value)) }
}

/// A display name as a quoted string, with everything taken out that could end the line or the string.
#[must_use]
pub fn quote(display: &str) -> String {
    let clean = display.chars().filter(|c| !c.is_control());
    let escaped = clean.flat_map(|c| matches!(c, '"' | '\\').then_some('\\').into_iter().chain([c]));
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_in_a_display_name_is_text() {
        let address = NameAddr::parse(r#""A <sip:evil@x>" <sip:ceo@h>;tag=1"#).unwrap();
        assert_eq!((address.display.as_str(), address.uri.as_str()), ("A <sip:evil@x>", "sip:ceo@h"));
        assert_eq!(address.tag(), Some("1"));
    }

    #[test]
    fn everyday_forms() {
        for (value, display, uri, tag) in [
            ("sip:201@h;tag=9", "", "sip:201@h", Some("9")),
            ("<sip:201@h;transport=tcp>;expires=0", "", "sip:201@h;transport=tcp", None),
            ("Front Desk <sip:201@h>;tag=\"q\"", "Front Desk", "sip:201@h", Some("q")),
            (r#""Q \"x\" \\" <sip:a;b?c@[fd00::1]:5062>"#, r#"Q "x" \"#, "sip:a;b?c@[fd00::1]:5062", None),
        ] {
            let address = NameAddr::parse(value).unwrap();
            assert_eq!((address.display.as_str(), address.uri.as_str()), (display, uri), "{value}");
            assert_eq!(address.tag(), tag, "{value}");
        }
    }

    #[test]
    fn lists_split_outside_quotes_and_brackets() {
        let list = NameAddr::parse_list(r#""a, b" <sip:x@h,y>, <sip:z@h>;q=0.5"#).unwrap();
        assert_eq!(list.iter().map(|a| a.uri.as_str()).collect::<Vec<_>>(), ["sip:x@h,y", "sip:z@h"]);
        assert_eq!(NameAddr::parse(r#"<sip:x@h>, <sip:z@h>"#), Err(Malformed));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for value in [
            "",
            "\"open <sip:a@h>",
            "<sip:a@h",
            "sip:a@h>",
            "<sip:a b@h>",
            "\"a\" \"b\" <sip:a@h>",
            "<<sip:a@h>>",
            "\"a\" sip:a@h",
            "<sip:a@h> x",
        ] {
            assert_eq!(NameAddr::parse(value), Err(Malformed), "{value}");
        }
    }

    #[test]
    fn uris() {
        let uri = UriParts::parse("sip:a%23b:pw@h.test:5070;lr?x=y").unwrap();
        assert_eq!((uri.user, uri.host, uri.port), ("a%23b", "h.test", Some(5070)));
        assert_eq!(uri.unescaped_user(), "a#b");
        assert_eq!(UriParts::parse("sip:[fd00::1]:5061").unwrap().host, "[fd00::1]");
        for bad in ["tel:+1", "sip:", "sip:@", "sip:a@h:99999", "sip:a@h:", "sip:a@[::1", "sip:a@h>"] {
            assert_eq!(UriParts::parse(bad), Err(Malformed), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(value in "\\PC*") {
            let list = NameAddr::parse_list(&value).unwrap_or_default();
            prop_assert!(list.iter().all(|address| address.parts().is_err() || !address.uri.contains(' ')));
        }

        /// Whatever a person is called, the address behind the name is the one that is read.
        #[test]
        fn a_name_never_becomes_an_address(name in "\\PC{0,40}", user in "[a-z0-9]{1,8}") {
            let value = format!("{} <sip:{user}@host.test>;tag=t", quote(&name));
            let address = NameAddr::parse(&value).unwrap();
            prop_assert_eq!(address.uri, format!("sip:{}@host.test", user));
            let shown: String = name.chars().filter(|c| !c.is_control()).collect();
            prop_assert_eq!(address.display, shown);
        }
    }
}
