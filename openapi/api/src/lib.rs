//! The HTTP contract of the web UI and automation.
