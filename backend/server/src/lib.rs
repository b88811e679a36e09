//! The server: web API and UI, provisioning, agents, jobs.
//!
//! Data goes one way: request → permission → service → store. `http` is what browsers and automation reach,
//! `provisioning` what phones reach, `agents` what agents reach; `services` is what they share.

pub mod http;
pub mod keys;
pub mod services;
pub mod settings;
pub mod state;

pub use state::State;
