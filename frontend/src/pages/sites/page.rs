use cordboard_api::sites::Site;
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{
    countries, query,
    site::{agent_lamp, emergency_lamp},
};
use crate::{
    address::Place,
    components::{
        feedback,
        icon::{Icon, icon},
        lamp::{self, Light},
        page::head,
        strip::Strip,
        table::{Column, Row, table},
    },
    shell::Here,
    words::t,
};

const COLUMNS: &[Column] = &[
    (Key::ColumnSite, "roomy"),
    (Key::FieldCountry, "col-mid"),
    (Key::ColumnAgent, ""),
    (Key::EmergencyTitle, ""),
    (Key::ColumnConfiguration, "col-mid"),
    (Key::SiteRegistrar, "col-wide"),
];

pub(crate) fn page(here: Here) -> AnyView {
    let list = query::sites(here.customer).view(feedback::rows_skeleton, move |sites| {
        let rows = move || sites.with(|sites| sites.iter().map(|site| row(here, site)).collect());
        table(t(Key::NavSites), COLUMNS, rows, ())
    });
    view! { {head(t(Key::NavSites), None, new_button(here))}{list} }.into_any()
}

fn new_button(here: Here) -> Option<AnyView> {
    here.may(Permission::SitesWrite).then(|| {
        view! {
            <a class="button button-primary" href=here.to(Place::NewSite)>{icon(Icon::Plus)}{t(Key::SiteNew)}</a>
        }
        .into_any()
    })
}

fn row(here: Here, site: &Site) -> Row {
    let registrar = site.registrar.as_ref().map_or_else(
        || view! { <span class="muted">{t(Key::NotSet)}</span> }.into_any(),
        |address| view! { <span class="mono fixed">{super::site::address(address)}</span> }.into_any(),
    );
    vec![
        Strip::icon(Icon::MapPin, &site.name).href(here.to(Place::Site(site.id))).view(),
        countries::name(&site.country).into_any(),
        agent_lamp(site.agent.as_ref()),
        emergency_lamp(site).unwrap_or_else(|| lamp::lamp(Light::On, Key::EmergencyReady)),
        site.agent.as_ref().map(|agent| lamp::status(&agent.status)).into_any(),
        registrar,
    ]
}
