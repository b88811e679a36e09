//! Every endpoint of the API, tried by those who may not: taken from the OpenAPI document, so that a new endpoint is
//! tried without anybody remembering to.

use std::collections::BTreeSet;

use cordboard_server::{http::openapi, metrics::Listener};
use cordboard_types::{CallLock, Role, TenantId};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Browser, Platform};

const HOUR: i64 = 3_600_000;

/// Endpoints that need no session: signing in and the look of that page, links out of mails, and what a redirect
/// service signs instead.
const OPEN: &[(&str, &str)] = &[
    ("POST", "/api/v1/sessions"),
    ("POST", "/api/v1/redirect-lookups"),
    ("POST", "/api/v1/password-resets"),
    ("POST", "/api/v1/password-resets/completions"),
    ("POST", "/api/v1/invitation-lookups"),
    ("POST", "/api/v1/invitation-acceptances"),
    ("GET", "/api/v1/branding"),
    ("GET", "/api/v1/branding/logo"),
];

fn endpoints() -> Vec<(Method, String)> {
    let document = serde_json::to_value(openapi::document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = |(path, item): (&String, &Value)| {
        let path = path.clone();
        let names: Vec<_> = item.as_object().unwrap().keys().cloned().collect();
        names.into_iter().map(move |name| (name.to_uppercase().parse().unwrap(), path.clone()))
    };
    paths.iter().flat_map(methods).collect()
}

fn is_open(method: &Method, path: &str) -> bool {
    OPEN.contains(&(method.as_str(), path))
}

/// The path with a customer and ids of nothing else.
fn fill(path: &str, customer: &str) -> String {
    let nowhere = Uuid::nil().to_string();
    path.split('/')
        .map(|part| match part {
            "{customer}" | "{node}" => customer,
            part if part.starts_with('{') => &nowhere,
            part => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

async fn status(browser: &Browser, method: &Method, path: &str) -> u16 {
    let mut request = browser.request(method.clone(), path).header("if-match", "\"1\"");
    if matches!(*method, Method::POST | Method::PUT | Method::PATCH) {
        request = request.json(&json!({}));
    }
    request.send().await.unwrap().status().as_u16()
}

/// Who tries.
enum Who {
    Nobody,
    Person(&'static str),
    /// A program with a token.
    Token(String),
}

/// Who tries, where: a column of the matrix.
struct Case {
    name: &'static str,
    who: Who,
    /// The node that stands for `{customer}` and `{node}`.
    place: String,
    /// What a path with a place must answer; none where the role decides.
    must: Option<u16>,
}

/// Everybody who tries every endpoint.
async fn cases(platform: &Platform) -> Vec<Case> {
    let ours = platform.customer("Ours").await;
    let theirs = platform.customer("Theirs").await;
    let elsewhere = platform.customer_of_another_provider().await;
    let suspended = platform.customer("Suspended").await;
    let people = [
        ("user", ours.into(), Role::User),
        ("suspended", suspended.into(), Role::CustomerAdministrator),
        ("administrator", ours.into(), Role::CustomerAdministrator),
        ("support", platform.provider, Role::ProviderSupport),
        ("provider", platform.provider, Role::ProviderAdministrator),
        ("operator", platform.platform, Role::PlatformOperator),
    ];
    for (name, node, role) in people {
        platform.person(&format!("{name}@example.net"), node, role).await;
    }
    suspend(platform, suspended).await;
    let token = Who::Token(expired_token(platform).await);
    let case = |name, email: Option<&'static str>, place: TenantId, must| Case {
        name,
        who: email.map_or(Who::Nobody, Who::Person),
        place: place.to_string(),
        must,
    };
    let unknown = TenantId(Uuid::now_v7());
    vec![
        case("nobody", None, ours, Some(401)),
        Case { name: "expired token", who: token, place: ours.to_string(), must: Some(401) },
        case("other tenant", Some("administrator@example.net"), theirs, Some(404)),
        case("other provider", Some("provider@example.net"), elsewhere, Some(404)),
        case("unknown", Some("provider@example.net"), unknown, Some(404)),
        case("suspended", Some("suspended@example.net"), suspended, None),
        case("user", Some("user@example.net"), ours, None),
        case("customer administrator", Some("administrator@example.net"), ours, None),
        case("provider support", Some("support@example.net"), ours, None),
        case("provider administrator", Some("provider@example.net"), ours, None),
        case("platform operator", Some("operator@example.net"), ours, None),
    ]
}

/// A token of a provider administrator, for everything, an hour after its end.
async fn expired_token(platform: &Platform) -> String {
    let provider = platform.signed_in("provider@example.net").await;
    let all = provider.read("/api/v1/sessions/current").await["memberships"][0]["permissions"].clone();
    let expires_at = platform.state.store.now().plus(HOUR);
    let body =
        json!({ "name": "Old", "node": platform.provider, "permissions": all, "expires_at": expires_at });
    let minted: Value = provider.post("/api/v1/tokens", &body).await.json().await.unwrap();
    platform.later(2 * HOUR);
    minted["token"].as_str().unwrap_or_else(|| panic!("{minted}")).to_owned()
}

async fn suspend(platform: &Platform, customer: TenantId) {
    let tenant = platform.state.store.write(customer).await.unwrap();
    tenant.suspend(CallLock::PhonesWork, "Unpaid", "test").await.unwrap();
    tenant.commit().await.unwrap();
}

async fn tries(platform: &Platform, case: &Case, method: &Method, path: &str) -> u16 {
    // Signed in anew each time: some endpoints end sessions.
    let browser = match &case.who {
        Who::Nobody => platform.browser(),
        Who::Person(email) => platform.signed_in(email).await,
        Who::Token(token) => platform.browser().with_token(token),
    };
    status(&browser, method, &fill(path, &case.place)).await
}

const HEAD: &str = "# Every endpoint, tried by everybody\n\n`UPDATE_GOLDEN=1 cargo test -p cordboard-server --test it \
isolation` makes this from the OpenAPI document by asking a running server; a test holds it to the code. `yes`: the \
request was let through to its work (its body was empty and its ids were of nothing, so the work itself refused). \
`suspended`: the administrator of a suspended customer, who reads and changes nothing.\n\n";

// proves
#[tokio::test]
async fn every_endpoint_answers_everybody_as_the_matrix_says() {
    let platform = Platform::start().await;
    let cases = cases(&platform).await;
    let mut text = String::from(HEAD);
    text.push_str("| endpoint |");
    text.extend(cases.iter().map(|case| format!(" {} |", case.name)));
    text.push_str(&format!("\n|---|{}\n", ":-:|".repeat(cases.len())));
    let all = endpoints();
    assert!(all.len() > 20, "the document lists the endpoints");
    for (method, path) in all.iter().filter(|(method, path)| !is_open(method, path)) {
        let has_place = path.contains("{customer}") || path.contains("{node}");
        text.push_str(&format!("| {method} {} |", path.trim_start_matches("/api/v1")));
        for case in &cases {
            let status = tries(&platform, case, method, path).await;
            match case.must {
                Some(must) if has_place || must == 401 => {
                    assert_eq!(status, must, "{}: {method} {path}", case.name);
                }
                _ => {}
            }
            let shown = match (status, case.must) {
                (_, Some(404)) if !has_place => "–".to_owned(),
                (401 | 403, _) | (_, Some(_)) => status.to_string(),
                _ => "yes".to_owned(),
            };
            text.push_str(&format!(" {shown} |"));
        }
        text.push('\n');
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access-matrix.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        text,
        "UPDATE_GOLDEN=1 writes it; read the difference"
    );
}

#[tokio::test]
async fn foreign_and_unknown_are_one_answer() {
    let platform = Platform::start().await;
    let ours = platform.customer("Ours").await;
    let theirs = platform.customer("Theirs").await;
    let browser = platform.person("ours@example.net", ours.into(), Role::CustomerAdministrator).await;
    // The same paths with a customer, a node, and things in one's own customer.
    let own = format!("/api/v1/customers/{ours}/users");
    for path in ["/api/v1/customers/{}/devices", "/api/v1/nodes/{}/people", &format!("{own}/{{}}")] {
        let mut answers = BTreeSet::new();
        for id in [theirs.0, Uuid::now_v7()] {
            let before = platform.state.metrics.statements_of(Listener::Web);
            let response = browser.get(&path.replace("{}", &id.to_string())).await;
            let statements = platform.state.metrics.statements_of(Listener::Web) - before;
            let mut body: Value = response.json().await.unwrap();
            body.as_object_mut().unwrap().remove("request_id");
            answers.insert(format!("{statements} {body}"));
        }
        assert_eq!(answers.len(), 1, "body, status, statements of {path}: {answers:?}");
    }
}

#[tokio::test]
async fn a_write_from_another_site_is_refused() {
    let platform = Platform::start().await;
    let ours = platform.customer("Ours").await;
    let browser = platform.person("ours@example.net", ours.into(), Role::CustomerAdministrator).await;
    let path = format!("/api/v1/customers/{ours}/sites");
    let response = browser
        .request(Method::POST, &path)
        .header("sec-fetch-site", "cross-site")
        .json(&json!({ "name": "x", "country": "CH", "time_zone": "Europe/Zurich" }))
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 403);
    let problem: Value = response.json().await.unwrap();
    assert_eq!(problem["code"], "cross_site");
}
