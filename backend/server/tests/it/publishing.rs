//! From the open change set to releases.

use serde_json::{Value, json};

use crate::{
    office::{Office, Refusal, YEALINK, text},
    support::Platform,
};

fn target<'a>(targets: &'a [Value], kind: &str) -> &'a Value {
    targets.iter().find(|target| target["kind"] == kind).unwrap()
}

#[tokio::test]
async fn a_phone_without_a_registrar_waits_while_the_site_is_published() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let device = office.phone(YEALINK, &line, None).await;
        let targets = office.publish().await;
        assert_eq!(target(&targets, "device")["error"], "registrar_unknown");
        assert_eq!(
            (&target(&targets, "site")["error"], target(&targets, "site")["changed"].as_bool()),
            (&Value::Null, Some(true))
        );
        let path = format!("/devices/{}", text(&device["id"]));
        assert_eq!(office.get(&path).await["status"]["word"], "draft");
        assert_eq!(office.items("/changes").await.len(), 1, "the phone's change is still open");
        office.set_registrar("pbx.example.net").await;
        let targets = office.publish().await;
        assert_eq!(target(&targets, "device")["changed"], true);
        assert_eq!(office.get(&path).await["status"]["word"], "pending");
        assert!(office.items("/changes").await.is_empty());
        let refused = office.refused("/releases", &json!({})).await;
        assert_eq!(refused, Refusal::new(422, "nothing_to_publish", &[]));
    })
    .await;
}

// proves
#[tokio::test]
async fn a_new_name_is_a_draft_for_every_device_of_the_line_until_it_is_published() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.set_registrar("pbx.example.net").await;
        let user = office.user("Anna Muster", "201").await;
        let other = office.user("Berta Beispiel", "202").await;
        let mut paths = Vec::new();
        for line in [&user["line"], &user["line"], &other["line"]] {
            let device = office.phone(YEALINK, line, None).await;
            paths.push(format!("/devices/{}", text(&device["id"])));
        }
        office.publish().await;
        let files = async |path: &String| office.get(&format!("{path}/files")).await.to_string();
        let before = (files(&paths[0]).await, files(&paths[2]).await);
        assert!(before.0.contains("Anna Muster") && before.0.contains("pbx.example.net"));
        let change = json!({ "name": "Anna Neu" });
        assert_eq!(office.change(&format!("/users/{}", text(&user["id"])), &change).await.status(), 200);
        for (path, word) in [(&paths[0], "draft"), (&paths[1], "draft"), (&paths[2], "pending")] {
            assert_eq!(office.get(path).await["status"]["word"], word);
        }
        assert_eq!(files(&paths[0]).await, before.0, "saving alone changes no file");
        let change = &office.items("/changes").await[0];
        assert_eq!((change["name"].as_str(), change["targets"].as_u64()), (Some("Anna Neu"), Some(3)));
        assert_eq!(office.publish().await.len(), 3);
        assert!(files(&paths[1]).await.contains("Anna Neu"));
        assert_eq!(files(&paths[2]).await, before.1, "A-006: the other line's phone is untouched");
        let releases = office.items(&format!("{}/releases", paths[0])).await;
        assert_eq!(
            releases.iter().map(|release| release["number"].as_u64().unwrap()).collect::<Vec<_>>(),
            [2, 1]
        );
        assert_eq!(releases[0]["author"], "ours@example.net");
    })
    .await;
}

#[tokio::test]
async fn selected_targets_are_published_and_unknown_ones_are_named() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.set_registrar("pbx.example.net").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let first = office.phone(YEALINK, &line, None).await;
        let second = office.phone(YEALINK, &line, None).await;
        let only = office.create("/releases", &json!({ "targets": [first["id"]] })).await;
        assert_eq!(only["targets"].as_array().unwrap().len(), 1);
        let word = async |device: &Value| {
            text(&office.get(&format!("/devices/{}", text(&device["id"]))).await["status"]["word"])
        };
        assert_eq!((word(&first).await.as_str(), word(&second).await.as_str()), ("pending", "draft"));
        for unknown in [uuid::Uuid::nil().to_string(), "nonsense".to_owned()] {
            let body = json!({ "targets": [second["id"], unknown] });
            let at = [("/targets/1", "unknown_reference")];
            assert_eq!(office.refused("/releases", &body).await, Refusal::new(422, "unknown_reference", &at));
        }
        assert_eq!(word(&second).await, "draft");
    })
    .await;
}

// proves A-042
#[tokio::test]
async fn a_rotation_makes_no_release() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.set_registrar("pbx.example.net").await;
        let line = office.user("Anna", "201").await["line"].clone();
        let device = office.phone(YEALINK, &line, None).await;
        office.publish().await;
        let path = format!("/devices/{}", text(&device["id"]));
        let before = office.get(&format!("{path}/releases")).await;
        let sets = office.get(&format!("/lines/{}/credentials", text(&line))).await;
        office.create(&format!("{path}/access-key-rotations"), &json!({})).await;
        assert_eq!(office.get(&format!("/lines/{}/credentials", text(&line))).await, sets);
        office.create(&format!("/lines/{}/credential-rotations", text(&line)), &json!({})).await;
        assert_eq!(office.get(&format!("{path}/releases")).await, before);
        assert!(office.items("/changes").await.is_empty());
        assert_eq!(office.get(&path).await["status"]["word"], "pending");
    })
    .await;
}

/// Saving and publishing at the same time: whichever is later, the last name is in the files in the end.
#[tokio::test(flavor = "multi_thread")]
async fn no_save_is_lost_beside_a_publish() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.set_registrar("pbx.example.net").await;
        let user = office.user("Name 0", "201").await;
        let device = office.phone(YEALINK, &user["line"], None).await;
        let path = format!("/users/{}", text(&user["id"]));
        for round in 1..=8 {
            let name = json!({ "name": format!("Name {round}") });
            let nothing = json!({});
            let (saved, _, _) = tokio::join!(
                office.change(&path, &name),
                office.post("/releases", &nothing),
                office.post("/releases", &nothing)
            );
            assert_eq!(saved.status(), 200);
            office.post("/releases", &nothing).await;
            let files = office.get(&format!("/devices/{}/files", text(&device["id"]))).await.to_string();
            assert!(files.contains(&format!("Name {round}")), "{files}");
            assert!(office.items("/changes").await.is_empty());
        }
    })
    .await;
}
