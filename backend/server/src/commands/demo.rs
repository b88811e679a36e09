//! `cordboard demo`: everything on one machine, for trying it out.
//!
//! The first start makes a provider, a customer, their people and three users, and enrols an agent. Later starts
//! find all of it.

mod agent;
mod logins;
mod organisation;

use std::path::Path;

use super::{Result, open_store};
use crate::{State, http::ui::Ui, keys, settings::Settings, tls, wiring};
use agent::DemoAgent;

/// Serves the demo until Ctrl-C.
///
/// # Errors
/// When a port is taken, the data folder cannot be written or the agent cannot be started.
pub async fn run(settings: Settings) -> Result<()> {
    let stop = wiring::told_to_stop()?;
    let state = prepare(settings).await?;
    let (tenant, site) = organisation::ensure(&state).await?;
    let running = wiring::start(state.clone()).await?;
    let mut agent = match DemoAgent::start(&state, tenant, site).await {
        Ok(agent) => agent,
        Err(error) => {
            running.until(async { "the agent did not start" }).await?;
            return Err(error);
        }
    };
    announce(&state)?;
    // The agent first: what it reports last is still taken.
    let told = running.until(async {
        let signal = stop.await;
        agent.stop().await;
        signal
    });
    let served = told.await;
    agent.stop().await;
    println!("Stopped.");
    served
}

async fn prepare(settings: Settings) -> Result<State> {
    let file = settings.master_key_file();
    if !file.exists() {
        println!("Making a folder for the demo: {}", settings.data_dir.display());
        keys::init(&file)?;
    }
    let store = open_store(&settings).await?;
    if store.migrate().await? > 0 {
        println!("Made the database.");
    }
    Ok(State::open(settings, store).await?)
}

fn announce(state: &State) -> Result<()> {
    let settings = &state.settings;
    let logins = logins::path(settings);
    let people = logins::read(settings)?;
    println!();
    println!("Cordboard is running. Ctrl-C stops everything.");
    println!();
    println!("  Web UI and API  {}", settings.public_url());
    println!("  Phones          {}", settings.provisioning_url());
    println!("  CA certificate  {}", shown(&tls::development_ca(settings)));
    println!("  Agent's log     {}", shown(&agent::log_path(settings)));
    println!("  Metrics         http://{}/metrics", settings.metrics_listen);
    println!();
    people.lines().for_each(|line| println!("  {line}"));
    println!("  (kept in {})", shown(&logins));
    println!();
    println!(
        "  A first phone: sign in as the customer administrator, open Devices, add a phone for extension 201"
    );
    println!(
        "  with its MAC, set Provisioning MAC to \"once\", save and publish. The device's page then shows the"
    );
    println!(
        "  address the phone loads its configuration from, and every fetch and registration as it happens."
    );
    if !Ui::load(&settings.ui_dir).is_built() {
        println!();
        println!("  The web UI is not built: run `cargo xtask web`, then start again.");
    }
    println!();
    Ok(())
}

fn shown(path: &Path) -> String {
    path.canonicalize().as_deref().unwrap_or(path).display().to_string()
}
