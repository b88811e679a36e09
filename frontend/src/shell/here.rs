use cordboard_api::{changes::Change, customers::Customer, events::Topic};
use cordboard_types::{Permission, TenantId};
use leptos::prelude::*;

use crate::{address::Place, api, live::Live, query::Query, session};

/// The customer whose pages are open.
#[derive(Clone, Copy)]
pub(crate) struct Here {
    pub(crate) customer: TenantId,
    pub(crate) details: Query<Customer>,
    pub(crate) changes: Query<Vec<Change>>,
    pub(crate) live: Live,
    /// Whether the list of what waits to be published is open.
    pub(crate) reviewing: RwSignal<bool>,
}

impl Here {
    pub(super) fn open(customer: TenantId) -> Self {
        let live = Live::open(customer);
        provide_context(live);
        Self {
            customer,
            details: Query::new(&[Topic::Device, Topic::Registration, Topic::Site, Topic::User], move || {
                api::customers::one(customer)
            }),
            changes: Query::new(&[Topic::Change], move || api::changes::open(customer)),
            live,
            reviewing: RwSignal::new(false),
        }
    }

    /// Whether the person may do this here.
    pub(crate) fn may(self, permission: Permission) -> bool {
        session::may(self.customer, permission)
    }

    /// The address of a page of this customer.
    pub(crate) fn to(self, place: Place) -> String {
        place.of(self.customer)
    }

    /// Something was saved: whether there is anything to publish is asked at once, not when the event comes.
    pub(crate) fn saved(self) {
        self.changes.refetch();
    }
}
