//! Credential sets: a line's own, and one for each of its devices, so that a leak is contained.

use cordboard_domain::{SecretField, SecretRef};
use cordboard_types::{CredentialSetId, DeviceId, Extension, LineId, SiteId, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult};
use uuid::Uuid;

use crate::{Result, Subject, Tenant, entity::credential_set, parse, query::places, targets::Target};

/// Letters after the extension in a device's digest user name: 30 random bits.
const AUTH_USER_LETTERS: usize = 6;

/// A credential set without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialSet {
    /// The set.
    pub id: CredentialSetId,
    /// Its line.
    pub line: LineId,
    /// The device it belongs to; none for the line's own.
    pub device: Option<DeviceId>,
    /// Digest user name.
    pub auth_user: String,
    /// Rises with every rotation; equal to the version of its secret.
    pub version: u32,
    /// When the secret was last changed.
    pub rotated_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    line_id: Uuid,
    device_id: Option<Uuid>,
    auth_user: String,
    version: i32,
    rotated_at: i64,
}

const SELECT: &str = "SELECT c.id, c.line_id, c.device_id, c.auth_user, c.version, c.rotated_at FROM credential_set c \
     JOIN line l ON l.tenant_id = c.tenant_id AND l.id = c.line_id WHERE c.tenant_id = $1";

/// The secret of a credential set.
#[must_use]
pub fn sip_password(set: CredentialSetId) -> SecretRef {
    SecretRef { owner: set.0.into_bytes(), field: SecretField::SipPassword }
}

impl Tenant {
    /// The sets of a line, its own first.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`] for an unknown line.
    pub async fn credentials(&self, line: LineId) -> Result<Vec<CredentialSet>> {
        self.line(line).await?;
        let sql = format!("{SELECT} AND c.line_id = $2 ORDER BY c.device_id IS NOT NULL, c.id");
        self.sets(&sql, line.0).await
    }

