//! The live access keys of the whole platform, as replicas hold them in memory, and the ordered log they
//! follow.

use cordboard_domain::{
    ModelId,
    first_contact::{REPEAT_MS, Source},
};
use cordboard_types::{DeviceId, Mac, TenantId, Timestamp};
use sea_orm::{
    ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement, Value,
};
use uuid::Uuid;

use crate::{
    Result, StoreError, System,
    access_keys::{KeyKind, LOG},
    entity::{counter, live_key_change},
    parse,
    query::places,
};

/// A key that opens something, with what decides a request before any query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveKey {
    /// SHA-256 of its 48 digits.
    pub hash: [u8; 32],
    /// Whose device it is.
    pub tenant: TenantId,
    /// The device.
    pub device: DeviceId,
    /// Which of its keys.
    pub kind: KeyKind,
    /// When it ends, if it does.
    pub expires: Option<Timestamp>,
    /// Model of the device.
    pub model: ModelId,
    /// MAC of the device.
    pub mac: Option<Mac>,
    /// The source that has claimed the device's first contact, while that lasts.
    pub claim: Option<Claim>,
}

/// A claimed first contact: its winner may repeat, everybody else is refused without a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The winner.
    pub source: Source,
    /// Until when this is certain; afterwards the device row must be asked.
    pub until: Timestamp,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChange {
    /// Its place; places follow each other without a gap.
    pub position: i64,
    /// The device it is about: its keys are to be read again, what is kept of its files is stale.
    pub device: DeviceId,
    /// A key that is refused from now on.
    pub removed: Option<[u8; 32]>,
}

#[derive(FromQueryResult)]
struct Row {
    key_hash: Vec<u8>,
    tenant_id: Uuid,
    device_id: Uuid,
    kind: String,
    expires_at: Option<i64>,
    model: String,
    mac: Option<String>,
    contact_state: String,
    contact_ip: Option<String>,
    contact_user_agent: Option<String>,
    contact_claimed_at: Option<i64>,
}

const SELECT: &str = "SELECT k.key_hash, k.tenant_id, k.device_id, k.kind, k.expires_at, d.model, d.mac, \
    d.contact_state, d.contact_ip, d.contact_user_agent, d.contact_claimed_at FROM access_key k JOIN device d ON d.tenant_id = k.tenant_id AND d.id = k.device_id";

impl System {
    /// The newest place of the log.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn key_position(&self) -> Result<i64> {
        let row = self.find::<counter::Entity>().filter(counter::Column::Name.eq(LOG)).one(self.tx()).await?;
        Ok(row.ok_or(StoreError::Corrupt("counter"))?.value)
    }

    /// Every live key. Read [`Self::key_position`] before: what the log tells after that place may be in
    /// here already, and applying it again changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live_keys(&self) -> Result<Vec<LiveKey>> {
        self.keys_where("", Vec::new()).await
    }

    /// The live keys of some devices.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn live_keys_of(&self, devices: &[DeviceId]) -> Result<Vec<LiveKey>> {
        let mut keys = Vec::new();
        for some in devices.chunks(500) {
            let condition = format!(" WHERE k.device_id IN ({})", places(1, some.len()));
            keys.extend(self.keys_where(&condition, some.iter().map(|id| id.0.into()).collect()).await?);
        }
        Ok(keys)
    }

    async fn keys_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<LiveKey>> {
        let backend = self.tx().get_database_backend();
        let query = Statement::from_sql_and_values(backend, format!("{SELECT}{condition}"), values);
        Row::find_by_statement(query).all(self.tx()).await?.into_iter().map(live_key).collect()
    }

    /// What the log tells after `position`, at most `limit` entries, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn key_changes(&self, position: i64, limit: u64) -> Result<Vec<KeyChange>> {
        use live_key_change::Column as C;
        let query = self.find::<live_key_change::Entity>().filter(C::Position.gt(position));
        let rows = query.order_by_asc(C::Position).limit(limit).all(self.tx()).await?;
        rows.into_iter().map(change).collect()
    }

    /// Removes entries of the log made before `before` that every live replica has applied.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prune_key_log(&self, before: Timestamp, applied: i64) -> Result<u64> {
        use live_key_change::Column as C;
        let old = self.delete::<live_key_change::Entity>();
        let old = old.filter(C::At.lt(before.0)).filter(C::Position.lte(applied));
        Ok(old.exec(self.tx()).await?.rows_affected)
    }
}

fn live_key(row: Row) -> Result<LiveKey> {
    Ok(LiveKey {
        hash: hash(&row.key_hash)?,
        tenant: TenantId(row.tenant_id),
        device: DeviceId(row.device_id),
        kind: KeyKind::parse(&row.kind)?,
        expires: row.expires_at.map(Timestamp),
        model: parse::model(&row.model)?,
        mac: row.mac.as_deref().map(parse::mac).transpose()?,
        claim: claim(
            row.contact_state == "claimed",
            row.contact_ip,
            row.contact_user_agent,
            row.contact_claimed_at,
        ),
    })
}

fn claim(claimed: bool, ip: Option<String>, user_agent: Option<String>, at: Option<i64>) -> Option<Claim> {
    let source = Source { ip: ip.filter(|_| claimed)?, user_agent: user_agent.unwrap_or_default() };
    Some(Claim { source, until: Timestamp(at?).plus(REPEAT_MS) })
}

fn change(row: live_key_change::Model) -> Result<KeyChange> {
    let removed = row.key_hash.filter(|_| row.kind == "remove");
    Ok(KeyChange {
        position: row.position,
        device: DeviceId(row.device_id),
        removed: removed.as_deref().map(hash).transpose()?,
    })
}

fn hash(bytes: &[u8]) -> Result<[u8; 32]> {
    bytes.try_into().map_err(|_| StoreError::Corrupt("key hash"))
}
