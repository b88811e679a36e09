//! Cutting old rows off, at a signed head and nowhere else.

use cordboard_types::Timestamp;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Statement,
    Value, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{Actor, Chain, Checkpoint, Entry, TrustedKey, canonical};
use crate::{
    Result, System,
    entity::{audit_checkpoint, audit_cut},
};

#[derive(FromQueryResult)]
struct Place {
    chain_id: Uuid,
    seq: i64,
}

/// Every row up to a checkpoint is older than the checkpoint.
const DUE: &str = "SELECT c.chain_id, MAX(c.seq) AS seq FROM audit_checkpoint c WHERE c.at < $1 \
    GROUP BY c.chain_id HAVING MAX(c.seq) > \
    COALESCE((SELECT k.seq FROM audit_cut k WHERE k.chain_id = c.chain_id), 0)";

const LEFT: &str = "SELECT k.chain_id, k.seq FROM audit_cut k \
    WHERE EXISTS (SELECT 1 FROM audit a WHERE a.chain_id = k.chain_id AND a.seq <= k.seq)";

const REMOVE: &str = "DELETE FROM audit WHERE chain_id = $1 AND seq <= $2 AND seq < $3 + \
    (SELECT MIN(a.seq) FROM audit a WHERE a.chain_id = $1)";

const FORGET: &str = "DELETE FROM audit_checkpoint WHERE EXISTS \
    (SELECT 1 FROM audit_cut k WHERE k.chain_id = audit_checkpoint.chain_id AND k.seq > audit_checkpoint.seq)";

impl System {
    /// Decides for every chain that its rows up to the newest head signed before `before` may go. The chain tells
    /// of it. Nothing is removed yet; returns how many chains it concerns. A head that none of `keys` signed cuts
    /// nothing: its time is not to be believed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn cut_audit(&self, before: Timestamp, keys: &[TrustedKey], actor: &Actor) -> Result<u64> {
        let mut count = 0;
        for place in self.places(DUE, vec![before.0.into()]).await? {
            let chain = Chain(place.chain_id);
            if !self.is_signed(&place, keys).await? {
                tracing::error!(chain = %place.chain_id, seq = place.seq, "a signed head does not hold");
                continue;
            }
            count += 1;
            self.put_cut(chain, place.seq).await?;
            let entry = Entry {
                action: "audit.cut",
                target_kind: "audit",
                target_id: None,
                outcome: "done",
                detail: serde_json::json!({ "up_to": place.seq }),
            };
            self.audit(chain.tenant(), actor, entry).await?;
        }
        Ok(count)
    }

    async fn is_signed(&self, place: &Place, keys: &[TrustedKey]) -> Result<bool> {
        use audit_checkpoint::Column as C;
        let row = self
            .find::<audit_checkpoint::Entity>()
            .filter(C::ChainId.eq(place.chain_id))
            .filter(C::Seq.eq(place.seq));
        Ok(row.one(self.tx()).await?.is_some_and(|row| Checkpoint::read(row).holds(keys)))
    }

    async fn put_cut(&self, chain: Chain, seq: i64) -> Result<()> {
        use audit_cut::Column as C;
        let (key_id, key) = self.open.store.sealer.audit_key()?;
        let at = self.now().0;
        let row = audit_cut::ActiveModel {
            chain_id: Set(chain.0),
            seq: Set(seq),
            at: Set(at),
            key_id: Set(key_id.to_owned()),
            mac: Set(canonical::cut(key, chain, seq, at)),
        };
        let replace =
            OnConflict::column(C::ChainId).update_columns([C::Seq, C::At, C::KeyId, C::Mac]).to_owned();
        audit_cut::Entity::insert(row).on_conflict(replace).exec_without_returning(self.tx()).await?;
        Ok(())
    }

    /// Removes at most about `most` rows that were cut off, of one chain, and the signed heads before the cut;
    /// returns how many rows. To be called, each time in a transaction of its own, until it answers none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remove_cut_audit(&self, most: i64) -> Result<u64> {
        let Some(place) = self.places(LEFT, Vec::new()).await?.into_iter().next() else { return Ok(0) };
        let values = vec![place.chain_id.into(), place.seq.into(), most.into()];
        let removed = self.tx().execute_raw(self.statement(REMOVE, values)).await?.rows_affected();
        self.tx().execute_raw(self.statement(FORGET, Vec::new())).await?;
        Ok(removed)
    }

    async fn places(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Place>> {
        Ok(Place::find_by_statement(self.statement(sql, values)).all(self.tx()).await?)
    }

    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values)
    }
}
