//! The refusals: one 404 for everything that is not served, and the brake for whoever collects them.

use std::{
    net::{IpAddr, Ipv6Addr},
    time::Duration,
};

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};

use crate::integrations::cache::{Cache, Verdict};

const WINDOW: Duration = Duration::from_secs(60);
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The one refusal: no body and one header, since several would come in an order of chance. For an unknown, revoked, spent or ended key, another device's MAC, an unknown name, a
/// probe, a malformed path, a wrong method: whoever gets it learns nothing.
pub(super) fn refusal() -> HttpResponse {
    bare(StatusCode::NOT_FOUND)
}

/// This replica does not know whether what it would serve was revoked meanwhile.
pub(super) fn unavailable() -> HttpResponse {
    let mut response = bare(StatusCode::SERVICE_UNAVAILABLE);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    response
}

/// Answers a request whose key opens nothing: the refusal, until its source has collected too many of them.
/// A device with a live key never comes here, however many share its address.
pub(super) async fn unknown_key(cache: &dyn Cache, limit: u32, ip: Option<IpAddr>) -> HttpResponse {
    let Some(ip) = ip else { return refusal() };
    match cache.hit(&format!("unknown key {}", network(ip)), WINDOW, limit).await {
        Ok(verdict) if !verdict.allowed => throttled(verdict),
        Ok(_) => refusal(),
        Err(error) => {
            tracing::warn!(%error, "refusals cannot be counted");
            refusal()
        }
    }
}

fn throttled(verdict: Verdict) -> HttpResponse {
    let mut response = bare(StatusCode::TOO_MANY_REQUESTS);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(verdict.retry_after_seconds()));
    response
}

/// Who has one IPv6 address has the whole /64.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(ip) => Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX)).into(),
        v4 => v4,
    }
}

fn bare(status: StatusCode) -> HttpResponse {
    let mut response = HttpResponse::new(status);
    response.headers_mut().insert(header::CACHE_CONTROL, NO_STORE);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_an_address_or_its_ipv6_network() {
        let same = |a: &str, b: &str| network(a.parse().unwrap()) == network(b.parse().unwrap());
        assert!(same("2001:db8::1", "2001:db8::ffff:1"));
        assert!(!same("2001:db8::1", "2001:db8:0:1::1"));
        assert!(same("::ffff:192.0.2.1", "192.0.2.1"));
        assert!(!same("192.0.2.1", "192.0.2.2"));
    }
}
