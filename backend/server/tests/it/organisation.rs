//! The tree of the organisation: how it grows, who sees what of it, and moving within it.

use cordboard_types::{NodeId, Permission, Permissions, Role, TenantId};
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{Office, Refusal, text},
    support::{Browser, PASSWORD, Platform, label},
};

fn node(id: impl std::fmt::Display) -> String {
    format!("/api/v1/nodes/{id}")
}

async fn create(browser: &Browser, parent: impl std::fmt::Display, name: &str) -> NodeId {
    let response = browser.post(&format!("{}/children", node(parent)), &json!({ "name": name })).await;
    assert_eq!(response.status(), 201);
    let made: Value = response.json().await.unwrap();
    text(&made["id"]).parse().unwrap()
}

async fn customer(browser: &Browser, provider: NodeId, name: &str) -> TenantId {
    let body = json!({ "name": name, "provider": provider, "site_name": "Head office" });
    let response = browser.post("/api/v1/customers", &body).await;
    assert_eq!(response.status(), 201);
    let made: Value = response.json().await.unwrap();
    text(&made["id"]).parse().unwrap()
}

async fn move_to(
    browser: &Browser,
    what: impl std::fmt::Display,
    to: impl std::fmt::Display,
) -> reqwest::Response {
    let seen: Value = browser.get(&node(&what)).await.json().await.unwrap();
    let version = seen["version"].as_i64().unwrap_or(1);
    let to = to.to_string();
    browser.write(Method::POST, &format!("{}/moves", node(what)), version, &json!({ "to": to })).await
}

fn names(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|item| text(&item["name"])).collect()
}

#[tokio::test]
async fn the_tree_grows_to_any_depth() {
    Platform::on_each(async |platform| {
        let operator = platform.person("op@example.net", platform.platform, Role::PlatformOperator).await;
        let provider = create(&operator, platform.platform, "North").await;
        let admin = platform.person("north@example.net", provider, Role::ProviderAdministrator).await;
        let reseller = create(&admin, provider, "Reseller").await;
        let below = create(&admin, reseller, "Below").await;
        let ours = customer(&admin, below, "Ours").await;
        let seen = operator.read(&node(ours)).await;
        assert_eq!(names(&seen["path"]), ["Platform", "North", "Reseller", "Below", "Ours"]);
        assert_eq!((text(&seen["kind"]), text(&seen["state"])), ("customer".into(), "active".into()));
        let seen = admin.read(&node(below)).await;
        assert_eq!(names(&seen["path"]), ["North", "Reseller", "Below"], "nothing above one's own");
        let local = platform.person("local@example.net", ours.into(), Role::CustomerAdministrator).await;
        assert_eq!(names(&local.read(&node(ours)).await["path"]), ["Ours"]);
        let refused = admin.post(&format!("{}/children", node(ours)), &json!({ "name": "x" })).await;
        assert_eq!(Refusal::of(refused).await, Refusal::new(422, "wrong_place", &[]));
    })
    .await;
}

#[tokio::test]
async fn children_come_in_pages_by_name() {
    Platform::on_each(async |platform| {
        let admin = platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await;
        for name in ["Charlie", "Alpha", "Bravo"] {
            create(&admin, platform.provider, name).await;
        }
        platform.customer("Aaron").await;
        let path = format!("{}/children", node(platform.provider));
        assert_eq!(names(&admin.read(&path).await["items"]), ["Aaron", "Alpha", "Bravo", "Charlie"]);
        let first = admin.read(&format!("{path}?kind=reseller&size=2")).await;
        assert_eq!(names(&first["items"]), ["Alpha", "Bravo"]);
        let next = text(&first["next"]);
        let second = admin.read(&format!("{path}?kind=reseller&size=2&after={next}")).await;
        assert_eq!((names(&second["items"]), &second["next"]), (vec!["Charlie".to_owned()], &Value::Null));
    })
    .await;
}

#[tokio::test]
async fn a_node_is_renamed_at_the_version_that_was_seen() {
    Platform::on_each(async |platform| {
        let admin = platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await;
        let body = json!({ "name": "South" });
        let path = node(platform.provider);
        assert_eq!(admin.write(Method::PATCH, &path, 1, &body).await.status(), 200);
        assert_eq!(admin.write(Method::PATCH, &path, 1, &body).await.status(), 412);
        assert_eq!(text(&admin.read(&path).await["name"]), "South");
        let support = platform.person("s@example.net", platform.provider, Role::ProviderSupport).await;
        assert_eq!(support.write(Method::PATCH, &path, 2, &body).await.status(), 403);
    })
    .await;
}

