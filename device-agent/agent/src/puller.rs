//! Follows the cloud: pulls documents and site state when woken, and puts documents in force.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use cordboard_agent_protocol::{Envelope, EnvelopeError, ReportBody, Wake};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep_until},
};
use tokio_util::sync::CancellationToken;

use crate::{
    backoff::Backoff,
    clock,
    cloud::{Cloud, CloudError, Positions, Signal},
    document::{self, Opened, Refusal},
    document_store::DocumentStore,
    identity::{DataDir, Identity},
    keys::Keys,
    reporter::Reporter,
    state::StateStore,
    telephony::{Telephony, registration_of},
    trust,
};

/// Everything is asked for this often even when no wake came.
const REGULAR: Duration = Duration::from_secs(600);

/// What the puller works with.
pub(crate) struct Puller {
    pub(crate) data: DataDir,
    pub(crate) identity: Identity,
    pub(crate) keys: Arc<Keys>,
    pub(crate) cloud: Arc<dyn Cloud>,
    pub(crate) telephony: Arc<dyn Telephony>,
    pub(crate) documents: DocumentStore,
    pub(crate) state: Arc<StateStore>,
    pub(crate) reporter: Arc<Reporter>,
    pub(crate) positions: Arc<Positions>,
    /// The document in force, to go back to.
    pub(crate) in_force: Option<Opened>,
    /// The signature of the last refused envelope: the same one is reported once.
    pub(crate) refused: Option<Vec<u8>>,
}

/// What is to be done.
#[derive(Debug, Default)]
struct Due {
    greeting: bool,
    document: bool,
    state: bool,
}

impl Due {
    fn note(&mut self, signal: Signal) {
        match signal {
            Signal::Connected => *self = Self { greeting: true, document: true, state: true },
            Signal::Wake(Wake::Document { .. }) => self.document = true,
            Signal::Wake(Wake::State) => self.state = true,
            Signal::Wake(Wake::Idle) => {}
        }
    }

    /// What failed is tried again; when nothing did, everything is looked at.
    fn note_time(&mut self) {
        if !(self.greeting || self.document || self.state) {
            (self.document, self.state) = (true, true);
        }
    }
}

impl Puller {
    /// Puts the newest stored document in force, without the cloud.
    pub(crate) async fn resume(&mut self) {
        for envelope in self.documents.candidates() {
            match self.resume_with(&envelope).await {
                Ok(opened) => return self.accept(opened).await,
                Err(refusal) => tracing::error!(reason = %refusal, "a stored document cannot be used"),
            }
        }
        if !self.documents.is_empty() {
            tracing::error!("no stored document could be put in force");
        }
    }

    async fn resume_with(&self, envelope: &Envelope) -> Result<Opened, Refusal> {
        let opened = self.open(envelope, 0)?;
        self.telephony.apply(opened.config.clone());
        if self.telephony.healthy().await { Ok(opened) } else { Err(Refusal::Health) }
    }

    /// Follows the cloud until `stop`.
    pub(crate) async fn follow(
        mut self,
        mut signals: mpsc::Receiver<Signal>,
        mut backoff: Backoff,
        stop: CancellationToken,
    ) {
        let following = async {
            let mut due = Due::default();
            let mut next = Instant::now() + REGULAR;
            while self.wait(&mut signals, next, &mut due).await {
                next = Instant::now() + self.turn(&mut due, &mut backoff).await;
            }
        };
        tokio::select! {
            () = following => {}
            () = stop.cancelled() => {}
        }
    }

    /// Waits until something is to be done; `false` when nobody will tell any more.
    async fn wait(&self, signals: &mut mpsc::Receiver<Signal>, next: Instant, due: &mut Due) -> bool {
        tokio::select! {
            signal = signals.recv() => match signal {
                Some(signal) => due.note(signal),
                None => return false,
            },
            () = self.state.changed() => due.state = true,
            () = sleep_until(next) => due.note_time(),
        }
        while let Ok(signal) = signals.try_recv() {
            due.note(signal);
        }
        true
    }

    /// Does what is due and says how long to wait when nothing is told.
    async fn turn(&mut self, due: &mut Due, backoff: &mut Backoff) -> Duration {
        match self.work(due).await {
            Ok(()) => {
                backoff.reset();
                REGULAR
            }
            Err(error) => {
                tracing::warn!(%error, "the cloud could not be followed");
                backoff.next_pause()
            }
        }
    }

    async fn work(&mut self, due: &mut Due) -> Result<(), CloudError> {
        if std::mem::take(&mut due.greeting) {
            self.greet().await;
        }
        if due.document {
            self.pull().await?;
            due.document = false;
        }
        if due.state {
            self.replicate().await?;
            due.state = false;
        }
        Ok(())
    }

