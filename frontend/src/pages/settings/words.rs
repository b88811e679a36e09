//! What the settings are called, and how their values are read.

use cordboard_api::settings::Setting;
use cordboard_messages::Key;
use cordboard_types::SettingName;
use serde_json::Value;

use crate::{
    components::language::LANGUAGES,
    pages::sites::countries,
    words::{Text, t, tx},
};

/// Settings that belong together, under one heading.
pub(super) struct Group {
    pub(super) title: Key,
    pub(super) help: Key,
    pub(super) settings: &'static [SettingName],
}

pub(super) const PLACE: Group = Group {
    title: Key::SettingsPlace,
    help: Key::SettingsPlaceHelp,
    settings: &[
        SettingName::Locale,
        SettingName::Country,
        SettingName::TimeZone,
        SettingName::AreaCode,
        SettingName::NumberFormat,
        SettingName::Tones,
    ],
};

pub(super) const LOOK: Group = Group {
    title: Key::SettingsLook,
    help: Key::SettingsLookHelp,
    settings: &[SettingName::BrandName, SettingName::BrandLogo, SettingName::BrandColour],
};

pub(super) const MAIL: Group = Group {
    title: Key::SettingsMail,
    help: Key::SettingsMailHelp,
    settings: &[SettingName::MailSenderName, SettingName::MailSenderAddress, SettingName::HostName],
};

pub(super) const ENTRANCE: Group = Group {
    title: Key::SettingsEntrance,
    help: Key::SettingsEntranceHelp,
    settings: &[
        SettingName::SignInNetworks,
        SettingName::SecondFactorRequired,
        SettingName::SessionIdleMinutes,
    ],
};

/// Its name, and what it does.
pub(super) fn of(name: SettingName) -> (Key, Key) {
    use SettingName as S;
    match name {
        S::Locale => (Key::SettingLocale, Key::SettingLocaleHelp),
        S::Country => (Key::FieldCountry, Key::SettingCountryHelp),
        S::TimeZone => (Key::SiteTimeZone, Key::SettingTimeZoneHelp),
        S::AreaCode => (Key::SettingAreaCode, Key::SettingAreaCodeHelp),
        S::NumberFormat => (Key::SettingNumberFormat, Key::SettingNumberFormatHelp),
        S::Tones => (Key::SettingTones, Key::SettingTonesHelp),
        S::BrandName => (Key::SettingBrandName, Key::SettingBrandNameHelp),
        S::BrandLogo => (Key::SettingBrandLogo, Key::SettingBrandLogoHelp),
        S::BrandColour => (Key::SettingBrandColour, Key::SettingBrandColourHelp),
        S::MailSenderName => (Key::SettingMailName, Key::SettingMailNameHelp),
        S::MailSenderAddress => (Key::SettingMailAddress, Key::SettingMailAddressHelp),
        S::HostName => (Key::SettingHostName, Key::SettingHostNameHelp),
        S::SignInNetworks => (Key::SettingNetworks, Key::SettingNetworksHelp),
        S::SecondFactorRequired => (Key::SettingSecondFactor, Key::SettingSecondFactorHelp),
        S::SessionIdleMinutes => (Key::SettingIdle, Key::SettingIdleHelp),
    }
}

/// A value as it is read; none where there is none.
pub(super) fn shown(name: SettingName, value: &Value) -> Option<Text> {
    use SettingName as S;
    let text = || value.as_str().map(str::to_owned);
    match name {
        S::Locale => language(&text()?),
        S::Country | S::Tones => Some(countries::name(&text()?)),
        S::NumberFormat => match text()?.as_str() {
            "international" => Some(t(Key::SettingInternational)),
            _ => Some(t(Key::SettingNational)),
        },
        S::BrandLogo => value.is_object().then(|| t(Key::SettingLogoSet)),
        S::SignInNetworks => Some(networks(value.as_array()?)),
        S::SecondFactorRequired => {
            Some(t(if value.as_bool()? { Key::SettingFactorAll } else { Key::SettingFactorOwn }))
        }
        S::SessionIdleMinutes => {
            Some(tx(Key::SettingMinutes, &[("count", u32::try_from(value.as_u64()?).ok()?.into())]))
        }
        _ => text().map(Text::from),
    }
}

fn language(tag: &str) -> Option<Text> {
    LANGUAGES.into_iter().find(|(locale, _)| locale.as_str() == tag).map(|(_, name)| name.into())
}

fn networks(list: &[Value]) -> Text {
    if list.is_empty() {
        return t(Key::SettingAnyNetwork);
    }
    let networks: Vec<_> = list.iter().filter_map(Value::as_str).collect();
    networks.join(", ").into()
}

/// Whether a lock of it reaches a site: at a site only what is of a place can be set.
pub(super) fn is_of_a_place(name: SettingName) -> bool {
    PLACE.settings.contains(&name)
}

/// One of them; every list of the server has all.
pub(super) fn one(settings: &[Setting], name: SettingName) -> Option<&Setting> {
    settings.iter().find(|setting| setting.name == name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_setting_stands_in_one_group() {
        let mut listed: Vec<_> =
            [PLACE, LOOK, MAIL, ENTRANCE].iter().flat_map(|group| group.settings.to_vec()).collect();
        listed.sort();
        let mut all = SettingName::ALL.to_vec();
        all.sort();
        assert_eq!(listed, all);
    }

    #[test]
    fn values_are_read_as_people_say_them() {
        let said = |name, value: Value| shown(name, &value).map(|text| text.get());
        assert_eq!(said(SettingName::Locale, json!("fr")).as_deref(), Some("Français"));
        assert_eq!(said(SettingName::Country, json!("NL")).as_deref(), Some("Netherlands"));
        assert_eq!(said(SettingName::SignInNetworks, json!([])).as_deref(), Some("Any network"));
        assert_eq!(
            said(SettingName::SignInNetworks, json!(["192.0.2.0/24"])).as_deref(),
            Some("192.0.2.0/24")
        );
        assert_eq!(said(SettingName::SessionIdleMinutes, json!(720)).as_deref(), Some("720 minutes"));
        assert_eq!(said(SettingName::HostName, Value::Null), None);
    }
}
