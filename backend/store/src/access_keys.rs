//! Access keys: the directory holds their hashes, `secret` holds them sealed, the live-key log tells every
//! replica of what came and went.

use cordboard_domain::{
    SecretField, SecretRef,
    first_contact::{Event, State},
};
use cordboard_types::{AccessKey, DeviceId, Timestamp};
use ring::digest::{SHA256, digest};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};

use crate::{
    Result, StoreError, Subject, Tenant,
    audit::Actor,
    context::Open,
    entity::{access_key, live_key_change},
};

/// Name of the counter that orders the log.
pub(crate) const LOG: &str = "live_key_change";

/// The two kinds of keys a device has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// The one it keeps.
    Steady,
    /// The one a first contact is made with.
    First,
}

impl KeyKind {
    /// The stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Steady => "steady",
            Self::First => "first",
        }
    }

    pub(crate) fn parse(text: &str) -> Result<Self> {
        match text {
            "steady" => Ok(Self::Steady),
            "first" => Ok(Self::First),
            _ => Err(StoreError::Corrupt("key kind")),
        }
    }

    fn field(self) -> SecretField {
        match self {
            Self::Steady => SecretField::SteadyKey,
            Self::First => SecretField::FirstKey,
        }
    }
}

/// SHA-256 of a key's 48 digits: what the directory and the replicas hold.
#[must_use]
pub fn key_hash(key: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, key.as_bytes()).as_ref());
    hash
}

