//! What somebody tries who means harm.

use cordboard_types::Role;
use reqwest::Client;
use serde_json::{Value, json};

use crate::{
    office::{Office, YEALINK, text},
    support::Platform,
};

#[tokio::test]
async fn a_cursor_of_another_tenant_shows_nothing_of_it() {
    Platform::on_each(async |platform| {
        let (ours, theirs) = (Office::new(&platform, "Ours").await, Office::new(&platform, "Theirs").await);
        for (office, names) in [(&ours, ["A", "B", "C"]), (&theirs, ["X", "Y", "Z"])] {
            for (name, extension) in names.into_iter().zip(["201", "202", "203"]) {
                office.user(name, extension).await;
            }
        }
        let page = theirs.get("/users?size=1").await;
        let cursor = text(&page["next"]);
        let rows = ours.get(&format!("/users?size=10&after={cursor}")).await;
        let names: Vec<_> =
            rows["items"].as_array().unwrap().iter().map(|user| text(&user["name"])).collect();
        assert_eq!(names, ["B", "C"], "a cursor is a place in the order, not a right");
    })
    .await;
}

#[tokio::test]
async fn an_id_of_another_kind_is_an_unknown_id() {
    let platform = Platform::start().await;
    let office = Office::new(&platform, "Ours").await;
    let user = office.user("Anna", "201").await;
    let phone = json!({ "model": YEALINK, "line": user["line"], "mac": "00041345C9BF" });
    let device = office.create("/devices", &phone).await;
    for path in ["/users", "/sites", "/devices"] {
        for id in [&user["id"], &user["line"], &device["id"]] {
            let own = (path == "/users" && id == &user["id"]) || (path == "/devices" && id == &device["id"]);
            let status = office.browser.get(&office.path(&format!("{path}/{}", text(id)))).await.status();
            assert_eq!(status.as_u16(), if own { 200 } else { 404 }, "{path} {id}");
        }
    }
}

#[tokio::test]
async fn fields_nobody_offered_are_refused() {
    let platform = Platform::start().await;
    let office = Office::new(&platform, "Ours").await;
    for (field, value) in
        [("id", json!("x")), ("version", json!(9)), ("tenant_id", json!("x")), ("devices", json!(9))]
    {
        let body = json!({ "name": "Anna", "extension": "201", field: value });
        let response = office.post("/users", &body).await;
        assert_eq!(response.status(), 422, "{field}");
        assert_eq!(response.json::<Value>().await.unwrap()["code"], "unknown_field", "{field}");
    }
    assert!(office.items("/users").await.is_empty());
}

#[tokio::test]
async fn a_forged_forwarded_address_is_not_believed() {
    let platform = Platform::start().await;
    platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    let url = format!("http://{}/api/v1/sessions", platform.web);
    let mut statuses = Vec::new();
    for host in 0..7 {
        let request = Client::new().post(&url).header("x-forwarded-for", format!("198.51.100.{host}"));
        let body = json!({ "email": "anna@example.net", "password": "wrong" });
        statuses.push(request.json(&body).send().await.unwrap().status().as_u16());
    }
    assert_eq!(statuses, [401, 401, 401, 401, 401, 429, 429], "each try counts for the same place");
}

#[tokio::test]
async fn a_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let platform = Platform::start().await;
    platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    let body = json!({ "email": "anna@example.net", "password": crate::support::PASSWORD });
    let response = platform.browser().post("/api/v1/sessions", &body).await;
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    assert_eq!(response.headers()["cache-control"], "no-store");
}

#[tokio::test]
async fn names_of_every_kind_are_kept_as_they_were_typed() {
    let platform = Platform::start().await;
    let office = Office::new(&platform, "Ours").await;
    let names = [
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "שלום עולם",
        "Zoë Müller-O'Brien \"Zo\"",
        "{{7*7}}",
    ];
    for (name, extension) in names.iter().zip(201..) {
        let user = office.user(name, &extension.to_string()).await;
        assert_eq!(text(&user["name"]), *name);
    }
    let too_long = json!({ "name": "ä".repeat(65), "extension": "299" });
    assert_eq!(office.post("/users", &too_long).await.status(), 422);
}
