//! One dialog (RFC 3261 §12).

use rsipstack::{
    sip::{HasHeaders, Request, Response},
    transaction::random_text,
};

use super::table::Key;
use crate::{
    ingress::ALLOW,
    name_addr::NameAddr,
    wire::{
        Link, Out,
        message::{Unwritable, cseq, value, values},
    },
};

/// Length of tags, branches and Call-IDs, in letters and digits: more than 90 bits of chance.
const RANDOM: usize = 20;

/// A random word for tags and identifiers.
pub(super) fn word() -> String {
    random_text(RANDOM)
}

/// A body with its type.
pub(super) type Body = Option<(String, Vec<u8>)>;

/// Whether a body is a session description.
pub(super) fn is_sdp(kind: &str) -> bool {
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/sdp")
}

/// What both ends of a dialog agreed on.
#[derive(Debug, Clone)]
pub(super) struct Dialog {
    pub(super) call_id: String,
    /// Our address with our tag, a From of requests we send.
    local: String,
    pub(super) local_tag: String,
    /// The peer's address with its tag.
    remote: String,
    remote_tag: String,
    local_seq: u32,
    remote_seq: Option<u32>,
    /// Where the peer wants requests: their Request-URI.
    target: String,
    routes: Vec<String>,
    /// Our Contact.
    pub(super) contact: String,
    pub(super) link: Link,
}

impl Dialog {
    /// The dialog of an INVITE that came in.
    pub(super) fn incoming(invite: &Request, local_tag: &str, link: Link, user: &str) -> Option<Self> {
        let (from, to) = (value(invite, "From")?, value(invite, "To")?);
        Some(Self {
            call_id: value(invite, "Call-ID")?.to_owned(),
            local: format!("{to};tag={local_tag}"),
            local_tag: local_tag.to_owned(),
            remote: from.to_owned(),
            remote_tag: NameAddr::parse(from).ok()?.tag()?.to_owned(),
            local_seq: 0,
            remote_seq: cseq(invite),
            target: contact_of(invite)?,
            routes: values(invite, "Record-Route").map(str::to_owned).collect(),
            contact: link.contact(user),
            link,
        })
    }

    /// The dialog of an INVITE we send; the peer's side is filled in by its answer.
    pub(super) fn outgoing(from: &str, to: &str, target: &str, contact: String, link: Link) -> Self {
        let local_tag = word();
        Self {
            call_id: word(),
            local: format!("{from};tag={local_tag}"),
            local_tag,
            remote: to.to_owned(),
            remote_tag: String::new(),
            local_seq: 0,
            remote_seq: None,
            target: target.to_owned(),
            routes: Vec::new(),
            contact,
            link,
        }
    }

    /// Fills in the peer's side from its 2xx.
    pub(super) fn answered(&mut self, response: &Response) {
        if let Some(to) = value(response, "To") {
            self.remote = to.to_owned();
            let tag = NameAddr::parse(to).ok().and_then(|to| to.tag().map(str::to_owned));
            self.remote_tag = tag.unwrap_or_default();
        }
        self.routes = values(response, "Record-Route").map(str::to_owned).collect();
        self.routes.reverse();
        self.retarget(response);
    }

    /// Takes the peer's new Contact (RFC 3261 §12.2).
    pub(super) fn retarget(&mut self, message: &impl HasHeaders) {
        if let Some(contact) = contact_of(message) {
            self.target = contact;
        }
    }

    /// Takes a new way back to the peer: a connection that was opened again, a port its router has changed. Not to
    /// another host: whoever has seen a message of ours could draw the call there.
    pub(super) fn moved(&mut self, link: Link) {
        if link.peer.ip() == self.link.peer.ip() && link.transport == self.link.transport {
            self.link = link;
        }
    }

    pub(super) fn key(&self) -> Key {
        Key { call_id: self.call_id.clone(), local_tag: self.local_tag.clone() }
    }

    /// Whether a request is of this dialog and newer than the last; notes its number.
    pub(super) fn accepts(&mut self, request: &Request) -> Result<(), u16> {
        let from = value(request, "From").and_then(|from| NameAddr::parse(from).ok());
        if from.and_then(|from| from.tag().map(|tag| tag == self.remote_tag)) != Some(true) {
            return Err(481);
        }
        let seq = cseq(request).ok_or(400_u16)?;
        if self.remote_seq.is_some_and(|last| seq <= last) {
            return Err(500);
        }
        self.remote_seq = Some(seq);
        Ok(())
    }

    /// A request of this dialog.
    pub(super) fn request(&mut self, method: &str, out: Out) -> Result<Request, Unwritable> {
        self.local_seq = self.local_seq.saturating_add(1);
        self.numbered(method, self.local_seq, out)
    }

    /// The ACK for a 2xx to the INVITE with this CSeq.
    pub(super) fn ack(&self, seq: u32, body: Body) -> Result<Request, Unwritable> {
        self.numbered("ACK", seq, Out::default().maybe_body(body))
    }

    fn numbered(&self, method: &str, seq: u32, out: Out) -> Result<Request, Unwritable> {
        let via = format!(
            "SIP/2.0/{} {};branch=z9hG4bK{};rport",
            self.link.via_transport(),
            self.link.local,
            word()
        );
        let head = Out::default()
            .header("Via", &via)
            .header("Max-Forwards", "70")
            .header("From", &self.local)
            .header("To", &self.remote)
            .header("Call-ID", &self.call_id)
            .header("CSeq", &format!("{seq} {method}"))
            .header("Contact", &self.contact)
            .header("Allow", ALLOW)
            .header("User-Agent", crate::AGENT);
        let head = self.routes.iter().fold(head, |head, route| head.header("Route", route));
        head.then(out).request(method, &self.target)
    }
}

/// The CANCEL of an INVITE we sent (RFC 3261 §9.1).
pub(super) fn cancel(invite: &Request) -> Result<Request, Unwritable> {
    let copied = ["Via", "From", "To", "Call-ID", "Max-Forwards", "Route"];
    let head = copied.iter().fold(Out::default(), |head, name| {
        values(invite, name).fold(head, |head, value| head.header(name, value))
    });
    let seq = cseq(invite).unwrap_or(1);
    head.header("CSeq", &format!("{seq} CANCEL")).request("CANCEL", &invite.uri.to_string())
}

fn contact_of(message: &impl HasHeaders) -> Option<String> {
    Some(NameAddr::parse(value(message, "Contact")?).ok()?.uri)
}