    /// What the cloud may have missed: where the registrar is and who is registered.
    async fn greet(&self) {
        tracing::info!("connected to the cloud");
        let registrations = self.telephony.registrations().into_iter().map(registration_of).collect();
        let now = clock::now();
        let endpoint = ReportBody::Endpoint(self.telephony.endpoint());
        self.reporter.tell(vec![(now, endpoint), (now, ReportBody::Registrations { registrations })]).await;
        self.reporter.nudge();
    }

    /// Pulls the newest document and puts it in force, or says why not.
    pub(crate) async fn pull(&mut self) -> Result<(), CloudError> {
        let Some(envelope) = self.cloud.document(self.positions.sequence.load(Ordering::Relaxed)).await?
        else {
            return Ok(());
        };
        let opened = match self.open(&envelope, self.newest()) {
            Err(Refusal::Envelope(EnvelopeError::Signature)) if self.learn_keys().await? => {
                self.open(&envelope, self.newest())
            }
            other => other,
        };
        match opened {
            Ok(opened) => self.put_in_force(opened, &envelope).await,
            Err(refusal) => self.refuse(refusal, &envelope).await,
        }
        Ok(())
    }

    fn newest(&self) -> u64 {
        self.in_force.as_ref().map_or(0, |opened| opened.header.sequence)
    }

    fn open(&self, envelope: &Envelope, newest: u64) -> Result<Opened, Refusal> {
        document::open(envelope, &self.identity, &self.keys, newest)
    }

    /// Asks for new signing keys; whether a trusted key vouched for one.
    async fn learn_keys(&mut self) -> Result<bool, CloudError> {
        let offered = self.cloud.trust_root().await?;
        if !trust::extend(&mut self.identity.trust, &offered) {
            return Ok(false);
        }
        tracing::info!("a new signing key is trusted: the old one vouches for it");
        if let Err(error) = self.data.save_identity(&self.identity) {
            tracing::error!(%error, "the new signing key could not be written down");
        }
        Ok(true)
    }

    async fn put_in_force(&mut self, opened: Opened, envelope: &Envelope) {
        self.telephony.apply(opened.config.clone());
        if !self.telephony.healthy().await {
            self.go_back();
            return self.refuse(Refusal::Health, envelope).await;
        }
        if let Err(error) = self.documents.keep(envelope) {
            tracing::error!(%error, "the document is in force but could not be written down");
        }
        self.accept(opened).await;
    }

    fn go_back(&self) {
        match &self.in_force {
            Some(good) => self.telephony.apply(good.config.clone()),
            None => self.telephony.apply(cordboard_telephony::SiteConfig::default()),
        }
    }

    async fn accept(&mut self, opened: Opened) {
        let header = &opened.header;
        let (sequence, release) = (header.sequence, header.release);
        self.positions.sequence.store(sequence, Ordering::Relaxed);
        tracing::info!(sequence, lines = opened.config.lines.len(), "a document is in force");
        self.in_force = Some(opened);
        self.refused = None;
        self.reporter.tell(vec![(clock::now(), ReportBody::Applied { sequence, release })]).await;
    }

    /// Reports a refusal, once for each envelope. A genuine document that would be refused again is not asked for
    /// again; one that cannot be trusted must not move anything.
    async fn refuse(&mut self, refusal: Refusal, envelope: &Envelope) {
        let mark = envelope.signature.0.clone();
        if self.refused.as_ref() == Some(&mark) {
            return;
        }
        tracing::error!(reason = %refusal, "a document was refused; the last good one stays in force");
        self.refused = Some(mark);
        let sequence = claimed_sequence(envelope).unwrap_or_default();
        if refusal.is_lasting() {
            self.positions.sequence.fetch_max(sequence, Ordering::Relaxed);
        }
        let report = ReportBody::Refused { sequence, reason: refusal.word().to_owned() };
        self.reporter.tell(vec![(clock::now(), report)]).await;
    }

    /// Sends what changed here, then reads what changed there.
    pub(crate) async fn replicate(&self) -> Result<(), CloudError> {
        loop {
            let unsent = self.state.unsent();
            if unsent.items.is_empty() {
                break;
            }
            self.cloud.push_state(&unsent).await?;
            if let Err(error) = self.state.sent(&unsent) {
                tracing::error!(%error, "site state cannot be written");
                return Ok(());
            }
        }
        loop {
            let page = self.cloud.state_after(self.state.position()).await?;
            if page.items.is_empty() {
                return Ok(());
            }
            if let Err(error) = self.state.merge(page) {
                tracing::error!(%error, "site state cannot be written");
                return Ok(());
            }
            self.positions.state.store(self.state.position(), Ordering::Relaxed);
        }
    }
}

/// What the header says, believed by nobody but the person who reads the report.
fn claimed_sequence(envelope: &Envelope) -> Option<u64> {
    let header: cordboard_agent_protocol::DocumentHeader = serde_json::from_slice(&envelope.header.0).ok()?;
    Some(header.sequence)
}

#[cfg(test)]
mod tests;
