//! The server from outside: a real listener, a real database.

mod agents;
mod integrations;
mod isolation;
mod support;
