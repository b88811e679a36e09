//! Who holds which role in a node: people, invitations, roles somebody made.

use cordboard_types::{
    Email, InvitationId, Label, Locale, NodeId, Permissions, PersonId, RoleId, RoleName, SignInPassword,
    Timestamp,
};

use crate::dto;

dto! {
    /// A person with their roles in a node.
    pub struct Member {
        /// The person.
        pub person: PersonId,
        /// Their name.
        pub name: Label,
        /// Their address.
        pub email: Email,
        /// Their roles in this node.
        pub roles: Vec<RoleName>,
        /// Since when a second factor is asked for.
        #[serde(default)]
        pub second_factor_since: Option<Timestamp>,
        /// When they last signed in.
        #[serde(default)]
        pub signed_in_at: Option<Timestamp>,
    }

    /// `POST /nodes/{node}/people/{person}/roles`.
    pub struct NewMembership {
        /// The role to give.
        pub role: RoleName,
    }

    /// `POST /nodes/{node}/invitations`.
    pub struct NewInvitation {
        /// Address the link goes to.
        pub email: Email,
        /// Name of who is invited.
        pub name: Label,
        /// The role.
        pub role: RoleName,
        /// Language of the mail.
        #[serde(default)]
        pub locale: Option<Locale>,
    }

    /// An open invitation.
    pub struct Invitation {
        /// Its id.
        pub id: InvitationId,
        /// Address it went to.
        pub email: Email,
        /// Name of who is invited.
        pub name: Label,
        /// The role.
        pub role: RoleName,
        /// Who invited.
        pub invited_by: String,
        /// When.
        pub created_at: Timestamp,
        /// When its link ends.
        pub expires_at: Timestamp,
    }

    /// `POST /invitation-lookups`: what a link is for.
    pub struct InvitationLookup {
        /// Token of the link.
        pub token: String,
    }

    /// What a link is for.
    pub struct InvitationFound {
        /// Address it went to.
        pub email: Email,
        /// Name of who is invited.
        pub name: Label,
        /// Name of the provider or customer.
        pub node_name: String,
        /// Who invited.
        pub invited_by: String,
        /// Whether the address has a password already: then that one is asked for.
        pub has_password: bool,
    }

    /// `POST /invitation-acceptances`.
    pub struct InvitationAcceptance {
        /// Token of the link.
        pub token: String,
        /// The password: a new one, or the one in force of an address that has one.
        pub password: SignInPassword,
    }

    /// A role somebody made, or a predefined one.
    pub struct Role {
        /// The name a membership has it by.
        pub role: RoleName,
        /// Name for people; none for a predefined one, which the catalogue of messages names.
        #[serde(default)]
        pub name: Option<Label>,
        /// Where it was made; none for a predefined one.
        #[serde(default)]
        pub node: Option<NodeId>,
        /// What it allows.
        pub permissions: Permissions,
        /// Whether the one who asks may give it here.
        pub grantable: bool,
        /// Version for `If-Match`; 0 for a predefined one.
        pub version: i64,
    }

    /// `POST /nodes/{node}/roles`, and `PUT /nodes/{node}/roles/{role}` with `If-Match`.
    pub struct RoleDraft {
        /// Its name.
        pub name: Label,
        /// What it allows.
        pub permissions: Permissions,
    }

    /// Answer to `POST /nodes/{node}/roles`.
    pub struct RoleMade {
        /// Its id.
        pub id: RoleId,
    }
}
