//! PBX users with all their fields (003 §Nieuwe gebruikers configureren).

use cordboard_store::users::pin;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{Office, Refusal, text},
    support::Platform,
};

async fn refused_change(office: &Office, path: &str, body: &Value) -> Refusal {
    Refusal::of(office.change(path, body).await).await
}

fn names(items: &[Value], field: &str) -> Vec<String> {
    items.iter().map(|item| text(&item[field])).collect()
}

// proves P-042, P-048, P-049, V-05
#[tokio::test]
async fn an_extension_is_enough_and_the_rest_follows() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let bare = office.create("/users", &json!({ "extension": "14" })).await;
        assert_eq!((bare["login"].as_str(), bare["name"].as_str()), (Some("14"), Some("14")));
        assert_eq!((&bare["voicemail"], &bare["has_pin"]), (&json!(["14"]), &json!(true)));
        let susi = json!({ "login": "susi", "extension": "15", "pin": "12345" });
        let susi = office.create("/users", &susi).await;
        assert_eq!(susi["name"], "susi");
        assert_eq!(office.items(&format!("/lines/{}/credentials", text(&susi["line"]))).await.len(), 1);
        let anna = office.user("Anna van der Berg", "16").await;
        let parts = (anna["first_name"].as_str(), anna["last_name"].as_str(), anna["login"].as_str());
        assert_eq!(parts, (Some("Anna"), Some("van der Berg"), Some("annavanderberg")));
        let twin = office.user("Anna van der Berg", "17").await;
        assert_eq!(twin["login"], "annavanderberg17");
        let parts = json!({ "extension": "18", "first_name": "Ben", "last_name": "Smith" });
        assert_eq!(office.create("/users", &parts).await["name"], "Ben Smith");
    })
    .await;
}

// proves P-043, P-044, P-045, P-046, P-047, P-051, P-054, V-01, V-02, V-03, V-06, V-07
#[tokio::test]
async fn every_field_keeps_its_rule() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.create("/users", &json!({ "login": "susi", "extension": "14" })).await;
        for (field, value, code, reason) in [
            ("login", json!("Susi"), "invalid", "login"),
            ("login", json!("a"), "invalid", "login"),
            ("login", json!("susi"), "login_taken", "login_taken"),
            ("extension", json!("1"), "invalid", "extension"),
            ("extension", json!("12345678901"), "invalid", "extension"),
            ("extension", json!("14"), "extension_taken", "extension_taken"),
            ("pin", json!("12"), "invalid", "pin"),
            ("pin", json!("12345678901"), "invalid", "pin"),
            ("email", json!("nobody"), "invalid", "email"),
            ("language", json!("xx"), "invalid", "locale"),
            ("clip_internal", json!(["111"]), "unknown_field", "unknown_field"),
            ("clip_external", json!(["111"]), "unknown_field", "unknown_field"),
        ] {
            let mut body = json!({ "name": "Ben", "extension": "15" });
            body[field] = value;
            let pointer = format!("/{field}");
            let refused = office.refused("/users", &body).await;
            assert_eq!(refused, Refusal::new(422, code, &[(pointer.as_str(), reason)]), "{body}");
        }
        let operator = json!({ "extension": "15", "to_operator": true });
        let at = [("/operator_extension", "empty")];
        assert_eq!(office.refused("/users", &operator).await, Refusal::new(422, "invalid", &at));
        assert_eq!(office.items("/users").await.len(), 1);
    })
    .await;
}

// proves P-050, P-051, P-052, P-054
#[tokio::test]
async fn lists_and_switches_are_changed_later() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let path = format!("/users/{}", text(&office.user("Anna", "201").await["id"]));
        let body = json!({
            "clip_internal": ["201", "300"], "clip_external": ["+41 44 555 01 00", "0445550101"],
            "voicemail": ["201", "250"], "email": "anna@example.org", "language": "fr",
            "to_operator": true, "operator_extension": "100",
        });
        let response = office.change(&path, &body).await;
        assert_eq!(response.status(), 200);
        let anna: Value = response.json().await.unwrap();
        assert_eq!(anna["clip_external"], json!(["+41445550100", "0445550101"]));
        assert_eq!((&anna["voicemail"], &anna["language"]), (&json!(["201", "250"]), &json!("fr")));
        let at = [("/clip_internal/0", "phone_number")];
        let refused = refused_change(&office, &path, &json!({ "clip_internal": ["anna"] })).await;
        assert_eq!(refused, Refusal::new(422, "invalid", &at));
        let at = [("/operator_extension", "empty")];
        let refused = refused_change(&office, &path, &json!({ "operator_extension": null })).await;
        assert_eq!(refused, Refusal::new(422, "invalid", &at));
        let taken_away = json!({ "email": null, "voicemail": [], "to_operator": false });
        let anna: Value = office.change(&path, &taken_away).await.json().await.unwrap();
        assert_eq!((&anna["email"], &anna["voicemail"]), (&Value::Null, &json!(["201"])));
        let moved: Value = office.change(&path, &json!({ "extension": "202" })).await.json().await.unwrap();
        assert_eq!(moved["voicemail"], json!(["202"]), "the extension's own box goes with it");
    })
    .await;
}

