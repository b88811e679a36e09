//! Numbers as each language groups them.

use cordboard_types::Locale;
use fluent_bundle::FluentValue;

/// A whole number in a sentence; everything else is written as it comes.
pub(crate) fn of_value(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(grouped(locale, &number.as_string()))
        }
        _ => None,
    }
}

/// Digits in groups of three: `12,345`, `12.345`, `12 345`. Four digits stand together, as typographers have it.
fn grouped(locale: Locale, digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    if digits.len() <= 4 {
        return format!("{sign}{digits}");
    }
    let separator = match locale {
        Locale::En => ',',
        Locale::Fr => '\u{202f}',
        Locale::De | Locale::Nl => '.',
    };
    let mut out = sign.to_owned();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_groups_in_its_way() {
        assert_eq!(grouped(Locale::En, "1234567"), "1,234,567");
        assert_eq!(grouped(Locale::De, "12345"), "12.345");
        assert_eq!(grouped(Locale::Fr, "-12345"), "-12\u{202f}345");
        assert_eq!(grouped(Locale::Nl, "1000"), "1000");
    }
}
