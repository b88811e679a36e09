//! The machine itself: an event and the time in, actions out.

use cordboard_types::{CallId, Timestamp};

use super::{Action, CallRecord, CallResult, CallSetup, Event, LegState, Limits, Refusal, Side, TargetId};

/// One call.
#[derive(Debug)]
pub struct Call {
    setup: CallSetup,
    limits: Limits,
    started_at: Timestamp,
    answered_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    caller: LegState,
    targets: Vec<LegState>,
    caller_hears_ringing: bool,
    /// The refusal that tells the caller most, of those heard so far.
    refusal: Option<Refusal>,
    winner: Option<TargetId>,
}

impl Call {
    /// Starts a call to `targets` devices. With none it is over at once, as unreachable.
    #[must_use]
    pub fn start(setup: CallSetup, targets: usize, limits: Limits, now: Timestamp) -> (Self, Vec<Action>) {
        let mut call = Self {
            setup,
            limits,
            started_at: now,
            answered_at: None,
            ended_at: None,
            caller: LegState::Inviting { rang: false },
            targets: vec![LegState::Inviting { rang: false }; targets],
            caller_hears_ringing: false,
            refusal: None,
            winner: None,
        };
        let mut actions: Vec<_> = (0..targets).map(|index| Action::Invite(TargetId(index))).collect();
        if targets == 0 {
            call.refuse(Refusal::Unreachable, now, &mut actions);
        }
        (call, actions)
    }

    /// A call that is refused before any device is tried, as its record.
    #[must_use]
    pub fn refused(setup: CallSetup, result: CallResult, ended_by: Side, now: Timestamp) -> CallRecord {
        let (mut call, _) = Self::start(setup, 1, Limits::default(), now);
        call.end(result, ended_by, now)
    }

    /// Takes one event. An event that does not fit the state (a late answer, a second BYE) is no error: the
    /// wire delivers such things, and what they leave behind is cleaned up.
    pub fn handle(&mut self, event: Event, now: Timestamp) -> Vec<Action> {
        let mut actions = Vec::new();
        match event {
            Event::Ringing(target) => self.ringing(target, &mut actions),
            Event::Answered(target) => self.answered(target, now, &mut actions),
            Event::Refused(target, refusal) => self.refused_by(target, refusal, now, &mut actions),
            Event::Cancelled => self.cancelled(now, &mut actions),
            Event::HungUp(side) => self.hung_up(side, now, &mut actions),
            Event::TargetGone(target) => self.target_gone(target, now, &mut actions),
            Event::CallerGone => self.caller_gone(now, &mut actions),
            Event::MediaFailed => self.abort(Refusal::Failed, now, &mut actions),
            Event::Shutdown => self.abort(Refusal::Unreachable, now, &mut actions),
            Event::Time => self.time(now, &mut actions),
        }
        actions
    }

    /// When [`Event::Time`] is due; none while there is nothing to wait for.
    #[must_use]
    pub fn deadline(&self) -> Option<Timestamp> {
        match (self.ended_at, self.answered_at) {
            _ if self.is_gone() => None,
            (Some(ended_at), _) => Some(ended_at.plus(self.limits.closing)),
            (None, None) => Some(self.started_at.plus(self.limits.ringing)),
            (None, Some(answered_at)) => self.has_losers().then(|| answered_at.plus(self.limits.closing)),
        }
    }

