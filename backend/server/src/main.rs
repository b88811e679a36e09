//! The binary cordboard: web API, provisioning, agents, jobs.
fn main() {}
