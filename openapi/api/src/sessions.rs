//! Signing in and out.

use cordboard_types::{Email, Label, Locale, NodeId, Permission, PersonId, Role, SignInPassword};

use crate::dto;

dto! {
    /// `POST /sessions`.
    pub struct SignIn {
        /// The person's address.
        pub email: Email,
        /// The password.
        pub password: SignInPassword,
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
        /// Where the person has which role, the widest first.
        pub memberships: Vec<Membership>,
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
        pub role: Role,
        /// What that role may do.
        pub permissions: Vec<Permission>,
    }
}
