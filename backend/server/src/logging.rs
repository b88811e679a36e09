//! The log: one line an event on standard error, as text or JSON.

use tracing_subscriber::{EnvFilter, filter::ParseError, fmt, prelude::*};

use crate::settings::Settings;

/// Libraries whose own words say nothing to an operator.
const QUIET: &[&str] = &[
    "actix_server=warn",
    "aws=warn",
    "hyper=warn",
    "rsipstack=warn",
    "rustls=warn",
    "sea_orm_migration=warn",
    "sqlx=warn",
];

/// Starts logging. A second call in one process changes nothing.
///
/// # Errors
/// When the filter is malformed.
pub fn start(settings: &Settings) -> Result<(), ParseError> {
    let filter = filter(&settings.log)?;
    let lines = fmt::layer().with_writer(std::io::stderr);
    let registry = tracing_subscriber::registry().with(filter);
    let started = match settings.log_format.as_str() {
        "json" => registry.with(lines.json().flatten_event(true)).try_init(),
        _ => registry.with(lines.with_ansi(false)).try_init(),
    };
    if started.is_err() {
        tracing::debug!("logging was started before");
    }
    Ok(())
}

/// What the setting says; it can name a quiet library to hear it.
fn filter(setting: &str) -> Result<EnvFilter, ParseError> {
    let unnamed = |directive: &&&str| {
        let library = directive.split('=').next().unwrap_or(directive);
        !setting.split(',').any(|named| named.trim().starts_with(library))
    };
    let quiet: Vec<_> = QUIET.iter().filter(unnamed).copied().collect();
    EnvFilter::builder().parse(format!("{setting},{}", quiet.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_library_speaks_when_it_is_named() {
        assert!(filter("info").unwrap().to_string().contains("rsipstack=warn"));
        let named = filter("info,rsipstack=trace").unwrap().to_string();
        assert!(named.contains("rsipstack=trace") && !named.contains("rsipstack=warn"), "{named}");
        assert!(filter("info,=,").is_err());
    }
}
