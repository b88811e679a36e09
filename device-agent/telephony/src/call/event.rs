//! What a call hears and what it says.

use cordboard_types::{CallId, LineId};

use super::{CallRecord, Refusal, Side, TargetId};

/// What is known of a call when it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSetup {
    /// The call.
    pub id: CallId,
    /// Line that calls; none for a caller who could not be identified.
    pub from_line: Option<LineId>,
    /// Number shown to the callee.
    pub from_number: String,
    /// Name shown to the callee.
    pub from_name: String,
    /// What was dialled.
    pub to_number: String,
    /// Line that is called; none when the number is not a line.
    pub to_line: Option<LineId>,
}

/// How long a call may take for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest ringing, in milliseconds.
    pub ringing: i64,
    /// Longest wait for a leg that was told to stop, in milliseconds. Longer than a SIP transaction lives
    /// (64·T1 = 32 s), so it only ends what the wire forgot.
    pub closing: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { ringing: 60_000, closing: 40_000 }
    }
}

/// What happened to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A called device rings.
    Ringing(TargetId),
    /// A called device answered.
    Answered(TargetId),
    /// A called device refused, or its INVITE failed.
    Refused(TargetId, Refusal),
    /// The caller gave up before an answer.
    Cancelled,
    /// A side hung up, or its leg was lost; nothing is left of that leg.
    HungUp(Side),
    /// The leg of a called device is gone: its BYE was answered or timed out.
    TargetGone(TargetId),
    /// The caller's leg is gone.
    CallerGone,
    /// The media of the call cannot be carried.
    MediaFailed,
    /// The agent stops.
    Shutdown,
    /// Time passed; see [`Call::deadline`].
    Time,
}

/// What to do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Invite a called device.
    Invite(TargetId),
    /// Tell the caller that it rings; sent once.
    RingCaller,
    /// Answer the caller with what this device answered.
    AnswerCaller(TargetId),
    /// Refuse the caller; its leg is gone with it.
    RefuseCaller(Refusal),
    /// Confirm to the caller that it gave up (487); its leg is gone with it.
    ConfirmCancel,
    /// Stop a called device that has not answered.
    Cancel(TargetId),
    /// Hang up a called device.
    ByeTarget(TargetId),
    /// Hang up the caller.
    ByeCaller,
    /// Forget whatever the wire still holds of a called device.
    DropTarget(TargetId),
    /// Forget whatever the wire still holds of the caller.
    DropCaller,
    /// The call is over; exactly once.
    Record(CallRecord),
}
