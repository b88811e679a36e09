//! Settings that are handed down the organisation: what values each takes, where it may be set, what holds where
//! nobody set it, and which value is in force.

mod logo;
mod security;
mod svg;

use cordboard_types::{
    COUNTRIES, Colour, Country, Email, HostName, Invalid, Label, Locale, NodeKind, SettingName,
};
use ipnet::IpNet;
use serde_json::{Value, json};

pub use logo::Logo;
pub use security::{Policy, networks};

/// Fewest and most minutes of [`SettingName::SessionIdleMinutes`].
const IDLE_MINUTES: std::ops::RangeInclusive<u64> = 5..=43_200;
/// Most networks of [`SettingName::SignInNetworks`].
const NETWORKS: usize = 64;

/// The value in force among those set on the way from the root down to a node: the first locked one, else the
/// deepest.
#[must_use]
pub fn in_force<T>(from_root: &[T], locked: impl Fn(&T) -> bool) -> Option<&T> {
    from_root.iter().find(|own| locked(own)).or_else(|| from_root.last())
}

/// Reads a value and writes it the one way it is kept.
///
/// # Errors
/// Why it is none of this setting.
pub fn read(name: SettingName, value: &Value) -> Result<Value, Invalid> {
    use SettingName as S;
    match name {
        S::Locale => Ok(json!(Locale::parse(text(value)?)?)),
        S::TimeZone => choice(value, |zone| COUNTRIES.iter().any(|country| country.time_zone == zone)),
        S::Country | S::Tones => choice(value, |code| Country::find(code).is_some()),
        S::AreaCode => area_code(text(value)?),
        S::NumberFormat => choice(value, |format| matches!(format, "national" | "international")),
        S::BrandName | S::MailSenderName => Ok(json!(Label::parse(text(value)?)?)),
        S::BrandLogo => logo::read(value),
        S::BrandColour => Ok(json!(Colour::parse(text(value)?)?.to_string())),
        S::MailSenderAddress => Ok(json!(Email::parse(text(value)?)?)),
        S::HostName => Ok(json!(HostName::parse(text(value)?)?)),
        S::SessionIdleMinutes => {
            let minutes = value.as_u64().ok_or(Invalid::Range)?;
            if IDLE_MINUTES.contains(&minutes) { Ok(json!(minutes)) } else { Err(Invalid::Range) }
        }
        S::SignInNetworks => network_list(value),
        S::SecondFactorRequired => value.as_bool().map(Value::Bool).ok_or(Invalid::Choice),
    }
}

/// What holds where nobody has set it. `null`: nothing, or what the server itself is told.
#[must_use]
pub fn default_of(name: SettingName) -> Value {
    use SettingName as S;
    match name {
        S::Locale => json!(Locale::default()),
        S::TimeZone => json!("Europe/Zurich"),
        S::Country => json!("CH"),
        S::NumberFormat => json!("national"),
        S::BrandName => json!("Cordboard"),
        S::SignInNetworks => json!([]),
        S::SecondFactorRequired => json!(false),
        S::AreaCode
        | S::Tones
        | S::BrandLogo
        | S::BrandColour
        | S::MailSenderName
        | S::MailSenderAddress
        | S::HostName
        | S::SessionIdleMinutes => Value::Null,
    }
}

/// Whether a setting may be set in nodes of a kind: at a site only what is of a place.
#[must_use]
pub fn may_be_set_in(name: SettingName, kind: NodeKind) -> bool {
    use SettingName as S;
    let of_a_place =
        matches!(name, S::TimeZone | S::Country | S::AreaCode | S::NumberFormat | S::Tones | S::Locale);
    kind != NodeKind::Site || of_a_place
}

/// Whether files and documents are compiled from it: a change waits to be published.
#[must_use]
pub fn is_compiled(name: SettingName) -> bool {
    matches!(name, SettingName::TimeZone | SettingName::Country | SettingName::Tones)
}

