//! Requests inside a call: hanging up, and what one side asks of the other (hold, a new session, a digit).

use std::sync::Arc;

use cordboard_telephony::{
    Side,
    call::{Action, Event},
};
use rsipstack::{
    sip::{Method, Response},
    transaction::transaction::Transaction,
};

use super::{
    actor::{Actor, Input},
    dialog::{Body, Dialog, is_sdp},
    legs::LegId,
    table::Place,
    transact::{Responder, Served, body_of, body_of_response},
};
use crate::{
    ingress::{ALLOW, now},
    sdp::{self, Remote, SdpError},
    wire::{
        Out, flows,
        message::{cseq, value},
    },
};

/// A request of one side that the other has not answered yet, or whose answer is not acknowledged yet.
pub(super) struct Exchange {
    /// Tells what belongs to this exchange from what a former one left behind.
    id: u64,
    asking: Side,
    responder: Responder,
    is_invite: bool,
    /// The description the asking side sent, once the other accepts it.
    offered: Option<Remote>,
    /// The other side's 2xx, whose ACK waits for the asking side's description.
    unacknowledged: Option<Response>,
    answered: bool,
}

/// What happened to the exchange with this id.
pub(super) struct Exchanged {
    id: u64,
    what: What,
}

enum What {
    /// The other side answered; none when its transaction has ended.
    Answer(Option<Box<Response>>),
    /// The asking side's INVITE.
    Invite(Served),
}

impl Actor {
    /// A request inside a dialog.
    pub(super) async fn request(&mut self, leg: LegId, transaction: Transaction) -> Vec<Action> {
        let calls = Arc::clone(&self.calls);
        let accepted = self.dialog(leg).ok_or(481).and_then(|dialog| {
            dialog.accepts(&transaction.original)?;
            let back =
                transaction.connection.as_ref().and_then(|connection| calls.site.flows.back(connection));
            back.into_iter().for_each(|link| dialog.moved(link));
            Ok(())
        });
        if let Err(status) = accepted {
            self.transactions.reply(transaction, status);
            return Vec::new();
        }
        match transaction.original.method {
            Method::Bye => self.hung_up(leg.side(), transaction),
            Method::Invite | Method::Update | Method::Info => self.ask(leg.side(), transaction),
            _ => {
                self.transactions.reply(transaction, 405);
                Vec::new()
            }
        }
    }

    /// The dialog of a leg that is in the call.
    fn dialog(&mut self, leg: LegId) -> Option<&mut Dialog> {
        match leg {
            LegId::Caller => Some(&mut self.caller.dialog),
            LegId::Target(target) if self.machine.winner() == Some(target) => self.called_dialog(),
            LegId::Target(_) => None,
        }
    }

    fn called_dialog(&mut self) -> Option<&mut Dialog> {
        let winner = self.machine.winner()?;
        self.targets.get_mut(winner.0)?.sent.as_mut().map(|sent| &mut sent.dialog)
    }

    fn dialog_of(&mut self, side: Side) -> Option<&mut Dialog> {
        match side {
            Side::Caller => Some(&mut self.caller.dialog),
            Side::Callee | Side::Agent => self.called_dialog(),
        }
    }

    fn place_of(&self, side: Side) -> Option<&Place> {
        match side {
            Side::Caller => self.caller.place.as_ref(),
            Side::Callee | Side::Agent => {
                let winner = self.machine.winner()?;
                self.targets.get(winner.0)?.sent.as_ref().map(|sent| &sent.place)
            }
        }
    }

    fn hung_up(&mut self, side: Side, transaction: Transaction) -> Vec<Action> {
        // 200 whatever the state: a second BYE that crossed ours on the way ends nothing more.
        self.transactions.reply(transaction, 200);
        if let Some(exchange) = self.exchange.take().filter(|exchange| !exchange.answered) {
            exchange.responder.respond(487, "", Out::default());
        }
        self.machine.handle(Event::HungUp(side), now())
    }

