//! What limits are called and counted in.

use cordboard_api::limits::{Usage, UsageState};
use cordboard_messages::Key;
use cordboard_types::LimitName;

use crate::{
    components::{
        lamp::{Light, lamp},
        time::number,
    },
    words::{Text, tx},
};

/// What one adds oneself.
pub(super) const LIMITS: &[LimitName] = &[
    LimitName::Users,
    LimitName::Devices,
    LimitName::DectHandsets,
    LimitName::ParallelCalls,
    LimitName::StorageBytes,
];

/// What is bought.
pub(super) const LICENCES: &[LimitName] = &[
    LimitName::PbxT440,
    LimitName::PbxT640,
    LimitName::DectMulticellUpgrade,
    LimitName::DectManagerSmall,
    LimitName::DectManagerMulticell,
    LimitName::AmlMessaging,
    LimitName::AmlLocation,
];

/// Its name, and what it is about.
pub(crate) fn of(name: LimitName) -> (Key, Key) {
    use LimitName as L;
    match name {
        L::Users => (Key::NavUsers, Key::LimitUsersHelp),
        L::Devices => (Key::NavDevices, Key::LimitDevicesHelp),
        L::DectHandsets => (Key::LimitHandsets, Key::LimitHandsetsHelp),
        L::ParallelCalls => (Key::LimitCalls, Key::LimitCallsHelp),
        L::StorageBytes => (Key::LimitStorage, Key::LimitStorageHelp),
        L::PbxT440 => (Key::LimitT440, Key::LimitT440Help),
        L::PbxT640 => (Key::LimitT640, Key::LimitT640Help),
        L::DectMulticellUpgrade => (Key::LimitMulticell, Key::LimitMulticellHelp),
        L::DectManagerSmall => (Key::LimitManagerSmall, Key::LimitManagerSmallHelp),
        L::DectManagerMulticell => (Key::LimitManagerMulti, Key::LimitManagerMultiHelp),
        L::AmlMessaging => (Key::LimitMessaging, Key::LimitMessagingHelp),
        L::AmlLocation => (Key::LimitLocation, Key::LimitLocationHelp),
    }
}

/// How many bytes the form counts as one.
const GIGABYTE: u64 = 1_000_000_000;
const MEGABYTE: u64 = 1_000_000;
const KILOBYTE: u64 = 1_000;

/// How many of the form's units a limit's value counts.
pub(super) fn unit(name: LimitName) -> u64 {
    if name == LimitName::StorageBytes { GIGABYTE } else { 1 }
}

fn whole(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A value as it is read, `12 GB`.
pub(crate) fn amount(name: LimitName, value: u64) -> Text {
    if name != LimitName::StorageBytes {
        return number(whole(value));
    }
    let (unit, size) = match value {
        GIGABYTE.. => (Key::AmountGigabytes, GIGABYTE),
        MEGABYTE.. => (Key::AmountMegabytes, MEGABYTE),
        _ => (Key::AmountKilobytes, KILOBYTE),
    };
    tx(unit, &[("count", whole(value.div_ceil(size)).into())])
}

/// `8 of 10`, `8`.
pub(crate) fn used(usage: &Usage) -> Option<Text> {
    let used = amount(usage.name, usage.used?);
    Some(match usage.limit {
        Some(limit) => {
            let limit = amount(usage.name, limit);
            tx(Key::UsageOf, &[("used", used.into()), ("limit", limit.into())])
        }
        None => used,
    })
}

pub(super) fn state(usage: &Usage) -> leptos::prelude::AnyView {
    match (usage.limit, usage.state) {
        (None, _) => lamp(Light::Unknown, Key::UsageNoLimit),
        (Some(_), UsageState::Ok) => lamp(Light::On, Key::UsageOk),
        (Some(_), UsageState::Near) => lamp(Light::Attention, Key::UsageNear),
        (Some(_), UsageState::Reached) => lamp(Light::Trouble, Key::UsageReached),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_listed_once() {
        let mut listed = [LIMITS, LICENCES].concat();
        listed.sort();
        let mut all = LimitName::ALL.to_vec();
        all.sort();
        assert_eq!(listed, all);
    }

    #[test]
    fn bytes_are_read_in_what_people_buy() {
        let said = |value| amount(LimitName::StorageBytes, value).get();
        assert_eq!([said(0), said(1), said(12_000_000_000)], ["0 kB", "1 kB", "12 GB"]);
    }
}
