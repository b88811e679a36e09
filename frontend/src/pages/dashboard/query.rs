use cordboard_api::nodes::Overview;
use cordboard_types::NodeId;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::{api, query::Query};

/// Milliseconds between two looks: there is no stream of events above customers.
const PAUSE_MS: u32 = 30_000;

/// Asks again by itself for as long as the page is open.
pub(super) fn overview(node: NodeId, pages: RwSignal<usize>) -> Query<Overview> {
    let query = Query::new(&[], move || api::nodes::overview(node, pages.get()));
    again(query, RwSignal::new(()));
    query
}

fn again(query: Query<Overview>, alive: RwSignal<()>) {
    Timeout::new(PAUSE_MS, move || {
        if !alive.is_disposed() {
            query.refetch();
            again(query, alive);
        }
    })
    .forget();
}
