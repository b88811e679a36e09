//! The stream that wakes an agent up. It carries no content: what changed is pulled.

use serde::{Deserialize, Serialize};

/// Seconds after which a side that had nothing to say sends [`Wake::Idle`] (the agent: a WebSocket ping).
pub const IDLE_SECONDS: u64 = 20;
/// Seconds of silence after which a side takes the connection for dead.
pub const DEAD_SECONDS: u64 = 60;

/// A message of `GET /wake` (WebSocket text, or the body of a long poll).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "wake")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Wake {
    /// A document with this sequence, or a later one, can be pulled.
    Document {
        /// Newest sequence.
        sequence: u64,
    },
    /// Site state changed in the cloud.
    State,
    /// Nothing; sent every [`IDLE_SECONDS`] so that a dead connection is noticed.
    Idle,
}
