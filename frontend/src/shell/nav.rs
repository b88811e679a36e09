//! The navigation of a customer.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::Here;
use crate::{
    address::{Place, Section},
    components::icon::{Icon, icon},
    words::t,
};

const ENTRIES: [(Section, Place, Icon, Key); 6] = [
    (Section::Overview, Place::Overview, Icon::House, Key::NavOverview),
    (Section::Users, Place::Users, Icon::Users, Key::NavUsers),
    (Section::Devices, Place::Devices, Icon::Phone, Key::NavDevices),
    (Section::Registrations, Place::Registrations, Icon::Activity, Key::NavRegistrations),
    (Section::Journal, Place::Journal, Icon::History, Key::NavJournal),
    (Section::Sites, Place::Sites, Icon::MapPin, Key::NavSites),
];

pub(super) fn nav(here: Here, section: Memo<Option<Section>>) -> impl IntoView {
    let entries: Vec<_> = ENTRIES
        .into_iter()
        .map(|(own, place, picture, name)| {
            let current = move || (section.get() == Some(own)).then_some("page");
            view! { <li><a href=here.to(place) aria-current=current>{icon(picture)}{t(name)}</a></li> }
        })
        .collect();
    view! { <nav class="nav" aria-label=t(Key::NavMain)><ul>{entries}</ul></nav> }
}
