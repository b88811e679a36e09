//! Groups of the telephone system in the PBX's two layers, through the API.

mod rights;

use cordboard_types::{Feature, Module};
use reqwest::{Method, Response};
use serde_json::{Value, json};

use crate::{
    office::{Office, Refusal, text},
    support::Platform,
};

/// The group with a name.
async fn group(office: &Office, name: &str) -> Value {
    let groups = office.items("/groups?size=200").await;
    groups.into_iter().find(|group| group["name"] == name).unwrap()
}

/// A group's path.
fn at(kind: &str, group: &Value) -> String {
    format!("/{kind}/{}", text(&group["id"]))
}

/// Sends a whole resource at the version another path shows.
async fn put(office: &Office, path: &str, versioned: &str, body: &Value) -> Response {
    let version = office.get(versioned).await["version"].as_i64().unwrap();
    let request = office.request(Method::PUT, path).header("if-match", format!("\"{version}\""));
    request.json(body).send().await.unwrap()
}

async fn members(office: &Office, path: &str) -> Vec<String> {
    office.items(&format!("{path}/members")).await.iter().map(|member| text(&member["extension"])).collect()
}

// proves P-073, P-074, P-075
#[tokio::test]
async fn six_groups_are_there_from_the_start_and_stay() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let groups = office.items("/groups").await;
        let mut names: Vec<_> = groups.iter().map(|group| text(&group["name"])).collect();
        names.sort();
        let six =
            ["Admins", "All Hosts", "All Queues", "All Users", "All invisible users", "All visible users"];
        assert_eq!(names, six);
        for group in &groups {
            let path = at("groups", group);
            let predefined = Refusal::new(409, "predefined", &[]);
            assert_eq!(Refusal::of(office.delete(&path).await).await, predefined, "{}", group["name"]);
            let renamed = office.change(&path, &json!({ "name": "Mine" })).await;
            assert_eq!(Refusal::of(renamed).await, predefined);
        }
        let all = group(&office, "All Users").await;
        let grants = office.items(&format!("{}/grants", at("groups", &all))).await;
        let pickup = grants.iter().find(|grant| grant["feature"] == "group-pickup").unwrap();
        assert_eq!(pickup["target"], all["id"]);
        assert!(grants.iter().any(|grant| grant["target_name"] == "New user GUI"));
    })
    .await;
}

// proves P-053, P-056
#[tokio::test]
async fn standard_memberships_follow_from_the_user() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let anna = office.user("Anna", "201").await;
        office.user("Ben", "202").await;
        let (all, visible, hidden) = (
            group(&office, "All Users").await,
            group(&office, "All visible users").await,
            group(&office, "All invisible users").await,
        );
        let path = format!("/users/{}", text(&anna["id"]));
        assert_eq!(office.change(&path, &json!({ "hidden": true })).await.status(), 200);
        assert_eq!(members(&office, &at("groups", &all)).await, ["201", "202"]);
        assert_eq!(members(&office, &at("groups", &visible)).await, ["202"]);
        assert_eq!(members(&office, &at("groups", &hidden)).await, ["201"]);
        assert_eq!(group(&office, "All visible users").await["members"], 1);
        let predefined = Refusal::new(409, "predefined", &[]);
        let own = format!("{path}/groups");
        let refused = office.change(&own, &json!({ "groups": [] })).await;
        assert_eq!(Refusal::of(refused).await, predefined);
        let leave = format!("{}/members/{}", at("groups", &all), text(&anna["id"]));
        let response = office.request(Method::DELETE, &leave).send().await.unwrap();
        assert_eq!(Refusal::of(response).await, predefined);
        let join = format!("{}/members", at("groups", &visible));
        let response = office.post(&join, &json!({ "users": [anna["id"]] })).await;
        assert_eq!(Refusal::of(response).await, predefined);
    })
    .await;
}

// proves P-070
#[tokio::test]
async fn a_group_takes_members_of_its_kind() {
    Platform::on_each(async |platform| {
        let (ours, theirs) = (Office::new(&platform, "Ours").await, Office::new(&platform, "Theirs").await);
        let anna = ours.user("Anna", "201").await;
        let foreign = theirs.user("Berta", "201").await;
        let local = ours.create("/groups", &json!({ "name": "Local" })).await;
        let queues = ours.create("/groups", &json!({ "name": "Hotlines", "kind": "queue" })).await;
        let join = async |group: &Value, user: &Value| {
            ours.post(&format!("{}/members", at("groups", group)), &json!({ "users": [user["id"]] })).await
        };
        let unknown = Refusal::new(422, "unknown_reference", &[("/users", "unknown_reference")]);
        assert_eq!(Refusal::of(join(&queues, &anna).await).await, unknown);
        assert_eq!(Refusal::of(join(&local, &foreign).await).await, unknown);
        assert_eq!(join(&local, &anna).await.status(), 204);
        assert_eq!(join(&local, &anna).await.status(), 204, "twice is once");
        assert_eq!(members(&ours, &at("groups", &local)).await, ["201"]);
        let again = ours.refused("/groups", &json!({ "name": "Local" })).await;
        assert_eq!(again, Refusal::new(422, "name_taken", &[("/name", "name_taken")]));
        assert_eq!(ours.delete(&at("groups", &local)).await.status(), 204);
        assert_eq!(ours.get(&format!("/users/{}", text(&anna["id"]))).await["name"], "Anna");
    })
    .await;
}

