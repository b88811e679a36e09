//! The web modules: which pages a GUI group shows (003 §GUI-groepen), and what each needs of the platform.

use crate::{Invalid, Permission, Permissions, macros::parsed_text};

macro_rules! modules {
    ($($(#[$doc:meta])* $variant:ident = $text:literal $(in $parent:ident)? $([$($need:ident),+])?;)+) => {
        /// A page of the web UI, or a branch of its menu; in the order of the menu, parents first.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Module {
            $($(#[$doc])* $variant),+
        }

        impl Module {
            /// Every module, in the order of the menu.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, `users`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads a stable name.
            ///
            /// # Errors
            /// [`Invalid::Choice`] for an unknown one.
            pub fn parse(text: &str) -> Result<Self, Invalid> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(Invalid::Choice),
                }
            }

            /// The branch it hangs on.
            #[must_use]
            pub fn parent(self) -> Option<Self> {
                match self { $(Self::$variant => None$(.or(Some(Self::$parent)))?),+ }
            }

            /// What its page needs.
            #[must_use]
            pub fn permissions(self) -> Permissions {
                match self {
                    $(Self::$variant => Permissions::NONE$(.with([$(Permission::$need),+].into_iter().collect()))?),+
                }
            }
        }
    };
}

modules! {
    /// Sign in.
    LogIn = "log-in";
    /// Sign out.
    LogOut = "log-out";
    /// The first page.
    Home = "home";
    /// Night mode on the first page.
    HomeNightMode = "home-night-mode" in Home;
    /// One's own profile.
    Profile = "profile";
    /// Personal data.
    ProfilePersonalData = "profile-personal-data" in Profile;
    /// Change one's PIN.
    ProfilePin = "profile-pin" in Profile;
    /// Change one's language.
    ProfileLanguage = "profile-language" in Profile;
    /// Act as another user.
    ProfileImpersonation = "profile-impersonation" in Profile;
    /// Directories.
    Contacts = "contacts";
    /// The internal directory.
    ContactsInternal = "contacts-internal" in Contacts;
    /// The company directory.
    ContactsGlobal = "contacts-global" in Contacts;
    /// One's own directory.
    ContactsPrivate = "contacts-private" in Contacts;
    /// One's own telephone.
    UserSettings = "user-settings";
    /// Function keys.
    UserFunctionKeys = "user-function-keys" in UserSettings;
    /// Telephony options.
    UserTelephony = "user-telephony" in UserSettings;
    /// Forwarding and parallel calls.
    UserRedirects = "user-redirects" in UserSettings;
    /// Ringtones.
    UserRingtones = "user-ringtones" in UserSettings;
    /// Voicemail.
    UserVoicemail = "user-voicemail" in UserSettings;
    /// Administration of the customer.
    Administration = "administration" [CustomersRead];
    /// Users and functions.
    UsersAndFunctions = "users-and-functions" in Administration;
    /// Users and their lines.
    Users = "users" in UsersAndFunctions [UsersRead, UsersWrite, SitesRead, CredentialsRotate];
    /// Users from a file.
    UserImport = "user-import" in Users [UsersRead, UsersWrite];
    /// Names and numbers.
    NamesAndNumbers = "names-and-numbers" in UsersAndFunctions [UsersRead];
    /// Pickup groups.
    PickupGroups = "pickup-groups" in UsersAndFunctions [UsersRead, GroupsRead, GroupsWrite];
    /// Hunt groups.
    HuntGroups = "hunt-groups" in UsersAndFunctions [UsersRead, GroupsRead, GroupsWrite];
    /// Authorisation.
    Authorisation = "authorisation" in UsersAndFunctions;
    /// Authorisation groups.
    AuthorisationGroups = "authorisation-groups" in Authorisation [UsersRead, GroupsRead, GroupsWrite];
    /// GUI groups.
    WebGui = "web-gui" in Authorisation [GroupsRead, GroupsWrite];
    /// Provisioning.
    Provisioning = "provisioning" in Administration;
    /// Devices.
    Devices = "devices" in Provisioning [DevicesRead, DevicesWrite, UsersRead, SitesRead];
    /// Access keys.
    AccessKeys = "access-keys" in Devices [AccessKeyReveal, AccessKeyRotate];
    /// Changes and publishing.
    Publishing = "publishing" in Provisioning [ReleasesRead, ReleasesPublish];
    /// Sites.
    Sites = "sites" in Administration [SitesRead, SitesWrite];
    /// Device agents.
    Agents = "agents" in Sites [AgentsWrite];
    /// People, their roles and invitations.
    People = "people" in Administration [PeopleRead, PeopleWrite];
    /// Roles of one's own.
    Roles = "roles" in People [PeopleRead, RolesWrite];
    /// Act as another person.
    Impersonation = "impersonation" in People [PeopleImpersonate];
    /// API tokens.
    Tokens = "tokens" in People [TokensWrite];
    /// Settings.
    Settings = "settings" in Administration [SettingsRead, SettingsWrite];
    /// State of the system.
    SystemStatus = "system-status" in Administration;
    /// SIP registrations.
    Registrations = "registrations" in SystemStatus [RegistrationsRead];
    /// Call records.
    CallRecords = "call-records" in SystemStatus [CallsRead];
    /// The audit log.
    AuditLog = "audit-log" in SystemStatus [AuditRead, AuditExport];
}

parsed_text!(Module, "users");

impl Module {
    /// How deep in the menu: 0 for a branch of its own.
    #[must_use]
    pub fn depth(self) -> usize {
        std::iter::successors(self.parent(), |module| module.parent()).count()
    }

    /// Whether it hangs on `other`, directly or not.
    #[must_use]
    pub fn is_below(self, other: Self) -> bool {
        std::iter::successors(self.parent(), |module| module.parent()).any(|above| above == other)
    }
}

/// A set of modules; a module is in it only with all its parents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Modules(u64);

const _: () = assert!(Module::ALL.len() <= 64, "a set is 64 bits");

/// Why modules do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModuleRefusal {
    /// This parent is off (P-077).
    ParentOff(Module),
    /// This one must stay on, or nobody gets in or out (P-079).
    Needed(Module),
}

