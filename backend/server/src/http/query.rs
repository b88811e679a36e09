//! Query parameters of lists.

use cordboard_api::page::{MAX_PAGE_SIZE, PAGE_SIZE};
use cordboard_store::PageRequest;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which page of a list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// Cursor of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    #[serde(default)]
    pub size: Option<u16>,
}

impl From<PageQuery> for PageRequest {
    fn from(query: PageQuery) -> Self {
        Self { after: query.after, size: query.size.unwrap_or(PAGE_SIZE).clamp(1, MAX_PAGE_SIZE) }
    }
}
