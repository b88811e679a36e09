//! Redirect services and what they are told.

use base64::{Engine, engine::general_purpose::STANDARD};
use cordboard_domain::first_contact::State as Contact;
use cordboard_types::Role;
use reqwest::Response;
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{Ed25519KeyPair, KeyPair},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::phones::{MAC, Phones};
use crate::{
    integrations::eventually,
    office::{Refusal, text},
    support::{Browser, Platform},
};

const PATH: &str = "/api/v1/redirect-lookups";

/// A redirect service with its key.
struct Service {
    browser: Browser,
    id: String,
    pair: Ed25519KeyPair,
}

impl Service {
    async fn new(platform: &Platform) -> Self {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap();
        let operator =
            platform.person("operator@example.net", platform.platform, Role::PlatformOperator).await;
        let key = STANDARD.encode(pair.public_key().as_ref());
        let body = json!({ "name": "Redirects", "public_key": key });
        let response = operator.post("/api/v1/redirect-services", &body).await;
        assert_eq!(response.status(), 201);
        let id = text(&response.json::<Value>().await.unwrap()["id"]);
        Self { browser: platform.browser(), id, pair }
    }

    async fn ask(&self, body: &Value) -> Response {
        self.signed(body, &Uuid::now_v7().simple().to_string()).await
    }

    async fn ask_from(&self, mac: &str, ip: &str) -> Response {
        self.ask(&json!({ "mac": mac, "source_ip": ip })).await
    }

    async fn signed(&self, body: &Value, nonce: &str) -> Response {
        let body = body.to_string();
        let created = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
        let content = format!("sha-256=:{}:", STANDARD.encode(digest(&SHA256, body.as_bytes())));
        let parameters = format!(
            r#"("@method" "@path" "content-digest");created={created};keyid="{}";nonce="{nonce}""#,
            self.id
        );
        let base = format!(
            "\"@method\": POST\n\"@path\": {PATH}\n\"content-digest\": {content}\n\"@signature-params\": {parameters}"
        );
        let signature = STANDARD.encode(self.pair.sign(base.as_bytes()));
        let request = self.browser.request(reqwest::Method::POST, PATH).body(body);
        let request = request.header("content-type", "application/json").header("content-digest", content);
        let request = request.header("signature-input", format!("sig={parameters}"));
        request.header("signature", format!("sig=:{signature}:")).send().await.unwrap()
    }
}

// proves A-045, A-046, A-048, A-050, A-055
#[tokio::test]
async fn only_an_armed_device_has_a_url() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let service = Service::new(&platform).await;
        let refused = Refusal::new(404, "not_found", &[]);
        let ask = async |mac: &str| service.ask(&json!({ "mac": mac })).await;
        assert_eq!(Refusal::of(ask("00:15:65:99:99:99").await).await, refused, "unknown");
        assert_eq!(Refusal::of(ask(MAC).await).await, refused, "never armed");
        phones.set_provisioning_mac(device, "once").await;
        let answer = ask("001565123456").await;
        assert_eq!(answer.status(), 200);
        let url = text(&answer.json::<Value>().await.unwrap()["url"]);
        let first = phones.first(device).await;
        let key = &first[..50];
        assert!(url.starts_with("https://") && url.contains(key), "{url}");
        phones.set_provisioning_mac(device, "no").await;
        assert_eq!(Refusal::of(ask(MAC).await).await, refused, "disarmed");
        phones.set_provisioning_mac(device, "once").await;
        assert_eq!(phones.get(&phones.first(device).await).await.status(), 200);
        assert_eq!(phones.get(&phones.steady(device).await).await.status(), 200);
        phones.until("done", async || phones.contact(device).await == Contact::Done).await;
        assert_eq!(Refusal::of(ask(MAC).await).await, refused, "done");
    })
    .await;
}

// proves A-056
#[tokio::test]
async fn nobody_else_is_told_anything() {
    let platform = Platform::start().await;
    let phones = Phones::new(&platform, |_| {}).await;
    let device = phones.phone("201", MAC).await;
    phones.set_provisioning_mac(device, "once").await;
    let service = Service::new(&platform).await;
    let (body, refused) = (json!({ "mac": MAC }), Refusal::new(401, "wrong_signature", &[]));
    assert_eq!(Refusal::of(platform.browser().post(PATH, &body).await).await, refused, "no signature");
    assert_eq!(Refusal::of(phones.office.browser.post(PATH, &body).await).await, refused, "an administrator");
    assert_eq!(service.signed(&body, "nonce-0001").await.status(), 200);
    assert_eq!(Refusal::of(service.signed(&body, "nonce-0001").await).await, refused, "the same again");
    let stranger = Service { id: Uuid::now_v7().to_string(), ..service };
    assert_eq!(Refusal::of(stranger.ask(&body).await).await, refused, "an unknown key");
    let mine = json!({ "name": "Mine", "public_key": STANDARD.encode([7; 32]) });
    let refusal = Refusal::of(phones.office.browser.post("/api/v1/redirect-services", &mine).await).await;
    assert_eq!(refusal.code, "forbidden");
}

#[tokio::test]
async fn two_addresses_that_contest_a_mac_get_nothing() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let service = Service::new(&platform).await;
        phones.set_provisioning_mac(device, "once").await;
        let first = phones.first(device).await;
        assert_eq!(service.ask_from(MAC, "192.0.2.1").await.status(), 200);
        assert_eq!(service.ask_from(MAC, "192.0.2.1").await.status(), 200, "the same device again");
        assert_eq!(service.ask_from(MAC, "192.0.2.2").await.status(), 404);
        assert_eq!(service.ask_from(MAC, "192.0.2.1").await.status(), 404, "nor the first one");
        assert_eq!(phones.contact(device).await, Contact::No);
        assert_eq!(phones.get(&first).await.status(), 404, "the URL it was given is dead");
        let mails = platform.state.settings.data_dir.join("mail");
        eventually("a mail", || async { std::fs::read_dir(&mails).unwrap().count() == 1 }).await;
        let malformed = Refusal::of(service.ask_from(MAC, "nowhere").await).await;
        assert_eq!((malformed.status, malformed.fields.len()), (422, 1));
        phones.set_provisioning_mac(device, "once").await;
        assert_eq!(service.ask_from(MAC, "192.0.2.2").await.status(), 200, "armed anew by a person");
    })
    .await;
}
