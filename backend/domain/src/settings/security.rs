//! The settings that decide whether somebody gets in.

use std::net::IpAddr;

use ipnet::IpNet;
use serde_json::Value;

/// What a node asks of the people whose rights come from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// Minutes a browser session may be idle; none: as the server says.
    pub idle_minutes: Option<u32>,
    /// Networks they may come from; none named: any.
    pub networks: Vec<IpNet>,
    /// Whether they must have a second factor.
    pub second_factor: bool,
}

impl Policy {
    /// Whether somebody at an address may come in. An address that cannot be read is nowhere.
    #[must_use]
    pub fn admits(&self, address: &str) -> bool {
        self.networks.is_empty()
            || address.parse::<IpAddr>().is_ok_and(|ip| {
                let ip = ip.to_canonical();
                self.networks.iter().any(|network| network.contains(&ip))
            })
    }
}

/// The networks of a kept value. One that cannot be read admits nobody rather than everybody.
#[must_use]
pub fn networks(value: &Value) -> Vec<IpNet> {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let nowhere = IpNet::from(IpAddr::from([0, 0, 0, 0]));
    list.iter().map(|one| one.as_str().and_then(|text| text.parse().ok()).unwrap_or(nowhere)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_networks_admit_anybody_and_some_admit_their_own() {
        assert!(Policy::default().admits("203.0.113.9") && Policy::default().admits(""));
        let office =
            Policy { networks: networks(&json!(["192.0.2.0/24", "2001:db8::/32"])), ..Policy::default() };
        for inside in ["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::9"] {
            assert!(office.admits(inside), "{inside}");
        }
        for outside in ["203.0.113.9", "::1", "", "192.0.2.7, 10.0.0.1"] {
            assert!(!office.admits(outside), "{outside}");
        }
        let broken = Policy { networks: networks(&json!(["nonsense"])), ..Policy::default() };
        assert!(!broken.admits("192.0.2.7"));
    }
}
