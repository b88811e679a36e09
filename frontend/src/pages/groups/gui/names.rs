//! What the web modules are called.

use cordboard_messages::Key;
use cordboard_types::Module;

use Module as M;

pub(super) fn of(module: Module) -> Key {
    match module {
        M::LogIn => Key::ModuleLogIn,
        M::LogOut => Key::ModuleLogOut,
        M::Home => Key::ModuleHome,
        M::HomeNightMode => Key::ModuleHomeNightMode,
        M::Profile => Key::ModuleProfile,
        M::ProfilePersonalData => Key::ModuleProfilePersonalData,
        M::ProfilePin => Key::ModuleProfilePin,
        M::ProfileLanguage => Key::ModuleProfileLanguage,
        M::ProfileImpersonation => Key::ModuleProfileImpersonation,
        M::Contacts => Key::ModuleContacts,
        M::ContactsInternal => Key::ModuleContactsInternal,
        M::ContactsGlobal => Key::ModuleContactsGlobal,
        M::ContactsPrivate => Key::ModuleContactsPrivate,
        M::UserSettings => Key::ModuleUserSettings,
        M::UserFunctionKeys => Key::ModuleUserFunctionKeys,
        M::UserTelephony => Key::ModuleUserTelephony,
        M::UserRedirects => Key::ModuleUserRedirects,
        M::UserRingtones => Key::ModuleUserRingtones,
        M::UserVoicemail => Key::ModuleUserVoicemail,
        M::Administration => Key::ModuleAdministration,
        M::UsersAndFunctions => Key::ModuleUsersAndFunctions,
        M::Users => Key::ModuleUsers,
        M::UserImport => Key::ModuleUserImport,
        M::NamesAndNumbers => Key::ModuleNamesAndNumbers,
        M::PickupGroups => Key::ModulePickupGroups,
        M::HuntGroups => Key::ModuleHuntGroups,
        M::Authorisation => Key::ModuleAuthorisation,
        M::AuthorisationGroups => Key::ModuleAuthorisationGroups,
        M::WebGui => Key::ModuleWebGui,
        M::Provisioning => Key::ModuleProvisioning,
        M::Devices => Key::ModuleDevices,
        M::AccessKeys => Key::ModuleAccessKeys,
        M::Publishing => Key::ModulePublishing,
        M::Sites => Key::ModuleSites,
        M::Agents => Key::ModuleAgents,
        M::People => Key::ModulePeople,
        M::Roles => Key::ModuleRoles,
        M::Impersonation => Key::ModuleImpersonation,
        M::Tokens => Key::ModuleTokens,
        M::Settings => Key::ModuleSettings,
        M::SystemStatus => Key::ModuleSystemStatus,
        M::Registrations => Key::ModuleRegistrations,
        M::CallRecords => Key::ModuleCallRecords,
        M::AuditLog => Key::ModuleAuditLog,
    }
}
