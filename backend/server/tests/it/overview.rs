//! A provider at a glance: what is counted, and which customers need somebody.

use cordboard_types::Role;
use serde_json::{Value, json};

use crate::{
    office::{Office, text},
    support::Platform,
};

fn names(concerns: &Value) -> Vec<String> {
    concerns["items"].as_array().unwrap().iter().map(|item| text(&item["name"])).collect()
}

#[tokio::test]
async fn a_provider_sees_what_there_is_and_who_needs_somebody_gravest_first() {
    Platform::on_each(async |platform| {
        let admin = platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await;
        let well = Office::new(&platform, "Well").await;
        let suspended = Office::new(&platform, "Suspended").await;
        let bare = Office::new(&platform, "Bare").await;
        for office in [&well, &suspended] {
            let site = text(&office.items("/sites").await[0]["id"]);
            let body = json!({
                "emergency_address": { "street": "Main", "postcode": "8000", "city": "Zürich", "country": "CH" },
                "emergency_caller": "+41445550100",
            });
            assert_eq!(office.change(&format!("/sites/{site}"), &body).await.status(), 200);
        }
        let body = json!({ "calls": "internal_only", "reason": "" });
        assert_eq!(admin.post(&suspended.path("/suspensions"), &body).await.status(), 201);
        let user = well.user("Anna", "201").await;
        well.phone("yealink/t4x/T46U", &user["line"], None).await;

        let path = format!("/api/v1/nodes/{}/overview", platform.provider);
        let seen = admin.read(&path).await;
        assert_eq!(
            [&seen["customers"], &seen["suspended"], &seen["closed"], &seen["sites"], &seen["devices"]],
            [3, 1, 0, 3, 1].map(Value::from).each_ref()
        );
        let concerns = &seen["concerns"];
        // None has an agent; that is graver than a missing address, and than what somebody decided.
        assert_eq!(names(concerns), ["Bare", "Suspended", "Well"]);
        assert_eq!(concerns["items"][0]["emergency_missing"], 1);
        assert_eq!(concerns["items"][1]["state"], "suspended");
        assert_eq!(concerns["items"][2]["emergency_missing"], 0);

        let first = admin.read(&format!("{path}?size=2")).await;
        assert_eq!(names(&first["concerns"]), ["Bare", "Suspended"]);
        let next = text(&first["concerns"]["next"]);
        let second = admin.read(&format!("{path}?size=2&after={next}")).await;
        assert_eq!(names(&second["concerns"]), ["Well"]);
        let own = bare.browser.read(&format!("/api/v1/nodes/{}/overview", bare.id)).await;
        assert_eq!((&own["customers"], names(&own["concerns"])), (&json!(1), vec!["Bare".to_owned()]));
    })
    .await;
}
