//! `cordboard keys`: the master keys.

use cordboard_store::StoreError;

use super::{CommandError, Result, open_store};
use crate::{agents::signing, keys, settings::Settings};

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

/// Adds a key that signs agents' documents. Agents take it over by the voucher of the one they trust.
///
/// # Errors
/// When no server has started on this database yet: it makes the first one.
pub async fn rotate_signing(settings: &Settings) -> Result<()> {
    signing::rotate(&open_store(settings).await?).await.map_err(|error| match error {
        StoreError::NotFound => {
            CommandError::Refused("there is no signing key yet; no agent has asked".to_owned())
        }
        other => other.into(),
    })?;
    println!("A new key signs agents' documents from the next one on.");
    Ok(())
}
