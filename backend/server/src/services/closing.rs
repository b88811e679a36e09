//! Closing a customer: the archive that is written first, and the erasure when its grace period is over.

use bytes::Bytes;
use cordboard_store::{StoreError, Tenant, erasure::TABLES};
use cordboard_types::TenantId;
use ring::digest::{SHA256, digest};
use uuid::Uuid;

use crate::{
    State,
    http::error::{ApiError, ApiResult},
    integrations::blobs::{Blob, BlobKey},
};

/// Media type of an archive: one JSON object a line.
const NDJSON: &str = "application/x-ndjson";

/// Where the archives of a customer lie.
fn folder(tenant: TenantId) -> String {
    format!("exports/{tenant}/")
}

/// Where an archive lies.
///
/// # Errors
/// Never in practice: ids fit.
pub fn archive(tenant: TenantId, export: Uuid) -> ApiResult<BlobKey> {
    BlobKey::parse(&format!("{}{export}.ndjson", folder(tenant))).map_err(ApiError::internal)
}

/// Writes an archive, unless somebody else does.
///
/// # Errors
/// When database or blobs fail; then the archive has failed.
pub async fn export(state: &State, tenant: TenantId, id: Uuid) -> ApiResult<()> {
    let writing = state.store.write(tenant).await?;
    let begun = writing.begin_export(id).await?;
    writing.commit().await?;
    if !begun {
        return Ok(());
    }
    let written = write(state, tenant, id).await;
    let writing = state.store.write(tenant).await?;
    let result = written.as_ref().ok().map(|(rows, bytes, sha256)| (*rows, *bytes, sha256.as_str()));
    writing.end_export(id, result).await?;
    writing.commit().await?;
    written.map(drop)
}

async fn write(state: &State, tenant: TenantId, id: Uuid) -> ApiResult<(u64, u64, String)> {
    let (rows, text) = lines(&state.store.read(tenant).await?).await?;
    let sha256 = hex::encode(digest(&SHA256, text.as_bytes()));
    let bytes = u64::try_from(text.len()).map_err(ApiError::internal)?;
    let blob = Blob { content_type: NDJSON.to_owned(), bytes: Bytes::from(text) };
    state.blobs.put(&archive(tenant, id)?, blob).await.map_err(ApiError::internal)?;
    Ok((rows, bytes, sha256))
}

/// `{"table": …, "row": {…}}` for every row, as of one moment.
async fn lines(tenant: &Tenant) -> ApiResult<(u64, String)> {
    let (mut count, mut text) = (0_u64, String::new());
    for table in Tenant::exported_tables() {
        for row in tenant.exported_rows(table).await? {
            text.push_str(&format!("{{\"table\":\"{}\",\"row\":{row}}}\n", table.name));
            count = count.saturating_add(1);
        }
    }
    Ok((count, text))
}

/// Writes every archive that waits; answers how many.
///
/// # Errors
/// When the database fails.
pub async fn export_waiting(state: &State) -> cordboard_store::Result<u64> {
    let mut count = 0;
    for (tenant, id) in state.store.system_read("find waiting exports").await?.waiting_exports().await? {
        match export(state, tenant, id).await {
            Ok(()) => count += 1,
            Err(error) => tracing::error!(%tenant, export = %id, %error, "an export failed"),
        }
    }
    Ok(count)
}

/// Erases every closed customer whose grace period is over; answers how many.
///
/// # Errors
/// When the database fails; what was erased stays erased, and the next run goes on.
pub async fn erase_due(state: &State) -> cordboard_store::Result<u64> {
    let due = state.store.system_read("find customers to erase").await?.due_erasures().await?;
    let mut count = 0;
    for tenant in due {
        match erase(state, tenant).await {
            Ok(()) => count += 1,
            // Reopened, or erased by another replica, in between.
            Err(StoreError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(count)
}

async fn erase(state: &State, tenant: TenantId) -> cordboard_store::Result<()> {
    tracing::info!(%tenant, "a closed customer is erased");
    let system = state.store.system("erase a customer").await?;
    system.begin_erasure(tenant).await?;
    system.commit().await?;
    let blobs = erase_blobs(state, tenant).await;
    let system = state.store.system("erase a customer").await?;
    system.add_to_certificate(tenant, "blob", blobs).await?;
    system.commit().await?;
    for table in TABLES {
        loop {
            let system = state.store.system("erase a customer").await?;
            let gone = system.erase_chunk(tenant, table).await?;
            system.commit().await?;
            if gone == 0 {
                break;
            }
        }
    }
    let system = state.store.system("erase a customer").await?;
    system.finish_erasure(tenant).await?;
    system.commit().await
}

/// Archives and whatever else lies in the customer's folder; answers how many. One that stays is told of in the log.
async fn erase_blobs(state: &State, tenant: TenantId) -> u64 {
    let list = state.blobs.list(&folder(tenant)).await.unwrap_or_else(|error| {
        tracing::error!(%tenant, %error, "the blobs of an erased customer cannot be listed");
        Vec::new()
    });
    let mut count = 0;
    for entry in list {
        match state.blobs.delete(&entry.key).await {
            Ok(()) => count += 1,
            Err(error) => tracing::error!(key = %entry.key, %error, "a blob of an erased customer stays"),
        }
    }
    count
}
