//! Transactions, each in a task of its own: the stack's must be read without a break, and a call has more to do.

use rsipstack::{
    sip::{Method, Request, Response, SipMessage, StatusCode},
    transaction::{
        endpoint::EndpointInnerRef,
        key::{TransactionKey, TransactionRole},
        transaction::{Transaction, TransactionEvent, TransactionEventSender},
    },
};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::{actor::Input, dialog::Body};
use crate::wire::{Link, Out, message};

/// What came of an INVITE that was served.
pub(super) enum Served {
    /// The caller gave up.
    Cancelled,
    /// Our final answer was acknowledged.
    Acknowledged(Body),
    /// Our 2xx was never acknowledged.
    Unacknowledged,
}

/// Answers one request.
#[derive(Debug)]
pub(super) struct Responder {
    pub(super) request: Request,
    answers: TransactionEventSender,
}

impl Responder {
    /// Sends an answer.
    pub(super) fn respond(&self, status: u16, tag: &str, out: Out) {
        match out.header("User-Agent", crate::AGENT).response(&self.request, status, tag) {
            // An error means the transaction has ended: nobody waits for an answer any more.
            Ok(response) => {
                self.answers.send(TransactionEvent::Respond(response)).ok();
            }
            Err(error) => tracing::warn!(%error, status, "a request stays without an answer"),
        }
    }
}

/// A request that the stack does not take.
#[derive(Debug, thiserror::Error)]
#[error("the SIP stack does not take a request: {0}")]
pub(super) struct NotSent(String);

/// Starts transactions; all end when the core is stopped.
#[derive(Clone)]
pub(super) struct Transactions {
    pub(super) endpoint: EndpointInnerRef,
    pub(super) cut: CancellationToken,
}

impl Transactions {
    /// Serves a request: answers go through the responder, what the peer says comes as an input of the call.
    pub(super) fn serve(
        &self,
        transaction: Transaction,
        outbox: mpsc::Sender<Input>,
        report: impl Fn(Served) -> Input + Send + Sync + 'static,
    ) -> Responder {
        let (request, answers) = (transaction.original.clone(), transaction.tu_sender.clone());
        self.spawn(async move { listen(transaction, outbox, report).await });
        Responder { request, answers }
    }

    /// Answers a request that needs no more than a status.
    pub(super) fn reply(&self, mut transaction: Transaction, status: u16) {
        self.spawn(async move {
            if let Err(error) = transaction.reply(StatusCode::from(status)).await {
                return tracing::debug!(%error, status, "a request stays without an answer");
            }
            // A refused INVITE is answered again and again until it is acknowledged.
            while transaction.receive().await.is_some() {}
        });
    }

    /// Sends a request. `report` gets every response, then none when the transaction has ended.
    pub(super) fn send(
        &self,
        link: &Link,
        request: Request,
        outbox: mpsc::Sender<Input>,
        report: impl Fn(Option<Response>) -> Input + Send + Sync + 'static,
    ) -> Result<(), NotSent> {
        let key = TransactionKey::from_request(&request, TransactionRole::Client);
        let key = key.map_err(|error| NotSent(error.to_string()))?;
        let connection = Some(link.connection.clone());
        let mut transaction = Transaction::new_client(key, request, self.endpoint.clone(), connection);
        transaction.destination = Some(link.to.clone());
        self.spawn(async move {
            if let Err(error) = transaction.send().await {
                tracing::debug!(%error, "a request was not sent");
            }
            while let Some(message) = transaction.receive().await {
                if let SipMessage::Response(response) = message {
                    tell(&outbox, report(Some(response))).await;
                }
            }
            tell(&outbox, report(None)).await;
        });
        Ok(())
    }

    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let cut = self.cut.clone();
        tokio::spawn(async move { cut.run_until_cancelled(task).await });
    }
}

async fn listen(
    mut transaction: Transaction,
    outbox: mpsc::Sender<Input>,
    report: impl Fn(Served) -> Input + Send + Sync,
) {
    let is_invite = transaction.original.method == Method::Invite;
    if is_invite && let Err(error) = transaction.send_trying().await {
        tracing::debug!(%error, "100 Trying was not sent");
    }
    let mut acknowledged = !is_invite;
    while let Some(message) = transaction.receive().await {
        let SipMessage::Request(request) = message else { continue };
        let served = match request.method {
            Method::Cancel => Served::Cancelled,
            Method::Ack => {
                acknowledged = true;
                Served::Acknowledged(body_of(&request))
            }
            _ => continue,
        };
        tell(&outbox, report(served)).await;
    }
    if !acknowledged {
        tell(&outbox, report(Served::Unacknowledged)).await;
    }
}

/// The call may be over before its last transaction is: then nobody needs to hear.
async fn tell(outbox: &mpsc::Sender<Input>, input: Input) {
    outbox.send(input).await.ok();
}

/// The body of a request with its type.
pub(super) fn body_of(request: &Request) -> Body {
    message::body(request, &request.body).map(|(kind, body)| (kind.to_owned(), body.to_vec()))
}

/// The body of a response with its type.
pub(super) fn body_of_response(response: &Response) -> Body {
    message::body(response, &response.body).map(|(kind, body)| (kind.to_owned(), body.to_vec()))
}
