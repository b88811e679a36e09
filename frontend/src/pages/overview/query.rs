use cordboard_api::{devices::Device, events::Topic, limits::Warning, sites::Site};
use cordboard_types::TenantId;

use crate::{api, query::Query};

/// What concerns are found in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Estate {
    pub(super) sites: Vec<Site>,
    pub(super) devices: Vec<Device>,
    pub(super) warnings: Vec<Warning>,
}

pub(super) fn estate(customer: TenantId) -> Query<Estate> {
    let topics = &[Topic::Site, Topic::Device, Topic::Registration, Topic::Change, Topic::User];
    Query::new(topics, move || async move {
        Ok(Estate {
            sites: api::sites::all(customer).await?,
            devices: api::devices::all(customer).await?,
            warnings: api::limits::warnings(customer).await?,
        })
    })
}
