//! One search over all below a node: customers, users, devices and numbers.

use cordboard_domain::{ModelId, search::wanted};
use cordboard_types::{FoundKind, Mac, TenantId};
use sea_orm::{FromQueryResult, Statement, Value};
use uuid::Uuid;

use super::{WORDS, range};
use crate::{Result, StoreError, Subtree, parse};

/// Hits of one kind.
const MOST: usize = 6;
/// Rows of one kind that are read for them: a row may be found by several of its words.
const READ: usize = 24;
/// Rows a word may begin before it is looked for among the rows of another: "a b" reads no table.
const CANDIDATES: usize = 2000;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: FoundKind,
    /// Its id.
    pub id: Uuid,
    /// The customer it is or belongs to.
    pub customer: TenantId,
    /// Name of the customer.
    pub customer_name: String,
    /// Its name.
    pub name: String,
    /// Extension of a user, number of a group.
    pub number: Option<String>,
    /// Model of a device, as the catalogue names it.
    pub model: Option<ModelId>,
    /// MAC of a device.
    pub mac: Option<Mac>,
}

#[derive(FromQueryResult)]
struct Row {
    kind: String,
    term: String,
    tenant_id: Uuid,
    owner_id: Uuid,
    customer_name: String,
    name: Option<String>,
    number: Option<String>,
    model: Option<String>,
    mac: Option<String>,
}

/// `{hits}` has kind, term, tenant and id of what was found.
const DETAILS: &str = "SELECT hit.kind, hit.term, hit.tenant_id, hit.owner_id, c.name AS customer_name, \
    COALESCE(u.name, d.name, h.title, c.name) AS name, COALESCE(l.extension, h.extension) AS number, d.model, d.mac \
    FROM ({hits}) hit JOIN node c ON c.id = hit.tenant_id \
    LEFT JOIN pbx_user u ON hit.kind = 'user' AND u.tenant_id = hit.tenant_id AND u.id = hit.owner_id \
    LEFT JOIN line l ON l.tenant_id = u.tenant_id AND l.user_id = u.id \
    LEFT JOIN device d ON hit.kind = 'device' AND d.tenant_id = hit.tenant_id AND d.id = hit.owner_id \
    LEFT JOIN hunt_group h ON hit.kind = 'hunt_group' AND h.tenant_id = hit.tenant_id AND h.id = hit.owner_id";

impl Subtree {
    /// What every word of `search` begins a word of, below this node: the first of each of `kinds`, the nearest first.
    /// Nothing without a word.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn search(&self, search: &str, kinds: &[FoundKind]) -> Result<Vec<Found>> {
        let words: Vec<_> = wanted(search).into_iter().take(WORDS).collect();
        if words.is_empty() || kinds.is_empty() {
            return Ok(Vec::new());
        }
        let is_wide = self.is_wide().await?;
        let hits: Vec<_> = kinds
            .iter()
            .flat_map(|kind| (0..words.len().min(2)).map(|leading| (*kind, leading)))
            .map(|(kind, leading)| hits(kind, leading, words.len(), is_wide))
            .collect();
        let sql = DETAILS.replace("{hits}", &hits.join(" UNION "));
        let values = std::iter::once(Value::from(self.root().0)).chain(words.into_iter().flat_map(range));
        let statement = Statement::from_sql_and_values(self.open.backend(), sql, values);
        nearest(Row::find_by_statement(statement).all(self.tx()).await?)
    }
}

/// The rows of one kind that `leading` begins a word of, and the other words too. A wide subtree is read along the
/// words, a narrow one customer by customer: whichever reads less.
fn hits(kind: FoundKind, leading: usize, words: usize, is_wide: bool) -> String {
    let begun = |table: &str, word: usize| {
        let from = word.saturating_mul(2).saturating_add(2);
        format!("{table}.term >= ${from} AND {table}.term < ${}", from.saturating_add(1))
    };
    let source = if is_wide {
        "search_term s WHERE EXISTS (SELECT 1 FROM node_closure k \
            WHERE k.ancestor_id = $1 AND k.descendant_id = s.tenant_id)"
    } else {
        "node_closure k CROSS JOIN search_term s WHERE k.ancestor_id = $1 AND s.tenant_id = k.descendant_id"
    };
    let leads = format!(
        "SELECT s.kind, s.term, s.tenant_id, s.owner_id FROM {source} AND s.kind = '{}' AND {} \
         ORDER BY s.term, s.tenant_id, s.owner_id LIMIT {}",
        kind.as_str(),
        begun("s", leading),
        if words == 1 { READ } else { CANDIDATES }
    );
    let others: String = (0..words)
        .filter(|word| *word != leading)
        .map(|word| {
            format!(
                " AND EXISTS (SELECT 1 FROM search_term o WHERE o.tenant_id = a.tenant_id \
                    AND o.owner_id = a.owner_id AND {})",
                begun("o", word)
            )
        })
        .collect();
    format!(
        "SELECT * FROM (SELECT a.kind, a.term, a.tenant_id, a.owner_id FROM ({leads}) a WHERE TRUE{others} \
         ORDER BY a.term, a.tenant_id, a.owner_id LIMIT {READ}) b"
    )
}

/// Each once, by kind and then by the shortest word it was found by.
fn nearest(mut rows: Vec<Row>) -> Result<Vec<Found>> {
    rows.sort_by(|a, b| (&a.kind, &a.term, &a.name).cmp(&(&b.kind, &b.term, &b.name)));
    let mut found: Vec<Found> = Vec::new();
    for row in rows {
        let row = read(row)?;
        let of_kind = found.iter().filter(|found| found.kind == row.kind);
        if of_kind.clone().count() < MOST && !of_kind.clone().any(|found| found.id == row.id) {
            found.push(row);
        }
    }
    Ok(found)
}

fn read(row: Row) -> Result<Found> {
    Ok(Found {
        kind: FoundKind::parse(&row.kind).map_err(|_| StoreError::Corrupt("kind of a search term"))?,
        id: row.owner_id,
        customer: TenantId(row.tenant_id),
        name: row.name.unwrap_or_else(|| row.customer_name.clone()),
        customer_name: row.customer_name,
        number: row.number,
        model: row.model.as_deref().map(parse::model).transpose()?,
        mac: row.mac.as_deref().map(parse::mac).transpose()?,
    })
}
