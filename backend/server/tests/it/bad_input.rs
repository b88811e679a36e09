//! Bad input: a clear problem answer, and nothing half-written.

use cordboard_types::LineId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{DECT, Office, Refusal, SNOM, YEALINK},
    support::Platform,
};

const MAC: &str = "00041345C9BF";

/// What a refused request must leave as it is.
async fn written(office: &Office) -> (usize, usize, usize) {
    (
        office.items("/devices").await.len(),
        office.items("/users").await.len(),
        office.items("/changes").await.len(),
    )
}

async fn raw(office: &Office, kind: &str, body: String) -> Refusal {
    let request = office.request(Method::POST, "/users").header("content-type", kind).body(body);
    Refusal::of(request.send().await.unwrap()).await
}

#[tokio::test]
async fn what_is_no_request_is_refused_with_the_reason() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let before = written(&office).await;
        let json = "application/json";
        assert_eq!(raw(&office, json, "{\"name\":".into()).await, Refusal::new(400, "malformed_json", &[]));
        let unknown = json!({ "name": "A", "extension": "201", "colour": "red" }).to_string();
        let at = [("/colour", "unknown_field")];
        assert_eq!(raw(&office, json, unknown).await, Refusal::new(422, "unknown_field", &at));
        let long = json!({ "name": "x".repeat(65), "extension": "201" }).to_string();
        assert_eq!(raw(&office, json, long).await, Refusal::new(422, "invalid", &[("/name", "too_long")]));
        let letters = json!({ "name": "A", "extension": "20a" }).to_string();
        let at = [("/extension", "extension")];
        assert_eq!(raw(&office, json, letters).await, Refusal::new(422, "invalid", &at));
        let right = json!({ "name": "A", "extension": "201" }).to_string();
        assert_eq!(raw(&office, "text/plain", right).await, Refusal::new(415, "unsupported_media_type", &[]));
        let huge = json!({ "name": "x".repeat(70_000), "extension": "201" }).to_string();
        assert_eq!(raw(&office, json, huge).await, Refusal::new(413, "body_too_large", &[]));
        assert_eq!(written(&office).await, before);
    })
    .await;
}

// proves
#[tokio::test]
async fn a_mac_in_any_spelling_is_stored_in_one_and_eleven_digits_are_refused() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        for spelling in ["00:04:13:45:c9:bf", "00-04-13-45-C9-BF", "00041345c9bf"] {
            let device = office.phone(YEALINK, &line, Some(spelling)).await;
            assert_eq!(device["mac"], MAC);
            let gone = office.delete(&format!("/devices/{}", device["id"].as_str().unwrap())).await;
            assert_eq!(gone.status(), 204, "A-119: free at once for the next");
        }
        for wrong in ["00041345c9b", "00041345c9bf0", "00041345c9bg"] {
            let body = json!({ "model": YEALINK, "line": line, "mac": wrong });
            let refused = office.refused("/devices", &body).await;
            assert_eq!(refused, Refusal::new(422, "invalid", &[("/mac", "mac")]));
        }
        assert!(office.items("/devices").await.is_empty());
    })
    .await;
}

async fn taken(office: &Office, body: &Value) -> Value {
    let response = office.post("/devices", body).await;
    assert_eq!(response.status(), 422);
    let mut problem: Value = response.json().await.unwrap();
    problem.as_object_mut().unwrap().remove("request_id");
    problem
}

// proves A-057
#[tokio::test]
async fn a_duplicate_mac_has_one_answer_here_and_elsewhere() {
    Platform::on_each(async |platform| {
        let ours = Office::new(&platform, "Ours").await;
        let theirs = Office::new(&platform, "Theirs").await;
        let line = ours.user("Anna", "201").await["line"].clone();
        let foreign = theirs.user("Berta", "201").await["line"].clone();
        ours.phone(YEALINK, &line, Some(MAC)).await;
        let before = (written(&ours).await, written(&theirs).await);
        let here = taken(&ours, &json!({ "model": SNOM, "line": line, "mac": MAC })).await;
        let elsewhere = taken(&theirs, &json!({ "model": SNOM, "line": foreign, "mac": MAC })).await;
        assert_eq!(here, elsewhere);
        assert_eq!(
            (here["code"].as_str(), here["errors"][0]["pointer"].as_str()),
            (Some("mac_taken"), Some("/mac"))
        );
        assert_eq!((written(&ours).await, written(&theirs).await), before);
    })
    .await;
}

// proves A-012
#[tokio::test]
async fn what_a_model_does_not_have_is_refused_at_the_field() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let site = office.items("/sites").await[0]["id"].clone();
        let handset = json!([{ "line": line }]);
        let cases = [
            (json!({ "model": DECT, "line": line }), vec!["/line"]),
            (
                json!({ "model": DECT, "user_name": "boss", "user_password": "1234" }),
                vec!["/user_name", "/user_password"],
            ),
            (json!({ "model": YEALINK, "line": line, "site": site }), vec!["/site"]),
            (json!({ "model": YEALINK, "line": line, "handsets": handset }), vec!["/handsets"]),
        ];
        let before = written(&office).await;
        for (body, pointers) in cases {
            let fields: Vec<_> = pointers.into_iter().map(|pointer| (pointer, "not_of_this_model")).collect();
            let refused = office.refused("/devices", &body).await;
            assert_eq!(refused, Refusal::new(422, "not_of_this_model", &fields), "{body}");
        }
        assert_eq!(written(&office).await, before);
    })
    .await;
}

