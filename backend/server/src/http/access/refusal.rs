//! Why somebody may not do something in a node.

use cordboard_api::ErrorCode;
use cordboard_domain::access::{Action, Target, authorize, changes};
use cordboard_store::nodes::Place;
use cordboard_types::{CustomerState, Permission};

use crate::http::session::SignedIn;

/// Why somebody may not do something in a node; none when they may.
pub(super) fn refusal(who: &SignedIn, place: &Place, permission: Permission) -> Option<ErrorCode> {
    let (action, target) = (Action::Do(permission), Target::Node(&place.path));
    if authorize(&who.principal, action, target) {
        return standing(who, place, permission);
    }
    let elsewhere = authorize(&who.outside, action, target);
    match (who.principal.sees(&place.path), who.outside.sees(&place.path)) {
        (_, true) if elsewhere => Some(ErrorCode::OutsideNetworks),
        (true, _) => Some(ErrorCode::Forbidden),
        (false, true) => Some(ErrorCode::OutsideNetworks),
        (false, false) => Some(ErrorCode::NotFound),
    }
}

/// A suspended customer's own people change nothing; in a closed one nobody does but who may open it again.
fn standing(who: &SignedIn, place: &Place, permission: Permission) -> Option<ErrorCode> {
    let (tenant, state) = place.customer?;
    let from_above = || who.principal.has_from_above(tenant.into(), permission, &place.path);
    match state {
        _ if !changes(permission) => None,
        CustomerState::Suspended if !from_above() => Some(ErrorCode::CustomerSuspended),
        CustomerState::Closed if permission != Permission::CustomersClose => Some(ErrorCode::CustomerClosed),
        CustomerState::Active | CustomerState::Suspended | CustomerState::Closed => None,
    }
}
