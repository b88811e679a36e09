//! Sites and their agents.

use cordboard_api::sites::{Enrolment, NewSite, Site, SiteChange};
use cordboard_types::{SiteId, TenantId};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{ALL, Terms, act, get, list, send},
};

pub(crate) async fn all(customer: TenantId) -> Answer<Vec<Site>> {
    Ok(list(&format!("/customers/{customer}/sites"), ALL).await?.items)
}

pub(crate) async fn one(customer: TenantId, site: SiteId) -> Answer<Site> {
    get(&format!("/customers/{customer}/sites/{site}")).await
}

pub(crate) async fn create(customer: TenantId, key: String, body: NewSite) -> Answer<Site> {
    send(Method::POST, &format!("/customers/{customer}/sites"), &Terms::create(key), &body).await
}

pub(crate) async fn change(customer: TenantId, site: &Site, body: SiteChange) -> Answer<Site> {
    let path = format!("/customers/{customer}/sites/{}", site.id);
    send(Method::PATCH, &path, &Terms::version(site.version), &body).await
}

pub(crate) async fn enrol(customer: TenantId, site: SiteId, key: String) -> Answer<Enrolment> {
    let path = format!("/customers/{customer}/sites/{site}/enrolments");
    act(Method::POST, &path, &Terms::create(key)).await
}
