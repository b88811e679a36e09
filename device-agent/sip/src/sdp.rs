//! Session descriptions on their way through the relay (RFC 4566, RFC 3264).
//!
//! Only what the relay changes is touched: the addresses and ports of the first active audio stream become the
//! relay's, every other stream is refused with port 0, candidates that would lead around the relay are left out.
//! All other lines stay as they are, so codecs, encryption keys and hold pass between the devices unharmed.

use std::net::{IpAddr, SocketAddr};

/// The description cannot be relayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SdpError {
    /// It is no session description.
    #[error("not a session description")]
    Malformed,
    /// It has streams, and none of them is audio.
    #[error("no audio stream")]
    NoAudio,
}

/// Where a device wants its audio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remote {
    /// RTP; none while the stream is refused or the address is unspecified (an old way to hold).
    pub rtp: Option<SocketAddr>,
    /// RTCP; next port unless the description says otherwise (RFC 3605).
    pub rtcp: Option<SocketAddr>,
}

/// A description as it goes to the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relayed {
    /// The rewritten description.
    pub body: String,
    /// Where its sender wants audio.
    pub remote: Remote,
}

/// Rewrites a description so that the other side sends its audio to `relay` (RTP; RTCP on the next port).
///
/// # Errors
/// [`SdpError`].
pub fn relay(body: &[u8], relay: SocketAddr) -> Result<Relayed, SdpError> {
    let text = std::str::from_utf8(body).map_err(|_| SdpError::Malformed)?;
    let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
    if lines.first() != Some(&"v=0") || lines.iter().any(|line| !line.is_empty() && !is_line(line)) {
        return Err(SdpError::Malformed);
    }
    let audio = find_audio(&lines)?;
    let mut writer = Writer { relay, audio, stream: None, body: String::with_capacity(text.len() + 64) };
    lines.iter().filter(|line| !line.is_empty()).try_for_each(|line| writer.line(line))?;
    Ok(Relayed { remote: remote(&lines, audio), body: writer.body })
}

fn is_line(line: &str) -> bool {
    let mut bytes = line.bytes();
    bytes.next().is_some_and(|kind| kind.is_ascii_lowercase()) && bytes.next() == Some(b'=')
}

/// The number of the first audio stream that is not refused; none when there is only a refused one.
fn find_audio(lines: &[&str]) -> Result<Option<usize>, SdpError> {
    let media: Vec<Media<'_>> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("m="))
        .map(Media::parse)
        .collect::<Result<_, _>>()?;
    match media.iter().position(|m| m.is_audio() && m.port != 0) {
        Some(at) => Ok(Some(at)),
        None if media.iter().any(Media::is_audio) || media.is_empty() => Ok(None),
        None => Err(SdpError::NoAudio),
    }
}

/// An `m=` line (RFC 4566 §5.14).
struct Media<'a> {
    kind: &'a str,
    port: u16,
    /// Protocol and formats.
    rest: &'a str,
}

impl<'a> Media<'a> {
    fn parse(value: &'a str) -> Result<Self, SdpError> {
        let (kind, rest) = value.split_once(' ').ok_or(SdpError::Malformed)?;
        let (port, rest) = rest.split_once(' ').ok_or(SdpError::Malformed)?;
        let port = port.split('/').next().and_then(|port| port.parse().ok()).ok_or(SdpError::Malformed)?;
        Ok(Self { kind, port, rest })
    }

    fn is_audio(&self) -> bool {
        let proto = self.rest.split(' ').next().unwrap_or_default();
        self.kind == "audio" && proto.contains("RTP/")
    }
}

struct Writer {
    relay: SocketAddr,
    audio: Option<usize>,
    /// The stream the current line belongs to; none in the session part.
    stream: Option<usize>,
    body: String,
}

impl Writer {
    fn line(&mut self, line: &str) -> Result<(), SdpError> {
        if let Some(value) = line.strip_prefix("m=") {
            let media = Media::parse(value)?;
            self.stream = Some(self.stream.map_or(0, |at| at + 1));
            let port = if self.is_audio() { self.relay.port() } else { 0 };
            self.push(&format!("m={} {port} {}", media.kind, media.rest));
        } else if let Some(value) = line.strip_prefix("c=") {
            match connection(value) {
                Some(ip) if ip.is_unspecified() => self.push(line),
                _ => self.push(&format!("c=IN {}", net_address(self.relay.ip()))),
            }
        } else if line.starts_with("a=rtcp:") {
            let port = if self.is_audio() { self.relay.port().saturating_add(1) } else { 0 };
            self.push(&format!("a=rtcp:{port}"));
        } else if !leads_around_the_relay(line) {
            self.push(line);
        }
        Ok(())
    }

    fn is_audio(&self) -> bool {
        self.audio.is_some() && self.stream == self.audio
    }

    fn push(&mut self, line: &str) {
        self.body.push_str(line);
        self.body.push_str("\r\n");
    }
}

fn leads_around_the_relay(line: &str) -> bool {
    ["a=candidate:", "a=remote-candidates:", "a=ice-", "a=end-of-candidates"]
        .iter()
        .any(|start| line.starts_with(start))
}

fn net_address(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => format!("IP4 {ip}"),
        IpAddr::V6(ip) => format!("IP6 {ip}"),
    }
}

/// Reads `IN IP4 address` with or without a multicast suffix.
fn connection(value: &str) -> Option<IpAddr> {
    let address = value.split(' ').nth(2)?;
    address.split('/').next()?.parse().ok()
}

