//! Settings that are handed down: inheritance, locks, drafts, who gets in, and the look of the sign-in page.

use cordboard_types::{NodeId, Role};
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{Office, Refusal, YEALINK, text},
    support::{Browser, PASSWORD, Platform},
};

fn path(node: impl std::fmt::Display, rest: &str) -> String {
    format!("/api/v1/nodes/{node}/settings{rest}")
}

async fn setting(browser: &Browser, node: impl std::fmt::Display, name: &str) -> Value {
    let list = browser.read(&path(node, "")).await;
    list["items"].as_array().unwrap().iter().find(|item| item["name"] == name).unwrap().clone()
}

async fn try_set(
    browser: &Browser,
    node: impl std::fmt::Display,
    name: &str,
    value: Value,
    lock: bool,
) -> reqwest::Response {
    let version = setting(browser, &node, name).await["version"].as_i64().unwrap();
    let body = json!({ "value": value, "lock": lock });
    browser.write(Method::PUT, &path(node, &format!("/{name}")), version, &body).await
}

async fn set(browser: &Browser, node: impl std::fmt::Display, name: &str, value: Value) {
    let response = try_set(browser, node, name, value, false).await;
    assert_eq!(response.status(), 200, "{}", response.text().await.unwrap());
}

async fn provider_admin(platform: &Platform) -> Browser {
    platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await
}

#[tokio::test]
async fn a_value_comes_from_the_nearest_node_that_set_it() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        let customer = NodeId::from(office.id);
        let found = setting(&office.browser, customer, "locale").await;
        assert_eq!(
            (&found["value"], &found["from"], &found["version"]),
            (&json!("en"), &Value::Null, &json!(0))
        );
        set(&admin, platform.provider, "locale", json!("fr")).await;
        let found = setting(&office.browser, customer, "locale").await;
        assert_eq!((&found["value"], &found["from"]["node"]["name"]), (&json!("fr"), &json!("Provider")));
        assert_eq!((text(&found["from"]["by"]), &found["own"]), ("p@example.net".into(), &Value::Null));
        set(&office.browser, customer, "locale", json!("de")).await;
        let found = setting(&office.browser, customer, "locale").await;
        assert_eq!((&found["value"], &found["without_own"]), (&json!("de"), &json!("fr")));
        let gone = office.browser.write(Method::DELETE, &path(customer, "/locale"), 1, &json!({})).await;
        assert_eq!(gone.status(), 200);
        assert_eq!(setting(&office.browser, customer, "locale").await["value"], "fr");
    })
    .await;
}

#[tokio::test]
async fn what_is_locked_above_holds_below() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        let customer = NodeId::from(office.id);
        set(&office.browser, customer, "brand_name", json!("Ours AG")).await;
        let locked = try_set(&admin, platform.provider, "brand_name", json!("Theirs"), true).await;
        assert_eq!(locked.status(), 200);
        let found = setting(&office.browser, customer, "brand_name").await;
        assert_eq!((&found["value"], &found["own"]["value"]), (&json!("Theirs"), &json!("Ours AG")));
        assert_eq!((&found["locked_by"]["name"], &found["settable"]), (&json!("Provider"), &json!(false)));
        let refused = try_set(&office.browser, customer, "brand_name", json!("Mine"), false).await;
        assert_eq!(Refusal::of(refused).await, Refusal::new(409, "setting_locked", &[]));
    })
    .await;
}

