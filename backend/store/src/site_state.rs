//! Site state: versioned items, replicated with the site's agent; the newest (counter, origin) wins.

use cordboard_agent_protocol::{ItemKey, StateItem};
use cordboard_types::{SiteId, Timestamp};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

use crate::{Result, StoreError, Subject, Tenant, entity::site_state, parse};

/// Counter that numbers the items in the order they were taken.
const COUNTER: &str = "site_state";
/// Origin of what is changed here.
const CLOUD: &str = "cloud";

#[derive(FromQueryResult)]
struct Newest {
    position: Option<i64>,
}

impl Tenant {
    /// Items of a site after a position, in the order they were taken, and the position to go on from.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn state_after(&self, site: SiteId, after: u64, limit: usize) -> Result<(Vec<StateItem>, u64)> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        let rows = self
            .find::<site_state::Entity>()
            .filter(site_state::Column::SiteId.eq(site.0))
            .filter(site_state::Column::Position.gt(after))
            .order_by_asc(site_state::Column::Position)
            .limit(limit)
            .all(self.tx())
            .await?;
        let next = rows.last().map_or(after, |row| row.position);
        let items = rows.into_iter().map(item).collect::<Result<_>>()?;
        Ok((items, parse::number(next)?))
    }

    /// The newest position of a site.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn state_position(&self, site: SiteId) -> Result<u64> {
        let sql = "SELECT MAX(position) AS position FROM site_state WHERE tenant_id = $1 AND site_id = $2";
        let newest = self.rows::<Newest>(sql, vec![site.0.into()]).await?.pop();
        parse::number(newest.and_then(|row| row.position).unwrap_or_default())
    }

    /// One item.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn state_item(&self, site: SiteId, key: &ItemKey) -> Result<Option<StateItem>> {
        use site_state::Column as C;
        let query = self.find::<site_state::Entity>().filter(C::SiteId.eq(site.0));
        let query = query.filter(C::OwnerKind.eq(&key.owner_kind)).filter(C::Owner.eq(&key.owner));
        query.filter(C::Name.eq(&key.name)).one(self.tx()).await?.map(item).transpose()
    }

    /// Takes an item from wherever it was changed and tells everybody; `false` when what is here wins.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_state(&self, site: SiteId, item: &StateItem) -> Result<bool> {
        // The counter's row lock comes first: of two changes at once the second sees the first.
        let position = self.open.next_number(COUNTER).await?;
        if self.state_item(site, &item.key).await?.is_some_and(|ours| !item.wins_over(&ours)) {
            return Ok(false);
        }
        let row = site_state::ActiveModel {
            tenant_id: Set(self.id().0),
            site_id: Set(site.0),
            owner_kind: Set(item.key.owner_kind.clone()),
            owner: Set(item.key.owner.clone()),
            name: Set(item.key.name.clone()),
            value: Set(item.value.to_string()),
            counter: Set(parse::number(item.counter)?),
            origin: Set(item.origin.clone()),
            changed_at: Set(item.changed_at.0),
            position: Set(position),
        };
        use site_state::Column as C;
        let replace = OnConflict::columns([C::TenantId, C::SiteId, C::OwnerKind, C::Owner, C::Name])
            .update_columns([C::Value, C::Counter, C::Origin, C::ChangedAt, C::Position])
            .to_owned();
        site_state::Entity::insert(row).on_conflict(replace).exec_without_returning(self.tx()).await?;
        self.notify(Subject::State(site.0));
        Ok(true)
    }

    /// Changes an item in the cloud; the notice wakes the site's agent.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn change_state(&self, site: SiteId, key: ItemKey, value: serde_json::Value) -> Result<()> {
        let counter = self.state_item(site, &key).await?.map_or(0, |item| item.counter).saturating_add(1);
        let origin = CLOUD.to_owned();
        let item = StateItem { key, value, counter, origin, changed_at: self.now() };
        self.take_state(site, &item).await?;
        Ok(())
    }
}

fn item(row: site_state::Model) -> Result<StateItem> {
    Ok(StateItem {
        key: ItemKey { owner_kind: row.owner_kind, owner: row.owner, name: row.name },
        value: serde_json::from_str(&row.value).map_err(|_| StoreError::Corrupt("state value"))?,
        counter: parse::number(row.counter)?,
        origin: row.origin,
        changed_at: Timestamp(row.changed_at),
    })
}
