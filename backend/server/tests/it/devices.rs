//! Devices over HTTP: passwords nobody is shown, keys, handsets.

use cordboard_domain::{SecretField, SecretRef};
use cordboard_types::DeviceId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{DECT, Office, Refusal, SNOM, YEALINK, text},
    support::Platform,
};

const MAC: &str = "00041345C9BF";

async fn secret(platform: &Platform, office: &Office, device: &Value, field: SecretField) -> String {
    let id: DeviceId = text(&device["id"]).parse().unwrap();
    let tenant = platform.state.store.read(office.id).await.unwrap();
    let which = SecretRef { owner: id.0.into_bytes(), field };
    tenant.secret(which).await.unwrap().0.to_string()
}

// proves
#[tokio::test]
async fn passwords_left_out_are_made_once_and_shown_to_nobody() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.set_registrar("10.0.0.5").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let devices = [office.phone(YEALINK, &line, None).await, office.phone(SNOM, &line, None).await];
        let mut passwords = Vec::new();
        for device in &devices {
            passwords.push(secret(&platform, &office, device, SecretField::AdminPassword).await);
            passwords.push(secret(&platform, &office, device, SecretField::UserPassword).await);
        }
        let is_made = |text: &String| text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_digit());
        assert!(passwords.iter().all(is_made));
        let mut different = passwords.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), 4);
        office.publish().await;
        let id = text(&devices[0]["id"]);
        office.change(&format!("/devices/{id}"), &json!({ "user_name": "Empfang ä" })).await;
        office.publish().await;
        let after = secret(&platform, &office, &devices[0], SecretField::AdminPassword).await;
        assert_eq!(after, passwords[0]);
        let mut shown = devices[0].to_string();
        for rest in ["", "/files", "/releases", "/fetches", "/registrations"] {
            shown.push_str(&office.get(&format!("/devices/{id}{rest}")).await.to_string());
        }
        let tenant = platform.state.store.read(office.id).await.unwrap();
        for row in tenant.audit_rows(&Default::default()).await.unwrap().items {
            shown.push_str(&row.detail);
        }
        assert!(passwords.iter().all(|password| !shown.contains(password)));
        assert!(shown.contains("••••••••"));
    })
    .await;
}

// proves
#[tokio::test]
async fn the_access_key_is_shown_to_who_may_see_it_and_written_down() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let first = text(&office.phone(YEALINK, &line, Some(MAC)).await["id"]);
        let second = text(&office.phone(YEALINK, &line, None).await["id"]);
        let url = async |id: &str| text(&office.get(&format!("/devices/{id}/access-key")).await["url"]);
        let key = |url: &str| url.split('/').nth(3).unwrap().trim_end_matches(".cfg").to_owned();
        let (before, other) = (url(&first).await, url(&second).await);
        assert!(before.starts_with("https://") && key(&before).len() == 48 && !before.contains(MAC));
        office.create(&format!("/devices/{first}/access-key-rotations"), &json!({})).await;
        assert_ne!(key(&url(&first).await), key(&before));
        assert_eq!(url(&second).await, other, "A-041: the line's other devices keep theirs");
        let tenant = platform.state.store.read(office.id).await.unwrap();
        let rows = tenant.audit_rows(&Default::default()).await.unwrap().items;
        assert_eq!(rows.iter().filter(|row| row.action == "device.reveal_access_key").count(), 4);
        assert!(rows.iter().all(|row| !row.detail.contains(&key(&before))), "A-043");
    })
    .await;
}

// proves
#[tokio::test]
async fn a_permission_is_given_and_taken_back() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let body = json!({ "model": YEALINK, "line": line, "mac": MAC, "provisioning_mac": "once" });
        let device = office.create("/devices", &body).await;
        assert_eq!(device["provisioning_mac"], "once");
        assert!(device["provisioning_mac_until"].is_i64());
        let path = format!("/devices/{}/provisioning-mac", text(&device["id"]));
        for word in ["no", "once"] {
            let body = json!({ "provisioning_mac": word });
            let response = office.request(Method::PUT, &path).json(&body).send().await.unwrap();
            assert_eq!(response.status(), 200);
            assert_eq!(response.json::<Value>().await.unwrap()["provisioning_mac"], word);
        }
    })
    .await;
}

// proves
#[tokio::test]
async fn a_handset_is_in_its_system_s_files_and_its_change_is_the_system_s() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.set_registrar("10.0.0.5").await;
        let anna = office.user("Anna Muster", "201").await["line"].clone();
        let berta = office.user("Berta Beispiel", "202").await["line"].clone();
        let new = json!({ "model": DECT, "mac": "7C2F80AABBCC", "handsets": [{ "line": anna }] });
        let system = office.create("/devices", &new).await;
        let path = format!("/devices/{}", text(&system["id"]));
        office.publish().await;
        assert_eq!(office.get(&path).await["status"]["word"], "pending");
        let added =
            office.create(&format!("{path}/handsets"), &json!({ "line": berta, "ipui": "02b1c3d4e5" })).await;
        assert_eq!(
            (added["handsets"][1]["slot"].as_u64(), &added["handsets"][1]["ipui"]),
            (Some(2), &json!("02B1C3D4E5"))
        );
        assert_eq!(office.get(&path).await["status"]["word"], "draft");
        office.publish().await;
        let files = office.get(&format!("{path}/files")).await.to_string();
        assert!(files.contains("201") && files.contains("202"), "{files}");
        let handset = text(&added["handsets"][0]["id"]);
        let response = office.browser.get(&office.path(&format!("/devices/{handset}"))).await;
        assert_eq!(response.status(), 404, "A-092: a handset has no page and no URL of its own");
        let gone =
            office.request(Method::DELETE, &format!("{path}/handsets/{handset}")).send().await.unwrap();
        assert_eq!(gone.status(), 204);
        let system = office.get(&path).await;
        assert_eq!(
            (system["status"]["word"].as_str(), system["handsets"].as_array().unwrap().len()),
            (Some("draft"), 1)
        );
        let of_berta = office.items(&format!("/devices?line={}", text(&berta))).await;
        assert_eq!(of_berta.len(), 1, "the system is among the devices of its handset's line");
    })
    .await;
}

#[tokio::test]
async fn more_handsets_than_a_system_takes_and_a_wrong_ipui_are_refused() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let handsets: Vec<_> = (0..21).map(|_| json!({ "line": line })).collect();
        let refused = office.refused("/devices", &json!({ "model": DECT, "handsets": handsets })).await;
        let at = [("/handsets", "not_of_this_model")];
        assert_eq!(refused, Refusal::new(422, "not_of_this_model", &at));
        let wrong = json!({ "model": DECT, "handsets": [{ "line": line, "ipui": "12345" }] });
        let at = [("/handsets/0/ipui", "ipui")];
        assert_eq!(office.refused("/devices", &wrong).await, Refusal::new(422, "invalid", &at));
        assert!(office.items("/devices").await.is_empty());
    })
    .await;
}

// proves A-128
#[tokio::test]
async fn the_catalogue_has_models_of_several_makers() {
    let platform = Platform::start().await;
    let office = Office::new(&platform, "Ours").await;
    let response = office.browser.get("/api/v1/catalogue/models").await;
    let models: Value = response.json().await.unwrap();
    let mut vendors: Vec<_> =
        models["items"].as_array().unwrap().iter().map(|model| text(&model["vendor"])).collect();
    vendors.dedup();
    assert_eq!(vendors, ["Gigaset", "Snom", "Yealink"]);
}
