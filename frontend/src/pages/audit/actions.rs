//! The stable words of the log, `device.change`, as people say them.

use cordboard_messages::Key;

use crate::words::{Text, t};

/// The words that begin alike and are filtered together.
pub(super) fn kinds() -> Vec<(&'static str, Key)> {
    vec![
        ("user", Key::NavUsers),
        ("device", Key::NavDevices),
        ("group.", Key::GroupsAuthorisation),
        ("gui_group.", Key::GroupsGui),
        ("pickup_group.", Key::GroupsPickup),
        ("hunt_group.", Key::GroupsHunt),
        ("site.", Key::NavSites),
        ("release.", Key::DidReleasePublish),
        ("customer.", Key::NavCustomers),
        ("person.", Key::NavPeople),
        ("role.", Key::NavRoles),
        ("session.", Key::NavSessions),
        ("token.", Key::NavTokens),
        ("access", Key::DidAccess),
    ]
}

/// The sentence of an action; one that this page does not know says its word.
pub(super) fn text(action: &str) -> Text {
    known(action).map_or_else(|| action.into(), t)
}

fn known(action: &str) -> Option<Key> {
    KNOWN.iter().find(|(word, _)| *word == action).map(|(_, key)| *key)
}

const KNOWN: &[(&str, Key)] = &[
    ("access", Key::DidAccess),
    ("customer.create", Key::DidCustomerCreate),
    ("customer.change", Key::DidCustomerChange),
    ("customer.reopen", Key::DidCustomerReopen),
    ("customer.close", Key::DidCustomerClose),
    ("customer.export", Key::DidCustomerExport),
    ("customer.resume", Key::DidCustomerResume),
    ("customer.suspend", Key::DidCustomerSuspend),
    ("device.create", Key::DidDeviceCreate),
    ("device.delete", Key::DidDeviceDelete),
    ("device.change", Key::DidDeviceChange),
    ("device.rotate_access_key", Key::DidDeviceRotateAccessKey),
    ("device.reveal_access_key", Key::DidDeviceRevealAccessKey),
    ("device.set_provisioning_mac", Key::DidDeviceSetProvisioningMac),
    ("handset.create", Key::DidHandsetCreate),
    ("handset.change", Key::DidHandsetChange),
    ("handset.delete", Key::DidHandsetDelete),
    ("group.create", Key::DidGroupCreate),
    ("group.delete", Key::DidGroupDelete),
    ("group.change", Key::DidGroupChange),
    ("group.grant", Key::DidGroupGrant),
    ("group.revoke", Key::DidGroupRevoke),
    ("group.add_members", Key::DidGroupAddMembers),
    ("group.remove_member", Key::DidGroupRemoveMember),
    ("gui_group.create", Key::DidGuiGroupCreate),
    ("gui_group.delete", Key::DidGuiGroupDelete),
    ("gui_group.change", Key::DidGuiGroupChange),
    ("hunt_group.create", Key::DidHuntGroupCreate),
    ("hunt_group.delete", Key::DidHuntGroupDelete),
    ("hunt_group.change", Key::DidHuntGroupChange),
    ("hunt_group.members", Key::DidHuntGroupMembers),
    ("line.rotate_credentials", Key::DidLineRotateCredentials),
    ("pickup_group.create", Key::DidPickupGroupCreate),
    ("pickup_group.delete", Key::DidPickupGroupDelete),
    ("pickup_group.change", Key::DidPickupGroupChange),
    ("pickup_group.members", Key::DidPickupGroupMembers),
    ("release.publish", Key::DidReleasePublish),
    ("site.create", Key::DidSiteCreate),
    ("site.delete", Key::DidSiteDelete),
    ("site.change", Key::DidSiteChange),
    ("site.enrol", Key::DidSiteEnrol),
    ("user_import.upload", Key::DidUserImportUpload),
    ("user_import.start", Key::DidUserImportStart),
    ("user_import.cancel", Key::DidUserImportCancel),
    ("user_import.end", Key::DidUserImportEnd),
    ("user.create", Key::DidUserCreate),
    ("user.delete", Key::DidUserDelete),
    ("user.change", Key::DidUserChange),
    ("user.groups", Key::DidUserGroups),
    ("invitation.create", Key::DidInvitationCreate),
    ("invitation.delete", Key::DidInvitationDelete),
    ("invitation.renew", Key::DidInvitationRenew),
    ("invitation.accept", Key::DidInvitationAccept),
    ("invitation.look_up", Key::DidInvitationLookUp),
    ("node.create", Key::DidNodeCreate),
    ("node.change", Key::DidNodeChange),
    ("node.move", Key::DidNodeMove),
    ("limit.change", Key::DidLimitChange),
    ("setting.change", Key::DidSettingChange),
    ("role.create", Key::DidRoleCreate),
    ("role.delete", Key::DidRoleDelete),
    ("role.change", Key::DidRoleChange),
    ("person.act", Key::DidPersonAct),
    ("person.act_end", Key::DidPersonActEnd),
    ("person.grant", Key::DidPersonGrant),
    ("person.revoke", Key::DidPersonRevoke),
    ("person.change", Key::DidPersonChange),
    ("person.change_password", Key::DidPersonChangePassword),
    ("person.password_again", Key::DidPersonPasswordAgain),
    ("person.forgot_password", Key::DidPersonForgotPassword),
    ("person.reset_password", Key::DidPersonResetPassword),
    ("person.recovery_codes", Key::DidPersonRecoveryCodes),
    ("person.second_factor_setup", Key::DidPersonSecondFactorSetup),
    ("person.second_factor", Key::DidPersonSecondFactor),
    ("person.second_factor_removal", Key::DidPersonSecondFactorRemoval),
    ("redirect_service.create", Key::DidRedirectServiceCreate),
    ("redirect_service.look_up", Key::DidRedirectServiceLookUp),
    ("session.start", Key::DidSessionStart),
    ("session.end", Key::DidSessionEnd),
    ("session.revoke", Key::DidSessionRevoke),
    ("session.second_factor", Key::DidSessionSecondFactor),
    ("token.create", Key::DidTokenCreate),
    ("token.delete", Key::DidTokenDelete),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_begins_some_word_and_no_word_stands_twice() {
        for (start, _) in kinds() {
            assert!(KNOWN.iter().any(|(word, _)| word.starts_with(start)), "{start}");
        }
        let mut words: Vec<_> = KNOWN.iter().map(|(word, _)| *word).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), KNOWN.len());
        assert_eq!(text("moon.landing").get(), "moon.landing");
    }
}
