//! The task of one call: what comes in becomes an event of the call machine, what the machine says goes out.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use cordboard_telephony::{
    Call, Fact, Side,
    call::{Action, Event, TargetId},
};
use rsipstack::{sip::Response, transaction::transaction::Transaction};
use tokio::{sync::mpsc, time::Instant};

use super::{
    Calls,
    begin::{Prepared, Refused, prepare},
    dialog::{Body, word},
    exchange::{Exchange, Exchanged},
    legs::{CallerLeg, LegId, Shown, TargetLeg},
    recorder::Recorder,
    transact::{Served, Transactions},
};
use crate::{
    ingress::{NewCall, now},
    media::Session,
    wire::Out,
};

/// Inputs that may wait for one call.
const INBOX: usize = 64;
/// How often the media of a call is looked at within the time that counts as silence.
const CHECKS: u32 = 6;

/// How many times that time passes between two questions whether a silent call is still there.
const PROBE: u32 = 2;

/// What reaches a call.
pub(super) enum Input {
    /// Something happened to the INVITE that began it.
    Invite(Served),
    /// A called device said something; none when its INVITE has ended.
    Target(TargetId, Option<Box<Response>>),
    /// The answer to our BYE came, or will never come.
    Closed(LegId),
    /// A request inside a dialog.
    Request(LegId, Box<Transaction>),
    /// Something happened to a request that is passed from one side to the other.
    Exchange(Exchanged),
    /// A side does not know the call any more, or does not answer at all.
    Lost,
    /// Nothing that matters.
    Nothing,
}

/// One call.
pub(super) struct Actor {
    pub(super) calls: Arc<Calls>,
    pub(super) transactions: Transactions,
    pub(super) machine: Call,
    pub(super) caller: CallerLeg,
    pub(super) targets: Vec<TargetLeg>,
    pub(super) media: Session,
    /// The caller's description, already pointing at the relay; none when it offers none.
    pub(super) offer: Body,
    pub(super) shown: Shown,
    pub(super) outbox: mpsc::Sender<Input>,
    pub(super) exchange: Option<Exchange>,
    /// Number of exchanges so far.
    pub(super) exchanges: u64,
    recorder: Recorder,
    told_silent: Vec<Side>,
    last_probe: Option<Instant>,
}

impl Actor {
    /// Carries a call from its INVITE to its end.
    pub(super) async fn run(
        calls: Arc<Calls>,
        transactions: Transactions,
        call: NewCall,
        invite: Transaction,
    ) {
        let (outbox, inbox) = mpsc::channel(INBOX);
        let responder = transactions.serve(invite, outbox.clone(), Input::Invite);
        let NewCall { setup, caller, plan, room } = call;
        let mut recorder = Recorder::start(setup.clone(), room);
        let prepared = match prepare(&calls, &setup, &caller, plan, &responder.request, &recorder) {
            Ok(prepared) => prepared,
            Err(Refused { status, result }) => {
                responder.respond(status, &word(), Out::default());
                return recorder.end(Call::refused(setup, result, Side::Agent, now()));
            }
        };
        let Prepared { bindings, dialog, media, offer } = prepared;
        let (machine, actions) = Call::start(setup.clone(), bindings.len(), calls.limits, now());
        let place = calls.dialogs.enter(dialog.key(), outbox.clone(), LegId::Caller);
        let actor = Self {
            calls,
            transactions,
            machine,
            caller: CallerLeg::new(responder, dialog, place),
            targets: bindings.into_iter().map(TargetLeg::new).collect(),
            media,
            offer,
            shown: Shown::new(setup, &caller.realm),
            outbox,
            exchange: None,
            exchanges: 0,
            recorder,
            told_silent: Vec::new(),
            last_probe: None,
        };
        actor.live(inbox, actions).await;
    }