fn text(value: &Value) -> Result<&str, Invalid> {
    value.as_str().ok_or(Invalid::Choice)
}

fn choice(value: &Value, known: impl Fn(&str) -> bool) -> Result<Value, Invalid> {
    let text = text(value)?;
    if known(text) { Ok(json!(text)) } else { Err(Invalid::Choice) }
}

fn area_code(code: &str) -> Result<Value, Invalid> {
    let right = (1..=7).contains(&code.len()) && code.bytes().all(|digit| digit.is_ascii_digit());
    if right { Ok(json!(code)) } else { Err(Invalid::Number) }
}

fn network_list(value: &Value) -> Result<Value, Invalid> {
    let list = value.as_array().filter(|list| list.len() <= NETWORKS).ok_or(Invalid::Network)?;
    let one = |network: &Value| {
        let text = network.as_str().ok_or(Invalid::Network)?;
        let alone = || text.parse::<std::net::IpAddr>().map(IpNet::from);
        let network = text.parse::<IpNet>().or_else(|_| alone()).map_err(|_| Invalid::Network)?;
        Ok(json!(network.trunc().to_string()))
    };
    list.iter().map(one).collect::<Result<_, _>>().map(Value::Array)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_default_is_a_value_of_its_setting() {
        for name in SettingName::ALL {
            let value = default_of(*name);
            assert!(value.is_null() || read(*name, &value) == Ok(value), "{name}");
        }
    }

    #[test]
    fn values_are_kept_one_way() {
        let same = |name, value: Value, kept: Value| assert_eq!(read(name, &value), Ok(kept));
        same(
            SettingName::SignInNetworks,
            json!(["192.0.2.7/24", "2001:db8::1"]),
            json!(["192.0.2.0/24", "2001:db8::1/128"]),
        );
        same(SettingName::HostName, json!("Phones.Example.NET"), json!("phones.example.net"));
        same(SettingName::BrandColour, json!("#1A7F37"), json!("#1a7f37"));
        same(SettingName::BrandName, json!("  Acme "), json!("Acme"));
    }

    #[test]
    fn what_is_no_value_says_why() {
        let refused = |name, value: Value, why| assert_eq!(read(name, &value), Err(why), "{name} {value}");
        refused(SettingName::Locale, json!("es"), Invalid::Locale);
        refused(SettingName::Country, json!("XX"), Invalid::Choice);
        refused(SettingName::TimeZone, json!("Mars/Olympus"), Invalid::Choice);
        refused(SettingName::SignInNetworks, json!(["office"]), Invalid::Network);
        refused(SettingName::SignInNetworks, json!("192.0.2.0/24"), Invalid::Network);
        refused(SettingName::SessionIdleMinutes, json!(4), Invalid::Range);
        refused(SettingName::SessionIdleMinutes, json!("60"), Invalid::Range);
        refused(SettingName::SecondFactorRequired, json!("yes"), Invalid::Choice);
        refused(SettingName::AreaCode, json!("04a"), Invalid::Number);
        refused(SettingName::BrandColour, json!("green"), Invalid::Colour);
        refused(SettingName::BrandName, json!(""), Invalid::Empty);
    }

    #[test]
    fn a_site_sets_what_is_of_a_place() {
        assert!(may_be_set_in(SettingName::TimeZone, NodeKind::Site));
        assert!(!may_be_set_in(SettingName::SignInNetworks, NodeKind::Site));
        assert!(SettingName::ALL.iter().all(|name| may_be_set_in(*name, NodeKind::Customer)));
    }

    proptest! {
        #[test]
        fn the_first_lock_wins_else_the_deepest(locks in proptest::collection::vec(any::<bool>(), 0..8)) {
            let path: Vec<_> = locks.iter().copied().enumerate().collect();
            let found = in_force(&path, |(_, locked)| *locked).map(|(place, _)| *place);
            let first = locks.iter().position(|locked| *locked);
            prop_assert_eq!(found, first.or_else(|| locks.len().checked_sub(1)));
        }
    }
}
