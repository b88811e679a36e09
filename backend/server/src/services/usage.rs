//! Usage of limits, and what of a customer is to be seen to.

use cordboard_api::{
    limits::{Usage, UsageState, Warning, WarningKind},
    nodes::NodeRef,
};
use cordboard_domain::limits::{Nearness, nearness};
use cordboard_store::{Tenant, limits as rows, sites::Site};
use cordboard_types::{CustomerState, Timestamp};

use crate::http::error::ApiResult;

/// Milliseconds after which an agent that was not heard of counts as gone; it is heard of every 20 s.
pub const CONNECTED: i64 = 60_000;

/// A limit as a message.
#[must_use]
pub fn message(row: rows::Usage) -> Usage {
    Usage {
        name: row.name,
        used: row.used,
        limit: row.limit,
        from: row.from.map(|(id, kind, name)| NodeRef { id, kind, name }),
        // What nothing here counts is never near.
        state: row.used.map_or(UsageState::Ok, |used| state(nearness(row.limit, used))),
    }
}

fn state(nearness: Nearness) -> UsageState {
    match nearness {
        Nearness::Ok => UsageState::Ok,
        Nearness::Near => UsageState::Near,
        Nearness::Reached => UsageState::Reached,
    }
}

/// What of a customer is to be seen to, the gravest first.
///
/// # Errors
/// When the database fails.
pub async fn warnings(tenant: &Tenant) -> ApiResult<Vec<Warning>> {
    let standing = tenant.customer().await?.standing;
    let mut all = Vec::new();
    match standing.state {
        CustomerState::Active => {}
        CustomerState::Suspended => all.push(of(WarningKind::Suspended, standing.since.map(|(at, _)| at))),
        CustomerState::Closed => all.push(of(WarningKind::Closed, standing.erased_at)),
    }
    for site in tenant.sites().await? {
        all.extend(of_site(&site, tenant.now()));
    }
    for usage in tenant.usage().await?.into_iter().map(message) {
        all.extend(of_limit(usage));
    }
    Ok(all)
}

fn of_site(site: &Site, now: Timestamp) -> Vec<Warning> {
    let seen = site.agent.as_ref().map(|agent| agent.seen_at);
    let away = seen.flatten().is_some_and(|seen| now.since(seen) >= CONNECTED);
    let facts = [
        (site.emergency_address.is_none(), WarningKind::EmergencyAddressMissing, None),
        (site.emergency_caller.is_none(), WarningKind::EmergencyCallerMissing, None),
        (seen.is_none(), WarningKind::AgentMissing, None),
        (away, WarningKind::AgentAway, seen.flatten()),
    ];
    let warning = |(_, kind, at)| Warning {
        site: Some(site.id),
        site_name: Some(site.name.to_string()),
        ..of(kind, at)
    };
    facts.into_iter().filter(|(holds, ..)| *holds).map(warning).collect()
}

/// No limit at all, and one of nothing that is used by nothing, are nothing to see to.
fn of_limit(usage: Usage) -> Option<Warning> {
    let kind = match usage.state {
        UsageState::Ok => return None,
        UsageState::Near => WarningKind::LimitNear,
        UsageState::Reached if usage.limit == Some(0) && usage.used == Some(0) => return None,
        UsageState::Reached => WarningKind::LimitReached,
    };
    Some(Warning { limit: Some(usage), ..of(kind, None) })
}

fn of(kind: WarningKind, at: Option<Timestamp>) -> Warning {
    Warning { kind, site: None, site_name: None, limit: None, at }
}
