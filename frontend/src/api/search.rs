//! One search over customers, users, devices and numbers.

use serde::Deserialize;

use super::{Answer, request::get};
use crate::address::with_query;

/// What was found, as far as the palette needs it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Found {
    /// `customer`, `user`, `device` or `number`.
    pub(crate) kind: String,
    pub(crate) id: String,
    /// The customer it belongs to.
    pub(crate) customer: Option<String>,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) subtitle: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Answered {
    items: Vec<Found>,
}

pub(crate) async fn search(words: &str) -> Answer<Vec<Found>> {
    let found: Answered = get(&with_query("/search", &[("q", words.to_owned())])).await?;
    Ok(found.items)
}
