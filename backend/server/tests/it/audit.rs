//! The audit log from outside: what each request leaves, who reads it, and how it leaves the house.

mod reading;

use cordboard_server::{http::trail::Strangers, jobs::audit::sign_heads};
use cordboard_store::{
    PageRequest,
    audit::{Filter, Row, Scope},
};
use cordboard_types::{Role, TenantId};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    office::{Office, YEALINK, text},
    support::{Browser, Platform},
};

/// The rows of a customer, oldest first.
async fn rows(platform: &Platform, tenant: TenantId) -> Vec<Row> {
    let context = platform.state.store.read(tenant).await.unwrap();
    context.audit_batch(&Filter::default(), 0, 1000).await.unwrap()
}

/// The rows of the platform's chain, oldest first.
async fn platform_rows(platform: &Platform) -> Vec<Row> {
    let system = platform.state.store.system_read("test").await.unwrap();
    system.audit_batch(Scope::Platform, &Filter::default(), 0, 1000).await.unwrap()
}

fn told(rows: &[Row]) -> Vec<(&str, &str, Option<&str>)> {
    rows.iter().map(|row| (row.action.as_str(), row.outcome.as_str(), row.code.as_deref())).collect()
}

fn detail(row: &Row) -> Value {
    serde_json::from_str(&row.detail).unwrap()
}

#[tokio::test]
async fn a_write_leaves_a_row_before_its_work_and_one_after_it() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let request = office.request(Method::POST, "/users").header("user-agent", "a test/1");
        let answer = request.json(&json!({ "name": "Anna", "extension": "201" })).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
        let user: Value = answer.json().await.unwrap();
        let rows = rows(&platform, office.id).await;
        assert_eq!(told(&rows), [("user.create", "opened", None), ("user.create", "done", None)]);
        let [opened, done] = rows.as_slice() else { panic!("two rows") };
        assert!(opened.operation.is_some() && opened.operation == done.operation);
        for row in &rows {
            assert_eq!((row.request_id.as_str(), row.ip.as_str()), (id.as_str(), "127.0.0.1"));
            assert_eq!((row.actor.as_str(), row.user_agent.as_str()), ("ours@example.net", "a test/1"));
            assert!(row.credential.starts_with("session ") && row.actor_id.is_some());
        }
        assert_eq!(done.target_id, Some(text(&user["id"]).parse().unwrap()));
        let site = user["site"].clone();
        assert_eq!(
            detail(done),
            json!({ "after": { "name": "Anna", "login": "anna", "extension": "201", "site": site } })
        );
    })
    .await;
}

#[tokio::test]
async fn a_change_shows_before_and_after_and_no_secret() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let user = office.user("Anna", "201").await;
        let device = office.phone(YEALINK, &user["line"], None).await;
        let path = |kind: &str, thing: &Value| format!("/{kind}/{}", text(&thing["id"]));
        let change = json!({ "name": "Lobby", "admin_password": "90817263" });
        assert_eq!(office.change(&path("devices", &device), &change).await.status(), 200);
        assert_eq!(office.change(&path("users", &user), &json!({ "name": "Berta" })).await.status(), 200);
        assert_eq!(office.change("", &json!({ "name": "Ours Ltd" })).await.status(), 403);
        office.set_registrar("pbx.example.net").await;
        assert_eq!(office.delete(&path("devices", &device)).await.status(), 204);
        let rows = rows(&platform, office.id).await;
        let of = |action: &str| detail(rows.iter().rfind(|row| row.action == action).unwrap());
        let before = json!({ "name": device["name"], "admin_password": null });
        let after = json!({ "name": "Lobby", "admin_password": true });
        assert_eq!(of("device.change"), json!({ "before": before, "after": after }));
        assert_eq!(of("user.change"), json!({ "before": { "name": "Anna" }, "after": { "name": "Berta" } }));
        let registrar = json!({ "registrar": "pbx.example.net:5060 udp" });
        assert_eq!(of("site.change"), json!({ "before": { "registrar": null }, "after": registrar }));
        assert_eq!(of("device.delete")["before"]["name"], "Lobby");
        assert!(rows.iter().all(|row| !row.detail.contains("90817263")));
    })
    .await;
}

