//! Documents and secrets the tests render.

use std::borrow::Cow;

use cordboard_catalogue::Catalogue;
use cordboard_domain::{
    Account, DeviceDocument, Handset, Key, KeyBank, KeyFunction, ModelId, Region, Registrar, SecretField,
    SecretRef, SlottedFile,
};
use cordboard_types::{Extension, HostName, Label, Locale, Mac, Transport};

pub(crate) fn catalogue() -> &'static Catalogue {
    Catalogue::builtin().unwrap()
}

pub(crate) fn model(id: &str) -> ModelId {
    ModelId::parse(id).unwrap()
}

pub(crate) fn mac() -> Mac {
    Mac::parse("00041345c9bf").unwrap()
}

pub(crate) fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn secret(owner: u8, field: SecretField) -> SecretRef {
    SecretRef { owner: [owner; 16], field }
}

/// A secret of the sample documents, different for each.
pub(crate) fn value_of(secret: &SecretRef) -> String {
    match secret.field {
        SecretField::SteadyKey => "a7".repeat(24),
        SecretField::DectPin => "4711".to_owned(),
        field => format!("{}-{}", field.as_str(), secret.owner[0]),
    }
}

pub(crate) fn spliced(file: &SlottedFile) -> String {
    spliced_with(file, value_of)
}

pub(crate) fn spliced_with(file: &SlottedFile, value: impl Fn(&SecretRef) -> String) -> String {
    String::from_utf8(file.splice(|secret| Some(Cow::Owned(value(secret)))).unwrap()).unwrap()
}

pub(crate) fn account(number: &str, owner: u8) -> Account {
    Account {
        label: label(number),
        display_name: label("Anna Muster"),
        user: Extension::parse(number).unwrap(),
        auth_user: format!("{number}-device"),
        password: secret(owner, SecretField::SipPassword),
        domain: HostName::parse("pbx.example.net").unwrap(),
        registrar: Registrar {
            host: HostName::parse("192.0.2.10").unwrap(),
            port: 5060,
            transport: Transport::Udp,
        },
        expiry: 600,
    }
}

pub(crate) fn handset(slot: u16, number: &str) -> Handset {
    let owner = u8::try_from(slot).unwrap();
    Handset {
        slot,
        name: label("Warehouse"),
        ipui: None,
        pin: secret(owner, SecretField::DectPin),
        account: account(number, owner),
    }
}

pub(crate) fn region(zone: &str) -> Region {
    Region {
        locale: Locale::Fr,
        country: "CH".to_owned(),
        time_zone: zone.to_owned(),
        ntp: HostName::parse("ntp.example.net").unwrap(),
    }
}

/// A device of the model with nothing but what every device has.
pub(crate) fn bare(id: &str) -> DeviceDocument {
    DeviceDocument {
        model: model(id),
        mac: Some(mac()),
        provisioning_url: "https://prov.example.net:8448".to_owned(),
        steady_key: secret(9, SecretField::SteadyKey),
        admin_password: Some(secret(9, SecretField::AdminPassword)),
        user_name: None,
        user_password: None,
        accounts: Vec::new(),
        handsets: Vec::new(),
        keys: Vec::new(),
        region: region("Europe/Zurich"),
    }
}

pub(crate) fn phone(id: &str) -> DeviceDocument {
    DeviceDocument {
        user_name: Some(label("anna")),
        user_password: Some(secret(9, SecretField::UserPassword)),
        accounts: vec![account("201", 1)],
        keys: keys(),
        ..bare(id)
    }
}

pub(crate) fn dect(id: &str) -> DeviceDocument {
    let mut named = handset(3, "203");
    named.ipui = Some("029e74a599".to_owned());
    DeviceDocument { handsets: vec![handset(1, "201"), named], ..bare(id) }
}

fn keys() -> Vec<Key> {
    let key = |position, function| Key { bank: KeyBank::Line, position, account: 1, label: None, function };
    let blf = KeyFunction::Blf { extension: Extension::parse("202").unwrap(), pickup: Some("*8".to_owned()) };
    vec![
        key(1, Some(KeyFunction::Line)),
        Key { label: Some(label("Max")), ..key(2, Some(blf)) },
        Key { label: Some(label("Taxi")), ..key(3, Some(KeyFunction::SpeedDial("0441234567".to_owned()))) },
        key(4, None),
    ]
}
