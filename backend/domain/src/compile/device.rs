//! From rows of the model to the canonical document of one device.

use cordboard_types::{CredentialSetId, DeviceId, Extension, HostName, Label, Locale, Mac};

use crate::{
    Account, DeviceDocument, Handset, ModelId, Region, Registrar, SecretField, SecretRef,
    document::REGISTRATION_SECONDS,
};

/// What a device's document is made of.
#[derive(Debug, Clone)]
pub struct DeviceModel {
    /// The device.
    pub id: DeviceId,
    /// Its model of the catalogue.
    pub model: ModelId,
    /// Its MAC.
    pub mac: Option<Mac>,
    /// Whether the model has an administrator password.
    pub admin_password: bool,
    /// Whether the model has a user name and password.
    pub user_login: bool,
    /// User name for its own interface.
    pub user_name: Option<Label>,
    /// Account of a phone.
    pub account: Option<AccountModel>,
    /// Handsets of a DECT system, in any order.
    pub handsets: Vec<HandsetModel>,
}

/// A line as one device registers for it.
#[derive(Debug, Clone)]
pub struct AccountModel {
    /// Number of the line.
    pub extension: Extension,
    /// Name of the line.
    pub display_name: Label,
    /// The device's own credential set.
    pub credential: CredentialSetId,
    /// Digest user name of that set.
    pub auth_user: String,
}

/// A handset of a DECT system.
#[derive(Debug, Clone)]
pub struct HandsetModel {
    /// The handset.
    pub id: DeviceId,
    /// Its slot, from 1.
    pub slot: u16,
    /// Its name.
    pub name: Label,
    /// Its IPUI, when known.
    pub ipui: Option<String>,
    /// Its account.
    pub account: AccountModel,
}

/// What every device of a site has in common.
#[derive(Debug, Clone)]
pub struct SiteRegion {
    /// SIP domain and digest realm.
    pub domain: HostName,
    /// Where its phones register.
    pub registrar: Registrar,
    /// ISO 3166 country.
    pub country: String,
    /// ISO 3166 country whose tones are played.
    pub tones: String,
    /// Olson time zone.
    pub time_zone: String,
    /// NTP server.
    pub ntp: HostName,
}

/// Compiles a device's document. Passwords and keys are named, never held.
#[must_use]
pub fn device_document(device: DeviceModel, site: &SiteRegion, provisioning_url: &str) -> DeviceDocument {
    let secret = |field| SecretRef { owner: device.id.0.into_bytes(), field };
    let mut handsets: Vec<_> = device.handsets.into_iter().map(|model| handset(model, site)).collect();
    handsets.sort_by_key(|handset| handset.slot);
    DeviceDocument {
        model: device.model,
        mac: device.mac,
        provisioning_url: provisioning_url.to_owned(),
        steady_key: secret(SecretField::SteadyKey),
        admin_password: device.admin_password.then(|| secret(SecretField::AdminPassword)),
        user_name: device.user_name,
        user_password: device.user_login.then(|| secret(SecretField::UserPassword)),
        accounts: device.account.into_iter().map(|model| account(model, site)).collect(),
        handsets,
        keys: Vec::new(),
        region: region(site),
    }
}

fn account(model: AccountModel, site: &SiteRegion) -> Account {
    Account {
        label: model.display_name.clone(),
        display_name: model.display_name,
        user: model.extension,
        auth_user: model.auth_user,
        password: sip_password(model.credential),
        domain: site.domain.clone(),
        registrar: site.registrar.clone(),
        expiry: REGISTRATION_SECONDS,
    }
}

fn sip_password(credential: CredentialSetId) -> SecretRef {
    SecretRef { owner: credential.0.into_bytes(), field: SecretField::SipPassword }
}

fn handset(model: HandsetModel, site: &SiteRegion) -> Handset {
    Handset {
        slot: model.slot,
        name: model.name,
        ipui: model.ipui,
        pin: SecretRef { owner: model.id.0.into_bytes(), field: SecretField::DectPin },
        account: account(model.account, site),
    }
}

fn region(site: &SiteRegion) -> Region {
    Region {
        locale: display_locale(&site.country),
        country: site.tones.clone(),
        time_zone: site.time_zone.clone(),
        ntp: site.ntp.clone(),
    }
}

/// The language of displays in a country: its most spoken one among those the product speaks.
#[must_use]
pub fn display_locale(country: &str) -> Locale {
    match country {
        "AT" | "CH" | "DE" | "LI" => Locale::De,
        "FR" | "LU" | "MC" => Locale::Fr,
        "BE" | "NL" => Locale::Nl,
        _ => Locale::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordboard_types::Transport;

    fn account_of(extension: &str) -> AccountModel {
        AccountModel {
            extension: Extension::parse(extension).unwrap(),
            display_name: Label::parse("Reception").unwrap(),
            credential: CredentialSetId::new(),
            auth_user: format!("{extension}-abc234"),
        }
    }

    fn handset_in(slot: u16) -> HandsetModel {
        let name = Label::parse("Hall").unwrap();
        HandsetModel { id: DeviceId::new(), slot, name, ipui: None, account: account_of("202") }
    }

    fn site() -> SiteRegion {
        let host = |text| HostName::parse(text).unwrap();
        SiteRegion {
            domain: host("a.sip.example.net"),
            registrar: Registrar { host: host("10.0.0.5"), port: 5060, transport: Transport::Udp },
            country: "CH".into(),
            tones: "CH".into(),
            time_zone: "Europe/Zurich".into(),
            ntp: host("pool.ntp.org"),
        }
    }

    fn base() -> DeviceModel {
        DeviceModel {
            id: DeviceId::new(),
            model: ModelId::parse("gigaset/n670/N670").unwrap(),
            mac: None,
            admin_password: true,
            user_login: false,
            user_name: None,
            account: None,
            handsets: vec![handset_in(2), handset_in(1)],
        }
    }

    // proves A-092
    #[test]
    fn the_base_document_carries_its_handsets_in_the_order_of_their_slots() {
        let model = base();
        let mut shuffled = model.clone();
        shuffled.handsets.reverse();
        let document = device_document(model, &site(), "https://p.example.net:8448");
        assert_eq!(document, device_document(shuffled, &site(), "https://p.example.net:8448"));
        assert_eq!(document.handsets.iter().map(|handset| handset.slot).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(document.handsets[0].account.user.as_str(), "202");
    }

    // proves A-008
    #[test]
    fn a_phone_knows_where_and_as_whom_it_registers() {
        let phone = DeviceModel { account: Some(account_of("201")), handsets: Vec::new(), ..base() };
        let document = device_document(phone, &site(), "https://p.example.net:8448");
        let account = &document.accounts[0];
        assert_eq!((account.user.as_str(), account.domain.as_str()), ("201", "a.sip.example.net"));
        assert_eq!(account.registrar.host.as_str(), "10.0.0.5");
        assert_eq!(document.region.locale, Locale::De);
        assert!(document.admin_password.is_some() && document.user_password.is_none());
    }
}
