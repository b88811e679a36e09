//! The countries sites can be in.

use cordboard_api::{ErrorCode, sites::NewSite};
use cordboard_store::sites as rows;
use cordboard_types::Invalid;

use crate::http::error::{ApiError, ApiResult, Reason};

/// A country a site can be in: its phones have its tones, its agent its emergency numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 code.
    pub code: &'static str,
    /// Olson time zone of most of it.
    pub time_zone: &'static str,
}

/// Every country, by code.
pub const COUNTRIES: &[Country] = &[
    Country { code: "AT", time_zone: "Europe/Vienna" },
    Country { code: "BE", time_zone: "Europe/Brussels" },
    Country { code: "CH", time_zone: "Europe/Zurich" },
    Country { code: "DE", time_zone: "Europe/Berlin" },
    Country { code: "FR", time_zone: "Europe/Paris" },
    Country { code: "GB", time_zone: "Europe/London" },
    Country { code: "LU", time_zone: "Europe/Luxembourg" },
    Country { code: "NL", time_zone: "Europe/Amsterdam" },
];

/// The country with a code.
///
/// # Errors
/// [`Invalid::Choice`] at `/country`.
pub fn known(code: &str) -> ApiResult<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == code).ok_or_else(|| choice("/country"))
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
