//! What the devices say, as events of the call machine.

use cordboard_telephony::{
    Side,
    call::{Action, Event, Refusal, TargetId},
};
use rsipstack::sip::Response;

use super::{
    actor::Actor,
    dialog::{Body, is_sdp},
    transact::body_of_response,
};
use crate::{
    ingress::now,
    sdp,
    wire::{
        flows,
        message::{cseq, value},
    },
};

impl Actor {
    /// A called device answered its INVITE.
    pub(super) async fn target_answers(&mut self, target: TargetId, response: Response) -> Vec<Action> {
        let status = response.status_code.code();
        match status {
            ..=199 => self.target_proceeds(target, &response),
            200..=299 => self.target_accepts(target, response).await,
            _ => {
                let rang = self.targets.get(target.0).is_some_and(|leg| leg.rang);
                self.machine.handle(Event::Refused(target, Refusal::of_status(status, rang)), now())
            }
        }
    }

    /// The INVITE of a device has ended; only news when it was never answered.
    pub(super) fn target_is_silent(&mut self, target: TargetId) -> Vec<Action> {
        let answered =
            self.targets.get(target.0).and_then(|leg| leg.sent.as_ref()).is_some_and(|s| s.answer.is_some());
        if answered {
            return Vec::new();
        }
        self.machine.handle(Event::Refused(target, Refusal::Unreachable), now())
    }

    fn target_proceeds(&mut self, target: TargetId, response: &Response) -> Vec<Action> {
        let Some(leg) = self.targets.get_mut(target.0) else { return Vec::new() };
        leg.is_alive = true;
        if std::mem::take(&mut leg.cancel_when_alive) {
            self.cancel(target);
            return Vec::new();
        }
        self.early_media(target, response);
        match response.status_code.code() {
            100 | 183 => Vec::new(),
            _ => {
                if let Some(leg) = self.targets.get_mut(target.0) {
                    leg.rang = true;
                }
                self.machine.handle(Event::Ringing(target), now())
            }
        }
    }

    /// Passes on what a device plays before it answers, when it is the only one that rings.
    fn early_media(&mut self, target: TargetId, response: &Response) {
        let Some((kind, body)) = body_of_response(response).filter(|(kind, _)| is_sdp(kind)) else { return };
        let alone = self.targets.len() == 1;
        let Some(sent) = self.targets.get_mut(target.0).and_then(|leg| leg.sent.as_mut()) else { return };
        sent.early = Some((kind.clone(), body.clone()));
        if !alone || self.caller.is_answered || self.offer.is_none() {
            return;
        }
        if let Ok(relayed) = sdp::relay(&body, self.media.local(Side::Caller)) {
            self.media.expect(Side::Callee, relayed.remote, sent.dialog.link.peer);
            self.answer_with(183, Some((kind, relayed.body.into_bytes())));
        }
    }

    async fn target_accepts(&mut self, target: TargetId, response: Response) -> Vec<Action> {
        let offered = self.offer.is_some();
        let Some(sent) = self.targets.get_mut(target.0).and_then(|leg| leg.sent.as_mut()) else {
            return Vec::new();
        };
        if sent.answer.is_some() {
            return Vec::new();
        }
        sent.dialog.answered(&response);
        sent.answer = Some(response);
        let actions = self.machine.handle(Event::Answered(target), now());
        // Without our offer the ACK carries the caller's answer and waits for it, unless nobody wants the call.
        if offered || self.machine.winner() != Some(target) {
            self.acknowledge(target, None).await;
        }
        actions
    }

    /// Sends a called device the ACK of its 2xx, once.
    pub(super) async fn acknowledge(&mut self, target: TargetId, body: Body) {
        let Some(sent) = self.targets.get_mut(target.0).and_then(|leg| leg.sent.as_mut()) else { return };
        let Some(response) = sent.answer.as_ref().filter(|_| !sent.is_acknowledged) else { return };
        sent.is_acknowledged = true;
        let (seq, to) = (cseq(response).unwrap_or(1), value(response, "To").unwrap_or_default().to_owned());
        match sent.dialog.ack(seq, body) {
            Ok(ack) => {
                let link = sent.dialog.link.clone();
                sent.place.remember_ack(seq, to, link.clone(), ack.clone());
                flows::send(link.connection, ack.into(), Some(link.to)).await;
            }
            Err(error) => tracing::warn!(%error, "an answer stays unacknowledged"),
        }
    }

    /// The caller acknowledged our 2xx, maybe with its description.
    pub(super) async fn caller_acknowledged(&mut self, body: Body) -> Vec<Action> {
        if !std::mem::take(&mut self.caller.answers_in_ack) {
            return Vec::new();
        }
        let Some(target) = self.machine.winner() else { return Vec::new() };
        let relayed = body
            .filter(|(kind, _)| is_sdp(kind))
            .and_then(|(kind, body)| Some((kind, sdp::relay(&body, self.media.local(Side::Callee)).ok()?)));
        let Some((kind, relayed)) = relayed else {
            self.acknowledge(target, None).await;
            return self.machine.handle(Event::MediaFailed, now());
        };
        self.media.expect(Side::Caller, relayed.remote, self.caller.dialog.link.peer);
        self.acknowledge(target, Some((kind, relayed.body.into_bytes()))).await;
        Vec::new()
    }
}