// proves P-071, P-072
#[tokio::test]
async fn every_right_may_be_granted_on_several_targets() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let boss = office.create("/groups", &json!({ "name": "Boss" })).await;
        let desk = office.create("/groups", &json!({ "name": "Secretary" })).await;
        let gui = office.items("/gui-groups").await[1].clone();
        let path = format!("{}/grants", at("groups", &boss));
        for feature in Feature::ALL {
            let show = *feature == Feature::ShowGui;
            let body = if show {
                json!({ "feature": feature, "gui_group": gui["id"] })
            } else {
                json!({ "feature": feature, "target": desk["id"] })
            };
            office.create(&path, &body).await;
        }
        office.create(&path, &json!({ "feature": "call-pickup", "target": boss["id"] })).await;
        assert_eq!(office.items(&path).await.len(), 32);
        let twice = office.refused(&path, &json!({ "feature": "call-pickup", "target": boss["id"] })).await;
        assert_eq!((twice.status, twice.code.as_str()), (409, "conflict"));
        for (body, pointer, code) in [
            (json!({ "feature": "call-pickup" }), "/target", "empty"),
            (json!({ "feature": "show-gui" }), "/gui_group", "empty"),
            (json!({ "feature": "show-gui", "target": desk["id"] }), "/target", "choice"),
            (json!({ "feature": "intercom", "gui_group": gui["id"] }), "/gui_group", "choice"),
        ] {
            assert_eq!(office.refused(&path, &body).await, Refusal::new(422, "invalid", &[(pointer, code)]));
        }
        let first = text(&office.items(&path).await[0]["id"]);
        let gone = office.request(Method::DELETE, &format!("{path}/{first}")).send().await.unwrap();
        assert_eq!(gone.status(), 204);
        assert_eq!(office.delete(&at("groups", &desk)).await.status(), 204);
        assert_eq!(office.items(&path).await.len(), 2, "what was granted on a group goes with it");
    })
    .await;
}

// proves P-055
#[tokio::test]
async fn a_user_is_told_each_right_and_where_it_comes_from() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let anna = office.user("Anna", "201").await;
        let desk = office.create("/groups", &json!({ "name": "Secretary" })).await;
        let path = at("groups", &desk);
        office
            .create(&format!("{path}/grants"), &json!({ "feature": "redirect-call", "target": desk["id"] }))
            .await;
        let of = format!("/users/{}/permissions", text(&anna["id"]));
        assert_eq!(office.items(&of).await.len(), 2, "those of all users");
        let response = office.post(&format!("{path}/members"), &json!({ "users": [anna["id"]] })).await;
        assert_eq!(response.status(), 204);
        let rights = office.items(&of).await;
        let told = |feature: &str| {
            let right = rights.iter().find(|right| right["feature"] == feature).unwrap();
            (text(&right["target_name"]), text(&right["from_name"]))
        };
        assert_eq!(told("redirect-call"), ("Secretary".to_owned(), "Secretary".to_owned()));
        assert_eq!(told("group-pickup"), ("All Users".to_owned(), "All Users".to_owned()));
        assert_eq!(told("show-gui"), ("New user GUI".to_owned(), "All Users".to_owned()));
    })
    .await;
}