impl Modules {
    /// Without which a GUI group is of no use.
    pub const NEEDED: [Module; 2] = [Module::LogIn, Module::LogOut];

    /// Those of a new GUI group: the ones that cannot be off.
    #[must_use]
    pub fn least() -> Self {
        Self::NEEDED.into_iter().collect()
    }

    /// Those of `New admin GUI`: every one.
    #[must_use]
    pub fn of_administrators() -> Self {
        Module::ALL.iter().copied().collect()
    }

    /// Those of `New user GUI`: what is one's own.
    #[must_use]
    pub fn of_users() -> Self {
        let own =
            |module: &Module| *module != Module::Administration && !module.is_below(Module::Administration);
        Module::ALL
            .iter()
            .copied()
            .filter(own)
            .filter(|module| *module != Module::ProfileImpersonation)
            .collect()
    }

    /// Whether `module` is on.
    #[must_use]
    pub fn contains(self, module: Module) -> bool {
        self.0 & bit(module) != 0
    }

    /// Each that is on, in the order of the menu.
    pub fn iter(self) -> impl Iterator<Item = Module> {
        Module::ALL.iter().copied().filter(move |module| self.contains(*module))
    }

    /// What is on in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What all their pages need.
    #[must_use]
    pub fn permissions(self) -> Permissions {
        self.iter().fold(Permissions::NONE, |all, module| all.with(module.permissions()))
    }

    /// With these off, and all that hang on them (P-078), and then these on, each with its parents on already or
    /// switched on here (P-077).
    ///
    /// # Errors
    /// [`ModuleRefusal`].
    pub fn switched(self, off: &[Module], on: &[Module]) -> Result<Self, ModuleRefusal> {
        let goes = |module: Module| off.iter().any(|gone| *gone == module || module.is_below(*gone));
        let kept: Self = self.iter().filter(|module| !goes(*module)).collect();
        let all = kept.with(on.iter().copied().collect());
        let parents = all.iter().filter_map(Module::parent);
        if let Some(parent) = parents.into_iter().find(|parent| !all.contains(*parent)) {
            return Err(ModuleRefusal::ParentOff(parent));
        }
        match Self::NEEDED.into_iter().find(|needed| !all.contains(*needed)) {
            Some(needed) => Err(ModuleRefusal::Needed(needed)),
            None => Ok(all),
        }
    }
}

fn bit(module: Module) -> u64 {
    1 << module as u64
}

impl FromIterator<Module> for Modules {
    fn from_iter<I: IntoIterator<Item = Module>>(modules: I) -> Self {
        Self(modules.into_iter().fold(0, |bits, module| bits | bit(module)))
    }
}

impl serde::Serialize for Modules {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> serde::Deserialize<'de> for Modules {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Module>::deserialize(deserializer).map(|list| list.into_iter().collect())
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Modules {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ArrayBuilder::new().items(<Module as utoipa::PartialSchema>::schema()).into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Modules {
    fn name() -> std::borrow::Cow<'static, str> {
        "Modules".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_stand_before_their_children_and_names_are_read_back() {
        for module in Module::ALL {
            assert!(module.parent().is_none_or(|parent| parent < *module), "{module}");
            assert_eq!(Module::parse(module.as_str()), Ok(*module));
        }
        assert_eq!(Module::UserImport.depth(), 3);
    }

    // proves P-077, P-078, P-079
    #[test]
    fn a_module_is_on_only_with_its_parents_and_signing_in_and_out_stay_on() {
        let least = Modules::least();
        let orphan = least.switched(&[], &[Module::Users]);
        assert_eq!(orphan, Err(ModuleRefusal::ParentOff(Module::UsersAndFunctions)));
        let branch = [Module::Administration, Module::UsersAndFunctions, Module::Users, Module::UserImport];
        let all = least.switched(&[], &branch).unwrap();
        assert_eq!(all.iter().count(), 6);
        assert_eq!(all.switched(&[Module::UsersAndFunctions], &[]).unwrap().iter().count(), 3);
        assert_eq!(all.switched(&[Module::LogOut], &[]), Err(ModuleRefusal::Needed(Module::LogOut)));
    }

    #[test]
    fn a_user_s_own_pages_need_nothing_of_the_platform() {
        assert_eq!(Modules::of_users().permissions(), Permissions::NONE);
        assert!(Modules::of_administrators().permissions().contains(Permission::UsersWrite));
        for modules in [Modules::of_users(), Modules::of_administrators()] {
            assert_eq!(modules.switched(&[], &[]), Ok(modules), "whole with their parents");
        }
    }
}
