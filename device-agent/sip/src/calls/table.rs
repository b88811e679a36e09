//! Which call a message of a dialog belongs to.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use rsipstack::{
    sip::{HasHeaders, Request, Response},
    transaction::transaction::Transaction,
};
use tokio::sync::mpsc;

use super::{actor::Input, legs::LegId};
use crate::{name_addr::NameAddr, wire::Link, wire::message::value};

/// A dialog as we know it: tags we made are unique, so the peer's is not part of the key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) call_id: String,
    pub(super) local_tag: String,
}

impl Key {
    fn of_request(request: &Request) -> Option<Self> {
        Self::new(request, "To")
    }

    pub(super) fn of_response(response: &Response) -> Option<Self> {
        Self::new(response, "From")
    }

    fn new(message: &impl HasHeaders, ours: &str) -> Option<Self> {
        let ours = NameAddr::parse(value(message, ours)?).ok()?;
        Some(Self { call_id: value(message, "Call-ID")?.to_owned(), local_tag: ours.tag()?.to_owned() })
    }
}

/// The dialogs of all calls.
#[derive(Debug, Default)]
pub(super) struct Dialogs {
    table: Mutex<HashMap<Key, Entry>>,
}

#[derive(Debug)]
struct Entry {
    call: mpsc::Sender<Input>,
    leg: LegId,
    /// The last ACK we sent, with the To it was for.
    ack: Option<(u32, String, Link, Request)>,
}

/// A dialog's place in the table. Gone when dropped: no exit of a call can forget one.
#[derive(Debug)]
pub(super) struct Place {
    dialogs: Arc<Dialogs>,
    key: Key,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.dialogs.lock().remove(&self.key);
    }
}

impl Place {
    /// Remembers the ACK for the 2xx with this CSeq and To.
    pub(super) fn remember_ack(&self, seq: u32, to: String, link: Link, ack: Request) {
        if let Some(entry) = self.dialogs.lock().get_mut(&self.key) {
            entry.ack = Some((seq, to, link, ack));
        }
    }
}

impl Dialogs {
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Entry>> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn len(&self) -> usize {
        self.lock().len()
    }

    pub(super) fn knows(&self, request: &Request) -> bool {
        Key::of_request(request).is_some_and(|key| self.lock().contains_key(&key))
    }

    /// Makes a dialog reachable.
    pub(super) fn enter(self: &Arc<Self>, key: Key, call: mpsc::Sender<Input>, leg: LegId) -> Place {
        self.lock().insert(key.clone(), Entry { call, leg, ack: None });
        Place { dialogs: Arc::clone(self), key }
    }

    /// Hands a request to its call, or says with which status to refuse it.
    pub(super) fn deliver(&self, transaction: Transaction) -> Result<(), Box<(u16, Transaction)>> {
        let found = Key::of_request(&transaction.original)
            .and_then(|key| self.lock().get(&key).map(|entry| (entry.call.clone(), entry.leg)));
        let Some((call, leg)) = found else { return Err(Box::new((481, transaction))) };
        // A call that cannot keep up refuses; it never makes the others wait.
        match call.try_reserve() {
            Ok(room) => {
                room.send(Input::Request(leg, Box::new(transaction)));
                Ok(())
            }
            Err(_) => Err(Box::new((503, transaction))),
        }
    }

    pub(super) fn acknowledgement(&self, key: &Key, seq: Option<u32>, to: &str) -> Option<(Link, Request)> {
        let table = self.lock();
        let (acked, acked_to, link, ack) = table.get(key)?.ack.as_ref()?;
        (Some(*acked) == seq && acked_to == to).then(|| (link.clone(), ack.clone()))
    }
}