    /// The sets of every line of a site.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn credentials_of_site(&self, site: SiteId) -> Result<Vec<CredentialSet>> {
        let sql = format!("{SELECT} AND l.site_id = $2 ORDER BY c.id");
        self.sets(&sql, site.0).await
    }

    /// The sets of several devices, in no order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn credentials_of_devices(&self, devices: &[DeviceId]) -> Result<Vec<CredentialSet>> {
        let mut sets = Vec::new();
        for some in devices.chunks(500) {
            let sql = format!("{SELECT} AND c.device_id IN ({})", places(2, some.len()));
            let rows = self.rows::<Row>(&sql, some.iter().map(|id| id.0.into()).collect()).await?;
            sets.extend(rows.into_iter().map(read).collect::<Result<Vec<_>>>()?);
        }
        Ok(sets)
    }

    async fn sets(&self, sql: &str, of: Uuid) -> Result<Vec<CredentialSet>> {
        self.rows::<Row>(sql, vec![of.into()]).await?.into_iter().map(read).collect()
    }

    /// Changes the secret of every set of a line. In force at once: the devices' next fetch carries the new
    /// one and the site's agent is woken; no release is made.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`] for an unknown line.
    pub async fn rotate_credentials(&self, line: LineId) -> Result<Vec<CredentialSet>> {
        self.lock_model().await?;
        let site = self.line(line).await?.site;
        for set in self.credentials(line).await? {
            self.renew(set.id).await?;
        }
        let fetching = self.targets_of_line(line).await?.into_iter().filter_map(Target::device);
        self.touch_devices(&fetching.collect::<Vec<_>>()).await?;
        self.notify(Subject::Document(site.0));
        self.notify(Subject::User(line.0));
        self.credentials(line).await
    }

    async fn renew(&self, set: CredentialSetId) -> Result<()> {
        let password = self.open.store.sealer.sip_password()?;
        let version: i32 = parse::number(self.put_secret(sip_password(set), &password).await?)?;
        let sql = "UPDATE credential_set SET version = $3, rotated_at = $4 WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![set.0.into(), version.into(), self.now().0.into()]).await?;
        Ok(())
    }

    /// Makes the own sets of new lines; the digest user name is the extension (P-048).
    pub(crate) async fn create_own_sets(&self, lines: &[(LineId, &Extension)]) -> Result<()> {
        let (mut rows, mut passwords) = (Vec::new(), Vec::new());
        for (line, extension) in lines {
            let id = CredentialSetId::new();
            passwords.push((sip_password(id), self.open.store.sealer.sip_password()?));
            rows.push(credential_set::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                line_id: Set(line.0),
                device_id: Set(None),
                auth_user: Set(extension.to_string()),
                version: Set(1),
                rotated_at: Set(self.now().0),
            });
        }
        self.put_new_secrets(&passwords).await?;
        credential_set::Entity::insert_many(rows).exec_without_returning(self.tx()).await?;
        Ok(())
    }

    /// Makes the set of a device; nobody can guess its digest user name from the extension.
    pub(crate) async fn create_device_credentials(
        &self,
        line: LineId,
        device: DeviceId,
        extension: &Extension,
    ) -> Result<CredentialSetId> {
        let letters = self.open.store.sealer.letters(AUTH_USER_LETTERS)?;
        self.create_set(line, device, format!("{extension}-{}", letters.as_str())).await
    }

    async fn create_set(&self, line: LineId, device: DeviceId, auth_user: String) -> Result<CredentialSetId> {
        let id = CredentialSetId::new();
        let password = self.open.store.sealer.sip_password()?;
        let version = parse::number(self.put_secret(sip_password(id), &password).await?)?;
        self.open
            .insert(credential_set::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                line_id: Set(line.0),
                device_id: Set(Some(device.0)),
                auth_user: Set(auth_user),
                version: Set(version),
                rotated_at: Set(self.now().0),
            })
            .await?;
        Ok(id)
    }

    /// Gives the own set of a line the new extension as its digest user name.
    pub(crate) async fn rename_own_credentials(&self, line: LineId, extension: &Extension) -> Result<()> {
        let sql = "UPDATE credential_set SET auth_user = $3 \
            WHERE tenant_id = $1 AND line_id = $2 AND device_id IS NULL";
        self.run(sql, vec![line.0.into(), extension.as_str().into()]).await?;
        Ok(())
    }

    /// Moves the set of a device to another line. It keeps its secret, so that what is released goes on working
    /// until the move is published.
    pub(crate) async fn move_device_credentials(
        &self,
        device: DeviceId,
        line: LineId,
        extension: &Extension,
    ) -> Result<()> {
        let letters = self.open.store.sealer.letters(AUTH_USER_LETTERS)?;
        let auth_user = format!("{extension}-{}", letters.as_str());
        let sql =
            "UPDATE credential_set SET line_id = $3, auth_user = $4 WHERE tenant_id = $1 AND device_id = $2";
        self.run(sql, vec![device.0.into(), line.0.into(), auth_user.into()]).await?;
        Ok(())
    }

    /// Removes the set of a device and what is registered with it: the site's agent refuses it at once. Its
    /// secret stays until [`Self::drop_orphaned_secrets`], because a file in force may still name it.
    pub(crate) async fn revoke_device_credentials(&self, device: DeviceId) -> Result<()> {
        self.drop_from(&["registration", "credential_set"], "device_id", device.0).await
    }

    /// Removes the set of a device with its secret.
    pub(crate) async fn drop_device_credentials(&self, device: DeviceId) -> Result<()> {
        self.drop_from(&["secret", "registration", "credential_set"], "device_id", device.0).await
    }

    async fn drop_from(&self, tables: &[&str], column: &str, of: Uuid) -> Result<()> {
        let sets = format!("SELECT id FROM credential_set WHERE tenant_id = $1 AND {column} = $2");
        for table in tables {
            let key = match *table {
                "secret" => "owner_id",
                "registration" => "credential_id",
                _ => "id",
            };
            let sql = format!("DELETE FROM {table} WHERE tenant_id = $1 AND {key} IN ({sets})");
            self.run(&sql, vec![of.into()]).await?;
        }
        Ok(())
    }

    /// Removes secrets whose credential set or handset is gone, once everything is published: then no file in
    /// force names them.
    pub(crate) async fn drop_orphaned_secrets(&self) -> Result<()> {
        if !self.is_all_published().await? {
            return Ok(());
        }
        let sql = "DELETE FROM secret WHERE tenant_id = $1 AND field IN ('sip_password', 'dect_pin') \
            AND owner_id NOT IN (SELECT id FROM credential_set WHERE tenant_id = $1) \
            AND owner_id NOT IN (SELECT id FROM device WHERE tenant_id = $1)";
        self.run(sql, vec![]).await?;
        Ok(())
    }
}

fn read(row: Row) -> Result<CredentialSet> {
    Ok(CredentialSet {
        id: CredentialSetId(row.id),
        line: LineId(row.line_id),
        device: row.device_id.map(DeviceId),
        auth_user: row.auth_user,
        version: parse::number(row.version)?,
        rotated_at: Timestamp(row.rotated_at),
    })
}
