//! A device's release as the provisioning listener serves it: slotted files, their secrets still sealed, and
//! their entity tags.

use std::collections::HashMap;

use cordboard_domain::{SecretRef, SlottedFile};
use cordboard_types::{DeviceId, ReleaseId};
use ring::hmac;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{Result, SealedSecret, Tenant, releases};

/// What a device may fetch.
#[derive(Debug, Clone)]
pub struct Served {
    /// The release in force.
    pub release: ReleaseId,
    /// Whether it counts as delivered already.
    pub delivered: bool,
    /// Its files.
    pub files: Vec<ServedFile>,
}

/// One file.
#[derive(Debug, Clone)]
pub struct ServedFile {
    /// The file, its secrets left out.
    pub file: SlottedFile,
    /// The secrets it needs, in the order of [`SlottedFile::secrets`].
    pub secrets: Vec<SealedSecret>,
    /// Strong entity tag without its quotes: keyed hash over the slotted bytes and the secrets' versions.
    pub tag: String,
}

#[derive(FromQueryResult)]
struct Row {
    release_id: Uuid,
    delivered_release_id: Option<Uuid>,
    blob_hash: Vec<u8>,
    bytes: Vec<u8>,
}

impl Tenant {
    /// The files of the device's release in force with their sealed secrets; none before the first release,
    /// and none when a secret is missing, because a file with a hole is never sent.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn served(&self, device: DeviceId) -> Result<Option<Served>> {
        let sql = "SELECT t.release_id, t.delivered_release_id, f.blob_hash, b.bytes FROM target t \
            JOIN release_file f ON f.tenant_id = t.tenant_id AND f.release_id = t.release_id \
            JOIN release_blob b ON b.tenant_id = f.tenant_id AND b.hash = f.blob_hash \
            WHERE t.tenant_id = $1 AND t.id = $2 AND t.kind = 'device'";
        let rows = self.rows::<Row>(sql, vec![device.0.into()]).await?;
        let Some(first) = rows.first() else { return Ok(None) };
        let (release, delivered) = (first.release_id, first.delivered_release_id);
        let files = rows.iter().map(|row| Ok((releases::file(&row.bytes)?, row.blob_hash.as_slice())));
        let files = files.collect::<Result<Vec<_>>>()?;
        let Some(files) = self.with_secrets(files).await? else { return Ok(None) };
        Ok(Some(Served { release: ReleaseId(release), delivered: delivered == Some(release), files }))
    }

    async fn with_secrets(&self, files: Vec<(SlottedFile, &[u8])>) -> Result<Option<Vec<ServedFile>>> {
        let mut wanted: Vec<SecretRef> = files.iter().flat_map(|(file, _)| file.secrets()).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let sealed = self.sealed(&wanted).await?;
        let sealed: HashMap<SecretRef, SealedSecret> =
            sealed.into_iter().map(|sealed| (sealed.secret, sealed)).collect();
        let key = self.hash_key().await?;
        let served = files.into_iter().map(|(file, hash)| {
            let secrets = file.secrets();
            let secrets = secrets.iter().map(|secret| sealed.get(secret).cloned());
            let secrets = secrets.collect::<Option<Vec<_>>>()?;
            let tag = tag(&key, hash, &secrets);
            Some(ServedFile { file, secrets, tag })
        });
        Ok(served.collect())
    }
}

/// The version alone would say the same for a secret that was removed and made anew; its sealed bytes never do.
fn tag(key: &hmac::Key, blob_hash: &[u8], secrets: &[SealedSecret]) -> String {
    let mut context = hmac::Context::with_key(key);
    context.update(b"entity tag");
    context.update(blob_hash);
    for secret in secrets {
        context.update(&secret.version.to_be_bytes());
        context.update(&secret.sealed);
    }
    context.sign().as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
