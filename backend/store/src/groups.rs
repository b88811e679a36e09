//! Authorisation groups: who is in them and what they grant.
//!
//! The members of a predefined group follow from what the users are; only those of other groups are rows.

mod effective;
mod grants;
mod members;
mod standard;

use cordboard_types::{GroupId, GroupKind, Label, Standard, Timestamp};
use sea_orm::{ActiveValue::Set, FromQueryResult};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Subject, Tenant, entity::user_group, parse, query::limit,
};

pub use effective::{Effective, EffectiveTarget};
pub use grants::{Grant, GrantTarget, NewGrant};
pub use members::GroupMember;
pub(crate) use members::{MEMBER, member};

/// An authorisation group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// What its members are.
    pub kind: GroupKind,
    /// Its name.
    pub name: Label,
    /// Which of the predefined ones it is.
    pub standard: Option<Standard>,
    /// How many members it has.
    pub members: u32,
    /// When it was created.
    pub created_at: Timestamp,
    /// Version for `If-Match`.
    pub version: i64,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kind: String,
    name: String,
    standard: Option<String>,
    members: i64,
    created_at: i64,
    version: i64,
}

const SELECT: &str = "SELECT h.id, h.kind, h.name, h.standard, h.created_at, h.version, \
    CASE h.standard \
        WHEN 'all-hosts' THEN 1 \
        WHEN 'all-users' THEN (SELECT COUNT(*) FROM pbx_user u WHERE u.tenant_id = h.tenant_id) \
        WHEN 'all-visible-users' THEN \
            (SELECT COUNT(*) FROM pbx_user u WHERE u.tenant_id = h.tenant_id AND NOT u.hidden) \
        WHEN 'all-invisible-users' THEN \
            (SELECT COUNT(*) FROM pbx_user u WHERE u.tenant_id = h.tenant_id AND u.hidden) \
        ELSE (SELECT COUNT(*) FROM group_member m WHERE m.tenant_id = h.tenant_id AND m.group_id = h.id) \
    END AS members \
    FROM user_group h WHERE h.tenant_id = $1";

/// Whether user `u` is in group `h`.
pub(crate) const HOLDS: &str = "(h.standard = 'all-users' \
    OR (h.standard = 'all-visible-users' AND NOT u.hidden) OR (h.standard = 'all-invisible-users' AND u.hidden) \
    OR EXISTS (SELECT 1 FROM group_member m \
        WHERE m.tenant_id = h.tenant_id AND m.group_id = h.id AND m.user_id = u.id))";

impl Tenant {
    /// The groups by name.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn groups(&self, page: &PageRequest) -> Result<Paged<Group>> {
        let (name, id) = page.key::<(String, Uuid)>()?.unwrap_or_default();
        let sql = format!("{SELECT} AND (h.name, h.id) > ($2, $3) ORDER BY h.name, h.id LIMIT $4");
        let rows = self.rows::<Row>(&sql, vec![name.into(), id.into(), limit(page)]).await?;
        let rows = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| (row.name.to_string(), row.id.0))
    }

    /// The predefined groups.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn standard_groups(&self) -> Result<Vec<Group>> {
        let sql = format!("{SELECT} AND h.standard IS NOT NULL ORDER BY h.name, h.id");
        self.rows::<Row>(&sql, vec![]).await?.iter().map(read).collect()
    }

    /// One group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn group(&self, id: GroupId) -> Result<Group> {
        let sql = format!("{SELECT} AND h.id = $2");
        let row = self.rows::<Row>(&sql, vec![id.0.into()]).await?.pop();
        read(&row.ok_or(StoreError::NotFound)?)
    }

    /// Makes a group without members.
    ///
    /// # Errors
    /// [`crate::Taken::Name`].
    pub async fn create_group(&self, kind: GroupKind, name: &Label) -> Result<GroupId> {
        let id = GroupId::new();
        self.open
            .insert(user_group::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                kind: Set(kind.as_str().to_owned()),
                name: Set(name.to_string()),
                standard: Set(None),
                created_at: Set(self.now().0),
                version: Set(1),
            })
            .await?;
        self.notify(Subject::Group(id.0));
        Ok(id)
    }

    /// Renames a group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`StoreError::Predefined`], [`crate::Taken::Name`].
    pub async fn rename_group(&self, id: GroupId, version: i64, name: &Label) -> Result<()> {
        self.own_group_at(id, version).await?;
        let sql = "UPDATE user_group SET name = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![id.0.into(), name.as_str().into()]).await?;
        self.notify(Subject::Group(id.0));
        Ok(())
    }

    /// Removes a group, what it grants and what is granted on it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`StoreError::Predefined`] (P-074).
    pub async fn delete_group(&self, id: GroupId, version: i64) -> Result<()> {
        self.own_group_at(id, version).await?;
        self.run("DELETE FROM user_group WHERE tenant_id = $1 AND id = $2", vec![id.0.into()]).await?;
        self.notify(Subject::Group(id.0));
        Ok(())
    }

    async fn own_group_at(&self, id: GroupId, version: i64) -> Result<()> {
        self.lock_model().await?;
        match self.group(id).await? {
            Group { standard: Some(_), .. } => Err(StoreError::Predefined),
            group if group.version != version => Err(StoreError::Version),
            _ => Ok(()),
        }
    }
}

fn read(row: &Row) -> Result<Group> {
    Ok(Group {
        id: GroupId(row.id),
        kind: parse::value(&row.kind, GroupKind::parse, "group kind")?,
        name: parse::label(&row.name)?,
        standard: parse::optional(row.standard.as_deref(), Standard::parse, "standard group")?,
        members: parse::number(row.members)?,
        created_at: Timestamp(row.created_at),
        version: row.version,
    })
}
