//! Waiting until a revoked key is refused by every replica (design, *Revocation is at once*).

use cordboard_api::ErrorCode;

use crate::{
    State,
    http::error::{ApiError, ApiResult},
};

/// Returns once every live replica has read the live-key log up to `position`; at once when no key was removed.
///
/// # Errors
/// [`ErrorCode::Unavailable`] when one lives but does not follow. The revocation itself stands.
pub async fn everywhere(state: &State, position: Option<i64>) -> ApiResult<()> {
    let Some(position) = position else { return Ok(()) };
    state.live_keys.revoked_everywhere(position).await.map_err(|late| ApiError {
        retry_after: Some(1),
        cause: Some(late.to_string()),
        ..ApiError::new(ErrorCode::Unavailable)
    })
}

/// Returns once every live replica knows the keys there are now, so that a key just made is not refused.
///
/// # Errors
/// [`ErrorCode::Unavailable`] when a replica lives but does not follow.
pub async fn up_to_date(state: &State) -> ApiResult<()> {
    let position = state.store.system_read("wait for new keys").await?.key_position().await?;
    everywhere(state, Some(position)).await
}
