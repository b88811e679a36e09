//! What is searched for: normalised words, one table for every kind, written with the row.

mod everything;

use cordboard_domain::search::{terms, wanted};
use cordboard_types::{FoundKind, TenantId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, Value};
use uuid::Uuid;

pub use everything::Found;

use crate::{Result, Tenant, context::Open, entity::search_term};

/// Most words of a search that count; nobody types more.
const WORDS: usize = 8;
/// Rows in one statement.
const CHUNK: usize = 1000;

impl Open {
    /// Writes the words by which rows are found. They must have none yet.
    pub(crate) async fn add_terms(
        &self,
        tenant: TenantId,
        kind: FoundKind,
        owners: &[(Uuid, Vec<String>)],
    ) -> Result<()> {
        let row = |(owner, texts): &(Uuid, Vec<String>)| {
            let owner = *owner;
            let terms = terms(texts.iter().map(String::as_str)).into_iter();
            terms.map(move |term| (owner, term)).collect::<Vec<_>>()
        };
        let rows: Vec<_> = owners.iter().flat_map(row).collect();
        let model = |(owner, term): &(Uuid, String)| search_term::ActiveModel {
            tenant_id: Set(tenant.0),
            kind: Set(kind.as_str().to_owned()),
            term: Set(term.clone()),
            owner_id: Set(*owner),
        };
        for some in rows.chunks(CHUNK) {
            search_term::Entity::insert_many(some.iter().map(model)).exec_without_returning(&self.tx).await?;
        }
        Ok(())
    }

    /// Writes the words of a row anew.
    pub(crate) async fn change_terms(
        &self,
        tenant: TenantId,
        kind: FoundKind,
        owner: Uuid,
        texts: Vec<String>,
    ) -> Result<()> {
        self.drop_terms(tenant, owner).await?;
        self.add_terms(tenant, kind, &[(owner, texts)]).await
    }

    /// The row is gone.
    async fn drop_terms(&self, tenant: TenantId, owner: Uuid) -> Result<()> {
        let sql = "DELETE FROM search_term WHERE tenant_id = $1 AND owner_id = $2";
        self.tx.execute_raw(self.statement(tenant.0, sql, vec![owner.into()])).await?;
        Ok(())
    }
}

impl Tenant {
    /// Writes the words by which rows are found. They must have none yet.
    pub(crate) async fn add_terms(&self, kind: FoundKind, owners: &[(Uuid, Vec<String>)]) -> Result<()> {
        self.open.add_terms(self.id(), kind, owners).await
    }

    /// Writes the words of a row anew.
    pub(crate) async fn change_terms(&self, kind: FoundKind, owner: Uuid, texts: Vec<String>) -> Result<()> {
        self.open.change_terms(self.id(), kind, owner, texts).await
    }

    /// The row is gone.
    pub(crate) async fn drop_terms(&self, owner: Uuid) -> Result<()> {
        self.open.drop_terms(self.id(), owner).await
    }
}

/// A condition that every word of `search` begins a word of the row: of the tenant at `tenant`, with the id at `owner`.
/// Its values are pushed to `values`; the first of those stands at `$<first>`.
pub(crate) fn condition(
    kind: FoundKind,
    (tenant, owner): (&str, &str),
    search: &str,
    first: usize,
    values: &mut Vec<Value>,
) -> String {
    let mut sql = String::new();
    for word in wanted(search).into_iter().take(WORDS) {
        let place = first.saturating_add(values.len());
        sql.push_str(&format!(
            " AND {owner} IN (SELECT s.owner_id FROM search_term s WHERE s.tenant_id = {tenant} \
                AND s.kind = '{}' AND s.term >= ${place} AND s.term < ${})",
            kind.as_str(),
            place.saturating_add(1)
        ));
        values.extend(range(word));
    }
    sql
}

/// What a word begins: from it up to, but without, the other.
fn range(word: String) -> [Value; 2] {
    let beyond = format!("{word}{}", char::MAX);
    [word.into(), beyond.into()]
}