    /// Whether the call is over and no leg is left: the owner forgets it.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.ended_at.is_some()
            && self.caller == LegState::Gone
            && self.targets.iter().all(|leg| *leg == LegState::Gone)
    }

    /// The device that answered.
    #[must_use]
    pub fn winner(&self) -> Option<TargetId> {
        self.winner
    }

    /// The call's id.
    #[must_use]
    pub fn id(&self) -> CallId {
        self.setup.id
    }

    /// Whether both sides talk.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.answered_at.is_some() && self.ended_at.is_none()
    }

    fn has_losers(&self) -> bool {
        let winner = self.winner.map(|target| target.0);
        self.targets.iter().enumerate().any(|(index, leg)| Some(index) != winner && *leg != LegState::Gone)
    }

    fn leg(&self, target: TargetId) -> LegState {
        self.targets.get(target.0).copied().unwrap_or(LegState::Gone)
    }

    fn set_leg(&mut self, target: TargetId, state: LegState) {
        if let Some(leg) = self.targets.get_mut(target.0) {
            *leg = state;
        }
    }

    fn ringing(&mut self, target: TargetId, actions: &mut Vec<Action>) {
        if !self.leg(target).is_inviting() {
            return;
        }
        self.set_leg(target, LegState::Inviting { rang: true });
        if !self.caller_hears_ringing {
            self.caller_hears_ringing = true;
            actions.push(Action::RingCaller);
        }
    }

    fn answered(&mut self, target: TargetId, now: Timestamp, actions: &mut Vec<Action>) {
        match self.leg(target) {
            LegState::Inviting { .. } => self.connect(target, now, actions),
            // The answer crossed our CANCEL on the wire (RFC 3261 §9.1): it is a call nobody wants any more.
            LegState::Cancelling => {
                self.set_leg(target, LegState::Closing);
                actions.push(Action::ByeTarget(target));
            }
            LegState::Connected | LegState::Closing | LegState::Gone => {}
        }
    }

    fn connect(&mut self, target: TargetId, now: Timestamp, actions: &mut Vec<Action>) {
        self.winner = Some(target);
        self.answered_at = Some(now);
        self.caller = LegState::Connected;
        self.set_leg(target, LegState::Connected);
        actions.push(Action::AnswerCaller(target));
        self.stop_targets(actions);
    }

    /// Tells every device but the winner to stop.
    fn stop_targets(&mut self, actions: &mut Vec<Action>) {
        for (index, leg) in self.targets.iter_mut().enumerate() {
            let target = TargetId(index);
            if leg.is_inviting() {
                *leg = LegState::Cancelling;
                actions.push(Action::Cancel(target));
            }
        }
    }

    fn refused_by(&mut self, target: TargetId, refusal: Refusal, now: Timestamp, actions: &mut Vec<Action>) {
        let was_inviting = self.leg(target).is_inviting();
        if was_inviting || self.leg(target) == LegState::Cancelling {
            self.set_leg(target, LegState::Gone);
        }
        if !was_inviting || self.ended_at.is_some() {
            return;
        }
        self.refusal = self.refusal.max(Some(refusal));
        let nobody_left = !self.targets.iter().any(|leg| leg.is_inviting());
        if refusal.is_final_for_line() || nobody_left {
            self.refuse(self.refusal.unwrap_or(refusal), now, actions);
        }
    }

    /// Ends a call nobody answered, with an answer to the caller.
    fn refuse(&mut self, refusal: Refusal, now: Timestamp, actions: &mut Vec<Action>) {
        self.caller = LegState::Gone;
        actions.push(Action::RefuseCaller(refusal));
        self.stop_targets(actions);
        let by = match refusal {
            Refusal::Busy | Refusal::BusyEverywhere | Refusal::Declined | Refusal::NotAcceptable => {
                Side::Callee
            }
            Refusal::Failed | Refusal::Unreachable | Refusal::NoAnswer => Side::Agent,
        };
        actions.push(Action::Record(self.end(refusal.result(), by, now)));
    }

    fn cancelled(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        if self.ended_at.is_some() || self.answered_at.is_some() {
            return;
        }
        self.caller = LegState::Gone;
        actions.push(Action::ConfirmCancel);
        self.stop_targets(actions);
        actions.push(Action::Record(self.end(CallResult::Cancelled, Side::Caller, now)));
    }

    fn hung_up(&mut self, side: Side, now: Timestamp, actions: &mut Vec<Action>) {
        if self.answered_at.is_none() && side == Side::Caller {
            return self.cancelled(now, actions);
        }
        match side {
            Side::Caller => self.caller = LegState::Gone,
            Side::Callee => self.winner.into_iter().for_each(|target| self.set_leg(target, LegState::Gone)),
            Side::Agent => {}
        }
        self.close(side, now, actions);
    }

    fn target_gone(&mut self, target: TargetId, now: Timestamp, actions: &mut Vec<Action>) {
        self.set_leg(target, LegState::Gone);
        if self.winner == Some(target) {
            self.close(Side::Callee, now, actions);
        } else if self.ended_at.is_none() && self.answered_at.is_none() && !self.anyone_inviting() {
            self.refuse(self.refusal.unwrap_or(Refusal::Failed), now, actions);
        }
    }

    fn caller_gone(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        if self.answered_at.is_none() {
            return self.cancelled(now, actions);
        }
        self.caller = LegState::Gone;
        self.close(Side::Caller, now, actions);
    }

    fn anyone_inviting(&self) -> bool {
        self.targets.iter().any(|leg| leg.is_inviting())
    }

    /// Ends an answered call and hangs up whoever is still there.
    fn close(&mut self, by: Side, now: Timestamp, actions: &mut Vec<Action>) {
        if self.answered_at.is_none() || self.ended_at.is_some() {
            return;
        }
        if self.caller == LegState::Connected {
            self.caller = LegState::Closing;
            actions.push(Action::ByeCaller);
        }
        if let Some(target) = self.winner.filter(|target| self.leg(*target) == LegState::Connected) {
            self.set_leg(target, LegState::Closing);
            actions.push(Action::ByeTarget(target));
        }
        actions.push(Action::Record(self.end(CallResult::Answered, by, now)));
    }

    fn abort(&mut self, refusal: Refusal, now: Timestamp, actions: &mut Vec<Action>) {
        if self.answered_at.is_some() {
            self.close(Side::Agent, now, actions);
        } else if self.ended_at.is_none() {
            self.refuse(refusal, now, actions);
        }
    }

    fn time(&mut self, now: Timestamp, actions: &mut Vec<Action>) {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return;
        }
        if self.ended_at.is_none() && self.answered_at.is_none() {
            let rang = self.targets.contains(&LegState::Inviting { rang: true });
            return self.refuse(if rang { Refusal::NoAnswer } else { Refusal::Unreachable }, now, actions);
        }
        self.drop_stopped(actions);
    }

    /// The wire had its time: whatever was told to stop and still has not, is forgotten.
    fn drop_stopped(&mut self, actions: &mut Vec<Action>) {
        if self.caller == LegState::Closing {
            self.caller = LegState::Gone;
            actions.push(Action::DropCaller);
        }
        for (index, leg) in self.targets.iter_mut().enumerate() {
            if matches!(leg, LegState::Cancelling | LegState::Closing) {
                *leg = LegState::Gone;
                actions.push(Action::DropTarget(TargetId(index)));
            }
        }
    }

    fn end(&mut self, result: CallResult, ended_by: Side, now: Timestamp) -> CallRecord {
        self.ended_at = Some(now);
        let setup = self.setup.clone();
        CallRecord {
            id: setup.id,
            from_line: setup.from_line,
            from_number: setup.from_number,
            from_name: setup.from_name,
            to_number: setup.to_number,
            to_line: setup.to_line,
            started_at: self.started_at,
            answered_at: self.answered_at,
            ended_at: now,
            result,
            ended_by: Some(ended_by),
        }
    }
}