    /// Passes a request of one side on to the other.
    fn ask(&mut self, asking: Side, transaction: Transaction) -> Vec<Action> {
        if !self.machine.is_connected() || self.exchange.is_some() {
            // Two requests at once: both sides wait a moment and ask again (RFC 3261 §14.2).
            self.transactions.reply(transaction, 491);
            return Vec::new();
        }
        let (body, offered) = match self.passed_on(asking, body_of(&transaction.original)) {
            Ok(passed) => passed,
            Err(status) => {
                self.transactions.reply(transaction, status);
                return Vec::new();
            }
        };
        if let Some(dialog) = self.dialog_of(asking) {
            dialog.retarget(&transaction.original);
        }
        let method = transaction.original.method;
        self.exchanges = self.exchanges.wrapping_add(1);
        let id = self.exchanges;
        let report = move |served| Input::Exchange(Exchanged { id, what: What::Invite(served) });
        let responder = self.transactions.serve(transaction, self.outbox.clone(), report);
        if self.send_to(other(asking), &method.to_string(), body, id).is_none() {
            responder.respond(500, "", Out::default());
            return Vec::new();
        }
        let is_invite = method == Method::Invite;
        let exchange =
            Exchange { id, asking, responder, is_invite, offered, unacknowledged: None, answered: false };
        self.exchange = Some(exchange);
        Vec::new()
    }

    /// A body as the side that does not ask gets it, and where the asking one wants its audio.
    fn passed_on(&self, asking: Side, body: Body) -> Result<(Body, Option<Remote>), u16> {
        match body {
            Some((kind, body)) if is_sdp(&kind) => match sdp::relay(&body, self.media.local(other(asking))) {
                Ok(relayed) => Ok((Some((kind, relayed.body.into_bytes())), Some(relayed.remote))),
                Err(SdpError::NoAudio) => Err(488),
                Err(SdpError::Malformed) => Err(400),
            },
            other => Ok((other, None)),
        }
    }

    fn send_to(&mut self, side: Side, method: &str, body: Body, id: u64) -> Option<()> {
        let (transactions, outbox) = (self.transactions.clone(), self.outbox.clone());
        let dialog = self.dialog_of(side)?;
        let request = dialog.request(method, Out::default().maybe_body(body)).ok()?;
        let report = move |response: Option<_>| {
            Input::Exchange(Exchanged { id, what: What::Answer(response.map(Box::new)) })
        };
        transactions.send(&dialog.link, request, outbox, report).ok()
    }

    /// Asks a side whether it still knows the call. What it answers does not matter, unless it is that.
    pub(super) fn probe(&mut self, side: Side) {
        let (transactions, outbox) = (self.transactions.clone(), self.outbox.clone());
        let Some(dialog) = self.dialog_of(side) else { return };
        let Ok(request) = dialog.request("OPTIONS", Out::default()) else { return };
        let report = |response: Option<Response>| match response.map(|response| response.status_code.code()) {
            Some(408 | 481) => Input::Lost,
            _ => Input::Nothing,
        };
        if let Err(error) = transactions.send(&dialog.link, request, outbox, report) {
            tracing::debug!(%error, "a silent call is not asked");
        }
    }

    /// Something happened to a request that is passed on.
    pub(super) async fn exchanged(&mut self, Exchanged { id, what }: Exchanged) -> Vec<Action> {
        if self.exchange.as_ref().is_none_or(|exchange| exchange.id != id) {
            return Vec::new();
        }
        match what {
            What::Answer(Some(response)) => self.exchange_answered(*response).await,
            What::Answer(None) => self.exchange_ended(),
            What::Invite(Served::Acknowledged(body)) => self.exchange_acknowledged(body).await,
            What::Invite(Served::Unacknowledged) => {
                self.exchange = None;
                self.machine.handle(Event::MediaFailed, now())
            }
            // A re-INVITE that is cancelled goes on; the asking side sees its outcome.
            What::Invite(Served::Cancelled) => Vec::new(),
        }
    }

