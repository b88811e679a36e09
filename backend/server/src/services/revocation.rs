//! Waiting until a revoked key is refused by every replica (design, *Revocation is at once*).

use std::time::Duration;

use cordboard_api::ErrorCode;

use crate::{
    State,
    http::error::{ApiError, ApiResult},
};

/// Between two looks at where the replicas are.
const PAUSE: Duration = Duration::from_millis(20);
/// A replica that takes longer counts as gone and refuses by itself.
const PATIENCE: Duration = Duration::from_secs(3);

/// Returns once every live replica has read the live-key log up to `position`; at once when no key was removed.
///
/// # Errors
/// [`ErrorCode::Unavailable`] when one neither applies it nor dies in time.
pub async fn everywhere(state: &State, position: Option<i64>) -> ApiResult<()> {
    let Some(position) = position else { return Ok(()) };
    let applied = async {
        while !is_applied(state, position).await? {
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    };
    tokio::time::timeout(PATIENCE, applied)
        .await
        .map_err(|_| ApiError { retry_after: Some(1), ..ApiError::new(ErrorCode::Unavailable) })?
}

async fn is_applied(state: &State, position: i64) -> ApiResult<bool> {
    let system = state.store.system_read("wait for a revocation").await?;
    Ok(system.applied_everywhere().await?.is_none_or(|applied| applied >= position))
}
