//! The server: web API and UI, provisioning, agents, jobs.
//!
//! Data goes one way: request → permission → service → store. `http` is what browsers and automation reach,
//! `provisioning` what phones reach, `agents` what agents reach; `services` is what they share.

pub mod agents;
pub mod cli;
pub mod commands;
pub mod health;
pub mod http;
pub mod integrations;
pub mod jobs;
pub mod keys;
pub mod logging;
pub mod metrics;
pub mod provisioning;
pub mod services;
pub mod settings;
pub mod state;
pub mod tls;
pub mod wiring;

pub use state::State;