    async fn live(mut self, mut inbox: mpsc::Receiver<Input>, first: Vec<Action>) {
        let stop = self.calls.stop.clone();
        let mut media_check =
            tokio::time::interval((self.calls.silence / CHECKS).max(Duration::from_millis(10)));
        let mut stopping = false;
        self.perform(first).await;
        while !self.machine.is_gone() {
            let actions = tokio::select! {
                Some(input) = inbox.recv() => self.input(input).await,
                () = until(self.machine.deadline()) => self.machine.handle(Event::Time, now()),
                () = stop.cancelled(), if !stopping => {
                    stopping = true;
                    self.machine.handle(Event::Shutdown, now())
                }
                _ = media_check.tick() => {
                    self.look_for_silence();
                    Vec::new()
                }
            };
            self.perform(actions).await;
        }
    }

    async fn input(&mut self, input: Input) -> Vec<Action> {
        match input {
            Input::Invite(Served::Cancelled) => self.machine.handle(Event::Cancelled, now()),
            Input::Invite(Served::Acknowledged(body)) => self.caller_acknowledged(body).await,
            Input::Invite(Served::Unacknowledged) => self.machine.handle(Event::MediaFailed, now()),
            Input::Target(target, Some(response)) => self.target_answers(target, *response).await,
            Input::Target(target, None) => self.target_is_silent(target),
            Input::Closed(LegId::Caller) => self.machine.handle(Event::CallerGone, now()),
            Input::Closed(LegId::Target(target)) => self.machine.handle(Event::TargetGone(target), now()),
            Input::Request(leg, transaction) => self.request(leg, *transaction).await,
            Input::Exchange(exchanged) => self.exchanged(exchanged).await,
            Input::Lost => self.machine.handle(Event::MediaFailed, now()),
            Input::Nothing => Vec::new(),
        }
    }

    async fn perform(&mut self, actions: Vec<Action>) {
        let mut todo = VecDeque::from(actions);
        while let Some(action) = todo.pop_front() {
            let event = match action {
                Action::Invite(target) => self.invite(target),
                Action::RingCaller => self.ring_caller(),
                Action::AnswerCaller(target) => self.answer_caller(target),
                Action::RefuseCaller(refusal) => self.refuse_caller(refusal.status()),
                Action::ConfirmCancel => self.refuse_caller(487),
                Action::Cancel(target) => self.cancel(target),
                Action::ByeTarget(target) => self.bye_target(target).await,
                Action::ByeCaller => self.bye_caller(),
                Action::DropTarget(target) => self.drop_target(target),
                Action::DropCaller => self.drop_caller(),
                Action::Record(record) => {
                    self.recorder.end(record);
                    None
                }
            };
            if let Some(event) = event {
                todo.extend(self.machine.handle(event, now()));
            }
        }
    }

    pub(super) fn tell_answered(&mut self) {
        self.recorder.answered();
    }

    fn look_for_silence(&mut self) {
        if !self.machine.is_connected() {
            return;
        }
        let silence = self.calls.silence;
        for side in [Side::Caller, Side::Callee] {
            let silent_for = self.media.received(side).silent_for;
            let was_told = self.told_silent.contains(&side);
            if silent_for > silence && !was_told {
                self.told_silent.push(side);
                let fact = Fact::CallSilent { id: self.machine.id(), side, at: now() };
                self.recorder.note(&self.calls.site, fact);
            } else if silent_for <= silence && was_told {
                self.told_silent.retain(|told| *told != side);
            }
        }
        // One silent side is held or muted. Where both are silent, somebody may have lost power.
        if self.told_silent.len() == 2 && self.last_probe.is_none_or(|at| at.elapsed() > silence * PROBE) {
            self.last_probe = Some(Instant::now());
            [Side::Caller, Side::Callee].into_iter().for_each(|side| self.probe(side));
        }
    }
}

impl Drop for Actor {
    fn drop(&mut self) {
        let [caller, callee] = [Side::Caller, Side::Callee].map(|side| self.media.received(side));
        tracing::debug!(
            call = %self.machine.id(),
            from_caller = caller.packets,
            from_caller_bytes = caller.bytes,
            from_callee = callee.packets,
            from_callee_bytes = callee.bytes,
            "a call is gone"
        );
    }
}

async fn until(deadline: Option<cordboard_types::Timestamp>) {
    let Some(deadline) = deadline else { return std::future::pending().await };
    let left = u64::try_from(deadline.since(now())).unwrap_or(0);
    tokio::time::sleep_until(Instant::now() + Duration::from_millis(left)).await;
}
