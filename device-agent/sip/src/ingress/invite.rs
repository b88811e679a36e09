//! A new call: who calls, may they, and where does it go.

use std::sync::Arc;

use cordboard_telephony::{
    CallResult, Fact, Route, Unroutable,
    call::CallSetup,
    config::Line,
    registrar::{Binding, Flow},
    routing,
};
use cordboard_types::CallId;
use rsipstack::sip::Request;
use tokio::sync::mpsc::OwnedPermit;

use super::{
    authenticate::{Identity, algorithm, identify},
    register::Answer,
    site::{Directory, Site, State, now},
};
use crate::{
    name_addr::{NameAddr, UriParts},
    wire::{Out, message::value},
};

/// A call that is to be made.
pub(crate) struct NewCall {
    pub(crate) setup: CallSetup,
    pub(crate) caller: Caller,
    pub(crate) plan: Plan,
    /// Room for the facts of this call: started, answered, ended.
    pub(crate) room: [OwnedPermit<Fact>; 3],
}

/// The side that calls.
pub(crate) struct Caller {
    pub(crate) flow: Flow,
    /// Realm of the site, the host part of addresses shown.
    pub(crate) realm: String,
}

/// What is to be done with a call.
pub(crate) enum Plan {
    /// Ring every device of a line.
    Ring(Vec<Binding>),
    /// Refuse it with this status.
    Refuse { status: u16, result: CallResult },
    /// An emergency call, and there is no way out yet.
    Emergency { number: String },
}

/// What is to become of an INVITE.
pub(super) enum Invited {
    Call(Box<NewCall>),
    Answer(Answer),
}

impl Site {
    /// Decides about an INVITE that begins a call.
    pub(super) fn invite(&self, request: &Request, flow: Flow, calls: usize) -> Invited {
        let mut state = self.lock();
        let config = Arc::clone(&state.config);
        let dialled = dialled(request);
        let emergency = matches!(routing::route(&config.site, None, &dialled), Ok(Route::Emergency { .. }));
        let line = match identify(self, &mut state, &config, request, &flow) {
            Identity::Known(credential) => config.line_of(credential),
            Identity::Ask { stale } => return Invited::Answer(ask(&state, &config, request, stale)),
            // Nothing stops an emergency call, not even a password that was changed a minute ago.
            Identity::Wrong | Identity::TooMany if emergency => None,
            Identity::Wrong => return Invited::Answer(Answer::plain(403)),
            Identity::TooMany => return Invited::Answer(Answer::later()),
        };
        if !emergency && !line.is_some_and(|line| calls_as_itself(request, line)) {
            return Invited::Answer(Answer::plain(403));
        }
        let busy = calls >= self.admission.calls && !emergency;
        let Some(room) = self.room().filter(|_| !busy) else { return Invited::Answer(Answer::later()) };
        let plan = plan(&state, &config, line, &dialled);
        let setup = setup(&config, request, line, &dialled);
        let caller = Caller { flow, realm: config.site.realm.clone() };
        Invited::Call(Box::new(NewCall { setup, caller, plan, room }))
    }

    fn room(&self) -> Option<[OwnedPermit<Fact>; 3]> {
        Some([self.reserve()?, self.reserve()?, self.reserve()?])
    }
}

/// What was dialled: the user part of the Request-URI without visual separators.
fn dialled(request: &Request) -> String {
    let uri = request.uri.to_string();
    let user = UriParts::parse(&uri).map(|uri| uri.unescaped_user()).unwrap_or_default();
    routing::normalise(&user)
}

fn ask(state: &State, config: &Directory, request: &Request, stale: bool) -> Answer {
    let algorithm = algorithm(config, request);
    match state.authenticator.challenge(&config.site.realm, algorithm, stale, now()) {
        Ok(challenge) => Answer(407, Out::default().header("Proxy-Authenticate", &challenge)),
        Err(_) => Answer::plain(500),
    }
}

/// Whether From names the line whose credential was used: nobody calls as somebody else.
fn calls_as_itself(request: &Request, line: &Line) -> bool {
    let Some(from) = value(request, "From").and_then(|from| NameAddr::parse(from).ok()) else { return false };
    from.parts().is_ok_and(|uri| uri.unescaped_user() == line.extension.as_str())
}

fn plan(state: &State, config: &Directory, line: Option<&Line>, dialled: &str) -> Plan {
    let refuse = |status, result| Plan::Refuse { status, result };
    match routing::route(&config.site, line.map(|line| line.id), dialled) {
        Ok(Route::Emergency { number }) => Plan::Emergency { number: number.to_owned() },
        Ok(Route::Line(to)) => match state.registrar.bindings_of(to.id, now()) {
            bindings if bindings.is_empty() => refuse(480, CallResult::Unreachable),
            bindings => Plan::Ring(bindings),
        },
        Err(Unroutable::UnknownNumber) => refuse(404, CallResult::Unreachable),
        Err(Unroutable::LineDisabled) => refuse(480, CallResult::Unreachable),
        Err(Unroutable::OwnLine) => refuse(486, CallResult::Busy),
        Err(Unroutable::CallerBarred | Unroutable::Locked) => refuse(403, CallResult::Failed),
    }
}

fn setup(config: &Directory, request: &Request, line: Option<&Line>, dialled: &str) -> CallSetup {
    let claimed = || {
        let from = value(request, "From").and_then(|from| NameAddr::parse(from).ok());
        from.and_then(|from| from.parts().ok().map(|uri| uri.unescaped_user())).unwrap_or_default()
    };
    CallSetup {
        id: CallId::new(),
        from_line: line.map(|line| line.id),
        from_number: line.map_or_else(claimed, |line| line.extension.to_string()),
        from_name: line.map(|line| line.display_name.clone()).unwrap_or_default(),
        to_line: config.site.line_of_extension(dialled).map(|line| line.id),
        to_number: dialled.chars().filter(|c| !c.is_control()).take(64).collect(),
    }
}
