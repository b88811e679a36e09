//! Answering a fetch.

use std::sync::{Arc, atomic::Ordering};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{self, HeaderValue},
    },
    web,
};
use cordboard_catalogue::{Catalogue, FileMatch};
use cordboard_domain::first_contact::{Event, Source};
use cordboard_store::{
    Result, Store,
    access_keys::KeyKind,
    fetches::{Fetch, FetchResult},
    statements::counted,
};
use cordboard_types::Timestamp;

use super::{
    contact,
    follow::LiveKeys,
    live_keys::Found,
    record::{APART_MS, Entry, Probes, Recorder},
    refusal::{refusal, unavailable, unknown_key},
    rendered::{File, RenderCache, Rendered},
    request,
    sent::Watched,
};
use crate::{
    integrations::cache::Cache,
    metrics::{self, Listener, Metrics},
};

const PRIVATE: HeaderValue = HeaderValue::from_static("private, no-cache");
/// Longest text of a request that is kept.
const TEXT_LENGTH: usize = 256;

/// What every request of the listener needs.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) store: Store,
    pub(super) catalogue: &'static Catalogue,
    pub(super) live_keys: LiveKeys,
    pub(super) rendered: RenderCache,
    pub(super) recorder: Recorder,
    pub(super) cache: Arc<dyn Cache>,
    pub(super) metrics: Arc<Metrics>,
    pub(super) probes: Probes,
    /// Unknown keys a source may try in a minute.
    pub(super) unknown_keys: u32,
}

/// A request whose key opens something.
struct Opened<'a> {
    request: &'a HttpRequest,
    shared: &'a web::Data<Shared>,
    found: Found,
    now: Timestamp,
}

/// Answers any request of the listener.
pub(super) async fn answer(request: HttpRequest, shared: web::Data<Shared>) -> HttpResponse {
    let (response, statements) = counted(decide(&request, &shared)).await;
    shared.metrics.statements(Listener::Provisioning, statements);
    shared.metrics.fetch(match response.status() {
        StatusCode::OK => metrics::Fetch::Sent,
        StatusCode::NOT_MODIFIED => metrics::Fetch::NotModified,
        StatusCode::SERVICE_UNAVAILABLE => metrics::Fetch::Behind,
        _ => metrics::Fetch::Refused,
    });
    response
}

async fn decide(request: &HttpRequest, shared: &web::Data<Shared>) -> HttpResponse {
    if !shared.live_keys.is_fresh() {
        return unavailable();
    }
    let now = shared.store.now();
    let readable = matches!(*request.method(), Method::GET | Method::HEAD);
    let asked = request::parse(request.uri().path()).filter(|_| readable);
    let found = asked.as_ref().and_then(|asked| shared.live_keys.table().find(&asked.key, now));
    let (Some(asked), Some(found)) = (asked, found) else {
        let ip = request.peer_addr().map(|address| address.ip());
        return unknown_key(shared.cache.as_ref(), shared.unknown_keys, ip).await;
    };
    let opened = Opened { request, shared, found, now };
    opened.answer(asked.file).await.unwrap_or_else(|error| {
        tracing::error!(%error, "a fetch failed");
        unavailable()
    })
}

