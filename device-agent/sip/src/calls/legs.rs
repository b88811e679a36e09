//! The two sides of a call on the wire.

use cordboard_telephony::{
    Side,
    call::{CallSetup, TargetId},
    registrar::Binding,
};
use rsipstack::sip::{Request, Response};

use super::{
    dialog::{Body, Dialog},
    table::Place,
    transact::Responder,
};
use crate::name_addr::quote;

/// A leg of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LegId {
    /// The caller's.
    Caller,
    /// A called device's.
    Target(TargetId),
}

impl LegId {
    /// The side it is on.
    pub(super) fn side(self) -> Side {
        match self {
            Self::Caller => Side::Caller,
            Self::Target(_) => Side::Callee,
        }
    }
}

/// The caller's leg: an INVITE we answer.
pub(super) struct CallerLeg {
    pub(super) responder: Responder,
    pub(super) dialog: Dialog,
    /// The place of the dialog; given up with the leg.
    pub(super) place: Option<Place>,
    /// A final answer was sent.
    pub(super) is_answered: bool,
    /// The answer to a description that the called side offered came or will come with the ACK.
    pub(super) answers_in_ack: bool,
}

/// A called device's leg: an INVITE we send.
pub(super) struct TargetLeg {
    pub(super) binding: Binding,
    pub(super) sent: Option<Sent>,
    pub(super) rang: bool,
    /// The device has said anything at all; only then it may be cancelled (RFC 3261 §9.1).
    pub(super) is_alive: bool,
    pub(super) cancel_when_alive: bool,
}

/// An INVITE on its way.
pub(super) struct Sent {
    pub(super) invite: Request,
    pub(super) dialog: Dialog,
    pub(super) place: Place,
    /// The 2xx; its body is the device's description.
    pub(super) answer: Option<Response>,
    pub(super) is_acknowledged: bool,
    /// The description of a provisional answer, for devices that do not repeat it.
    pub(super) early: Body,
}

/// What the called side is shown of the call.
pub(super) struct Shown {
    /// Our From, without tag.
    pub(super) from: String,
    /// Our To.
    pub(super) to: String,
    /// User part of our Contact.
    pub(super) user: String,
}

impl Shown {
    pub(super) fn new(setup: CallSetup, realm: &str) -> Self {
        let CallSetup { from_name, from_number: user, to_number, .. } = setup;
        let from = format!("{} <sip:{user}@{realm}>", quote(&from_name));
        Self { from, to: format!("<sip:{to_number}@{realm}>"), user }
    }
}

impl CallerLeg {
    pub(super) fn new(responder: Responder, dialog: Dialog, place: Place) -> Self {
        Self { responder, dialog, place: Some(place), is_answered: false, answers_in_ack: false }
    }
}

impl TargetLeg {
    pub(super) fn new(binding: Binding) -> Self {
        Self { binding, sent: None, rang: false, is_alive: false, cancel_when_alive: false }
    }
}
