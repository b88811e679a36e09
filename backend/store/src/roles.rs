//! Roles somebody made: names for sets of permissions, in a node and below it.

use cordboard_types::{Label, NodeId, Permission, Permissions, RoleId};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder};

use crate::{
    Result, StoreError, System,
    entity::{membership, role},
};

/// A role somebody made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// The node it was made in; it may be given there and below.
    pub node: NodeId,
    /// Its name.
    pub name: Label,
    /// What it allows.
    pub permissions: Permissions,
    /// Its version.
    pub version: i64,
}

impl System {
    /// The roles that may be given in the last node of `path`: those of it and of the nodes above, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn roles(&self, path: &[NodeId]) -> Result<Vec<Role>> {
        let nodes = path.iter().map(|node| node.0);
        let rows = self.find::<role::Entity>().filter(role::Column::NodeId.is_in(nodes));
        let rows =
            rows.order_by_asc(role::Column::Name).order_by_asc(role::Column::Id).all(self.tx()).await?;
        rows.iter().map(read).collect()
    }

    /// One role.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn role(&self, id: RoleId) -> Result<Role> {
        let row = self.find::<role::Entity>().filter(role::Column::Id.eq(id.0)).one(self.tx()).await?;
        read(&row.ok_or(StoreError::NotFound)?)
    }

    /// Makes a role.
    ///
    /// # Errors
    /// [`crate::Taken::Name`] when the node has one of that name.
    pub async fn create_role(&self, node: NodeId, name: &Label, permissions: Permissions) -> Result<RoleId> {
        let id = RoleId::new();
        self.open
            .insert(role::ActiveModel {
                id: Set(id.0),
                node_id: Set(node.0),
                name: Set(name.to_string()),
                permissions: Set(words(permissions)),
                created_at: Set(self.now().0),
                version: Set(1),
            })
            .await?;
        Ok(id)
    }

    /// Changes name and permissions; holders have the new ones with their next request.
    ///
    /// # Errors
    /// [`StoreError::Version`], or the name is taken.
    pub async fn change_role(
        &self,
        id: RoleId,
        version: i64,
        name: &Label,
        permissions: Permissions,
    ) -> Result<()> {
        let changed = self
            .update::<role::Entity>()
            .filter(role::Column::Id.eq(id.0))
            .filter(role::Column::Version.eq(version))
            .col_expr(role::Column::Name, name.as_str().into())
            .col_expr(role::Column::Permissions, words(permissions).into())
            .col_expr(role::Column::Version, version.saturating_add(1).into())
            .exec(self.tx())
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Version) }
    }

    /// Removes a role.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while somebody has it, [`StoreError::Version`].
    pub async fn delete_role(&self, id: RoleId, version: i64) -> Result<()> {
        let held = self.find::<membership::Entity>().filter(membership::Column::Role.eq(id.to_string()));
        if held.one(self.tx()).await?.is_some() {
            return Err(StoreError::InUse);
        }
        let gone = self
            .delete::<role::Entity>()
            .filter(role::Column::Id.eq(id.0))
            .filter(role::Column::Version.eq(version));
        if gone.exec(self.tx()).await?.rows_affected == 1 { Ok(()) } else { Err(StoreError::Version) }
    }
}

/// Permissions as they lie in a row: stable names with a space between them.
pub(crate) fn words(permissions: Permissions) -> String {
    permissions.iter().map(Permission::as_str).collect::<Vec<_>>().join(" ")
}

/// A name this program does not know is of a newer one: it allows nothing here.
pub(crate) fn permissions(words: &str) -> Permissions {
    words.split(' ').filter_map(|word| Permission::parse(word).ok()).collect()
}

fn read(row: &role::Model) -> Result<Role> {
    Ok(Role {
        id: RoleId(row.id),
        node: NodeId(row.node_id),
        name: Label::parse(&row.name).map_err(|_| StoreError::Corrupt("role name"))?,
        permissions: permissions(&row.permissions),
        version: row.version,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(permissions(&words(Permissions::all())), Permissions::all());
        assert_eq!(permissions(""), Permissions::NONE);
        assert_eq!(permissions("calls:read of:tomorrow").iter().count(), 1);
    }
}
