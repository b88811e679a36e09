//! Signing in and out, and what one is signed in as.

use cordboard_types::{
    Email, Label, Locale, NodeId, Permissions, PersonId, RoleName, SessionId, SignInPassword, Timestamp,
};

use crate::{choice, dto};

dto! {
    /// `POST /sessions`.
    pub struct SignIn {
        /// The person's address.
        pub email: Email,
        /// The password.
        pub password: SignInPassword,
    }

    /// `POST /sessions/current/second-factor`.
    pub struct SecondFactor {
        /// Six digits of the authenticator app, or a recovery code.
        pub code: String,
    }

    /// `GET /sessions/current`: who is signed in and what they may do.
    pub struct CurrentSession {
        /// The person.
        pub person: PersonId,
        /// Name shown in the UI.
        pub name: Label,
        /// Address.
        pub email: Email,
        /// Language.
        pub locale: Locale,
        /// What has to be done before anything else.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<Due>,
        /// Who really sits there, while they act as the person above.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub acting: Option<Acting>,
        /// Where the person has which role, the widest first.
        pub memberships: Vec<Membership>,
    }

    /// Somebody acts as somebody else.
    pub struct Acting {
        /// Name of who really sits there.
        pub by: Label,
        /// When it ends by itself.
        pub until: Timestamp,
    }

    /// A role in a node.
    pub struct Membership {
        /// The node.
        pub node: NodeId,
        /// Its name.
        pub node_name: String,
        /// `platform`, `provider`, `reseller`, `customer` or `site`.
        pub node_kind: String,
        /// The role.
        pub role: RoleName,
        /// What that role may do.
        pub permissions: Permissions,
    }

    /// A session as its person sees it in the list of theirs.
    pub struct ListedSession {
        /// The session.
        pub id: SessionId,
        /// Whether it is the one that asks.
        pub current: bool,
        /// When it began.
        pub created_at: Timestamp,
        /// When it was last used.
        pub seen_at: Timestamp,
        /// Address it began from.
        pub ip: String,
        /// Browser it began in.
        pub user_agent: String,
    }
}

choice! {
    /// What has to be done before anything else.
    pub enum Due {
        /// Show the second factor.
        SecondFactor,
        /// Choose a new password.
        NewPassword,
        /// Set a second factor up: a provider or customer of theirs asks for one.
        SecondFactorSetup,
    }
}
