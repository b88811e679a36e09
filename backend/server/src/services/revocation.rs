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
