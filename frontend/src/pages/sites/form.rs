use cordboard_api::{
    FieldProblem,
    sites::{NewSite, Site},
};
use cordboard_messages::Key;
use cordboard_types::Label;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{countries, help::Fields};
use crate::{
    address::{self, Place},
    api,
    components::{
        button::{PRIMARY, leaves, sends},
        page::head,
    },
    form::{Check, Form, SelectField, TextField},
    shell::Here,
    words::t,
};

pub(crate) fn page(here: Here) -> AnyView {
    let form = Form::new("site");
    let name = RwSignal::new(String::new());
    let country = RwSignal::new(String::new());
    let zone = RwSignal::new(String::new());
    let emergency = Fields::empty("");
    Effect::new(move |_| {
        if let Some(usual) = countries::time_zone(&country.get()) {
            zone.set(usual.to_owned());
            emergency.country.set(country.get_untracked());
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body(&name.get_untracked(), &country.get_untracked(), &zone.get_untracked(), emergency) {
            Ok(body) => form.send(
                move |key| api::sites::create(here.customer, key, body),
                move |site: Site| address::go(&here.to(Place::Site(site.id))),
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        {head(t(Key::SiteNew), None, None)}
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::SiteName value=name />
            <SelectField
                form
                pointer="/country"
                label=Key::FieldCountry
                value=country
                choices=Signal::derive(countries::choices)
                help=Key::CustomerCountryHelp
            />
            <TextField
                form
                pointer="/time_zone"
                label=Key::SiteTimeZone
                value=zone
                help=Key::SiteTimeZoneHelp
            />
            <section class="form-section">
                <h2>{t(Key::EmergencyTitle)}</h2>
                <p class="panel-note">{t(Key::EmergencyHelp)}</p>
                {emergency.view(form)}
            </section>
            <div class="form-actions">
                {sends(form, PRIMARY, Key::SiteCreate)}
                {leaves(here.to(Place::Sites))}
            </div>
        </form>
    }
    .into_any()
}

fn body(name: &str, country: &str, zone: &str, emergency: Fields) -> Result<NewSite, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    let country = countries::checked(&mut check, country);
    let zone = check.required::<Label>("/time_zone", zone);
    let told = emergency.read(&mut check);
    let body = name.zip(country).zip(zone).zip(told);
    check.finish(body.map(|(((name, country), zone), (address, caller))| NewSite {
        name,
        country: Some(country),
        time_zone: Some(zone.to_string()),
        emergency_address: address,
        emergency_caller: caller,
    }))
}
