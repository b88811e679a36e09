//! Who asks.

use std::hash::BuildHasher;

use cordboard_telephony::{
    config::{Credential, DigestAlgorithm},
    registrar::Flow,
};
use rsipstack::sip::Request;

use super::site::{Directory, Site, State, now};
use crate::{
    digest::{Attempt, DigestResponse, Verdict},
    name_addr::NameAddr,
    wire::message::{value, values},
};

/// The outcome of looking at a request's credentials.
pub(super) enum Identity<'a> {
    /// They are right.
    Known(&'a Credential),
    /// There are none for our realm, or they are out of date: ask for them.
    Ask { stale: bool },
    /// They are wrong, or the user does not exist: nobody can tell which.
    Wrong,
    /// There were too many wrong ones for this user from here: these are not even looked at.
    TooMany,
}

/// Checks the credentials of a request in `Authorization` or `Proxy-Authorization`.
pub(super) fn identify<'a>(
    site: &Site,
    state: &mut State,
    config: &'a Directory,
    request: &Request,
    flow: &Flow,
) -> Identity<'a> {
    let (realm, now) = (&config.site.realm, now());
    let given = values(request, "Authorization").chain(values(request, "Proxy-Authorization"));
    let Some(response) = given.filter_map(DigestResponse::parse).find(|given| given.realm == *realm) else {
        return Identity::Ask { stale: false };
    };
    let who = (flow.source.ip(), site.hasher.hash_one(&response.username));
    if state.guesses.is_spent(&who, now) {
        return Identity::TooMany;
    }
    let credential = config.credential(&response.username);
    let (method, request) = (request.method.to_string(), fingerprint(site, request, flow));
    let attempt = Attempt { realm, method: &method, request, response: &response, credential };
    match (state.authenticator.check(&attempt, now), credential) {
        (Verdict::Accepted, Some(credential)) => Identity::Known(credential),
        (Verdict::Stale, Some(_)) => Identity::Ask { stale: true },
        _ => {
            state.guesses.charge(who, now);
            state.refused = state.refused.saturating_add(1);
            Identity::Wrong
        }
    }
}

/// Tells requests apart: a retransmission has the same value.
fn fingerprint(site: &Site, request: &Request, flow: &Flow) -> u64 {
    let parts = ["Via", "Call-ID", "CSeq", "Contact", "Expires"].map(|name| value(request, name));
    site.hasher.hash_one((parts, flow, request.uri.to_string()))
}

/// The algorithm to ask for: SHA-256 only where every credential set of the line is known to do it.
pub(super) fn algorithm(config: &Directory, request: &Request) -> DigestAlgorithm {
    let from = value(request, "From").and_then(|from| NameAddr::parse(from).ok());
    let user =
        from.and_then(|from| from.parts().ok().map(|parts| parts.unescaped_user())).unwrap_or_default();
    let Some(line) = config.site.line_of_extension(&user) else { return DigestAlgorithm::Md5 };
    let mut sets = config.site.credentials.iter().filter(|c| c.line == line.id).peekable();
    let all = sets.peek().is_some() && sets.all(|c| c.algorithm == DigestAlgorithm::Sha256);
    if all { DigestAlgorithm::Sha256 } else { DigestAlgorithm::Md5 }
}
