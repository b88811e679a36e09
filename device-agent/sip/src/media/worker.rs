//! The event loop of the relay thread.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, PoisonError, mpsc},
};

use mio::{Events, Interest, Poll, Token, net::UdpSocket};

use super::{
    ports::{Pair, Ports},
    relay::WAKE,
    session::{Kind, Shared},
};

/// Packets taken from one socket before the next is served, so that a flood on one call leaves room for others.
const BURST: usize = 32;
/// Tokens of one session: RTP and RTCP, facing either side.
const TOKENS: usize = 4;
/// Longest packet: Ethernet's, and some for tunnels that allow more.
const LONGEST: usize = 4_096;

/// What the thread is told.
pub(super) enum Order {
    Open { id: u64, shared: Arc<Shared>, pairs: [Pair; 2] },
    Close { id: u64 },
    Stop,
}

pub(super) struct Worker {
    poll: Poll,
    inbox: mpsc::Receiver<Order>,
    ports: Arc<Mutex<Ports>>,
    sessions: HashMap<usize, Open>,
    tokens: HashMap<u64, usize>,
    next: usize,
    /// Sessions with packets left after their burst: the poll does not tell of them again.
    unfinished: Vec<Token>,
}

struct Open {
    shared: Arc<Shared>,
    /// RTP facing the caller, RTCP facing the caller, RTP facing the called side, RTCP facing it.
    sockets: [UdpSocket; TOKENS],
    ports: [u16; 2],
}

impl Worker {
    pub(super) fn new(poll: Poll, inbox: mpsc::Receiver<Order>, ports: Arc<Mutex<Ports>>) -> Self {
        let (sessions, tokens) = (HashMap::new(), HashMap::new());
        Self { poll, inbox, ports, sessions, tokens, next: 1, unfinished: Vec::new() }
    }

    pub(super) fn run(mut self) {
        let mut events = Events::with_capacity(256);
        let mut buffer = vec![0; LONGEST];
        loop {
            let wait = (!self.unfinished.is_empty()).then_some(std::time::Duration::ZERO);
            match self.poll.poll(&mut events, wait) {
                Err(error) if error.kind() != io::ErrorKind::Interrupted => {
                    return tracing::error!(%error, "the media relay stopped: its event queue failed");
                }
                _ => {}
            }
            let ready: Vec<_> =
                events.iter().map(mio::event::Event::token).chain(self.unfinished.drain(..)).collect();
            for token in ready {
                if token != WAKE {
                    self.forward(token, &mut buffer);
                } else if self.take_orders().is_break() {
                    return;
                }
            }
        }
    }

    fn take_orders(&mut self) -> std::ops::ControlFlow<()> {
        while let Ok(order) = self.inbox.try_recv() {
            match order {
                Order::Open { id, shared, pairs } => self.open(id, shared, pairs),
                Order::Close { id } => self.close(id),
                Order::Stop => return std::ops::ControlFlow::Break(()),
            }
        }
        std::ops::ControlFlow::Continue(())
    }

    fn open(&mut self, id: u64, shared: Arc<Shared>, [caller, callee]: [Pair; 2]) {
        let ports = [caller.port, callee.port];
        let mut sockets = [caller.rtp, caller.rtcp, callee.rtp, callee.rtcp].map(UdpSocket::from_std);
        let base = self.next;
        self.next = self.next.wrapping_add(1);
        for (offset, socket) in sockets.iter_mut().enumerate() {
            let token = Token(base.wrapping_mul(TOKENS).wrapping_add(offset));
            if let Err(error) = self.poll.registry().register(socket, token, Interest::READABLE) {
                tracing::error!(%error, "a call is without sound: its socket cannot be watched");
            }
        }
        self.tokens.insert(id, base);
        self.sessions.insert(base, Open { shared, sockets, ports });
    }

    fn close(&mut self, id: u64) {
        let Some(open) = self.tokens.remove(&id).and_then(|base| self.sessions.remove(&base)) else { return };
        drop(open.sockets);
        let mut pool = self.ports.lock().unwrap_or_else(PoisonError::into_inner);
        open.ports.into_iter().for_each(|port| pool.give_back(port));
    }

    fn forward(&mut self, token: Token, buffer: &mut [u8]) {
        let (base, offset) = (token.0 / TOKENS, token.0 % TOKENS);
        let Some(open) = self.sessions.get(&base) else { return };
        let (from, kind) = (offset / 2, if offset.is_multiple_of(2) { Kind::Rtp } else { Kind::Rtcp });
        let Some(socket) = open.sockets.get(offset) else { return };
        let Some(out) = open.sockets.get((offset + 2) % TOKENS) else { return };
        for _ in 0..BURST {
            let (length, source) = match socket.recv_from(buffer) {
                Ok(received) => received,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                // A refused packet of before (ICMP) is reported here; the next read goes on.
                Err(_) => continue,
            };
            let Some(packet) = buffer.get(..length) else { return };
            if let Some(to) = open.shared.route(from, kind, source, packet) {
                // A full send buffer loses the packet, as the network would.
                out.send_to(packet, to).ok();
            }
        }
        self.unfinished.push(token);
    }
}
