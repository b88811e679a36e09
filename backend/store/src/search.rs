//! What lists are searched by: normalised words, one table for every kind, written with the row.

use std::ops::Range;

use cordboard_domain::search::{terms, words};
use sea_orm::{ActiveValue::Set, EntityTrait, Value};
use uuid::Uuid;

use crate::{Result, Tenant, entity::search_term};

/// Most words of a search that count; nobody types more.
const WORDS: usize = 8;
/// Rows in one statement.
const CHUNK: usize = 1000;

impl Tenant {
    /// Writes the words by which rows are found. They must have none yet.
    pub(crate) async fn add_terms(&self, kind: &str, owners: &[(Uuid, Vec<String>)]) -> Result<()> {
        let row = |(owner, texts): &(Uuid, Vec<String>)| {
            let owner = *owner;
            let terms = terms(texts.iter().map(String::as_str)).into_iter();
            terms.map(move |term| (owner, term)).collect::<Vec<_>>()
        };
        let rows: Vec<_> = owners.iter().flat_map(row).collect();
        let model = |(owner, term): &(Uuid, String)| search_term::ActiveModel {
            tenant_id: Set(self.id().0),
            kind: Set(kind.to_owned()),
            term: Set(term.clone()),
            owner_id: Set(*owner),
        };
        for some in rows.chunks(CHUNK) {
            search_term::Entity::insert_many(some.iter().map(model))
                .exec_without_returning(self.tx())
                .await?;
        }
        Ok(())
    }

    /// Writes the words of a row anew.
    pub(crate) async fn change_terms(&self, kind: &str, owner: Uuid, texts: Vec<String>) -> Result<()> {
        self.run("DELETE FROM search_term WHERE tenant_id = $1 AND owner_id = $2", vec![owner.into()])
            .await?;
        self.add_terms(kind, &[(owner, texts)]).await
    }
}

/// A condition on `column` that every word of `search` begins a word of the row, for a query of one tenant; its values
/// are pushed to `values`, whose first stands at `$2`.
pub(crate) fn condition(kind: &'static str, column: &str, search: &str, values: &mut Vec<Value>) -> String {
    let mut sql = String::new();
    for word in words(search).into_iter().take(WORDS) {
        let Range { start, end } = values.len().saturating_add(2)..values.len().saturating_add(3);
        sql.push_str(&format!(
            " AND {column} IN (SELECT s.owner_id FROM search_term s WHERE s.tenant_id = $1 \
                AND s.kind = '{kind}' AND s.term >= ${start} AND s.term < ${end})"
        ));
        let beyond = format!("{word}{}", char::MAX);
        values.extend([word.into(), beyond.into()]);
    }
    sql
}
