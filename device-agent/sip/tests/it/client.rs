//! A SIP client made of text, for messages no real phone sends and for looking at every answer.

use std::net::SocketAddr;

use cordboard_sip::digest::ha1;
use cordboard_telephony::config::DigestAlgorithm;
use md5::{Digest, Md5};
use tokio::{net::UdpSocket, time::timeout};

use crate::pbx::{Account, PATIENCE, Pbx, REALM};

/// A socket with an account.
pub(crate) struct Client {
    socket: UdpSocket,
    server: SocketAddr,
    pub(crate) account: Account,
    cseq: u32,
    /// The last challenge, taken apart.
    nonce: String,
    count: u32,
    pub(crate) algorithm: DigestAlgorithm,
    /// What it believes its address to be: behind address translation, not the one it is reached at.
    pub(crate) believed: SocketAddr,
}

/// A message as it came.
#[derive(Debug, Clone)]
pub(crate) struct Message(pub(crate) String);

impl Message {
    /// The status of a response; 0 for a request.
    pub(crate) fn status(&self) -> u16 {
        self.0.strip_prefix("SIP/2.0 ").and_then(|rest| rest[..3].parse().ok()).unwrap_or(0)
    }

    /// The first header with this name.
    pub(crate) fn header(&self, name: &str) -> &str {
        let lines = self.0.lines().take_while(|line| !line.is_empty());
        let found = lines
            .filter_map(|line| line.split_once(": "))
            .find(|(given, _)| given.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value).unwrap_or_default()
    }

    pub(crate) fn body(&self) -> &str {
        self.0.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default()
    }

    /// The URI in Contact.
    pub(crate) fn contact(&self) -> &str {
        self.header("Contact").trim_start_matches('<').split('>').next().unwrap_or_default()
    }
}

