//! The countries sites can be in.

use cordboard_api::{ErrorCode, sites::NewSite};
use cordboard_store::{Tenant, sites as rows};
use cordboard_types::{COUNTRIES, Country, Invalid, SettingName};

use crate::http::error::{ApiError, ApiResult, Reason};

/// The country with a code.
///
/// # Errors
/// [`Invalid::Choice`] at `/country`.
pub fn known(code: &str) -> ApiResult<&'static Country> {
    known_at(code, "/country")
}

/// The country with a code that stands at a JSON pointer.
///
/// # Errors
/// [`Invalid::Choice`] there.
pub fn known_at(code: &str, pointer: &str) -> ApiResult<&'static Country> {
    Country::find(code).ok_or_else(|| choice(pointer))
}

/// A new site in a country and a time zone the catalogue can write; what is not named is the customer's, the time zone
/// of a named country that country's.
///
/// # Errors
/// [`Invalid::Choice`] at the field.
pub async fn site(tenant: &Tenant, new: NewSite) -> ApiResult<rows::NewSite> {
    let named = new.country.as_deref().map(known).transpose()?;
    let country = match named {
        Some(country) => country.code.to_owned(),
        None => tenant.setting(SettingName::Country).await?,
    };
    let time_zone = match (new.time_zone, named) {
        (Some(zone), _) => zone,
        (None, Some(country)) => country.time_zone.to_owned(),
        (None, None) => tenant.setting(SettingName::TimeZone).await?,
    };
    if !COUNTRIES.iter().any(|country| country.time_zone == time_zone) {
        return Err(choice("/time_zone"));
    }
    Ok(rows::NewSite { name: new.name, country, time_zone })
}

fn choice(pointer: &str) -> ApiError {
    ApiError::field(ErrorCode::Invalid, pointer, Reason::Invalid(Invalid::Choice))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordboard_catalogue::Catalogue;

    #[test]
    fn every_family_can_write_every_country() {
        let catalogue = Catalogue::builtin().unwrap();
        let (countries, zones) = (catalogue.countries(), catalogue.time_zones());
        for country in COUNTRIES {
            assert!(countries.contains(&country.code), "{}", country.code);
            assert!(zones.contains(&country.time_zone), "{}", country.time_zone);
        }
    }
}
