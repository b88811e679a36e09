use cordboard_agent_protocol::{ItemKey, ReportBatch, encoding::Base64};
use cordboard_types::{AgentId, Timestamp};
use std::sync::atomic::Ordering::Relaxed;

use super::*;
use crate::{
    spool::Spool,
    testing::{FakeCloud, FakeTelephony, Signer, Site, registration},
};

/// An agent without sockets.
struct Bench {
    site: Site,
    cloud: Arc<FakeCloud>,
    telephony: Arc<FakeTelephony>,
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { site: Site::new(), cloud: FakeCloud::new(), telephony: FakeTelephony::new(), folder }
    }

    fn puller(&self) -> Puller {
        let data = DataDir::open(self.folder.path()).unwrap();
        self.site.keys.save(&data.keys_path()).unwrap();
        Puller {
            identity: data.identity_if_any().unwrap().unwrap_or_else(|| self.site.identity.clone()),
            keys: Arc::new(Keys::load(&data.keys_path()).unwrap()),
            cloud: self.cloud.clone(),
            telephony: self.telephony.clone(),
            documents: DocumentStore::open(data.document_folder()).unwrap(),
            state: Arc::new(StateStore::open(data.state_path(), self.site.identity.agent).unwrap()),
            reporter: Reporter::new(Spool::open(data.spool_folder()).unwrap()),
            positions: Arc::default(),
            in_force: None,
            refused: None,
            data,
        }
    }

    fn offer(&self, envelope: Envelope) {
        *self.cloud.document.lock().unwrap() = Some(envelope);
    }

    async fn told(&self, puller: &Puller) -> Vec<ReportBody> {
        let state = CancellationToken::new();
        let backoff = Backoff::seeded(Duration::from_secs(1), Duration::from_secs(2), 1);
        let running =
            tokio::spawn(puller.reporter.clone().hand_over(self.cloud.clone(), backoff, state.clone()));
        tokio::time::sleep(Duration::from_secs(30)).await;
        state.cancel();
        running.await.unwrap();
        std::mem::take(&mut *self.cloud.reports.lock().unwrap())
            .into_iter()
            .map(|report| report.body)
            .collect()
    }
}

fn refused(sequence: u64, reason: &str) -> ReportBody {
    ReportBody::Refused { sequence, reason: reason.into() }
}

#[tokio::test(start_paused = true)]
async fn a_document_is_put_in_force_kept_and_reported() {
    let bench = Bench::new();
    let mut puller = bench.puller();
    bench.offer(bench.site.envelope(1));
    puller.pull().await.unwrap();
    assert_eq!(bench.telephony.realms(), ["realm.test"]);
    let applied = ReportBody::Applied { sequence: 1, release: bench.site.release };
    assert_eq!(bench.told(&puller).await, std::slice::from_ref(&applied));

    // The box restarts while the cloud is away.
    bench.cloud.away.store(true, Relaxed);
    let mut puller = bench.puller();
    puller.resume().await;
    assert_eq!(bench.telephony.realms().len(), 2, "the site works before any network");
    assert!(puller.pull().await.is_err());
    assert_eq!(puller.positions.sequence.load(Relaxed), 1);
    bench.cloud.away.store(false, Relaxed);
    assert_eq!(bench.told(&puller).await, [applied]);
}

#[tokio::test(start_paused = true)]
async fn an_older_document_is_refused_and_reported_once() {
    let bench = Bench::new();
    let mut puller = bench.puller();
    for sequence in [5, 4, 4] {
        bench.offer(bench.site.envelope(sequence));
        puller.pull().await.unwrap();
    }
    let old = bench.site.envelope(5);
    bench.offer(old);
    puller.pull().await.unwrap();
    puller.pull().await.unwrap();
    assert_eq!(bench.telephony.realms().len(), 1);
    let told = bench.told(&puller).await;
    assert_eq!(told[1..], [refused(4, "sequence"), refused(4, "sequence"), refused(5, "sequence")]);
}

#[tokio::test(start_paused = true)]
async fn a_refused_document_changes_nothing_and_a_forged_one_moves_no_position() {
    let mut bench = Bench::new();
    let mut puller = bench.puller();
    bench.offer(bench.site.envelope(1));
    puller.pull().await.unwrap();
    let mut forged = bench.site.envelope(900);
    forged.signature = Base64(Signer::new("k1").sign(&forged.header.0));
    bench.offer(forged);
    puller.pull().await.unwrap();
    let own = std::mem::replace(&mut bench.site.identity.agent, AgentId::new());
    bench.offer(bench.site.envelope(901));
    puller.pull().await.unwrap();
    bench.site.identity.agent = own;
    assert_eq!(puller.positions.sequence.load(Relaxed), 1);
    assert_eq!(bench.telephony.realms().len(), 1);
    assert_eq!(bench.told(&puller).await[1..], [refused(900, "signature"), refused(901, "agent")]);
    bench.offer(bench.site.envelope(2));
    puller.pull().await.unwrap();
    assert_eq!(bench.telephony.realms().len(), 2, "the next good one is taken");
}

