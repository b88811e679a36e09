//! What the sign-in page looks like under a host name. Anybody may ask: the page is there before a session is.

use actix_web::{HttpResponse, get, http::header, web};
use cordboard_api::{
    ErrorCode, Problem,
    settings::{BrandAccent, Branding},
};
use cordboard_domain::settings::{Logo, default_of};
use cordboard_store::System;
use cordboard_types::{
    Colour, HostName, Locale, NodeId, SettingName,
    colour::{Accent, Theme, accent},
};
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{answer, error::ApiResult};
use crate::State;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(branding).service(picture);
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct Host {
    /// Host name in the browser's address bar, without port.
    #[serde(default)]
    host: String,
}

/// Name, colours and logo for a host name; an unknown one gets the platform's.
#[utoipa::path(params(Host), responses((status = 200, body = Branding)))]
#[get("/branding")]
async fn branding(state: web::Data<State>, query: web::Query<Host>) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("branding").await?;
    let node = node(&system, &query.host).await?;
    let colour = value(&system, node, SettingName::BrandColour).await?;
    let colour = colour.as_str().and_then(|text| Colour::parse(text).ok());
    let made = |theme| colour.map(|colour| accent(colour, theme)).map(message);
    let has_logo = Logo::of(&value(&system, node, SettingName::BrandLogo).await?).is_some();
    let locale = value(&system, node, SettingName::Locale).await?;
    answer::ok(&Branding {
        name: value(&system, node, SettingName::BrandName).await?.as_str().unwrap_or_default().to_owned(),
        light: made(Theme::Light),
        dark: made(Theme::Dark),
        logo: has_logo.then(|| format!("{}/branding/logo?host={}", cordboard_api::BASE, known(&query.host))),
        locale: locale.as_str().and_then(|tag| Locale::parse(tag).ok()).unwrap_or_default(),
    })
}

/// The logo itself. Nothing in it can act: it was written anew when it was set, and comes without a right to anything.
#[utoipa::path(params(Host), responses(
    (status = 200, content_type = "image/svg+xml", description = "SVG, or `image/png`"),
    (status = 404, description = "There is none", body = Problem),
))]
#[get("/branding/logo")]
async fn picture(state: web::Data<State>, query: web::Query<Host>) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("branding").await?;
    let node = node(&system, &query.host).await?;
    let logo = Logo::of(&value(&system, node, SettingName::BrandLogo).await?).ok_or(ErrorCode::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type(logo.media_type)
        .insert_header((header::CACHE_CONTROL, "public, max-age=300"))
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"logo\""))
        .body(logo.bytes))
}

/// The host name as it may stand in an address; nothing of what else was asked.
fn known(host: &str) -> String {
    HostName::parse(host).map(|host| host.to_string()).unwrap_or_default()
}

async fn node(system: &System, host: &str) -> ApiResult<Option<NodeId>> {
    let found = match HostName::parse(host) {
        Ok(host) => system.node_of_host(host.as_str()).await?,
        Err(_) => None,
    };
    match found {
        Some(node) => Ok(Some(node)),
        None => Ok(system.platform().await?.map(|platform| platform.id)),
    }
}

async fn value(system: &System, node: Option<NodeId>, name: SettingName) -> ApiResult<Value> {
    match node {
        Some(node) => Ok(system.setting(node, name).await?),
        None => Ok(default_of(name)),
    }
}

fn message(made: Accent) -> BrandAccent {
    BrandAccent { accent: made.accent, on_accent: made.on_accent }
}
