//! How a user's names relate: the display name is first and last name together unless somebody sets another one.

use cordboard_types::{Extension, Label, Login};

use crate::search::words;

/// First and last name of a name that was given whole: what stands before the first space, and the rest.
#[must_use]
pub fn split(name: &Label) -> (Option<Label>, Option<Label>) {
    let (first, last) = name.as_str().split_once(char::is_whitespace).unwrap_or((name.as_str(), ""));
    (Label::parse(first).ok(), Label::parse(last).ok())
}

/// First and last name as one, cut to the length of a label; none where both are empty.
#[must_use]
pub fn joined(first: Option<&Label>, last: Option<&Label>) -> Option<Label> {
    let parts: Vec<_> = [first, last].into_iter().flatten().map(Label::as_str).collect();
    let name: String = parts.join(" ").chars().take(Label::MAX).collect();
    Label::parse(&name).ok()
}

/// Login ids to offer to a user without one, the best first: from the name, from name and extension, from the extension.
pub fn logins(name: Option<&Label>, extension: &Extension) -> impl Iterator<Item = Login> {
    let letters: String = name.map(|name| words(name.as_str()).concat()).unwrap_or_default();
    let letters: String = letters.chars().filter(char::is_ascii_alphanumeric).take(30).collect();
    let number = extension.to_string();
    let numbered = [letters.clone(), format!("{letters}{number}"), number.clone()];
    let counted = (2..1000).map(move |count| format!("{letters}{number}x{count}"));
    // Nobody becomes the administrator by their name.
    numbered
        .into_iter()
        .chain(counted)
        .filter_map(|text| Login::parse(&text).ok())
        .filter(|login| !login.is_admin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str) -> Label {
        Label::parse(text).unwrap()
    }

    #[test]
    fn a_name_is_split_and_joined_again() {
        for name in ["Anna van der Berg", "Reception", "Anna Muster"] {
            let (first, last) = split(&label(name));
            assert_eq!(joined(first.as_ref(), last.as_ref()), Some(label(name)));
        }
        assert_eq!(split(&label("Anna van der Berg")).1, Some(label("van der Berg")));
        assert_eq!(joined(None, None), None);
        let long = label(&"ä".repeat(64));
        assert_eq!(joined(Some(&long), Some(&long)), Some(long));
    }

    #[test]
    fn a_login_is_made_of_the_name_and_never_the_administrator_s() {
        let of = |name: &str, extension: &str| -> Vec<String> {
            let extension = Extension::parse(extension).unwrap();
            logins(Some(&label(name)), &extension).take(3).map(|login| login.to_string()).collect()
        };
        assert_eq!(of("Jürg Müller", "201"), ["jurgmuller", "jurgmuller201", "201"]);
        assert_eq!(of("Admin", "14"), ["admin14", "14", "admin14x2"]);
        assert_eq!(of("田中", "14")[..2], ["田中".replace("田中", "14"), "14".to_owned()]);
    }
}
