//! Secrets of a tenant: written sealed, read sealed, opened at the last moment.

use std::collections::HashMap;

use cordboard_domain::{SecretField, SecretRef};
use cordboard_types::TenantId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    Result, SealedSecret, StoreError, System, Tenant,
    context::Open,
    entity::{data_key, secret},
};

impl Tenant {
    /// Writes a secret; returns its new version.
    ///
    /// # Errors
    /// When it cannot be sealed or stored.
    pub async fn put_secret(&self, which: SecretRef, value: &str) -> Result<u32> {
        self.open.put_secret(self.id(), which, value).await
    }

    /// The secrets among `which` that exist, sealed, in no order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sealed(&self, which: &[SecretRef]) -> Result<Vec<SealedSecret>> {
        self.open.sealed(self.id(), which).await
    }

    /// One secret, opened.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn secret(&self, which: SecretRef) -> Result<(Zeroizing<String>, u32)> {
        self.open.secret(self.id(), which).await
    }

    /// Removes every secret of an owner.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_secrets(&self, owner: Uuid) -> Result<()> {
        self.delete::<secret::Entity>().filter(secret::Column::OwnerId.eq(owner)).exec(self.tx()).await?;
        Ok(())
    }

    /// Removes one secret.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_secret(&self, which: SecretRef) -> Result<()> {
        self.delete::<secret::Entity>()
            .filter(secret::Column::OwnerId.eq(Uuid::from_bytes(which.owner)))
            .filter(secret::Column::Field.eq(which.field.as_str()))
            .exec(self.tx())
            .await?;
        Ok(())
    }
}

/// Rows in one statement.
const CHUNK: usize = 500;

/// A first secret of an owner to come, sealed to its place before the owner exists. It is put there unopened.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptSecret {
    pub(crate) data_key: Uuid,
    pub(crate) sealed: Vec<u8>,
}

impl std::fmt::Debug for KeptSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeptSecret")
    }
}

impl Tenant {
    /// Seals first secrets of owners to come.
    ///
    /// # Errors
    /// When one cannot be sealed.
    pub async fn seal_to_come(&self, new: &[(SecretRef, &str)]) -> Result<Vec<KeptSecret>> {
        let data_key = self.open.data_key(self.id()).await?;
        let seal = |(which, value): &(SecretRef, &str)| {
            let sealed = self.open.store.sealer.seal(self.id(), *which, FIRST, data_key, value)?;
            Ok(KeptSecret { data_key, sealed: sealed.sealed })
        };
        new.iter().map(seal).collect()
    }

    /// Writes the first secrets of new owners.
    pub(crate) async fn put_new_secrets(&self, new: &[(SecretRef, Zeroizing<String>)]) -> Result<()> {
        if new.is_empty() {
            return Ok(());
        }
        let values: Vec<_> = new.iter().map(|(which, value)| (*which, value.as_str())).collect();
        let sealed = self.seal_to_come(&values).await?;
        let kept: Vec<_> = new.iter().map(|(which, _)| *which).zip(sealed).collect();
        self.put_kept_secrets(&kept).await
    }

    /// Puts secrets sealed before to their new owners.
    pub(crate) async fn put_kept_secrets(&self, kept: &[(SecretRef, KeptSecret)]) -> Result<()> {
        let row = |(which, kept): &(SecretRef, KeptSecret)| secret::ActiveModel {
            tenant_id: Set(self.id().0),
            owner_id: Set(Uuid::from_bytes(which.owner)),
            field: Set(which.field.as_str().to_owned()),
            version: Set(FIRST_ROW),
            data_key_id: Set(kept.data_key),
            sealed: Set(kept.sealed.clone()),
            changed_at: Set(self.now().0),
        };
        for some in kept.chunks(CHUNK) {
            secret::Entity::insert_many(some.iter().map(row)).exec_without_returning(self.tx()).await?;
        }
        Ok(())
    }
}

/// Version of a first secret, and the same in a row.
const FIRST: u32 = 1;
const FIRST_ROW: i32 = 1;

/// Owner of secrets that are the platform's and no tenant's.
const PLATFORM: TenantId = TenantId(Uuid::nil());

impl System {
    /// Writes a secret of the platform itself.
    ///
    /// # Errors
    /// When it cannot be sealed or stored.
    pub async fn put_platform_secret(&self, which: SecretRef, value: &str) -> Result<u32> {
        self.open.put_secret(PLATFORM, which, value).await
    }

    /// A secret of the platform itself, opened.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn platform_secret(&self, which: SecretRef) -> Result<Zeroizing<String>> {
        Ok(self.open.secret(PLATFORM, which).await?.0)
    }

    /// Removes a secret of the platform itself.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drop_platform_secret(&self, which: SecretRef) -> Result<()> {
        self.delete::<secret::Entity>()
            .filter(secret::Column::TenantId.eq(PLATFORM.0))
            .filter(secret::Column::OwnerId.eq(Uuid::from_bytes(which.owner)))
            .filter(secret::Column::Field.eq(which.field.as_str()))
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Whether the master key of every data key is at hand.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when one is not: its secrets cannot be opened.
    pub async fn check_master_keys(&self) -> Result<()> {
        let used = self
            .find::<data_key::Entity>()
            .select_only()
            .column(data_key::Column::MasterKeyId)
            .distinct()
            .into_tuple::<String>()
            .all(self.tx())
            .await?;
        let known = |id: &String| self.open.store.sealer.has_master_key(id);
        if used.iter().all(known) { Ok(()) } else { Err(StoreError::Sealed) }
    }

    /// Seals every data key anew with the active master key; returns how many. Secrets stay as they are.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when a data key's master key is not at hand.
    pub async fn rewrap_data_keys(&self) -> Result<u64> {
        let mut count = 0;
        for row in self.find::<data_key::Entity>().all(self.tx()).await? {
            let sealer = &self.open.store.sealer;
            let tenant = TenantId(row.tenant_id);
            let Some((master, sealed)) = sealer.rewrap(row.id, tenant, &row.master_key_id, &row.sealed)?
            else {
                continue;
            };
            let row = data_key::ActiveModel {
                master_key_id: Set(master),
                sealed: Set(sealed),
                ..sea_orm::IntoActiveModel::into_active_model(row)
            };
            data_key::Entity::update(row).exec(self.tx()).await?;
            count += 1;
        }
        Ok(count)
    }
}

