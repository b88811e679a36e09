//! API tokens: kept as hashes, worth never more than their owner at the moment of use.

use cordboard_domain::access::Scope;
use cordboard_types::{ApiTokenId, Label, NodeId, Permissions, PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QueryOrder};

use crate::{
    Result, StoreError, System,
    entity::{api_token, node},
    parse, roles,
    sessions::TokenHash,
};

/// Milliseconds between two notes of a token's use.
const NOTE_EVERY: i64 = 60_000;

/// What a token needs.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Its owner.
    pub person: PersonId,
    /// Where it acts and the most it may do.
    pub scope: Scope,
    /// Name its owner knows it by.
    pub name: Label,
    /// SHA-256 of the token.
    pub token: TokenHash,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A token without itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: ApiTokenId,
    /// Its owner.
    pub person: PersonId,
    /// Where it acts.
    pub node: NodeId,
    /// Name of that node.
    pub node_name: String,
    /// The most it may do.
    pub permissions: Permissions,
    /// Its name.
    pub name: Label,
    /// When it was minted.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// From where.
    pub last_used_ip: Option<String>,
}

impl System {
    /// Keeps a token.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_token(&self, new: NewToken) -> Result<ApiTokenId> {
        let id = ApiTokenId::new();
        self.open
            .insert(api_token::ActiveModel {
                id: Set(id.0),
                person_id: Set(new.person.0),
                node_id: Set(new.scope.node.0),
                name: Set(new.name.to_string()),
                permissions: Set(roles::words(new.scope.permissions)),
                token_hash: Set(new.token.0),
                created_at: Set(self.now().0),
                expires_at: Set(new.expires_at.0),
                last_used_at: Set(None),
                last_used_ip: Set(None),
            })
            .await?;
        Ok(id)
    }

    /// A person's tokens, newest first; there are few.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tokens(&self, person: PersonId) -> Result<Vec<Token>> {
        let rows = self
            .find::<api_token::Entity>()
            .filter(api_token::Column::PersonId.eq(person.0))
            .order_by_desc(api_token::Column::Id)
            .all(self.tx())
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let ids = rows.iter().map(|row| row.node_id);
        let nodes = self.find::<node::Entity>().filter(node::Column::Id.is_in(ids)).all(self.tx()).await?;
        let name = |id| nodes.iter().find(|node| node.id == id).map(|node| node.name.clone());
        rows.into_iter()
            .map(|row| {
                let node_name = name(row.node_id).unwrap_or_default();
                read(row, node_name)
            })
            .collect()
    }

    /// The live token of a hash.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_token(&self, token: &TokenHash) -> Result<Option<Token>> {
        let row = self
            .find::<api_token::Entity>()
            .filter(api_token::Column::TokenHash.eq(token.0.clone()))
            .filter(api_token::Column::ExpiresAt.gt(self.now().0))
            .one(self.tx())
            .await?;
        row.map(|row| read(row, String::new())).transpose()
    }

    /// Notes that a token was used; at most once a minute.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_token_use(&self, id: ApiTokenId, ip: &str) -> Result<()> {
        let now = self.now();
        let due = Condition::any()
            .add(api_token::Column::LastUsedAt.is_null())
            .add(api_token::Column::LastUsedAt.lt(now.plus(-NOTE_EVERY).0));
        self.update::<api_token::Entity>()
            .filter(api_token::Column::Id.eq(id.0))
            .filter(due)
            .col_expr(api_token::Column::LastUsedAt, now.0.into())
            .col_expr(api_token::Column::LastUsedIp, ip.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Ends a token of a person.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is somebody else's or nobody's.
    pub async fn delete_token(&self, person: PersonId, id: ApiTokenId) -> Result<()> {
        let gone = self
            .delete::<api_token::Entity>()
            .filter(api_token::Column::Id.eq(id.0))
            .filter(api_token::Column::PersonId.eq(person.0));
        if gone.exec(self.tx()).await?.rows_affected == 1 { Ok(()) } else { Err(StoreError::NotFound) }
    }

    /// Removes tokens that ended; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_tokens(&self, before: Timestamp) -> Result<u64> {
        let ended = self.delete::<api_token::Entity>().filter(api_token::Column::ExpiresAt.lt(before.0));
        Ok(ended.exec(self.tx()).await?.rows_affected)
    }
}

impl Token {
    /// Whether the last note of its use is old enough for another.
    #[must_use]
    pub fn use_is_to_be_noted(&self, now: Timestamp) -> bool {
        self.last_used_at.is_none_or(|last| now.since(last) > NOTE_EVERY)
    }

    /// What narrows whoever shows it.
    #[must_use]
    pub fn scope(&self) -> Scope {
        Scope { node: self.node, permissions: self.permissions }
    }
}

fn read(row: api_token::Model, node_name: String) -> Result<Token> {
    Ok(Token {
        id: ApiTokenId(row.id),
        person: PersonId(row.person_id),
        node: NodeId(row.node_id),
        node_name,
        permissions: roles::permissions(&row.permissions),
        name: parse::label(&row.name)?,
        created_at: Timestamp(row.created_at),
        expires_at: Timestamp(row.expires_at),
        last_used_at: row.last_used_at.map(Timestamp),
        last_used_ip: row.last_used_ip,
    })
}
