//! Redirect services that may look up MACs.

use cordboard_types::{Label, RedirectServiceId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder};

use crate::{
    Result, StoreError, System,
    entity::redirect_service::{self, Column as C},
    parse,
};

/// A redirect service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectService {
    /// Its id: the `keyid` of its signatures.
    pub id: RedirectServiceId,
    /// Its name.
    pub name: Label,
    /// Its Ed25519 public key.
    pub public_key: [u8; 32],
    /// When it was made known.
    pub created_at: Timestamp,
}

impl System {
    /// Makes a redirect service known.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_redirect_service(
        &self,
        name: &Label,
        public_key: [u8; 32],
    ) -> Result<RedirectService> {
        let (id, created_at) = (RedirectServiceId::new(), self.now());
        self.open
            .insert(redirect_service::ActiveModel {
                id: Set(id.0),
                name: Set(name.as_str().to_owned()),
                public_key: Set(public_key.to_vec()),
                created_at: Set(created_at.0),
            })
            .await?;
        Ok(RedirectService { id, name: name.clone(), public_key, created_at })
    }

    /// Every redirect service, oldest first; there are few.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn redirect_services(&self) -> Result<Vec<RedirectService>> {
        let rows = self.find::<redirect_service::Entity>().order_by_asc(C::Id).all(self.tx()).await?;
        rows.into_iter().map(read).collect()
    }

    /// One redirect service.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn redirect_service(&self, id: RedirectServiceId) -> Result<RedirectService> {
        let row = self.find::<redirect_service::Entity>().filter(C::Id.eq(id.0)).one(self.tx()).await?;
        read(row.ok_or(StoreError::NotFound)?)
    }
}

fn read(row: redirect_service::Model) -> Result<RedirectService> {
    Ok(RedirectService {
        id: RedirectServiceId(row.id),
        name: parse::label(&row.name)?,
        public_key: row.public_key.try_into().map_err(|_| StoreError::Corrupt("public key"))?,
        created_at: Timestamp(row.created_at),
    })
}
