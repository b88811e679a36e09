//! What a MAC covers, byte by byte: every field with its length before it, so that no two rows read the same.

use ring::hmac;
use uuid::Uuid;

use super::Chain;
use crate::entity::audit;

/// Stands before the first row of every chain.
pub(super) const GENESIS: [u8; 32] = [0; 32];

struct Canonical(hmac::Context);

impl Canonical {
    fn new(key: &hmac::Key, kind: &str) -> Self {
        let mut canonical = Self(hmac::Context::with_key(key));
        canonical.text(kind);
        canonical
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.number(i64::try_from(bytes.len()).unwrap_or(i64::MAX));
        self.0.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn number(&mut self, number: i64) {
        self.0.update(&number.to_be_bytes());
    }

    fn id(&mut self, id: Option<Uuid>) {
        self.bytes(id.as_ref().map_or(&[], |id| id.as_bytes()));
    }

    fn maybe(&mut self, text: Option<&str>) {
        self.0.update(&[u8::from(text.is_some())]);
        self.text(text.unwrap_or_default());
    }

    fn finish(self) -> Vec<u8> {
        self.0.sign().as_ref().to_vec()
    }
}

/// The MAC of a row that follows the one with the MAC `before`. What `row.mac` holds is not looked at.
pub(super) fn mac(key: &hmac::Key, row: &audit::Model, before: &[u8]) -> Vec<u8> {
    let mut all = Canonical::new(key, "cordboard audit row 1");
    all.bytes(before);
    all.id(Some(row.chain_id));
    all.number(row.seq);
    all.number(row.at);
    for id in [row.operation_id, row.node_id, row.actor_id, row.behalf_id, row.target_id] {
        all.id(id);
    }
    all.maybe(row.behalf_name.as_deref());
    all.maybe(row.error_code.as_deref());
    for text in [
        &row.actor_name,
        &row.credential,
        &row.ip,
        &row.user_agent,
        &row.request_id,
        &row.action,
        &row.target_kind,
        &row.outcome,
        &row.detail,
        &row.key_id,
    ] {
        all.text(text);
    }
    all.finish()
}

/// The MAC of the decision to cut a chain after `seq`.
pub(super) fn cut(key: &hmac::Key, chain: Chain, seq: i64, at: i64) -> Vec<u8> {
    let mut all = Canonical::new(key, "cordboard audit cut 1");
    all.id(Some(chain.0));
    all.number(seq);
    all.number(at);
    all.finish()
}
