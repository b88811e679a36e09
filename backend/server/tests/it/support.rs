//! A whole server for a test: temporary folder, SQLite or a Postgres database of its own, ports of the
//! kernel's choice.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use clap::Parser;
use cordboard_server::{State, http, keys, services::passwords, settings::Settings};
use cordboard_store::{Store, nodes::NodeKind, sites::NewSite};
use cordboard_types::{Email, Label, NodeId, Role, TenantId, Timestamp};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::{Value, json};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    settings: Settings,
}

/// A running server with a platform, a provider and nobody in it yet.
pub struct Platform {
    pub state: State,
    pub web: SocketAddr,
    pub platform: NodeId,
    pub provider: NodeId,
    ahead: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

pub const PASSWORD: &str = "correct horse battery staple";

impl Platform {
    /// On a SQLite file of its own.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// The same with further settings.
    pub async fn start_with(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("cordboard.db").display());
        Self::start_on(&url, folder, more).await
    }

    /// Runs a test on a platform on each database there is.
    pub async fn on_each(test: impl AsyncFn(Self)) {
        let run = async |url: String| {
            test(Self::start_on(&url, tempfile::tempdir().unwrap(), &[]).await).await;
            Ok(())
        };
        cordboard_store::testing::on_each_url(run).await.unwrap();
    }

    async fn start_on(url: &str, folder: tempfile::TempDir, more: &[&str]) -> Self {
        let data = folder.path().to_str().unwrap();
        let arguments =
            ["cordboard", "--data-dir", data, "--web-listen", "127.0.0.1:0", "--database-url", url];
        let settings = Line::parse_from(arguments.iter().chain(more)).settings;
        keys::init(&settings.master_key_file()).unwrap();
        let master = keys::load(&settings.master_key_file()).unwrap();
        let ahead = Arc::new(AtomicI64::new(0));
        let clock = ahead.clone();
        let store = Store::connect(&settings.database_url(), master).await.unwrap();
        let store = store.with_clock(move || now().plus(clock.load(Ordering::Relaxed)));
        store.migrate().await.unwrap();
        let state = State::open(settings, store).await.unwrap();
        let (server, addresses) = http::serve(&state).unwrap();
        tokio::spawn(server);
        let (platform, provider) = organisation(&state).await;
        Self { state, web: addresses[0], platform, provider, ahead, _folder: folder }
    }

    /// Lets time pass.
    pub fn later(&self, milliseconds: i64) {
        self.ahead.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// A customer with one site.
    pub async fn customer(&self, name: &str) -> TenantId {
        let system = self.state.store.system("test").await.unwrap();
        let site = NewSite {
            name: label("Main site"),
            country: "CH".to_owned(),
            time_zone: "Europe/Zurich".to_owned(),
        };
        let (id, _) = system.create_customer(self.provider, &label(name), "CH", &site).await.unwrap();
        system.commit().await.unwrap();
        id
    }

    /// Adds a person with a role and signs them in.
    pub async fn person(&self, email: &str, node: NodeId, role: Role) -> Browser {
        let hash = passwords::hash(PASSWORD).unwrap();
        let system = self.state.store.system("test").await.unwrap();
        let id =
            system.create_person(&Email::parse(email).unwrap(), &label("Somebody"), &hash).await.unwrap();
        system.grant(id, node, role).await.unwrap();
        system.commit().await.unwrap();
        self.browser().sign_in(email).await
    }

    /// A customer that another provider has.
    pub async fn customer_of_another_provider(&self) -> TenantId {
        let system = self.state.store.system("test").await.unwrap();
        let other =
            system.create_node(NodeKind::Provider, Some(self.platform), &label("Other")).await.unwrap();
        let site = NewSite {
            name: label("Main site"),
            country: "CH".to_owned(),
            time_zone: "Europe/Zurich".to_owned(),
        };
        let (id, _) = system.create_customer(other, &label("Elsewhere"), "CH", &site).await.unwrap();
        system.commit().await.unwrap();
        id
    }

    /// Somebody with a session, opened past the password: argon2 costs too much for a matrix.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let token = http::session::new_token(&self.state).unwrap();
        let system = self.state.store.system("test").await.unwrap();
        let person = system.person_by_email(&Email::parse(email).unwrap()).await.unwrap().unwrap();
        let hash = http::session::hash(&token);
        system.create_session(person.id, hash, "127.0.0.1", "test", false).await.unwrap();
        system.commit().await.unwrap();
        Browser { cookie: format!("{}={token}", http::session::COOKIE), ..self.browser() }
    }

    /// Nobody's browser.
    pub fn browser(&self) -> Browser {
        // Already installed by another test of this process is as good.
        drop(rustls::crypto::ring::default_provider().install_default());
        Browser {
            client: Client::new(),
            base: format!("http://{}", self.web),
            cookie: String::new(),
            token: None,
        }
    }
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp(i64::try_from(since.as_millis()).unwrap())
}

async fn organisation(state: &State) -> (NodeId, NodeId) {
    let system = state.store.system("test").await.unwrap();
    let platform = system.create_node(NodeKind::Platform, None, &label("Platform")).await.unwrap();
    let provider = system.create_node(NodeKind::Provider, Some(platform), &label("Provider")).await.unwrap();
    system.commit().await.unwrap();
    (platform, provider)
}

pub fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

/// A client with a session, or without.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    base: String,
    cookie: String,
    token: Option<String>,
}

impl Browser {
    /// Not a browser at all but a program with a token.
    pub fn with_token(self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.base));
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        if self.cookie.is_empty() { request } else { request.header("cookie", &self.cookie) }
    }

    pub async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).send().await.unwrap()
    }

    pub async fn post(&self, path: &str, body: &Value) -> Response {
        self.request(Method::POST, path).json(body).send().await.unwrap()
    }

    /// A write against version `version`.
    pub async fn write(&self, method: Method, path: &str, version: i64, body: &Value) -> Response {
        let request = self.request(method, path).header("if-match", format!("\"{version}\""));
        request.json(body).send().await.unwrap()
    }

    /// What a path answers, which must be 200.
    pub async fn read(&self, path: &str) -> Value {
        let response = self.get(path).await;
        assert_eq!(response.status(), 200, "{path}");
        response.json().await.unwrap()
    }

    pub async fn sign_in(self, email: &str) -> Self {
        self.sign_in_with(email, PASSWORD).await
    }

    pub async fn sign_in_with(mut self, email: &str, password: &str) -> Self {
        let body = json!({ "email": email, "password": password });
        let response = self.post("/api/v1/sessions", &body).await;
        assert_eq!(response.status(), 201);
        self.cookie = set_cookie(&response).unwrap();
        self
    }

    /// The same browser with the cookie an answer has set, if it has.
    pub fn after(&self, response: &Response) -> Self {
        Self { cookie: set_cookie(response).unwrap_or_else(|| self.cookie.clone()), ..self.clone() }
    }
}

fn set_cookie(response: &Response) -> Option<String> {
    let cookie = response.headers().get("set-cookie")?.to_str().unwrap();
    Some(cookie.split(';').next().unwrap().to_owned())
}
