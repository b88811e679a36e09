//! Writing fetches down beside the fetch path: in batches, at most once a minute for a device unless
//! something changed.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    future::Future,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use cordboard_domain::first_contact::Event;
use cordboard_store::{Result, Store, audit::Actor, fetches::Fetch};
use cordboard_types::{DeviceId, TenantId, Timestamp};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep_until},
};

use super::rendered::Rendered;

/// Longest wait of a fetch for company.
const WAIT: Duration = Duration::from_millis(200);
/// Fetches written at once.
const BATCH: usize = 256;
/// Fetches of one device closer together are written down as one, the last.
pub(super) const APART_MS: i64 = 60_000;
/// Fetches that wait for the database at most; when it is away for long the oldest are forgotten.
const BACKLOG: usize = 50_000;

#[derive(Debug)]
pub(super) struct Entry {
    pub(super) tenant: TenantId,
    pub(super) fetch: Fetch,
    /// What the fetch does to the device's first contact.
    pub(super) contact: Option<(Event, Actor)>,
}

#[derive(Debug)]
enum Message {
    Now(Entry),
    Soon(Entry),
    Later(Entry, Arc<Rendered>, Timestamp),
}

/// The way to the writer; cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Recorder(mpsc::Sender<Message>);

/// The writer and the way to it. It ends when the last way to it is gone, after writing what it has.
pub(super) fn recorder(store: Store) -> (Recorder, impl Future<Output = ()> + Send) {
    let (sender, receiver) = mpsc::channel(8192);
    (Recorder(sender), run(store, receiver))
}

impl Recorder {
    /// Writes with the next batch. `false` when there is no room: the fetch is not held up for it.
    pub(super) fn soon(&self, entry: Entry) -> bool {
        self.0.try_send(Message::Soon(entry)).is_ok()
    }

    /// Writes as soon as the writer is free: a first contact, a delivery.
    pub(super) fn now(&self, entry: Entry) -> bool {
        self.0.try_send(Message::Now(entry)).is_ok()
    }

    /// Writes at `due` with the time of the device's latest fetch by then.
    pub(super) fn later(&self, entry: Entry, rendered: Arc<Rendered>, due: Timestamp) -> bool {
        self.0.try_send(Message::Later(entry, rendered, due)).is_ok()
    }
}

/// Which devices have probed in this minute: a phone tries many names at each start.
#[derive(Debug, Default)]
pub(super) struct Probes(Mutex<(i64, HashSet<DeviceId>)>);

impl Probes {
    pub(super) fn is_first_of_minute(&self, device: DeviceId, now: Timestamp) -> bool {
        let minute = now.0.div_euclid(APART_MS);
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.0 != minute {
            *seen = (minute, HashSet::new());
        }
        seen.1.insert(device)
    }
}

struct Writer {
    store: Store,
    batch: Vec<Entry>,
    /// By due time; the number keeps entries of one millisecond apart.
    later: BTreeMap<(i64, u64), (Entry, Arc<Rendered>)>,
    count: u64,
    flush_at: Option<Instant>,
}

async fn run(store: Store, mut receiver: mpsc::Receiver<Message>) {
    let mut writer = Writer { store, batch: Vec::new(), later: BTreeMap::new(), count: 0, flush_at: None };
    let mut seconds = tokio::time::interval(Duration::from_secs(1));
    loop {
        let due = writer.flush_at.unwrap_or_else(Instant::now);
        tokio::select! {
            // What has come already goes into the same batch.
            biased;
            message = receiver.recv() => match message {
                Some(message) => writer.take(message).await,
                None => break,
            },
            () = sleep_until(due), if writer.flush_at.is_some() => writer.flush().await,
            _ = seconds.tick() => writer.collect_due(writer.store.now()),
        }
    }
    writer.collect_due(Timestamp(i64::MAX));
    writer.flush().await;
}

impl Writer {
    async fn take(&mut self, message: Message) {
        match message {
            Message::Now(entry) => {
                self.batch.push(entry);
                self.flush_at = Some(Instant::now());
            }
            Message::Soon(entry) => self.push(entry),
            Message::Later(entry, rendered, due) => {
                self.count = self.count.wrapping_add(1);
                self.later.insert((due.0, self.count), (entry, rendered));
            }
        }
        if self.batch.len() >= BATCH {
            self.flush().await;
        }
    }

    fn push(&mut self, entry: Entry) {
        self.flush_at.get_or_insert_with(|| Instant::now() + WAIT);
        self.batch.push(entry);
    }

    /// Takes over what has waited out its minute.
    fn collect_due(&mut self, now: Timestamp) {
        let rest = self.later.split_off(&(now.0, u64::MAX));
        for (mut entry, rendered) in std::mem::replace(&mut self.later, rest).into_values() {
            entry.fetch.at = Timestamp(rendered.latest.load(Ordering::Relaxed));
            rendered.recorded.store(entry.fetch.at.0, Ordering::Relaxed);
            rendered.waiting.store(false, Ordering::Relaxed);
            self.push(entry);
        }
    }

    async fn flush(&mut self) {
        self.collect_due(self.store.now());
        self.flush_at = None;
        let mut by_tenant: HashMap<TenantId, Vec<Entry>> = HashMap::new();
        for entry in self.batch.drain(..) {
            by_tenant.entry(entry.tenant).or_default().push(entry);
        }
        for (tenant, entries) in by_tenant {
            if let Err(error) = write(&self.store, tenant, &entries).await {
                tracing::error!(%error, fetches = entries.len(), "fetches cannot be written down; trying again");
                self.batch.extend(entries);
            }
        }
        if !self.batch.is_empty() {
            let too_many = self.batch.len().saturating_sub(BACKLOG);
            self.batch.drain(..too_many);
            self.flush_at = Some(Instant::now() + Duration::from_secs(1));
        }
    }
}

async fn write(store: &Store, tenant: TenantId, entries: &[Entry]) -> Result<()> {
    let context = store.write(tenant).await?;
    let fetches: Vec<_> = entries.iter().map(|entry| entry.fetch.clone()).collect();
    context.record_fetches(&fetches).await?;
    for (device, (event, actor)) in contacts(entries) {
        match context.step_contact(device, event.clone(), actor).await {
            // The device was deleted since.
            Ok(_) | Err(cordboard_store::StoreError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    context.commit().await?;
    for Entry { fetch, .. } in entries {
        tracing::info!(device = %fetch.device, result = fetch.result.as_str(), first_access = fetch.first_access,
            ip = fetch.ip, bytes = fetch.bytes, "fetch");
    }
    Ok(())
}

fn contacts(entries: &[Entry]) -> impl Iterator<Item = (DeviceId, &(Event, Actor))> {
    entries.iter().filter_map(|entry| entry.contact.as_ref().map(|contact| (entry.fetch.device, contact)))
}
