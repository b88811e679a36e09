//! Site state: what people change on the phone or box (forwarding, DND, night mode). Not configuration:
//! versioned per item, replicated both ways, newest (counter, origin) wins.

use cordboard_types::Timestamp;
use serde::{Deserialize, Serialize};

/// Which item: what it belongs to and which setting it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ItemKey {
    /// Kind of owner, e.g. `line`.
    pub owner_kind: String,
    /// Id of the owner.
    pub owner: String,
    /// The setting, e.g. `do-not-disturb`.
    pub name: String,
}

/// One versioned item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StateItem {
    /// Which item.
    pub key: ItemKey,
    /// Its value; null is "back to the default".
    pub value: serde_json::Value,
    /// Rises with every change, wherever it is made.
    pub counter: u64,
    /// Who changed it: `cloud` or the agent's id. Breaks ties between equal counters.
    pub origin: String,
    /// When, for people; never used to decide.
    pub changed_at: Timestamp,
}

impl StateItem {
    /// Whether this item replaces `other`: higher counter, then higher origin.
    #[must_use]
    pub fn wins_over(&self, other: &Self) -> bool {
        (self.counter, &self.origin) > (other.counter, &other.origin)
    }
}

/// `POST /state`: what changed on the site, at most [`StateChanges::MAX`] items. An item that loses is dropped;
/// the agent sees the winner in the stream of `GET /state`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StateChanges {
    /// The items.
    pub items: Vec<StateItem>,
}

impl StateChanges {
    /// Most items in one request.
    pub const MAX: usize = 200;
}

/// `GET /state?after=…`: up to [`StatePage::MAX`] items in the order the cloud took them. An empty page is the
/// end of the stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatePage {
    /// The items.
    pub items: Vec<StateItem>,
    /// Position to ask from next time.
    pub next: u64,
}

impl StatePage {
    /// Most items in one answer.
    pub const MAX: usize = 200;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(counter: u64, origin: &str) -> StateItem {
        let key = ItemKey { owner_kind: "line".into(), owner: "1".into(), name: "do-not-disturb".into() };
        StateItem { key, value: true.into(), counter, origin: origin.into(), changed_at: Timestamp(0) }
    }

    #[test]
    fn both_sides_agree_on_the_winner() {
        for (a, b) in [(item(2, "a"), item(1, "z")), (item(2, "z"), item(2, "a"))] {
            assert!(a.wins_over(&b) && !b.wins_over(&a));
        }
        assert!(!item(1, "a").wins_over(&item(1, "a")), "an item never replaces itself");
    }
}
