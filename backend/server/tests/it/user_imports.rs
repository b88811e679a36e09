//! Users from a file and into one (003 §Gebruikers importeren).

use std::time::Duration;

use cordboard_server::services::imports;
use cordboard_store::{imports::RowState, jobs::JobState, users::pin};
use cordboard_types::Email;
use reqwest::{Method, Response};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::{
    office::{Office, Refusal, text},
    support::Platform,
};

const HEAD: &str = "User;Extension;First name;Last name;PIN;Voicemail box;E-mail;Language;Internal CLIP;External CLIP;\
    Hide in contacts;To operator;Operator extension;Pickup group;Hunt group\n";
const SUSI: &str = "susi;14;Susan;Brown;12345;14;susan@company.org;English;111;;no;no;;1;444\n";
const BEN: &str =
    "ben;15;Ben;Smith;54321;15,16;ben@company.org;Dutch;222,223;+31 20 555;yes;yes;10;none;none\n";

async fn send(office: &Office, query: &str, file: impl Into<reqwest::Body>) -> Response {
    let request = office.request(Method::POST, &format!("/user-imports?{query}"));
    request.header("content-type", "text/csv").body(file).send().await.unwrap()
}

async fn upload(office: &Office, query: &str, file: impl Into<reqwest::Body>) -> Value {
    let response = send(office, query, file).await;
    let status = response.status();
    let answer: Value = response.json().await.unwrap();
    assert_eq!(status, 201, "{answer}");
    answer
}

/// Does something to an import and waits until it has ended.
async fn ended(platform: &Platform, office: &Office, import: &Value, act: &str, body: &Value) -> Value {
    let mut notices = platform.state.store.notices();
    let path = format!("/user-imports/{}", text(&import["id"]));
    let response = office.post(&format!("{path}/{act}"), body).await;
    assert!(response.status().is_success(), "{}", response.text().await.unwrap());
    loop {
        let now = office.get(&path).await;
        if ["done", "cancelled", "failed"].contains(&now["state"].as_str().unwrap()) {
            return now;
        }
        timeout(Duration::from_secs(30), notices.recv()).await.unwrap().unwrap();
    }
}

fn good() -> Value {
    json!({ "mode": "good_rows" })
}

fn reasons(import: &Value) -> Vec<(u64, String, String)> {
    let rows = import["bad_rows"].as_array().unwrap().iter();
    let of = |row: &Value| {
        let problems = row["problems"].as_array().unwrap().clone();
        let line = row["line"].as_u64().unwrap();
        problems.into_iter().map(move |problem| (line, text(&problem["pointer"]), text(&problem["code"])))
    };
    rows.flat_map(of).collect()
}

// proves P-057, P-058, P-059, P-060, P-063
#[tokio::test]
async fn a_file_is_shown_first_and_then_becomes_users() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let file = format!("{HEAD}{SUSI}{BEN}");
        let preview = upload(&office, "separator=semicolon&header=true", file).await;
        assert_eq!(
            (&preview["state"], &preview["total"], &preview["bad"]),
            (&json!("ready"), &json!(2), &json!(0))
        );
        let missing = json!([{ "kind": "pickup", "name": "1" }, { "kind": "hunt", "name": "444" }]);
        assert_eq!((&preview["missing_groups"], &preview["mode"]), (&missing, &Value::Null));
        assert!(office.items("/users").await.is_empty(), "nothing is written yet");
        let body = json!({ "mode": "all_or_nothing", "create_groups": true });
        let done = ended(&platform, &office, &preview, "start", &body).await;
        assert_eq!((&done["state"], &done["done"]), (&json!("done"), &json!(2)), "{done}");
        assert_eq!(done["mode"], "all_or_nothing");
        let users = office.items("/users").await;
        let susi = &users[0];
        assert_eq!((susi["login"].as_str(), susi["name"].as_str()), (Some("susi"), Some("Susan Brown")));
        let ben = &users[1];
        assert_eq!((&ben["hidden"], &ben["operator_extension"]), (&json!(true), &json!("10")));
        assert_eq!((&ben["clip_external"], &ben["language"]), (&json!(["+3120555"]), &json!("nl")));
        let groups = office.get(&format!("/users/{}/groups", text(&susi["id"]))).await;
        assert_eq!(
            (&groups["pickup_groups"][0]["number"], &groups["hunt_groups"][0]["extension"]),
            (&json!(1), &json!("444"))
        );
        let tenant = platform.state.store.read(office.id).await.unwrap();
        let id = text(&susi["id"]).parse().unwrap();
        assert_eq!(tenant.secret(pin(id)).await.unwrap().0.as_str(), "12345");
        assert_eq!(office.items(&format!("/lines/{}/credentials", text(&susi["line"]))).await.len(), 1);
        let changes = office.items("/changes").await;
        let imports: Vec<_> = changes.iter().filter(|change| change["resource"] == "user_import").collect();
        assert_eq!((imports.len(), &imports[0]["name"], &imports[0]["targets"]), (1, &json!("2"), &json!(1)));
        assert!(!changes.iter().any(|change| change["resource"] == "user"), "one change for all of them");
    })
    .await;
}

