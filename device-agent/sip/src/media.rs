//! The media relay: RTP and RTCP of a call go through this host, so devices behind different networks hear each
//! other.
//!
//! One thread with its own event loop, outside the async runtime (sip-stack §7). It forwards bytes and knows
//! nothing of SIP; encrypted media passes as it is.

mod latch;
mod ports;
mod relay;
mod session;
mod worker;

pub(crate) use relay::{Relay, RelayError};
pub(crate) use session::Session;