impl Opened<'_> {
    async fn answer(&self, asked: &str) -> Result<HttpResponse> {
        match self.shared.catalogue.match_file(&self.found.model, asked, self.found.mac.as_deref()) {
            FileMatch::Served(name) => self.file(&name).await,
            FileMatch::Probe => {
                self.record_probe(asked);
                Ok(refusal())
            }
            FileMatch::WrongMac | FileMatch::Unknown => Ok(refusal()),
        }
    }

    async fn file(&self, name: &str) -> Result<HttpResponse> {
        let known =
            if self.is_first() { contact::known(&self.found, &self.source(), self.now) } else { Some(true) };
        if known == Some(false) {
            return Ok(refusal());
        }
        let rendered = self.shared.rendered.get(&self.found).await?;
        let Some(file) = rendered.file(name) else { return Ok(refusal()) };
        if known.is_none() && !self.claim().await? {
            return Ok(refusal());
        }
        if !self.is_first() && self.has(file) {
            self.record(&rendered, file, FetchResult::NotModified, 0);
            return Ok(not_modified(file));
        }
        let bytes = file.bytes(self.shared.store.sealer(), self.found.tenant)?;
        Ok(self.sent(&rendered, file, bytes))
    }

    /// 200. The body is watched only when it matters that it goes out whole.
    fn sent(&self, rendered: &Arc<Rendered>, file: &File, bytes: Vec<u8>) -> HttpResponse {
        if !(self.is_first() || self.is_news(rendered, file)) || self.is_head() {
            self.record(rendered, file, FetchResult::Sent, bytes.len());
            return ok(file, HttpResponse::with_body(StatusCode::OK, bytes).map_into_boxed_body());
        }
        let entry = self.entry(rendered, file, FetchResult::Sent, bytes.len());
        let (recorder, rendered) = (self.shared.recorder.clone(), rendered.clone());
        let body = Watched::new(bytes, move |whole| ended(&recorder, &rendered, entry, whole));
        ok(file, HttpResponse::with_body(StatusCode::OK, body).map_into_boxed_body())
    }

    fn is_first(&self) -> bool {
        self.found.kind == KeyKind::First
    }

    /// Looking at the headers alone brings nothing to the device.
    fn is_head(&self) -> bool {
        *self.request.method() == Method::HEAD
    }

    async fn claim(&self) -> Result<bool> {
        contact::claim(&self.shared.store, &self.shared.live_keys, &self.found, &self.source()).await
    }

    /// Whether the device says that it has the file as it is now.
    fn has(&self, file: &File) -> bool {
        let Some(value) = self.request.headers().get(header::IF_NONE_MATCH) else { return false };
        let is_it = |tag: &str| tag.trim().trim_start_matches("W/").as_bytes() == file.tag.as_bytes();
        value == file.tag || value.to_str().unwrap_or_default().split(',').any(is_it)
    }

    /// A delivery nobody knows of yet, or the fetch that ends a first contact.
    fn is_news(&self, rendered: &Rendered, file: &File) -> bool {
        let delivers = file.slotted.identity && !self.is_first() && rendered.release.is_some();
        (delivers && !rendered.delivered.load(Ordering::Relaxed)) || self.found.claim.is_some()
    }

    /// Writes a fetch down that is over: at once when it is news, else at most once a minute.
    fn record(&self, rendered: &Arc<Rendered>, file: &File, result: FetchResult, bytes: usize) {
        if self.is_head() {
            return;
        }
        if self.is_news(rendered, file) {
            return ended(&self.shared.recorder, rendered, self.entry(rendered, file, result, bytes), true);
        }
        let last = rendered.recorded.load(Ordering::Relaxed);
        if self.now.since(Timestamp(last)) >= APART_MS {
            rendered.recorded.store(self.now.0, Ordering::Relaxed);
            self.hand_over(self.shared.recorder.soon(self.entry(rendered, file, result, bytes)));
            return;
        }
        rendered.latest.store(self.now.0, Ordering::Relaxed);
        if !rendered.waiting.swap(true, Ordering::Relaxed) {
            let due = Timestamp(last).plus(APART_MS);
            let entry = self.entry(rendered, file, result, bytes);
            let taken = self.shared.recorder.later(entry, rendered.clone(), due);
            rendered.waiting.store(taken, Ordering::Relaxed);
            self.hand_over(taken);
        }
    }

    /// A probe is normal and no alarm (phone-formats §1).
    fn record_probe(&self, asked: &str) {
        if self.shared.probes.is_first_of_minute(self.found.device, self.now) {
            let fetch = self.fetch(asked, FetchResult::Probe, 0);
            let entry = Entry { tenant: self.found.tenant, fetch, contact: None };
            self.hand_over(self.shared.recorder.soon(entry));
        }
    }

    fn hand_over(&self, taken: bool) {
        if !taken {
            tracing::warn!(device = %self.found.device, "no room to write a fetch down");
        }
    }

    fn entry(&self, rendered: &Rendered, file: &File, result: FetchResult, bytes: usize) -> Entry {
        let mut fetch = self.fetch(&file.slotted.name, result, bytes);
        (fetch.release, fetch.identity) = (rendered.release, file.slotted.identity);
        let event = match self.found.kind {
            KeyKind::First => file.slotted.identity.then_some(Event::IdentitySent),
            KeyKind::Steady => self.found.claim.is_some().then_some(Event::SteadySeen),
        };
        let contact = event.map(|event| (event, contact::actor(&fetch.ip)));
        Entry { tenant: self.found.tenant, fetch, contact }
    }

    fn fetch(&self, file: &str, result: FetchResult, bytes: usize) -> Fetch {
        let source = self.source();
        Fetch {
            device: self.found.device,
            at: self.now,
            file: file.chars().take(TEXT_LENGTH).collect(),
            result,
            first_access: self.is_first(),
            ip: source.ip,
            user_agent: source.user_agent,
            bytes: u64::try_from(bytes).unwrap_or(u64::MAX),
            release: None,
            identity: false,
        }
    }

    fn source(&self) -> Source {
        let address = self.request.peer_addr().map(|address| address.ip().to_canonical());
        let user_agent = self.request.headers().get(header::USER_AGENT);
        let user_agent = user_agent.and_then(|value| value.to_str().ok()).unwrap_or_default();
        Source {
            ip: address.map(|ip| ip.to_string()).unwrap_or_default(),
            user_agent: user_agent.chars().take(TEXT_LENGTH).collect(),
        }
    }
}

/// Takes note of news when the answer is over: what did not go out whole is written down as cut, delivers
/// nothing and leaves the first contact where it is.
fn ended(recorder: &Recorder, rendered: &Rendered, mut entry: Entry, whole: bool) {
    if !whole {
        entry.fetch.result = FetchResult::Cut;
        entry.contact = None;
    }
    let (delivers, at) = (entry.fetch.delivers().is_some(), entry.fetch.at);
    let taken = recorder.now(entry);
    if taken && whole {
        rendered.recorded.store(at.0, Ordering::Relaxed);
    }
    if taken && delivers {
        rendered.delivered.store(true, Ordering::Relaxed);
    }
    if !taken {
        tracing::warn!("no room to write a delivery down; the next fetch will");
    }
}

fn ok(file: &File, mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(header::CONTENT_TYPE, file.content_type.clone());
    common(file, response)
}

fn not_modified(file: &File) -> HttpResponse {
    common(file, HttpResponse::new(StatusCode::NOT_MODIFIED))
}

fn common(file: &File, mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(header::ETAG, file.tag.clone());
    response.headers_mut().insert(header::CACHE_CONTROL, PRIVATE);
    response
}
