//! What a person may do because of the PBX user they are: one engine for roles and groups.

use cordboard_domain::access::{Action, Target, authorize};
use cordboard_server::http::session;
use cordboard_store::{System, invitations::NewInvitation};
use cordboard_types::{Email, Feature, GroupId, Locale, PersonId, Role};
use reqwest::Method;
use serde_json::{Value, json};

use super::{at, group};
use crate::{
    office::{Office, Refusal, text},
    support::{Browser, PASSWORD, Platform, label},
};

async fn system(platform: &Platform) -> System {
    platform.state.store.system("test").await.unwrap()
}

/// Somebody with the role `user` at the customer: by themselves they may nothing.
async fn somebody(platform: &Platform, office: &Office, email: &str) -> (PersonId, Browser) {
    let browser = platform.person(email, office.id.into(), Role::User).await;
    let email = Email::parse(email).unwrap();
    let person = system(platform).await.person_by_email(&email).await.unwrap().unwrap();
    (person.id, browser)
}

/// A group with some modules shown to its members.
async fn delegates(office: &Office, name: &str, modules: &[&str]) -> Value {
    let gui = office.create("/gui-groups", &json!({ "name": name })).await;
    let on = json!({ "on": modules });
    assert_eq!(office.change(&at("gui-groups", &gui), &on).await.status(), 200);
    let made = office.create("/groups", &json!({ "name": name })).await;
    let grants = format!("{}/grants", at("groups", &made));
    office.create(&grants, &json!({ "feature": "show-gui", "gui_group": gui["id"] })).await;
    made
}

const USERS: &[&str] = &["administration", "users-and-functions", "users"];
const GROUPS: &[&str] =
    &["administration", "users-and-functions", "users", "authorisation", "authorisation-groups", "web-gui"];

async fn join(office: &Office, group: &Value, user: &Value) -> u16 {
    let path = format!("{}/members", at("groups", group));
    office.post(&path, &json!({ "users": [user["id"]] })).await.status().as_u16()
}

// proves P-021, P-022
#[tokio::test]
async fn a_linked_person_may_what_the_modules_of_their_user_need_and_no_more() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let (person, browser) = somebody(&platform, &office, "anna@example.org").await;
        let anna = office.user("Anna", "201").await;
        let path = format!("/users/{}", text(&anna["id"]));
        let status = async |place: &str| browser.get(&office.path(place)).await.status().as_u16();
        assert_eq!(status("/users").await, 403);
        let made = delegates(&office, "Helpers", USERS).await;
        assert_eq!(join(&office, &made, &anna).await, 204);
        assert_eq!(status("/users").await, 403, "nobody is behind the user yet");
        assert_eq!(office.change(&path, &json!({ "person": person })).await.status(), 200);
        assert_eq!((status("/users").await, status("/devices").await), (200, 403));
        let whoami: Value = browser.get("/api/v1/sessions/current").await.json().await.unwrap();
        assert!(whoami["memberships"].to_string().contains("users:write"), "{whoami}");
        // The page is seen; the right on the telephone is another matter.
        let principal = system(&platform).await.principal(person).await.unwrap();
        let all: GroupId = text(&group(&office, "All Users").await["id"]).parse().unwrap();
        let may = |feature| authorize(&principal, Action::Use(feature), Target::Member(&[all]));
        assert!(may(Feature::GroupPickup) && !may(Feature::RedirectCall));
        assert_eq!(office.change(&path, &json!({ "person": null })).await.status(), 200);
        assert_eq!(status("/users").await, 403);
    })
    .await;
}

#[tokio::test]
async fn a_link_is_worth_nothing_without_a_role_in_the_customer() {
    Platform::on_each(async |platform| {
        let (office, other) = (Office::new(&platform, "Ours").await, Office::new(&platform, "Theirs").await);
        let (person, browser) = somebody(&platform, &office, "anna@example.org").await;
        let (stranger, _) = somebody(&platform, &other, "berta@example.org").await;
        let anna = office.user("Anna", "201").await;
        let path = format!("/users/{}", text(&anna["id"]));
        let made = delegates(&office, "Helpers", USERS).await;
        assert_eq!(join(&office, &made, &anna).await, 204);
        let refused = Refusal::of(office.change(&path, &json!({ "person": stranger })).await).await;
        assert_eq!(refused, Refusal::new(422, "unknown_reference", &[("/person", "unknown_reference")]));
        assert_eq!(office.change(&path, &json!({ "person": person })).await.status(), 200);
        assert_eq!(browser.get(&office.path("/users")).await.status(), 200);
        assert_eq!(browser.get(&other.path("/users")).await.status(), 404);
        let system = system(&platform).await;
        system.revoke(person, office.id.into(), Role::User.into()).await.unwrap();
        system.commit().await.unwrap();
        assert_eq!(browser.get(&office.path("/users")).await.status(), 404);
    })
    .await;
}