#[tokio::test(start_paused = true)]
async fn a_document_that_makes_the_core_ill_is_taken_back() {
    let mut bench = Bench::new();
    let mut puller = bench.puller();
    bench.offer(bench.site.envelope(1));
    puller.pull().await.unwrap();
    bench.telephony.broken.store(true, Relaxed);
    bench.site.document.realm = "bad.test".into();
    bench.offer(bench.site.envelope(2));
    puller.pull().await.unwrap();
    assert_eq!(bench.telephony.realms(), ["realm.test", "bad.test", "realm.test"]);
    assert_eq!(puller.positions.sequence.load(Relaxed), 2, "it is not asked for again");
    assert_eq!(bench.told(&puller).await[1..], [refused(2, "health")]);
    bench.telephony.broken.store(false, Relaxed);
    let mut puller = bench.puller();
    puller.resume().await;
    assert_eq!(
        bench.telephony.realms().last().unwrap(),
        "realm.test",
        "nor is it what a restart begins with"
    );
}

#[tokio::test(start_paused = true)]
async fn a_new_signing_key_is_learnt_when_the_old_one_vouches_for_it() {
    let mut bench = Bench::new();
    let mut puller = bench.puller();
    let new = Signer::new("k2");
    let root = new.root(Some(&bench.site.signer));
    bench.site.signer = new;
    bench.offer(bench.site.envelope(1));
    puller.pull().await.unwrap();
    assert!(bench.telephony.realms().is_empty(), "nobody vouches for it yet");
    *bench.cloud.trust.lock().unwrap() = vec![root];
    bench.offer(bench.site.envelope(2));
    puller.pull().await.unwrap();
    assert_eq!(bench.telephony.realms().len(), 1);
    let mut puller = bench.puller();
    puller.resume().await;
    assert_eq!(bench.telephony.realms().len(), 2, "the new key is still trusted after a restart");
}

#[tokio::test(start_paused = true)]
async fn a_connection_brings_a_greeting_and_everything_missed() {
    let bench = Bench::new();
    let puller = bench.puller();
    bench.offer(bench.site.envelope(1));
    bench.telephony.registrations.lock().unwrap().push(registration("sip:201@10.0.0.7"));
    let (reporter, stop) = (puller.reporter.clone(), CancellationToken::new());
    let (sender, signals) = mpsc::channel(4);
    let backoff = || Backoff::seeded(Duration::from_secs(1), Duration::from_secs(60), 1);
    let following = tokio::spawn(puller.follow(signals, backoff(), stop.clone()));
    bench.cloud.away.store(true, Relaxed);
    sender.send(Signal::Connected).await.unwrap();
    tokio::time::sleep(Duration::from_secs(600)).await;
    assert!(bench.telephony.realms().is_empty());
    bench.cloud.away.store(false, Relaxed);
    tokio::time::sleep(Duration::from_secs(61)).await;
    assert_eq!(bench.telephony.realms().len(), 1, "it tries again by itself");
    stop.cancel();
    following.await.unwrap();
    tokio::spawn(reporter.hand_over(bench.cloud.clone(), backoff(), CancellationToken::new()));
    tokio::time::sleep(Duration::from_secs(5)).await;
    let told = bench.cloud.bodies();
    assert!(matches!(&told[0], ReportBody::Endpoint(endpoint) if endpoint.port == 5060));
    let ReportBody::Registrations { registrations } = &told[1] else { panic!("{told:?}") };
    assert_eq!(registrations[0].contact, "sip:201@10.0.0.7");
    assert!(told.len() == 3 && matches!(told[2], ReportBody::Applied { .. }), "one greeting a connection");
}

#[tokio::test(start_paused = true)]
async fn reports_survive_lost_answers_and_one_bad_report_does_not_hold_up_the_others() {
    let bench = Bench::new();
    let puller = bench.puller();
    for n in 0..5 {
        puller.reporter.tell(vec![(Timestamp(n), refused(1, "x"))]).await;
    }
    bench.cloud.deaf.store(true, Relaxed);
    let first = bench.told(&puller).await;
    assert!(first.len() > 5, "without an answer they are sent again");
    bench.cloud.deaf.store(false, Relaxed);
    let spool = Spool::open(bench.folder.path().join("spool")).unwrap();
    let waiting = spool.batch(ReportBatch::MAX).unwrap().reports;
    assert_eq!(waiting.len(), 5);
    *bench.cloud.dislikes.lock().unwrap() = Some(waiting[2].id);
    assert_eq!(bench.told(&puller).await.len(), 4);
    assert_eq!(Spool::open(bench.folder.path().join("spool")).unwrap().waiting(), 0);
}

#[tokio::test(start_paused = true)]
async fn site_state_goes_both_ways() {
    let bench = Bench::new();
    let (here, there) = (bench.puller(), Bench::new());
    let mut other = there.puller();
    other.cloud = bench.cloud.clone();
    let key = ItemKey { owner_kind: "line".into(), owner: "1".into(), name: "do-not-disturb".into() };
    here.state.change(key.clone(), true.into(), Timestamp(1)).unwrap();
    bench.cloud.away.store(true, Relaxed);
    assert!(here.replicate().await.is_err());
    assert_eq!(here.state.get(&key).unwrap().value, true, "in force without the cloud");
    bench.cloud.away.store(false, Relaxed);
    here.replicate().await.unwrap();
    other.replicate().await.unwrap();
    assert_eq!(other.state.get(&key), here.state.get(&key));
    other.state.change(key.clone(), false.into(), Timestamp(2)).unwrap();
    other.replicate().await.unwrap();
    here.replicate().await.unwrap();
    assert_eq!(here.state.get(&key).unwrap().value, false);
    assert_eq!(bench.cloud.state.lock().unwrap().len(), 2, "each change went up once");
}
