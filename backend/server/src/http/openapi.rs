//! The OpenAPI document, made from the routes themselves.

mod operations;

use actix_web::App;
use utoipa::openapi::{InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder};
use utoipa_actix_web::AppExt;

/// The document of `/api/v1`.
#[must_use]
pub fn document() -> OpenApi {
    let (_, mut document) = App::new().into_utoipa_app().configure(super::api).split_for_parts();
    let info = InfoBuilder::new()
        .title("Cordboard")
        .version("1")
        .description(Some("Provisions and manages fleets of PBX users, VoIP phones and DECT systems."))
        .license(Some(LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build()))
        .build();
    let described = OpenApiBuilder::new().info(info).build();
    document.info = described.info;
    operations::complete(&mut document);
    document
}

/// The document as the text of `openapi/api/openapi.json`.
///
/// # Errors
/// Never in practice.
pub fn text() -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(&document())?;
    text.push('\n');
    Ok(text)
}
