//! Whether the process lives (`/healthz`) and whether it can do its work (`/readyz`).

use std::{collections::BTreeMap, future::Future, time::Duration};

use actix_web::{HttpResponse, http::header, web};
use serde::Serialize;

use crate::State;

/// How long one part may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Answer of `/readyz`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// Whether every part is.
    pub ready: bool,
    /// Each part: `true` when it answers. Why not is in the log.
    pub parts: BTreeMap<&'static str, bool>,
}

/// Adds the two routes.
pub fn configure(config: &mut web::ServiceConfig) {
    config.route("/healthz", web::get().to(healthz)).route("/readyz", web::get().to(readyz));
}

async fn healthz() -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).body("ok\n")
}

async fn readyz(state: web::Data<State>) -> HttpResponse {
    let readiness = check(&state).await;
    let mut answer = if readiness.ready { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    answer.insert_header((header::CACHE_CONTROL, "no-store")).json(readiness)
}

/// Asks every part at the same time.
pub async fn check(state: &State) -> Readiness {
    let (database, keys, cache, blobs) = tokio::join!(
        answers("database", state.store.ping()),
        answers("keys", keys(state)),
        answers("cache", state.cache.ping()),
        answers("blobs", state.blobs.ping()),
    );
    let parts = BTreeMap::from([
        ("database", database),
        ("keys", keys),
        ("live_keys", state.live_keys.is_fresh()),
        ("cache", cache),
        ("blobs", blobs),
    ]);
    Readiness { ready: parts.values().all(|is_ready| *is_ready), parts }
}

async fn keys(state: &State) -> cordboard_store::Result<()> {
    state.store.system_read("readiness: master keys").await?.check_master_keys().await
}

async fn answers<E: std::fmt::Display>(
    part: &'static str,
    asked: impl Future<Output = Result<(), E>>,
) -> bool {
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(())) => true,
        Ok(Err(error)) => {
            tracing::warn!(part, %error, "not ready");
            false
        }
        Err(_) => {
            tracing::warn!(part, "not ready: no answer in time");
            false
        }
    }
}
