//! One contract for every implementation: the in-process one always, the real service when it is there.

mod blobs;
mod bus;
mod cache;
mod mail;

use std::path::Path;

use cordboard_server::{cli::Cli, integrations::Integrations, settings::Settings};

/// The settings an operator would have with these options.
fn settings(folder: &Path, options: &[&str]) -> Settings {
    let words = ["cordboard", "serve", "--data-dir", folder.to_str().unwrap()];
    Cli::read_from(words.iter().chain(options)).unwrap().settings
}

/// What `infra/dev/services.sh` says of a service. Where services are required a missing one fails the test.
pub(crate) fn service(variable: &str) -> Option<String> {
    let found = std::env::var(variable).ok();
    let is_required = std::env::var("CORDBOARD_TEST_REQUIRE_SERVICES").is_ok_and(|value| value == "1");
    assert!(found.is_some() || !is_required, "{variable} is not set");
    found
}

/// Waits for what a service does by itself, such as forgetting, by asking again.
pub(crate) async fn eventually<F: Future<Output = bool>>(what: &str, mut asked: impl FnMut() -> F) {
    let patience = std::time::Duration::from_secs(10);
    let answered = tokio::time::timeout(patience, async {
        while !asked().await {
            tokio::task::yield_now().await;
        }
    });
    assert!(answered.await.is_ok(), "{what} did not happen");
}

#[tokio::test]
async fn nothing_needs_to_be_installed() {
    let folder = tempfile::tempdir().unwrap();
    let chosen = Integrations::open(&settings(folder.path(), &[])).await.unwrap();
    chosen.cache.ping().await.unwrap();
    chosen.blobs.ping().await.unwrap();
    assert!(folder.path().join("blobs").is_dir() && folder.path().join("mail").is_dir());
}

#[tokio::test]
async fn a_missing_service_is_one_clear_line() {
    let folder = tempfile::tempdir().unwrap();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let redis = format!("redis://{closed}/");
    let error = Integrations::open(&settings(folder.path(), &["--redis-url", &redis])).await.unwrap_err();
    let line = error.to_string();
    assert!(line.starts_with("Redis: ") && !line.contains('\n'), "{line}");
    let error = Integrations::open(&settings(folder.path(), &["--s3-endpoint", "http://127.0.0.1:1"])).await;
    assert!(error.unwrap_err().to_string().contains("CORDBOARD_S3_ACCESS_KEY_ID"));
    let error = Integrations::open(&settings(folder.path(), &["--mail-from", "nobody"])).await;
    assert!(error.unwrap_err().to_string().contains("CORDBOARD_MAIL_FROM"));
}
