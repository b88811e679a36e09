//! Digest authentication as a server (RFC 7616, RFC 8760): MD5 and SHA-256 with stored HA1, `qop=auth`.
//!
//! Ours and not the SIP stack's, on raw header values: that one knows neither SHA-256 nor a nonce counter above
//! 255 (sip-stack §4).

mod hash;
mod nonce;
mod response;
mod server;

pub use hash::ha1;
pub(crate) use response::DigestResponse;
pub(crate) use server::{Attempt, Authenticator, Verdict};