// proves P-065, P-066
#[tokio::test]
async fn pickup_members_are_the_same_from_both_sides() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let (anna, ben) = (office.user("Anna", "201").await, office.user("Ben", "202").await);
        let sales = office.create("/pickup-groups", &json!({ "name": "Sales" })).await;
        let books = office.create("/pickup-groups", &json!({ "name": "Bookkeeping" })).await;
        assert_eq!(
            (&sales["number"], &books["number"], &sales["members"]),
            (&json!(1), &json!(2), &json!(0))
        );
        let path = at("pickup-groups", &sales);
        let both = json!({ "users": [anna["id"], ben["id"], anna["id"]] });
        let response = put(&office, &format!("{path}/members"), &path, &both).await;
        assert_eq!(response.status(), 200);
        assert_eq!(members(&office, &path).await, ["201", "202"]);
        let of = format!("/users/{}/groups", text(&anna["id"]));
        assert_eq!(office.get(&of).await["pickup_groups"][0]["name"], "Sales");
        let moved = office.change(&of, &json!({ "pickup_groups": [books["id"]] })).await;
        assert_eq!(moved.status(), 200);
        assert_eq!(members(&office, &path).await, ["202"]);
        assert_eq!(members(&office, &at("pickup-groups", &books)).await, ["201"]);
        assert_eq!(office.delete(&path).await.status(), 204);
        let third = office.create("/pickup-groups", &json!({ "name": "Sales", "number": 7 })).await;
        assert_eq!(third["number"], 7);
        let taken = office.refused("/pickup-groups", &json!({ "name": "X", "number": 7 })).await;
        assert_eq!(taken, Refusal::new(422, "number_taken", &[("/number", "number_taken")]));
    })
    .await;
}

// proves P-067, P-068, P-069
#[tokio::test]
async fn a_hunt_group_rings_its_members_in_order() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let (anna, ben) = (office.user("Anna", "201").await, office.user("Ben", "202").await);
        let body =
            json!({ "extension": "444", "title": "Reception", "group_busy": true, "door_intercom": true });
        let hunt = office.create("/hunt-groups", &body).await;
        assert_eq!(
            (hunt["shown_name"].as_str(), hunt["strategy"].as_str()),
            (Some("Reception"), Some("linear"))
        );
        let path = at("hunt-groups", &hunt);
        let order = json!({ "members": [{ "user": ben["id"] }, { "user": anna["id"], "timeout_s": 20 }] });
        assert_eq!(put(&office, &format!("{path}/members"), &path, &order).await.status(), 200);
        assert_eq!(members(&office, &path).await, ["202", "201"]);
        let first = office.items(&format!("{path}/members")).await[0].clone();
        assert_eq!(first["timeout_s"], 5);
        let turned = json!({ "members": [{ "user": anna["id"] }, { "user": ben["id"] }] });
        assert_eq!(put(&office, &format!("{path}/members"), &path, &turned).await.status(), 200);
        assert_eq!(members(&office, &path).await, ["201", "202"]);
        let taken = Refusal::new(422, "extension_taken", &[("/extension", "extension_taken")]);
        let user = json!({ "name": "C", "extension": "444" });
        assert_eq!(office.refused("/users", &user).await, taken, "one number space");
        let other = json!({ "extension": "201", "title": "Other" });
        assert_eq!(office.refused("/hunt-groups", &other).await, taken);
        let parallel = json!({ "extension": "445", "title": "Reception", "strategy": "parallel" });
        let changed: Value = put(&office, &path, &path, &parallel).await.json().await.unwrap();
        assert_eq!((changed["extension"].as_str(), &changed["members"]), (Some("445"), &json!(2)));
        assert_eq!(office.delete(&path).await.status(), 204);
    })
    .await;
}

// proves P-076, P-077, P-078, P-079
#[tokio::test]
async fn modules_hang_on_their_parents() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let predefined = office.items("/gui-groups").await;
        let total = Module::ALL.len();
        assert_eq!((&predefined[0]["enabled"], &predefined[0]["total"]), (&json!(total), &json!(total)));
        assert_eq!(predefined[1]["name"], "New user GUI");
        let gone = Refusal::of(office.delete(&at("gui-groups", &predefined[0])).await).await;
        assert_eq!(gone, Refusal::new(409, "predefined", &[]));
        let mine = office.create("/gui-groups", &json!({ "name": "My GUI" })).await;
        let path = at("gui-groups", &mine);
        assert_eq!((&mine["enabled"], &mine["modules"]), (&json!(2), &json!(["log-in", "log-out"])));
        let refused = Refusal::of(office.change(&path, &json!({ "on": ["users"] })).await).await;
        assert_eq!(refused, Refusal::new(422, "parent_module_off", &[("/on", "parent_module_off")]));
        let branch = json!({ "on": ["administration", "users-and-functions", "users", "user-import"] });
        let changed: Value = office.change(&path, &branch).await.json().await.unwrap();
        assert_eq!(changed["enabled"], 6);
        let off: Value =
            office.change(&path, &json!({ "off": ["users-and-functions"] })).await.json().await.unwrap();
        assert_eq!(off["modules"], json!(["log-in", "log-out", "administration"]));
        let refused = Refusal::of(office.change(&path, &json!({ "off": ["log-out"] })).await).await;
        assert_eq!(refused, Refusal::new(422, "module_needed", &[("/off", "module_needed")]));
        assert_eq!(office.delete(&path).await.status(), 204);
    })
    .await;
}
