//! What has to be there before a call can begin.

use cordboard_telephony::{CallResult, Fact, Side, call::CallSetup, registrar::Binding};
use rsipstack::sip::Request;

use super::{
    Calls,
    dialog::{Body, Dialog, is_sdp, word},
    recorder::Recorder,
    transact::body_of,
};
use crate::{
    ingress::{Caller, Plan, now},
    media::Session,
    sdp::{self, SdpError},
    wire::Link,
};

/// Everything a call needs.
pub(super) struct Prepared {
    pub(super) bindings: Vec<Binding>,
    pub(super) dialog: Dialog,
    pub(super) media: Session,
    /// The caller's description, pointing at the relay; none when it offers none.
    pub(super) offer: Body,
}

/// Why a call does not begin.
pub(super) struct Refused {
    pub(super) status: u16,
    pub(super) result: CallResult,
}

impl Refused {
    const fn failed(status: u16) -> Self {
        Self { status, result: CallResult::Failed }
    }
}

/// Gathers what a call needs.
pub(super) fn prepare(
    calls: &Calls,
    setup: &CallSetup,
    caller: &Caller,
    plan: Plan,
    invite: &Request,
    recorder: &Recorder,
) -> Result<Prepared, Refused> {
    let bindings = bindings(calls, setup, plan, recorder)?;
    let link = calls.site.flows.link(&caller.flow).ok_or(Refused::failed(500))?;
    let media = calls.relay.allocate().map_err(|error| {
        tracing::error!(%error, "a call is refused: no media port is free");
        Refused::failed(503)
    })?;
    let offer = offer(invite, &media, &link)?;
    let dialog = Dialog::incoming(invite, &word(), link, &setup.to_number).ok_or(Refused::failed(400))?;
    Ok(Prepared { bindings, dialog, media, offer })
}

fn bindings(
    calls: &Calls,
    setup: &CallSetup,
    plan: Plan,
    recorder: &Recorder,
) -> Result<Vec<Binding>, Refused> {
    match plan {
        Plan::Ring(bindings) => Ok(bindings),
        Plan::Refuse { status, result } => Err(Refused { status, result }),
        Plan::Emergency { number } => {
            let (id, from_line) = (setup.id, setup.from_line);
            tracing::error!(call = %id, "an emergency call finds no way out: this site has no trunk");
            recorder.note(&calls.site, Fact::EmergencyUnroutable { id, from_line, number, at: now() });
            Err(Refused { status: 503, result: CallResult::Unreachable })
        }
    }
}

fn offer(invite: &Request, media: &Session, link: &Link) -> Result<Body, Refused> {
    let Some((kind, body)) = body_of(invite) else { return Ok(None) };
    if !is_sdp(&kind) {
        return Err(Refused::failed(415));
    }
    match sdp::relay(&body, media.local(Side::Callee)) {
        Ok(relayed) => {
            media.expect(Side::Caller, relayed.remote, link.peer);
            Ok(Some((kind, relayed.body.into_bytes())))
        }
        Err(SdpError::NoAudio) => Err(Refused::failed(488)),
        Err(SdpError::Malformed) => Err(Refused::failed(400)),
    }
}
