//! What a template sees of a document.

use std::collections::BTreeMap;

use cordboard_domain::{Account, DeviceDocument, Handset, Key, KeyBank, KeyFunction, Registrar, SecretRef};
use cordboard_types::HostName;
use minijinja::{Value, context};

use super::print::{Piece, Sealed};
use crate::{
    family::Family,
    limits,
    manifest::{Manifest, ModelRule},
    model::Model,
};

/// A document turned into template values, and the secrets its sealed values number.
pub(crate) struct Context {
    pub(crate) value: Value,
    pub(crate) secrets: Vec<SecretRef>,
}

/// Gives every secret of a document a number.
#[derive(Default)]
struct Secrets(Vec<SecretRef>);

impl Secrets {
    fn number(&mut self, secret: SecretRef) -> usize {
        let place = self.0.iter().position(|known| *known == secret);
        place.unwrap_or_else(|| {
            self.0.push(secret);
            self.0.len().saturating_sub(1)
        })
    }

    fn value(&mut self, secret: SecretRef) -> Value {
        Value::from_object(Sealed(vec![Piece::Secret(self.number(secret))]))
    }

    fn optional(&mut self, secret: Option<SecretRef>) -> Value {
        secret.map_or(Value::from(()), |secret| self.value(secret))
    }
}

pub(crate) fn of(document: &DeviceDocument, model: &Model, rule: &ModelRule, family: &Family) -> Context {
    let mut secrets = Secrets::default();
    let key = secrets.number(document.steady_key);
    let url = family.steady_url_pieces(&document.provisioning_url, key, document.mac.as_ref());
    let providers = providers(document);
    let handsets: Vec<_> = document.handsets.iter().map(|h| handset(h, &providers, &mut secrets)).collect();
    let accounts = document.accounts.iter().enumerate();
    let accounts: Vec<_> = accounts.map(|(place, a)| account(a, place, &mut secrets)).collect();
    let value = context! {
        model => model_value(model, rule, &family.manifest),
        mac => mac(document),
        steady_url => Value::from_object(Sealed(url)),
        admin_password => secrets.optional(document.admin_password),
        user_name => document.user_name.as_ref().map(|name| name.as_str()),
        user_password => secrets.optional(document.user_password),
        accounts => accounts,
        handsets => handsets,
        providers => providers.iter().enumerate().map(provider).collect::<Vec<_>>(),
        keys => document.keys.iter().map(|k| key_value(k, rule)).collect::<Vec<_>>(),
        region => region(document, family),
    };
    Context { value, secrets: secrets.0 }
}

fn mac(document: &DeviceDocument) -> Value {
    let value = |mac: &cordboard_types::Mac| context! { lower => mac.lower(), upper => mac.upper() };
    document.mac.as_ref().map_or(Value::from(()), value)
}

fn model_value(model: &Model, rule: &ModelRule, manifest: &Manifest) -> Value {
    context! {
        id => model.id.model(),
        name => model.name.as_str(),
        version => manifest.version.as_str(),
        hardware => rule.hardware,
        accounts => model.accounts,
        handsets => model.handsets,
        line_keys => rule.line_keys,
        traits => rule.traits.clone(),
    }
}

fn account(account: &Account, place: usize, secrets: &mut Secrets) -> Value {
    context! {
        index => place.saturating_add(1),
        label => account.label.as_str(),
        display_name => account.display_name.as_str(),
        user => account.user.as_str(),
        auth_user => account.auth_user.as_str(),
        password => secrets.value(account.password),
        domain => account.domain.as_str(),
        registrar => registrar(&account.registrar),
        expiry => account.expiry,
    }
}

fn registrar(registrar: &Registrar) -> Value {
    context! {
        host => registrar.host.as_str(),
        uri_host => registrar.host.in_uri(),
        port => registrar.port,
        transport => registrar.transport.as_str(),
    }
}

/// Where handsets register: domain, registrar and seconds between registrations.
pub(crate) type Provider<'a> = (&'a HostName, &'a Registrar, u32);

/// The different providers of a system's handsets, in the order of first use.
pub(crate) fn providers(document: &DeviceDocument) -> Vec<Provider<'_>> {
    let mut providers: Vec<Provider<'_>> = Vec::new();
    for handset in &document.handsets {
        let provider = provider_of(&handset.account);
        if !providers.contains(&provider) {
            providers.push(provider);
        }
    }
    providers
}

fn provider_of(account: &Account) -> Provider<'_> {
    (&account.domain, &account.registrar, account.expiry)
}

fn provider((place, (domain, address, expiry)): (usize, &Provider<'_>)) -> Value {
    context! {
        index => place,
        domain => domain.as_str(),
        registrar => registrar(address),
        expiry => expiry,
    }
}

fn handset(handset: &Handset, providers: &[Provider<'_>], secrets: &mut Secrets) -> Value {
    let mine = provider_of(&handset.account);
    context! {
        slot => handset.slot,
        name => handset.name.as_str(),
        ipui => handset.ipui.as_deref(),
        pin => secrets.value(handset.pin),
        account => account(&handset.account, 0, secrets),
        provider => providers.iter().position(|provider| *provider == mine),
    }
}

/// A key; `index` counts on from 0 through the line keys and all modules before it, as makers with one list
/// of keys want it.
fn key_value(key: &Key, rule: &ModelRule) -> Value {
    let before = match key.bank {
        KeyBank::Line => 0,
        KeyBank::Module(number) => {
            let each = rule.modules.as_ref().map_or(0, |module| module.keys);
            u32::from(rule.line_keys) + u32::from(number.saturating_sub(1)) * u32::from(each)
        }
    };
    let (value, pickup) = key.function.as_ref().map_or(("", None), key_target);
    context! {
        module => match key.bank { KeyBank::Line => 0, KeyBank::Module(number) => number },
        position => key.position,
        index => before + u32::from(key.position.saturating_sub(1)),
        account => key.account,
        label => key.label.as_ref().map_or("", |label| label.as_str()),
        function => key.function.as_ref().map_or("none", limits::key_function),
        value => value,
        pickup => pickup,
    }
}

/// What a key's function acts on, and the digits that pick up there.
pub(crate) fn key_target(function: &KeyFunction) -> (&str, Option<&str>) {
    match function {
        KeyFunction::Line | KeyFunction::Dnd => ("", None),
        KeyFunction::SpeedDial(text)
        | KeyFunction::Dtmf(text)
        | KeyFunction::Intercom(text)
        | KeyFunction::Park(text) => (text, None),
        KeyFunction::Blf { extension, pickup } => (extension.as_str(), pickup.as_deref()),
    }
}

fn region(document: &DeviceDocument, family: &Family) -> Value {
    let region = &document.region;
    let empty = BTreeMap::new();
    let of = |table: &BTreeMap<String, _>, key: &str| Value::from(table.get(key).unwrap_or(&empty).clone());
    context! {
        language => of(&family.region.languages, region.locale.as_str()),
        country => of(&family.region.countries, &region.country),
        zone => of(&family.region.time_zones, &region.time_zone),
        ntp => region.ntp.as_str(),
    }
}
