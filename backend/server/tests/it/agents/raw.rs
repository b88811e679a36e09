//! An agent by hand: what a well-behaved one never sends.

use cordboard_agent_protocol::{
    Assertion, DocumentHeader, EnrolmentReply, EnrolmentRequest, Envelope, Registration, Report, ReportBatch,
    ReportBody, ReportReceipt, SiteDocument, Wake, encoding::Base64, path,
};
use cordboard_domain::status::Status;
use cordboard_store::{PageRequest, registrations::RegistrationFilter};
use cordboard_types::{AgentId, CredentialSetId, LineId, ReleaseId, ReportId, Timestamp, Transport};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::{Certificate, Client, RequestBuilder, Response};
use ring::signature::{Ed25519KeyPair, KeyPair};

use super::bench::Bench;

const SEED: [u8; 32] = [3; 32];

fn client(bench: &Bench) -> Client {
    // Fails for the second test of the process, which then uses what the first one installed.
    drop(rustls::crypto::ring::default_provider().install_default());
    let ca = Certificate::from_pem(bench.ca().as_bytes()).unwrap();
    Client::builder().tls_certs_only([ca]).build().unwrap()
}

/// Tries a token.
pub async fn enrol(bench: &Bench, token: &str) -> Response {
    let pair = Ed25519KeyPair::from_seed_unchecked(&SEED).unwrap();
    let request = EnrolmentRequest {
        token: token.into(),
        signing_key: Base64(pair.public_key().as_ref().to_vec()),
        sealing_key: Base64(crypto_box::SecretKey::from_bytes(SEED).public_key().to_bytes().to_vec()),
        host_name: "box".into(),
        software_version: "0".into(),
    };
    let url = format!("{}{}", bench.url(), path::ENROLMENTS);
    client(bench).post(url).json(&request).send().await.unwrap()
}

pub struct Agent {
    client: Client,
    base: String,
    id: AgentId,
}

fn signed(claims: &Assertion, seed: [u8; 32]) -> String {
    let pkcs8 = [hex::decode("302e020100300506032b657004220420").unwrap(), seed.to_vec()].concat();
    jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), claims, &EncodingKey::from_ed_der(&pkcs8)).unwrap()
}

fn now() -> Timestamp {
    Timestamp(i64::try_from(jsonwebtoken::get_current_timestamp()).unwrap() * 1000)
}

fn report(body: ReportBody) -> Report {
    Report { id: ReportId::new(), at: now(), body }
}

impl Agent {
    pub async fn enrol(bench: &Bench) -> Self {
        let answer = enrol(bench, &bench.token().await).await;
        assert_eq!(answer.status(), 200);
        let reply: EnrolmentReply = answer.json().await.unwrap();
        assert_eq!((reply.tenant, reply.site), (bench.tenant, bench.site));
        Self { client: client(bench), base: bench.url(), id: reply.agent }
    }

    /// Whether its assertion is accepted.
    pub async fn is_known(&self, known: bool) {
        let status = self.get(path::DOCUMENT).send().await.unwrap().status().as_u16();
        assert_eq!(status, if known { 200 } else { 401 });
    }

    fn bearer(&self) -> String {
        signed(&Assertion::new(self.id, now()), SEED)
    }

    fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.base)).bearer_auth(self.bearer())
    }

    async fn send(&self, reports: Vec<Report>) -> ReportReceipt {
        let batch = ReportBatch { reports };
        let request = self.client.post(format!("{}{}", self.base, path::REPORTS)).bearer_auth(self.bearer());
        let answer = request.json(&batch).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let receipt: ReportReceipt = answer.json().await.unwrap();
        assert_eq!(receipt.stored.len(), batch.reports.len(), "all of them are settled");
        receipt
    }

    async fn document(&self) -> SiteDocument {
        let envelope: Envelope = self.get(path::DOCUMENT).send().await.unwrap().json().await.unwrap();
        serde_json::from_slice(&envelope.payload.0).unwrap()
    }

    fn registration(document: &SiteDocument) -> Registration {
        let line = &document.lines[0];
        Registration {
            line: line.id,
            credential: line.credentials[0].id,
            credential_version: 1,
            device: None,
            contact: "sip:201@10.0.0.7".into(),
            user_agent: "phone\u{0}\r\n".into(),
            ip: "10.0.0.7".into(),
            port: 5060,
            transport: Transport::Udp,
            registered_at: now(),
            expires_at: now().plus(600_000),
        }
    }

    async fn registrations(bench: &Bench) -> Vec<cordboard_store::registrations::Registration> {
        let tenant = bench.state.store.read(bench.tenant).await.unwrap();
        tenant.registrations(RegistrationFilter::default(), &PageRequest::default()).await.unwrap().items
    }

    pub async fn a_report_sent_again_has_no_second_effect(&self, bench: &Bench) {
        let registration = Self::registration(&self.document().await);
        let (line, contact) = (registration.line, registration.contact.clone());
        let came = report(ReportBody::Registered(registration));
        let went = report(ReportBody::Unregistered { line, contact });
        self.send(vec![came.clone()]).await;
        let rows = Self::registrations(bench).await;
        assert_eq!((rows.len(), rows[0].user_agent.as_str()), (1, "phone"), "what no database keeps is gone");
        self.send(vec![came.clone(), went.clone(), came.clone()]).await;
        self.send(vec![came]).await;
        assert!(Self::registrations(bench).await.is_empty(), "a late echo must not bring it back");
    }

    pub async fn what_is_not_its_sites_is_dropped(&self, bench: &Bench) {
        let own = Self::registration(&self.document().await);
        let unknown_line = Registration { line: LineId::new(), ..own.clone() };
        let unknown_set = Registration { credential: CredentialSetId::new(), ..own };
        let applied = ReportBody::Applied { sequence: 9, release: ReleaseId::new() };
        let reports = [ReportBody::Registered(unknown_line), ReportBody::Registered(unknown_set), applied];
        self.send(reports.into_iter().map(report).collect()).await;
        assert!(Self::registrations(bench).await.is_empty());
        let tenant = bench.state.store.read(bench.tenant).await.unwrap();
        let site = cordboard_store::targets::Target::Site(bench.site);
        assert_eq!(tenant.target_facts(site).await.unwrap().0.facts.confirmed, None);
    }

    pub async fn a_refusal_fails_the_newest_document_only(&self, bench: &Bench) {
        self.document().await;
        let target = cordboard_store::targets::Target::Site(bench.site);
        let failure = async || {
            let tenant = bench.state.store.read(bench.tenant).await.unwrap();
            let (known, failure) = tenant.target_facts(target).await.unwrap();
            (known.facts.status().0, failure)
        };
        let refused = |sequence| ReportBody::Refused { sequence, reason: "health <b>".into() };
        bench.user("204").await;
        bench.publish().await;
        let envelope: Envelope = self.get(path::DOCUMENT).send().await.unwrap().json().await.unwrap();
        let header: DocumentHeader = serde_json::from_slice(&envelope.header.0).unwrap();
        self.send(vec![report(refused(header.sequence - 1))]).await;
        assert_eq!(failure().await, (Status::Delivered, None));
        self.send(vec![report(refused(header.sequence))]).await;
        assert_eq!(failure().await, (Status::Failed, Some("healthb".into())), "a word and nothing else");
        let applied = ReportBody::Applied { sequence: header.sequence, release: header.release };
        self.send(vec![report(applied)]).await;
        assert_eq!(failure().await, (Status::Confirmed, None));
    }

    pub async fn only_a_good_assertion_counts(&self, bench: &Bench) {
        let stranger = Assertion::new(AgentId::new(), now());
        let old = Assertion::new(self.id, now().plus(-3_600_000));
        let bearers = [
            String::new(),
            "nonsense".into(),
            signed(&stranger, SEED),
            signed(&Assertion::new(self.id, now()), [4; 32]),
            signed(&old, SEED),
        ];
        let mut answers = Vec::new();
        for bearer in bearers {
            for path in [path::DOCUMENT, path::STATE, path::TRUST_ROOT, path::WAKE] {
                let url = format!("{}{path}", bench.url());
                let answer = self.client.get(url).bearer_auth(&bearer).send().await.unwrap();
                answers.push((answer.status().as_u16(), answer.text().await.unwrap()));
            }
        }
        answers.dedup();
        assert_eq!(answers, [(401, String::new())]);
        assert_eq!(self.get(path::DOCUMENT).send().await.unwrap().status(), 200);
    }

    pub async fn a_long_poll_waits_for_news(&self, bench: &Bench) {
        let poll = async |path: &str| -> Wake { self.get(path).send().await.unwrap().json().await.unwrap() };
        let Wake::Document { sequence } = poll("/wake?after=0").await else { panic!("there is a document") };
        let current = format!("/wake?after={sequence}");
        let (woken, ()) = tokio::join!(poll(&current), async {
            bench.user("203").await;
            bench.publish().await;
        });
        // Adding the user may already have told of a new secret; publishing tells of the release.
        assert!(matches!(woken, Wake::Document { sequence: next } if next > sequence), "{woken:?}");
        let answer = self.get(&format!("/document?after={}", u64::MAX)).send().await.unwrap();
        assert_eq!(answer.status(), 204);
        assert_eq!(self.get("/document?after=x").send().await.unwrap().status(), 400);
    }
}
