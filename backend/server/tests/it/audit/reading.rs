//! Reading and exporting.

use cordboard_types::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{Office, text},
    support::{Browser, Platform},
};

async fn items(browser: &Browser, path: &str) -> Vec<Value> {
    let answer = browser.get(path).await;
    assert_eq!(answer.status(), 200, "{path}");
    answer.json::<Value>().await.unwrap()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn the_log_is_searched_by_what_it_holds() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let user = office.user("Anna", "201").await;
        office.user("Berta", "202").await;
        office.refused("/users", &json!({ "name": "Again", "extension": "201" })).await;
        assert_eq!(office.items("/audit").await.len(), 6);
        assert_eq!(office.items("/audit?outcome=failed").await[0]["code"], "extension_taken");
        assert_eq!(office.items("/audit?action=user.&actor=ours@").await.len(), 6);
        assert_eq!(office.items("/audit?actor=nobody").await.len(), 0);
        let one = office.items(&format!("/audit?target={}", text(&user["id"]))).await;
        assert_eq!((one.len(), &one[0]["outcome"], &one[0]["seq"]), (1, &json!("done"), &json!(2)));
        assert_eq!(one[0]["customer"], office.id.to_string());
        let at = one[0]["at"].as_i64().unwrap();
        assert_eq!(office.items(&format!("/audit?to={at}&outcome=done")).await.len(), 0);
        assert_eq!(office.items(&format!("/audit?from={at}&outcome=done")).await.len(), 2);
        let page = office.get("/audit?size=4").await;
        let rest = office.items(&format!("/audit?size=4&after={}", text(&page["next"]))).await;
        let seqs: Vec<_> = rest.iter().map(|row| row["seq"].as_i64().unwrap()).collect();
        assert_eq!(seqs, [2, 1]);
        for bad in ["colour=1", "target=x", "outcome=lost", "from=yesterday", "after=%C2%A7"] {
            let path = office.path(&format!("/audit?{bad}"));
            assert_eq!(office.browser.get(&path).await.status(), 400, "{bad}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_node_shows_its_own_part() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let operator = platform.person("op@example.net", platform.platform, Role::PlatformOperator).await;
        let provider =
            platform.person("prov@example.net", platform.provider, Role::ProviderAdministrator).await;
        let role = json!({ "name": "Readers", "permissions": ["audit:read"] });
        let of = |node: &str, rest: &str| format!("/api/v1/nodes/{node}/{rest}");
        let (root, below) = (platform.platform.to_string(), platform.provider.to_string());
        assert_eq!(provider.post(&of(&below, "roles"), &role).await.status(), 201);
        assert_eq!(operator.post(&of(&root, "roles"), &role).await.status(), 201);
        let provided = items(&provider, &of(&below, "audit")).await;
        assert_eq!((provided.len(), &provided[0]["actor"]), (2, &json!("prov@example.net")));
        let all = items(&operator, &of(&root, "audit?action=role.")).await;
        assert_eq!(all.len(), 4, "the platform sees all of its chain");
        assert_eq!(provider.get(&of(&root, "audit")).await.status(), 404);
        office.user("Anna", "201").await;
        let tenant = office.id.to_string();
        let by_node = items(&provider, &of(&tenant, "audit")).await;
        assert_eq!(by_node, items(&provider, &office.path("/audit")).await);
        let site = text(&office.items("/sites").await[0]["id"]);
        assert_eq!(office.browser.get(&of(&site, "audit")).await.status(), 404, "a site has no log");
        let other_kind = format!("/api/v1/customers/{below}/audit");
        assert_eq!(provider.get(&other_kind).await.status(), 404, "a provider is no customer");
    })
    .await;
}

#[tokio::test]
async fn an_export_has_every_row_and_no_formula() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let request = office.request(Method::POST, "/users").header("user-agent", "=cmd|' /C calc'!A0");
        let answer = request.json(&json!({ "name": "Anna", "extension": "201" })).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        for number in 0..3 {
            office.user("Somebody", &format!("30{number}")).await;
        }
        let export = async |rest: &str| {
            let answer = office.browser.get(&office.path(&format!("/audit/export{rest}"))).await;
            assert_eq!(answer.status(), 200);
            let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
            assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("attachment"));
            (kind, answer.text().await.unwrap())
        };
        let (kind, csv) = export("").await;
        assert!(kind.starts_with("text/csv"));
        assert_eq!(csv.lines().count(), 1 + 8);
        assert!(csv.contains(",'=cmd|' /C calc'!A0,") && !csv.contains(",=cmd"), "{csv}");
        let (_, lines) = export("?format=ndjson&outcome=done&action=user.").await;
        let seqs: Vec<i64> = lines
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["seq"].as_i64().unwrap())
            .collect();
        assert_eq!(seqs, [2, 4, 6, 8], "oldest first");
        let (_, messages) = export("?format=syslog").await;
        assert!(messages.lines().count() == 8 && messages.lines().all(|line| line.starts_with("<110>1 20")));
        let bad = office.path("/audit/export?format=pdf");
        assert_eq!(office.browser.get(&bad).await.status(), 400);
        let support = platform.person("s@example.net", platform.provider, Role::ProviderSupport).await;
        assert_eq!(support.get(&office.path("/audit")).await.status(), 200);
        assert_eq!(
            support.get(&office.path("/audit/export")).await.status(),
            403,
            "reading is not exporting"
        );
    })
    .await;
}
