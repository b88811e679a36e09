//! What a customer may have of something.

use cordboard_store::Tenant;
use cordboard_types::LimitName;

use crate::http::error::ApiResult;

/// Whether `count` more users fit within the customer's limit. Each create asks again; this is for an import, which
/// should not begin what it cannot end.
///
/// # Errors
/// [`cordboard_api::ErrorCode::LimitReached`].
pub async fn room_for_users(tenant: &Tenant, count: u32) -> ApiResult<()> {
    Ok(tenant.check_limit(LimitName::Users, count).await?)
}
