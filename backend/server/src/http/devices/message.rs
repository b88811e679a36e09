//! Rows of devices as messages of the contract.

use cordboard_api::devices::{
    Device, DeviceCapabilities, DeviceKind, Fetch, FetchResult, Handset, LastAccess, LineRef, ProvisioningMac,
};
use cordboard_domain::{ModelId, first_contact::State as Contact};
use cordboard_store::{devices as rows, fetches};
use cordboard_types::Timestamp;

use crate::{State, services::status};

/// What people call a model.
pub(crate) fn model_name(state: &State, id: &ModelId) -> String {
    state.catalogue.model(id).map_or_else(|| id.model().to_owned(), |model| model.display_name())
}

/// A device.
pub(crate) fn message(state: &State, row: rows::Device) -> Device {
    let (provisioning_mac, provisioning_mac_until) = contact(row.contact, state.store.now());
    let model = state.catalogue.model(&row.model);
    Device {
        id: row.id,
        kind: kind(row.kind),
        model: row.model.as_str().to_owned(),
        model_name: model_name(state, &row.model),
        catalogue_version: row.catalogue_version,
        name: row.name,
        line: row.line.map(line_ref),
        site: row.site,
        site_name: row.site_name,
        mac: row.mac,
        provisioning_mac,
        provisioning_mac_until,
        user_name: row.user_name,
        status: status::message(&row.target, row.failure),
        last_access: row.last_access.map(|seen| LastAccess {
            at: seen.at,
            ip: seen.ip,
            user_agent: seen.user_agent,
        }),
        registrations: row.registrations,
        handsets: row.handsets.into_iter().map(handset).collect(),
        capabilities: DeviceCapabilities {
            admin_password: model.is_some_and(|model| model.admin_password),
            user_login: model.is_some_and(|model| model.user_login),
            redirect: model.is_some_and(|model| model.redirect),
            handsets: model.map_or(0, |model| model.handsets),
        },
        created_at: row.created_at,
        version: row.version,
    }
}

/// The word people see, and when a permission lapses.
fn contact(contact: Contact, now: Timestamp) -> (ProvisioningMac, Option<Timestamp>) {
    match contact.aged(now) {
        Contact::No => (ProvisioningMac::No, None),
        Contact::Armed { until } | Contact::Claimed { until, .. } => (ProvisioningMac::Once, Some(until)),
        Contact::Done => (ProvisioningMac::Done, None),
    }
}

fn kind(kind: rows::DeviceKind) -> DeviceKind {
    match kind {
        rows::DeviceKind::Phone => DeviceKind::Phone,
        rows::DeviceKind::DectSystem => DeviceKind::DectSystem,
        rows::DeviceKind::DectHandset => DeviceKind::DectHandset,
    }
}

fn handset(row: rows::Handset) -> Handset {
    Handset { id: row.id, slot: row.slot, name: row.name, line: line_ref(row.line), ipui: row.ipui }
}

fn line_ref(row: rows::LineRef) -> LineRef {
    LineRef { id: row.id, extension: row.extension, name: row.name }
}

/// A fetch.
pub(crate) fn fetch(row: fetches::Fetch) -> Fetch {
    Fetch {
        at: row.at,
        file: row.file,
        result: match row.result {
            fetches::FetchResult::Sent => FetchResult::Sent,
            fetches::FetchResult::NotModified => FetchResult::NotModified,
            fetches::FetchResult::Probe => FetchResult::Probe,
            fetches::FetchResult::Cut => FetchResult::Cut,
        },
        first_access: row.first_access,
        ip: row.ip,
        user_agent: row.user_agent,
        bytes: u32::try_from(row.bytes).unwrap_or(u32::MAX),
    }
}
