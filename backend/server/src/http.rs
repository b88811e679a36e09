//! What browsers and automation reach: API, live events and the UI, on port 8080.
//!
//! A handler takes its permission as an argument, calls one service and answers a message of the contract.
//! One file a resource; what they share is in the files without a resource's name.

pub mod access;
pub mod answer;
pub mod audit;
pub mod body;
pub mod branding;
pub mod calls;
pub mod catalogue;
pub mod changes;
pub mod client;
pub mod conditional;
pub mod customers;
pub mod devices;
pub mod docs;
pub mod error;
pub mod events;
pub mod groups;
pub mod gui_groups;
pub mod hunt_groups;
pub mod idempotency;
pub mod invitations;
pub mod limits;
pub mod nodes;
pub mod openapi;
pub mod password_resets;
pub mod people;
pub mod pickup_groups;
pub mod problem;
pub mod profile;
pub mod query;
pub mod rates;
pub mod redirects;
pub mod registrations;
pub mod roles;
pub mod search;
pub mod security;
pub mod session;
pub mod sessions;
pub mod settings;
pub mod sites;
pub mod tokens;
pub mod trail;
pub mod ui;
pub mod user_imports;
pub mod users;

use std::{io, net::SocketAddr};

use actix_web::{App, HttpServer, dev::Server, middleware::from_fn, web};
use utoipa_actix_web::{AppExt, service_config::ServiceConfig};

use crate::{
    State, health,
    metrics::{self, Listener},
};

/// Every endpoint of the API. The OpenAPI document is made from the same list.
pub fn api(config: &mut ServiceConfig<'_>) {
    config.service(
        utoipa_actix_web::scope("/api/v1")
            .configure(sessions::configure)
            .configure(profile::configure)
            .configure(password_resets::configure)
            .configure(people::configure)
            .configure(roles::configure)
            .configure(invitations::configure)
            .configure(tokens::configure)
            .configure(branding::configure)
            .configure(search::configure)
            .configure(nodes::configure)
            .configure(settings::configure)
            .configure(limits::configure)
            .configure(customers::configure)
            .configure(sites::configure)
            .configure(users::configure)
            .configure(user_imports::configure)
            .configure(groups::configure)
            .configure(gui_groups::configure)
            .configure(pickup_groups::configure)
            .configure(hunt_groups::configure)
            .configure(catalogue::configure)
            .configure(devices::configure)
            .configure(changes::configure)
            .configure(registrations::configure)
            .configure(calls::configure)
            .configure(redirects::configure)
            .configure(audit::configure)
            .configure(events::configure),
    );
}

/// Starts the web listener.
///
/// # Errors
/// When the address is not to be had.
pub fn serve(state: &State) -> io::Result<(Server, Vec<SocketAddr>)> {
    let shared = state.clone();
    let ui = ui::Ui::load(&state.settings.ui_dir);
    let app = move || {
        let (app, _) = App::new()
            .into_utoipa_app()
            .app_data(web::Data::new(shared.clone()))
            .configure(api)
            .split_for_parts();
        app.configure(docs::configure)
            .configure(health::configure)
            .configure(|config| ui::configure(config, &ui))
            .wrap(from_fn(rates::count))
            .wrap(from_fn(session::recognise))
            .wrap(from_fn(security::same_site))
            .wrap(from_fn(trail::follow))
            .wrap(from_fn(problem::render))
            .wrap(from_fn(security::headers))
            .wrap(from_fn(|request, next| metrics::count(Listener::Web, request, next)))
    };
    let server = HttpServer::new(app).bind(state.settings.web_listen)?.disable_signals().shutdown_timeout(5);
    let addresses = server.addrs();
    Ok((server.run(), addresses))
}
