//! Devices: phones, DECT systems, handsets.

use cordboard_api::{
    changes::Release,
    devices::{
        AccessKeyUrl, Device, DeviceChange, Fetch, NewDevice, NewHandset, ProvisioningMacChange, RenderedFile,
    },
    registrations::Registration,
};
use cordboard_types::{DeviceId, LineId, TenantId};
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{ALL, Terms, act, get, list, send},
};

fn path(customer: TenantId, device: DeviceId) -> String {
    format!("/customers/{customer}/devices/{device}")
}

pub(crate) async fn page(customer: TenantId, pages: usize) -> Answer<Listing<Device>> {
    list(&format!("/customers/{customer}/devices"), pages).await
}

pub(crate) async fn all(customer: TenantId) -> Answer<Vec<Device>> {
    Ok(page(customer, ALL).await?.items)
}

pub(crate) async fn on_line(customer: TenantId, line: LineId) -> Answer<Vec<Device>> {
    Ok(list(&format!("/customers/{customer}/devices?line={line}"), 1).await?.items)
}

pub(crate) async fn one(customer: TenantId, device: DeviceId) -> Answer<Device> {
    get(&path(customer, device)).await
}

pub(crate) async fn create(customer: TenantId, key: String, body: NewDevice) -> Answer<Device> {
    send(Method::POST, &format!("/customers/{customer}/devices"), &Terms::create(key), &body).await
}

pub(crate) async fn change(customer: TenantId, device: &Device, body: DeviceChange) -> Answer<Device> {
    send(Method::PATCH, &path(customer, device.id), &Terms::version(device.version), &body).await
}

pub(crate) async fn remove(customer: TenantId, device: &Device) -> Answer<()> {
    act(Method::DELETE, &path(customer, device.id), &Terms::version(device.version)).await
}

pub(crate) async fn arm(customer: TenantId, device: DeviceId, body: ProvisioningMacChange) -> Answer<Device> {
    let path = format!("{}/provisioning-mac", path(customer, device));
    send(Method::PUT, &path, &Terms::default(), &body).await
}

pub(crate) async fn access_key(customer: TenantId, device: DeviceId) -> Answer<AccessKeyUrl> {
    get(&format!("{}/access-key", path(customer, device))).await
}

pub(crate) async fn rotate_access_key(customer: TenantId, device: DeviceId, key: String) -> Answer<Device> {
    let path = format!("{}/access-key-rotations", path(customer, device));
    act(Method::POST, &path, &Terms::create(key)).await
}

pub(crate) async fn add_handset(
    customer: TenantId,
    device: DeviceId,
    key: String,
    body: NewHandset,
) -> Answer<Device> {
    let path = format!("{}/handsets", path(customer, device));
    send(Method::POST, &path, &Terms::create(key), &body).await
}

pub(crate) async fn remove_handset(customer: TenantId, device: DeviceId, handset: DeviceId) -> Answer<()> {
    let path = format!("{}/handsets/{handset}", path(customer, device));
    act(Method::DELETE, &path, &Terms::default()).await
}

pub(crate) async fn files(customer: TenantId, device: DeviceId) -> Answer<Vec<RenderedFile>> {
    Ok(list(&format!("{}/files", path(customer, device)), 1).await?.items)
}

pub(crate) async fn releases(customer: TenantId, device: DeviceId) -> Answer<Vec<Release>> {
    Ok(list(&format!("{}/releases", path(customer, device)), 1).await?.items)
}

pub(crate) async fn fetches(customer: TenantId, device: DeviceId) -> Answer<Vec<Fetch>> {
    Ok(list(&format!("{}/fetches", path(customer, device)), 1).await?.items)
}

pub(crate) async fn registrations(customer: TenantId, device: DeviceId) -> Answer<Vec<Registration>> {
    Ok(list(&format!("{}/registrations", path(customer, device)), 1).await?.items)
}