// proves P-058, P-059
#[tokio::test]
async fn encodings_separators_and_headers() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let latin = b"jurg,14,J\xFCrg,,123,,,,,,,,,,\n".to_vec();
        let refused = Refusal::of(send(&office, "", latin.clone()).await).await;
        assert_eq!(refused, Refusal::new(422, "wrong_encoding", &[("/encoding", "wrong_encoding")]));
        let read = upload(&office, "encoding=iso", latin).await;
        ended(&platform, &office, &read, "start", &good()).await;
        assert_eq!(office.items("/users").await[0]["first_name"], "Jürg");
        let tabs = BEN.replace(';', "\t").replace("ben", "bea").replace("15", "17");
        assert_eq!(upload(&office, "separator=tab", tabs).await["bad"], 0);
        let without = upload(&office, "separator=semicolon", format!("{HEAD}{BEN}")).await;
        assert_eq!((&without["total"], &without["bad"]), (&json!(2), &json!(1)), "the first line is a row");
        let json = office.post("/user-imports", &json!({})).await;
        assert_eq!(Refusal::of(json).await, Refusal::new(415, "unsupported_media_type", &[]));
        let huge = send(&office, "", vec![b'a'; 8 * 1024 * 1024 + 1]).await;
        assert_eq!(huge.status(), 413);
    })
    .await;
}

// proves P-061, P-062, P-246
#[tokio::test]
async fn bad_rows_are_named_and_only_the_good_ones_are_stored() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.create("/users", &json!({ "login": "anna", "extension": "201" })).await;
        let file = format!(
            "{SUSI}anna;14;;;1;;;;;;;;;;\nanna;202;;;777;;;;;;;;;;\nbob;201;;;777;;;;;;;;;;\nbea;203;;;777;;;;;;;;;;Door\n\
             a;b;c;9876543210\nbea;204;;;;;;;;;;;;;\n"
        );
        let preview = upload(&office, "separator=semicolon", file).await;
        assert_eq!((&preview["total"], &preview["bad"]), (&json!(7), &json!(6)));
        let wrong = |line: u64, pointer: &str, code: &str| (line, pointer.to_owned(), code.to_owned());
        let all = [
            wrong(2, "/pin", "pin"),
            wrong(3, "/login", "login_taken"),
            wrong(4, "/extension", "extension_taken"),
            wrong(5, "/hunt_groups", "unknown_reference"),
            wrong(6, "", "column_count"),
            wrong(7, "/pin", "empty"),
        ];
        assert_eq!(reasons(&preview), all);
        let rows = format!("/user-imports/{}/rows", text(&preview["id"]));
        let bad = office.get(&format!("{rows}?only=bad&size=4")).await;
        assert_eq!(bad["items"].as_array().unwrap().len(), 4);
        let after = text(&bad["next"]);
        assert_eq!(office.items(&format!("{rows}?only=bad&size=4&after={after}")).await.len(), 2);
        let shown = office.get(&rows).await.to_string() + &preview.to_string();
        assert!(!shown.contains("12345") && !shown.contains("777") && !shown.contains("9876543210"), "no PIN: {shown}");
        let all = json!({ "mode": "all_or_nothing" });
        let start = format!("/user-imports/{}/start", text(&preview["id"]));
        assert_eq!(office.refused(&start, &all).await, Refusal::new(422, "bad_rows", &[]));
        let done = ended(&platform, &office, &preview, "start", &good()).await;
        assert_eq!((&done["done"], &done["failed"]), (&json!(1), &json!(0)));
        assert_eq!(office.items("/users").await.len(), 2);
        assert!(office.items("/pickup-groups").await.is_empty(), "groups are made only when asked for");
        assert_eq!(office.refused(&start, &good()).await, Refusal::new(409, "conflict", &[]));
        let generated = upload(&office, "separator=semicolon&generate_pins=true", "bea;204;;;;;;;;;;;;;\n").await;
        assert_eq!(generated["bad"], 0);
    })
    .await;
}

