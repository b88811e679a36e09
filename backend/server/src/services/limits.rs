//! What a customer may have of something.

use cordboard_store::Tenant;

use crate::http::error::ApiResult;

/// Whether `count` more users may be added. Every way to a user comes past here: one by one and from a file.
///
/// # Errors
/// None yet: limits of customers are asked here once there are any (P-001, P-002, P-020).
#[allow(clippy::unused_async, reason = "limits are rows")]
pub async fn room_for_users(_tenant: &Tenant, _count: u32) -> ApiResult<()> {
    Ok(())
}