#[tokio::test]
async fn bad_values_and_wrong_places_are_refused() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let site = text(&office.items("/sites").await[0]["id"]);
        let customer = NodeId::from(office.id);
        let svg = |inside: &str| {
            use base64::{Engine, engine::general_purpose::STANDARD};
            json!({ "media_type": "image/svg+xml", "data": STANDARD.encode(format!("<svg>{inside}</svg>")) })
        };
        for (name, value, why) in [
            ("country", json!("XX"), "choice"),
            ("brand_colour", json!("green"), "colour"),
            ("brand_logo", svg("<script>alert(1)</script>"), "picture"),
            ("sign_in_networks", json!(["here"]), "network"),
            ("session_idle_minutes", json!(1), "range"),
        ] {
            let refused = try_set(&office.browser, customer, name, value, false).await;
            assert_eq!(Refusal::of(refused).await, Refusal::new(422, "invalid", &[("/value", why)]));
        }
        let refused = try_set(&office.browser, &site, "brand_name", json!("x"), false).await;
        assert_eq!(Refusal::of(refused).await, Refusal::new(422, "not_settable_here", &[]));
        let body = json!({ "value": "fr" });
        let stale = office.browser.write(Method::PUT, &path(customer, "/locale"), 7, &body).await;
        assert_eq!(stale.status(), 412);
        let unknown = office.browser.write(Method::PUT, &path(customer, "/colour"), 0, &body).await;
        assert_eq!(unknown.status(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_new_country_above_waits_to_be_published_below() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        let other = Office::new(&platform, "Other").await;
        let user = office.user("Anna", "201").await;
        office.phone(YEALINK, &user["line"], Some("000413000001")).await;
        office.set_registrar("pbx.example.net").await;
        office.publish().await;
        other.publish().await;
        set(&other.browser, NodeId::from(other.id), "country", json!("CH")).await;
        assert!(other.items("/changes").await.is_empty(), "the same value changes nothing");
        set(&admin, platform.provider, "country", json!("DE")).await;
        assert!(other.items("/changes").await.is_empty(), "it has its own");
        let changes = office.items("/changes").await;
        assert_eq!((changes.len(), &changes[0]["author"]), (1, &json!("p@example.net")));
        let targets = office.publish().await;
        assert_eq!(targets.len(), 2, "site and phone: {targets:?}");
        assert!(targets.iter().all(|target| target["changed"] == true), "{targets:?}");
        assert_eq!(office.items("/sites").await[0]["country"], "DE");
        let customer = platform.browser().get("/api/v1/customers").await;
        assert_eq!(customer.status(), 401);
        assert_eq!(office.get("").await["country"], "DE");
    })
    .await;
}

#[tokio::test]
async fn people_come_from_the_networks_their_node_names() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        let customer = NodeId::from(office.id);
        let own =
            try_set(&office.browser, customer, "sign_in_networks", json!(["192.0.2.0/24"]), false).await;
        let refusal = Refusal::new(422, "locks_oneself_out", &[("/value", "locks_oneself_out")]);
        assert_eq!(Refusal::of(own).await, refusal);
        set(&office.browser, customer, "sign_in_networks", json!(["127.0.0.0/8"])).await;
        assert_eq!(office.browser.get(&office.path("/users")).await.status(), 200);
        set(&admin, customer, "sign_in_networks", json!(["192.0.2.0/24"])).await;
        let outside = Refusal::new(403, "outside_networks", &[]);
        assert_eq!(Refusal::of(office.browser.get(&office.path("/users")).await).await, outside);
        assert_eq!(
            admin.get(&office.path("/users")).await.status(),
            200,
            "the provider names other networks"
        );
        let body = json!({ "email": "ours@example.net", "password": PASSWORD });
        assert_eq!(Refusal::of(platform.browser().post("/api/v1/sessions", &body).await).await, outside);
        let body = json!({ "email": "ours@example.net", "password": "wrong horse" });
        let wrong = Refusal::of(platform.browser().post("/api/v1/sessions", &body).await).await;
        assert_eq!(wrong.code, "wrong_credentials", "who does not know the password learns nothing");
    })
    .await;
}

