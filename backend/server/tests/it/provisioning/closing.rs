//! Suspending and closing a customer, as its phones see it; export, reopening, erasure.

use cordboard_server::services::closing;
use cordboard_store::{PageRequest, StoreError, access_keys::KeyKind, audit::Row};
use cordboard_types::{Role, Timestamp};
use reqwest::Method;
use serde_json::{Value, json};

use super::phones::{FILE, MAC, Phones};
use crate::{
    office::{Office, Refusal, text},
    support::{Browser, Platform},
};

async fn provider_admin(platform: &Platform) -> Browser {
    platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await
}

/// Asks for an archive and waits for it; answers its lines.
async fn export(admin: &Browser, office: &Office, platform: &Platform) -> Vec<Value> {
    let response = admin.post(&office.path("/exports"), &json!({})).await;
    assert_eq!(response.status(), 201);
    let asked: Value = response.json().await.unwrap();
    let path = office.path(&format!("/exports/{}", text(&asked["id"])));
    let done = loop {
        closing::export_waiting(&platform.state).await.unwrap();
        let export = admin.read(&path).await;
        if export["state"] == "done" {
            break export;
        }
        assert_ne!(export["state"], "failed");
        tokio::task::yield_now().await;
    };
    let archive = admin.get(&format!("{path}/archive")).await;
    assert_eq!(archive.headers()["content-type"], "application/x-ndjson");
    let lines = archive.text().await.unwrap();
    assert_eq!(lines.len().to_string(), done["bytes"].to_string());
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

async fn close(admin: &Browser, office: &Office, name: &str) -> reqwest::Response {
    admin.post(&office.path("/closures"), &json!({ "confirm_name": name })).await
}

#[tokio::test]
async fn phones_of_a_suspended_customer_fetch_their_files() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let steady = phones.steady(device).await;
        let body = json!({ "calls": "internal_only", "reason": "" });
        assert_eq!(admin.post(&phones.office.path("/suspensions"), &body).await.status(), 201);
        assert_eq!(phones.get(&steady).await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn a_closed_customer_is_refused_until_it_is_opened_again() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let phones = Phones::new(&platform, |_| {}).await;
        let office = &phones.office;
        let device = phones.phone("201", MAC).await;
        let steady = phones.steady(device).await;
        let unknown = format!("/{}/{FILE}", "0".repeat(48));
        assert_eq!(
            Refusal::of(close(&admin, office, "Ours").await).await,
            Refusal::new(409, "export_needed", &[])
        );
        export(&admin, office, &platform).await;
        let differs = Refusal::new(422, "name_differs", &[("/confirm_name", "name_differs")]);
        assert_eq!(Refusal::of(close(&admin, office, "Theirs").await).await, differs);
        assert_eq!(phones.get(&steady).await.status(), 200, "nothing has happened so far");
        assert_eq!(close(&admin, office, "Ours").await.status(), 201);
        assert_eq!(
            phones.get(&steady).await.timeless(),
            phones.get(&unknown).await.timeless(),
            "the one refusal"
        );
        let closed = Refusal::new(403, "customer_closed", &[]);
        let berta = json!({ "name": "Berta", "extension": "202" });
        assert_eq!(office.refused("/users", &berta).await, closed);
        assert_eq!(Refusal::of(admin.post(&office.path("/users"), &berta).await).await, closed);
        assert_eq!(office.items("/users").await.len(), 1, "reading goes on");
        let own = office.browser.write(Method::DELETE, &office.path("/closure"), 1, &json!({})).await;
        assert_eq!(own.status(), 403);
        assert_eq!(closing::erase_due(&platform.state).await.unwrap(), 0, "its time is not over");
        let opened = admin.write(Method::DELETE, &office.path("/closure"), 1, &json!({})).await;
        assert_eq!(opened.status(), 200);
        phones.settle().await;
        assert_eq!(phones.get(&steady).await.status(), 200, "the same key as before");
        office.user("Berta", "202").await;
    })
    .await;
}

#[tokio::test]
async fn an_archive_holds_the_rows_and_no_secret() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let lines = export(&admin, &phones.office, &platform).await;
        let of = |table: &str| lines.iter().filter(|line| line["table"] == table).count();
        assert_eq!((of("customer"), of("site"), of("pbx_user"), of("device"), of("line")), (1, 1, 1, 1, 1));
        assert!(of("audit") > 0 && of("membership") == 1);
        for hidden in ["secret", "data_key", "access_key", "api_token", "invitation"] {
            assert_eq!(of(hidden), 0, "{hidden}");
        }
        let all = Value::from(lines).to_string();
        let tenant = phones.state.store.read(phones.tenant()).await.unwrap();
        let key = phones.key(device, KeyKind::Steady).await;
        assert!(!all.contains(key.as_str()));
        let line = tenant.device(device).await.unwrap().line.unwrap().id;
        for set in tenant.credentials(line).await.unwrap() {
            let password = tenant.secret(cordboard_store::credentials::sip_password(set.id)).await.unwrap().0;
            assert!(!all.contains(password.as_str()));
        }
    })
    .await;
}

#[tokio::test]
async fn an_erased_customer_leaves_a_certificate_and_nothing_else() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let phones = Phones::new(&platform, |_| {}).await;
        let (office, other) = (&phones.office, Office::new(&platform, "Other").await);
        let device = phones.phone("201", MAC).await;
        phones.set_provisioning_mac(device, "once").await;
        let other_user = other.user("Anna", "201").await;
        let key = phones.key(device, KeyKind::Steady).await;
        export(&admin, office, &platform).await;
        assert_eq!(close(&admin, office, "Ours").await.status(), 201);
        let tenant = phones.state.store.write(phones.tenant()).await.unwrap();
        tenant.close("p@example.net", Timestamp(0)).await.unwrap();
        tenant.commit().await.unwrap();
        assert_eq!(closing::erase_due(&platform.state).await.unwrap(), 1);
        assert_eq!(closing::erase_due(&platform.state).await.unwrap(), 0);
        assert_eq!(admin.get(&office.path("")).await.status(), 404);
        assert_eq!(
            office.browser.get("/api/v1/sessions/current").await.status(),
            401,
            "its person is gone too"
        );
        let steady = format!("/{}/{FILE}", key.as_str());
        assert_eq!(phones.get(&steady).await.status(), 404);
        let list = admin.read(&format!("/api/v1/nodes/{}/erasures", platform.provider)).await;
        let certificate = &list["items"][0];
        assert_eq!(
            (text(&certificate["customer_name"]), text(&certificate["closed_by"])),
            ("Ours".into(), "p@example.net".into())
        );
        assert_eq!(text(&certificate["sha256"]).len(), 64);
        let count = |table: &str| certificate["counts"][table].as_u64().unwrap_or(0);
        assert!(count("secret") > 3 && count("data_key") == 1, "{certificate}");
        assert_eq!(
            [count("device"), count("site"), count("node"), count("person"), count("blob")],
            [1, 1, 2, 1, 1]
        );
        let tenant = phones.state.store.read(phones.tenant()).await.unwrap();
        assert!(matches!(tenant.customer().await, Err(StoreError::NotFound)));
        let audit: Vec<Row> = tenant.audit_rows(&PageRequest::default()).await.unwrap().items;
        assert!(!audit.is_empty(), "the audit log has its own time");
        assert_eq!(other.get(&format!("/users/{}", text(&other_user["id"]))).await["name"], "Anna");
    })
    .await;
}
