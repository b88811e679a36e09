//! What phones reach, on port 8448: `/<48 hex>/<file>` and `/<48 hex>.cfg` over HTTPS.
//!
//! A warm fetch asks no database: the key is found in memory ([`live_keys`]), the file in the render cache,
//! its secrets are opened and spliced in while answering. Whatever is not served gets one and the same
//! refusal.

mod contact;
mod fetch;
pub mod follow;
pub mod housekeeping;
pub mod live_keys;
mod record;
mod refusal;
mod rendered;
mod request;
mod sent;

use std::{io, net::SocketAddr, time::Duration};

use actix_web::{App, HttpServer, dev::Server, web};
use tokio::task::JoinSet;

use crate::{State, tls};
use fetch::Shared;
use record::Probes;
use rendered::RenderCache;

/// Longest time a phone may take for its handshake, and for its request line and headers.
const REQUEST_TIME: Duration = Duration::from_secs(10);
/// How long a connection is kept between fetches.
const KEEP_ALIVE: Duration = Duration::from_secs(30);

/// Starts the listener phones reach. What it has still to write down is written by one of `tasks`, which ends
/// after the listener.
///
/// # Errors
/// When the certificates cannot be used or the address is not to be had.
pub fn serve(state: &State, tasks: &mut JoinSet<()>) -> io::Result<(Server, Vec<SocketAddr>)> {
    let tls = tls::server_config(&state.settings).map_err(io::Error::other)?;
    let (recorder, writing) = record::recorder(state.store.clone());
    let shared = web::Data::new(Shared {
        store: state.store.clone(),
        catalogue: state.catalogue,
        live_keys: state.live_keys.clone(),
        rendered: RenderCache::new(state),
        recorder,
        cache: state.cache.clone(),
        metrics: state.metrics.clone(),
        probes: Probes::default(),
        unknown_keys: state.settings.unknown_keys_per_minute,
    });
    let app = move || App::new().app_data(shared.clone()).default_service(web::to(fetch::answer));
    let server = HttpServer::new(app)
        .client_request_timeout(REQUEST_TIME)
        .tls_handshake_timeout(REQUEST_TIME)
        .keep_alive(KEEP_ALIVE)
        // After a handshake the session ticket goes out first; without this the answer would wait for its
        // delayed acknowledgement, 40 ms.
        .tcp_nodelay(true)
        .bind_rustls_0_23(state.settings.provisioning_listen, tls)?
        .disable_signals()
        .shutdown_timeout(5);
    let addresses = server.addrs();
    tasks.spawn(writing);
    Ok((server.run(), addresses))
}
