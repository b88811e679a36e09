//! What a document may ask of a model: checked before rendering, so that a person hears what a device cannot do.

use std::collections::BTreeSet;

use cordboard_domain::{Account, DeviceDocument, Handset, KeyBank, KeyFunction};
use cordboard_types::Locale;
use serde::Serialize;

use crate::{
    family::Family,
    manifest::Kind,
    model::Model,
    render::{is_mark, key_target, providers},
};

/// Something a document asks for that its model cannot do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Limit {
    /// The catalogue has no such model.
    UnknownModel,
    /// A phone without a single account, or more accounts than the model has.
    Accounts {
        /// How many the model has.
        most: u16,
        /// How many the document has.
        given: usize,
    },
    /// More handsets than the system takes.
    Handsets {
        /// How many it takes.
        most: u16,
        /// How many the document has.
        given: usize,
    },
    /// A handset's slot is 0 or above the system's last.
    Slot {
        /// The slot.
        slot: u16,
        /// The last slot.
        most: u16,
    },
    /// Two handsets in one slot.
    SlotTaken {
        /// The slot.
        slot: u16,
    },
    /// More registrars with their own domain than the system has provider profiles.
    Providers {
        /// How many it has.
        most: u16,
        /// How many the document needs.
        given: usize,
    },
    /// The model has no such key.
    Key {
        /// Its bank.
        bank: KeyBank,
        /// Its place in the bank.
        position: u16,
    },
    /// The same key twice.
    KeyTaken {
        /// Its bank.
        bank: KeyBank,
        /// Its place in the bank.
        position: u16,
    },
    /// A key works on an account the document does not have.
    KeyAccount {
        /// The account, from 1.
        account: u16,
    },
    /// The family's keys have no such function.
    KeyFunction {
        /// Its stable name, `intercom`.
        function: String,
    },
    /// No mapping for this time zone.
    TimeZone {
        /// The Olson id.
        zone: String,
    },
    /// No tones for this country.
    Country {
        /// ISO 3166 code.
        country: String,
    },
    /// The device does not speak this language.
    Language {
        /// The language.
        locale: Locale,
    },
    /// The device's interface has no user login, or no administrator password, but the document sets one.
    NoLogin {
        /// `admin_password`, `user_name` or `user_password`.
        field: String,
    },
    /// The family's format has no way to write this value.
    Value {
        /// The field of the document.
        field: String,
    },
}

/// Stable names of the functions of [`KeyFunction`].
pub(crate) const KEY_FUNCTIONS: [&str; 7] = ["line", "speed_dial", "blf", "dtmf", "intercom", "park", "dnd"];

/// The stable name of a key's function.
pub(crate) fn key_function(function: &KeyFunction) -> &'static str {
    match function {
        KeyFunction::Line => "line",
        KeyFunction::SpeedDial(_) => "speed_dial",
        KeyFunction::Blf { .. } => "blf",
        KeyFunction::Dtmf(_) => "dtmf",
        KeyFunction::Intercom(_) => "intercom",
        KeyFunction::Park(_) => "park",
        KeyFunction::Dnd => "dnd",
    }
}

/// Everything a document asks for that the model cannot do.
pub(crate) fn of(document: &DeviceDocument, model: &Model, family: &Family) -> Vec<Limit> {
    let mut limits = counts(document, model);
    limits.extend(slots(document, model));
    limits.extend(keys(document, model));
    limits.extend(region(document, family));
    limits.extend(logins(document, family));
    limits.extend(values(document, family));
    limits
}

