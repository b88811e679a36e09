//! `cordboard keys`: the master keys.

use super::{Result, open_store};
use crate::{keys, settings::Settings};

/// Makes the key file.
///
/// # Errors
/// When there is one, or it cannot be written.
pub fn init(settings: &Settings) -> Result<()> {
    let path = settings.master_key_file();
    let id = keys::init(&path)?;
    println!("{} made with {id}. Keep a copy apart from the database's backup.", path.display());
    Ok(())
}

/// Adds a key and seals every data key with it. The older keys stay in the file: backups need them.
///
/// # Errors
/// When file or database cannot be read or written.
pub async fn rotate(settings: &Settings) -> Result<()> {
    // First the database with the present keys, so that an unreachable one leaves the file as it is.
    open_store(settings).await?.ping().await?;
    let id = keys::rotate(&settings.master_key_file())?;
    let store = open_store(settings).await?;
    let system = store.system("seal data keys with a new master key").await?;
    let count = system.rewrap_data_keys().await?;
    system.commit().await?;
    println!(
        "{id} is active; {count} data keys sealed with it. Restart every replica so that it knows the key."
    );
    Ok(())
}
