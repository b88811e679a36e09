//! REGISTER, answered without a transaction (RFC 3261 §10.3).

use cordboard_telephony::{
    Registration,
    config::{Credential, Line},
    registrar::{Contact, ContactChange, Flow, RegisterError, RegisterRequest},
};
use cordboard_types::Timestamp;
use rsipstack::sip::Request;

use super::{
    authenticate::{Identity, algorithm, identify},
    sanity::ALLOW,
    site::{Directory, Site, State, now},
};
use crate::{
    name_addr::{NameAddr, UriParts},
    wire::{
        Out,
        message::{cseq, value, values},
    },
};

/// Longest User-Agent kept, in characters.
const USER_AGENT: usize = 256;

/// An answer: its status and its own headers.
pub(super) struct Answer(pub(super) u16, pub(super) Out);

impl Answer {
    pub(super) fn plain(status: u16) -> Self {
        Self(status, Out::default())
    }

    pub(super) fn later() -> Self {
        Self(503, Out::default().header("Retry-After", "5"))
    }
}

impl Site {
    /// Answers a REGISTER.
    pub(super) fn register(&self, request: &Request, flow: Flow) -> Answer {
        let now = now();
        let mut state = self.lock();
        let facts = state.registrar.expire(now);
        self.tell(&mut state, facts);
        if !state.waiting.is_empty() {
            return Answer::later();
        }
        let config = state.config.clone();
        let credential = match identify(self, &mut state, &config, request, &flow) {
            Identity::Known(credential) => credential,
            Identity::Ask { stale } => return ask(&state, &config, request, stale),
            Identity::Wrong => return Answer::plain(403),
            Identity::TooMany => return Answer::later(),
        };
        match config.line_of(credential).filter(|line| line.enabled && is_addressed(request, line)) {
            Some(_) => self.take(&mut state, request, credential, flow, now),
            // One and the same answer, whatever was wrong.
            None => Answer::plain(403),
        }
    }

    fn take(
        &self,
        state: &mut State,
        request: &Request,
        credential: &Credential,
        flow: Flow,
        now: Timestamp,
    ) -> Answer {
        let Some(asked) = read(request, credential, flow) else { return Answer::plain(400) };
        match state.registrar.register(&asked, now) {
            Ok(registered) => {
                self.tell(state, registered.facts);
                Answer(200, contacts(&registered.bindings, now).header("Allow", ALLOW))
            }
            Err(RegisterError::TooBrief { min }) => {
                Answer(423, Out::default().header("Min-Expires", &min.to_string()))
            }
            Err(RegisterError::OutOfOrder) => Answer::plain(500),
            Err(RegisterError::TooManyContacts) => Answer::plain(403),
        }
    }
}

fn ask(state: &State, config: &Directory, request: &Request, stale: bool) -> Answer {
    let algorithm = algorithm(config, request);
    match state.authenticator.challenge(&config.site.realm, algorithm, stale, now()) {
        Ok(challenge) => Answer(401, Out::default().header("WWW-Authenticate", &challenge)),
        Err(_) => Answer::plain(500),
    }
}

/// Whether the address of record is the line's: its extension, at whatever name this host has for the phone.
fn is_addressed(request: &Request, line: &Line) -> bool {
    let Some(to) = value(request, "To").and_then(|to| NameAddr::parse(to).ok()) else { return false };
    to.parts().is_ok_and(|uri| uri.unescaped_user() == line.extension.as_str())
}

/// Reads what a request asks for; none when it contradicts itself or cannot be read.
fn read(request: &Request, credential: &Credential, flow: Flow) -> Option<RegisterRequest> {
    let expires = match value(request, "Expires") {
        // An unreadable time is taken as none (RFC 3261 §10.2.1.1).
        Some(text) => text.parse::<u32>().ok(),
        None => None,
    };
    let remove_all = values(request, "Contact").any(|value| value.trim() == "*");
    let changes = if remove_all { Vec::new() } else { changes(request, expires)? };
    if remove_all && (expires != Some(0) || values(request, "Contact").count() != 1) {
        return None;
    }
    Some(RegisterRequest {
        line: credential.line,
        credential: credential.id,
        credential_version: credential.version,
        device: credential.device,
        call_id: value(request, "Call-ID")?.to_owned(),
        cseq: cseq(request)?,
        user_agent: value(request, "User-Agent").unwrap_or_default().chars().take(USER_AGENT).collect(),
        flow,
        changes,
        remove_all,
    })
}

fn changes(request: &Request, expires: Option<u32>) -> Option<Vec<ContactChange>> {
    let mut changes = Vec::new();
    for header in values(request, "Contact") {
        for address in NameAddr::parse_list(header).ok()? {
            UriParts::parse(&address.uri).ok()?;
            let own = address.param("expires").and_then(|text| text.parse().ok());
            let instance = address.param("+sip.instance").map(str::to_owned);
            let contact = Contact { uri: address.uri, instance };
            changes.push(ContactChange { contact, expires: own.or(expires) });
        }
    }
    Some(changes)
}

fn contacts(bindings: &[Registration], now: Timestamp) -> Out {
    bindings.iter().fold(Out::default(), |out, binding| {
        let left = binding.expires_at.since(now).max(0) / 1_000;
        out.header("Contact", &format!("<{}>;expires={left}", binding.contact))
    })
}