impl Tenant {
    /// Gives a new device its steady key.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_steady_key(&self, device: DeviceId) -> Result<()> {
        self.add_key(device, KeyKind::Steady, None).await?;
        Ok(())
    }

    /// Replaces the steady key. Returns the place in the live-key log every replica must have
    /// reached before the old key is refused everywhere.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rotate_steady_key(&self, device: DeviceId) -> Result<i64> {
        self.remove_key(device, KeyKind::Steady).await?;
        self.add_key(device, KeyKind::Steady, None).await
    }

    /// The device's key, opened.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it has none of this kind.
    pub async fn access_key(&self, device: DeviceId, kind: KeyKind) -> Result<AccessKey> {
        let (text, _) = self.secret(secret_of(device, kind)).await?;
        AccessKey::parse(&text).map_err(|_| StoreError::Corrupt("access key"))
    }

    /// *Provisioning MAC* → *once*: a new first-access key that lives `life` milliseconds. Returns when it
    /// ends, and the place in the live-key log from which on it opens something. A key of an earlier arming
    /// is gone.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without such a device.
    pub async fn arm_first_contact(
        &self,
        device: DeviceId,
        life: i64,
        actor: &Actor,
    ) -> Result<(Timestamp, i64)> {
        let step = self.step_contact(device, Event::Arm { life }, actor).await?;
        let State::Armed { until } = step.after else { return Err(StoreError::Corrupt("first contact")) };
        self.remove_key(device, KeyKind::First).await?;
        let position = self.add_key(device, KeyKind::First, Some(until)).await?;
        Ok((until, position))
    }

    /// *Provisioning MAC* → *no*. Returns the place in the live-key log to wait for, when a key was removed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without such a device.
    pub async fn disarm(&self, device: DeviceId, actor: &Actor) -> Result<Option<i64>> {
        Ok(self.step_contact(device, Event::Disarm, actor).await?.position)
    }

    /// Removes every key of a device that is about to be deleted, with its secrets. Returns the place in
    /// the live-key log to wait for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_keys(&self, device: DeviceId) -> Result<Option<i64>> {
        let mut last = None;
        for kind in [KeyKind::Steady, KeyKind::First] {
            last = self.remove_key(device, kind).await?.or(last);
        }
        self.drop_secrets(device.0).await?;
        Ok(last)
    }

    /// Tells every replica that what it keeps of the device is stale: a new release, a changed secret, MAC
    /// or model.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn touch_device(&self, device: DeviceId) -> Result<()> {
        self.touch_devices(&[device]).await
    }

    /// [`Self::touch_device`] for many in one statement or few.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn touch_devices(&self, devices: &[DeviceId]) -> Result<()> {
        for some in devices.chunks(500) {
            let changes = some.iter().map(|device| Change::touch(*device)).collect();
            self.log(changes).await?;
        }
        Ok(())
    }

    /// Takes every live key of the customer away; the sealed steady keys stay, so that they can be given back. Returns the
    /// place in the live-key log to wait for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_all_keys(&self, actor: &Actor) -> Result<Option<i64>> {
        let mut last = None;
        for device in self.keyed_devices().await? {
            last = self.disarm(device, actor).await?.or(last);
            last = self.remove_key(device, KeyKind::Steady).await?.or(last);
        }
        Ok(last)
    }

    /// Gives every device its steady key back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn restore_steady_keys(&self) -> Result<()> {
        for device in self.keyed_devices().await? {
            if self.open.access_key(self.id().0, device, KeyKind::Steady).await?.is_none() {
                let key = self.access_key(device, KeyKind::Steady).await?;
                self.make_live(device, KeyKind::Steady, &key, None).await?;
            }
        }
        Ok(())
    }

    /// The phones and DECT systems.
    async fn keyed_devices(&self) -> Result<Vec<DeviceId>> {
        let sql = "SELECT id FROM device WHERE tenant_id = $1 AND base_id IS NULL ORDER BY id";
        let rows = self.rows::<Id>(sql, vec![]).await?;
        Ok(rows.into_iter().map(|row| DeviceId(row.id)).collect())
    }

    pub(crate) async fn touch(&self, device: DeviceId) -> Result<i64> {
        self.log(vec![Change::touch(device)]).await
    }

    /// Makes a key, seals it and adds its hash to the live ones.
    async fn add_key(&self, device: DeviceId, kind: KeyKind, expires: Option<Timestamp>) -> Result<i64> {
        let key = AccessKey::from_bytes(self.open.store.sealer.random()?);
        self.put_secret(secret_of(device, kind), key.as_str()).await?;
        self.make_live(device, kind, &key, expires).await
    }

    async fn make_live(
        &self,
        device: DeviceId,
        kind: KeyKind,
        key: &AccessKey,
        expires: Option<Timestamp>,
    ) -> Result<i64> {
        let hash = key_hash(key.as_str()).to_vec();
        self.open
            .insert(access_key::ActiveModel {
                key_hash: Set(hash.clone()),
                tenant_id: Set(self.id().0),
                device_id: Set(device.0),
                kind: Set(kind.as_str().to_owned()),
                created_at: Set(self.now().0),
                expires_at: Set(expires.map(|at| at.0)),
            })
            .await?;
        self.log(vec![Change { kind: "add", device, key: Some((hash, kind)), expires }]).await
    }

    /// Removes a key from the live ones; the sealed value is the caller's to drop or replace.
    pub(crate) async fn remove_key(&self, device: DeviceId, kind: KeyKind) -> Result<Option<i64>> {
        use access_key::Column as C;
        let Some(row) = self.open.access_key(self.id().0, device, kind).await? else { return Ok(None) };
        #[allow(
            clippy::disallowed_methods,
            reason = "filtered by tenant; the directory is no tenant's table"
        )]
        let delete = access_key::Entity::delete_many();
        let delete = delete.filter(C::TenantId.eq(self.id().0)).filter(C::KeyHash.eq(row.key_hash.clone()));
        delete.exec(self.tx()).await?;
        let change = Change { kind: "remove", device, key: Some((row.key_hash, kind)), expires: None };
        self.log(vec![change]).await.map(Some)
    }

    /// Appends to the live-key log; returns the last position. Held in order by the counter's row lock.
    async fn log(&self, changes: Vec<Change>) -> Result<i64> {
        let count = i64::try_from(changes.len()).map_err(|_| StoreError::Corrupt("live-key log"))?;
        let last = self.open.next_numbers(LOG, count).await?;
        let first = last.saturating_sub(count);
        let (tenant, at) = (self.id().0, self.now().0);
        let rows = (1..).zip(changes).map(|(place, change): (i64, _)| {
            let (hash, kind) = change.key.unzip();
            live_key_change::ActiveModel {
                position: Set(first.saturating_add(place)),
                kind: Set(change.kind.to_owned()),
                key_hash: Set(hash),
                key_kind: Set(kind.map(|kind| kind.as_str().to_owned())),
                tenant_id: Set(tenant),
                device_id: Set(change.device.0),
                expires_at: Set(change.expires.map(|at| at.0)),
                at: Set(at),
            }
        });
        live_key_change::Entity::insert_many(rows).exec_without_returning(self.tx()).await?;
        self.notify(Subject::Keys(last));
        Ok(last)
    }
}

#[derive(FromQueryResult)]
struct Id {
    id: uuid::Uuid,
}

struct Change {
    kind: &'static str,
    device: DeviceId,
    key: Option<(Vec<u8>, KeyKind)>,
    expires: Option<Timestamp>,
}

impl Change {
    fn touch(device: DeviceId) -> Self {
        Self { kind: "touch", device, key: None, expires: None }
    }
}

impl Open {
    async fn access_key(
        &self,
        tenant: uuid::Uuid,
        device: DeviceId,
        kind: KeyKind,
    ) -> Result<Option<access_key::Model>> {
        use access_key::Column as C;
        #[allow(clippy::disallowed_methods, reason = "Open is the inside of the contexts")]
        let query = access_key::Entity::find()
            .filter(C::TenantId.eq(tenant))
            .filter(C::DeviceId.eq(device.0))
            .filter(C::Kind.eq(kind.as_str()));
        Ok(query.one(&self.tx).await?)
    }
}

fn secret_of(device: DeviceId, kind: KeyKind) -> SecretRef {
    SecretRef { owner: device.0.into_bytes(), field: kind.field() }
}
