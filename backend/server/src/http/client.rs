//! Where a request came from: the peer's address, or what a trusted proxy says it is, and the program.

use std::net::IpAddr;

use actix_web::{HttpRequest, http::header, web};
use cordboard_store::audit::Actor;
use ipnet::IpNet;

use super::problem;
use crate::State;

/// Networks whose `X-Forwarded-For` counts.
#[derive(Debug, Clone, Default)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Reads networks (`10.0.0.0/8`) and single addresses.
    ///
    /// # Errors
    /// The first text that is neither.
    pub fn parse(list: &[String]) -> Result<Self, String> {
        let one = |text: &String| {
            let alone = || text.parse::<IpAddr>().map(IpNet::from);
            text.parse::<IpNet>().or_else(|_| alone()).map_err(|_| text.clone())
        };
        list.iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    /// The client behind `peer`: from the right of `forwarded`, the first address that is no trusted proxy.
    #[must_use]
    pub fn client(&self, peer: IpAddr, forwarded: &str) -> IpAddr {
        let mut client = peer;
        for hop in forwarded.rsplit(',') {
            if !self.0.iter().any(|network| network.contains(&client)) {
                break;
            }
            match hop.trim().parse() {
                Ok(address) => client = address,
                Err(_) => break,
            }
        }
        client
    }
}

/// Address a request came from, as text; empty when there is none.
#[must_use]
pub fn address(request: &HttpRequest) -> String {
    let Some(peer) = request.peer_addr() else { return String::new() };
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let proxies = request.app_data::<web::Data<State>>().map(|state| &state.proxies);
    match (proxies, forwarded) {
        (Some(proxies), Some(forwarded)) => proxies.client(peer.ip(), forwarded).to_string(),
        _ => peer.ip().to_string(),
    }
}

/// Longest name of a program that is kept.
const USER_AGENT: usize = 256;

/// The program a request came from, as it names itself; cut where it is too long.
#[must_use]
pub fn user_agent(request: &HttpRequest) -> String {
    let named = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    named.unwrap_or_default().chars().take(USER_AGENT).collect()
}

/// Where a request came from, for an audit row; who it was is for the caller to say.
#[must_use]
pub fn actor(request: &HttpRequest) -> Actor {
    Actor {
        ip: address(request),
        user_agent: user_agent(request),
        request_id: problem::request_id(request),
        ..Actor::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, forwarded: &str) -> String {
        let proxies = Proxies::parse(&["10.0.0.0/8".into(), "192.0.2.1".into()]).unwrap();
        proxies.client(peer.parse().unwrap(), forwarded).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(client("203.0.113.9", "198.51.100.1"), "203.0.113.9", "anybody may write the header");
        assert_eq!(client("10.1.1.1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(client("10.1.1.1", "6.6.6.6, 198.51.100.1, 192.0.2.1"), "198.51.100.1");
        assert_eq!(client("10.1.1.1", "nonsense"), "10.1.1.1");
    }

    #[test]
    fn what_is_no_network_is_named() {
        assert_eq!(Proxies::parse(&["10.0.0.0/99".into()]).unwrap_err(), "10.0.0.0/99");
    }
}
