use cordboard_api::settings::Setting;
use cordboard_types::NodeId;

use crate::{api, query::Query};

pub(super) fn settings(node: NodeId) -> Query<Vec<Setting>> {
    Query::new(&[], move || api::settings::all(node))
}
