//! The relay thread.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    ops::RangeInclusive,
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread::JoinHandle,
};

use mio::{Poll, Token, Waker};

use super::{
    ports::{Pair, Ports},
    session::{Session, Shared},
    worker::{Order, Worker},
};

pub(super) const WAKE: Token = Token(0);

/// The relay cannot start or carry another call.
#[derive(Debug, thiserror::Error)]
#[error("media relay")]
pub(crate) struct RelayError(#[from] pub(crate) io::Error);

/// Handle to the relay thread. Stops it when dropped.
#[derive(Debug)]
pub(crate) struct Relay {
    advertised: IpAddr,
    ports: Arc<Mutex<Ports>>,
    orders: mpsc::Sender<Order>,
    waker: Waker,
    thread: Mutex<Option<JoinHandle<()>>>,
    next: std::sync::atomic::AtomicU64,
}

impl Relay {
    /// Starts the thread. Sockets are opened on `ip`; `advertised` stands in descriptions.
    pub(crate) fn start(
        ip: IpAddr,
        advertised: IpAddr,
        range: RangeInclusive<u16>,
    ) -> Result<Arc<Self>, RelayError> {
        let poll = Poll::new()?;
        let waker = Waker::new(poll.registry(), WAKE)?;
        let (orders, inbox) = mpsc::channel();
        let ports = Arc::new(Mutex::new(Ports::new(ip, range)));
        let worker = Worker::new(poll, inbox, Arc::clone(&ports));
        let thread = std::thread::Builder::new().name("media".into()).spawn(move || worker.run())?;
        Ok(Arc::new(Self {
            advertised,
            ports,
            orders,
            waker,
            thread: Mutex::new(Some(thread)),
            next: std::sync::atomic::AtomicU64::new(1),
        }))
    }

    /// Takes ports for a call: one pair facing the caller, one facing the called side.
    pub(crate) fn allocate(self: &Arc<Self>) -> Result<Session, RelayError> {
        let pairs = self.take_pairs()?;
        let id = self.next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let shared = Arc::new(Shared::new());
        let local = [&pairs[0], &pairs[1]].map(|pair| SocketAddr::new(self.advertised, pair.port));
        self.order(Order::Open { id, shared: Arc::clone(&shared), pairs })?;
        Ok(Session { relay: Arc::clone(self), shared, id, local })
    }

    pub(super) fn close(&self, id: u64) {
        if let Err(error) = self.order(Order::Close { id }) {
            tracing::debug!(error = ?error.0, "the media relay had stopped before a call was closed");
        }
    }

    fn take_pairs(&self) -> Result<[Pair; 2], RelayError> {
        let mut ports = self.ports.lock().unwrap_or_else(PoisonError::into_inner);
        let first = ports.take()?;
        match ports.take() {
            Ok(second) => Ok([first, second]),
            Err(error) => {
                ports.give_back(first.port);
                Err(error.into())
            }
        }
    }

    fn order(&self, order: Order) -> Result<(), RelayError> {
        let gone = |_| io::Error::new(io::ErrorKind::BrokenPipe, "the media thread has ended");
        self.orders.send(order).map_err(gone)?;
        Ok(self.waker.wake()?)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        let stopped = self.order(Order::Stop).is_ok();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let joined = thread.filter(|_| stopped).map(JoinHandle::join);
        if let Some(Err(_)) = joined {
            tracing::error!("the media thread had panicked");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{net::UdpSocket, time::Duration};

    use cordboard_telephony::Side;

    use super::*;
    use crate::sdp::Remote;

    fn device() -> UdpSocket {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        socket
    }

    fn packet(ssrc: u8, payload: u8) -> [u8; 13] {
        [0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, ssrc, payload]
    }

    fn receive(socket: &UdpSocket) -> Vec<u8> {
        let mut buffer = [0; 64];
        let (length, _) = socket.recv_from(&mut buffer).unwrap();
        buffer[..length].to_vec()
    }

    #[test]
    fn both_directions_are_relayed_and_strangers_are_not() {
        let local = IpAddr::from([127, 0, 0, 1]);
        let relay = Relay::start(local, local, 30_000..=50_000).unwrap();
        let session = relay.allocate().unwrap();
        let (a, b, stranger) = (device(), device(), device());
        for (side, socket) in [(Side::Caller, &a), (Side::Callee, &b)] {
            let rtp = socket.local_addr().ok();
            session.expect(side, Remote { rtp, rtcp: None }, rtp.unwrap());
        }
        a.send_to(&packet(1, 7), session.local(Side::Caller)).unwrap();
        assert_eq!(receive(&b), packet(1, 7));
        stranger.send_to(&packet(9, 9), session.local(Side::Caller)).unwrap();
        b.send_to(&packet(2, 8), session.local(Side::Callee)).unwrap();
        assert_eq!(receive(&a), packet(2, 8));
        a.send_to(&packet(1, 10), session.local(Side::Caller)).unwrap();
        assert_eq!(receive(&b), packet(1, 10), "nothing of the stranger came through");
        assert_eq!((session.received(Side::Caller).packets, session.received(Side::Callee).packets), (2, 1));
    }

    #[test]
    fn ports_come_back_when_a_session_ends() {
        let local = IpAddr::from([127, 0, 0, 1]);
        let relay = Relay::start(local, local, 30_000..=50_000).unwrap();
        let ports = Arc::clone(&relay.ports);
        let sessions: Vec<_> = (0..3).map(|_| relay.allocate().unwrap()).collect();
        assert_eq!(ports.lock().unwrap().in_use(), 6);
        drop(sessions);
        // Waits for the thread, which has taken every order before it ends.
        drop(relay);
        assert_eq!(ports.lock().unwrap().in_use(), 0);
    }
}
