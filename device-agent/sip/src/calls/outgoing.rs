//! What the call machine says, put on the wire. Each step answers with the event that follows from a failure.

use cordboard_telephony::{
    Side,
    call::{Event, Refusal, TargetId},
};

use super::{
    actor::{Actor, Input},
    dialog::{Body, Dialog, cancel, is_sdp},
    legs::{LegId, Sent},
    transact::body_of_response,
};
use crate::{ingress::ALLOW, sdp, wire::Out};

impl Actor {
    /// Sends the INVITE to a called device.
    pub(super) fn invite(&mut self, target: TargetId) -> Option<Event> {
        match self.try_invite(target) {
            Some(()) => None,
            None => Some(Event::Refused(target, Refusal::Unreachable)),
        }
    }

    fn try_invite(&mut self, target: TargetId) -> Option<()> {
        let leg = self.targets.get_mut(target.0)?;
        let link = self.calls.site.flows.link(&leg.binding.flow)?;
        let contact = link.contact(&self.shown.user);
        let uri = &leg.binding.contact.uri;
        let mut dialog = Dialog::outgoing(&self.shown.from, &self.shown.to, uri, contact, link);
        let invite = dialog.request("INVITE", Out::default().maybe_body(self.offer.clone()));
        let invite = invite.inspect_err(|error| tracing::warn!(%error, "a device is not called")).ok()?;
        let place = self.calls.dialogs.enter(dialog.key(), self.outbox.clone(), LegId::Target(target));
        let report = move |response: Option<_>| Input::Target(target, response.map(Box::new));
        let sent = self.transactions.send(&dialog.link, invite.clone(), self.outbox.clone(), report);
        sent.inspect_err(|error| tracing::warn!(%error, "a device is not called")).ok()?;
        leg.sent = Some(Sent { invite, dialog, place, answer: None, is_acknowledged: false, early: None });
        Some(())
    }

    /// Tells the caller that it rings.
    pub(super) fn ring_caller(&mut self) -> Option<Event> {
        self.answer_with(180, None);
        None
    }

    /// Sends the caller an answer of its dialog.
    pub(super) fn answer_with(&self, status: u16, body: Body) {
        let dialog = &self.caller.dialog;
        let out = Out::default().header("Contact", &dialog.contact).header("Allow", ALLOW).maybe_body(body);
        self.caller.responder.respond(status, &dialog.local_tag, out);
    }

    /// Answers the caller with the description of the device that answered.
    pub(super) fn answer_caller(&mut self, target: TargetId) -> Option<Event> {
        let Some(body) = self.description_for_caller(target) else { return Some(Event::MediaFailed) };
        self.caller.answers_in_ack = self.offer.is_none();
        self.caller.is_answered = true;
        self.answer_with(200, Some(body));
        self.tell_answered();
        None
    }

    fn description_for_caller(&mut self, target: TargetId) -> Option<(String, Vec<u8>)> {
        let sent = self.targets.get(target.0)?.sent.as_ref()?;
        let answered = sent.answer.as_ref().and_then(body_of_response);
        let (kind, body) = answered.or_else(|| sent.early.clone()).filter(|(kind, _)| is_sdp(kind))?;
        let relayed = sdp::relay(&body, self.media.local(Side::Caller));
        let relayed =
            relayed.inspect_err(|error| tracing::warn!(%error, "an answer cannot be relayed")).ok()?;
        self.media.expect(Side::Callee, relayed.remote, sent.dialog.link.peer);
        Some((kind, relayed.body.into_bytes()))
    }

    /// Ends the caller's leg without a call.
    pub(super) fn refuse_caller(&mut self, status: u16) -> Option<Event> {
        self.caller.is_answered = true;
        self.caller.place = None;
        self.caller.responder.respond(status, &self.caller.dialog.local_tag, Out::default());
        None
    }

    /// Stops a device that rings.
    pub(super) fn cancel(&mut self, target: TargetId) -> Option<Event> {
        let leg = self.targets.get_mut(target.0)?;
        if !leg.is_alive {
            leg.cancel_when_alive = true;
            return None;
        }
        let sent = leg.sent.as_ref()?;
        let request =
            cancel(&sent.invite).inspect_err(|error| tracing::warn!(%error, "a device rings on")).ok()?;
        let (link, outbox) = (sent.dialog.link.clone(), self.outbox.clone());
        // The device's final answer to the INVITE counts; the answer to the CANCEL says nothing.
        if let Err(error) = self.transactions.send(&link, request, outbox, |_| Input::Nothing) {
            tracing::warn!(%error, "a device rings on");
        }
        None
    }

    /// Hangs up a called device.
    pub(super) async fn bye_target(&mut self, target: TargetId) -> Option<Event> {
        // A 2xx is acknowledged even when nobody wants the call any more (RFC 3261 §13.2.2.4).
        self.acknowledge(target, None).await;
        let (transactions, outbox) = (self.transactions.clone(), self.outbox.clone());
        let gone = Some(Event::TargetGone(target));
        let Some(sent) = self.targets.get_mut(target.0).and_then(|leg| leg.sent.as_mut()) else {
            return gone;
        };
        let report = move |response: Option<_>| closed(LegId::Target(target), response.is_none());
        match sent.dialog.request("BYE", Out::default()) {
            Ok(bye) => transactions.send(&sent.dialog.link, bye, outbox, report).err().and(gone),
            Err(_) => gone,
        }
    }

    /// Hangs up the caller; a caller that was never answered is refused.
    pub(super) fn bye_caller(&mut self) -> Option<Event> {
        if !self.caller.is_answered {
            self.refuse_caller(488);
            return Some(Event::CallerGone);
        }
        let outbox = self.outbox.clone();
        let dialog = &mut self.caller.dialog;
        let report = move |response: Option<_>| closed(LegId::Caller, response.is_none());
        match dialog.request("BYE", Out::default()) {
            Ok(bye) => {
                self.transactions.send(&dialog.link, bye, outbox, report).err().and(Some(Event::CallerGone))
            }
            Err(_) => Some(Event::CallerGone),
        }
    }

    /// Forgets what is left of a called device.
    pub(super) fn drop_target(&mut self, target: TargetId) -> Option<Event> {
        if let Some(leg) = self.targets.get_mut(target.0) {
            leg.sent = None;
        }
        None
    }

    /// Forgets what is left of the caller.
    pub(super) fn drop_caller(&mut self) -> Option<Event> {
        self.caller.place = None;
        None
    }
}

/// A leg is gone when its BYE transaction has ended, answered or not.
fn closed(leg: LegId, ended: bool) -> Input {
    if ended { Input::Closed(leg) } else { Input::Nothing }
}
