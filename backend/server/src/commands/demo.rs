//! `cordboard demo`: everything on one machine, for trying it out.

use super::{Result, open_store};
use crate::{State, keys, settings::Settings, wiring};

/// Serves the demo until Ctrl-C.
///
/// # Errors
/// When a port is taken or the data folder cannot be written.
pub async fn run(settings: Settings) -> Result<()> {
    let stop = wiring::told_to_stop()?;
    if !settings.master_key_file().exists() {
        keys::init(&settings.master_key_file())?;
    }
    let store = open_store(&settings).await?;
    store.migrate().await?;
    let running = wiring::start(State::open(settings, store).await?).await?;
    running.until(stop).await
}
