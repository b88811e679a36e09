//! Suspending a customer: what its people, its provider and its telephones may do then.

use cordboard_types::Role;
use reqwest::Method;
use serde_json::json;

use crate::{
    office::{Office, Refusal, text},
    support::{Browser, Platform},
};

async fn provider_admin(platform: &Platform) -> Browser {
    platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await
}

async fn suspend(admin: &Browser, office: &Office, calls: &str) {
    let body = json!({ "calls": calls, "reason": "Unpaid invoices" });
    assert_eq!(admin.post(&office.path("/suspensions"), &body).await.status(), 201);
}

#[tokio::test]
async fn a_suspended_customers_people_read_and_change_nothing() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        office.user("Anna", "201").await;
        suspend(&admin, &office, "phones_work").await;
        let standing = office.get("").await["standing"].clone();
        assert_eq!(
            (text(&standing["state"]), text(&standing["calls"])),
            ("suspended".into(), "phones_work".into())
        );
        assert_eq!(
            (text(&standing["reason"]), text(&standing["by"])),
            ("Unpaid invoices".into(), "p@example.net".into())
        );
        assert_eq!(office.items("/users").await.len(), 1);
        let berta = json!({ "name": "Berta", "extension": "202" });
        let suspended = Refusal::new(403, "customer_suspended", &[]);
        assert_eq!(office.refused("/users", &berta).await, suspended);
        let path = format!("/api/v1/nodes/{}/settings/locale", office.id);
        let refused = office.browser.write(Method::PUT, &path, 0, &json!({ "value": "fr" })).await;
        assert_eq!(Refusal::of(refused).await, suspended);
        let again = platform.browser().sign_in("ours@example.net").await;
        assert_eq!(again.get(&office.path("/users")).await.status(), 200, "signing in works");
        assert_eq!(admin.post(&office.path("/users"), &berta).await.status(), 201, "the provider goes on");
        let own = office.browser.write(Method::DELETE, &office.path("/suspension"), 1, &json!({})).await;
        assert_eq!(own.status(), 403);
        let back = admin.write(Method::DELETE, &office.path("/suspension"), 1, &json!({})).await;
        assert_eq!(back.status(), 200);
        office.user("Carla", "203").await;
        let twice = admin.write(Method::DELETE, &office.path("/suspension"), 1, &json!({})).await;
        assert_eq!(Refusal::of(twice).await, Refusal::new(409, "wrong_state", &[]));
    })
    .await;
}

#[tokio::test]
async fn suspension_is_seen_in_the_tree_and_warned_of() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        suspend(&admin, &office, "internal_only").await;
        let node = admin.read(&format!("/api/v1/nodes/{}", office.id)).await;
        assert_eq!(node["state"], "suspended");
        assert_eq!(office.items("/warnings").await[0]["kind"], "suspended");
    })
    .await;
}