#[tokio::test]
async fn a_pin_is_kept_sealed_and_shown_to_nobody() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let user = office.create("/users", &json!({ "extension": "201", "pin": "8642097" })).await;
        let path = format!("/users/{}", text(&user["id"]));
        let changed: Value = office.change(&path, &json!({ "pin": "7902468" })).await.json().await.unwrap();
        let tenant = platform.state.store.read(office.id).await.unwrap();
        let id = text(&user["id"]).parse().unwrap();
        assert_eq!(tenant.secret(pin(id)).await.unwrap().0.as_str(), "7902468");
        let rows = tenant.audit_rows(&Default::default()).await.unwrap().items;
        drop(tenant);
        let seen = [user.to_string(), changed.to_string(), office.get(&path).await.to_string()];
        let told = rows.iter().map(|row| row.detail.clone()).chain(seen).collect::<String>();
        assert!(!told.contains("8642097") && !told.contains("7902468"));
        assert_eq!(office.delete(&path).await.status(), 204);
        let tenant = platform.state.store.read(office.id).await.unwrap();
        assert!(tenant.secret(pin(id)).await.is_err(), "nothing is left of it");
    })
    .await;
}

// proves P-023, P-024
#[tokio::test]
async fn the_administrator_s_user_stays_what_it_is() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let admin = office.create("/users", &json!({ "login": "admin", "extension": "10" })).await;
        assert_eq!(admin["hidden"], true);
        let path = format!("/users/{}", text(&admin["id"]));
        let groups = office.get(&format!("{path}/groups")).await["groups"].as_array().unwrap().clone();
        assert_eq!(names(&groups, "name"), ["Admins", "All Users", "All invisible users"]);
        let predefined = Refusal::new(409, "predefined", &[]);
        assert_eq!(Refusal::of(office.delete(&path).await).await, predefined);
        assert_eq!(refused_change(&office, &path, &json!({ "hidden": false })).await, predefined);
        assert_eq!(refused_change(&office, &path, &json!({ "login": "boss" })).await, predefined);
        let admins = format!("/groups/{}/members/{}", text(&groups[0]["id"]), text(&admin["id"]));
        let response = office.request(Method::DELETE, &admins).send().await.unwrap();
        assert_eq!(Refusal::of(response).await, predefined);
        let other = format!("/users/{}", text(&office.user("Anna", "11").await["id"]));
        let at = [("/login", "login_taken")];
        let refused = refused_change(&office, &other, &json!({ "login": "admin" })).await;
        assert_eq!(refused, Refusal::new(422, "login_taken", &at));
        assert_eq!(office.user("Admin", "12").await["login"], "admin12");
    })
    .await;
}

// proves P-028, P-029, P-040, P-041
#[tokio::test]
async fn users_are_found_by_the_beginnings_of_words_and_sorted() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        for (name, extension) in [("Özge Abel", "203"), ("abel Brown", "101"), ("Zoë Cartman", "110")] {
            office.user(name, extension).await;
        }
        let found = async |query: &str| names(&office.items(&format!("/users?{query}")).await, "extension");
        assert_eq!(found("search=ab").await, ["101", "203"], "first and last names");
        assert_eq!(found("search=ab%201").await, ["101"], "both words");
        assert_eq!(found("search=OZGE").await, ["203"], "without accents and case");
        assert_eq!(found("search=bel").await, [""; 0], "beginnings only");
        assert_eq!(found("search=zoecart").await, ["110"], "the login id");
        assert_eq!(found("search=11").await, ["110"]);
        assert_eq!(found("sort=name").await, ["101", "203", "110"]);
        assert_eq!(found("sort=login").await, ["101", "203", "110"]);
        for sort in ["extension", "name", "login"] {
            let (mut query, mut seen) = (format!("/users?size=1&sort={sort}"), Vec::new());
            let first = query.clone();
            loop {
                let page = office.get(&query).await;
                seen.extend(names(page["items"].as_array().unwrap(), "extension"));
                let Some(next) = page["next"].as_str() else { break };
                query = format!("{first}&after={next}");
            }
            assert_eq!(seen, found(&format!("sort={sort}")).await, "{sort}");
        }
        let next = text(&office.get("/users?size=1&sort=name").await["next"]);
        let response = office.browser.get(&office.path(&format!("/users?sort=login&after={next}"))).await;
        let at = [("/after", "malformed_parameter")];
        assert_eq!(Refusal::of(response).await, Refusal::new(400, "malformed_parameter", &at));
        let path = format!("/users/{}", text(&office.items("/users?search=brown").await[0]["id"]));
        office.change(&path, &json!({ "last_name": "Green" })).await;
        assert_eq!(found("search=brown").await, [""; 0]);
        assert_eq!(found("search=green").await, ["101"]);
    })
    .await;
}
