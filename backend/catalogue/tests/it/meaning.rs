//! Render, splice, read back: a device understands exactly what the document says, whatever people type.

use cordboard_domain::{Account, DeviceDocument, Handset, Registrar, SecretField, SecretRef};
use cordboard_types::{Extension, HostName, Label, Transport};
use proptest::prelude::*;

use crate::{
    reader::{self, AccountRead, Understood},
    sample,
};

const HOSTILE: &str = "& < > \" ' : ; % # \\ = ]]> <!-- {{ 1 }} {% raw %} äöüß 漢字 %NULL% `$(x)`";

fn vendor(document: &DeviceDocument) -> &str {
    document.model.as_str().split('/').next().unwrap()
}

fn understood(document: &DeviceDocument, secret: &dyn Fn(&SecretRef) -> String) -> Understood {
    let files = sample::catalogue().render(document).unwrap();
    reader::understand(vendor(document), &sample::spliced_with(&files[0], secret))
}

/// What a perfect device understands.
fn meant(document: &DeviceDocument, secret: &dyn Fn(&SecretRef) -> String) -> Understood {
    let of_phone = document.accounts.iter().map(|account| account_meant(account, None, secret));
    let of_system = document.handsets.iter().map(|h| account_meant(&h.account, Some(secret(&h.pin)), secret));
    let user = document.user_name.as_ref().zip(document.user_password);
    Understood {
        url: url(document),
        admin_password: secret(&document.admin_password.unwrap()),
        user: user.map(|(name, password)| (name.as_str().to_owned(), secret(&password))),
        accounts: of_phone.chain(of_system).collect(),
    }
}

fn url(document: &DeviceDocument) -> String {
    let key = cordboard_types::AccessKey::from_bytes([0xa7; 24]);
    let (model, base) = (&document.model, document.provisioning_url.as_str());
    sample::catalogue().steady_url(model, base, &key, document.mac.as_ref()).unwrap()
}

fn account_meant(
    account: &Account,
    pin: Option<String>,
    secret: &dyn Fn(&SecretRef) -> String,
) -> AccountRead {
    AccountRead {
        user: account.user.as_str().to_owned(),
        auth_user: account.auth_user.clone(),
        password: secret(&account.password),
        display_name: account.display_name.as_str().to_owned(),
        label: pin.is_none().then(|| account.label.as_str().to_owned()),
        domain: account.domain.as_str().to_owned(),
        host: account.registrar.host.as_str().to_owned(),
        port: account.registrar.port.to_string(),
        transport: account.registrar.transport.as_str().to_owned(),
        expiry: account.expiry.to_string(),
        pin,
    }
}

/// Passwords of hostile characters where the field may have any; a key and a PIN are what they are.
fn hostile_secret(secret: &SecretRef) -> String {
    match secret.field {
        SecretField::SteadyKey | SecretField::DectPin => sample::value_of(secret),
        _ => format!("{}{HOSTILE}", secret.owner[0]),
    }
}

fn check(document: &DeviceDocument, secret: &dyn Fn(&SecretRef) -> String) {
    assert_eq!(understood(document, secret), meant(document, secret));
}

// proves
#[test]
fn hostile_names_and_passwords_arrive_as_they_are() {
    let hostile = sample::label(&HOSTILE.chars().take(Label::MAX).collect::<String>());
    for id in ["yealink/t4x/T46U", "snom/d7xx/D785", "gigaset/n670/N670"] {
        let mut document = if id.starts_with("gigaset") { sample::dect(id) } else { sample::phone(id) };
        let handsets = document.handsets.iter_mut().map(|handset| &mut handset.account);
        for account in document.accounts.iter_mut().chain(handsets) {
            account.label = hostile.clone();
            account.display_name = hostile.clone();
            account.auth_user = HOSTILE.to_owned();
        }
        if let Some(name) = &mut document.user_name {
            let without_colon = HOSTILE.replace(':', "");
            *name = sample::label(&without_colon.chars().take(Label::MAX).collect::<String>());
        }
        check(&document, &hostile_secret);
    }
}

// A line break in a password survives in XML; in a line format it becomes a blank, never a new line.
#[test]
fn a_line_break_in_a_password_starts_no_setting() {
    let broken = |secret: &SecretRef| match secret.field {
        SecretField::SipPassword => "a\r\naccount.1.enable = 0".to_owned(),
        _ => sample::value_of(secret),
    };
    for id in ["snom/d7xx/D785", "yealink/t4x/T46U"] {
        let read = understood(&sample::phone(id), &broken);
        let kept =
            if id.starts_with("snom") { "a\r\naccount.1.enable = 0" } else { "a  account.1.enable = 0" };
        assert_eq!(read.accounts[0].password, kept);
    }
    assert_eq!(
        understood(&sample::dect("gigaset/n670/N670"), &broken).accounts[0].password.lines().count(),
        2
    );
}

#[test]
fn a_registrar_under_the_domain_itself_needs_no_proxy() {
    let mut document = sample::phone("yealink/t4x/T42S");
    document.accounts[0].registrar.host = document.accounts[0].domain.clone();
    document.accounts[0].registrar.transport = Transport::Tls;
    document.accounts[0].registrar.port = 5061;
    check(&document, &sample::value_of);
}

#[test]
fn handsets_of_different_registrars_get_a_provider_each() {
    let mut document = sample::dect("gigaset/n670/N670");
    document.handsets[1].account.registrar.port = 5070;
    let mut third = sample::handset(7, "207");
    third.account.registrar = document.handsets[0].account.registrar.clone();
    document.handsets.push(third);
    check(&document, &sample::value_of);
    let file = &sample::catalogue().render(&document).unwrap()[0];
    let settings = reader::gigaset(&sample::spliced(file));
    assert!(settings.contains_key("SipProvider.1.Domain") && !settings.contains_key("SipProvider.2.Domain"));
}

