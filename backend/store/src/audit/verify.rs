//! Walking a chain: is every row there, as it was written?

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use uuid::Uuid;

use super::{Chain, Checkpoint, Head, TrustedKey, canonical};
use crate::{
    Result, System,
    entity::{audit, audit_checkpoint, audit_cut, audit_head},
};

/// Rows read at a time.
const BATCH: u64 = 1000;
/// Findings of one chain that are told one by one.
const TOLD: usize = 20;

/// What is wrong with a chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// Rows are missing at the beginning or in the middle.
    #[error("{}", removed(.0, .1))]
    Removed(i64, i64),
    /// A row is not as it was written.
    #[error("row {0} was altered")]
    Altered(i64),
    /// Rows are missing at the end: the last one there is, and the last one that is known to have been.
    #[error("truncated: row {0} is the last one, but there was a row {1}")]
    Truncated(i64, i64),
    /// The head is not the last row.
    #[error("the head was altered: it does not belong to row {0}, the last one")]
    Head(i64),
    /// A row is another one than the platform signed.
    #[error("row {0} is not the one that was signed")]
    NotSigned(i64),
    /// A signed head is none.
    #[error("the signature of the head at row {0} does not hold")]
    Signature(i64),
    /// Rows were cut off by somebody else than the server.
    #[error("the cut after row {0} was not made by the server")]
    Cut(i64),
    /// The key is not at hand.
    #[error("row {0} cannot be checked: master key {1} is not in the key file")]
    Key(i64, String),
}

fn removed(from: &i64, to: &i64) -> String {
    if from == to { format!("row {from} was removed") } else { format!("rows {from} to {to} were removed") }
}

/// What was found of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The last row as the chain says.
    pub head: Head,
    /// Number of the first row there should be: 1, or the one after the cut.
    pub first: i64,
    /// Signed heads.
    pub signed: usize,
    /// What is wrong; nothing when it is whole.
    pub findings: Vec<Finding>,
    /// What is wrong beside that, uncounted kinds of it.
    pub more: usize,
}

impl Report {
    fn find(&mut self, finding: Finding) {
        if self.findings.len() < TOLD { self.findings.push(finding) } else { self.more += 1 }
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.findings.is_empty()
    }
}

/// The MACs the next row may follow: one, both after an altered row, none after a gap.
struct Walk {
    next: i64,
    before: Vec<Vec<u8>>,
}

#[derive(FromQueryResult)]
struct ChainRow {
    chain_id: Uuid,
}

const CHAINS: &str = "SELECT chain_id FROM audit_head UNION SELECT chain_id FROM audit_checkpoint \
    UNION SELECT chain_id FROM audit ORDER BY chain_id";

