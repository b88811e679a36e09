//! The call journal.

use cordboard_types::{CallId, SiteId, Timestamp};

use crate::{choice, dto};

choice! {
    /// How a call ended.
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
        /// No device registered, or no such number.
        Unreachable,
        /// Something went wrong.
        Failed,
    }
}

dto! {
    /// A call that ended, newest first in `GET /customers/{customer}/calls`.
    pub struct Call {
        /// The call.
        pub id: CallId,
        /// The site whose agent carried it.
        pub site: SiteId,
        /// Caller's number.
        pub from_number: String,
        /// Caller's name.
        pub from_name: String,
        /// What was dialled.
        pub to_number: String,
        /// Name of the called line, when it is one.
        pub to_name: Option<String>,
        /// When it reached the agent.
        pub started_at: Timestamp,
        /// When it was answered.
        pub answered_at: Option<Timestamp>,
        /// When it ended.
        pub ended_at: Timestamp,
        /// How it ended.
        pub result: CallResult,
    }
}
