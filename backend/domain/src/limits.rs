//! Limits and entitlements of a customer: what each grants, and how near its usage is.

use cordboard_types::LimitName;

/// Users each licence of a PBX brings (003 §Gebruikers, groepen en extensies).
const T440_USERS: u64 = 40;
const T640_USERS: u64 = 80;

/// How near a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// Below 80 %, or no limit.
    Ok,
    /// 80 % or more.
    Near,
    /// Nothing more is to be had.
    Reached,
}

/// An item of what a customer may be entitled to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entitlement {
    /// Its name.
    pub name: LimitName,
    /// Another limit that each of them adds to, and by how much.
    pub grants: Option<(LimitName, u64)>,
}

/// Every licence item (`reference/pbx.md` §1.1, `reference/dect-base.md` §1.6).
pub const ENTITLEMENTS: &[Entitlement] = &[
    Entitlement { name: LimitName::PbxT440, grants: Some((LimitName::Users, T440_USERS)) },
    Entitlement { name: LimitName::PbxT640, grants: Some((LimitName::Users, T640_USERS)) },
    Entitlement { name: LimitName::DectMulticellUpgrade, grants: None },
    Entitlement { name: LimitName::DectManagerSmall, grants: None },
    Entitlement { name: LimitName::DectManagerMulticell, grants: None },
    Entitlement { name: LimitName::AmlMessaging, grants: None },
    // A location licence includes one for messaging.
    Entitlement { name: LimitName::AmlLocation, grants: Some((LimitName::AmlMessaging, 1)) },
];

/// The limit in force: what was set, and not more than the licences grant where any were counted. A customer of
/// whom nothing was set has no limit; one with none of a licence that is counted gets nothing out of it (P-020).
#[must_use]
pub fn in_force(name: LimitName, set: impl Fn(LimitName) -> Option<u64>) -> Option<u64> {
    let granting = ENTITLEMENTS.iter().filter_map(|item| match item.grants {
        Some((to, each)) if to == name => Some(set(item.name)?.saturating_mul(each)),
        _ => None,
    });
    let granted = granting.reduce(u64::saturating_add);
    match (set(name), granted) {
        // Licences for messaging are bought by themselves or come with those for location.
        (Some(own), Some(granted)) if name == LimitName::AmlMessaging => Some(own.saturating_add(granted)),
        (Some(own), Some(granted)) => Some(own.min(granted)),
        (own, granted) => own.or(granted),
    }
}

/// Whether `adding` more fit beside `used`.
#[must_use]
pub fn fits(limit: Option<u64>, used: u64, adding: u64) -> bool {
    limit.is_none_or(|limit| used.saturating_add(adding) <= limit)
}

/// How near `used` is to a limit.
#[must_use]
pub fn nearness(limit: Option<u64>, used: u64) -> Nearness {
    match limit {
        Some(limit) if used >= limit => Nearness::Reached,
        Some(limit) if used.saturating_mul(5) >= limit.saturating_mul(4) => Nearness::Near,
        _ => Nearness::Ok,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // proves P-001, P-002, P-020
    #[test]
    fn licences_bring_their_users() {
        let users = |t440: Option<u64>, t640: Option<u64>, own: Option<u64>| {
            in_force(LimitName::Users, |name| match name {
                LimitName::PbxT440 => t440,
                LimitName::PbxT640 => t640,
                LimitName::Users => own,
                _ => None,
            })
        };
        assert_eq!(users(Some(1), None, None), Some(40));
        assert_eq!(users(None, Some(1), None), Some(80));
        assert_eq!(users(Some(1), Some(1), None), Some(120));
        assert_eq!(users(Some(1), None, Some(25)), Some(25));
        assert_eq!(users(Some(0), None, None), Some(0), "without an active licence no user is added");
        assert_eq!(users(None, None, None), None);
    }

    #[test]
    fn a_location_licence_includes_messaging() {
        let set = |name| match name {
            LimitName::AmlMessaging => Some(3),
            LimitName::AmlLocation => Some(2),
            _ => None,
        };
        assert_eq!(in_force(LimitName::AmlMessaging, set), Some(5));
        assert_eq!(in_force(LimitName::AmlLocation, set), Some(2));
    }

    #[test]
    fn near_is_four_fifths() {
        let near = |used| nearness(Some(10), used);
        assert_eq!((near(7), near(8), near(10)), (Nearness::Ok, Nearness::Near, Nearness::Reached));
        assert_eq!(nearness(Some(0), 0), Nearness::Reached);
        assert_eq!(nearness(None, u64::MAX), Nearness::Ok);
        assert!(fits(Some(10), 9, 1) && !fits(Some(10), 9, 2) && fits(None, u64::MAX, 1));
    }
}