#[tokio::test]
async fn what_failed_and_what_was_denied_is_written_down() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let theirs = platform.customer("Theirs").await;
        let user = platform.person("user@example.net", office.id.into(), Role::User).await;
        let before = platform_rows(&platform).await.len();
        let body = json!({ "name": "Anna", "extension": "201" });
        office.user("Anna", "201").await;
        assert_eq!(office.post("/users", &body).await.status(), 422);
        assert_eq!(office.post("/users", &json!({ "name": 7 })).await.status(), 422);
        assert_eq!(user.post(&office.path("/users"), &body).await.status(), 403);
        for id in [theirs.0, Uuid::now_v7()] {
            let foreign = format!("/api/v1/customers/{id}/users");
            assert_eq!(office.browser.post(&foreign, &body).await.status(), 404);
        }
        let ours = rows(&platform, office.id).await;
        assert_eq!(
            told(&ours)[2..],
            [
                ("user.create", "opened", None),
                ("user.create", "failed", Some("extension_taken")),
                ("user.create", "opened", None),
                ("user.create", "failed", Some("invalid")),
                ("user.create", "opened", None),
                ("user.create", "denied", Some("forbidden")),
            ]
        );
        assert_eq!(detail(ours.last().unwrap()), json!({ "permission": "users:write" }));
        assert_eq!(told(&rows(&platform, theirs).await), [], "nobody writes into another's log");
        let platforms = platform_rows(&platform).await;
        let denied =
            [("user.create", "opened", None), ("user.create", "denied", Some("not_found"))].repeat(2);
        assert_eq!(told(&platforms[before..]), denied);
    })
    .await;
}

#[tokio::test]
async fn what_had_nothing_to_do_is_closed_and_reads_leave_nothing() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let twice = async || {
            let request = office.request(Method::POST, "/users").header("idempotency-key", "one");
            request.json(&json!({ "name": "Anna", "extension": "201" })).send().await.unwrap().status()
        };
        assert_eq!((twice().await, twice().await), (201.try_into().unwrap(), 201.try_into().unwrap()));
        office.items("/users").await;
        assert_eq!(office.browser.get(&office.path("/users/nonsense")).await.status(), 404);
        let rows = rows(&platform, office.id).await;
        let told: Vec<_> = rows.iter().map(|row| row.outcome.as_str()).collect();
        assert_eq!(told, ["opened", "done", "opened", "done"]);
        assert_eq!(rows[3].detail, "null");
    })
    .await;
}

#[tokio::test]
async fn a_new_customer_closes_the_platforms_operation_and_begins_its_own_log() {
    Platform::on_each(async |platform| {
        let operator = platform.person("op@example.net", platform.platform, Role::PlatformOperator).await;
        let body = json!({ "name": "New", "country": "CH", "site_name": "Main" });
        let answer = operator.post("/api/v1/customers", &body).await;
        assert_eq!(answer.status(), 201);
        let customer: Value = answer.json().await.unwrap();
        let own = rows(&platform, text(&customer["id"]).parse().unwrap()).await;
        assert_eq!(told(&own), [("customer.create", "done", None)]);
        assert_eq!(detail(&own[0])["after"]["name"], "New");
        let platforms = platform_rows(&platform).await;
        let [.., opened, done] = platforms.as_slice() else { panic!("two rows") };
        assert_eq!(
            told(&[opened.clone(), done.clone()]),
            [("customer.create", "opened", None), ("customer.create", "done", None)]
        );
        assert!(opened.operation == done.operation && own[0].operation == done.operation);
    })
    .await;
}

