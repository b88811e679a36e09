//! The keys documents for agents are signed with. Private halves are sealed; each key but the first carries the
//! signature of the one before.

use cordboard_domain::{SecretField, SecretRef};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryOrder, sea_query::OnConflict};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{Result, System, entity::platform_key};

/// Id of the first key: of two servers that make it at the same time one wins.
const FIRST: Uuid = Uuid::from_u128(1);

/// A signing key without its private half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformKey {
    /// Its id.
    pub id: Uuid,
    /// Ed25519 public key, 32 bytes.
    pub public_key: Vec<u8>,
    /// Key that vouches for it, and that key's signature over `public_key`.
    pub voucher: Option<(Uuid, Vec<u8>)>,
}

impl System {
    /// Every key, oldest first; the last one signs.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn platform_keys(&self) -> Result<Vec<PlatformKey>> {
        use platform_key::Column as C;
        let rows = self.find::<platform_key::Entity>().order_by_asc(C::CreatedAt).order_by_asc(C::Id);
        let key = |row: platform_key::Model| PlatformKey {
            id: row.id,
            public_key: row.public_key,
            voucher: row.vouched_by.zip(row.voucher),
        };
        Ok(rows.all(self.tx()).await?.into_iter().map(key).collect())
    }

    /// Adds a key: the first one without a voucher, each later one with it. `false` when somebody else made the
    /// first one meanwhile.
    ///
    /// # Errors
    /// When it cannot be stored.
    pub async fn add_platform_key(
        &self,
        public_key: &[u8],
        seed: &str,
        voucher: Option<(Uuid, Vec<u8>)>,
    ) -> Result<bool> {
        let id = if voucher.is_some() { Uuid::now_v7() } else { FIRST };
        let (vouched_by, signature) = voucher.unzip();
        let row = platform_key::ActiveModel {
            id: Set(id),
            public_key: Set(public_key.to_vec()),
            vouched_by: Set(vouched_by),
            voucher: Set(signature),
            created_at: Set(self.now().0),
        };
        let keep = OnConflict::column(platform_key::Column::Id).do_nothing().to_owned();
        let added =
            platform_key::Entity::insert(row).on_conflict(keep).exec_without_returning(self.tx()).await?;
        if added == 0 {
            return Ok(false);
        }
        self.put_platform_secret(secret_of(id), seed).await?;
        Ok(true)
    }

    /// The private half of a key.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`].
    pub async fn platform_key_seed(&self, id: Uuid) -> Result<Zeroizing<String>> {
        self.platform_secret(secret_of(id)).await
    }
}

fn secret_of(id: Uuid) -> SecretRef {
    SecretRef { owner: id.into_bytes(), field: SecretField::SigningKey }
}
