//! What devices fetched, and what follows from it: last access and delivery.

use std::collections::BTreeMap;

use cordboard_types::{DeviceId, ReleaseId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Subject, System, Tenant,
    entity::fetch::{self, Column as C},
    parse,
};

/// How a fetch went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FetchResult {
    /// The file was sent whole.
    Sent,
    /// It had not changed.
    NotModified,
    /// A file the family probes for, which does not exist on purpose.
    Probe,
    /// The transfer was cut short.
    Cut,
}

impl FetchResult {
    const ALL: [Self; 4] = [Self::Sent, Self::NotModified, Self::Probe, Self::Cut];

    /// The stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::NotModified => "not_modified",
            Self::Probe => "probe",
            Self::Cut => "cut",
        }
    }

    /// Whether the device now has the file: only that moves *Last access* (A-071, A-072).
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Sent | Self::NotModified)
    }

    fn parse(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|result| result.as_str() == text);
        found.ok_or(StoreError::Corrupt("fetch result"))
    }
}

/// One fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetch {
    /// The device whose key it was.
    pub device: DeviceId,
    /// When it ended.
    pub at: Timestamp,
    /// Name of the file.
    pub file: String,
    /// How it went.
    pub result: FetchResult,
    /// Whether it came under the first-access key.
    pub first_access: bool,
    /// Address it came from.
    pub ip: String,
    /// User-Agent header.
    pub user_agent: String,
    /// Bytes of the body.
    pub bytes: u64,
    /// The release the file is of.
    pub release: Option<ReleaseId>,
    /// Whether the file is the one whose delivery is delivery of the release.
    pub identity: bool,
}

impl Fetch {
    /// The release that this fetch delivered (design, *Status words*).
    #[must_use]
    pub fn delivers(&self) -> Option<ReleaseId> {
        let counts = self.identity && !self.first_access && self.result.is_success();
        self.release.filter(|_| counts)
    }
}

impl Tenant {
    /// Writes fetches down, moves *Last access*, marks releases delivered, and tells of the devices after
    /// the commit.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_fetches(&self, fetches: &[Fetch]) -> Result<()> {
        for some in fetches.chunks(500) {
            let rows = some.iter().map(|fetch| self.row(fetch)).collect::<Result<Vec<_>>>()?;
            if !rows.is_empty() {
                fetch::Entity::insert_many(rows).exec_without_returning(self.tx()).await?;
            }
        }
        let newest: BTreeMap<_, _> =
            fetches.iter().filter(|fetch| fetch.result.is_success()).map(|f| (f.device, f)).collect();
        for fetch in newest.values() {
            self.access(fetch).await?;
        }
        for fetch in fetches {
            if let Some(release) = fetch.delivers() {
                self.delivered(fetch, release).await?;
            }
            self.notify(Subject::Device(fetch.device.0));
        }
        Ok(())
    }

    fn row(&self, fetch: &Fetch) -> Result<fetch::ActiveModel> {
        Ok(fetch::ActiveModel {
            tenant_id: Set(self.id().0),
            id: Set(Uuid::now_v7()),
            device_id: Set(fetch.device.0),
            at: Set(fetch.at.0),
            file: Set(fetch.file.clone()),
            result: Set(fetch.result.as_str().to_owned()),
            first_access: Set(fetch.first_access),
            ip: Set(fetch.ip.clone()),
            user_agent: Set(fetch.user_agent.clone()),
            bytes: Set(parse::number(fetch.bytes)?),
            release_id: Set(fetch.release.map(|release| release.0)),
        })
    }

    async fn access(&self, fetch: &Fetch) -> Result<()> {
        let sql = "UPDATE device SET last_access_at = $3, last_access_ip = $4, last_user_agent = $5 \
            WHERE tenant_id = $1 AND id = $2 AND (last_access_at IS NULL OR last_access_at <= $3)";
        let (ip, user_agent) = (fetch.ip.as_str().into(), fetch.user_agent.as_str().into());
        self.run(sql, vec![fetch.device.0.into(), fetch.at.0.into(), ip, user_agent]).await?;
        Ok(())
    }

    /// A release that is no longer in force is delivered too late to count.
    async fn delivered(&self, fetch: &Fetch, release: ReleaseId) -> Result<()> {
        let sql = "UPDATE target SET delivered_release_id = $3, delivered_at = $4 \
            WHERE tenant_id = $1 AND id = $2 AND release_id = $3 \
            AND (delivered_release_id IS NULL OR delivered_release_id <> $3)";
        self.run(sql, vec![fetch.device.0.into(), release.0.into(), fetch.at.0.into()]).await?;
        self.confirm_registered(fetch.device).await
    }

    /// The fetches of a device, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn fetches(&self, device: DeviceId, page: &PageRequest) -> Result<Paged<Fetch>> {
        let mut query = self.find::<fetch::Entity>().filter(C::DeviceId.eq(device.0));
        if let Some(before) = page.key::<Uuid>()? {
            query = query.filter(C::Id.lt(before));
        }
        let rows = query.order_by_desc(C::Id).limit(page.limit()).all(self.tx()).await?;
        let page = page.cut(rows, |row| row.id)?;
        let items = page.items.into_iter().map(read).collect::<Result<_>>()?;
        Ok(Paged { items, next: page.next })
    }
}

impl System {
    /// Removes fetches older than `before`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prune_fetches(&self, before: Timestamp) -> Result<u64> {
        Ok(self.delete::<fetch::Entity>().filter(C::At.lt(before.0)).exec(self.tx()).await?.rows_affected)
    }
}

fn read(row: fetch::Model) -> Result<Fetch> {
    Ok(Fetch {
        device: DeviceId(row.device_id),
        at: Timestamp(row.at),
        file: row.file,
        result: FetchResult::parse(&row.result)?,
        first_access: row.first_access,
        ip: row.ip,
        user_agent: row.user_agent,
        bytes: parse::number(row.bytes)?,
        release: row.release_id.map(ReleaseId),
        identity: false,
    })
}
