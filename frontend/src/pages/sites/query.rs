use cordboard_api::{events::Topic, sites::Site};
use cordboard_types::{SiteId, TenantId};

use crate::{api, query::Query};

pub(super) fn sites(customer: TenantId) -> Query<Vec<Site>> {
    Query::new(&[Topic::Site], move || api::sites::all(customer))
}

pub(super) fn site(customer: TenantId, site: SiteId) -> Query<Site> {
    Query::new(&[Topic::Site], move || api::sites::one(customer, site))
}