#[tokio::test]
async fn a_customer_that_moves_is_at_once_out_of_sight() {
    Platform::on_each(async |platform| {
        let operator = platform.person("op@example.net", platform.platform, Role::PlatformOperator).await;
        let other = create(&operator, platform.platform, "Other").await;
        let old = platform.person("old@example.net", platform.provider, Role::ProviderAdministrator).await;
        let new = platform.person("new@example.net", other, Role::ProviderAdministrator).await;
        let office = Office::new(&platform, "Ours").await;
        office.user("Anna", "201").await;
        let path = office.path("/users");
        let seen = async || [old.get(&path).await.status().as_u16(), new.get(&path).await.status().as_u16()];
        assert_eq!(seen().await, [200, 404]);
        let refused = move_to(&old, office.id, other).await;
        let unknown = Refusal::new(422, "unknown_reference", &[("/to", "unknown_reference")]);
        assert_eq!(Refusal::of(refused).await, unknown, "what one does not see is unknown");
        let mut stream = old.get(&office.path("/events")).await;
        assert!(stream.chunk().await.unwrap().is_some(), "it is connected");
        assert_eq!(move_to(&operator, office.id, other).await.status(), 200);
        let ended = async { while stream.chunk().await.unwrap().is_some() {} };
        tokio::time::timeout(std::time::Duration::from_secs(10), ended)
            .await
            .expect("it ends with the right to it");
        assert_eq!(seen().await, [404, 200]);
        assert_eq!(office.items("/users").await.len(), 1, "its own people go on");
        assert!(names(&old.read("/api/v1/customers").await["items"]).is_empty());
        assert_eq!(names(&new.read("/api/v1/customers").await["items"]), ["Ours"]);
        let site = text(&office.items("/sites").await[0]["id"]);
        assert_eq!(
            names(&operator.read(&node(site)).await["path"]),
            ["Platform", "Other", "Ours", "Main site"]
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_into_itself_or_below_a_customer() {
    Platform::on_each(async |platform| {
        let admin = platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await;
        let upper = create(&admin, platform.provider, "Upper").await;
        let lower = create(&admin, upper, "Lower").await;
        let ours = platform.customer("Ours").await;
        let wrong = Refusal::new(422, "wrong_place", &[("/to", "wrong_place")]);
        for (what, to) in [(upper, upper), (upper, lower), (lower, ours.into())] {
            assert_eq!(Refusal::of(move_to(&admin, what, to).await).await, wrong);
        }
        assert_eq!(move_to(&admin, lower, platform.provider).await.status(), 200);
        assert_eq!(move_to(&admin, upper, lower).await.status(), 200);
        let path = names(&admin.read(&node(upper)).await["path"]);
        assert_eq!(path, ["Provider", "Lower", "Upper"]);
    })
    .await;
}

#[tokio::test]
async fn two_moves_at_once_make_no_circle() {
    Platform::on_each(async |platform| {
        let admin = platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await;
        for round in 0..5 {
            let one = create(&admin, platform.provider, &format!("One {round}")).await;
            let two = create(&admin, platform.provider, &format!("Two {round}")).await;
            let (first, second) = tokio::join!(move_to(&admin, one, two), move_to(&admin, two, one));
            let moved = [first.status(), second.status()].iter().filter(|status| status.is_success()).count();
            assert_eq!(moved, 1);
            for id in [one, two] {
                let path = admin.read(&node(id)).await;
                assert_eq!(names(&path["path"])[0], "Provider");
            }
        }
    })
    .await;
}

/// Somebody with a role of these permissions in each of the nodes.
async fn with_role(platform: &Platform, email: &str, nodes: &[NodeId], permissions: Permissions) -> Browser {
    let hash = cordboard_server::services::passwords::hash(PASSWORD).unwrap();
    let system = platform.state.store.system("test").await.unwrap();
    let person = system.create_person(&email.parse().unwrap(), &label("Somebody"), &hash).await.unwrap();
    for node in nodes {
        let role = system.create_role(*node, &label(email), permissions).await.unwrap();
        let role = cordboard_types::RoleName::Custom(role);
        system.grant(person, *node, role).await.unwrap();
    }
    system.commit().await.unwrap();
    platform.browser().sign_in(email).await
}

#[tokio::test]
async fn nobody_comes_to_more_rights_by_a_move() {
    Platform::on_each(async |platform| {
        let operator = platform.person("op@example.net", platform.platform, Role::PlatformOperator).await;
        let other = create(&operator, platform.platform, "Other").await;
        platform.person("new@example.net", other, Role::ProviderAdministrator).await;
        let ours = platform.customer("Ours").await;
        let clerk: Permissions =
            [Permission::CustomersRead, Permission::CustomersWrite].into_iter().collect();
        let both = with_role(&platform, "clerk@example.net", &[platform.provider, other], clerk).await;
        let refused = Refusal::new(403, "beyond_own_rights", &[]);
        assert_eq!(
            Refusal::of(move_to(&both, ours, other).await).await,
            refused,
            "the other provider's administrators may more than the clerk can hand on"
        );
        let quiet = create(&operator, platform.platform, "Quiet").await;
        let wide = with_role(&platform, "wide@example.net", &[quiet], Permissions::all()).await;
        drop(wide);
        let system = platform.state.store.system("test").await.unwrap();
        let person = system.person_by_email(&"wide@example.net".parse().unwrap()).await.unwrap().unwrap();
        let role = system.create_role(platform.provider, &label("clerk"), clerk).await.unwrap();
        system.grant(person.id, platform.provider, cordboard_types::RoleName::Custom(role)).await.unwrap();
        system.commit().await.unwrap();
        let wide = platform.browser().sign_in("wide@example.net").await;
        let answer = move_to(&wide, ours, quiet).await;
        assert_eq!(Refusal::of(answer).await, refused, "who moves would come to more");
    })
    .await;
}

#[tokio::test]
async fn a_role_of_the_former_provider_stays_as_it_was() {
    Platform::on_each(async |platform| {
        let operator = platform.person("op@example.net", platform.platform, Role::PlatformOperator).await;
        let other = create(&operator, platform.platform, "Other").await;
        let ours = platform.customer("Ours").await;
        let reads: Permissions = [Permission::UsersRead].into_iter().collect();
        let system = platform.state.store.system("test").await.unwrap();
        let role = system.create_role(platform.provider, &label("Reader"), reads).await.unwrap();
        let hash = cordboard_server::services::passwords::hash(PASSWORD).unwrap();
        let email = "reader@example.net".parse().unwrap();
        let person = system.create_person(&email, &label("Reader"), &hash).await.unwrap();
        system.grant(person, ours.into(), cordboard_types::RoleName::Custom(role)).await.unwrap();
        system.commit().await.unwrap();
        let reader = platform.browser().sign_in("reader@example.net").await;
        assert_eq!(move_to(&operator, ours, other).await.status(), 200);
        let system = platform.state.store.system("test").await.unwrap();
        system.change_role(role, 1, &label("Reader"), Permissions::all()).await.unwrap();
        system.commit().await.unwrap();
        assert_eq!(reader.get(&format!("/api/v1/customers/{ours}/users")).await.status(), 200);
        assert_eq!(reader.get(&format!("/api/v1/customers/{ours}/devices")).await.status(), 403);
        let roles = operator.read(&format!("{}/roles", node(ours))).await;
        assert!(names_of_made(&roles).contains(&"Reader".to_owned()), "{roles}");
    })
    .await;
}

fn names_of_made(roles: &Value) -> Vec<String> {
    let items = roles["items"].as_array().unwrap();
    items.iter().filter_map(|role| role["name"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn an_empty_site_can_be_removed() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let second = office.create("/sites", &json!({ "name": "Branch" })).await;
        assert_eq!(
            (text(&second["country"]), text(&second["time_zone"])),
            ("CH".into(), "Europe/Zurich".into())
        );
        let path = format!("/sites/{}", text(&second["id"]));
        let body = json!({ "name": "Anna", "extension": "201", "site": second["id"] });
        let user = office.create("/users", &body).await;
        assert_eq!(Refusal::of(office.delete(&path).await).await, Refusal::new(409, "in_use", &[]));
        assert_eq!(office.delete(&format!("/users/{}", text(&user["id"]))).await.status(), 204);
        assert_eq!(office.post(&format!("{path}/enrolments"), &json!({})).await.status(), 201);
        assert_eq!(office.delete(&path).await.status(), 204);
        assert_eq!(office.items("/sites").await.len(), 1);
        assert_eq!(office.request(Method::GET, &path).send().await.unwrap().status(), 404);
    })
    .await;
}