impl Open {
    async fn put_secret(&self, tenant: TenantId, which: SecretRef, value: &str) -> Result<u32> {
        let newest = self.sealed(tenant, &[which]).await?.first().map_or(0, |sealed| sealed.version);
        let version = newest.saturating_add(1);
        let data_key = self.data_key(tenant).await?;
        let sealed = self.store.sealer.seal(tenant, which, version, data_key, value)?;
        let row = secret::ActiveModel {
            tenant_id: Set(tenant.0),
            owner_id: Set(Uuid::from_bytes(which.owner)),
            field: Set(which.field.as_str().to_owned()),
            version: Set(i32::try_from(version).map_err(|_| StoreError::Corrupt("secret version"))?),
            data_key_id: Set(data_key),
            sealed: Set(sealed.sealed),
            changed_at: Set(self.store.now().0),
        };
        use secret::Column as C;
        let replace = OnConflict::columns([C::TenantId, C::OwnerId, C::Field])
            .update_columns([C::Version, C::DataKeyId, C::Sealed, C::ChangedAt])
            .to_owned();
        secret::Entity::insert(row).on_conflict(replace).exec_without_returning(&self.tx).await?;
        Ok(version)
    }

    async fn secret(&self, tenant: TenantId, which: SecretRef) -> Result<(Zeroizing<String>, u32)> {
        let sealed = self.sealed(tenant, &[which]).await?.pop().ok_or(StoreError::NotFound)?;
        Ok((self.store.sealer.open(tenant, &sealed)?, sealed.version))
    }

    async fn sealed(&self, tenant: TenantId, which: &[SecretRef]) -> Result<Vec<SealedSecret>> {
        let owners = which.iter().map(|secret| Uuid::from_bytes(secret.owner));
        #[allow(clippy::disallowed_methods, reason = "Open is the inside of the contexts")]
        let rows = secret::Entity::find()
            .filter(secret::Column::TenantId.eq(tenant.0))
            .filter(secret::Column::OwnerId.is_in(owners))
            .all(&self.tx)
            .await?;
        self.learn_data_keys(tenant, &rows).await?;
        let wanted = |sealed: &SealedSecret| which.contains(&sealed.secret);
        rows.into_iter().map(sealed_secret).filter(|row| row.as_ref().map_or(true, wanted)).collect()
    }

    async fn learn_data_keys(&self, tenant: TenantId, rows: &[secret::Model]) -> Result<()> {
        let sealer = &self.store.sealer;
        let unknown: HashMap<Uuid, ()> = rows
            .iter()
            .filter(|row| !sealer.knows(row.data_key_id))
            .map(|row| (row.data_key_id, ()))
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        #[allow(clippy::disallowed_methods, reason = "Open is the inside of the contexts")]
        let keys = data_key::Entity::find()
            .filter(data_key::Column::TenantId.eq(tenant.0))
            .filter(data_key::Column::Id.is_in(unknown.into_keys()))
            .all(&self.tx)
            .await?;
        keys.iter().try_for_each(|key| sealer.learn(key.id, tenant, &key.master_key_id, &key.sealed))
    }

    /// The tenant's newest data key; makes the first one.
    async fn data_key(&self, tenant: TenantId) -> Result<Uuid> {
        #[allow(clippy::disallowed_methods, reason = "Open is the inside of the contexts")]
        let newest = data_key::Entity::find()
            .filter(data_key::Column::TenantId.eq(tenant.0))
            .order_by_desc(data_key::Column::Id)
            .one(&self.tx)
            .await?;
        if let Some(key) = newest {
            self.store.sealer.learn(key.id, tenant, &key.master_key_id, &key.sealed)?;
            return Ok(key.id);
        }
        let id = Uuid::now_v7();
        let (master_key_id, sealed) = self.store.sealer.new_data_key(id, tenant)?;
        self.insert(data_key::ActiveModel {
            id: Set(id),
            tenant_id: Set(tenant.0),
            master_key_id: Set(master_key_id),
            sealed: Set(sealed),
            created_at: Set(self.store.now().0),
        })
        .await?;
        Ok(id)
    }
}

fn sealed_secret(row: secret::Model) -> Result<SealedSecret> {
    let field = SecretField::ALL.into_iter().find(|field| field.as_str() == row.field);
    Ok(SealedSecret {
        secret: SecretRef {
            owner: row.owner_id.into_bytes(),
            field: field.ok_or(StoreError::Corrupt("secret field"))?,
        },
        version: u32::try_from(row.version).map_err(|_| StoreError::Corrupt("secret version"))?,
        data_key: row.data_key_id,
        sealed: row.sealed,
    })
}
