//! Status words for people.

use cordboard_api::changes::{StatusWord, TargetStatus};
use cordboard_domain::status::Status;
use cordboard_store::targets::TargetFacts;

/// The message of what is known of a target; `failure` is the stored reason of a failure.
#[must_use]
pub fn message(known: &TargetFacts, failure: Option<String>) -> TargetStatus {
    let (status, since) = known.facts.status();
    TargetStatus {
        word: word(status),
        since,
        release: known.facts.released.map(|(release, _)| release),
        number: known.number,
        reason: failure.filter(|_| status == Status::Failed),
    }
}

fn word(status: Status) -> StatusWord {
    match status {
        Status::Draft => StatusWord::Draft,
        Status::Pending => StatusWord::Pending,
        Status::Delivered => StatusWord::Delivered,
        Status::Confirmed => StatusWord::Confirmed,
        Status::Failed => StatusWord::Failed,
    }
}
