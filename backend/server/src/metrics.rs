//! What is counted, and the listener Prometheus reads it from (port 9090, loopback unless told).

use std::{
    io,
    net::SocketAddr,
    sync::atomic::{AtomicI64, AtomicU64},
};

use actix_web::{
    App, Error, HttpResponse, HttpServer,
    body::MessageBody,
    dev::{Server, ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
    web,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, EncodeLabelValue, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, info::Info},
    registry::Registry,
};

use cordboard_store::statements::counted;

use crate::State;

/// Content type of the text format.
const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Where a request came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
pub enum Listener {
    /// Browsers and automation, 8080.
    Web,
    /// Phones, 8448.
    Provisioning,
    /// Agents, 8450.
    Agents,
}

/// First digit of an HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
enum Class {
    Informational,
    Success,
    Redirection,
    ClientError,
    ServerError,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    listener: Listener,
    class: Class,
}

/// What became of a phone's fetch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
pub enum Fetch {
    /// 200, the file.
    Sent,
    /// 304, the phone has it.
    NotModified,
    /// The refusal.
    Refused,
    /// 503, this replica is behind.
    Behind,
}

impl Fetch {
    fn status(self) -> u16 {
        match self {
            Self::Sent => 200,
            Self::NotModified => 304,
            Self::Refused => 404,
            Self::Behind => 503,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Place {
    listener: Listener,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct FetchResult {
    result: Fetch,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Job {
    job: &'static str,
    outcome: Outcome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
enum Outcome {
    Done,
    Failed,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Connections {
    state: ConnectionState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
enum ConnectionState {
    Open,
    InUse,
}

type SecondsGauge = Gauge<f64, AtomicU64>;

/// Every number; parts of the server set their own.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    statements: Family<Place, Counter>,
    fetches: Family<FetchResult, Counter>,
    jobs: Family<Job, Counter>,
    connections: Family<Connections, Gauge>,
    live_keys: Gauge<i64, AtomicI64>,
    replica_lag_seconds: SecondsGauge,
    /// Agents with an open wake-up stream to this replica.
    pub agents_connected: Gauge<i64, AtomicI64>,
    /// Bytes of rendered files in memory.
    pub render_cache_bytes: Gauge<i64, AtomicI64>,
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Metrics {
    /// All at zero.
    #[must_use]
    pub fn new() -> Self {
        let mut metrics = Self {
            registry: Registry::default(),
            requests: Family::default(),
            statements: Family::default(),
            fetches: Family::default(),
            jobs: Family::default(),
            connections: Family::default(),
            live_keys: Gauge::default(),
            replica_lag_seconds: Gauge::default(),
            agents_connected: Gauge::default(),
            render_cache_bytes: Gauge::default(),
        };
        metrics.registry = metrics.described();
        metrics
    }

    fn described(&self) -> Registry {
        let mut all = Registry::with_prefix("cordboard");
        all.register("build", "Version of the program", Info::new([("version", env!("CARGO_PKG_VERSION"))]));
        all.register("http_requests", "Requests answered", self.requests.clone());
        let help = "Statements sent to the database while answering";
        all.register("statements", help, self.statements.clone());
        all.register("fetches", "Configuration fetches of phones", self.fetches.clone());
        all.register("jobs", "Runs of background jobs", self.jobs.clone());
        all.register("database_connections", "Connections for reading", self.connections.clone());
        all.register("live_keys", "Access keys in memory", self.live_keys.clone());
        let help = "Age of the newest complete set of access keys";
        all.register("replica_lag_seconds", help, self.replica_lag_seconds.clone());
        all.register("agents_connected", "Agents with an open stream", self.agents_connected.clone());
        all.register("render_cache_bytes", "Rendered files in memory", self.render_cache_bytes.clone());
        all
    }

    /// Counts an answer; `status` is the HTTP status.
    pub fn request(&self, listener: Listener, status: u16) {
        let class = match status {
            ..200 => Class::Informational,
            200..300 => Class::Success,
            300..400 => Class::Redirection,
            400..500 => Class::ClientError,
            500.. => Class::ServerError,
        };
        self.requests.get_or_create(&Request { listener, class }).inc();
    }

    /// Counts the statements an answer took.
    pub fn statements(&self, listener: Listener, count: u64) {
        self.statements.get_or_create(&Place { listener }).inc_by(count);
    }

    /// Statements that the answers of a listener took so far.
    #[must_use]
    pub fn statements_of(&self, listener: Listener) -> u64 {
        self.statements.get_or_create(&Place { listener }).get()
    }

    /// Counts a fetch of a phone, which is also a request of its listener.
    pub fn fetch(&self, result: Fetch) {
        self.request(Listener::Provisioning, result.status());
        self.fetches.get_or_create(&FetchResult { result }).inc();
    }

    /// Counts a run of a job.
    pub fn job(&self, job: &'static str, is_done: bool) {
        let outcome = if is_done { Outcome::Done } else { Outcome::Failed };
        self.jobs.get_or_create(&Job { job, outcome }).inc();
    }

    /// All numbers in the text format of OpenMetrics.
    ///
    /// # Errors
    /// Never in practice: writing to a string.
    pub fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Layer of a listener that counts its answers.
///
/// # Errors
/// Those of the inner layers.
pub async fn count(
    listener: Listener,
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let state = request.app_data::<web::Data<State>>().cloned();
    let (answer, statements) = counted(next.call(request)).await;
    if let Some(state) = state {
        state.metrics.statements(listener, statements);
        let status = answer
            .as_ref()
            .map_or_else(|error| error.as_response_error().status_code(), |response| response.status());
        state.metrics.request(listener, status.as_u16());
    }
    answer
}

/// Starts the listener.
///
/// # Errors
/// When the address is not to be had.
pub fn serve(state: &State) -> io::Result<(Server, Vec<SocketAddr>)> {
    let shared = web::Data::new(state.clone());
    let app = move || App::new().app_data(shared.clone()).route("/metrics", web::get().to(read));
    let server = HttpServer::new(app)
        .workers(1)
        .bind(state.settings.metrics_listen)?
        .disable_signals()
        .shutdown_timeout(1);
    let addresses = server.addrs();
    Ok((server.run(), addresses))
}

async fn read(state: web::Data<State>) -> HttpResponse {
    let metrics = &state.metrics;
    let (open, in_use) = state.store.connections();
    let connections = |state| metrics.connections.get_or_create_owned(&Connections { state });
    connections(ConnectionState::Open).set(i64::from(open));
    connections(ConnectionState::InUse).set(i64::from(in_use));
    metrics.live_keys.set(i64::try_from(state.live_keys.table().len()).unwrap_or(i64::MAX));
    metrics.replica_lag_seconds.set(state.live_keys.lag().as_secs_f64());
    metrics.live_keys.set(i64::try_from(state.live_keys.table().len()).unwrap_or(i64::MAX));
    metrics.replica_lag_seconds.set(state.live_keys.lag().as_secs_f64());
    match metrics.text() {
        Ok(text) => HttpResponse::Ok().insert_header((header::CONTENT_TYPE, CONTENT_TYPE)).body(text),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_by_listener_and_class() {
        let metrics = Metrics::new();
        metrics.request(Listener::Web, 200);
        metrics.request(Listener::Web, 204);
        metrics.fetch(Fetch::NotModified);
        metrics.fetch(Fetch::Refused);
        metrics.job("prune answers", false);
        metrics.live_keys.set(7);
        let text = metrics.text().unwrap();
        for line in [
            r#"cordboard_http_requests_total{listener="Web",class="Success"} 2"#,
            r#"cordboard_http_requests_total{listener="Provisioning",class="ClientError"} 1"#,
            r#"cordboard_http_requests_total{listener="Provisioning",class="Redirection"} 1"#,
            r#"cordboard_fetches_total{result="NotModified"} 1"#,
            r#"cordboard_jobs_total{job="prune answers",outcome="Failed"} 1"#,
            "cordboard_live_keys 7",
            concat!("cordboard_build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"} 1"),
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is missing in\n{text}");
        }
    }
}
