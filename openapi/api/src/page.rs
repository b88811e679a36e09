//! Lists: keyset pages.

use serde::{Deserialize, Serialize};

/// A page of a list. Ask again with `?after=<next>` until `next` is absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The rows, in the order of the list.
    pub items: Vec<T>,
    /// Where the next page starts; opaque. Absent on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Rows a page has unless asked otherwise.
pub const PAGE_SIZE: u16 = 50;
/// Most rows a page may have.
pub const MAX_PAGE_SIZE: u16 = 200;
