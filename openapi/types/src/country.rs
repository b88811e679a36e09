//! The countries sites can be in: their phones have its tones, their agents its emergency numbers.

/// A country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 code.
    pub code: &'static str,
    /// Olson time zone of most of it.
    pub time_zone: &'static str,
    /// Numbers that are emergency calls there, in order.
    pub emergency_numbers: &'static [&'static str],
}

const fn country(
    code: &'static str,
    time_zone: &'static str,
    emergency_numbers: &'static [&'static str],
) -> Country {
    Country { code, time_zone, emergency_numbers }
}

/// Every country, by code. The catalogue's families know the tones and the time zone of each.
pub const COUNTRIES: &[Country] = &[
    country("AT", "Europe/Vienna", &["112", "122", "133", "144"]),
    country("BE", "Europe/Brussels", &["100", "101", "112"]),
    country("CH", "Europe/Zurich", &["112", "117", "118", "144"]),
    country("DE", "Europe/Berlin", &["110", "112"]),
    country("FR", "Europe/Paris", &["112", "114", "15", "17", "18"]),
    country("GB", "Europe/London", &["112", "999"]),
    country("LU", "Europe/Luxembourg", &["112", "113"]),
    country("NL", "Europe/Amsterdam", &["112"]),
];

impl Country {
    /// The country with a code.
    #[must_use]
    pub fn find(code: &str) -> Option<&'static Self> {
        COUNTRIES.iter().find(|country| country.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_112() {
        assert!(COUNTRIES.iter().all(|country| country.emergency_numbers.contains(&"112")));
    }
}
