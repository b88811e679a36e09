//! The binary as an operator uses it: one command after the other, in a folder of its own.

mod demo;
mod production;

use std::{
    io::Write,
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Command, Output, Stdio},
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};
use tokio::{process::Child, time::timeout};

const PASSWORD: &str = "correct horse battery staple\n";
/// A process that has not started or ended by then never will.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder and four ports nobody else uses, and what is set beside them.
struct Operator {
    folder: tempfile::TempDir,
    ports: [u16; 4],
    settings: Vec<(&'static str, String)>,
}

impl Operator {
    fn new() -> Self {
        // All four are held at the same time, so that they differ.
        let listeners = [(); 4].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
        let ports = listeners.map(|listener| listener.local_addr().unwrap().port());
        Self { folder: tempfile::tempdir().unwrap(), ports, settings: Vec::new() }
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn web(&self) -> SocketAddr {
        ([127, 0, 0, 1], self.ports[0]).into()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cordboard"));
        let names = ["WEB", "PROVISIONING", "AGENTS", "METRICS"];
        for (name, port) in names.iter().zip(self.ports) {
            command.env(format!("CORDBOARD_{name}_LISTEN"), format!("127.0.0.1:{port}"));
        }
        command.env("CORDBOARD_DATA_DIR", self.data()).env("CORDBOARD_UI_DIR", self.data().join("ui"));
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must do its work; answers what it said.
    fn good(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs a command that must refuse; answers its one line.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", text(&output.stdout));
        let said = text(&output.stderr);
        let line = said.lines().last().unwrap_or_default().to_owned();
        assert!(line.starts_with("cordboard: "), "{said}");
        line
    }

    fn create_admin(&self, email: &str, password: &str, place: &[&str]) -> Output {
        let arguments = [&["admin", "create", "--email", email, "--password-stdin"], place].concat();
        let mut child = self.command(&arguments).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(password.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    fn start(&self, arguments: &[&str]) -> Child {
        let command = self.command(arguments);
        tokio::process::Command::from(command).kill_on_drop(true).spawn().unwrap()
    }

    /// Waits until the server says it is ready; answers what it said of its parts.
    async fn ready(&self) -> serde_json::Value {
        let url = format!("http://{}/readyz", self.web());
        let asked = async {
            loop {
                match http().get(&url).send().await {
                    Ok(answer) if answer.status() == 200 => return answer.json().await.unwrap(),
                    _ => tokio::task::yield_now().await,
                }
            }
        };
        timeout(PATIENCE, asked).await.expect("the server is ready")
    }
}

/// A client. It speaks plain HTTP here, but wants to know its cryptography all the same.
fn http() -> reqwest::Client {
    drop(rustls::crypto::ring::default_provider().install_default());
    reqwest::Client::new()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn signal(child: &Child, signal: Signal) {
    let pid = i32::try_from(child.id().unwrap()).unwrap();
    kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
}

/// Tells the process to end and answers everything it said.
async fn told_to_stop(child: Child, how: Signal) -> Output {
    signal(&child, how);
    let ended = timeout(PATIENCE, child.wait_with_output()).await;
    ended.expect("it ends").unwrap()
}

async fn number(operator: &Operator, name: &str) -> f64 {
    let url = format!("http://127.0.0.1:{}/metrics", operator.ports[3]);
    let text = http().get(url).send().await.unwrap().text().await.unwrap();
    let line =
        text.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name} in\n{text}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn what_is_missing_is_one_clear_line() {
    let operator = Operator::new();
    assert!(operator.refused(&["serve"]).contains("make one with `cordboard keys init`"));
    operator.good(&["keys", "init"]);
    assert!(operator.refused(&["keys", "init"]).contains("`cordboard keys rotate` adds a key to it"));
    assert!(operator.refused(&["serve"]).contains("run `cordboard migrate`"));
    let refused = operator.create_admin("operator@example.org", PASSWORD, &[]);
    assert!(text(&refused.stderr).contains("run `cordboard migrate`"));
    assert!(operator.good(&["migrate"]).contains("schema changes applied"));
    assert_eq!(operator.good(&["migrate"]), "The schema was up to date.\n");
    std::fs::write(operator.data().join("master-keys.json"), "{}").unwrap();
    assert!(operator.refused(&["serve"]).contains("master-keys.json cannot be read"));
}

#[test]
fn the_check_names_what_is_wrong() {
    let operator = Operator::new();
    let before = operator.run(&["check-config"]);
    assert_eq!(before.status.code(), Some(1));
    assert!(text(&before.stdout).contains("FAILED  master keys: there is no master key file"));
    operator.good(&["keys", "init"]);
    assert!(text(&operator.run(&["check-config"]).stdout).contains("FAILED  database: "));
    operator.good(&["migrate"]);
    std::fs::create_dir(operator.data().join("ui")).unwrap();
    std::fs::write(operator.data().join("ui/index.html"), "<!doctype html>").unwrap();
    let lines = operator.good(&["check-config"]);
    assert!(lines.lines().count() > 5 && lines.lines().all(|line| line.starts_with("ok ")), "{lines}");
}

#[test]
fn the_first_person_is_made_from_the_command_line() {
    let operator = Operator::new();
    operator.good(&["keys", "init"]);
    operator.good(&["migrate"]);
    let made = operator.create_admin("operator@example.org", PASSWORD, &[]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let again = operator.create_admin("operator@example.org", PASSWORD, &[]);
    assert_eq!(text(&again.stderr).lines().last(), Some("cordboard: operator@example.org is taken"));
    let short = operator.create_admin("second@example.org", "short\n", &[]);
    assert!(text(&short.stderr).contains("at least 12 characters"));
}

#[tokio::test]
async fn the_verifier_names_the_row_that_was_touched() {
    let operator = Operator::new();
    operator.good(&["keys", "init"]);
    operator.good(&["migrate"]);
    assert_eq!(operator.good(&["audit", "verify"]), "", "there is nothing yet");
    for email in ["one@example.org", "two@example.org"] {
        assert!(operator.create_admin(email, PASSWORD, &[]).status.success());
    }
    let whole = operator.good(&["audit", "verify"]);
    assert!(whole.starts_with("platform: whole, rows 1 to 2, 0 signed heads, last MAC "), "{whole}");
    let nowhere = uuid::Uuid::now_v7().to_string();
    assert!(operator.refused(&["audit", "verify", "--tenant", &nowhere]).contains("there are no rows of"));
    let url = format!("sqlite://{}", operator.data().join("cordboard.db").display());
    let forge = "UPDATE audit SET ip = '192.0.2.1' WHERE seq = 1";
    cordboard_store::testing::tamper(&url, &["DROP TRIGGER audit_no_update", forge]).await.unwrap();
    let output = operator.run(&["audit", "verify"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "platform: row 1 was altered\n");
}

#[test]
fn both_contracts_are_printed() {
    let operator = Operator::new();
    for (arguments, path) in [(&["openapi"][..], "/api/v1/customers"), (&["openapi", "--agent"], "/reports")]
    {
        let document: serde_json::Value = serde_json::from_str(&operator.good(arguments)).unwrap();
        assert!(document["paths"].get(path).is_some(), "{path}");
    }
}

#[tokio::test]
async fn a_server_gets_ready_counts_and_stops_when_told() {
    let operator = Operator::new();
    operator.good(&["keys", "init"]);
    operator.good(&["migrate"]);
    let server = operator.start(&["serve"]);
    let readiness = operator.ready().await;
    for part in ["database", "keys", "live_keys", "cache", "blobs"] {
        assert_eq!(readiness["parts"][part], true, "{readiness}");
    }
    let alive = http().get(format!("http://{}/healthz", operator.web())).send().await.unwrap();
    assert_eq!((alive.status().as_u16(), alive.text().await.unwrap().as_str()), (200, "ok\n"));
    assert!(
        number(&operator, r#"cordboard_http_requests_total{listener="Web",class="Success"}"#).await >= 2.0
    );
    assert!(number(&operator, "cordboard_replica_lag_seconds ").await < 2.0);
    let line = operator.refused(&["serve"]);
    assert!(line.contains("_LISTEN: cannot listen on 127.0.0.1:"), "{line}");
    let output = told_to_stop(server, Signal::TERM).await;
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(output.stdout, b"", "serve prints nothing but its log");
}