// proves A-006
#[test]
fn a_key_change_on_one_device_leaves_the_other_as_it_is() {
    let second = sample::phone("snom/d7xx/D735");
    let before = sample::catalogue().render(&second).unwrap();
    let mut first = sample::phone("snom/d7xx/D735");
    first.mac = Some(cordboard_types::Mac::parse("000413000001").unwrap());
    let unchanged = sample::catalogue().render(&first).unwrap();
    first.keys.clear();
    assert_ne!(sample::catalogue().render(&first).unwrap(), unchanged);
    assert_eq!(sample::catalogue().render(&second).unwrap(), before);
}

#[test]
fn a_key_is_unmanaged_empty_or_set() {
    let document = sample::phone("yealink/t4x/T46U");
    let settings = reader::lines(&sample::spliced(&sample::catalogue().render(&document).unwrap()[0]));
    assert_eq!(settings["linekey.2.type"], ["16"]);
    assert_eq!(
        (&settings["linekey.4.type"][0], &settings["linekey.4.label"][0]),
        (&"0".into(), &"%NULL%".into())
    );
    assert!(!settings.keys().any(|name| name.starts_with("linekey.5.")));
}

#[test]
fn keys_of_a_module_go_on_where_the_phone_ends() {
    let mut document = sample::phone("snom/d7xx/D765");
    document.keys[1].bank = cordboard_domain::KeyBank::Module(2);
    let text = sample::spliced(&sample::catalogue().render(&document).unwrap()[0]);
    assert_eq!(reader::snom(&text)["fkey 35"], ["blf 202|*8"], "16 keys, 18 of module 1, second of module 2");
    document.model = sample::model("yealink/t4x/T48U");
    let text = sample::spliced(&sample::catalogue().render(&document).unwrap()[0]);
    assert_eq!(reader::lines(&text)["expansion_module.2.key.2.value"], ["202"]);
}

#[test]
fn no_secret_is_in_the_bytes() {
    for document in [sample::phone("snom/d7xx/D785"), sample::dect("gigaset/n670/N670")] {
        let file = &sample::catalogue().render(&document).unwrap()[0];
        let bytes = String::from_utf8(file.bytes.clone()).unwrap();
        for secret in file.secrets() {
            assert!(!bytes.contains(&sample::value_of(&secret)), "{secret:?}");
        }
        assert!(file.secrets().contains(&document.steady_key) && file.identity);
    }
}

fn text(most: usize) -> impl Strategy<Value = String> {
    let hostile =
        proptest::collection::vec(proptest::sample::select(HOSTILE.chars().collect::<Vec<_>>()), 1..most);
    prop_oneof![
        proptest::string::string_regex(&format!("\\PC{{1,{most}}}")).unwrap(),
        hostile.prop_map(|chars| chars.into_iter().collect::<String>())
    ]
    .prop_map(|text| text.trim().to_owned())
    .prop_filter("a word of its own", |text| !text.is_empty() && text != "%NULL%")
}

fn labels() -> impl Strategy<Value = Label> {
    text(64).prop_filter_map("no label", |text| Label::parse(&text).ok())
}

fn accounts() -> impl Strategy<Value = Account> {
    let transport = prop_oneof![Just(Transport::Udp), Just(Transport::Tcp), Just(Transport::Tls)];
    let host = prop_oneof!["[a-z]{1,9}\\.example\\.net", Just("192.0.2.7".to_owned())];
    let words = (labels(), labels(), "[0-9]{2,10}", text(40));
    (words, host.clone(), host, 1..u16::MAX, transport, 60..7200_u32).prop_map(
        |((label, display_name, user, auth_user), domain, host, port, transport, expiry)| Account {
            label,
            display_name,
            user: Extension::parse(&user).unwrap(),
            auth_user,
            domain: HostName::parse(&domain).unwrap(),
            registrar: Registrar { host: HostName::parse(&host).unwrap(), port, transport },
            expiry,
            ..sample::account("10", 1)
        },
    )
}

fn documents() -> impl Strategy<Value = DeviceDocument> {
    let phones = prop_oneof![Just("yealink/t4x/T48S"), Just("snom/d7xx/D765")];
    let user = labels().prop_filter("splits", |name| !name.as_str().contains(':'));
    let phone =
        (phones, user, proptest::collection::vec(accounts(), 1..5)).prop_map(|(id, user, accounts)| {
            DeviceDocument { user_name: Some(user), accounts, ..sample::phone(id) }
        });
    let system = proptest::collection::btree_map(1_u16..=20, accounts(), 0..8).prop_map(|accounts| {
        let handset = |(slot, account)| Handset { account, ..sample::handset(slot, "10") };
        DeviceDocument {
            handsets: accounts.into_iter().map(handset).collect(),
            ..sample::bare("gigaset/n670/N670")
        }
    });
    prop_oneof![phone, system]
}

proptest! {
    // proves
    #[test]
    fn every_document_is_understood(document in documents(), password in text(40)) {
        let secret = |secret: &SecretRef| match secret.field {
            SecretField::SipPassword | SecretField::AdminPassword => password.clone(),
            _ => sample::value_of(secret),
        };
        prop_assert_eq!(understood(&document, &secret), meant(&document, &secret));
    }

    #[test]
    fn the_same_document_gives_the_same_bytes(document in documents()) {
        let again: DeviceDocument = document.clone();
        prop_assert_eq!(sample::catalogue().render(&document), sample::catalogue().render(&again));
    }
}
