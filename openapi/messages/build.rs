//! Placeholder until the catalogue is written.
fn main() {}
