//! Where the palette looks: pages here, everything else at the server.

use cordboard_api::search::Found;
use cordboard_messages::Key;
use cordboard_types::FoundKind;

use super::{Hit, offer};
use crate::{
    address::{Groups, Place},
    api,
    components::icon::Icon,
};

/// Pages whose name begins with the words, then those that hold them.
pub(super) fn pages(words: &str) -> Vec<Hit> {
    matching(offer::pages(), words)
}

/// Customers, users, devices, numbers: all one may see. What does not answer has found nothing.
pub(super) async fn things(words: &str) -> Vec<Hit> {
    let found = api::search::search(words).await.unwrap_or_default();
    found.into_iter().filter_map(hit).collect()
}

/// A hit of the server; one without a page leads nowhere.
fn hit(found: Found) -> Option<Hit> {
    let (icon, place, group) = match found.kind {
        FoundKind::Customer => (Icon::Building, Place::Overview, Key::NavCustomers),
        FoundKind::User => (Icon::User, Place::User(found.id.parse().ok()?), Key::NavUsers),
        FoundKind::Device => (Icon::Phone, Place::Device(found.id.parse().ok()?), Key::NavDevices),
        FoundKind::HuntGroup => {
            (Icon::Users, Place::Groups(Groups::Hunt(Some(found.id.parse().ok()?))), Key::NavGroups)
        }
    };
    let number = found.number.map(|number| format!("{number} "));
    let customer = (found.kind != FoundKind::Customer).then_some(found.customer_name);
    let more: Vec<_> = [found.model_name, found.mac, customer].into_iter().flatten().collect();
    Some(Hit {
        icon,
        title: format!("{}{}", number.unwrap_or_default(), found.name).into(),
        more: (!more.is_empty()).then(|| more.join(" · ").into()),
        href: place.of(found.customer),
        group,
    })
}

/// Those in which every word begins a word; a name that begins with them comes first.
fn matching(hits: Vec<Hit>, words: &str) -> Vec<Hit> {
    let wanted: Vec<_> = folded(words).split_whitespace().map(ToOwned::to_owned).collect();
    let mut found: Vec<_> = hits
        .into_iter()
        .filter_map(|hit| {
            let title = folded(&hit.title.get());
            let more = folded(&hit.more.as_ref().map(crate::words::Text::get).unwrap_or_default());
            let all = format!("{title} {more}");
            let begins = |word: &String| {
                all.split([' ', '·', ',', '-', '.']).any(|part| part.starts_with(word.as_str()))
            };
            wanted.iter().all(begins).then(|| (!title.starts_with(&wanted.join(" ")), hit))
        })
        .collect();
    found.sort_by_key(|(later, _)| *later);
    found.into_iter().map(|(_, hit)| hit).collect()
}

/// Without capitals and accents.
fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'à' | 'á' | 'â' | 'ä' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use cordboard_types::TenantId;

    use super::*;

    fn pages(words: &str) -> Vec<String> {
        let page = |title: &str| Hit {
            icon: Icon::User,
            title: title.into(),
            more: None,
            href: String::new(),
            group: Key::NavUsers,
        };
        let hits = ["New user", "Users", "Journal of calls"].map(page).to_vec();
        matching(hits, words).into_iter().map(|hit| hit.title.get()).collect()
    }

    #[test]
    fn words_begin_words_and_the_first_word_counts_more() {
        assert_eq!(pages("us"), ["Users", "New user"]);
        assert_eq!(pages("CALLS jour"), ["Journal of calls"]);
        assert!(pages("ser").is_empty());
    }

    #[test]
    fn a_hit_says_what_it_is_and_where() {
        let found = |kind, number: Option<&str>| Found {
            kind,
            id: cordboard_types::UserId::new().to_string(),
            customer: TenantId::new(),
            customer_name: "Bakery".into(),
            name: "Anna".into(),
            number: number.map(ToOwned::to_owned),
            model_name: None,
            mac: None,
        };
        let user = hit(found(FoundKind::User, Some("201"))).unwrap();
        assert_eq!((user.title.get(), user.more.unwrap().get()), ("201 Anna".into(), "Bakery".into()));
        assert!(hit(found(FoundKind::Customer, None)).unwrap().more.is_none());
    }
}