#[tokio::test]
async fn who_acts_as_somebody_else_is_named_beside_them() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let second =
            platform.person("second@example.net", office.id.into(), Role::CustomerAdministrator).await;
        let whom = second.get("/api/v1/sessions/current").await.json::<Value>().await.unwrap();
        let path = format!("/api/v1/nodes/{}/people/{}/acting", office.id, text(&whom["person"]));
        assert_eq!(office.browser.post(&path, &json!({})).await.status(), 204);
        office.user("Anna", "201").await;
        let rows = rows(&platform, office.id).await;
        let row = rows.iter().find(|row| row.action == "user.create").unwrap();
        assert_eq!(row.actor, "ours@example.net");
        assert_eq!(row.on_behalf_of.as_ref().unwrap().1, "second@example.net");
    })
    .await;
}

async fn knock(browser: &Browser, email: &str) {
    let body = json!({ "email": email, "password": "wrong wrong wrong" });
    assert_eq!(browser.post("/api/v1/sessions", &body).await.status(), 401);
}

#[tokio::test]
async fn refusals_of_nobody_are_few_rows() {
    Platform::on_each(async |platform| {
        let (nobody, office) = (platform.browser(), Office::new(&platform, "Ours").await);
        let before = platform_rows(&platform).await.len();
        for _ in 0..3 {
            knock(&nobody, "ours@example.net").await;
            assert_eq!(nobody.get(&office.path("/users")).await.status(), 401);
        }
        knock(&nobody, "stranger@example.net").await;
        let link = json!({ "token": "unknown" });
        assert_eq!(nobody.post("/api/v1/invitation-lookups", &link).await.status(), 404);
        assert_eq!(nobody.get("/nowhere").await.status(), 404);
        let now = platform_rows(&platform).await.len();
        assert_eq!(now, before, "nothing is written while they knock");
        let strangers: &Strangers = &platform.state.strangers;
        assert_eq!(strangers.flush(&platform.state.store).await.unwrap(), 3);
        assert_eq!(strangers.flush(&platform.state.store).await.unwrap(), 0);
        let rows = platform_rows(&platform).await.split_off(before);
        let summary: Vec<_> = rows.iter().map(|row| (row.action.as_str(), detail(row))).collect();
        assert_eq!(summary[0], ("access", json!({ "count": 3, "codes": { "signed_out": 3 }, "tried": [] })));
        assert_eq!(
            summary[1],
            ("invitation.look_up", json!({ "count": 1, "codes": { "link_over": 1 }, "tried": [] }))
        );
        assert_eq!(
            summary[2],
            (
                "session.start",
                json!({ "count": 4, "codes": { "wrong_credentials": 4 },
                    "tried": ["ours@example.net", "stranger@example.net"] })
            )
        );
        assert!(rows.iter().all(|row| (row.actor.as_str(), row.ip.as_str()) == ("nobody", "127.0.0.1")));
    })
    .await;
}

#[tokio::test]
async fn every_chain_of_a_day_at_work_is_whole() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let user = office.user("Anna", "201").await;
        office.set_registrar("pbx.example.net").await;
        office.phone(YEALINK, &user["line"], Some("001565000001")).await;
        office.publish().await;
        assert_eq!(sign_heads(&platform.state.store).await.unwrap(), 2);
        office.user("Berta", "202").await;
        let store = &platform.state.store;
        let system = store.system_snapshot("test").await.unwrap();
        let keys = cordboard_server::agents::signing::trusted(&system).await.unwrap();
        let chains = system.audit_chains().await.unwrap();
        assert_eq!(chains.len(), 2);
        for chain in chains {
            let report = system.verify_audit(chain, &keys).await.unwrap();
            assert!(report.is_whole() && report.signed == 1 && report.head.seq > 0, "{report:?}");
        }
        let tenant = store.read(office.id).await.unwrap();
        let rows = tenant.audit_rows(&PageRequest { after: None, size: 200 }).await.unwrap().items;
        for row in rows.iter().filter(|row| row.outcome == "opened") {
            let closed = rows.iter().find(|one| one.operation == row.operation && one.outcome == "done");
            assert_eq!(closed.map(|one| &one.action), Some(&row.action), "the same word before and after");
        }
    })
    .await;
}
