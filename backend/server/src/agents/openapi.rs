//! The contract of the agents' listener, made from the routes themselves.

use actix_web::App;
use cordboard_agent_protocol::SCHEMA_VERSION;
use utoipa::openapi::{InfoBuilder, LicenseBuilder, OpenApi};
use utoipa_actix_web::AppExt;

/// The document.
#[must_use]
pub fn document() -> OpenApi {
    let (_, mut document) = App::new().into_utoipa_app().configure(super::api).split_for_parts();
    document.info = InfoBuilder::new()
        .title("Cordboard agents")
        .version(SCHEMA_VERSION.to_string())
        .description(Some("The protocol between the cloud and a site's device agent."))
        .license(Some(LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build()))
        .build();
    document
}

/// The document as the text of `openapi/agent/agent.json`.
///
/// # Errors
/// Never in practice.
pub fn text() -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(&document())?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_contract_in_the_tree_is_the_one_that_is_served() {
        let written = include_str!("../../../../openapi/agent/agent.json");
        assert_eq!(super::text().unwrap(), written, "write it again with `cordboard openapi --agent`");
    }
}
