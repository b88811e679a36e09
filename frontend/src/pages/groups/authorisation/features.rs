//! The rights of authorisation groups as people choose and read them: in groups, and in a sentence with the target.

use cordboard_messages::Key;
use cordboard_types::Feature;

use crate::{
    components::feature,
    form::Choice,
    words::{Text, t, tx},
};

use Feature as F;

/// What they are about, in the order people look for it.
const GROUPS: &[(Key, &[Feature])] = &[
    (
        Key::FeaturesCalls,
        &[
            F::CallWaiting,
            F::RedirectCall,
            F::OverrideRedirect,
            F::CallPickup,
            F::GroupPickup,
            F::CallerDisplay,
            F::Anonymous,
            F::DoNotDisturb,
            F::Intercom,
            F::Reminder,
        ],
    ),
    (
        Key::FeaturesPhone,
        &[F::BusyLampField, F::HotDesking, F::RingtoneConfiguration, F::NightMode, F::NightModeStatus],
    ),
    (Key::FeaturesMessages, &[F::VoicemailConfiguration, F::FaxServer, F::PushMessages]),
    (
        Key::FeaturesRecordings,
        &[
            F::CallRecording,
            F::ManageOwnRecordings,
            F::ManageManualRecordings,
            F::ManageAutomaticRecordings,
            F::ManageOwnQueueRecordings,
        ],
    ),
    (Key::FeaturesQueues, &[F::QueueLogin, F::MonitorOwnQueue, F::MonitorQueue, F::RedirectQueues]),
    (Key::FeaturesAdministration, &[F::ShowGui, F::EditGlobalContacts, F::InternalContacts, F::Impersonate]),
];

/// All of them, to choose from.
pub(super) fn choices() -> Vec<Choice> {
    let of = |(title, members): &(Key, &[Feature])| {
        let group = t(*title).get();
        let choice = |feature: &Feature| Choice {
            group: Some(group.clone()),
            ..Choice::new(feature, feature::name(*feature))
        };
        members.iter().map(choice).collect::<Vec<_>>()
    };
    GROUPS.iter().flat_map(of).collect()
}

/// "Members may …, at …".
pub(super) fn sentence(feature: Feature, target: Text) -> Text {
    tx(said(feature), &[("target", target.into())])
}

fn said(feature: Feature) -> Key {
    match feature {
        F::CallWaiting => Key::GrantCallWaiting,
        F::CallRecording => Key::GrantCallRecording,
        F::RedirectCall => Key::GrantRedirectCall,
        F::OverrideRedirect => Key::GrantOverrideRedirect,
        F::ManageAutomaticRecordings => Key::GrantManageAutomaticRecordings,
        F::BusyLampField => Key::GrantBusyLampField,
        F::CallerDisplay => Key::GrantCallerDisplay,
        F::Anonymous => Key::GrantAnonymous,
        F::DoNotDisturb => Key::GrantDoNotDisturb,
        F::CallPickup => Key::GrantCallPickup,
        F::ManageOwnRecordings => Key::GrantManageOwnRecordings,
        F::MonitorOwnQueue => Key::GrantMonitorOwnQueue,
        F::ManageOwnQueueRecordings => Key::GrantManageOwnQueueRecordings,
        F::FaxServer => Key::GrantFaxServer,
        F::ShowGui => Key::GrantShowGui,
        F::EditGlobalContacts => Key::GrantEditGlobalContacts,
        F::GroupPickup => Key::GrantGroupPickup,
        F::HotDesking => Key::GrantHotDesking,
        F::Impersonate => Key::GrantImpersonate,
        F::RingtoneConfiguration => Key::GrantRingtoneConfiguration,
        F::ManageManualRecordings => Key::GrantManageManualRecordings,
        F::InternalContacts => Key::GrantInternalContacts,
        F::NightMode => Key::GrantNightMode,
        F::PushMessages => Key::GrantPushMessages,
        F::Intercom => Key::GrantIntercom,
        F::NightModeStatus => Key::GrantNightModeStatus,
        F::Reminder => Key::GrantReminder,
        F::VoicemailConfiguration => Key::GrantVoicemailConfiguration,
        F::QueueLogin => Key::GrantQueueLogin,
        F::RedirectQueues => Key::GrantRedirectQueues,
        F::MonitorQueue => Key::GrantMonitorQueue,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_right_stands_in_one_group() {
        let mut listed: Vec<_> = GROUPS.iter().flat_map(|(_, members)| members.iter().copied()).collect();
        listed.sort_unstable();
        assert_eq!(listed, Feature::ALL);
    }
}
