//! Rights of the telephone system in words.

use cordboard_messages::Key;
use cordboard_types::Feature;

/// What one may do with it.
pub(crate) fn name(feature: Feature) -> Key {
    match feature {
        Feature::CallWaiting => Key::FeatureCallWaiting,
        Feature::CallRecording => Key::FeatureCallRecording,
        Feature::RedirectCall => Key::FeatureRedirectCall,
        Feature::OverrideRedirect => Key::FeatureOverrideRedirect,
        Feature::ManageAutomaticRecordings => Key::FeatureManageAutomaticRecordings,
        Feature::BusyLampField => Key::FeatureBusyLampField,
        Feature::CallerDisplay => Key::FeatureCallerDisplay,
        Feature::Anonymous => Key::FeatureAnonymous,
        Feature::DoNotDisturb => Key::FeatureDoNotDisturb,
        Feature::CallPickup => Key::FeatureCallPickup,
        Feature::ManageOwnRecordings => Key::FeatureManageOwnRecordings,
        Feature::MonitorOwnQueue => Key::FeatureMonitorOwnQueue,
        Feature::ManageOwnQueueRecordings => Key::FeatureManageOwnQueueRecordings,
        Feature::FaxServer => Key::FeatureFaxServer,
        Feature::ShowGui => Key::FeatureShowGui,
        Feature::EditGlobalContacts => Key::FeatureEditGlobalContacts,
        Feature::GroupPickup => Key::FeatureGroupPickup,
        Feature::HotDesking => Key::FeatureHotDesking,
        Feature::Impersonate => Key::FeatureImpersonate,
        Feature::RingtoneConfiguration => Key::FeatureRingtoneConfiguration,
        Feature::ManageManualRecordings => Key::FeatureManageManualRecordings,
        Feature::InternalContacts => Key::FeatureInternalContacts,
        Feature::NightMode => Key::FeatureNightMode,
        Feature::PushMessages => Key::FeaturePushMessages,
        Feature::Intercom => Key::FeatureIntercom,
        Feature::NightModeStatus => Key::FeatureNightModeStatus,
        Feature::Reminder => Key::FeatureReminder,
        Feature::VoicemailConfiguration => Key::FeatureVoicemailConfiguration,
        Feature::QueueLogin => Key::FeatureQueueLogin,
        Feature::RedirectQueues => Key::FeatureRedirectQueues,
        Feature::MonitorQueue => Key::FeatureMonitorQueue,
    }
}
