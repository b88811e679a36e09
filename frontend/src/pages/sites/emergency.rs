//! What help needs: where to come to, and the number it sees.

use cordboard_api::{
    FieldProblem,
    sites::{EmergencyAddress, Site, SiteChange},
};
use cordboard_messages::Key;
use cordboard_types::{CallerNumber, Label, Note, Permission};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::countries;
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
    form::{Check, Form, SelectField, TextField},
    query::Query,
    shell::Here,
    words::t,
};

/// What is typed.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    street: RwSignal<String>,
    number: RwSignal<String>,
    postcode: RwSignal<String>,
    city: RwSignal<String>,
    /// Follows the site's until it is chosen.
    pub(super) country: RwSignal<String>,
    note: RwSignal<String>,
    caller: RwSignal<String>,
}

/// Both may be missing; then the site says so.
pub(super) type Told = (Option<EmergencyAddress>, Option<CallerNumber>);

impl Fields {
    pub(super) fn empty(country: &str) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            street: text(""),
            number: text(""),
            postcode: text(""),
            city: text(""),
            country: text(country),
            note: text(""),
            caller: text(""),
        }
    }

    fn of(site: &Site) -> Self {
        let fields = Self::empty(&site.country);
        fields.caller.set(site.emergency_caller.as_ref().map(ToString::to_string).unwrap_or_default());
        if let Some(address) = &site.emergency_address {
            for (field, text) in fields.with(address) {
                field.set(text);
            }
        }
        fields
    }

    fn with(self, address: &EmergencyAddress) -> [(RwSignal<String>, String); 6] {
        [
            (self.street, address.street.to_string()),
            (self.number, address.number.to_string()),
            (self.postcode, address.postcode.to_string()),
            (self.city, address.city.to_string()),
            (self.country, address.country.clone()),
            (self.note, address.note.to_string()),
        ]
    }

    pub(super) fn read(self, check: &mut Check) -> Option<Told> {
        let text = |field: RwSignal<String>| field.get_untracked();
        let caller = check.optional::<CallerNumber>("/emergency_caller", &text(self.caller));
        let parts = [self.street, self.number, self.postcode, self.city, self.note];
        if parts.iter().all(|part| part.with_untracked(|part| part.trim().is_empty())) {
            return Some((None, caller));
        }
        let street = check.required::<Label>("/emergency_address/street", &text(self.street));
        let number = check.required::<Note>("/emergency_address/number", &text(self.number));
        let postcode = check.required::<Label>("/emergency_address/postcode", &text(self.postcode));
        let city = check.required::<Label>("/emergency_address/city", &text(self.city));
        let note = check.required::<Note>("/emergency_address/note", &text(self.note));
        let country = countries::checked_at(check, "/emergency_address/country", &text(self.country))?;
        let address = EmergencyAddress {
            street: street?,
            number: number?,
            postcode: postcode?,
            city: city?,
            country,
            note: note?,
        };
        Some((Some(address), caller))
    }

    pub(super) fn view(self, form: Form) -> AnyView {
        view! {
            <div class="form-grid">
                <TextField form pointer="/emergency_address/street" label=Key::AddressStreet value=self.street optional=true autocomplete="off" />
                <TextField form pointer="/emergency_address/number" label=Key::AddressNumber value=self.number optional=true class="input-short" />
                <TextField form pointer="/emergency_address/postcode" label=Key::AddressPostcode value=self.postcode optional=true class="input-short" />
                <TextField form pointer="/emergency_address/city" label=Key::AddressCity value=self.city optional=true />
            </div>
            <SelectField
                form
                pointer="/emergency_address/country"
                label=Key::FieldCountry
                value=self.country
                choices=Signal::derive(countries::choices)
            />
            <TextField form pointer="/emergency_address/note" label=Key::AddressNote value=self.note help=Key::AddressNoteHelp optional=true />
            <TextField
                form
                pointer="/emergency_caller"
                label=Key::EmergencyCaller
                value=self.caller
                help=Key::EmergencyCallerHelp
                kind="tel"
                inputmode="tel"
                optional=true
            />
        }
        .into_any()
    }
}

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
