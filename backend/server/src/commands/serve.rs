//! `cordboard serve`: the server, until it is told to stop.

use cordboard_store::Store;

use super::{CommandError, Result, open_store};
use crate::{State, settings::Settings, wiring};

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
/// When something it needs is missing; then nothing was started.
pub async fn run(settings: Settings) -> Result<()> {
    let stop = wiring::told_to_stop()?;
    let store = open_store(&settings).await?;
    ready(&store).await?;
    let running = wiring::start(State::open(settings, store).await?).await?;
    running.until(stop).await
}

/// Refuses a schema that is older or newer than the program, and secrets that do not open.
async fn ready(store: &Store) -> Result<()> {
    match store.pending_migrations().await? {
        0 => {}
        count => return Err(CommandError::Pending(count)),
    }
    Ok(store.system_read("check the master keys").await?.check_master_keys().await?)
}
