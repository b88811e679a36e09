//! What phones reach, from outside: over TLS, byte by byte.

mod closing;
mod contact;
mod fetch;
mod log;
mod phones;
mod redirects;
mod refusals;
mod replicas;
