//! SIP and RTP on the wire: the registrar's edge, two-leg calls and the media relay of one site.

mod core;

pub use crate::core::{Core, CoreError, Endpoint, Settings};