#[tokio::test]
async fn a_second_factor_that_is_asked_for_is_set_up_first() {
    Platform::on_each(async |platform| {
        let admin = provider_admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        set(&admin, NodeId::from(office.id), "second_factor_required", json!(true)).await;
        let due = Refusal::new(403, "second_factor_setup_due", &[]);
        assert_eq!(Refusal::of(office.browser.get(&office.path("/users")).await).await, due);
        assert_eq!(admin.get(&office.path("/users")).await.status(), 200);
        let session = office.browser.read("/api/v1/sessions/current").await;
        assert_eq!(session["due"], "second_factor_setup");
        let body = json!({ "password": PASSWORD });
        let begun = office.browser.post("/api/v1/profile/second-factor", &body).await;
        assert_eq!(begun.status(), 201);
        let system = platform.state.store.system("test").await.unwrap();
        let person = system.person_by_email(&"ours@example.net".parse().unwrap()).await.unwrap().unwrap();
        system.enable_second_factor(person.id, Vec::new()).await.unwrap();
        system.commit().await.unwrap();
        assert_eq!(office.browser.get(&office.path("/users")).await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn the_sign_in_page_looks_as_its_host_says() {
    Platform::on_each(async |platform| {
        let operator = platform.person("op@example.net", platform.platform, Role::PlatformOperator).await;
        let admin = provider_admin(&platform).await;
        let nobody = platform.browser();
        let look = async |host: &str| nobody.read(&format!("/api/v1/branding?host={host}")).await;
        let unknown = json!({ "name": "Cordboard", "locale": "en" });
        assert_eq!(look("phones.example.net").await, unknown);
        set(&admin, platform.provider, "host_name", json!("Phones.example.net")).await;
        set(&admin, platform.provider, "brand_name", json!("North")).await;
        set(&admin, platform.provider, "brand_colour", json!("oklch(0.8 0.15 90)")).await;
        let logo =
            json!({ "media_type": "image/svg+xml", "data": "PHN2Zz48cGF0aCBkPSdNMCAwaDgnLz48L3N2Zz4=" });
        set(&admin, platform.provider, "brand_logo", logo).await;
        let seen = look("phones.example.net").await;
        assert_eq!(
            (text(&seen["name"]), text(&seen["logo"])),
            ("North".into(), "/api/v1/branding/logo?host=phones.example.net".into())
        );
        assert_ne!(seen["light"]["accent"], seen["dark"]["accent"], "each theme has its own");
        let picture = nobody.get(&text(&seen["logo"])).await;
        assert_eq!(picture.headers()["content-type"], "image/svg+xml");
        assert_eq!(picture.headers()["x-content-type-options"], "nosniff");
        assert!(picture.text().await.unwrap().starts_with("<svg xmlns="));
        assert_eq!(look("other.example.net").await, unknown);
        let taken =
            try_set(&operator, platform.platform, "host_name", json!("phones.example.net"), false).await;
        assert_eq!(Refusal::of(taken).await, Refusal::new(422, "host_taken", &[("/value", "host_taken")]));
    })
    .await;
}

#[tokio::test]
async fn a_site_without_an_emergency_address_is_warned_of() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let kinds = async || -> Vec<String> {
            office.items("/warnings").await.iter().map(|warning| text(&warning["kind"])).collect()
        };
        assert_eq!(kinds().await, ["emergency_address_missing", "emergency_caller_missing", "agent_missing"]);
        let site = format!("/sites/{}", text(&office.items("/sites").await[0]["id"]));
        let address = json!({ "street": "Main street", "number": "12a", "postcode": "8001", "city": "Zurich",
            "country": "CH", "note": "Second floor" });
        let body = json!({ "emergency_address": address, "emergency_caller": "+41 44 555 01 00" });
        let changed = office.change(&site, &body).await;
        assert_eq!(changed.status(), 200);
        let changed: Value = changed.json().await.unwrap();
        assert_eq!(
            (&changed["emergency_address"], &changed["emergency_caller"]),
            (&address, &json!("+41445550100"))
        );
        assert_eq!(kinds().await, ["agent_missing"]);
        let refused = Refusal::of(office.change(&site, &json!({ "emergency_caller": "117" })).await).await;
        assert_eq!(refused, Refusal::new(422, "invalid", &[("/emergency_caller", "number")]));
        assert_eq!(office.change(&site, &json!({ "emergency_caller": null })).await.status(), 200);
        assert_eq!(kinds().await, ["emergency_caller_missing", "agent_missing"]);
    })
    .await;
}