fn counts(document: &DeviceDocument, model: &Model) -> Vec<Limit> {
    let (accounts, handsets) = (document.accounts.len(), document.handsets.len());
    let providers = providers(document).len();
    let fewest = usize::from(model.kind == Kind::Phone);
    let wrong_accounts = !(fewest..=usize::from(model.accounts)).contains(&accounts);
    let too_many = |given: usize, most: u16| given > usize::from(most);
    [
        wrong_accounts.then_some(Limit::Accounts { most: model.accounts, given: accounts }),
        too_many(handsets, model.handsets)
            .then_some(Limit::Handsets { most: model.handsets, given: handsets }),
        too_many(providers, model.providers)
            .then_some(Limit::Providers { most: model.providers, given: providers }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn slots(document: &DeviceDocument, model: &Model) -> Vec<Limit> {
    let mut taken = BTreeSet::new();
    let limit = |handset: &Handset| match handset.slot {
        slot if slot == 0 || slot > model.handsets => Some(Limit::Slot { slot, most: model.handsets }),
        slot => (!taken.insert(slot)).then_some(Limit::SlotTaken { slot }),
    };
    document.handsets.iter().filter_map(limit).collect()
}

fn keys(document: &DeviceDocument, model: &Model) -> Vec<Limit> {
    let mut taken = BTreeSet::new();
    document
        .keys
        .iter()
        .flat_map(|key| {
            let (bank, position) = (key.bank, key.position);
            let exists = model.key_banks.iter().any(|b| b.bank == bank && (1..=b.keys).contains(&position));
            let account = usize::from(key.account);
            let function = key.function.as_ref().map(key_function);
            let unknown = function.filter(|name| !model.key_functions.iter().any(|known| known == name));
            [
                (!exists).then_some(Limit::Key { bank, position }),
                (!taken.insert((bank, position))).then_some(Limit::KeyTaken { bank, position }),
                (account == 0 || account > document.accounts.len())
                    .then_some(Limit::KeyAccount { account: key.account }),
                unknown.map(|name| Limit::KeyFunction { function: name.to_owned() }),
            ]
        })
        .flatten()
        .collect()
}

fn region(document: &DeviceDocument, family: &Family) -> Vec<Limit> {
    let (wanted, known) = (&document.region, &family.region);
    let zone = (!known.time_zones.contains_key(&wanted.time_zone))
        .then(|| Limit::TimeZone { zone: wanted.time_zone.clone() });
    let country = (!known.countries.contains_key(&wanted.country))
        .then(|| Limit::Country { country: wanted.country.clone() });
    let language = (!known.languages.contains_key(wanted.locale.as_str()))
        .then_some(Limit::Language { locale: wanted.locale });
    [zone, country, language].into_iter().flatten().collect()
}

fn logins(document: &DeviceDocument, family: &Family) -> Vec<Limit> {
    let login = &family.manifest.login;
    let asked = [
        ("admin_password", document.admin_password.is_some() && !login.admin_password),
        ("user_name", document.user_name.is_some() && !login.user_login),
        ("user_password", document.user_password.is_some() && !login.user_login),
    ];
    let limit = |(field, wrong): (&str, bool)| wrong.then(|| Limit::NoLogin { field: field.to_owned() });
    asked.into_iter().filter_map(limit).collect()
}

/// Values no escaping can save: control and private-use characters, outer blanks, words with a meaning of their
/// own to the device, separators of the user name's place, and an IPUI that would be more than one name.
fn values(document: &DeviceDocument, family: &Family) -> Vec<Limit> {
    let manifest = &family.manifest;
    let forbidden = |c: char| c.is_control() || is_mark(c);
    let wrong = |(field, text): &(String, &str)| {
        let is_reserved = manifest.reserved_values.iter().any(|word| word == text.trim());
        let splits = field == "user_name" && text.contains(|c| manifest.login.user_name_without.contains(c));
        let no_ipui =
            field.ends_with(".ipui") && !text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        is_reserved || splits || no_ipui || text.trim() != *text || text.contains(forbidden)
    };
    texts(document).into_iter().filter(wrong).map(|(field, _)| Limit::Value { field }).collect()
}

/// Every free text of a document, with its place.
fn texts(document: &DeviceDocument) -> Vec<(String, &str)> {
    let mut texts = Vec::new();
    texts.extend(document.user_name.as_ref().map(|name| ("user_name".to_owned(), name.as_str())));
    texts.push(("provisioning_url".to_owned(), document.provisioning_url.as_str()));
    for (place, account) in document.accounts.iter().enumerate() {
        texts.extend(account_texts(&format!("accounts[{place}]"), account));
    }
    for (place, handset) in document.handsets.iter().enumerate() {
        texts.push((format!("handsets[{place}].name"), handset.name.as_str()));
        texts.extend(handset.ipui.as_deref().map(|ipui| (format!("handsets[{place}].ipui"), ipui)));
        texts.extend(account_texts(&format!("handsets[{place}].account"), &handset.account));
    }
    for (place, key) in document.keys.iter().enumerate() {
        texts.extend(key.label.as_ref().map(|label| (format!("keys[{place}].label"), label.as_str())));
        let (value, pickup) = key.function.as_ref().map_or(("", None), key_target);
        texts.extend(
            [value, pickup.unwrap_or_default()].map(|text| (format!("keys[{place}].function"), text)),
        );
    }
    texts
}

fn account_texts<'a>(place: &str, account: &'a Account) -> [(String, &'a str); 3] {
    [
        (format!("{place}.label"), account.label.as_str()),
        (format!("{place}.display_name"), account.display_name.as_str()),
        (format!("{place}.auth_user"), account.auth_user.as_str()),
    ]
}
