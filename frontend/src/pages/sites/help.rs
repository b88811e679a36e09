//! The fields for what help needs: where to come to, and the number it sees.

use cordboard_api::sites::{EmergencyAddress, Site};
use cordboard_messages::Key;
use cordboard_types::{CallerNumber, Label, Note};
use leptos::prelude::*;

use super::countries;
use crate::form::{Check, Form, SelectField, TextField};

/// What is typed.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    street: RwSignal<String>,
    number: RwSignal<String>,
    postcode: RwSignal<String>,
    city: RwSignal<String>,
    /// Follows the site's when that is chosen.
    pub(super) country: RwSignal<String>,
    note: RwSignal<String>,
    pub(super) caller: RwSignal<String>,
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

    pub(super) fn of(site: &Site) -> Self {
        let fields = Self::empty(&site.country);
        fields.caller.set(site.emergency_caller.as_ref().map(ToString::to_string).unwrap_or_default());
        if let Some(address) = &site.emergency_address {
            for (field, text) in fields.with(address) {
                field.set(text);
            }
        }
        fields
    }

    pub(super) fn with(self, address: &EmergencyAddress) -> [(RwSignal<String>, String); 6] {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: Fields) -> (Option<Told>, Vec<String>) {
        let mut check = Check::default();
        let told = fields.read(&mut check);
        let problems = check.finish(None::<()>).unwrap_err();
        (told, problems.into_iter().map(|problem| problem.pointer).collect())
    }

    #[test]
    fn an_address_is_whole_or_not_there() {
        // Signals live in an owner.
        let owner = Owner::new();
        owner.set();
        let fields = Fields::empty("CH");
        assert_eq!(read(fields), (Some((None, None)), Vec::new()));
        fields.city.set("Bern".to_owned());
        assert_eq!(read(fields).1, ["/emergency_address/street", "/emergency_address/postcode"]);
        fields.street.set("Main".to_owned());
        fields.postcode.set("3000".to_owned());
        fields.caller.set("031 555".to_owned());
        let (told, wrong) = read(fields);
        assert!(told.is_some_and(|(address, caller)| address.is_some() && caller.is_none()));
        assert_eq!(wrong, ["/emergency_caller"]);
    }
}
