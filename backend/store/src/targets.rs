//! Targets: what releases are for, and what is known of each.

use cordboard_domain::status::Facts;
use cordboard_types::{DeviceId, LineId, ReleaseId, SiteId, Timestamp};
use sea_orm::{DatabaseBackend, FromQueryResult};
use uuid::Uuid;

use crate::{Result, Subject, Tenant, parse, query::places};

/// A device or a site that gets releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A phone or a DECT system.
    Device(DeviceId),
    /// A site's agent.
    Site(SiteId),
}

impl Target {
    /// Its id: the device's or the site's.
    #[must_use]
    pub fn id(self) -> Uuid {
        match self {
            Self::Device(id) => id.0,
            Self::Site(id) => id.0,
        }
    }

    /// The device, when it is one.
    #[must_use]
    pub fn device(self) -> Option<DeviceId> {
        match self {
            Self::Device(id) => Some(id),
            Self::Site(_) => None,
        }
    }

    /// What a notice about it names.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Device(id) => Subject::Device(id.0),
            Self::Site(id) => Subject::Site(id.0),
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Device(_) => "device",
            Self::Site(_) => "site",
        }
    }

    fn parse(kind: &str, id: Uuid) -> Self {
        if kind == "site" { Self::Site(SiteId(id)) } else { Self::Device(DeviceId(id)) }
    }
}

/// What is known of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TargetFacts {
    /// What the status word follows from.
    pub facts: Facts<ReleaseId>,
    /// Number of the newest release, from 1.
    pub number: Option<u32>,
}

/// A target with its name, and why it failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The target.
    pub target: Target,
    /// Name of the device or the site.
    pub name: String,
    /// When an unpublished change first touched it.
    pub changed_at: Option<Timestamp>,
}

/// The columns of `target` that say how it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct Columns {
    changed_at: Option<i64>,
    release_id: Option<Uuid>,
    release_number: Option<i32>,
    released_at: Option<i64>,
    delivered_release_id: Option<Uuid>,
    delivered_at: Option<i64>,
    confirmed_release_id: Option<Uuid>,
    confirmed_at: Option<i64>,
    failed_at: Option<i64>,
    pub(crate) failure: Option<String>,
}

/// Those columns, for a query that joins `target` as `t`.
pub(crate) const COLUMNS: &str = "t.changed_at, t.release_id, t.release_number, t.released_at, \
    t.delivered_release_id, t.delivered_at, t.confirmed_release_id, t.confirmed_at, t.failed_at, t.failure";

impl Columns {
    pub(crate) fn facts(&self) -> Result<TargetFacts> {
        let of = |id: Option<Uuid>, at: Option<i64>| id.map(ReleaseId).zip(at.map(Timestamp));
        let facts = Facts {
            changed_at: self.changed_at.map(Timestamp),
            released: of(self.release_id, self.released_at),
            delivered: of(self.delivered_release_id, self.delivered_at),
            confirmed: of(self.confirmed_release_id, self.confirmed_at),
            failed_at: self.failed_at.map(Timestamp),
        };
        Ok(TargetFacts { facts, number: self.release_number.map(parse::number).transpose()? })
    }
}

#[derive(FromQueryResult)]
struct Named {
    id: Uuid,
    kind: String,
    name: String,
    changed_at: Option<i64>,
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

impl Tenant {
    /// Makes this the only context that writes the tenant's model until the commit, so that saving and
    /// publishing never pass each other. On SQLite there is one writer anyway.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock_model(&self) -> Result<()> {
        if self.open.store.backend() == DatabaseBackend::Postgres {
            let sql = "SELECT tenant_id AS id FROM customer WHERE tenant_id = $1 FOR NO KEY UPDATE";
            self.rows::<Id>(sql, vec![]).await?;
        }
        Ok(())
    }

