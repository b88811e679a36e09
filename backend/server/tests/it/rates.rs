//! Limits of the API: by who asks, for which customer, and what kind of request.

use cordboard_types::Role;
use serde_json::json;

use crate::support::Platform;

#[tokio::test]
async fn who_asks_too_often_waits_and_nobody_else_does() {
    let platform = Platform::start_with(&["--reads-per-minute", "5", "--writes-per-minute", "3"]).await;
    let (ours, theirs) = (platform.customer("Ours").await, platform.customer("Theirs").await);
    platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    platform.person("berta@example.net", platform.provider, Role::ProviderAdministrator).await;
    let anna = platform.signed_in("anna@example.net").await;
    let path = format!("/api/v1/customers/{ours}/users");
    for _ in 0..5 {
        assert_eq!(anna.get(&path).await.status(), 200);
    }
    let refused = anna.get(&path).await;
    assert_eq!(refused.status(), 429);
    let seconds: u32 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds));
    assert_eq!(
        anna.get(&format!("/api/v1/customers/{theirs}/users")).await.status(),
        200,
        "another customer"
    );
    let write = anna.post(&path, &json!({ "name": "Anna", "extension": "201" })).await;
    assert_eq!(write.status(), 201, "another kind of request");
    let berta = platform.signed_in("berta@example.net").await;
    assert_eq!(berta.get(&path).await.status(), 200, "somebody else");
}
