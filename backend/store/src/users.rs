//! PBX users, each with a line.

use cordboard_types::{Extension, Label, LimitName, LineId, SiteId, Timestamp, UserId};
use sea_orm::{ActiveValue::Set, FromQueryResult};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Subject, Tenant,
    entity::{line, pbx_user},
    parse,
    query::limit,
};

/// A user with the line and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The user.
    pub id: UserId,
    /// The name.
    pub name: Label,
    /// The line.
    pub line: LineId,
    /// The extension.
    pub extension: Extension,
    /// The site.
    pub site: SiteId,
    /// Name of the site.
    pub site_name: String,
    /// Devices on the line, handsets counted.
    pub devices: u32,
    /// Registrations of the line in force.
    pub registrations: u32,
    /// When it was created.
    pub created_at: Timestamp,
    /// Version for `If-Match`.
    pub version: i64,
}

/// What a new user needs.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// The name.
    pub name: Label,
    /// The extension of the line.
    pub extension: Extension,
    /// The site.
    pub site: SiteId,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    name: String,
    line_id: Uuid,
    extension: String,
    site_id: Uuid,
    site_name: String,
    devices: i64,
    registrations: i64,
    created_at: i64,
    version: i64,
}

/// `$2` is the time now.
const SELECT: &str = "SELECT u.id, u.name, l.id AS line_id, l.extension, u.site_id, n.name AS site_name, \
    (SELECT COUNT(*) FROM device d WHERE d.tenant_id = l.tenant_id AND d.line_id = l.id) AS devices, \
    (SELECT COUNT(*) FROM registration r \
        WHERE r.tenant_id = l.tenant_id AND r.line_id = l.id AND r.expires_at > $2) AS registrations, \
    u.created_at, u.version \
    FROM line l JOIN pbx_user u ON u.tenant_id = l.tenant_id AND u.id = l.user_id \
    JOIN node n ON n.id = u.site_id WHERE l.tenant_id = $1";

impl Tenant {
    /// The users by extension.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn users(&self, page: &PageRequest) -> Result<Paged<User>> {
        let (extension, id) = page.key::<(String, Uuid)>()?.unwrap_or_default();
        let sql = format!("{SELECT} AND (l.extension, l.id) > ($3, $4) ORDER BY l.extension, l.id LIMIT $5");
        let values = vec![self.now().0.into(), extension.into(), id.into(), limit(page)];
        let rows = self.rows::<Row>(&sql, values).await?.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| (row.extension.to_string(), row.line.0))
    }

    /// One user.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn user(&self, id: UserId) -> Result<User> {
        let sql = format!("{SELECT} AND u.id = $3");
        let row = self.rows::<Row>(&sql, vec![self.now().0.into(), id.0.into()]).await?.pop();
        read(row.ok_or(StoreError::NotFound)?)
    }

    /// Adds a user with a line and the line's own credential set.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for an extension in use, [`StoreError::Reference`] for an unknown site.
    pub async fn create_user(&self, new: &NewUser) -> Result<(UserId, LineId)> {
        self.check_limit(LimitName::Users, 1).await?;
        self.site(new.site).await.map_err(|error| error.referring("/site"))?;
        let (user, line) = (UserId::new(), LineId::new());
        self.insert_user(user, new).await?;
        self.open
            .insert(line::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(line.0),
                user_id: Set(user.0),
                site_id: Set(new.site.0),
                extension: Set(new.extension.to_string()),
                display_name: Set(new.name.to_string()),
            })
            .await?;
        self.create_own_credentials(line, &new.extension).await?;
        self.notify(Subject::User(user.0));
        Ok((user, line))
    }

    async fn insert_user(&self, id: UserId, new: &NewUser) -> Result<()> {
        self.open
            .insert(pbx_user::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                site_id: Set(new.site.0),
                name: Set(new.name.to_string()),
                person_id: Set(None),
                created_at: Set(self.now().0),
                version: Set(1),
            })
            .await
    }

    /// Gives a user and the line a new name or extension.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`StoreError::Taken`].
    pub async fn change_user(
        &self,
        id: UserId,
        version: i64,
        name: Option<&Label>,
        extension: Option<&Extension>,
    ) -> Result<()> {
        self.lock_model().await?;
        let user = self.user_at(id, version).await?;
        let (name, extension) = (name.unwrap_or(&user.name), extension.unwrap_or(&user.extension));
        let sql = "UPDATE pbx_user SET name = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![id.0.into(), name.as_str().into()]).await?;
        let sql = "UPDATE line SET display_name = $3, extension = $4 WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![user.line.0.into(), name.as_str().into(), extension.as_str().into()]).await?;
        if *extension != user.extension {
            self.rename_own_credentials(user.line, extension).await?;
        }
        self.notify(Subject::User(id.0));
        Ok(())
    }

    /// Removes a user with the line, its credentials and registrations.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while devices are on the line; they are removed first, each with what is lost.
    pub async fn delete_user(&self, id: UserId, version: i64) -> Result<()> {
        self.lock_model().await?;
        let user = self.user_at(id, version).await?;
        if user.devices > 0 {
            return Err(StoreError::InUse);
        }
        self.drop_line_credentials(user.line).await?;
        self.run("DELETE FROM pbx_user WHERE tenant_id = $1 AND id = $2", vec![id.0.into()]).await?;
        self.notify(Subject::User(id.0));
        self.notify(Subject::Document(user.site.0));
        Ok(())
    }

    async fn user_at(&self, id: UserId, version: i64) -> Result<User> {
        let user = self.user(id).await?;
        if user.version == version { Ok(user) } else { Err(StoreError::Version) }
    }
}

fn read(row: Row) -> Result<User> {
    Ok(User {
        id: UserId(row.id),
        name: parse::label(&row.name)?,
        line: LineId(row.line_id),
        extension: parse::extension(&row.extension)?,
        site: SiteId(row.site_id),
        site_name: row.site_name,
        devices: parse::number(row.devices)?,
        registrations: parse::number(row.registrations)?,
        created_at: Timestamp(row.created_at),
        version: row.version,
    })
}
