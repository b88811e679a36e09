//! What a User-Agent says: maker, model, firmware and sometimes the MAC. A hint, never an identity.

use cordboard_domain::ModelId;
use cordboard_types::Mac;

use crate::pattern::{Hole, Pattern};

/// Holes a User-Agent may have.
pub(crate) const HOLES: &[Hole] = &[Hole::Model, Hole::Firmware, Hole::MacLower, Hole::Any];

/// What was learnt from a User-Agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Maker, `Yealink`.
    pub vendor: String,
    /// The model, when the catalogue has it.
    pub model: Option<ModelId>,
    /// The model as the device spells it.
    pub model_name: String,
    /// Firmware version.
    pub firmware: Option<String>,
    /// MAC, for families that send it.
    pub mac: Option<Mac>,
}

/// The first pattern that fits, as (model name, firmware, MAC). Quotes around the whole are dropped, some
/// Gigaset devices send them (phone-formats §3.1).
pub(crate) fn read(patterns: &[Pattern], text: &str) -> Option<(String, Option<String>, Option<Mac>)> {
    let text = text.trim().trim_matches('"');
    let found = patterns.iter().find_map(|pattern| pattern.read(text, &accepts))?;
    let value = |wanted: Hole| found.iter().find(|(hole, _)| *hole == wanted).map(|(_, value)| *value);
    let mac = value(Hole::MacLower).and_then(|text| Mac::parse(text).ok());
    Some((value(Hole::Model)?.to_owned(), value(Hole::Firmware).map(str::to_owned), mac))
}

fn accepts(hole: Hole, text: &str) -> bool {
    let is_word = |most: usize| !text.is_empty() && text.len() <= most && !text.contains(char::is_whitespace);
    match hole {
        Hole::MacLower => Mac::parse(text).is_ok(),
        Hole::Firmware => is_word(64) && !text.contains(';') && text.contains(|c: char| c.is_ascii_digit()),
        Hole::Model => !text.is_empty() && text.len() <= 32,
        _ => true,
    }
}
