//! The audit log.

use cordboard_types::{OperationId, PersonId, TenantId, Timestamp};

use crate::{choice, dto};

choice! {
    /// What a row tells of an operation.
    pub enum AuditOutcome {
        /// It begins. A row that says how it ended follows, unless the server was cut off.
        Opened,
        /// It was done.
        Done,
        /// Who asked was not allowed to.
        Denied,
        /// It could not be done.
        Failed,
    }

    /// Form of an export.
    pub enum AuditForm {
        /// A table with a line of names (RFC 4180).
        Csv,
        /// One row a line, as JSON.
        Ndjson,
        /// One message a line (RFC 5424).
        Syslog,
    }
}

dto! {
    /// Somebody another person acted for.
    pub struct OnBehalfOf {
        /// Who.
        pub id: PersonId,
        /// Their address.
        pub name: String,
    }

    /// A row of the log. A change's `detail` holds `before` and `after`; secrets are left out.
    pub struct AuditRow {
        /// The customer whose log it is in; absent in the platform's.
        pub customer: Option<TenantId>,
        /// Its number in that log: from 1, without a gap.
        pub seq: i64,
        /// When.
        pub at: Timestamp,
        /// What the rows of one request share.
        pub operation: Option<OperationId>,
        /// Who did it, when it was a person.
        pub actor_id: Option<PersonId>,
        /// Who did it: a person's address, `agent`, `clock`, `nobody`.
        pub actor: String,
        /// Whom they acted for.
        pub on_behalf_of: Option<OnBehalfOf>,
        /// What was shown: `session <id>`, `token <id>`.
        pub credential: String,
        /// Address it came from.
        pub ip: String,
        /// The program it came from, as it names itself.
        pub user_agent: String,
        /// Id of the request.
        pub request_id: String,
        /// A stable word, `device.change`.
        pub action: String,
        /// Kind of what it was done to, `device`.
        pub target_kind: String,
        /// Id of what it was done to.
        pub target: Option<String>,
        /// What the row tells.
        pub outcome: AuditOutcome,
        /// Why it was denied or failed: the code of the answer.
        pub code: Option<String>,
        /// What changed.
        pub detail: serde_json::Value,
    }
}
