//! Which keys may sign documents. The first is pinned at enrolment; each further one needs the signature of one
//! already believed (design, *Agents*).

use cordboard_agent_protocol::TrustRoot;
use ring::{
    digest,
    signature::{ED25519, UnparsedPublicKey},
};

/// Whether the key called `key_id` is trusted and made this signature.
pub(crate) fn signed(trust: &[TrustRoot], key_id: &str, message: &[u8], signature: &[u8]) -> bool {
    trust.iter().any(|root| root.key_id == key_id && verifies(root, message, signature))
}

fn verifies(root: &TrustRoot, message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, &root.public_key.0).verify(message, signature).is_ok()
}

pub(crate) fn sha256(bytes: &[u8]) -> Vec<u8> {
    digest::digest(&digest::SHA256, bytes).as_ref().to_vec()
}

/// Adds what `offered` holds and a trusted key vouches for, in any order; says whether there was something new.
/// An id that is known already is never given another key.
pub(crate) fn extend(trust: &mut Vec<TrustRoot>, offered: &[TrustRoot]) -> bool {
    let before = trust.len();
    // Each round can make the next link of a chain believable.
    while let Some(root) = offered.iter().find(|root| is_new(trust, root) && is_vouched(trust, root)) {
        trust.push(root.clone());
    }
    trust.len() > before
}

fn is_new(trust: &[TrustRoot], root: &TrustRoot) -> bool {
    trust.iter().all(|known| known.key_id != root.key_id)
}

fn is_vouched(trust: &[TrustRoot], root: &TrustRoot) -> bool {
    let (Some(by), Some(voucher)) = (&root.vouched_by, &root.voucher) else { return false };
    signed(trust, by, &root.public_key.0, &voucher.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Signer;

    #[test]
    fn a_chain_of_vouchers_is_believed_in_any_order() {
        let (first, second, third) = (Signer::new("1"), Signer::new("2"), Signer::new("3"));
        let mut trust = vec![first.root(None)];
        let offered = [third.root(Some(&second)), second.root(Some(&first)), first.root(None)];
        assert!(extend(&mut trust, &offered));
        assert_eq!(trust.len(), 3);
        assert!(signed(&trust, "3", b"x", &third.sign(b"x")));
        assert!(!extend(&mut trust, &offered), "nothing new the second time");
    }

    #[test]
    fn a_key_nobody_trusted_vouches_for_stays_out() {
        let (first, stranger, accomplice) = (Signer::new("1"), Signer::new("2"), Signer::new("3"));
        let mut trust = vec![first.root(None)];
        let mut forged = stranger.root(Some(&accomplice));
        forged.vouched_by = Some("1".into());
        let renamed = Signer::new("1").root(Some(&first));
        assert!(!extend(
            &mut trust,
            &[stranger.root(None), accomplice.root(Some(&stranger)), forged, renamed]
        ));
        assert!(!signed(&trust, "2", b"x", &stranger.sign(b"x")));
    }
}
