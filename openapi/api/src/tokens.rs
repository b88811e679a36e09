//! API tokens of the person who asks.

use cordboard_types::{ApiTokenId, Label, NodeId, Permissions, Timestamp};

use crate::dto;

dto! {
    /// `POST /tokens`.
    pub struct NewToken {
        /// Name its owner knows it by.
        pub name: Label,
        /// Where it acts.
        pub node: NodeId,
        /// The most it may do; never more than its owner at the moment of use.
        pub permissions: Permissions,
        /// When it ends: at most a year from now.
        pub expires_at: Timestamp,
    }

    /// A token without itself.
    pub struct Token {
        /// Its id.
        pub id: ApiTokenId,
        /// Its name.
        pub name: Label,
        /// Where it acts.
        pub node: NodeId,
        /// Name of that node.
        pub node_name: String,
        /// The most it may do.
        pub permissions: Permissions,
        /// When it was minted.
        pub created_at: Timestamp,
        /// When it ends.
        pub expires_at: Timestamp,
        /// When it was last used, to the minute.
        #[serde(default)]
        pub last_used_at: Option<Timestamp>,
        /// From where.
        #[serde(default)]
        pub last_used_ip: Option<String>,
    }

    /// Answer to `POST /tokens`. The token is shown once.
    pub struct TokenMinted {
        /// Its id.
        pub id: ApiTokenId,
        /// What goes into `Authorization: Bearer …`.
        pub token: String,
    }
}