fn many(count: usize) -> String {
    (0..count)
        .map(|row| format!("user{row},{},First{row},Last{row},{},,,,,,,,,Desk,\n", 1000 + row, 4000 + row))
        .collect()
}

#[tokio::test]
async fn all_or_nothing_leaves_nothing_when_a_row_fails_meanwhile() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let preview = upload(&office, "", many(250)).await;
        office.user("In between", "1220").await;
        let body = json!({ "mode": "all_or_nothing", "create_groups": true });
        let failed = ended(&platform, &office, &preview, "start", &body).await;
        assert_eq!(
            (&failed["state"], &failed["done"], &failed["failed"]),
            (&json!("failed"), &json!(0), &json!(1))
        );
        assert_eq!(reasons(&failed), [(221, "/extension".to_owned(), "extension_taken".to_owned())]);
        assert_eq!(office.items("/users").await.len(), 1);
        assert!(office.items("/pickup-groups").await.is_empty(), "nor the groups it made");
        let preview = upload(&office, "", many(250)).await;
        assert_eq!(preview["bad"], 1);
        let done = ended(
            &platform,
            &office,
            &preview,
            "start",
            &json!({ "mode": "good_rows", "create_groups": true }),
        )
        .await;
        assert_eq!((&done["state"], &done["done"]), (&json!("done"), &json!(249)));
        assert_eq!(office.items("/pickup-groups").await[0]["members"], 249);
    })
    .await;
}

#[tokio::test]
async fn an_import_is_cancelled_before_and_while_it_works() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let preview = upload(&office, "", many(3)).await;
        let cancelled = ended(&platform, &office, &preview, "cancel", &json!({})).await;
        assert_eq!(cancelled["state"], "cancelled");
        let start = format!("/user-imports/{}/start", text(&preview["id"]));
        assert_eq!(office.refused(&start, &good()).await, Refusal::new(409, "conflict", &[]));
        // As if it had been running when somebody cancelled it.
        for (to, left) in [(JobState::Stopping, 100), (JobState::Undoing, 0)] {
            let preview = upload(&office, "", many(150)).await;
            let id = text(&preview["id"]).parse().unwrap();
            let half = half_done(&platform, &office, id).await;
            assert_eq!(office.items("/users?size=200").await.len(), 100);
            let tenant = platform.state.store.write(office.id).await.unwrap();
            let options = tenant.job(id).await.unwrap().options;
            assert!(tenant.move_job(id, half, to, &options).await.unwrap());
            tenant.commit().await.unwrap();
            imports::work_off(&platform.state).await.unwrap();
            let tenant = platform.state.store.read(office.id).await.unwrap();
            assert_eq!(tenant.job(id).await.unwrap().state, JobState::Cancelled);
            assert!(
                tenant
                    .import_rows_in(id, RowState::Ready, 200)
                    .await
                    .unwrap()
                    .iter()
                    .all(|row| row.pin.is_none())
            );
            drop(tenant);
            let users = office.items("/users?size=200").await;
            assert_eq!(users.len(), left);
            for user in users {
                office.delete(&format!("/users/{}", text(&user["id"]))).await;
            }
        }
    })
    .await;
}

/// Lets an import do its first piece and then lose its server.
async fn half_done(platform: &Platform, office: &Office, id: cordboard_types::JobId) -> JobState {
    let tenant = platform.state.store.write(office.id).await.unwrap();
    let job = tenant.job(id).await.unwrap();
    let options = job.options.replace("\"mode\":null", "\"mode\":\"good_rows\"");
    assert!(tenant.move_job(id, JobState::Ready, JobState::Running, &options).await.unwrap());
    tenant.commit().await.unwrap();
    assert!(imports::one_piece(&platform.state).await.unwrap());
    JobState::Running
}

#[tokio::test]
async fn another_server_goes_on_where_one_ended() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let preview = upload(&office, "", many(250)).await;
        let id = text(&preview["id"]).parse().unwrap();
        half_done(&platform, &office, id).await;
        assert_eq!(office.get(&format!("/user-imports/{id}")).await["done"], 100);
        assert_eq!(imports::work_off(&platform.state).await.unwrap(), 1);
        let done = office.get(&format!("/user-imports/{id}")).await;
        assert_eq!((&done["state"], &done["done"]), (&json!("done"), &json!(250)));
        assert_eq!(imports::work_off(&platform.state).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_create_and_a_start_repeated_with_their_keys_are_done_once() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let mut previews = Vec::new();
        for _ in 0..2 {
            let request = office.request(Method::POST, "/user-imports").header("content-type", "text/csv");
            let response = request.header("idempotency-key", "k-1").body(many(2)).send().await.unwrap();
            previews.push(response.json::<Value>().await.unwrap());
        }
        assert_eq!(previews[0]["id"], previews[1]["id"]);
        let path = format!("/user-imports/{}/start", text(&previews[0]["id"]));
        for _ in 0..2 {
            let request = office.request(Method::POST, &path).header("idempotency-key", "k-2").json(&good());
            assert_eq!(request.send().await.unwrap().status(), 201);
        }
    })
    .await;
}

