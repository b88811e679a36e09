//! One relayed call.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use cordboard_telephony::Side;

use super::{
    latch::{Expected, Latch, ssrc},
    relay::Relay,
};
use crate::sdp::Remote;

/// A relayed call. Its ports are free again when it is dropped.
#[derive(Debug)]
pub(crate) struct Session {
    pub(super) relay: Arc<Relay>,
    pub(super) shared: Arc<Shared>,
    pub(super) id: u64,
    /// Addresses the caller's and the called side's devices send to.
    pub(super) local: [SocketAddr; 2],
}

/// What the relay thread and the call share.
#[derive(Debug)]
pub(super) struct Shared {
    sides: [Facing; 2],
    started: Instant,
}

/// What faces one side.
#[derive(Debug, Default)]
struct Facing {
    rtp: Mutex<Latch>,
    rtcp: Mutex<Latch>,
    packets: AtomicU64,
    bytes: AtomicU64,
    /// Milliseconds after the start of the session, plus one; 0 before the first packet.
    last_packet: AtomicU64,
}

/// What came from one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Received {
    /// RTP packets.
    pub(crate) packets: u64,
    /// Their bytes.
    pub(crate) bytes: u64,
    /// How long ago the last one came; since the start of the session when none came.
    pub(crate) silent_for: Duration,
}

/// RTP or RTCP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Rtp,
    Rtcp,
}

/// Position of a side in the arrays here.
pub(super) const fn index(side: Side) -> usize {
    match side {
        Side::Caller => 0,
        Side::Callee | Side::Agent => 1,
    }
}

impl Session {
    /// The address that stands in the description sent to `side`.
    pub(crate) fn local(&self, side: Side) -> SocketAddr {
        let [caller, callee] = self.local;
        if index(side) == 0 { caller } else { callee }
    }

    /// What `side` described, and the host it signals from.
    pub(crate) fn expect(&self, side: Side, remote: Remote, signalling: SocketAddr) {
        let Some(facing) = self.shared.sides.get(index(side)) else { return };
        let expected = |described| Expected { described, signalling: Some(signalling.ip()) };
        lock(&facing.rtp).expect(expected(remote.rtp));
        lock(&facing.rtcp).expect(expected(remote.rtcp));
    }

    /// What came from `side` so far.
    pub(crate) fn received(&self, side: Side) -> Received {
        self.shared.received(side)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.relay.close(self.id);
    }
}

impl Shared {
    pub(super) fn new() -> Self {
        Self { sides: [Facing::default(), Facing::default()], started: Instant::now() }
    }

    /// Takes a packet that came from `from`; says where it goes on to.
    pub(super) fn route(
        &self,
        from: usize,
        kind: Kind,
        source: SocketAddr,
        packet: &[u8],
    ) -> Option<SocketAddr> {
        let facing = self.sides.get(from)?;
        let other = self.sides.get(1 - from.min(1))?;
        let (here, there) = match kind {
            Kind::Rtp => (&facing.rtp, &other.rtp),
            Kind::Rtcp => (&facing.rtcp, &other.rtcp),
        };
        let stream = if kind == Kind::Rtp { ssrc(packet) } else { None };
        if !lock(here).accepts(source, stream) {
            return None;
        }
        if kind == Kind::Rtp {
            self.count(facing, packet.len());
        }
        lock(there).destination()
    }

    fn count(&self, facing: &Facing, bytes: usize) {
        facing.packets.fetch_add(1, Ordering::Relaxed);
        facing.bytes.fetch_add(u64::try_from(bytes).unwrap_or(0), Ordering::Relaxed);
        let now = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        facing.last_packet.store(now.saturating_add(1), Ordering::Relaxed);
    }

    fn received(&self, side: Side) -> Received {
        let Some(facing) = self.sides.get(index(side)) else {
            return Received { packets: 0, bytes: 0, silent_for: Duration::ZERO };
        };
        let last = Duration::from_millis(facing.last_packet.load(Ordering::Relaxed).saturating_sub(1));
        Received {
            packets: facing.packets.load(Ordering::Relaxed),
            bytes: facing.bytes.load(Ordering::Relaxed),
            silent_for: self.started.elapsed().saturating_sub(last),
        }
    }
}

/// A panic while the lock was held leaves a latch as it was: usable.
fn lock(latch: &Mutex<Latch>) -> std::sync::MutexGuard<'_, Latch> {
    latch.lock().unwrap_or_else(PoisonError::into_inner)
}