/// An invitation whose link the test knows.
async fn invite(platform: &Platform, office: &Office, by: PersonId, email: &str) -> &'static str {
    let system = system(platform).await;
    let new = NewInvitation {
        node: office.id.into(),
        email: Email::parse(email).unwrap(),
        name: label("Somebody"),
        role: Role::User.into(),
        locale: Locale::En,
        token: session::hash("the link"),
        by,
        by_name: "Boss".into(),
        expires_at: system.now().plus(60_000),
    };
    system.create_invitation(&new).await.unwrap();
    system.commit().await.unwrap();
    "the link"
}

async fn administrator(platform: &Platform) -> PersonId {
    let email = Email::parse("ours@example.net").unwrap();
    system(platform).await.person_by_email(&email).await.unwrap().unwrap().id
}

#[tokio::test]
async fn who_accepts_an_invitation_is_behind_the_users_with_their_address() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let boss = administrator(&platform).await;
        let user = json!({ "extension": "201", "email": "anna@example.org" });
        let anna = office.create("/users", &user).await;
        let other = office.create("/users", &json!({ "extension": "202", "email": "ben@example.org" })).await;
        let token = invite(&platform, &office, boss, "anna@example.org").await;
        let accepted = json!({ "token": token, "password": PASSWORD });
        let response = platform.browser().post("/api/v1/invitation-acceptances", &accepted).await;
        assert_eq!(response.status(), 204);
        let email = Email::parse("anna@example.org").unwrap();
        let person = system(&platform).await.person_by_email(&email).await.unwrap().unwrap().id;
        let linked = office.get(&format!("/users/{}", text(&anna["id"]))).await["person"].clone();
        assert_eq!(linked, json!(person));
        assert_eq!(office.get(&format!("/users/{}", text(&other["id"]))).await["person"], Value::Null);
    })
    .await;
}

#[tokio::test]
async fn nobody_gives_more_than_they_may_themselves() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let (person, browser) = somebody(&platform, &office, "anna@example.org").await;
        let anna = office.user("Anna", "201").await;
        let path = format!("/users/{}", text(&anna["id"]));
        let made = delegates(&office, "Group keepers", GROUPS).await;
        assert_eq!(join(&office, &made, &anna).await, 204);
        assert_eq!(office.change(&path, &json!({ "person": person })).await.status(), 200);
        let keeper = Office { id: office.id, browser };
        let guis = keeper.items("/gui-groups").await;
        let admin_gui = guis.iter().find(|gui| gui["standard"] == "new-admin-gui").unwrap();
        let beyond = Refusal::new(403, "beyond_own_rights", &[]);
        let show = json!({ "feature": "show-gui", "gui_group": admin_gui["id"] });
        let grants = format!("{}/grants", at("groups", &made));
        assert_eq!(keeper.refused(&grants, &show).await, beyond, "a grant of more modules");
        let own_gui = guis.iter().find(|gui| gui["name"] == "Group keepers").unwrap();
        let more = json!({ "on": ["people"] });
        let changed = keeper.change(&at("gui-groups", own_gui), &more).await;
        assert_eq!(Refusal::of(changed).await, beyond, "more modules in a group of one's own");
        let admins = group(&keeper, "Admins").await;
        let join = format!("{}/members", at("groups", &admins));
        let anna = json!({ "users": [anna["id"]] });
        assert_eq!(Refusal::of(keeper.post(&join, &anna).await).await, beyond, "a stronger group");
        let mut ids: Vec<_> = keeper.get(&format!("{path}/groups")).await["groups"]
            .as_array()
            .unwrap()
            .iter()
            .map(|group| group["id"].clone())
            .collect();
        ids.push(admins["id"].clone());
        let changed = keeper.change(&format!("{path}/groups"), &json!({ "groups": ids })).await;
        assert_eq!(Refusal::of(changed).await, beyond, "the same from the user's side");
        let admin = keeper.refused("/users", &json!({ "login": "admin", "extension": "10" })).await;
        assert_eq!(admin, beyond, "the administrator's user");
        assert_eq!(office.items("/users").await.len(), 1);
        office.create("/users", &json!({ "login": "admin", "extension": "10" })).await;
        let admin = format!("/users/{}", text(&office.items("/users").await[0]["id"]));
        let taken = keeper.change(&admin, &json!({ "person": person })).await;
        assert_eq!(Refusal::of(taken).await, beyond, "somebody stronger's user");
        let mailed = keeper.change(&admin, &json!({ "email": "anna@example.org" })).await;
        assert_eq!(Refusal::of(mailed).await, beyond);
        office
            .create(&format!("{}/grants", at("groups", &group(&office, "All invisible users").await)), &show)
            .await;
        let hidden = keeper.change(&path, &json!({ "hidden": true })).await;
        assert_eq!(Refusal::of(hidden).await, beyond, "a group that follows from a switch");
        assert_eq!(keeper.request(Method::GET, "/people").send().await.unwrap().status(), 404);
    })
    .await;
}
