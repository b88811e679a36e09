//! Words people search by, the same on every database: lower case, without accents.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longest term that is kept; a longer word is found by its beginning.
const TERM: usize = 40;

/// The words of a text: `Ängström-Müller` is `angstrom` and `muller`.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded: String = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(plain).collect();
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(TERM).collect()).collect()
}

/// The words somebody searches by. A MAC is one word however much of it and in whatever spelling it is written.
#[must_use]
pub fn wanted(text: &str) -> Vec<String> {
    let begins_a_mac = |part: &&str| {
        let digits = part.chars().filter(char::is_ascii_hexdigit).count();
        let marks = part.chars().filter(|c| matches!(c, ':' | '-' | '.')).count();
        (part.contains(':') || marks > 1) && digits + marks == part.chars().count()
    };
    let of = |part: &str| {
        if begins_a_mac(&part) {
            vec![part.chars().filter(char::is_ascii_hexdigit).flat_map(char::to_lowercase).collect()]
        } else {
            words(part)
        }
    };
    text.split_whitespace().flat_map(of).collect()
}

/// The words of several texts, each once, in order of the alphabet.
#[must_use]
pub fn terms<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut terms: Vec<_> = texts.into_iter().flat_map(words).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// What a list is sorted by, so that `Özdemir` stands beside `Ozean`.
#[must_use]
pub fn sort_key(text: &str) -> String {
    words(text).join(" ")
}

/// Lower case, and letters that are no letter with a mark spelled out.
fn plain(c: char) -> impl Iterator<Item = char> {
    let spelled: &[char] = match c {
        'ß' | 'ẞ' => &['s', 's'],
        'Ø' | 'ø' => &['o'],
        'Æ' | 'æ' => &['a', 'e'],
        'Œ' | 'œ' => &['o', 'e'],
        'Ł' | 'ł' => &['l'],
        'Đ' | 'đ' => &['d'],
        'ı' => &['i'],
        _ => &[],
    };
    let lower = spelled.is_empty().then(|| c.to_lowercase()).into_iter().flatten();
    spelled.iter().copied().chain(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_marks_make_no_difference() {
        assert_eq!(words("Ängström-Müller, Søren"), ["angstrom", "muller", "soren"]);
        assert_eq!(words("  Straße 12b "), ["strasse", "12b"]);
        assert!(words("--- !").is_empty());
        assert_eq!(terms(["Anna Anna", "anna 201"]), ["201", "anna"]);
        assert_eq!(sort_key("Özdemir, Ali"), "ozdemir ali");
    }

    #[test]
    fn a_mac_is_one_word_in_every_spelling() {
        assert_eq!(wanted("00:04:13"), ["000413"]);
        assert_eq!(wanted("bakery 00-04-13-45-C9"), ["bakery", "00041345c9"]);
        assert_eq!(wanted("0004.1345.c9bf"), ["00041345c9bf"]);
        assert_eq!(wanted("Anna-Bea 20-1"), ["anna", "bea", "20", "1"]);
    }
}
