//! One search over everything one may see.

use cordboard_types::Role;
use serde_json::{Value, json};

use crate::{
    office::{Office, text},
    support::{Browser, Platform},
};

async fn found(browser: &Browser, words: &str) -> Vec<(String, String)> {
    let answer = browser.read(&format!("/api/v1/search?q={words}")).await;
    let pair = |item: &Value| (text(&item["kind"]), text(&item["name"]));
    answer["items"].as_array().unwrap().iter().map(pair).collect()
}

#[tokio::test]
async fn everybody_finds_what_they_may_see_and_nothing_else() {
    Platform::on_each(async |platform| {
        let ours = Office::new(&platform, "Ours").await;
        let theirs = Office::new(&platform, "Theirs").await;
        let anna = ours.user("Anna Huber", "201").await;
        theirs.user("Anna Keller", "201").await;
        let group = json!({ "extension": "900", "title": "Annahme", "shown_name": "Annahme", "strategy": "parallel" });
        ours.create("/hunt-groups", &group).await;
        let pair = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
        let (user, hunt) = (pair("user", "Anna Huber"), pair("hunt_group", "Annahme"));

        let administrator =
            platform.person("own@example.net", ours.id.into(), Role::CustomerAdministrator).await;
        assert_eq!(found(&administrator, "ann").await, [user.clone(), hunt]);
        assert_eq!(found(&administrator, "keller").await, []);
        assert_eq!(found(&administrator, "theirs").await, []);
        let plain = platform.person("user@example.net", ours.id.into(), Role::User).await;
        assert_eq!(found(&plain, "ann").await, []);
        let provider = platform.person("all@example.net", platform.provider, Role::ProviderAdministrator).await;
        assert_eq!(found(&provider, "anna%20h").await, [user]);
        assert_eq!(found(&provider, "theirs").await, [pair("customer", "Theirs")]);

        let answer = administrator.read("/api/v1/search?q=201").await;
        let hit = &answer["items"][0];
        assert_eq!((&hit["id"], &hit["number"]), (&anna["id"], &json!("201")));
        assert_eq!((&hit["customer"], &hit["customer_name"]), (&json!(ours.id), &json!("Ours")));
    })
    .await;
}

#[tokio::test]
async fn two_places_of_one_person_are_searched_and_nothing_is_shown_twice() {
    Platform::on_each(async |platform| {
        let one = Office::new(&platform, "One").await;
        let two = Office::new(&platform, "Two").await;
        one.user("Anna", "201").await;
        two.user("Annabelle", "202").await;
        let person = platform.person("both@example.net", one.id.into(), Role::CustomerAdministrator).await;
        let system = platform.state.store.system("test").await.unwrap();
        let id = text(&person.read("/api/v1/sessions/current").await["person"]).parse().unwrap();
        let places =
            [(two.id.into(), Role::CustomerAdministrator), (platform.provider, Role::ProviderSupport)];
        for (node, role) in places {
            system.grant(id, node, role).await.unwrap();
        }
        system.commit().await.unwrap();
        let names: Vec<_> = found(&person, "ann").await.into_iter().map(|(_, name)| name).collect();
        assert_eq!(names.len(), 2, "{names:?}");
    })
    .await;
}

#[tokio::test]
async fn a_search_is_words_and_not_a_pattern() {
    let platform = Platform::start().await;
    let office = Office::new(&platform, "Ours").await;
    office.user("Anna", "201").await;
    let browser = platform.person("own@example.net", office.id.into(), Role::CustomerAdministrator).await;
    for nothing in ["", "%25", "_nna", "%27%20OR%20TRUE--", &"x".repeat(4000)] {
        assert_eq!(found(&browser, nothing).await, [], "{nothing}");
    }
    assert_eq!(browser.get("/api/v1/search").await.status(), 400);
}
