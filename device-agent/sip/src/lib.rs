//! SIP and RTP on the wire: the registrar's edge, two-leg calls and the media relay of one site.
//!
//! [`Core`] is all the agent needs. Inside, everything that comes in passes [`ingress`](self) first, which answers
//! REGISTER and OPTIONS without state and lets an INVITE of a known caller become a call; each call is one task that
//! drives the call machine of `cordboard-telephony`; media passes through a relay thread.
//!
//! The SIP stack logs whole messages, credentials included, at `info` under the target `rsipstack`. A process that
//! uses this crate filters it: see [`LOG_FILTER`].

mod calls;
mod core;
pub mod digest;
mod ingress;
mod media;
mod name_addr;
mod sdp;
mod settings;
mod wire;

pub use crate::core::Core;
pub use ingress::{Admission, Allowance};
pub use settings::{CoreError, Endpoint, Settings};

/// What a process adds to its log filter, so that no credential reaches its log (sip-stack §4).
pub const LOG_FILTER: &str = "rsipstack=warn";

/// How we name ourselves in User-Agent.
const AGENT: &str = concat!("Cordboard/", env!("CARGO_PKG_VERSION"));
