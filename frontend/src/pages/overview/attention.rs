//! What needs a person, found in the state of sites and devices and sorted by harm.

use cordboard_api::{
    changes::StatusWord,
    devices::{Device, ProvisioningMac},
    limits::{Usage, Warning, WarningKind},
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
    /// Suspended or closed: since when, or until when it can be opened again.
    Standing { closed: bool, at: Option<Timestamp> },
    /// Help would not know where to come to, or whom to call back.
    Emergency { site: SiteId, name: String },
    /// Nothing more of it is to be had, or soon not.
    Limit { usage: Usage },
    /// Published, and not fetched yet.
    Pending { device: DeviceId, name: String },
}

impl Concern {
    pub(super) fn light(&self) -> Light {
        match self {
            Self::AgentAway { .. }
            | Self::DeviceFailed { .. }
            | Self::SiteFailed { .. }
            | Self::Standing { closed: true, .. } => Light::Trouble,
            Self::NoAgent { .. }
            | Self::NotRegistered { .. }
            | Self::Drafts { .. }
            | Self::Standing { closed: false, .. }
            | Self::Emergency { .. }
            | Self::Limit { .. } => Light::Attention,
            Self::Armed { .. } | Self::Pending { .. } => Light::UnderWay,
        }
    }
}

/// Everything that needs a person, the worst first. `drafts` is how many changes wait to be published.
pub(super) fn concerns(estate: &Estate, drafts: u32) -> Vec<Concern> {
    let (standing, rest): (Vec<_>, Vec<_>) =
        warned(&estate.warnings).into_iter().partition(|concern| matches!(concern, Concern::Standing { .. }));
    let mut concerns: Vec<_> = standing
        .into_iter()
        .chain(estate.sites.iter().filter_map(of_site))
        .chain(rest)
        .chain(estate.devices.iter().filter_map(of_device))
        .chain((drafts > 0).then_some(Concern::Drafts { count: drafts }))
        .collect();
    concerns.sort_by_key(Concern::light);
    concerns
}

/// What the server warns of; agents are found in the sites, with more to say. A site that lacks both for help is one row.
fn warned(warnings: &[Warning]) -> Vec<Concern> {
    let mut found: Vec<_> = warnings.iter().filter_map(of_warning).collect();
    found.dedup();
    found
}

fn of_warning(warning: &Warning) -> Option<Concern> {
    match warning.kind {
        WarningKind::EmergencyAddressMissing | WarningKind::EmergencyCallerMissing => {
            let name = warning.site_name.clone().unwrap_or_default();
            Some(Concern::Emergency { site: warning.site?, name })
        }
        WarningKind::LimitNear | WarningKind::LimitReached => {
            Some(Concern::Limit { usage: warning.limit.clone()? })
        }
        WarningKind::Suspended => Some(Concern::Standing { closed: false, at: warning.at }),
        WarningKind::Closed => Some(Concern::Standing { closed: true, at: warning.at }),
        WarningKind::AgentMissing | WarningKind::AgentAway => None,
    }
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
        concerns(&Estate { sites: Vec::new(), devices, warnings: Vec::new() }, 2)
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
    fn a_site_that_lacks_both_for_help_is_said_once_and_a_closed_customer_first() {
        let of = |kind: WarningKind| Warning {
            kind,
            site: Some(ID.parse().unwrap()),
            site_name: Some("Main".into()),
            limit: None,
            at: None,
        };
        let warnings = [
            WarningKind::Closed,
            WarningKind::EmergencyAddressMissing,
            WarningKind::EmergencyCallerMissing,
            WarningKind::AgentAway,
        ];
        let estate = Estate { sites: Vec::new(), devices: Vec::new(), warnings: warnings.map(of).to_vec() };
        let found = concerns(&estate, 0);
        assert!(
            matches!(found.as_slice(), [Concern::Standing { closed: true, .. }, Concern::Emergency { .. }]),
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
