//! One site: its agent and where phones reach its registrar.

use cordboard_api::sites::{Agent, RegistrarAddress, Site};
use cordboard_messages::Key;
use cordboard_types::SiteId;
use leptos::prelude::*;

use super::{countries, emergency, enrolment, query, registrar};
use crate::{
    components::{
        copy::copied,
        feedback,
        lamp::{self, Light, lamp, lamp_since},
        page::{facts, head, panel},
        time,
    },
    shell::Here,
    words::{t, tx},
};

pub(crate) fn page(here: Here, site: SiteId) -> AnyView {
    let query = query::site(here.customer, site);
    query
        .view(feedback::page_skeleton, move |site| {
            let agent = move || site.with(|site| agent(site.agent.as_ref()));
            view! {
                {move || site.with(title)}
                <div class="stack">
                    {panel(t(Key::AgentTitle), enrolment::button(here, site), agent)}
                    {emergency::section(here, query, site)}
                    {registrar::section(here, query, site)}
                    {panel(t(Key::SiteAbout), None, move || site.with(about))}
                </div>
            }
            .into_any()
        })
        .into_any()
}

fn title(site: &Site) -> AnyView {
    let facts = view! { <span>{countries::name(&site.country)}</span>{agent_lamp(site.agent.as_ref())}{emergency_lamp(site)} };
    head(site.name.as_str(), Some(facts.into_any()), None)
}

/// Whether calls can be placed at the site.
pub(super) fn agent_lamp(agent: Option<&Agent>) -> AnyView {
    match agent {
        None => lamp(Light::Attention, t(Key::AgentNone)),
        Some(agent) if agent.connected => lamp(Light::On, t(Key::AgentConnected)),
        Some(agent) => {
            let seen = agent.last_seen_at.map(|at| tx(Key::LampLastSeen, &[("time", time::text(at).into())]));
            lamp_since(Light::Trouble, t(Key::AgentAway), seen)
        }
    }
}

/// Only what is missing is said at the head.
pub(super) fn emergency_lamp(site: &Site) -> Option<AnyView> {
    emergency::is_incomplete(site).then(|| lamp(Light::Attention, t(Key::EmergencyLamp)))
}

fn agent(agent: Option<&Agent>) -> AnyView {
    let Some(agent) = agent else {
        return feedback::empty(Key::AgentEmpty, Key::AgentEmptyText, None);
    };
    facts(vec![
        (Key::AgentState, Some(agent_lamp(Some(agent)))),
        (Key::ColumnConfiguration, Some(lamp::status(&agent.status))),
        (Key::AgentHost, Some(copied(agent.host_name.clone()))),
        (Key::AgentVersion, Some(agent.software_version.clone().into_any())),
        (Key::AgentLastSeen, agent.last_seen_at.map(time::time)),
    ])
}

fn about(site: &Site) -> AnyView {
    facts(vec![
        (Key::FieldCountry, Some(countries::name(&site.country).into_any())),
        (Key::SiteTimeZone, Some(site.time_zone.clone().into_any())),
        (Key::SiteRealm, Some(copied(site.realm.clone()))),
    ])
}

/// `10.0.0.5:5060 UDP`.
pub(super) fn address(address: &RegistrarAddress) -> String {
    format!("{}:{} {}", address.host.in_uri(), address.port, address.transport.as_str().to_uppercase())
}
