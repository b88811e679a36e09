//! SIP registrations, as the sites' agents report them.

use cordboard_agent_protocol::Registration as Reported;
use cordboard_domain::first_contact::State;
use cordboard_types::{DeviceId, Extension, Label, LineId, SiteId, TenantId, Timestamp, Transport};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult, Statement, sea_query::OnConflict};
use uuid::Uuid;

use crate::{
    Notice, PageRequest, Paged, Result, StoreError, Subject, System, Tenant, audit::Actor,
    credentials::CredentialSet, entity::registration, parse, query::limit,
};

/// A registration in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Line.
    pub line: LineId,
    /// The line's number.
    pub extension: Extension,
    /// The line's name.
    pub line_name: Label,
    /// Device whose credential set was used; none for the line's own set.
    pub device: Option<DeviceId>,
    /// Name of that device.
    pub device_name: Option<String>,
    /// User-Agent.
    pub user_agent: String,
    /// Source address.
    pub ip: String,
    /// Source port.
    pub port: u16,
    /// Transport.
    pub transport: Transport,
    /// Contact URI.
    pub contact: String,
    /// When it was made or refreshed.
    pub registered_at: Timestamp,
    /// When it ends unless refreshed.
    pub expires_at: Timestamp,
}

/// Which registrations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RegistrationFilter {
    /// Of a line.
    pub line: Option<LineId>,
    /// Of a device; for a DECT system those of its handsets.
    pub device: Option<DeviceId>,
}

#[derive(FromQueryResult)]
struct Row {
    line_id: Uuid,
    extension: String,
    display_name: String,
    device_id: Option<Uuid>,
    device_name: Option<String>,
    user_agent: String,
    ip: String,
    port: i32,
    transport: String,
    contact: String,
    registered_at: i64,
    expires_at: i64,
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

#[derive(FromQueryResult)]
struct Ended {
    tenant_id: Uuid,
    line_id: Uuid,
}

#[derive(FromQueryResult)]
struct Held {
    line_id: Uuid,
    contact: String,
}

impl Tenant {
    /// The registrations in force, by extension.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn registrations(
        &self,
        which: RegistrationFilter,
        page: &PageRequest,
    ) -> Result<Paged<Registration>> {
        let after = page.key::<(String, String)>()?.unwrap_or_default();
        let sql = "SELECT r.line_id, l.extension, l.display_name, r.device_id, d.name AS device_name, \
            r.user_agent, r.ip, r.port, r.transport, r.contact, r.registered_at, r.expires_at FROM registration r \
            JOIN line l ON l.tenant_id = r.tenant_id AND l.id = r.line_id \
            LEFT JOIN device d ON d.tenant_id = r.tenant_id AND d.id = r.device_id \
            WHERE r.tenant_id = $1 AND r.expires_at > $2 AND (l.extension, r.contact) > ($3, $4) \
            AND (r.line_id = $5 OR $6) AND (r.device_id = $7 OR d.base_id = $7 OR $8) \
            ORDER BY l.extension, r.contact LIMIT $9";
        let values = vec![
            self.now().0.into(),
            after.0.into(),
            after.1.into(),
            which.line.map_or_else(Uuid::nil, |line| line.0).into(),
            which.line.is_none().into(),
            which.device.map_or_else(Uuid::nil, |device| device.0).into(),
            which.device.is_none().into(),
            limit(page),
        ];
        let rows = self.rows::<Row>(sql, values).await?;
        let page = page.cut(rows, |row| (row.extension.clone(), row.contact.clone()))?;
        let items = page.items.into_iter().map(read).collect::<Result<_>>()?;
        Ok(Paged { items, next: page.next })
    }