    /// The targets a line reaches: its phones, the DECT systems of its handsets and its site.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn targets_of_line(&self, line: LineId) -> Result<Vec<Target>> {
        let sql =
            "SELECT DISTINCT COALESCE(base_id, id) AS id FROM device WHERE tenant_id = $1 AND line_id = $2";
        let devices = self.rows::<Id>(sql, vec![line.0.into()]).await?;
        let sql = "SELECT site_id AS id FROM line WHERE tenant_id = $1 AND id = $2";
        let sites = self.rows::<Id>(sql, vec![line.0.into()]).await?;
        let devices = devices.into_iter().map(|row| Target::Device(DeviceId(row.id)));
        Ok(devices.chain(sites.into_iter().map(|row| Target::Site(SiteId(row.id)))).collect())
    }

    /// The devices whose files are compiled from a site's address: its phones and DECT systems.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn device_targets_of_site(&self, site: SiteId) -> Result<Vec<Target>> {
        let sql = "SELECT id FROM device WHERE tenant_id = $1 AND site_id = $2 AND base_id IS NULL";
        let rows = self.rows::<Id>(sql, vec![site.0.into()]).await?;
        Ok(rows.into_iter().map(|row| Target::Device(DeviceId(row.id))).collect())
    }

    /// The targets with unpublished changes, in the order of their ids.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn changed_targets(&self) -> Result<Vec<TargetRow>> {
        self.targets_where("t.changed_at IS NOT NULL", vec![]).await
    }

    /// Whether no target waits for a publish.
    pub(crate) async fn is_all_published(&self) -> Result<bool> {
        let sql = "SELECT id FROM target WHERE tenant_id = $1 AND changed_at IS NOT NULL LIMIT 1";
        Ok(self.rows::<Id>(sql, vec![]).await?.is_empty())
    }

    /// The targets among `ids` that exist here, changed or not, in the order of their ids.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn targets(&self, ids: &[Uuid]) -> Result<Vec<TargetRow>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let condition = format!("t.id IN ({})", places(2, ids.len()));
        self.targets_where(&condition, ids.iter().map(|id| (*id).into()).collect()).await
    }

    async fn targets_where(&self, condition: &str, values: Vec<sea_orm::Value>) -> Result<Vec<TargetRow>> {
        let sql = format!(
            "SELECT t.id, t.kind, t.changed_at, COALESCE(d.name, n.name, '') AS name FROM target t \
             LEFT JOIN device d ON d.tenant_id = t.tenant_id AND d.id = t.id \
             LEFT JOIN node n ON n.id = t.id \
             WHERE t.tenant_id = $1 AND {condition} ORDER BY t.id"
        );
        let row = |row: Named| TargetRow {
            target: Target::parse(&row.kind, row.id),
            name: row.name,
            changed_at: row.changed_at.map(Timestamp),
        };
        Ok(self.rows::<Named>(&sql, values).await?.into_iter().map(row).collect())
    }

    /// Where a target stands; nothing is known of one that was never touched.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn target_facts(&self, target: Target) -> Result<(TargetFacts, Option<String>)> {
        let sql = format!("SELECT {COLUMNS} FROM target t WHERE t.tenant_id = $1 AND t.id = $2");
        match self.rows::<Columns>(&sql, vec![target.id().into()]).await?.pop() {
            Some(columns) => Ok((columns.facts()?, columns.failure)),
            None => Ok((TargetFacts::default(), None)),
        }
    }

    /// Marks targets as changed; one that is new comes into being.
    pub(crate) async fn mark_changed(&self, targets: &[Target]) -> Result<()> {
        for chunk in targets.chunks(500) {
            let rows: Vec<_> = (0..chunk.len()).map(|row| row.saturating_mul(2).saturating_add(3)).collect();
            let rows: Vec<_> = rows.iter().map(|first| format!("($1, {}, $2)", places(*first, 2))).collect();
            let sql = format!(
                "INSERT INTO target (tenant_id, id, kind, changed_at) VALUES {} ON CONFLICT (tenant_id, id) \
                 DO UPDATE SET changed_at = COALESCE(target.changed_at, excluded.changed_at)",
                rows.join(", ")
            );
            let values = chunk.iter().flat_map(|target| [target.id().into(), target.kind().into()]);
            self.run(&sql, std::iter::once(self.now().0.into()).chain(values).collect()).await?;
        }
        Ok(())
    }

    /// Forgets a target that is gone; its releases stay as history until their time is over.
    pub(crate) async fn drop_target(&self, target: Target) -> Result<()> {
        self.run(
            "DELETE FROM draft_target WHERE tenant_id = $1 AND target_id = $2",
            vec![target.id().into()],
        )
        .await?;
        self.run("DELETE FROM target WHERE tenant_id = $1 AND id = $2", vec![target.id().into()]).await?;
        Ok(())
    }
}
