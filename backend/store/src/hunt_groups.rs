//! Hunt groups: one number rings several users.

use std::collections::HashMap;

use cordboard_types::{Extension, FoundKind, HuntGroupId, HuntStrategy, Label, Timestamp, UserId};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult, Value};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Subject, Taken, Tenant,
    entity::{hunt_group, hunt_member},
    parse,
    query::{limit, places},
};

/// Seconds a member rings before the next one unless told otherwise (P-068).
pub const TIMEOUT_S: u16 = 5;

/// What a person says of a hunt group (P-067).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HuntSettings {
    /// Its number.
    pub extension: Extension,
    /// Its name.
    pub title: Label,
    /// The name the members' phones show.
    pub shown_name: Label,
    /// In which order its members ring.
    pub strategy: HuntStrategy,
    /// Whether one busy member stops the hunting.
    pub group_busy: bool,
    /// Whether phones ring as for the door.
    pub door_intercom: bool,
}

impl HuntSettings {
    /// By what the group is found.
    fn terms(&self) -> Vec<String> {
        vec![self.title.to_string(), self.shown_name.to_string(), self.extension.to_string()]
    }
}

/// A hunt group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HuntGroup {
    /// Its id.
    pub id: HuntGroupId,
    /// What a person says of it.
    pub settings: HuntSettings,
    /// How many members it has.
    pub members: u32,
    /// When it was created.
    pub created_at: Timestamp,
    /// Version for `If-Match`.
    pub version: i64,
}

/// A member of a hunt group, in ringing order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HuntMember {
    /// The user.
    pub user: UserId,
    /// The user's name.
    pub name: Label,
    /// The user's extension.
    pub extension: Extension,
    /// Seconds before the next one rings.
    pub timeout_s: u16,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    extension: String,
    title: String,
    shown_name: String,
    strategy: String,
    group_busy: bool,
    door_intercom: bool,
    members: i64,
    created_at: i64,
    version: i64,
}

#[derive(FromQueryResult)]
struct MemberRow {
    user_id: Uuid,
    name: String,
    extension: String,
    timeout_s: i32,
}

#[derive(FromQueryResult)]
struct ExtensionOf {
    user_id: Uuid,
    extension: String,
}

#[derive(FromQueryResult)]
struct Number {
    number: i32,
}

const SELECT: &str = "SELECT h.id, h.extension, h.title, h.shown_name, h.strategy, h.group_busy, h.door_intercom, \
    h.created_at, h.version, \
    (SELECT COUNT(*) FROM hunt_member m WHERE m.tenant_id = h.tenant_id AND m.group_id = h.id) AS members \
    FROM hunt_group h WHERE h.tenant_id = $1";