impl System {
    /// Every chain anything is left of.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit_chains(&self) -> Result<Vec<Chain>> {
        let statement = Statement::from_string(self.tx().get_database_backend(), CHAINS);
        let rows = ChainRow::find_by_statement(statement).all(self.tx()).await?;
        Ok(rows.into_iter().map(|row| Chain(row.chain_id)).collect())
    }

    /// Walks a chain from its first row to its head. To be called in a snapshot ([`crate::Store::system_snapshot`]),
    /// or rows that come and go meanwhile look like forgeries.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn verify_audit(&self, chain: Chain, keys: &[TrustedKey]) -> Result<Report> {
        let head = self.head(chain).await?;
        let mut report = Report {
            head: head.clone().unwrap_or(Head { chain, seq: 0, mac: canonical::GENESIS.to_vec() }),
            first: 1,
            signed: 0,
            findings: Vec::new(),
            more: 0,
        };
        let signed = self.signed(chain, keys, &mut report).await?;
        let mut walk = self.beginning(chain, &signed, &mut report).await?;
        self.walk(chain, &signed, &mut walk, &mut report).await?;
        let last = walk.next - 1;
        let known = signed.keys().next_back().copied().unwrap_or(0).max(report.head.seq);
        if known > last {
            report.find(Finding::Truncated(last, known));
        } else if report.head.seq < last || !walk.before.contains(&report.head.mac) {
            report.find(Finding::Head(last));
        }
        Ok(report)
    }

    async fn head(&self, chain: Chain) -> Result<Option<Head>> {
        let row = self.find::<audit_head::Entity>().filter(audit_head::Column::ChainId.eq(chain.0));
        Ok(row.one(self.tx()).await?.map(|row| Head { chain, seq: row.seq, mac: row.mac }))
    }

    /// The MACs of the signed heads whose signatures hold.
    async fn signed(
        &self,
        chain: Chain,
        keys: &[TrustedKey],
        report: &mut Report,
    ) -> Result<BTreeMap<i64, Vec<u8>>> {
        use audit_checkpoint::Column as C;
        let rows = self.find::<audit_checkpoint::Entity>().filter(C::ChainId.eq(chain.0));
        let mut signed = BTreeMap::new();
        for row in rows.order_by_asc(C::Seq).all(self.tx()).await? {
            let checkpoint = Checkpoint::read(row);
            if checkpoint.holds(keys) {
                signed.insert(checkpoint.head.seq, checkpoint.head.mac);
            } else {
                report.find(Finding::Signature(checkpoint.head.seq));
            }
        }
        report.signed = signed.len();
        Ok(signed)
    }

    /// Row 1, or the row after a cut that the server made at a signed head.
    async fn beginning(
        &self,
        chain: Chain,
        signed: &BTreeMap<i64, Vec<u8>>,
        report: &mut Report,
    ) -> Result<Walk> {
        let start = Walk { next: 1, before: vec![canonical::GENESIS.to_vec()] };
        let cut = self.find::<audit_cut::Entity>().filter(audit_cut::Column::ChainId.eq(chain.0));
        let Some(cut) = cut.one(self.tx()).await? else { return Ok(start) };
        let key = self.open.store.sealer.audit_key_of(&cut.key_id);
        let is_ours = key.is_some_and(|key| canonical::cut(key, chain, cut.seq, cut.at) == cut.mac);
        match signed.get(&cut.seq).filter(|_| is_ours) {
            Some(mac) => {
                report.first = cut.seq + 1;
                Ok(Walk { next: report.first, before: vec![mac.clone()] })
            }
            None => {
                report.find(Finding::Cut(cut.seq));
                Ok(start)
            }
        }
    }

    async fn walk(
        &self,
        chain: Chain,
        signed: &BTreeMap<i64, Vec<u8>>,
        walk: &mut Walk,
        report: &mut Report,
    ) -> Result<()> {
        use audit::Column as C;
        loop {
            let rows = self.find::<audit::Entity>().filter(C::ChainId.eq(chain.0));
            let rows = rows.filter(C::Seq.gte(walk.next)).order_by_asc(C::Seq).limit(BATCH);
            let rows = rows.all(self.tx()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in rows {
                self.step(&row, walk, report);
                let is_told = report.findings.last() == Some(&Finding::Altered(row.seq));
                if !is_told && signed.get(&row.seq).is_some_and(|mac| *mac != row.mac) {
                    report.find(Finding::NotSigned(row.seq));
                }
            }
        }
    }

    /// After a gap nothing says what a row followed; after an altered row the next one may follow what is there or
    /// what should be there, so that one altered MAC is one finding.
    fn step(&self, row: &audit::Model, walk: &mut Walk, report: &mut Report) {
        if row.seq > walk.next {
            report.find(Finding::Removed(walk.next, row.seq - 1));
            walk.before.clear();
        }
        walk.next = row.seq + 1;
        let Some(key) = self.open.store.sealer.audit_key_of(&row.key_id) else {
            report.find(Finding::Key(row.seq, row.key_id.clone()));
            walk.before = vec![row.mac.clone()];
            return;
        };
        let mut after: Vec<_> = walk.before.iter().map(|before| canonical::mac(key, row, before)).collect();
        if after.is_empty() || after.contains(&row.mac) {
            walk.before = vec![row.mac.clone()];
            return;
        }
        report.find(Finding::Altered(row.seq));
        after.truncate(1);
        after.push(row.mac.clone());
        walk.before = after;
    }
}
