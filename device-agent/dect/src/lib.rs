//! DECT.