impl Client {
    pub(crate) async fn new(pbx: &Pbx, account: Account) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.expect("a port");
        let believed = socket.local_addr().expect("an address");
        Self {
            believed,
            socket,
            server: pbx.core.endpoint().udp,
            account,
            cseq: 0,
            nonce: String::new(),
            count: 0,
            algorithm: DigestAlgorithm::Md5,
        }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.socket.local_addr().expect("an address")
    }

    pub(crate) fn server(&self) -> SocketAddr {
        self.server
    }

    pub(crate) async fn send(&self, text: &str) {
        self.send_bytes(text.as_bytes()).await;
    }

    pub(crate) async fn send_bytes(&self, bytes: &[u8]) {
        self.socket.send_to(bytes, self.server).await.expect("sent");
    }

    /// The next message.
    pub(crate) async fn receive(&self) -> Message {
        let mut buffer = vec![0; 8_192];
        let received = timeout(PATIENCE, self.socket.recv_from(&mut buffer)).await.expect("an answer comes");
        let (length, _) = received.expect("received");
        Message(String::from_utf8(buffer[..length].to_vec()).expect("text"))
    }

    /// The next response that is final or the one asked for; provisional ones before it are skipped.
    pub(crate) async fn response(&self, status: u16) -> Message {
        loop {
            let message = self.receive().await;
            match message.status() {
                found if found == status => return message,
                100..=199 => {}
                _ => panic!("expected {status}: {}", message.0),
            }
        }
    }

    /// The next request of this method; anything else before it is skipped.
    pub(crate) async fn request(&self, method: &str) -> Message {
        loop {
            let message = self.receive().await;
            if message.0.starts_with(&format!("{method} ")) {
                return message;
            }
        }
    }

    /// A request outside a dialog.
    pub(crate) fn compose(&mut self, method: &str, uri: &str, to: &str, extra: &str, body: &str) -> String {
        self.cseq += 1;
        let (me, user) = (self.address(), self.account.extension.clone());
        let n = self.cseq;
        self.raw(
            method,
            uri,
            &format!("<sip:{user}@{REALM}>;tag=t{}", me.port()),
            to,
            &format!("c-{n}-{me}"),
            n,
            extra,
            body,
        )
    }

    /// Any request.
    #[allow(clippy::too_many_arguments, reason = "each is one header of the message")]
    pub(crate) fn raw(
        &self,
        method: &str,
        uri: &str,
        from: &str,
        to: &str,
        call_id: &str,
        cseq: u32,
        extra: &str,
        body: &str,
    ) -> String {
        let me = self.address();
        let kind = if body.is_empty() { "" } else { "Content-Type: application/sdp\r\n" };
        let via = format!(
            "SIP/2.0/UDP {};branch=z9hG4bK{}-{method}-{cseq}-{};rport",
            self.believed,
            me.port(),
            self.count
        );
        format!(
            "{method} {uri} SIP/2.0\r\nVia: {via}\r\nMax-Forwards: 70\r\nFrom: {from}\r\nTo: {to}\r\n\
             Call-ID: {call_id}\r\nCSeq: {cseq} {method}\r\nContact: <sip:{}@{}>\r\n{extra}{kind}\
             Content-Length: {}\r\n\r\n{body}",
            self.account.extension,
            self.believed,
            body.len()
        )
    }

    /// The header that answers a challenge.
    pub(crate) fn authorization(&mut self, challenge: &Message, method: &str, uri: &str) -> String {
        let (value, name) = match challenge.status() {
            401 => (challenge.header("WWW-Authenticate"), "Authorization"),
            _ => (challenge.header("Proxy-Authenticate"), "Proxy-Authorization"),
        };
        let nonce = value.split("nonce=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a nonce");
        if self.nonce != nonce {
            (self.nonce, self.count) = (nonce.to_owned(), 0);
        }
        self.count += 1;
        let Account { user, password, .. } = self.account.clone();
        let a1 = ha1(self.algorithm, &user, REALM, &password);
        let a2 = self.hash(&format!("{method}:{uri}"));
        let response = self.hash(&format!("{a1}:{nonce}:{:08x}:cn:auth:{a2}", self.count));
        let algorithm = if self.algorithm == DigestAlgorithm::Md5 { "MD5" } else { "SHA-256" };
        format!(
            "{name}: Digest username=\"{user}\", realm=\"{REALM}\", nonce=\"{nonce}\", uri=\"{uri}\", \
             response=\"{response}\", algorithm={algorithm}, qop=auth, cnonce=\"cn\", nc={:08x}\r\n",
            self.count
        )
    }

    fn hash(&self, text: &str) -> String {
        match self.algorithm {
            DigestAlgorithm::Md5 => hex::encode(Md5::digest(text.as_bytes())),
            DigestAlgorithm::Sha256 => {
                hex::encode(ring::digest::digest(&ring::digest::SHA256, text.as_bytes()))
            }
        }
    }

    /// Sends a request, answers its challenge, and returns what was sent last with the first answer to it.
    pub(crate) async fn authenticated(
        &mut self,
        method: &str,
        uri: &str,
        to: &str,
        extra: &str,
        body: &str,
    ) -> (String, Message) {
        let first = self.compose(method, uri, to, extra, body);
        self.send(&first).await;
        let challenge = self.receive().await;
        if !matches!(challenge.status(), 401 | 407) {
            return (first, challenge);
        }
        let authorization = self.authorization(&challenge, method, uri);
        let second = self.compose(method, uri, to, &format!("{authorization}{extra}"), body);
        self.send(&second).await;
        (second, self.receive().await)
    }

    /// Registers for some seconds and returns the final answer.
    pub(crate) async fn register(&mut self, seconds: u32) -> Message {
        let (uri, to) = (format!("sip:{REALM}"), format!("<sip:{}@{REALM}>", self.account.extension));
        self.authenticated("REGISTER", &uri, &to, &format!("Expires: {seconds}\r\n"), "").await.1
    }

    /// Calls an extension; returns the INVITE and the first answer to it.
    pub(crate) async fn call(&mut self, extension: &str, body: &str) -> (String, Message) {
        let uri = format!("sip:{extension}@{}", self.server);
        self.authenticated("INVITE", &uri, &format!("<{uri}>"), "", body).await
    }

    /// A response to a request that came.
    pub(crate) async fn respond(&self, request: &Message, status: &str, extra: &str, body: &str) {
        let copied: String = ["Via", "From", "Call-ID", "CSeq"]
            .iter()
            .map(|name| format!("{name}: {}\r\n", request.header(name)))
            .collect();
        let to = request.header("To");
        let tag =
            if to.contains(";tag=") { String::new() } else { format!(";tag=r{}", self.address().port()) };
        let kind = if body.is_empty() { "" } else { "Content-Type: application/sdp\r\n" };
        let contact = format!("Contact: <sip:{}@{}>\r\n", self.account.extension, self.believed);
        let text = format!(
            "SIP/2.0 {status}\r\n{copied}To: {to}{tag}\r\n{contact}{extra}{kind}Content-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.send(&text).await;
    }

    /// A request inside the dialog that `response` to our `invite` made.
    pub(crate) fn in_dialog(&self, method: &str, response: &Message, cseq: u32, body: &str) -> String {
        let (from, to) = (response.header("From"), response.header("To"));
        self.raw(method, response.contact(), from, to, response.header("Call-ID"), cseq, "", body)
    }

    /// A request inside the dialog that our 2xx to their `invite` made.
    pub(crate) fn in_dialog_as_callee(
        &self,
        method: &str,
        invite: &Message,
        cseq: u32,
        body: &str,
    ) -> String {
        let us = format!("{};tag=r{}", invite.header("To"), self.address().port());
        self.raw(
            method,
            invite.contact(),
            &us,
            invite.header("From"),
            invite.header("Call-ID"),
            cseq,
            "",
            body,
        )
    }
}

/// CSeq number of a message.
pub(crate) fn cseq(text: &str) -> u32 {
    let message = Message(text.to_owned());
    message.header("CSeq").split(' ').next().and_then(|n| n.parse().ok()).expect("a CSeq")
}

/// A description with audio at this address.
pub(crate) fn sdp(address: SocketAddr) -> String {
    format!(
        "v=0\r\no=- 1 1 IN IP4 {ip}\r\ns=-\r\nc=IN IP4 {ip}\r\nt=0 0\r\nm=audio {} RTP/AVP 8\r\na=sendrecv\r\n",
        address.port(),
        ip = address.ip()
    )
}
