//! Where messages pass: datagrams before the stack has read them, messages before it makes transactions of them.

use std::{
    hash::BuildHasher,
    net::SocketAddr,
    panic::AssertUnwindSafe,
    sync::{Arc, OnceLock, Weak},
};

use cordboard_telephony::registrar::Flow;
use futures_util::FutureExt;
use rsipstack::{
    sip::{Method, Request, SipMessage},
    transaction::{
        endpoint::{EndpointInnerRef, TransportEventInspector},
        key::{TransactionKey, TransactionRole},
        transaction::Transaction,
    },
    transport::{SipAddr, SipConnection, TransportEvent},
};

use super::{
    invite::Invited,
    limits::Admit,
    register::Answer,
    sanity::{ALLOW, examine, request_line},
    site::Site,
};
use crate::{
    calls::Calls,
    name_addr::{NameAddr, UriParts},
    wire::{
        Out, Stack, flows,
        listen::{Gate, Gatekeeper},
        message::{stack_agrees, value},
        raw::RawMessage,
    },
};

/// The first look at a datagram: sanity and how much its source may ask for.
#[derive(Default)]
pub(crate) struct Door {
    /// Not kept alive: the site holds the socket, the socket holds this.
    site: OnceLock<Weak<Site>>,
}

impl Door {
    /// Opens the door once the site is up; nothing passes before.
    pub(crate) fn open(&self, site: &Arc<Site>) {
        self.site.get_or_init(|| Arc::downgrade(site));
    }
}

impl Gatekeeper for Door {
    fn examine(&self, datagram: &[u8], from: SocketAddr) -> Gate {
        let Some(site) = self.site.get().and_then(Weak::upgrade) else { return Gate::Drop };
        match site.admit(datagram, from) {
            Gate::Pass => examine(datagram),
            refused => refused,
        }
    }
}

impl Site {
    /// Whether the source of a datagram may ask now. Keep-alives and emergency calls always may.
    fn admit(&self, datagram: &[u8], from: SocketAddr) -> Gate {
        if datagram.len() <= 4 {
            return Gate::Pass;
        }
        let admitted = self.charge(from.ip());
        if admitted == Admit::Yes {
            return Gate::Pass;
        }
        let Some(raw) = RawMessage::parse(datagram) else { return Gate::Drop };
        match admitted {
            _ if self.is_emergency(raw.start) => Gate::Pass,
            Admit::Ignore => Gate::Drop,
            // What belongs to a call in progress ends sooner when it is heard.
            _ if belongs_to_a_call(raw.start) => Gate::Pass,
            _ => {
                let answer = raw.answer(503, "Service Unavailable", "Retry-After: 5\r\n");
                answer.map_or(Gate::Drop, Gate::Answer)
            }
        }
    }

    fn is_emergency(&self, start: &str) -> bool {
        let Some(("INVITE", uri, _)) = request_line(start) else { return false };
        let user = UriParts::parse(uri).map(|uri| uri.unescaped_user()).unwrap_or_default();
        self.config().site.emergency_numbers.contains(&user)
    }
}

fn belongs_to_a_call(start: &str) -> bool {
    ["SIP/", "ACK ", "BYE ", "CANCEL "].iter().any(|begin| start.starts_with(begin))
}

/// The second look, at messages the stack has read.
pub(crate) struct Inspector {
    site: Arc<Site>,
    calls: Arc<Calls>,
    endpoint: Arc<Stack>,
}

#[async_trait::async_trait]
impl TransportEventInspector for Inspector {
    async fn handle(&self, event: TransportEvent) -> Option<TransportEvent> {
        // Every message passes here, one after the other: what breaks on one must not end the task for all.
        let handled = AssertUnwindSafe(self.look_at(event)).catch_unwind().await;
        handled.unwrap_or_else(|_| {
            tracing::error!("a SIP message was dropped: looking at it panicked");
            None
        })
    }
}

