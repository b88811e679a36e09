//! What help needs to know of a site: shown, missed, entered.

use cordboard_api::{
    FieldProblem,
    sites::{Site, SiteChange},
};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{countries, help::Fields};
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, cancels, opens, sends},
        copy::copied,
        dialog::Dialog,
        feedback,
        merge::{self, Difference},
        page::{facts, panel},
    },
    form::{Check, Form},
    query::Query,
    shell::Here,
    words::t,
};

/// Whether help could not be sent, or could not call back.
pub(super) fn is_incomplete(site: &Site) -> bool {
    site.emergency_address.is_none() || site.emergency_caller.is_none()
}

pub(super) fn section(here: Here, query: Query<Site>, site: RwSignal<Site>) -> AnyView {
    let open = RwSignal::new(false);
    let shown = move || site.with(view);
    let incomplete = Memo::new(move |_| site.with(is_incomplete));
    let missing = move || incomplete.get().then(|| feedback::notice(Key::EmergencyMissing, None));
    let button = here.may(Permission::SitesWrite).then(|| {
        let word = move || if incomplete.get() { Key::EmergencyChange } else { Key::SettingChange };
        (move || opens(open, PLAIN, word())).into_any()
    });
    let body = view! {
        {missing}{shown}
        <Dialog open=open title=t(Key::EmergencyTitle)>{move || form(here, query, site, open)}</Dialog>
    };
    panel(t(Key::EmergencyTitle), button, body)
}

fn view(site: &Site) -> AnyView {
    let address = site.emergency_address.as_ref().map(|address| {
        let line = |parts: [String; 2]| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let first = line([address.street.to_string(), address.number.to_string()]);
        let second = line([address.postcode.to_string(), address.city.to_string()]);
        let (country, note) = (countries::name(&address.country), address.note.to_string());
        view! { <address class="address"><bdi>{first}</bdi><bdi>{second}</bdi><span>{country}</span><small>{note}</small></address> }
            .into_any()
    });
    let caller = site.emergency_caller.as_ref().map(|caller| copied(caller.to_string()));
    facts(vec![(Key::EmergencyAddress, address), (Key::EmergencyCaller, caller)])
}

fn form(here: Here, query: Query<Site>, site: RwSignal<Site>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("emergency");
    let base = StoredValue::new(site.get_untracked());
    let fields = base.with_value(Fields::of);
    let differences = RwSignal::new(Vec::new());
    let save = move || match body(fields) {
        Ok(body) => form.send(
            move |_| async move { api::sites::change(here.customer, &base.get_value(), body).await },
            move |_: Site| {
                open.set(false);
                query.refetch();
                here.details.refetch();
            },
        ),
        Err(problems) => form.refuse(problems),
    };
    form.on_stale(move || spawn_local(compare(here, form, fields, base, differences, save)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            <p class="panel-note">{t(Key::EmergencyHelp)}</p>
            {form.summary()}
            {merge::view(differences, save)}
            {fields.view(form)}
            <div class="form-actions">{sends(form, PRIMARY, Key::FormSave)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

fn body(fields: Fields) -> Result<SiteChange, Vec<FieldProblem>> {
    let mut check = Check::default();
    let told = fields.read(&mut check);
    check.finish(told.map(|(address, caller)| SiteChange {
        emergency_address: Some(address),
        emergency_caller: Some(caller),
        ..SiteChange::default()
    }))
}

/// What somebody else saved, beside one's own.
async fn compare(
    here: Here,
    form: Form,
    fields: Fields,
    base: StoredValue<Site>,
    differences: RwSignal<Vec<Difference>>,
    save: impl Fn(),
) {
    let Ok(theirs) = api::sites::one(here.customer, base.with_value(|site| site.id)).await else { return };
    let labels = [
        Key::AddressStreet,
        Key::AddressNumber,
        Key::AddressPostcode,
        Key::AddressCity,
        Key::FieldCountry,
        Key::AddressNote,
    ];
    let address = theirs.emergency_address.as_ref().map(|address| fields.with(address));
    let pairs = address.into_iter().flatten().zip(labels);
    let mut found: Vec<_> =
        pairs.filter_map(|((field, text), label)| Difference::of(label, field, &text)).collect();
    let caller = theirs.emergency_caller.as_ref().map(ToString::to_string).unwrap_or_default();
    found.extend(Difference::of(Key::EmergencyCaller, fields.caller, &caller));
    base.set_value(theirs);
    form.forget();
    if found.is_empty() {
        save();
    }
    differences.set(found);
}
