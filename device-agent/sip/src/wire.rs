//! The only part that knows the SIP stack: its sockets, its messages, its connections.
//!
//! What the rest of the crate decides by, it reads from raw header values.

pub(crate) mod flows;
pub(crate) mod listen;
pub(crate) mod message;
pub(crate) mod raw;
mod stack;

pub(crate) use flows::{Flows, Link};
pub(crate) use message::Out;
pub(crate) use stack::Stack;
