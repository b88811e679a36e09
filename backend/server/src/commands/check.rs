//! `cordboard check-config`: everything the settings name, one line each.

use std::{fmt::Display, process::ExitCode};

use cordboard_store::Store;

use super::{Result, make_folder};
use crate::{http::ui::Ui, integrations::Integrations, keys, settings::Settings, tls};

/// What was found so far.
#[derive(Debug, Default)]
struct Findings {
    failed: usize,
}

impl Findings {
    fn good(&mut self, what: &str, detail: impl Display) {
        println!("ok      {what}: {detail}");
    }

    fn bad(&mut self, what: &str, reason: impl Display) {
        self.failed = self.failed.saturating_add(1);
        println!("FAILED  {what}: {reason}");
    }

    /// Notes a result and hands its value on.
    fn note<T, E: Display>(
        &mut self,
        what: &str,
        result: std::result::Result<T, E>,
        detail: impl Display,
    ) -> Option<T> {
        match result {
            Ok(value) => {
                self.good(what, detail);
                Some(value)
            }
            Err(error) => {
                self.bad(what, error);
                None
            }
        }
    }
}

/// Prints the lines; the exit code is 1 when something is wrong. Nothing is changed, except that the data folder
/// and the development certificates are made when they are missing.
///
/// # Errors
/// When the data folder cannot be made.
pub async fn run(settings: Settings) -> Result<ExitCode> {
    make_folder(&settings)?;
    let mut findings = Findings::default();
    findings.good("settings", format!("data folder {}", settings.data_dir.display()));
    database(&settings, &mut findings).await;
    integrations(&settings, &mut findings).await;
    findings.note("certificates", tls::server_config(&settings), certificates(&settings));
    match Ui::load(&settings.ui_dir).is_built() {
        true => findings.good("web UI", settings.ui_dir.display()),
        false => findings.bad("web UI", format!("no index.html in {}", settings.ui_dir.display())),
    }
    Ok(if findings.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn database(settings: &Settings, findings: &mut Findings) {
    let file = settings.master_key_file();
    let Some(keys) = findings.note("master keys", keys::load(&file), file.display()) else {
        findings.bad("database", "not looked at without master keys");
        return;
    };
    let own = settings.data_dir.join("cordboard.db");
    if settings.database_url.is_none() && !own.exists() {
        findings.bad("database", format!("{} is not there yet; run `cordboard migrate`", own.display()));
        return;
    }
    let connected = Store::connect(&settings.database_url(), keys).await;
    if let Some(store) = findings.note("database", connected, "reachable") {
        schema(&store, findings).await;
    }
}

async fn schema(store: &Store, findings: &mut Findings) {
    match store.pending_migrations().await {
        Ok(0) => findings.good("schema", "up to date"),
        Ok(count) => {
            return findings.bad("schema", format!("lacks {count} changes; run `cordboard migrate`"));
        }
        Err(error) => return findings.bad("schema", error),
    }
    let checked = match store.system_read("check the master keys").await {
        Ok(system) => system.check_master_keys().await,
        Err(error) => Err(error),
    };
    findings.note("secrets", checked, "every data key opens");
}

async fn integrations(settings: &Settings, findings: &mut Findings) {
    let opened = Integrations::open(settings).await;
    let Some(Integrations { cache, blobs, .. }) = findings.note("cache, blobs and mail", opened, "set up")
    else {
        return;
    };
    findings.note(
        "cache",
        cache.ping().await,
        if settings.redis_url.is_some() { "Redis" } else { "in-process" },
    );
    findings.note("blobs", blobs.ping().await, settings.s3_endpoint.as_deref().unwrap_or("a folder"));
}

fn certificates(settings: &Settings) -> String {
    match settings.tls_cert_files.len() {
        0 => format!("development CA {}", tls::development_ca(settings).display()),
        count => format!("{count} from files"),
    }
}
