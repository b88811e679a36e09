//! The render cache: files of releases with their secrets left out or sealed, ready to be answered.
//!
//! A secret is opened while answering and never kept in clear.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64},
};

use actix_web::http::header::HeaderValue;
use cordboard_domain::SlottedFile;
use cordboard_store::{Result, SealedSecret, Store, StoreError, releases_read::ServedFile, seal::Sealer};
use cordboard_types::{DeviceId, ReleaseId, TenantId};
use quick_cache::{Weighter, sync::Cache};

use super::live_keys::Found;
use crate::{State, metrics::Metrics};

/// What an entry costs beside its bytes: measured with 10 000 devices, rounded up.
const OVERHEAD: usize = 1024;
/// A usual entry, to size the table.
const USUAL: usize = 8 * 1024;

/// What one device may fetch.
#[derive(Debug)]
pub(super) struct Rendered {
    /// Place in the live-key log up to which this is current.
    since: i64,
    pub(super) release: Option<ReleaseId>,
    pub(super) files: Vec<File>,
    /// Whether the release counts as delivered already.
    pub(super) delivered: AtomicBool,
    /// When a fetch was last written down, Unix milliseconds; 0 for never by this replica.
    pub(super) recorded: AtomicI64,
    /// When the last fetch took place that has not been written down.
    pub(super) latest: AtomicI64,
    /// Whether such a fetch waits for its minute to pass.
    pub(super) waiting: AtomicBool,
}

/// One file.
#[derive(Debug)]
pub(super) struct File {
    pub(super) slotted: SlottedFile,
    pub(super) content_type: HeaderValue,
    pub(super) tag: HeaderValue,
    secrets: Vec<SealedSecret>,
}

impl Rendered {
    pub(super) fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.slotted.name == name)
    }

    fn weight(&self) -> usize {
        let of = |file: &File| {
            let slots = size_of_val(file.slotted.slots.as_slice());
            file.slotted.bytes.len() + slots + size_of_val(file.secrets.as_slice()) + OVERHEAD
        };
        self.files.iter().map(of).sum::<usize>().saturating_add(OVERHEAD)
    }
}

impl File {
    /// The file with its secrets as they are now.
    pub(super) fn bytes(&self, sealer: &Sealer, tenant: TenantId) -> Result<Vec<u8>> {
        let open = |sealed: &SealedSecret| Ok((sealed.secret, sealer.open(tenant, sealed)?));
        let opened = self.secrets.iter().map(open).collect::<Result<Vec<_>>>()?;
        let value = |wanted: &_| {
            let found = opened.iter().find(|(secret, _)| secret == wanted);
            found.map(|(_, value)| value.as_str().into())
        };
        self.slotted.splice(value).map_err(|_| StoreError::Corrupt("secret of a file"))
    }
}

#[derive(Debug, Clone)]
struct Bytes;

impl Weighter<DeviceId, Arc<Rendered>> for Bytes {
    fn weight(&self, _: &DeviceId, rendered: &Arc<Rendered>) -> u64 {
        u64::try_from(rendered.weight()).unwrap_or(u64::MAX)
    }
}

/// The cache, bounded in bytes; without any it loads every time.
#[derive(Debug)]
pub(super) struct RenderCache {
    store: Store,
    metrics: Arc<Metrics>,
    cache: Option<Cache<DeviceId, Arc<Rendered>, Bytes>>,
}

impl RenderCache {
    pub(super) fn new(state: &State) -> Self {
        let bytes = state.settings.render_cache_bytes;
        let weight = u64::try_from(bytes).unwrap_or(u64::MAX);
        let cache = (bytes > 0).then(|| Cache::with_weighter(bytes.div_ceil(USUAL), weight, Bytes));
        Self { store: state.store.clone(), metrics: state.metrics.clone(), cache }
    }

    /// What the device may fetch, from memory when that is current.
    pub(super) async fn get(&self, found: &Found) -> Result<Arc<Rendered>> {
        let Some(cache) = &self.cache else { return self.load(found).await };
        let is_current = |rendered: &Arc<Rendered>| rendered.since >= found.touched;
        if let Some(rendered) = cache.get(&found.device).filter(is_current) {
            return Ok(rendered);
        }
        drop(cache.remove_if(&found.device, |rendered| !is_current(rendered)));
        let rendered = cache.get_or_insert_async(&found.device, self.load(found)).await?;
        self.metrics.render_cache_bytes.set(i64::try_from(cache.weight()).unwrap_or(i64::MAX));
        // Somebody else's load may have begun before the device was touched.
        if is_current(&rendered) { Ok(rendered) } else { self.load(found).await }
    }

    /// The log was applied up to `found.touched` before this reads, so it sees at least that.
    async fn load(&self, found: &Found) -> Result<Arc<Rendered>> {
        let served = self.store.read(found.tenant).await?.served(found.device).await?;
        let (release, delivered, files) =
            served.map_or((None, false, Vec::new()), |s| (Some(s.release), s.delivered, s.files));
        Ok(Arc::new(Rendered {
            since: found.touched,
            release,
            files: files.into_iter().map(file).collect::<Result<_>>()?,
            delivered: AtomicBool::new(delivered),
            recorded: AtomicI64::new(0),
            latest: AtomicI64::new(0),
            waiting: AtomicBool::new(false),
        }))
    }
}

fn file(served: ServedFile) -> Result<File> {
    let header = |text: &str| HeaderValue::from_str(text).map_err(|_| StoreError::Corrupt("content type"));
    Ok(File {
        content_type: header(&served.file.content_type)?,
        tag: header(&format!("\"{}\"", served.tag))?,
        slotted: served.file,
        secrets: served.secrets,
    })
}
