//! What needs a person, found in the state of sites and devices and sorted by harm.

use cordboard_api::{
    changes::StatusWord,
    devices::{Device, ProvisioningMac},
    sites::Site,
};
use cordboard_types::{DeviceId, SiteId, Timestamp};

use super::query::Estate;
use crate::components::lamp::Light;

/// Something that needs a person.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Concern {
    /// No calls at this site: its agent is not connected.
    AgentAway { site: SiteId, name: String, since: Option<Timestamp> },
    /// The device or agent reported a failure, or is overdue.
    DeviceFailed { device: DeviceId, name: String, reason: Option<String> },
    /// No calls at this site: it has no agent yet.
    NoAgent { site: SiteId, name: String },
    /// Configured and loaded, but nothing is registered.
    NotRegistered { device: DeviceId, name: String },
    /// Changes that no device and no agent knows of.
    Drafts { count: u32 },
    /// The site's agent reported a failure, or is overdue.
    SiteFailed { site: SiteId, name: String, reason: Option<String> },
    /// Anybody who can answer for the MAC may load the configuration until then.
    Armed { device: DeviceId, name: String, until: Option<Timestamp> },
    /// Published, and not fetched yet.
    Pending { device: DeviceId, name: String },
}

impl Concern {
    pub(super) fn light(&self) -> Light {
        match self {
            Self::AgentAway { .. } | Self::DeviceFailed { .. } | Self::SiteFailed { .. } => Light::Trouble,
            Self::NoAgent { .. } | Self::NotRegistered { .. } | Self::Drafts { .. } => Light::Attention,
            Self::Armed { .. } | Self::Pending { .. } => Light::UnderWay,
        }
    }
}

/// Everything that needs a person, the worst first. `drafts` is how many changes wait to be published.
pub(super) fn concerns(estate: &Estate, drafts: u32) -> Vec<Concern> {
    let mut concerns: Vec<_> = estate
        .sites
        .iter()
        .filter_map(of_site)
        .chain(estate.devices.iter().filter_map(of_device))
        .chain((drafts > 0).then_some(Concern::Drafts { count: drafts }))
        .collect();
    concerns.sort_by_key(Concern::light);
    concerns
}

fn of_site(site: &Site) -> Option<Concern> {
    let name = site.name.to_string();
    match &site.agent {
        None => Some(Concern::NoAgent { site: site.id, name }),
        Some(agent) if !agent.connected => {
            Some(Concern::AgentAway { site: site.id, name, since: agent.last_seen_at })
        }
        Some(agent) if agent.status.word == StatusWord::Failed => {
            Some(Concern::SiteFailed { site: site.id, name, reason: agent.status.reason.clone() })
        }
        Some(_) => None,
    }
}

fn of_device(device: &Device) -> Option<Concern> {
    let (id, name) = (device.id, device.name.to_string());
    match device.status.word {
        StatusWord::Failed => {
            Some(Concern::DeviceFailed { device: id, name, reason: device.status.reason.clone() })
        }
        _ if device.provisioning_mac == ProvisioningMac::Once => {
            Some(Concern::Armed { device: id, name, until: device.provisioning_mac_until })
        }
        StatusWord::Pending => Some(Concern::Pending { device: id, name }),
        StatusWord::Delivered | StatusWord::Confirmed if device.registrations == 0 => {
            Some(Concern::NotRegistered { device: id, name })
        }
        StatusWord::Delivered | StatusWord::Confirmed | StatusWord::Draft => None,
    }
}

#[cfg(test)]
mod tests {
    use cordboard_api::{changes::TargetStatus, devices::DeviceCapabilities};

    use super::*;

    const ID: &str = "018f4a7e-0000-7000-8000-000000000001";

    fn device(word: StatusWord, provisioning_mac: ProvisioningMac, registrations: u32) -> Device {
        Device {
            id: ID.parse().unwrap(),
            kind: cordboard_api::devices::DeviceKind::Phone,
            model: "yealink/t4x/T46U".into(),
            model_name: "Yealink T46U".into(),
            catalogue_version: "1".into(),
            name: "Desk".parse().unwrap(),
            line: None,
            site: ID.parse().unwrap(),
            site_name: "Main".into(),
            mac: None,
            provisioning_mac,
            provisioning_mac_until: None,
            user_name: None,
            status: TargetStatus { word, since: None, release: None, number: None, reason: None },
            last_access: None,
            registrations,
            handsets: Vec::new(),
            capabilities: DeviceCapabilities {
                admin_password: true,
                user_login: true,
                redirect: true,
                handsets: 0,
            },
            created_at: Timestamp(0),
            version: 1,
        }
    }

    fn of(devices: Vec<Device>) -> Vec<Concern> {
        concerns(&Estate { sites: Vec::new(), devices }, 2)
    }

    #[test]
    fn a_phone_that_works_is_no_concern() {
        let found = of(vec![device(StatusWord::Confirmed, ProvisioningMac::Done, 1)]);
        assert_eq!(found, [Concern::Drafts { count: 2 }]);
    }

    // proves A-078
    #[test]
    fn loaded_and_registered_are_two_facts() {
        let found = of(vec![device(StatusWord::Delivered, ProvisioningMac::Done, 0)]);
        assert!(
            matches!(found.as_slice(), [Concern::NotRegistered { .. }, Concern::Drafts { .. }]),
            "{found:?}"
        );
    }

    #[test]
    fn the_worst_comes_first_and_drafts_are_one_row() {
        let found = of(vec![
            device(StatusWord::Pending, ProvisioningMac::Once, 0),
            device(StatusWord::Draft, ProvisioningMac::No, 0),
            device(StatusWord::Failed, ProvisioningMac::No, 0),
        ]);
        let lights: Vec<_> = found.iter().map(Concern::light).collect();
        assert_eq!(lights, [Light::Trouble, Light::Attention, Light::UnderWay]);
        assert_eq!(found[1], Concern::Drafts { count: 2 });
    }
}
