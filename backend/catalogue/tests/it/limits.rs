//! What a model cannot do is said before anything is rendered.

use cordboard_catalogue::{Kind, Limit, RenderError};
use cordboard_domain::{DeviceDocument, KeyBank, KeyFunction};

use crate::sample::{account, catalogue, dect, handset, label, mac, model, phone};

fn limits(document: &DeviceDocument) -> Vec<Limit> {
    let limits = catalogue().validate(document).err().unwrap_or_default();
    if !limits.is_empty() {
        assert_eq!(catalogue().render(document), Err(RenderError::Limits(limits.clone())));
    }
    limits
}

#[test]
fn too_many_accounts_or_none() {
    let mut document = phone("yealink/t4x/T41S");
    document.accounts = (1..=7).map(|owner| account("201", owner)).collect();
    assert_eq!(limits(&document), [Limit::Accounts { most: 6, given: 7 }]);
    document.accounts.clear();
    document.keys.clear();
    assert_eq!(limits(&document), [Limit::Accounts { most: 6, given: 0 }]);
}

// proves D-001
#[test]
fn a_dect_system_has_its_capacity_and_its_slots() {
    let mut document = dect("gigaset/n670/N610");
    document.handsets = (1..=9).map(|slot| handset(slot, "201")).collect();
    assert_eq!(limits(&document), [Limit::Handsets { most: 8, given: 9 }, Limit::Slot { slot: 9, most: 8 }]);
    document.handsets = vec![handset(0, "201"), handset(2, "202"), handset(2, "203")];
    assert_eq!(limits(&document), [Limit::Slot { slot: 0, most: 8 }, Limit::SlotTaken { slot: 2 }]);
}

#[test]
fn a_dect_system_has_no_accounts_and_a_phone_no_handsets() {
    let mut document = dect("gigaset/n670/N670");
    document.accounts = vec![account("201", 1)];
    assert_eq!(limits(&document), [Limit::Accounts { most: 0, given: 1 }]);
    let mut document = phone("snom/d7xx/D712");
    document.handsets = vec![handset(1, "201")];
    assert!(limits(&document).contains(&Limit::Handsets { most: 0, given: 1 }));
}

#[test]
fn keys_that_do_not_exist() {
    let mut document = phone("yealink/t4x/T42U");
    document.keys[0].position = 16;
    document.keys[1].bank = KeyBank::Module(1);
    document.keys[2].account = 2;
    document.keys[3].position = 3;
    let twice = document.keys[3].clone();
    document.keys.push(twice);
    assert_eq!(
        limits(&document),
        [
            Limit::Key { bank: KeyBank::Line, position: 16 },
            Limit::Key { bank: KeyBank::Module(1), position: 2 },
            Limit::KeyAccount { account: 2 },
            Limit::KeyTaken { bank: KeyBank::Line, position: 3 },
            Limit::KeyTaken { bank: KeyBank::Line, position: 3 },
        ]
    );
}

#[test]
fn an_unknown_zone_country_or_model() {
    let mut document = phone("snom/d7xx/D785");
    document.region.time_zone = "Mars/Olympus".into();
    document.region.country = "XX".into();
    let zone = Limit::TimeZone { zone: "Mars/Olympus".into() };
    assert_eq!(limits(&document), [zone, Limit::Country { country: "XX".into() }]);
    document.model = model("snom/d7xx/D999");
    assert_eq!(catalogue().validate(&document), Err(vec![Limit::UnknownModel]));
    assert_eq!(catalogue().render(&document), Err(RenderError::UnknownModel(document.model)));
}

#[test]
fn a_login_the_device_does_not_have() {
    let mut document = dect("gigaset/n670/N670");
    document.user_name = Some(label("anna"));
    assert_eq!(limits(&document), [Limit::NoLogin { field: "user_name".into() }]);
}

#[test]
fn values_no_escaping_can_save() {
    let mut document = phone("yealink/t4x/T46U");
    document.accounts[0].label = label("%NULL%");
    document.accounts[0].auth_user = "a\nb".into();
    document.user_name = Some(label("a:b"));
    document.keys[2].function = Some(KeyFunction::SpeedDial("\u{E000}0\u{E001}".into()));
    let fields = ["user_name", "accounts[0].label", "accounts[0].auth_user", "keys[2].function"];
    assert_eq!(limits(&document), fields.map(|field| Limit::Value { field: field.into() }));
    let mut document = dect("gigaset/n670/N670");
    document.handsets[1].ipui = Some("x.AuthName".into());
    assert_eq!(limits(&document), [Limit::Value { field: "handsets[1].ipui".into() }]);
}

#[test]
fn the_models_of_the_three_families() {
    let models: Vec<_> = catalogue().models().collect();
    assert_eq!(models.len(), 8 + 9 + 2);
    for model in &models {
        assert_eq!(catalogue().model(&model.id), Some(*model));
        assert_eq!(model.kind == Kind::DectSystem, model.accounts == 0 && model.handsets > 0);
        assert_eq!(catalogue().version(&model.id), Some(model.version.as_str()));
    }
    let t46u = catalogue().model(&model("yealink/t4x/T46U")).unwrap();
    assert_eq!(t46u.display_name(), "Yealink T46U");
    let n670 = catalogue().model(&model("gigaset/n670/N670")).unwrap();
    assert_eq!((n670.handsets, n670.admin_password, n670.user_login), (20, true, false));
}

#[test]
fn every_model_renders_in_its_bounds() {
    for known in catalogue().models() {
        let mut document =
            if known.kind == Kind::Phone { phone(known.id.as_str()) } else { dect(known.id.as_str()) };
        document.mac = Some(mac());
        if known.kind == Kind::Phone {
            document.accounts = (1..=known.accounts).map(|_| account("201", 1)).collect();
        } else {
            document.handsets = (1..=known.handsets).map(|slot| handset(slot, "201")).collect();
        }
        assert_eq!(limits(&document), [], "{}", known.id.as_str());
        assert!(catalogue().render(&document).is_ok(), "{}", known.id.as_str());
    }
}
