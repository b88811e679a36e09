//! The facts of one call. Room for all of them is taken before the call begins, and a call that ends in a way nobody
//! foresaw still has its record.

use cordboard_telephony::{Call, CallRecord, CallResult, Fact, Side, call::CallSetup};
use tokio::sync::mpsc::OwnedPermit;

use crate::ingress::Site;

/// Tells what becomes of a call.
pub(super) struct Recorder {
    setup: CallSetup,
    answered: Option<OwnedPermit<Fact>>,
    ended: Option<OwnedPermit<Fact>>,
}

impl Recorder {
    /// Tells that a call has started.
    pub(super) fn start(setup: CallSetup, room: [OwnedPermit<Fact>; 3]) -> Self {
        let [started, answered, ended] = room;
        started.send(Fact::CallStarted {
            id: setup.id,
            from_line: setup.from_line,
            to_line: setup.to_line,
            to_number: setup.to_number.clone(),
            at: crate::ingress::now(),
        });
        Self { setup, answered: Some(answered), ended: Some(ended) }
    }

    /// Tells that it was answered.
    pub(super) fn answered(&mut self) {
        if let Some(room) = self.answered.take() {
            room.send(Fact::CallAnswered { id: self.setup.id, at: crate::ingress::now() });
        }
    }

    /// Tells that it has ended.
    pub(super) fn end(&mut self, record: CallRecord) {
        if let Some(room) = self.ended.take() {
            room.send(Fact::CallEnded(record));
        }
    }

    /// Tells something that may be left out when the feed is full.
    pub(super) fn note(&self, site: &Site, fact: Fact) {
        if let Some(room) = site.reserve() {
            room.send(fact);
        }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        if self.ended.is_some() {
            let record =
                Call::refused(self.setup.clone(), CallResult::Failed, Side::Agent, crate::ingress::now());
            self.end(record);
        }
    }
}
