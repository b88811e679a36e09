use std::net::SocketAddr;

use cordboard_types::{CredentialSetId, Extension, LineId, Timestamp, Transport};
use proptest::prelude::*;

use super::*;
use crate::{
    config::{Credential, Line, Secret, SiteConfig},
    facts::{Fact, UnregisterReason},
};

const START: Timestamp = Timestamp(1_000_000);

struct Site {
    config: SiteConfig,
    registrar: Registrar,
    cseq: u32,
}

impl Site {
    fn new() -> Self {
        let line = LineId::new();
        let config = SiteConfig {
            realm: "site.test".into(),
            lines: vec![Line {
                id: line,
                extension: Extension::parse("201").unwrap(),
                display_name: "Reception".into(),
                enabled: true,
            }],
            credentials: vec![credential(line, "desk"), credential(line, "dect")],
            emergency_numbers: vec![],
            internal_only: false,
        };
        Self { config, registrar: Registrar::new(Limits { max_contacts: 3, ..Limits::default() }), cseq: 0 }
    }

    fn request(&mut self, credential: usize, uri: &str, expires: Option<u32>) -> RegisterRequest {
        self.cseq += 1;
        let credential = &self.config.credentials[credential];
        RegisterRequest {
            line: credential.line,
            credential: credential.id,
            credential_version: credential.version,
            device: None,
            call_id: credential.auth_user.clone(),
            cseq: self.cseq,
            user_agent: "Test/1".into(),
            flow: Flow {
                source: SocketAddr::from(([10, 0, 0, 7], 5060)),
                transport: Transport::Udp,
                connection: 0,
            },
            changes: vec![ContactChange { contact: Contact { uri: uri.into(), instance: None }, expires }],
            remove_all: false,
        }
    }

    fn register(&mut self, credential: usize, uri: &str, expires: u32, at: Timestamp) -> Vec<Fact> {
        let request = self.request(credential, uri, Some(expires));
        self.registrar.register(&request, at).unwrap().facts
    }
}

fn credential(line: LineId, user: &str) -> Credential {
    Credential {
        id: CredentialSetId::new(),
        line,
        device: None,
        auth_user: user.into(),
        version: 1,
        ha1_md5: Secret::default(),
        ha1_sha256: Secret::default(),
        algorithm: crate::config::DigestAlgorithm::Md5,
    }
}

fn reasons(facts: &[Fact]) -> Vec<UnregisterReason> {
    let reason = |fact: &Fact| match fact {
        Fact::Unregistered { reason, .. } => Some(*reason),
        _ => None,
    };
    facts.iter().filter_map(reason).collect()
}

#[test]
fn a_refresh_moves_the_end_and_says_only_registered() {
    let mut site = Site::new();
    site.register(0, "sip:201@10.0.0.7", 600, START);
    let facts = site.register(0, "sip:201@10.0.0.7", 600, START.plus(500_000));
    assert!(matches!(facts.as_slice(), [Fact::Registered(r)] if r.expires_at == START.plus(1_100_000)));
    assert_eq!((site.registrar.len(), site.registrar.next_expiry()), (1, Some(START.plus(1_100_000))));
}

#[test]
fn what_is_not_refreshed_expires_in_order() {
    let mut site = Site::new();
    site.register(0, "sip:a@10.0.0.7", 600, START);
    site.register(1, "sip:b@10.0.0.8", 60, START);
    assert!(site.registrar.expire(START.plus(59_999)).is_empty());
    assert_eq!(reasons(&site.registrar.expire(START.plus(60_000))), [UnregisterReason::Expired]);
    assert_eq!(site.registrar.registrations()[0].contact, "sip:a@10.0.0.7");
    site.registrar.expire(START.plus(600_000));
    assert!(site.registrar.is_empty() && site.registrar.next_expiry().is_none());
}

#[test]
fn bounds_of_the_time() {
    let mut site = Site::new();
    let brief = site.request(0, "sip:a@h", Some(59));
    assert_eq!(site.registrar.register(&brief, START), Err(RegisterError::TooBrief { min: 60 }));
    assert!(site.registrar.is_empty());
    site.register(0, "sip:a@h", 100_000, START);
    assert_eq!(site.registrar.next_expiry(), Some(START.plus(3_600_000)));
    let unasked = site.request(0, "sip:a@h", None);
    site.registrar.register(&unasked, START).unwrap();
    assert_eq!(site.registrar.next_expiry(), Some(START.plus(600_000)));
}

