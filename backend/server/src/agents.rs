//! What agents reach, on port 8450: enrolment, wakes, documents, reports and site state.
//!
//! Everything but an enrolment needs the agent's own assertion; from it follow the tenant and the site, so no
//! request names either. What is wrong with a request is told to nobody but the log.

mod assertion;
mod document;
mod enrolments;
mod error;
mod frames;
pub mod openapi;
mod reports;
pub mod sealing;
pub mod signing;
mod site_state;
mod wake;

use std::{io, net::SocketAddr};

use actix_web::{App, HttpServer, dev::Server, middleware::from_fn, web};
use utoipa_actix_web::{AppExt, service_config::ServiceConfig};

use crate::{
    State,
    metrics::{self, Listener},
    tls,
};

/// Largest body: a list of the registrations of a large site.
const MAX_BODY: usize = 8 << 20;

/// Every endpoint. The contract `openapi/agent/agent.json` is made from the same list.
pub fn api(config: &mut ServiceConfig<'_>) {
    config
        .configure(enrolments::configure)
        .configure(document::configure)
        .configure(reports::configure)
        .configure(site_state::configure)
        .configure(wake::configure);
}

/// Starts the agents' listener. Must be called within the runtime.
///
/// # Errors
/// Certificates that cannot be used, or an address that is not to be had.
pub fn serve(state: &State) -> io::Result<(Server, Vec<SocketAddr>)> {
    let tls = tls::server_config(&state.settings).map_err(io::Error::other)?;
    let shared = state.clone();
    let app = move || {
        let (app, _) = App::new()
            .into_utoipa_app()
            .app_data(web::Data::new(shared.clone()))
            .app_data(web::PayloadConfig::new(MAX_BODY))
            .configure(api)
            .split_for_parts();
        app.wrap(from_fn(|request, next| metrics::count(Listener::Agents, request, next)))
    };
    let server = HttpServer::new(app)
        .bind_rustls_0_23(state.settings.agents_listen, tls)?
        .disable_signals()
        .shutdown_timeout(2);
    let addresses = server.addrs();
    Ok((server.run(), addresses))
}