impl Inspector {
    async fn look_at(&self, event: TransportEvent) -> Option<TransportEvent> {
        match event {
            TransportEvent::Incoming(SipMessage::Request(request), connection, from) => {
                let keep = self.request(&request, &connection, &from).await;
                keep.then_some(TransportEvent::Incoming(SipMessage::Request(request), connection, from))
            }
            TransportEvent::Incoming(SipMessage::Response(response), connection, from) => {
                let taken = self.calls.acknowledge_again(&response).await;
                (!taken).then_some(TransportEvent::Incoming(SipMessage::Response(response), connection, from))
            }
            TransportEvent::Closed(connection) => {
                if let Some(lost) = self.site.flows.closed(&connection) {
                    self.site.flow_lost(lost);
                }
                None
            }
            TransportEvent::New(_) => None,
        }
    }

    /// `endpoint` is filled once it exists, which is after this inspector.
    pub(crate) fn new(site: Arc<Site>, calls: Arc<Calls>, endpoint: Arc<Stack>) -> Self {
        Self { site, calls, endpoint }
    }

    /// Whether the stack is to see the request.
    async fn request(&self, request: &Request, connection: &SipConnection, from: &SipAddr) -> bool {
        let Some(flow) = self.site.flows.of(connection, from) else { return false };
        if connection.is_reliable() && !self.stream_passes(request, connection, &flow).await {
            return false;
        }
        let answer = match request.method {
            Method::Register => self.site.register(request, flow),
            Method::Options => {
                Answer(200, Out::default().header("Allow", ALLOW).header("Accept", "application/sdp"))
            }
            // From here on the stack's reading counts too: it matches transactions by it.
            _ if !stack_agrees(&request.headers) => Answer::plain(400),
            Method::Invite if !is_in_dialog(request) => return self.invite(request, connection, flow).await,
            Method::Ack | Method::Cancel => return true,
            _ if self.calls.knows(request) || self.is_repeated(request) => return true,
            _ => Answer::plain(481),
        };
        self.answer(request, connection, answer).await;
        false
    }

    /// What [`Door`] does for datagrams, for a message of a connection.
    async fn stream_passes(&self, request: &Request, connection: &SipConnection, flow: &Flow) -> bool {
        let bytes = request.to_bytes();
        let gate = match self.site.admit(&bytes, flow.source) {
            Gate::Pass => examine(&bytes),
            refused => refused,
        };
        match gate {
            Gate::Pass => true,
            Gate::Drop => false,
            Gate::Answer(answer) => {
                if let Ok(message) = SipMessage::try_from(answer.as_slice()) {
                    flows::send(connection.clone(), message, None).await;
                }
                false
            }
        }
    }

    async fn invite(&self, request: &Request, connection: &SipConnection, flow: Flow) -> bool {
        if self.is_repeated(request) {
            return true;
        }
        let Some(endpoint) = self.endpoint.get() else { return false };
        let Ok(key) = TransactionKey::from_request(request, TransactionRole::Server) else { return false };
        match self.site.invite(request, flow, self.calls.running()) {
            Invited::Answer(answer) => self.answer(request, connection, answer).await,
            Invited::Call(call) => {
                let connection = Some(connection.clone());
                let transaction = Transaction::new_server(key, request.clone(), endpoint, connection);
                self.calls.start(*call, transaction);
            }
        }
        false
    }

    /// Whether the stack has a transaction for the request: it repeats the answer.
    fn is_repeated(&self, request: &Request) -> bool {
        let key = TransactionKey::from_request(request, TransactionRole::Server);
        let known = |(endpoint, key): (EndpointInnerRef, _)| {
            endpoint.transactions.get(&key).is_some() || endpoint.finished_transactions.get(&key).is_some()
        };
        self.endpoint.get().zip(key.ok()).is_some_and(known)
    }

    async fn answer(&self, request: &Request, connection: &SipConnection, Answer(status, headers): Answer) {
        // The same for every copy of a request (RFC 3261 §8.2.7).
        let tag = self.site.hasher.hash_one((value(request, "Call-ID"), value(request, "Via")));
        match headers.response(request, status, &format!("{tag:016x}")) {
            Ok(response) => flows::send(connection.clone(), response.into(), None).await,
            Err(error) => tracing::debug!(%error, "a request stays without an answer"),
        }
    }
}

fn is_in_dialog(request: &Request) -> bool {
    let to = value(request, "To").and_then(|to| NameAddr::parse(to).ok());
    to.is_some_and(|to| to.tag().is_some())
}
