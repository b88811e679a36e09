//! Kinds of groups of the telephone system, and those that are always there.

use crate::{Invalid, macros::parsed_text};

macro_rules! named {
    ($(#[$meta:meta])* $name:ident, $example:literal { $($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $variant),+
        }

        impl $name {
            /// Every one, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name.
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
        }

        parsed_text!($name, $example);
    };
}

named! {
    /// What the members of an authorisation group are (003 §Autorisatiegroepen).
    GroupKind, "user" {
        /// PBX users.
        User = "user",
        /// Queues.
        Queue = "queue",
        /// Telephone systems.
        Host = "host",
    }
}

named! {
    /// The authorisation groups that are always there (003 §Vooraf gedefinieerde machtigingsgroepen).
    Standard, "all-users" {
        /// The administrator.
        Admins = "admins",
        /// The telephone system itself.
        AllHosts = "all-hosts",
        /// Users that do not stand in the internal directory.
        AllInvisibleUsers = "all-invisible-users",
        /// Every user.
        AllUsers = "all-users",
        /// Users that stand in the internal directory.
        AllVisibleUsers = "all-visible-users",
        /// Every queue.
        AllQueues = "all-queues",
    }
}

named! {
    /// The GUI groups that are always there.
    GuiStandard, "new-user-gui" {
        /// Everything, for administrators.
        Admin = "new-admin-gui",
        /// A user's own pages.
        User = "new-user-gui",
    }
}

named! {
    /// In which order a hunt group rings its members.
    HuntStrategy, "linear" {
        /// One after the other.
        Linear = "linear",
        /// All at once.
        Parallel = "parallel",
    }
}

impl Standard {
    /// What its members are.
    #[must_use]
    pub fn kind(self) -> GroupKind {
        match self {
            Self::AllHosts => GroupKind::Host,
            Self::AllQueues => GroupKind::Queue,
            Self::Admins | Self::AllInvisibleUsers | Self::AllUsers | Self::AllVisibleUsers => {
                GroupKind::User
            }
        }
    }

    /// Its name on the telephone system.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Admins => "Admins",
            Self::AllHosts => "All Hosts",
            Self::AllInvisibleUsers => "All invisible users",
            Self::AllUsers => "All Users",
            Self::AllVisibleUsers => "All visible users",
            Self::AllQueues => "All Queues",
        }
    }

    /// Whether its members follow from what they are, so that nobody is added or taken.
    #[must_use]
    pub fn is_derived(self) -> bool {
        self != Self::Admins
    }
}

impl GuiStandard {
    /// Its name on the telephone system.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Admin => "New admin GUI",
            Self::User => "New user GUI",
        }
    }
}
