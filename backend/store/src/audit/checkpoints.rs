//! Signed heads: what the platform vouched for, chain by chain.

use cordboard_types::Timestamp;
use ring::signature::{ED25519, UnparsedPublicKey};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait, FromQueryResult, Statement, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{Chain, Head};
use crate::{Result, System, entity::audit_checkpoint};

/// Rows in one statement.
const CHUNK: usize = 500;

/// A head that differs from the one that was signed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedHead {
    /// The head.
    pub head: Head,
    /// Number of the row that was signed last. Higher than the head's: rows are missing.
    pub signed: Option<i64>,
}

/// A head with the platform's signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The head.
    pub head: Head,
    /// When it was signed.
    pub at: Timestamp,
    /// The platform key that signed.
    pub key: Uuid,
    /// Ed25519 over [`Self::message`].
    pub signature: Vec<u8>,
}

/// A platform key whose private half was seen to belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedKey {
    /// Its id.
    pub id: Uuid,
    /// Ed25519 public key, 32 bytes.
    pub public_key: Vec<u8>,
}

impl Checkpoint {
    /// Whether one of `keys` signed it.
    #[must_use]
    pub fn holds(&self, keys: &[TrustedKey]) -> bool {
        let message = Self::message(&self.head, self.at, self.key);
        let verifies = |key: &TrustedKey| {
            UnparsedPublicKey::new(&ED25519, &key.public_key).verify(&message, &self.signature).is_ok()
        };
        keys.iter().find(|key| key.id == self.key).is_some_and(verifies)
    }

    pub(super) fn read(row: audit_checkpoint::Model) -> Self {
        Self {
            head: Head { chain: Chain(row.chain_id), seq: row.seq, mac: row.mac },
            at: Timestamp(row.at),
            key: row.key_id,
            signature: row.signature,
        }
    }

    /// What is signed. No document of an agent begins like this.
    #[must_use]
    pub fn message(head: &Head, at: Timestamp, key: Uuid) -> Vec<u8> {
        let (seq, at) = (head.seq.to_be_bytes(), at.0.to_be_bytes());
        let kind = b"cordboard audit checkpoint 1\n".as_slice();
        [kind, head.chain.0.as_bytes(), &seq, &at, key.as_bytes(), &head.mac].concat()
    }
}

#[derive(FromQueryResult)]
struct MovedRow {
    chain_id: Uuid,
    seq: i64,
    mac: Vec<u8>,
    signed: Option<i64>,
}

const MOVED: &str = "SELECT * FROM (SELECT h.chain_id, h.seq, h.mac, \
    (SELECT MAX(c.seq) FROM audit_checkpoint c WHERE c.chain_id = h.chain_id) AS signed \
    FROM audit_head h) AS heads WHERE signed IS NULL OR signed <> seq ORDER BY chain_id";

impl System {
    /// The heads that are not the ones signed last.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn moved_heads(&self) -> Result<Vec<MovedHead>> {
        let statement = Statement::from_string(self.tx().get_database_backend(), MOVED);
        let rows = MovedRow::find_by_statement(statement).all(self.tx()).await?;
        let moved = |row: MovedRow| MovedHead {
            head: Head { chain: Chain(row.chain_id), seq: row.seq, mac: row.mac },
            signed: row.signed,
        };
        Ok(rows.into_iter().map(moved).collect())
    }

    /// Keeps signed heads; one that another replica signed meanwhile stays as it is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_checkpoints(&self, signed: Vec<Checkpoint>) -> Result<()> {
        use audit_checkpoint::Column as C;
        let row = |checkpoint: Checkpoint| audit_checkpoint::ActiveModel {
            chain_id: Set(checkpoint.head.chain.0),
            seq: Set(checkpoint.head.seq),
            mac: Set(checkpoint.head.mac),
            at: Set(checkpoint.at.0),
            key_id: Set(checkpoint.key),
            signature: Set(checkpoint.signature),
        };
        let rows: Vec<_> = signed.into_iter().map(row).collect();
        for chunk in rows.chunks(CHUNK) {
            let keep = OnConflict::columns([C::ChainId, C::Seq]).do_nothing().to_owned();
            let insert = audit_checkpoint::Entity::insert_many(chunk.to_vec()).on_conflict(keep);
            insert.exec_without_returning(self.tx()).await?;
        }
        Ok(())
    }
}
