//! What remains of a call.

use cordboard_types::{CallId, LineId, Timestamp};
use serde::{Deserialize, Serialize};

/// A call that ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallRecord {
    /// The call.
    pub id: CallId,
    /// Line that called; none for a caller who could not be identified.
    pub from_line: Option<LineId>,
    /// Number shown to the callee.
    pub from_number: String,
    /// Name shown to the callee.
    pub from_name: String,
    /// What was dialled.
    pub to_number: String,
    /// Line that was called; none when the number is not a line.
    pub to_line: Option<LineId>,
    /// When the call reached the agent.
    pub started_at: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Timestamp,
    /// How it ended.
    pub result: CallResult,
    /// Who ended it.
    pub ended_by: Option<Side>,
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallResult {
    /// It was answered.
    Answered,
    /// It rang and nobody answered.
    NoAnswer,
    /// The called side was busy.
    Busy,
    /// The called side declined.
    Declined,
    /// The caller hung up before it was answered.
    Cancelled,
    /// No device of the called line is registered, or the number does not exist.
    Unreachable,
    /// Something went wrong.
    Failed,
}

/// A side of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The caller.
    Caller,
    /// The called side.
    Callee,
    /// The agent itself: a time-out, a shutdown.
    Agent,
}

/// Why one called device, or the whole call, was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    // Ordered by how much it tells the caller; the greatest of all forks is what the caller hears.
    /// Something went wrong (5xx and the rest).
    Failed,
    /// The device cannot be reached (no answer to the INVITE, 404, 410, 480 before it rang).
    Unreachable,
    /// It rang and nobody answered (408, 480 after it rang).
    NoAnswer,
    /// No common media (415, 488, 606).
    NotAcceptable,
    /// Busy (486).
    Busy,
    /// Busy everywhere (600): no other device of the line need ring on.
    BusyEverywhere,
    /// Declined (603): no other device of the line need ring on.
    Declined,
}

impl Refusal {
    /// Reads the final status of a called device (RFC 3261 §21). `rang` tells whether it had rung before.
    #[must_use]
    pub fn of_status(status: u16, rang: bool) -> Self {
        match status {
            486 => Self::Busy,
            600 => Self::BusyEverywhere,
            603 | 403 | 433 | 607 | 608 => Self::Declined,
            415 | 488 | 606 => Self::NotAcceptable,
            408 | 480 if rang => Self::NoAnswer,
            404 | 408 | 410 | 430 | 480 | 484 | 604 => Self::Unreachable,
            _ => Self::Failed,
        }
    }

    /// The status the caller is answered with.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::Failed => 500,
            Self::Unreachable | Self::NoAnswer => 480,
            Self::NotAcceptable => 488,
            Self::Busy | Self::BusyEverywhere => 486,
            Self::Declined => 603,
        }
    }

    /// Whether the line as a whole has spoken, so that its other devices stop ringing (RFC 3261 §16.7, 6xx).
    #[must_use]
    pub fn is_final_for_line(self) -> bool {
        matches!(self, Self::BusyEverywhere | Self::Declined)
    }

    /// What the record says.
    #[must_use]
    pub fn result(self) -> CallResult {
        match self {
            Self::Failed | Self::NotAcceptable => CallResult::Failed,
            Self::Unreachable => CallResult::Unreachable,
            Self::NoAnswer => CallResult::NoAnswer,
            Self::Busy | Self::BusyEverywhere => CallResult::Busy,
            Self::Declined => CallResult::Declined,
        }
    }
}
