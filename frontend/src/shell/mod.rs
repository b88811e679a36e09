//! The frame around pages: the board at the top, the navigation, what waits to be published.

mod board;
mod nav;
mod publish;

use cordboard_api::{changes::Change, customers::Customer, events::Topic};
use cordboard_messages::Key;
use cordboard_types::{Permission, TenantId};
use leptos::prelude::*;

use crate::{
    address::{Address, Place},
    api,
    live::Live,
    pages,
    query::Query,
    session,
    words::t,
};

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
    fn open(customer: TenantId) -> Self {
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

/// Pages that belong to no customer.
pub(crate) fn plain(address: Memo<Address>) -> AnyView {
    view! {
        <div class="shell">
            {skip()}
            {board::plain()}
            <div class="body body-plain">
                <main class="main" id="main" tabindex="-1">{move || pages::outside(address.get())}</main>
            </div>
        </div>
    }
    .into_any()
}

/// Pages of a customer.
pub(crate) fn customer(customer: TenantId, address: Memo<Address>) -> AnyView {
    let here = Here::open(customer);
    let place = Memo::new(move |_| address.get().place());
    let section = Memo::new(move |_| place.get().and_then(Place::section));
    view! {
        <div class="shell">
            {skip()}
            {board::of_customer(here)}
            <div class="body">
                {nav::nav(here, section)}
                <main class="main" id="main" tabindex="-1">
                    {move || place.get().map(|place| pages::inside(here, place))}
                </main>
            </div>
            {publish::bar(here)}
        </div>
    }
    .into_any()
}

fn skip() -> impl IntoView {
    view! { <a class="skip" href="#main" rel="external">{t(Key::SkipToContent)}</a> }
}
