//! One search over customers, users, devices and numbers.

use cordboard_api::search::{Found, FoundList};

use super::{Answer, request::get};
use crate::address::with_query;

pub(crate) async fn search(words: &str) -> Answer<Vec<Found>> {
    let found: FoundList = get(&with_query("/search", &[("q", words.to_owned())])).await?;
    Ok(found.items)
}
