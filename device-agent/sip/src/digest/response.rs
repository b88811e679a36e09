//! What stands in an Authorization header.

/// The parameters of a `Digest` Authorization or Proxy-Authorization value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DigestResponse {
    pub(crate) username: String,
    pub(crate) realm: String,
    pub(super) nonce: String,
    pub(super) uri: String,
    pub(super) response: String,
    pub(super) algorithm: Option<String>,
    pub(super) qop: Option<String>,
    pub(super) cnonce: String,
    pub(super) nc: String,
}

impl DigestResponse {
    /// Reads a header value; none when it is not `Digest` or cannot be read.
    pub(crate) fn parse(value: &str) -> Option<Self> {
        let (scheme, rest) = value.trim().split_once([' ', '\t'])?;
        if !scheme.eq_ignore_ascii_case("Digest") {
            return None;
        }
        let mut response = Self::default();
        let mut rest = rest.trim_start();
        while !rest.is_empty() {
            let (name, value, behind) = parameter(rest)?;
            response.set(name, value);
            rest = behind.trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        }
        Some(response)
    }

    fn set(&mut self, name: &str, value: String) {
        match name.to_ascii_lowercase().as_str() {
            "username" => self.username = value,
            "realm" => self.realm = value,
            "nonce" => self.nonce = value,
            "uri" => self.uri = value,
            "response" => self.response = value,
            "algorithm" => self.algorithm = Some(value),
            "qop" => self.qop = Some(value),
            "cnonce" => self.cnonce = value,
            "nc" => self.nc = value,
            // `opaque` is never sent by us; anything else means nothing here (RFC 7616 §3.4).
            _ => {}
        }
    }
}

/// Reads `name=value` or `name="value"`; returns what is behind it.
fn parameter(text: &str) -> Option<(&str, String, &str)> {
    let (name, rest) = text.split_once('=')?;
    let (name, rest) = (name.trim(), rest.trim_start());
    if name.is_empty() || name.contains([',', '"']) {
        return None;
    }
    match rest.strip_prefix('"') {
        Some(quoted) => quoted_value(quoted).map(|(value, behind)| (name, value, behind)),
        None => {
            let (value, behind) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
            Some((name, value.trim().to_owned(), behind))
        }
    }
}

fn quoted_value(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, text.get(at + 1..)?)),
            '\\' => value.push(chars.next()?.1),
            c => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quoted_and_plain_parameters() {
        let value = r#"Digest username="a\"b,c", realm="r", nonce="n",uri="sip:h", response="x", nc=000001ff , qop=auth,cnonce="c""#;
        let response = DigestResponse::parse(value).unwrap();
        assert_eq!((response.username.as_str(), response.nc.as_str()), ("a\"b,c", "000001ff"));
        assert_eq!((response.qop.as_deref(), response.algorithm), (Some("auth"), None));
    }

    #[test]
    fn what_is_not_digest_is_nothing() {
        for value in ["", "Basic YQ==", "Digest", "Digest username=\"open", "Digest ,", "Digest x"] {
            assert_eq!(DigestResponse::parse(value), None, "{value}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(value in "Digest \\PC*") {
            prop_assert!(DigestResponse::parse(&value).is_none() || value.contains('='));
        }
    }
}
