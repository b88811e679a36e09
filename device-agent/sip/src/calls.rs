//! The calls in progress. Each is one task that owns its legs, its dialogs and its media: when it ends, however it
//! ends, nothing of the call is left.

mod actor;
mod begin;
mod dialog;
mod exchange;
mod incoming;
mod legs;
mod outgoing;
mod recorder;
mod table;
mod transact;

use std::{sync::Arc, time::Duration};

use cordboard_telephony::call::Limits;
use rsipstack::{
    sip::{Request, Response},
    transaction::{TransactionReceiver, transaction::Transaction},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    ingress::{NewCall, Site},
    media::Relay,
    wire::{
        Stack, flows,
        message::{cseq, cseq_method, value},
    },
};
use actor::Actor;
use table::{Dialogs, Key};
use transact::Transactions;

/// The calls of the site.
pub(crate) struct Calls {
    site: Arc<Site>,
    relay: Arc<Relay>,
    limits: Limits,
    silence: Duration,
    dialogs: Arc<Dialogs>,
    endpoint: Arc<Stack>,
    tasks: TaskTracker,
    /// Asks every call to hang up.
    stop: CancellationToken,
    /// Ends everything, answered or not.
    cut: CancellationToken,
}

impl Calls {
    pub(crate) fn new(
        site: Arc<Site>,
        relay: Arc<Relay>,
        limits: Limits,
        silence: Duration,
        endpoint: Arc<Stack>,
        cut: CancellationToken,
    ) -> Self {
        let (dialogs, tasks, stop) = (Arc::default(), TaskTracker::new(), CancellationToken::new());
        Self { site, relay, limits, silence, dialogs, endpoint, tasks, stop, cut }
    }

    /// Calls with a leg left.
    pub(crate) fn running(&self) -> usize {
        self.tasks.len()
    }

    /// Dialogs that messages can reach.
    pub(crate) fn dialogs(&self) -> usize {
        self.dialogs.len()
    }

    /// Whether a request is part of a call.
    pub(crate) fn knows(&self, request: &Request) -> bool {
        self.dialogs.knows(request)
    }

    /// Begins a call with its INVITE.
    pub(crate) fn start(self: &Arc<Self>, call: NewCall, invite: Transaction) {
        let Some(transactions) = self.transactions() else { return };
        let (calls, cut) = (Arc::clone(self), self.cut.clone());
        self.tasks.spawn(async move {
            cut.run_until_cancelled(Actor::run(calls, transactions, call, invite)).await
        });
    }

    fn transactions(&self) -> Option<Transactions> {
        Some(Transactions { endpoint: self.endpoint.get()?, cut: self.cut.clone() })
    }

    /// Hangs up every call and waits until the last is gone.
    pub(crate) async fn shutdown(&self) {
        self.tasks.close();
        self.stop.cancel();
        self.tasks.wait().await;
    }

    /// Hands requests that are part of a call to the call.
    pub(crate) async fn dispatch(self: Arc<Self>, mut requests: TransactionReceiver) {
        while let Some(request) = requests.recv().await {
            if let Err(unwanted) = self.dialogs.deliver(request) {
                let (status, transaction) = *unwanted;
                if let Some(transactions) = self.transactions() {
                    transactions.reply(transaction, status);
                }
            }
        }
    }

    /// Answers a repeated 2xx with the ACK it was answered with before: ours got lost (RFC 3261 §13.2.2.4). Whether
    /// it was one.
    pub(crate) async fn acknowledge_again(&self, response: &Response) -> bool {
        let successful = (200..300).contains(&response.status_code.code());
        if !successful || cseq_method(response) != Some("INVITE") {
            return false;
        }
        let Some((key, to)) = Key::of_response(response).zip(value(response, "To")) else { return false };
        let again = self.dialogs.acknowledgement(&key, cseq(response), to);
        match again {
            Some((link, ack)) => {
                flows::send(link.connection, ack.into(), Some(link.to)).await;
                true
            }
            None => false,
        }
    }
}