#[tokio::test]
async fn an_export_is_read_back_and_holds_no_formula() {
    Platform::on_each(async |platform| {
        let (ours, theirs) = (Office::new(&platform, "Ours").await, Office::new(&platform, "Theirs").await);
        let evil = json!({ "extension": "201", "login": "evil", "first_name": "=cmd|' /C calc'!A0", "last_name": "@SUM(1)" });
        let evil = ours.create("/users", &evil).await;
        let numbers = json!({ "clip_external": ["+41445550100", "+41445550101"], "to_operator": true,
            "operator_extension": "100", "hidden": true, "email": "evil@example.org", "language": "de" });
        ours.change(&format!("/users/{}", text(&evil["id"])), &numbers).await;
        for row in 0..210 {
            ours.user("Some Body", &(3000 + row).to_string()).await;
        }
        let response = ours.browser.get(&ours.path("/users/export?separator=semicolon")).await;
        assert_eq!(response.headers()["content-type"], "text/csv; charset=utf-8");
        let file = response.text().await.unwrap();
        let mut lines = file.lines();
        assert!(lines.next().unwrap().starts_with("User;Extension;First name"));
        let first = lines.next().unwrap();
        assert!(first.starts_with("evil;201;'=cmd|' /C calc'!A0;'@SUM(1);;201;"), "{first}");
        assert!(first.contains(";'+41445550100,+41445550101;"), "{first}");
        let found = ours.browser.get(&ours.path("/users/export?search=evil&sort=name&header=false")).await;
        let found = found.text().await.unwrap();
        assert!(found.starts_with("evil,201,") && found.lines().count() == 1, "what the list shows: {found}");
        let query = "separator=semicolon&header=true&generate_pins=true";
        let preview = upload(&theirs, query, file).await;
        assert_eq!((&preview["total"], &preview["bad"]), (&json!(211), &json!(0)), "{preview}");
        ended(&platform, &theirs, &preview, "start", &good()).await;
        let (mut here, mut there) = (ours.items("/users?size=200").await, theirs.items("/users?size=200").await);
        for user in here.iter_mut().chain(there.iter_mut()) {
            let user = user.as_object_mut().unwrap();
            for own in ["id", "line", "site", "created_at", "version"] {
                user.remove(own);
            }
        }
        assert_eq!(here, there);
    })
    .await;
}

#[tokio::test]
async fn users_are_invited_only_when_asked_for_and_become_theirs() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let file = format!("{SUSI}{BEN}joe;16;;;777;;;;;;;;;;\n");
        let preview = upload(&office, "separator=semicolon", file).await;
        let body = json!({ "mode": "good_rows", "invite": true });
        let done = ended(&platform, &office, &preview, "start", &body).await;
        assert_eq!(done["invitations_waiting"], 2);
        assert_eq!(imports::send_invitations(&platform.state).await.unwrap(), 2);
        assert_eq!(imports::send_invitations(&platform.state).await.unwrap(), 0);
        let now = office.get(&format!("/user-imports/{}", text(&preview["id"]))).await;
        assert_eq!((&now["invitations_waiting"], &now["invitations_sent"]), (&json!(0), &json!(2)));
        let invitations = format!("/api/v1/nodes/{}/invitations", office.id);
        let open: Value = office.browser.get(&invitations).await.json().await.unwrap();
        let ben =
            open["items"].as_array().unwrap().iter().find(|row| row["email"] == "ben@company.org").unwrap();
        assert_eq!((ben["role"].as_str(), ben["name"].as_str()), (Some("user"), Some("Ben Smith")));
        let system = platform.state.store.system_read("test").await.unwrap();
        for address in ["susan@company.org", "ben@company.org"] {
            let person = system.person_by_email(&Email::parse(address).unwrap()).await.unwrap();
            assert!(person.is_none(), "no import makes somebody who can sign in");
        }
        drop(system);
        let refusing = upload(&office, "", many(2)).await;
        ended(&platform, &office, &refusing, "start", &good()).await;
        assert_eq!(imports::send_invitations(&platform.state).await.unwrap(), 0);
    })
    .await;
}
