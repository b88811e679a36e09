//! The store's clock, so that tests can hold it.

use std::time::{SystemTime, UNIX_EPOCH};

use cordboard_types::Timestamp;

/// The time now.
pub(crate) fn system_now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