    /// The other side's transaction ended; when it never answered, the asking side hears 408.
    fn exchange_ended(&mut self) -> Vec<Action> {
        if let Some(exchange) = self.exchange.take_if(|exchange| !exchange.answered) {
            exchange.responder.respond(408, "", Out::default());
        }
        Vec::new()
    }

    async fn exchange_answered(&mut self, response: Response) -> Vec<Action> {
        let Some(exchange) = self.exchange.as_ref().filter(|exchange| !exchange.answered) else {
            return Vec::new();
        };
        match response.status_code.code() {
            ..=199 => Vec::new(),
            200..=299 => self.exchange_accepted(exchange.asking, response).await,
            status => {
                exchange.responder.respond(status, "", Out::default());
                self.exchange = None;
                // The other side does not know this call any more (RFC 3261 §12.2.1.2).
                let lost = matches!(status, 408 | 481);
                if lost { self.machine.handle(Event::MediaFailed, now()) } else { Vec::new() }
            }
        }
    }

    async fn exchange_accepted(&mut self, asking: Side, response: Response) -> Vec<Action> {
        let answering = other(asking);
        let Ok((body, answered)) = self.passed_on(answering, body_of_response(&response)) else {
            return self.machine.handle(Event::MediaFailed, now());
        };
        if let Some(dialog) = self.dialog_of(answering) {
            dialog.retarget(&response);
        }
        let Some(mut exchange) = self.exchange.take() else { return Vec::new() };
        self.learn(asking, exchange.offered);
        self.learn(answering, answered);
        exchange.answered = true;
        let contact = self.dialog_of(asking).map(|dialog| dialog.contact.clone()).unwrap_or_default();
        let out = Out::default().header("Contact", &contact).header("Allow", ALLOW).maybe_body(body);
        exchange.responder.respond(response.status_code.code(), "", out);
        if !exchange.is_invite {
            return Vec::new();
        }
        if exchange.offered.is_some() {
            self.acknowledge_exchange(answering, &response, None).await;
        } else {
            exchange.unacknowledged = Some(response);
        }
        self.exchange = Some(exchange);
        Vec::new()
    }

    fn learn(&mut self, side: Side, remote: Option<Remote>) {
        let peer = self.dialog_of(side).map(|dialog| dialog.link.peer);
        if let Some((remote, peer)) = remote.zip(peer) {
            self.media.expect(side, remote, peer);
        }
    }

    async fn exchange_acknowledged(&mut self, body: Body) -> Vec<Action> {
        let Some(exchange) = self.exchange.take() else { return Vec::new() };
        let Some(response) = exchange.unacknowledged else { return Vec::new() };
        let Ok((body, remote)) = self.passed_on(exchange.asking, body) else {
            return self.machine.handle(Event::MediaFailed, now());
        };
        self.learn(exchange.asking, remote);
        self.acknowledge_exchange(other(exchange.asking), &response, body).await;
        Vec::new()
    }

    async fn acknowledge_exchange(&mut self, side: Side, response: &Response, body: Body) {
        let (seq, to) = (cseq(response).unwrap_or(1), value(response, "To").unwrap_or_default().to_owned());
        let Some(dialog) = self.dialog_of(side) else { return };
        match dialog.ack(seq, body) {
            Ok(ack) => {
                let link = dialog.link.clone();
                if let Some(place) = self.place_of(side) {
                    place.remember_ack(seq, to, link.clone(), ack.clone());
                }
                flows::send(link.connection, ack.into(), Some(link.to)).await;
            }
            Err(error) => tracing::warn!(%error, "an answer stays unacknowledged"),
        }
    }
}

fn other(side: Side) -> Side {
    match side {
        Side::Caller => Side::Callee,
        Side::Callee | Side::Agent => Side::Caller,
    }
}