fn remote(lines: &[&str], audio: Option<usize>) -> Remote {
    let (mut at, mut session_ip, mut ip, mut port, mut rtcp) = (None, None, None, None, None);
    for line in lines {
        if let Some(value) = line.strip_prefix("m=") {
            at = Some(at.map_or(0, |at| at + 1));
            if at == audio {
                port = Media::parse(value).ok().map(|media| media.port);
            }
        } else if let Some(value) = line.strip_prefix("c=") {
            match at {
                None => session_ip = connection(value),
                _ if at == audio => ip = connection(value),
                _ => {}
            }
        } else if let Some(value) = line.strip_prefix("a=rtcp:").filter(|_| at == audio) {
            rtcp = value.split(' ').next().and_then(|port| port.parse::<u16>().ok());
        }
    }
    let ip = ip.or(session_ip).filter(|ip| !ip.is_unspecified());
    let address = |port: Option<u16>| ip.zip(port.filter(|port| *port != 0)).map(SocketAddr::from);
    let port = port.filter(|_| audio.is_some());
    Remote {
        rtp: address(port),
        rtcp: address(rtcp.filter(|_| port.is_some()).or(port.map(|p| p.saturating_add(1)))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OFFER: &str = "v=0\r\no=- 1 1 IN IP4 10.0.0.7\r\ns=-\r\nc=IN IP4 10.0.0.7\r\nt=0 0\r\n\
        m=audio 4000 RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtcp:4005\r\na=candidate:1 1 UDP 1 10.0.0.7 4000 typ host\r\n\
        a=ice-ufrag:x\r\na=sendrecv\r\nm=video 4002 RTP/AVP 99\r\nc=IN IP4 10.0.0.8\r\na=x-unknown:1\r\n";

    fn to() -> SocketAddr {
        SocketAddr::from(([192, 0, 2, 1], 20_000))
    }

    #[test]
    fn audio_goes_to_the_relay_and_the_rest_stays() {
        let relayed = relay(OFFER.as_bytes(), to()).unwrap();
        assert_eq!(
            relayed.body,
            "v=0\r\no=- 1 1 IN IP4 10.0.0.7\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n\
             m=audio 20000 RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtcp:20001\r\na=sendrecv\r\n\
             m=video 0 RTP/AVP 99\r\nc=IN IP4 192.0.2.1\r\na=x-unknown:1\r\n"
        );
        assert_eq!(relayed.remote.rtp, Some("10.0.0.7:4000".parse().unwrap()));
        assert_eq!(relayed.remote.rtcp, Some("10.0.0.7:4005".parse().unwrap()));
    }

    #[test]
    fn hold_passes_through() {
        let old = OFFER.replace("c=IN IP4 10.0.0.7", "c=IN IP4 0.0.0.0");
        let relayed = relay(old.as_bytes(), to()).unwrap();
        assert!(relayed.body.contains("c=IN IP4 0.0.0.0\r\n"));
        assert_eq!(relayed.remote.rtp, None);
        let new = OFFER.replace("a=sendrecv", "a=sendonly");
        assert!(relay(new.as_bytes(), to()).unwrap().body.contains("a=sendonly"));
    }

    #[test]
    fn a_media_address_wins_over_the_session_address() {
        let body = OFFER.replace("a=rtpmap", "c=IN IP4 10.0.0.9\r\na=rtpmap");
        assert_eq!(relay(body.as_bytes(), to()).unwrap().remote.rtp, Some("10.0.0.9:4000".parse().unwrap()));
    }

    #[test]
    fn refused_audio_stays_refused_and_other_media_alone_is_no_call() {
        let refused = OFFER.replace("m=audio 4000", "m=audio 0");
        let relayed = relay(refused.as_bytes(), to()).unwrap();
        assert!(relayed.body.contains("m=audio 0 ") && relayed.remote.rtp.is_none());
        let fax = "v=0\r\no=- 1 1 IN IP4 h\r\ns=-\r\nt=0 0\r\nm=image 4000 udptl t38\r\n";
        assert_eq!(relay(fax.as_bytes(), to()), Err(SdpError::NoAudio));
        for bad in ["", "hello", "v=0\r\nm=audio\r\n", "v=0\r\nm=audio x RTP/AVP 0\r\n", "v=0\r\n=x\r\n"] {
            assert_eq!(relay(bad.as_bytes(), to()), Err(SdpError::Malformed), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(body in proptest::collection::vec(any::<u8>(), 0..300), tail in "(v=0\r\n)?([a-z]=\\PC{0,20}\r\n){0,8}") {
            for body in [body.as_slice(), tail.as_bytes()] {
                prop_assert!(relay(body, to()).is_err() || body.starts_with(b"v=0"));
            }
        }

        /// Relaying twice changes nothing more, and no stream is lost.
        #[test]
        fn relaying_is_stable(port in 1u16..65535, kinds in proptest::collection::vec("audio|video|image", 1..4)) {
            let media: String = kinds.iter().map(|kind| format!("m={kind} {port} RTP/AVP 0\r\n")).collect();
            let body = format!("v=0\r\ns=-\r\nc=IN IP4 10.0.0.1\r\n{media}");
            if let Ok(once) = relay(body.as_bytes(), to()) {
                prop_assert_eq!(once.body.matches("m=").count(), kinds.len());
                prop_assert_eq!(relay(once.body.as_bytes(), to()).unwrap().body, once.body);
            }
        }
    }
}
