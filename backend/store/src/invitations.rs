//! Invitations: a one-time link with which somebody takes a role.

use cordboard_types::{Email, InvitationId, Label, Locale, NodeId, PersonId, RoleName, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{PageRequest, Paged, Result, StoreError, System, entity::invitation, parse, sessions::TokenHash};

/// What an invitation needs.
#[derive(Debug, Clone)]
pub struct NewInvitation {
    /// Where the role is to be held.
    pub node: NodeId,
    /// Address it goes to.
    pub email: Email,
    /// Name of who is invited.
    pub name: Label,
    /// The role.
    pub role: RoleName,
    /// Language of the mail.
    pub locale: Locale,
    /// SHA-256 of the link's token.
    pub token: TokenHash,
    /// Who invites.
    pub by: PersonId,
    /// Name of who invites, for the mail and the list.
    pub by_name: String,
    /// When the link ends.
    pub expires_at: Timestamp,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Where the role is to be held.
    pub node: NodeId,
    /// Address it went to.
    pub email: Email,
    /// Name of who is invited.
    pub name: Label,
    /// The role.
    pub role: RoleName,
    /// Language.
    pub locale: Locale,
    /// Who invited; none when that person is gone.
    pub by: Option<PersonId>,
    /// Their name.
    pub by_name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When the link ends.
    pub expires_at: Timestamp,
}

impl System {
    /// Keeps an invitation; an older one of the same address to the same node ends.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_invitation(&self, new: &NewInvitation) -> Result<InvitationId> {
        self.delete::<invitation::Entity>()
            .filter(invitation::Column::NodeId.eq(new.node.0))
            .filter(invitation::Column::Email.eq(new.email.as_str()))
            .filter(invitation::Column::AcceptedAt.is_null())
            .exec(self.tx())
            .await?;
        let id = InvitationId::new();
        self.open
            .insert(invitation::ActiveModel {
                id: Set(id.0),
                node_id: Set(new.node.0),
                email: Set(new.email.to_string()),
                name: Set(new.name.to_string()),
                role: Set(new.role.to_string()),
                locale: Set(new.locale.as_str().to_owned()),
                token_hash: Set(new.token.0.clone()),
                invited_by: Set(Some(new.by.0)),
                invited_by_name: Set(new.by_name.clone()),
                created_at: Set(self.now().0),
                expires_at: Set(new.expires_at.0),
                accepted_at: Set(None),
            })
            .await?;
        Ok(id)
    }

    /// Open invitations of a node, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn invitations(&self, node: NodeId, page: &PageRequest) -> Result<Paged<Invitation>> {
        let mut query = self
            .find::<invitation::Entity>()
            .filter(invitation::Column::NodeId.eq(node.0))
            .filter(invitation::Column::AcceptedAt.is_null())
            .order_by_desc(invitation::Column::Id)
            .limit(page.limit());
        if let Some(after) = page.key::<Uuid>()? {
            query = query.filter(invitation::Column::Id.lt(after));
        }
        let rows = query.all(self.tx()).await?.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.id.0)
    }

    /// One open invitation of a node.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn invitation(&self, node: NodeId, id: InvitationId) -> Result<Invitation> {
        let row = self
            .find::<invitation::Entity>()
            .filter(invitation::Column::Id.eq(id.0))
            .filter(invitation::Column::NodeId.eq(node.0))
            .filter(invitation::Column::AcceptedAt.is_null());
        read(row.one(self.tx()).await?.ok_or(StoreError::NotFound)?)
    }

    /// The open invitation behind a link.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is unknown, used or over.
    pub async fn invitation_of(&self, token: &TokenHash) -> Result<Invitation> {
        let row = self
            .find::<invitation::Entity>()
            .filter(invitation::Column::TokenHash.eq(token.0.clone()))
            .filter(invitation::Column::AcceptedAt.is_null())
            .filter(invitation::Column::ExpiresAt.gt(self.now().0));
        read(row.one(self.tx()).await?.ok_or(StoreError::NotFound)?)
    }

    /// Uses a link up: of two at the same time one wins.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when somebody else was first.
    pub async fn accept_invitation(&self, id: InvitationId) -> Result<()> {
        let used = self
            .update::<invitation::Entity>()
            .filter(invitation::Column::Id.eq(id.0))
            .filter(invitation::Column::AcceptedAt.is_null())
            .col_expr(invitation::Column::AcceptedAt, self.now().0.into())
            .exec(self.tx())
            .await?;
        if used.rows_affected == 1 { Ok(()) } else { Err(StoreError::NotFound) }
    }

    /// Gives an invitation a new link; the one before is dead.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn renew_invitation(
        &self,
        id: InvitationId,
        token: &TokenHash,
        expires_at: Timestamp,
    ) -> Result<()> {
        self.update::<invitation::Entity>()
            .filter(invitation::Column::Id.eq(id.0))
            .col_expr(invitation::Column::TokenHash, token.0.clone().into())
            .col_expr(invitation::Column::ExpiresAt, expires_at.0.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_invitation(&self, id: InvitationId) -> Result<()> {
        self.delete::<invitation::Entity>().filter(invitation::Column::Id.eq(id.0)).exec(self.tx()).await?;
        Ok(())
    }

    /// Removes invitations that ended before `before`; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_invitations(&self, before: Timestamp) -> Result<u64> {
        let ended = self.delete::<invitation::Entity>().filter(invitation::Column::ExpiresAt.lt(before.0));
        Ok(ended.exec(self.tx()).await?.rows_affected)
    }
}

fn read(row: invitation::Model) -> Result<Invitation> {
    Ok(Invitation {
        id: InvitationId(row.id),
        node: NodeId(row.node_id),
        email: Email::parse(&row.email).map_err(|_| StoreError::Corrupt("email"))?,
        name: parse::label(&row.name)?,
        role: row.role.parse().map_err(|_| StoreError::Corrupt("role"))?,
        locale: Locale::parse(&row.locale).map_err(|_| StoreError::Corrupt("locale"))?,
        by: row.invited_by.map(PersonId),
        by_name: row.invited_by_name,
        created_at: Timestamp(row.created_at),
        expires_at: Timestamp(row.expires_at),
    })
}