#[test]
fn unregister_one_and_all_of_ones_own() {
    let mut site = Site::new();
    site.register(0, "sip:a@h", 600, START);
    site.register(0, "sip:b@h", 600, START);
    site.register(1, "sip:c@h", 600, START);
    assert_eq!(reasons(&site.register(0, "sip:a@h", 0, START)), [UnregisterReason::Asked]);
    assert_eq!(reasons(&site.register(0, "sip:never@h", 0, START)), []);
    let all = RegisterRequest { changes: vec![], remove_all: true, ..site.request(0, "", None) };
    site.registrar.register(&all, START).unwrap();
    let left: Vec<_> = site.registrar.registrations().into_iter().map(|r| r.contact).collect();
    assert_eq!(left, ["sip:c@h"], "another device's contact stays");
}

#[test]
fn an_older_request_is_refused_and_a_repeated_one_is_not() {
    let mut site = Site::new();
    let first = site.request(0, "sip:a@h", Some(600));
    let second = site.request(0, "sip:a@h", Some(600));
    site.registrar.register(&second, START).unwrap();
    site.registrar.register(&second, START).unwrap();
    assert_eq!(site.registrar.register(&first, START), Err(RegisterError::OutOfOrder));
}

#[test]
fn the_same_device_with_a_new_contact_replaces_the_old() {
    let mut site = Site::new();
    for port in ["5060", "5062"] {
        let mut request = site.request(0, &format!("sip:a@h:{port}"), Some(600));
        request.changes[0].contact.instance = Some("<urn:uuid:1>".into());
        site.registrar.register(&request, START).unwrap();
    }
    let left: Vec<_> = site.registrar.registrations().into_iter().map(|r| r.contact).collect();
    assert_eq!(left, ["sip:a@h:5062"]);
}

#[test]
fn the_oldest_contact_makes_room() {
    let mut site = Site::new();
    for (second, name) in ["a", "b", "c", "d"].iter().enumerate() {
        site.register(0, &format!("sip:{name}@h"), 600, START.plus(i64::try_from(second).unwrap()));
    }
    let left: Vec<_> = site.registrar.registrations().into_iter().map(|r| r.contact).collect();
    assert_eq!(left, ["sip:b@h", "sip:c@h", "sip:d@h"]);
}

// proves A-105
// proves A-106
#[test]
fn a_rotated_or_removed_credential_takes_its_contacts_with_it() {
    let mut site = Site::new();
    site.register(0, "sip:a@h", 600, START);
    site.register(1, "sip:b@h", 600, START);
    assert!(site.registrar.apply(&site.config, START).is_empty(), "nothing changed");
    site.config.credentials[0].version += 1;
    assert_eq!(reasons(&site.registrar.apply(&site.config, START)), [UnregisterReason::Revoked]);
    assert_eq!(site.registrar.registrations()[0].contact, "sip:b@h");
    site.config.credentials.clear();
    site.registrar.apply(&site.config, START);
    assert!(site.registrar.is_empty());
}

#[test]
fn a_disabled_line_and_a_lost_connection_lose_their_contacts() {
    let mut site = Site::new();
    let mut over_tcp = site.request(0, "sip:a@h", Some(600));
    over_tcp.flow.connection = 9;
    site.registrar.register(&over_tcp, START).unwrap();
    site.register(1, "sip:b@h", 600, START);
    assert_eq!(reasons(&site.registrar.flow_lost(9, START)), [UnregisterReason::FlowLost]);
    assert!(site.registrar.flow_lost(0, START).is_empty(), "UDP has no connection to lose");
    site.config.lines[0].enabled = false;
    assert_eq!(reasons(&site.registrar.apply(&site.config, START)), [UnregisterReason::Revoked]);
}

proptest! {
    /// Whatever is asked in whatever order, every contact that began ends at most once, and at the end of time
    /// the tables are empty.
    #[test]
    fn every_registration_ends_once(steps in proptest::collection::vec((0usize..2, 0usize..6, 0u32..5, 0i64..400_000), 1..80)) {
        let mut site = Site::new();
        let mut facts = Vec::new();
        let mut now = START;
        for (credential, contact, minutes, pause) in steps {
            now = now.plus(pause);
            facts.extend(site.register(credential, &format!("sip:{contact}@h"), minutes * 60, now));
            prop_assert!(site.registrar.len() <= 3);
            prop_assert!(site.registrar.next_expiry().is_none_or(|at| at > now));
        }
        facts.extend(site.registrar.expire(now.plus(10_000_000)));
        prop_assert!(site.registrar.is_empty() && site.registrar.next_expiry().is_none());
        let mut live = std::collections::HashSet::new();
        for fact in facts {
            match fact {
                Fact::Registered(r) => { live.insert(r.contact); }
                Fact::Unregistered { registration, .. } => prop_assert!(live.remove(&registration.contact)),
                _ => {}
            }
        }
        prop_assert!(live.is_empty());
    }
}