    /// Writes a registration down. `set` is the credential set it authenticated with; a registration with its
    /// current secret confirms the device and ends its first contact.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_registration(
        &self,
        site: SiteId,
        reported: &Reported,
        set: &CredentialSet,
        actor: &Actor,
    ) -> Result<()> {
        let row = registration::ActiveModel {
            tenant_id: Set(self.id().0),
            line_id: Set(set.line.0),
            contact: Set(reported.contact.clone()),
            site_id: Set(site.0),
            credential_id: Set(set.id.0),
            credential_version: Set(parse::number(reported.credential_version)?),
            device_id: Set(set.device.map(|device| device.0)),
            user_agent: Set(reported.user_agent.clone()),
            ip: Set(reported.ip.clone()),
            port: Set(i32::from(reported.port)),
            transport: Set(reported.transport.as_str().to_owned()),
            registered_at: Set(reported.registered_at.0),
            expires_at: Set(reported.expires_at.0),
        };
        use registration::Column as C;
        let replace = OnConflict::columns([C::TenantId, C::LineId, C::Contact])
            .update_columns([
                C::SiteId,
                C::CredentialId,
                C::CredentialVersion,
                C::DeviceId,
                C::UserAgent,
                C::Ip,
            ])
            .update_columns([C::Port, C::Transport, C::RegisteredAt, C::ExpiresAt])
            .to_owned();
        registration::Entity::insert(row).on_conflict(replace).exec_without_returning(self.tx()).await?;
        self.notify(Subject::Registration(set.line.0));
        match set.device.filter(|_| reported.credential_version == set.version) {
            Some(device) => self.registered_with_current_secret(device, reported.registered_at, actor).await,
            None => Ok(()),
        }
    }

    async fn registered_with_current_secret(
        &self,
        device: DeviceId,
        at: Timestamp,
        actor: &Actor,
    ) -> Result<()> {
        let fetching = self.fetching(device).await?;
        self.confirm_registered(fetching).await?;
        // Only what registered after the claim can have got its secret from the claimed document.
        if matches!(self.contact(fetching).await?, State::Claimed { at: claimed, .. } if at >= claimed) {
            self.steady_seen(fetching, actor).await?;
        }
        Ok(())
    }

    /// The device that fetches files: for a handset its DECT system.
    async fn fetching(&self, device: DeviceId) -> Result<DeviceId> {
        let sql = "SELECT COALESCE(base_id, id) AS id FROM device WHERE tenant_id = $1 AND id = $2";
        let row = self.rows::<Id>(sql, vec![device.0.into()]).await?.pop();
        Ok(DeviceId(row.ok_or(StoreError::NotFound)?.id))
    }

    /// Confirms a device's release when it was delivered and the device, or a handset of it, has since registered
    /// with the current version of its credential (design, *Status words*). Called from both sides: a delivery
    /// may be written down after the registration it led to.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn confirm_registered(&self, device: DeviceId) -> Result<()> {
        let sql = "UPDATE target SET confirmed_release_id = release_id, confirmed_at = $3, failed_at = NULL, \
            failure = NULL WHERE tenant_id = $1 AND id = $2 AND kind = 'device' AND delivered_release_id = release_id \
            AND (confirmed_release_id IS NULL OR confirmed_release_id <> release_id) AND EXISTS ( \
                SELECT 1 FROM registration r \
                JOIN credential_set c ON c.tenant_id = r.tenant_id AND c.id = r.credential_id \
                JOIN device d ON d.tenant_id = r.tenant_id AND d.id = r.device_id \
                WHERE r.tenant_id = target.tenant_id AND (d.id = target.id OR d.base_id = target.id) \
                AND r.credential_version = c.version AND r.registered_at >= target.delivered_at)";
        if self.run(sql, vec![device.0.into(), self.now().0.into()]).await? > 0 {
            self.notify(Subject::Device(device.0));
        }
        Ok(())
    }

    /// A registration of the site ended.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_registration(&self, site: SiteId, line: LineId, contact: &str) -> Result<()> {
        let sql = "DELETE FROM registration WHERE tenant_id = $1 AND site_id = $2 AND line_id = $3 AND contact = $4";
        if self.run(sql, vec![site.0.into(), line.0.into(), contact.into()]).await? > 0 {
            self.notify(Subject::Registration(line.0));
        }
        Ok(())
    }

    /// Removes the site's registrations that are not among `kept`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep_registrations(&self, site: SiteId, kept: &[(LineId, &str)]) -> Result<()> {
        let sql = "SELECT line_id, contact FROM registration WHERE tenant_id = $1 AND site_id = $2";
        let kept: std::collections::HashSet<_> = kept.iter().copied().collect();
        for held in self.rows::<Held>(sql, vec![site.0.into()]).await? {
            if !kept.contains(&(LineId(held.line_id), held.contact.as_str())) {
                self.drop_registration(site, LineId(held.line_id), &held.contact).await?;
            }
        }
        Ok(())
    }
}

impl System {
    /// Removes registrations that have ended without a word, and says so; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_registrations(&self) -> Result<u64> {
        let sql = "DELETE FROM registration WHERE expires_at <= $1 RETURNING tenant_id, line_id";
        let statement = Statement::from_sql_and_values(self.open.backend(), sql, [self.now().0.into()]);
        let ended = Ended::find_by_statement(statement).all(self.tx()).await?;
        for row in &ended {
            let tenant = Some(TenantId(row.tenant_id));
            self.notify(Notice { tenant, subject: Subject::Registration(row.line_id) });
        }
        Ok(u64::try_from(ended.len()).unwrap_or(u64::MAX))
    }
}

fn read(row: Row) -> Result<Registration> {
    Ok(Registration {
        line: LineId(row.line_id),
        extension: parse::extension(&row.extension)?,
        line_name: parse::label(&row.display_name)?,
        device: row.device_id.map(DeviceId),
        device_name: row.device_name,
        user_agent: row.user_agent,
        ip: row.ip,
        port: parse::number(row.port)?,
        transport: Transport::parse(&row.transport).map_err(|_| StoreError::Corrupt("transport"))?,
        contact: row.contact,
        registered_at: Timestamp(row.registered_at),
        expires_at: Timestamp(row.expires_at),
    })
}
