//! Where the palette looks: pages here, everything else at the server.

use std::{cell::Cell, future::Future, pin::Pin};

use cordboard_api::ErrorCode;
use cordboard_messages::Key;
use cordboard_types::{DeviceId, TenantId, UserId};

use super::{Hit, offer};
use crate::{
    address::{Address, Place},
    api::{self, search::Found},
    components::icon::Icon,
    session,
};

/// Hits of one kind.
const MOST: usize = 6;

/// Something that is searched. What does not answer has found nothing.
trait Provider {
    fn find(&self, words: &str) -> Pin<Box<dyn Future<Output = Option<Vec<Hit>>>>>;
}

thread_local! {
    /// Whether the server searches; one that does not is asked once.
    static SEARCHES: Cell<bool> = const { Cell::new(true) };
}

/// Pages whose name begins with the words, then those that hold them.
pub(super) fn pages(words: &str) -> Vec<Hit> {
    matching(offer::pages(), words)
}

/// Customers, users, devices, numbers.
pub(super) async fn things(words: &str, path: &str) -> Vec<Hit> {
    let here = Address::parse(path, None).customer();
    let providers: [Box<dyn Provider>; 2] = [Box::new(Server), Box::new(Lists { here })];
    for provider in providers {
        if let Some(hits) = provider.find(words).await {
            return hits;
        }
    }
    Vec::new()
}

/// The server's search over all one may see.
struct Server;

impl Provider for Server {
    fn find(&self, words: &str) -> Pin<Box<dyn Future<Output = Option<Vec<Hit>>>>> {
        let words = words.to_owned();
        Box::pin(async move {
            if !SEARCHES.get() {
                return None;
            }
            match api::search::search(&words).await {
                Ok(found) => Some(found.into_iter().filter_map(hit).collect()),
                Err(failure) => {
                    SEARCHES.set(failure.code() != Some(ErrorCode::NotFound));
                    None
                }
            }
        })
    }
}

/// A hit of the server; a kind this page does not know leads nowhere.
fn hit(found: Found) -> Option<Hit> {
    let customer = found.customer.as_deref().and_then(|id| id.parse::<TenantId>().ok());
    let (icon, place, group) = match found.kind.as_str() {
        "customer" => {
            let href = Place::Overview.of(found.id.parse().ok()?);
            return Some(made(Icon::Building, Key::NavCustomers, &found.title, found.subtitle, href));
        }
        "user" | "number" => (Icon::User, Place::User(found.id.parse::<UserId>().ok()?), Key::NavUsers),
        "device" => (Icon::Phone, Place::Device(found.id.parse::<DeviceId>().ok()?), Key::NavDevices),
        _ => return None,
    };
    Some(made(icon, group, &found.title, found.subtitle, place.of(customer?)))
}

fn made(icon: Icon, group: Key, title: &str, more: Option<String>, href: String) -> Hit {
    Hit { icon, title: title.into(), more: more.map(Into::into), href, group }
}

/// The lists the pages show: customers, and users and devices of the customer that is open.
struct Lists {
    here: Option<TenantId>,
}

impl Provider for Lists {
    fn find(&self, words: &str) -> Pin<Box<dyn Future<Output = Option<Vec<Hit>>>>> {
        let (words, here) = (words.to_owned(), self.here);
        Box::pin(async move {
            let mut hits = Vec::new();
            if session::reads_customers() && session::has_customers() {
                hits.extend(customers(&words).await);
            }
            if let Some(customer) = here {
                hits.extend(users(customer, &words).await);
                hits.extend(devices(customer, &words).await);
            }
            Some(hits)
        })
    }
}

async fn customers(words: &str) -> Vec<Hit> {
    let list = api::customers::page(api::request::ALL).await.map(|list| list.items).unwrap_or_default();
    let one = |customer: cordboard_api::customers::Customer| {
        let href = Place::Overview.of(customer.id);
        made(Icon::Building, Key::NavCustomers, customer.name.as_str(), Some(customer.provider_name), href)
    };
    matching(list.into_iter().map(one).collect(), words)
}

async fn users(customer: TenantId, words: &str) -> Vec<Hit> {
    let list = api::users::all(customer).await.unwrap_or_default();
    let one = |user: cordboard_api::users::User| {
        let href = Place::User(user.id).of(customer);
        let title = format!("{} {}", user.extension, user.name);
        made(Icon::User, Key::NavUsers, &title, Some(user.site_name), href)
    };
    matching(list.into_iter().map(one).collect(), words)
}

async fn devices(customer: TenantId, words: &str) -> Vec<Hit> {
    let list = api::devices::all(customer).await.unwrap_or_default();
    let one = |device: cordboard_api::devices::Device| {
        let href = Place::Device(device.id).of(customer);
        let mac = device.mac.as_ref().map(|mac| mac.with_colons());
        let more = [Some(device.model_name), mac].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        made(Icon::Phone, Key::NavDevices, device.name.as_str(), Some(more), href)
    };
    matching(list.into_iter().map(one).collect(), words)
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
    let most = if wanted.is_empty() { usize::MAX } else { MOST };
    found.into_iter().take(most).map(|(_, hit)| hit).collect()
}

/// Without capitals, accents and the marks that people leave out of MACs.
fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|letter| *letter != ':')
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
    use super::*;

    fn found(words: &str) -> Vec<String> {
        let hit =
            |title: &str| made(Icon::User, Key::NavUsers, title, Some("00:04:13".into()), String::new());
        let hits = ["201 Anna Müller", "202 Bruno Keller", "Muller AG"].map(hit).to_vec();
        matching(hits, words).into_iter().map(|hit| hit.title.get()).collect()
    }

    #[test]
    fn words_begin_words_whatever_their_accents() {
        assert_eq!(found("mül"), ["Muller AG", "201 Anna Müller"]);
        assert_eq!(found("an 201"), ["201 Anna Müller"]);
        assert_eq!(found("0004"), ["201 Anna Müller", "202 Bruno Keller", "Muller AG"]);
        assert!(found("nna").is_empty());
    }

    #[test]
    fn an_unknown_kind_leads_nowhere() {
        let found = Found {
            kind: "planet".into(),
            id: "x".into(),
            customer: None,
            title: "Mars".into(),
            subtitle: None,
        };
        assert_eq!(hit(found), None);
    }
}
