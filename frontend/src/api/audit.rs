//! The audit log of a node.

use cordboard_api::{BASE, audit::AuditRow};
use cordboard_types::NodeId;

use super::{Answer, Listing, request::list};
use crate::address::with_query;

pub(crate) async fn page(node: NodeId, query: &[(&str, String)], pages: usize) -> Answer<Listing<AuditRow>> {
    list(&with_query(&format!("/nodes/{node}/audit"), query), pages).await
}

/// Where the rows of a filter are had as a file; `form` is a word of the contract.
pub(crate) fn export(node: NodeId, form: &str, query: &[(&str, String)]) -> String {
    let path = format!("{BASE}/nodes/{node}/audit/export");
    with_query(&with_query(&path, &[("format", form.to_owned())]), query)
}