#[tokio::test]
async fn unknown_and_foreign_references_are_named() {
    Platform::on_each(async |platform| {
        let ours = Office::new(&platform, "Ours").await;
        let theirs = Office::new(&platform, "Theirs").await;
        let line = ours.user("Anna", "201").await["line"].clone();
        let foreign = theirs.user("Berta", "201").await["line"].clone();
        let foreign_site = theirs.items("/sites").await[0]["id"].clone();
        let before = written(&ours).await;
        let refused = ours.refused("/devices", &json!({ "model": "acme/x/Y", "line": line })).await;
        assert_eq!(refused, Refusal::new(422, "unknown_model", &[("/model", "unknown_model")]));
        for unknown in [foreign, json!(LineId::new())] {
            let phone = json!({ "model": YEALINK, "line": unknown });
            let at = [("/line", "unknown_reference")];
            assert_eq!(ours.refused("/devices", &phone).await, Refusal::new(422, "unknown_reference", &at));
            let dect = json!({ "model": DECT, "handsets": [{ "line": line }, { "line": unknown }] });
            let at = [("/handsets/1/line", "unknown_reference")];
            assert_eq!(ours.refused("/devices", &dect).await, Refusal::new(422, "unknown_reference", &at));
        }
        let user = json!({ "name": "C", "extension": "203", "site": foreign_site });
        let at = [("/site", "unknown_reference")];
        assert_eq!(ours.refused("/users", &user).await, Refusal::new(422, "unknown_reference", &at));
        assert_eq!(written(&ours).await, before);
    })
    .await;
}

// proves
#[tokio::test]
async fn done_is_never_a_client_s_to_say_and_once_needs_a_mac() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let done = json!({ "model": YEALINK, "line": line, "mac": MAC, "provisioning_mac": "done" });
        let at = [("/provisioning_mac", "choice")];
        assert_eq!(office.refused("/devices", &done).await, Refusal::new(422, "invalid", &at));
        let once = json!({ "model": YEALINK, "line": line, "provisioning_mac": "once" });
        let at = [("/mac", "mac_needed")];
        assert_eq!(office.refused("/devices", &once).await, Refusal::new(422, "mac_needed", &at));
        assert!(office.items("/devices").await.is_empty());
        let device = office.phone(YEALINK, &line, None).await;
        assert_eq!((device["provisioning_mac"].as_str(), &device["mac"]), (Some("no"), &Value::Null));
        let path = format!("/devices/{}/provisioning-mac", device["id"].as_str().unwrap());
        for (body, code, at) in [
            (json!({ "provisioning_mac": "done" }), "invalid", ("/provisioning_mac", "choice")),
            (json!({ "provisioning_mac": "once" }), "mac_needed", ("/provisioning_mac", "mac_needed")),
            (json!({ "provisioning_mac": "no", "minutes": 10_081 }), "invalid", ("/minutes", "choice")),
        ] {
            let response = office.request(Method::PUT, &path).json(&body).send().await.unwrap();
            assert_eq!(Refusal::of(response).await, Refusal::new(422, code, &[at]));
        }
    })
    .await;
}

// proves
#[tokio::test]
async fn a_device_password_is_four_to_nine_digits() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        for field in ["admin_password", "user_password"] {
            for wrong in ["123", "1234567890", "12a4"] {
                let mut body = json!({ "model": YEALINK, "line": line });
                body[field] = json!(wrong);
                let pointer = format!("/{field}");
                let refused = office.refused("/devices", &body).await;
                let at = [(pointer.as_str(), "device_password")];
                assert_eq!(refused, Refusal::new(422, "invalid", &at));
            }
            for right in ["1234", "123456789"] {
                let mut body = json!({ "model": YEALINK, "line": line });
                body[field] = json!(right);
                office.create("/devices", &body).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_write_needs_the_version_it_was_made_against() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let user = office.user("Anna", "201").await;
        let path = format!("/users/{}", user["id"].as_str().unwrap());
        let body = json!({ "name": "Berta" });
        let without = office.request(Method::PATCH, &path).json(&body).send().await.unwrap();
        assert_eq!(Refusal::of(without).await, Refusal::new(428, "version_needed", &[]));
        let late = office.request(Method::PATCH, &path).header("if-match", "\"7\"").json(&body);
        let late = late.send().await.unwrap();
        assert_eq!(Refusal::of(late).await, Refusal::new(412, "version_mismatch", &[]));
        assert_eq!(office.get(&path).await["name"], "Anna");
    })
    .await;
}
