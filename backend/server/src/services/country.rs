//! The countries sites can be in.

use cordboard_api::{ErrorCode, sites::NewSite};
use cordboard_store::sites as rows;
use cordboard_types::{COUNTRIES, Country, Invalid};

use crate::http::error::{ApiError, ApiResult, Reason};

/// The country with a code.
///
/// # Errors
/// [`Invalid::Choice`] at `/country`.
pub fn known(code: &str) -> ApiResult<&'static Country> {
    Country::find(code).ok_or_else(|| choice("/country"))
}

/// A new site in a country and a time zone the catalogue can write.
///
/// # Errors
/// [`Invalid::Choice`] at the field.
pub fn site(new: NewSite) -> ApiResult<rows::NewSite> {
    let country = known(&new.country)?;
    if !COUNTRIES.iter().any(|country| country.time_zone == new.time_zone) {
        return Err(choice("/time_zone"));
    }
    Ok(rows::NewSite { name: new.name, country: country.code.to_owned(), time_zone: new.time_zone })
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
