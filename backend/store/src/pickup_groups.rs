//! Pickup groups: their members answer each other's calls.

use std::collections::HashMap;

use cordboard_types::{Label, PickupGroupId, Timestamp, UserId};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult, Value};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Subject, Tenant,
    entity::{pickup_group, pickup_member},
    groups::GroupMember,
    parse,
    query::{limit, places},
};

/// A pickup group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickupGroup {
    /// Its id.
    pub id: PickupGroupId,
    /// Its number, as a function key names it (P-065).
    pub number: u32,
    /// Its name.
    pub name: Label,
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
    number: i32,
    name: String,
    members: i64,
    created_at: i64,
    version: i64,
}

#[derive(FromQueryResult)]
struct Number {
    number: i32,
}

#[derive(FromQueryResult)]
struct NumberOf {
    user_id: Uuid,
    number: i32,
}

const SELECT: &str = "SELECT p.id, p.number, p.name, p.created_at, p.version, \
    (SELECT COUNT(*) FROM pickup_member m WHERE m.tenant_id = p.tenant_id AND m.group_id = p.id) AS members \
    FROM pickup_group p WHERE p.tenant_id = $1";

impl Tenant {
    /// The pickup groups by number.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn pickup_groups(&self, page: &PageRequest) -> Result<Paged<PickupGroup>> {
        let after: i32 =
            parse::number(page.key::<u32>()?.unwrap_or_default()).map_err(|_| StoreError::Cursor)?;
        let sql = format!("{SELECT} AND p.number > $2 ORDER BY p.number LIMIT $3");
        let rows = self.rows::<Row>(&sql, vec![after.into(), limit(page)]).await?;
        let rows = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.number)
    }

    /// One pickup group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn pickup_group(&self, id: PickupGroupId) -> Result<PickupGroup> {
        let sql = format!("{SELECT} AND p.id = $2");
        let row = self.rows::<Row>(&sql, vec![id.0.into()]).await?.pop();
        read(&row.ok_or(StoreError::NotFound)?)
    }

    /// The pickup groups a user is in, by number.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pickup_groups_of(&self, user: UserId) -> Result<Vec<PickupGroup>> {
        let sql = format!(
            "{SELECT} AND EXISTS (SELECT 1 FROM pickup_member m WHERE m.tenant_id = p.tenant_id \
             AND m.group_id = p.id AND m.user_id = $2) ORDER BY p.number"
        );
        self.rows::<Row>(&sql, vec![user.0.into()]).await?.iter().map(read).collect()
    }

    /// Makes a pickup group without members. It gets the number asked for, else the next one.
    ///
    /// # Errors
    /// [`crate::Taken`].
    pub async fn create_pickup_group(&self, name: &Label, number: Option<u32>) -> Result<PickupGroupId> {
        self.lock_model().await?;
        let sql = "SELECT COALESCE(MAX(number), 0) + 1 AS number FROM pickup_group WHERE tenant_id = $1";
        let next = self.rows::<Number>(sql, vec![]).await?.pop().map_or(1, |row| row.number);
        let number = number.map(parse::number).transpose()?.unwrap_or(next);
        let id = PickupGroupId::new();
        self.open
            .insert(pickup_group::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                number: Set(number),
                name: Set(name.to_string()),
                created_at: Set(self.now().0),
                version: Set(1),
            })
            .await?;
        self.notify(Subject::Group(id.0));
        Ok(id)
    }

    /// Renames a pickup group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`crate::Taken::Name`].
    pub async fn rename_pickup_group(&self, id: PickupGroupId, version: i64, name: &Label) -> Result<()> {
        self.pickup_group(id).await?;
        let sql = "UPDATE pickup_group SET name = $4, version = version + 1 \
            WHERE tenant_id = $1 AND id = $2 AND version = $3";
        self.once(id, sql, vec![id.0.into(), version.into(), name.as_str().into()]).await
    }

    /// Removes a pickup group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`].
    pub async fn delete_pickup_group(&self, id: PickupGroupId, version: i64) -> Result<()> {
        self.pickup_group(id).await?;
        let sql = "DELETE FROM pickup_group WHERE tenant_id = $1 AND id = $2 AND version = $3";
        self.once(id, sql, vec![id.0.into(), version.into()]).await
    }

    async fn once(&self, id: PickupGroupId, sql: &str, values: Vec<Value>) -> Result<()> {
        self.notify(Subject::Group(id.0));
        if self.run(sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Version) }
    }

    /// The members of a pickup group by extension.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], a malformed cursor.
    pub async fn pickup_members(&self, id: PickupGroupId, page: &PageRequest) -> Result<Paged<GroupMember>> {
        self.pickup_group(id).await?;
        let after = page.key::<String>()?.unwrap_or_default();
        let sql = format!(
            "SELECT {} FROM pickup_member m JOIN pbx_user u ON u.tenant_id = m.tenant_id AND u.id = m.user_id \
             JOIN line l ON l.tenant_id = u.tenant_id AND l.user_id = u.id \
             WHERE m.tenant_id = $1 AND m.group_id = $2 AND l.extension > $3 ORDER BY l.extension LIMIT $4",
            crate::groups::MEMBER
        );
        let rows = self.rows(&sql, vec![id.0.into(), after.into(), limit(page)]).await?;
        let rows = rows.iter().map(crate::groups::member).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.extension.to_string())
    }

    /// Gives a pickup group exactly these members.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`]; [`StoreError::Reference`] for an unknown user.
    pub async fn set_pickup_members(&self, id: PickupGroupId, version: i64, users: &[UserId]) -> Result<()> {
        self.pickup_group(id).await?;
        self.check_users(users, "/users").await?;
        let sql =
            "UPDATE pickup_group SET version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $3";
        self.once(id, sql, vec![id.0.into(), version.into()]).await?;
        self.run("DELETE FROM pickup_member WHERE tenant_id = $1 AND group_id = $2", vec![id.0.into()])
            .await?;
        let mut pairs: Vec<_> = users.iter().map(|user| (id, *user)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        self.add_pickup_members(&pairs).await
    }

    /// Gives a user exactly these pickup groups (P-066).
    ///
    /// # Errors
    /// [`StoreError::Reference`] for an unknown group.
    pub async fn set_pickup_groups_of(&self, user: UserId, groups: &[PickupGroupId]) -> Result<()> {
        for group in groups {
            self.pickup_group(*group).await.map_err(|error| error.referring("/pickup_groups"))?;
            self.notify(Subject::Group(group.0));
        }
        self.run("DELETE FROM pickup_member WHERE tenant_id = $1 AND user_id = $2", vec![user.0.into()])
            .await?;
        let mut pairs: Vec<_> = groups.iter().map(|group| (*group, user)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        self.add_pickup_members(&pairs).await
    }

    pub(crate) async fn add_pickup_members(&self, pairs: &[(PickupGroupId, UserId)]) -> Result<()> {
        let row = |(group, user): &(PickupGroupId, UserId)| pickup_member::ActiveModel {
            tenant_id: Set(self.id().0),
            group_id: Set(group.0),
            user_id: Set(user.0),
        };
        for some in pairs.chunks(500) {
            let rows = pickup_member::Entity::insert_many(some.iter().map(row));
            rows.exec_without_returning(self.tx()).await?;
        }
        Ok(())
    }

    /// Every pickup group with number and name, for whoever reads names out of a file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pickup_directory(&self) -> Result<Vec<(PickupGroupId, u32, String)>> {
        let rows = self.find::<pickup_group::Entity>().all(self.tx()).await?;
        let entry =
            |row: pickup_group::Model| Ok((PickupGroupId(row.id), parse::number(row.number)?, row.name));
        rows.into_iter().map(entry).collect()
    }

    /// The numbers of the pickup groups of several users.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pickup_numbers(&self, users: &[UserId]) -> Result<HashMap<UserId, Vec<u32>>> {
        let mut all: HashMap<UserId, Vec<u32>> = HashMap::new();
        for some in users.chunks(500) {
            let sql = format!(
                "SELECT m.user_id, p.number FROM pickup_member m \
                 JOIN pickup_group p ON p.tenant_id = m.tenant_id AND p.id = m.group_id \
                 WHERE m.tenant_id = $1 AND m.user_id IN ({}) ORDER BY p.number",
                places(2, some.len())
            );
            for row in self.rows::<NumberOf>(&sql, some.iter().map(|user| user.0.into()).collect()).await? {
                all.entry(UserId(row.user_id)).or_default().push(parse::number(row.number)?);
            }
        }
        Ok(all)
    }
}

fn read(row: &Row) -> Result<PickupGroup> {
    Ok(PickupGroup {
        id: PickupGroupId(row.id),
        number: parse::number(row.number)?,
        name: parse::label(&row.name)?,
        members: parse::number(row.members)?,
        created_at: Timestamp(row.created_at),
        version: row.version,
    })
}
