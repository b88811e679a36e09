//! Who is in a group.

use cordboard_types::{Extension, GroupId, GroupKind, Label, Login, Standard, UserId};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult, sea_query::OnConflict};
use uuid::Uuid;

use super::{HOLDS, Row, SELECT, read};
use crate::{
    PageRequest, Paged, Result, StoreError, Subject, Tenant,
    entity::group_member,
    groups::Group,
    parse,
    query::{limit, places},
};

/// A user in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMember {
    /// The user.
    pub user: UserId,
    /// Login id.
    pub login: Login,
    /// The name.
    pub name: Label,
    /// The extension.
    pub extension: Extension,
}

#[derive(FromQueryResult)]
pub(crate) struct MemberRow {
    id: Uuid,
    login: String,
    name: String,
    extension: String,
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

/// The columns of a member; `u` is the user, `l` the line.
pub(crate) const MEMBER: &str = "u.id, u.login, u.name, l.extension";

impl Tenant {
    /// The members of a group by extension.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], a malformed cursor.
    pub async fn group_members(&self, group: GroupId, page: &PageRequest) -> Result<Paged<GroupMember>> {
        self.group(group).await?;
        let after = page.key::<String>()?.unwrap_or_default();
        let sql = format!(
            "SELECT {MEMBER} FROM user_group h JOIN line l ON l.tenant_id = h.tenant_id \
             JOIN pbx_user u ON u.tenant_id = l.tenant_id AND u.id = l.user_id \
             WHERE h.tenant_id = $1 AND h.id = $2 AND h.kind = 'user' AND {HOLDS} AND l.extension > $3 \
             ORDER BY l.extension LIMIT $4"
        );
        let rows = self.rows::<MemberRow>(&sql, vec![group.0.into(), after.into(), limit(page)]).await?;
        let rows = rows.iter().map(member).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.extension.to_string())
    }

    /// Puts users into a group; those who are in it already stay.
    ///
    /// # Errors
    /// [`StoreError::NotFound`]; [`StoreError::Reference`] for what is no user here, or no user's group (P-070);
    /// [`StoreError::Predefined`] where the members follow from the users.
    pub async fn add_members(&self, group: GroupId, users: &[UserId]) -> Result<()> {
        self.lock_model().await?;
        let found = self.group(group).await?;
        if found.kind != GroupKind::User {
            return Err(StoreError::Reference("/users"));
        }
        open_to_change(&found)?;
        self.check_users(users, "/users").await?;
        let row = |user: &UserId| group_member::ActiveModel {
            tenant_id: Set(self.id().0),
            group_id: Set(group.0),
            user_id: Set(user.0),
        };
        use group_member::Column as C;
        let known = OnConflict::columns([C::TenantId, C::GroupId, C::UserId]).do_nothing().to_owned();
        for some in users.chunks(500) {
            let rows = group_member::Entity::insert_many(some.iter().map(row)).on_conflict(known.clone());
            rows.exec_without_returning(self.tx()).await?;
        }
        self.notify(Subject::Group(group.0));
        Ok(())
    }

    /// Takes a user out of a group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an unknown group or one the user is not in; [`StoreError::Predefined`] for a
    /// standard membership (P-024, P-056).
    pub async fn remove_member(&self, group: GroupId, user: UserId) -> Result<()> {
        self.lock_model().await?;
        let found = self.group(group).await?;
        open_to_change(&found)?;
        let is_admin = self.user(user).await?.profile.login.is_admin();
        if is_admin && found.standard == Some(Standard::Admins) {
            return Err(StoreError::Predefined);
        }
        let sql = "DELETE FROM group_member WHERE tenant_id = $1 AND group_id = $2 AND user_id = $3";
        if self.run(sql, vec![group.0.into(), user.0.into()]).await? == 0 {
            return Err(StoreError::NotFound);
        }
        self.notify(Subject::Group(group.0));
        Ok(())
    }

    /// The groups a user is in, by name; derived ones with them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for an unknown user.
    pub async fn groups_of(&self, user: UserId) -> Result<Vec<Group>> {
        self.user(user).await?;
        let condition =
            format!("EXISTS (SELECT 1 FROM pbx_user u WHERE u.tenant_id = $1 AND u.id = $2 AND {HOLDS})");
        let sql = format!("{SELECT} AND h.kind = 'user' AND {condition} ORDER BY h.name, h.id");
        self.rows::<Row>(&sql, vec![user.0.into()]).await?.iter().map(read).collect()
    }

    /// Gives a user exactly these groups. The standard ones must be among them.
    ///
    /// # Errors
    /// [`StoreError::Predefined`] where a standard membership would be taken or given (P-056);
    /// [`StoreError::Reference`].
    pub async fn set_groups_of(&self, user: UserId, groups: &[GroupId]) -> Result<()> {
        let before = self.groups_of(user).await?;
        for gone in before.iter().filter(|group| !groups.contains(&group.id)) {
            self.remove_member(gone.id, user).await?;
        }
        for new in groups.iter().filter(|id| !before.iter().any(|group| group.id == **id)) {
            self.add_members(*new, &[user]).await.map_err(|error| error.referring("/groups"))?;
        }
        Ok(())
    }

    /// The administrator's user is in Admins, and stays there.
    pub(crate) async fn admit_admin(&self, user: UserId) -> Result<()> {
        let sql = "INSERT INTO group_member (tenant_id, group_id, user_id) \
            SELECT tenant_id, id, $2 FROM user_group WHERE tenant_id = $1 AND standard = 'admins'";
        self.run(sql, vec![user.0.into()]).await?;
        Ok(())
    }

    /// Whether each of `users` is one of this customer's; `field` named them.
    pub(crate) async fn check_users(&self, users: &[UserId], field: &'static str) -> Result<()> {
        for some in users.chunks(500) {
            let sql =
                format!("SELECT id FROM pbx_user WHERE tenant_id = $1 AND id IN ({})", places(2, some.len()));
            let found = self.rows::<Id>(&sql, some.iter().map(|user| user.0.into()).collect()).await?;
            if some.iter().any(|user| !found.iter().any(|row| row.id == user.0)) {
                return Err(StoreError::Reference(field));
            }
        }
        Ok(())
    }
}

fn open_to_change(group: &Group) -> Result<()> {
    let derived = group.standard.is_some_and(Standard::is_derived);
    if derived { Err(StoreError::Predefined) } else { Ok(()) }
}

pub(crate) fn member(row: &MemberRow) -> Result<GroupMember> {
    let login = if row.login.is_empty() { &row.extension } else { &row.login };
    Ok(GroupMember {
        user: UserId(row.id),
        login: parse::value(login, Login::parse, "login")?,
        name: parse::label(&row.name)?,
        extension: parse::extension(&row.extension)?,
    })
}