impl Tenant {
    /// The hunt groups by extension.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn hunt_groups(&self, page: &PageRequest) -> Result<Paged<HuntGroup>> {
        let after = page.key::<String>()?.unwrap_or_default();
        let sql = format!("{SELECT} AND h.extension > $2 ORDER BY h.extension LIMIT $3");
        let rows = self.rows::<Row>(&sql, vec![after.into(), limit(page)]).await?;
        let rows = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.settings.extension.to_string())
    }

    /// One hunt group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn hunt_group(&self, id: HuntGroupId) -> Result<HuntGroup> {
        let sql = format!("{SELECT} AND h.id = $2");
        let row = self.rows::<Row>(&sql, vec![id.0.into()]).await?.pop();
        read(&row.ok_or(StoreError::NotFound)?)
    }

    /// The hunt groups a user is in, by extension.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hunt_groups_of(&self, user: UserId) -> Result<Vec<HuntGroup>> {
        let sql = format!(
            "{SELECT} AND EXISTS (SELECT 1 FROM hunt_member m WHERE m.tenant_id = h.tenant_id \
             AND m.group_id = h.id AND m.user_id = $2) ORDER BY h.extension"
        );
        self.rows::<Row>(&sql, vec![user.0.into()]).await?.iter().map(read).collect()
    }

    /// Makes a hunt group without members.
    ///
    /// # Errors
    /// [`Taken::Extension`]: users and groups share one number space.
    pub async fn create_hunt_group(&self, settings: &HuntSettings) -> Result<HuntGroupId> {
        self.lock_model().await?;
        self.check_number(&settings.extension).await?;
        let id = HuntGroupId::new();
        self.open
            .insert(hunt_group::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                extension: Set(settings.extension.to_string()),
                title: Set(settings.title.to_string()),
                shown_name: Set(settings.shown_name.to_string()),
                strategy: Set(settings.strategy.as_str().to_owned()),
                group_busy: Set(settings.group_busy),
                door_intercom: Set(settings.door_intercom),
                created_at: Set(self.now().0),
                version: Set(1),
            })
            .await?;
        self.add_terms(FoundKind::HuntGroup, &[(id.0, settings.terms())]).await?;
        self.notify(Subject::Group(id.0));
        Ok(id)
    }

    async fn check_number(&self, extension: &Extension) -> Result<()> {
        let used = self.extensions_in_use(std::slice::from_ref(extension)).await?;
        if used.is_empty() { Ok(()) } else { Err(StoreError::Taken(Taken::Extension)) }
    }

    /// Gives a hunt group new settings.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`Taken::Extension`].
    pub async fn change_hunt_group(
        &self,
        id: HuntGroupId,
        version: i64,
        settings: &HuntSettings,
    ) -> Result<()> {
        self.lock_model().await?;
        if self.hunt_group(id).await?.settings.extension != settings.extension {
            self.check_number(&settings.extension).await?;
        }
        let sql = "UPDATE hunt_group SET version = version + 1, extension = $4, title = $5, shown_name = $6, \
            strategy = $7, group_busy = $8, door_intercom = $9 WHERE tenant_id = $1 AND id = $2 AND version = $3";
        let values = vec![
            id.0.into(),
            version.into(),
            settings.extension.as_str().into(),
            settings.title.as_str().into(),
            settings.shown_name.as_str().into(),
            settings.strategy.as_str().into(),
            settings.group_busy.into(),
            settings.door_intercom.into(),
        ];
        self.hunt_once(id, sql, values).await?;
        self.change_terms(FoundKind::HuntGroup, id.0, settings.terms()).await
    }

    /// Removes a hunt group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`].
    pub async fn delete_hunt_group(&self, id: HuntGroupId, version: i64) -> Result<()> {
        self.hunt_group(id).await?;
        let sql = "DELETE FROM hunt_group WHERE tenant_id = $1 AND id = $2 AND version = $3";
        self.hunt_once(id, sql, vec![id.0.into(), version.into()]).await?;
        self.drop_terms(id.0).await
    }

    async fn hunt_once(&self, id: HuntGroupId, sql: &str, values: Vec<Value>) -> Result<()> {
        self.notify(Subject::Group(id.0));
        if self.run(sql, values).await? == 1 { Ok(()) } else { Err(StoreError::Version) }
    }

    /// The members of a hunt group in ringing order; all of them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn hunt_members(&self, id: HuntGroupId) -> Result<Vec<HuntMember>> {
        self.hunt_group(id).await?;
        let sql = "SELECT m.user_id, u.name, l.extension, m.timeout_s FROM hunt_member m \
            JOIN pbx_user u ON u.tenant_id = m.tenant_id AND u.id = m.user_id \
            JOIN line l ON l.tenant_id = u.tenant_id AND l.user_id = u.id \
            WHERE m.tenant_id = $1 AND m.group_id = $2 ORDER BY m.position, l.extension";
        self.rows::<MemberRow>(sql, vec![id.0.into()]).await?.iter().map(member).collect()
    }

    /// Gives a hunt group exactly these members, in this order, each with its seconds (P-069).
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`]; [`StoreError::Reference`] for an unknown user.
    pub async fn set_hunt_members(
        &self,
        id: HuntGroupId,
        version: i64,
        members: &[(UserId, u16)],
    ) -> Result<()> {
        self.hunt_group(id).await?;
        let users: Vec<_> = members.iter().map(|(user, _)| *user).collect();
        self.check_users(&users, "/members").await?;
        let sql =
            "UPDATE hunt_group SET version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $3";
        self.hunt_once(id, sql, vec![id.0.into(), version.into()]).await?;
        self.run("DELETE FROM hunt_member WHERE tenant_id = $1 AND group_id = $2", vec![id.0.into()]).await?;
        self.append_hunt_members(
            &members.iter().map(|(user, seconds)| (id, *user, *seconds)).collect::<Vec<_>>(),
        )
        .await
    }

    /// Puts users at the end of hunt groups.
    pub(crate) async fn append_hunt_members(&self, members: &[(HuntGroupId, UserId, u16)]) -> Result<()> {
        let mut next: HashMap<HuntGroupId, i32> = HashMap::new();
        let mut rows = Vec::with_capacity(members.len());
        for (group, user, seconds) in members {
            let position = match next.get(group) {
                Some(position) => *position,
                None => self.end_of_hunt(*group).await?,
            };
            next.insert(*group, position.saturating_add(1));
            rows.push(hunt_member::ActiveModel {
                tenant_id: Set(self.id().0),
                group_id: Set(group.0),
                user_id: Set(user.0),
                position: Set(position),
                timeout_s: Set(i32::from(*seconds)),
            });
        }
        if rows.is_empty() {
            return Ok(());
        }
        hunt_member::Entity::insert_many(rows).exec_without_returning(self.tx()).await?;
        Ok(())
    }

    async fn end_of_hunt(&self, group: HuntGroupId) -> Result<i32> {
        let sql = "SELECT COALESCE(MAX(position), 0) + 1 AS number FROM hunt_member \
            WHERE tenant_id = $1 AND group_id = $2";
        Ok(self.rows::<Number>(sql, vec![group.0.into()]).await?.pop().map_or(1, |row| row.number))
    }

    /// Every hunt group with extension and title, for whoever reads names out of a file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hunt_directory(&self) -> Result<Vec<(HuntGroupId, String, String)>> {
        let rows = self.find::<hunt_group::Entity>().all(self.tx()).await?;
        Ok(rows.into_iter().map(|row| (HuntGroupId(row.id), row.extension, row.title)).collect())
    }

    /// The extensions of the hunt groups of several users.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hunt_extensions(&self, users: &[UserId]) -> Result<HashMap<UserId, Vec<Extension>>> {
        let mut all: HashMap<UserId, Vec<Extension>> = HashMap::new();
        for some in users.chunks(500) {
            let sql = format!(
                "SELECT m.user_id, h.extension FROM hunt_member m \
                 JOIN hunt_group h ON h.tenant_id = m.tenant_id AND h.id = m.group_id \
                 WHERE m.tenant_id = $1 AND m.user_id IN ({}) ORDER BY h.extension",
                places(2, some.len())
            );
            for row in self.rows::<ExtensionOf>(&sql, some.iter().map(|user| user.0.into()).collect()).await?
            {
                all.entry(UserId(row.user_id)).or_default().push(parse::extension(&row.extension)?);
            }
        }
        Ok(all)
    }
}

fn read(row: &Row) -> Result<HuntGroup> {
    Ok(HuntGroup {
        id: HuntGroupId(row.id),
        settings: HuntSettings {
            extension: parse::extension(&row.extension)?,
            title: parse::label(&row.title)?,
            shown_name: parse::label(&row.shown_name)?,
            strategy: parse::value(&row.strategy, HuntStrategy::parse, "hunt strategy")?,
            group_busy: row.group_busy,
            door_intercom: row.door_intercom,
        },
        members: parse::number(row.members)?,
        created_at: Timestamp(row.created_at),
        version: row.version,
    })
}

fn member(row: &MemberRow) -> Result<HuntMember> {
    Ok(HuntMember {
        user: UserId(row.user_id),
        name: parse::label(&row.name)?,
        extension: parse::extension(&row.extension)?,
        timeout_s: parse::number(row.timeout_s)?,
    })
}
