use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::PermissionsExt,
    path::PathBuf,
    process::Output,
};

use cordboard_types::Role;
use rustix::process::Signal;
use serde_json::{Value, json};
use tokio::process::Child;

use super::{Operator, http, text, told_to_stop};

/// Stands in for the agent: writes down what it was asked and waits to be told to stop.
const AGENT: &str = r#"#!/bin/sh
for word; do [ "$before" = --data-dir ] && folder=$word; before=$word; done
case $1 in
enrol)
    [ -n "$CORDBOARD_AGENT_TOKEN" ] && mkdir -p "$folder" && echo "$@" >> "$folder/identity.json" ;;
run)
    trap 'rm "$folder/running"; exit 0' TERM
    echo $$ > "$folder/running"
    while :; do sleep 0.05; done ;;
esac
"#;

struct Demo {
    operator: Operator,
    agent: PathBuf,
}

impl Demo {
    fn new() -> Self {
        let operator = Operator::new();
        let program = operator.data().join("agent-stand-in");
        fs::write(&program, AGENT).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let agent = operator.data().join("agent");
        Self { operator, agent }
    }

    async fn start(&self) -> Child {
        let mut command = self.operator.command(&["demo"]);
        command.env("CORDBOARD_AGENT_BIN", self.operator.data().join("agent-stand-in"));
        let child = tokio::process::Command::from(command).kill_on_drop(true).spawn().unwrap();
        self.operator.ready().await;
        super::super::integrations::eventually("a running agent", || async {
            fs::read_to_string(self.agent.join("running")).is_ok_and(|pid| pid.ends_with('\n'))
        })
        .await;
        child
    }

    fn logins(&self) -> String {
        fs::read_to_string(self.operator.data().join("logins.txt")).unwrap()
    }

    /// Signs in and answers the session cookie.
    async fn sign_in(&self, email: &str, password: &str) -> String {
        let body = json!({ "email": email, "password": password });
        let url = format!("http://{}/api/v1/sessions", self.operator.web());
        let answer = http().post(url).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 201, "{email}");
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    async fn get(&self, cookie: &str, path: &str) -> Value {
        let url = format!("http://{}/api/v1{path}", self.operator.web());
        let answer = http().get(url).header("cookie", cookie).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.json().await.unwrap()
    }

    async fn stopped(&self, child: Child) -> Output {
        let output = told_to_stop(child, Signal::INT).await;
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(!self.agent.join("running").exists(), "the agent was told to stop, and did");
        output
    }
}

#[tokio::test]
async fn the_demo_is_ready_to_sign_in_and_leaves_nothing_running() {
    let demo = Demo::new();
    let child = demo.start().await;
    let logins = demo.logins();
    let mut cookies = BTreeMap::new();
    for line in logins.lines() {
        let [role, email, password] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        cookies.insert(role, demo.sign_in(email, password).await);
    }
    let roles: Vec<_> = cookies.keys().copied().collect();
    let every = Role::ALL.iter().map(|role| role.as_str()).collect::<BTreeSet<_>>();
    assert_eq!(roles, every.into_iter().collect::<Vec<_>>(), "a login a role");
    let cookie = &cookies["customer-administrator"];
    let customer = demo.get(cookie, "/sessions/current").await;
    let customer = customer["memberships"][0]["node"].as_str().unwrap().to_owned();
    let users = demo.get(cookie, &format!("/customers/{customer}/users")).await;
    let extensions: Vec<_> =
        users["items"].as_array().unwrap().iter().map(|user| &user["extension"]).collect();
    assert_eq!(extensions, ["201", "202", "203"]);
    let output = demo.stopped(child).await;
    let said = text(&output.stdout);
    for line in logins.lines() {
        assert!(said.contains(line), "{line} in\n{said}");
    }
    assert!(said.contains("ca.pem") && said.trim_end().ends_with("Stopped."), "{said}");
    let mode = fs::metadata(demo.operator.data().join("logins.txt")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn a_second_start_finds_everything_and_makes_nothing_anew() {
    let demo = Demo::new();
    let first = demo.start().await;
    demo.stopped(first).await;
    let (logins, enrolled) = (demo.logins(), fs::read_to_string(demo.agent.join("identity.json")).unwrap());
    let second = demo.start().await;
    let said = text(&demo.stopped(second).await.stdout);
    assert_eq!(demo.logins(), logins);
    assert_eq!(fs::read_to_string(demo.agent.join("identity.json")).unwrap(), enrolled);
    assert!(!said.contains("Enrolling") && said.contains(logins.lines().next().unwrap()), "{said}");
    assert!(
        enrolled.contains("--ca ") && !enrolled.contains("--token"),
        "the token is no argument: {enrolled}"
    );
}

#[tokio::test]
async fn secrets_stay_readable_over_a_rotation_and_with_no_other_keys() {
    let demo = Demo::new();
    let child = demo.start().await;
    demo.stopped(child).await;
    let operator = &demo.operator;
    let said = operator.good(&["keys", "rotate"]);
    assert!(said.starts_with("key-0002 is active; ") && !said.contains("; 0 data keys"), "{said}");
    assert!(operator.good(&["keys", "rotate"]).starts_with("key-0003 is active; "));
    let server = operator.start(&["serve"]);
    assert_eq!(operator.ready().await["parts"]["keys"], true);
    assert!(told_to_stop(server, Signal::TERM).await.status.success());
    fs::remove_file(operator.data().join("master-keys.json")).unwrap();
    operator.good(&["keys", "init"]);
    let line = operator.refused(&["serve"]);
    assert!(line.contains("cannot be opened with the keys at hand"), "{line}");
}

#[test]
fn the_demo_refuses_to_be_reached_from_elsewhere() {
    let operator = Operator::new();
    let output = operator.run(&["demo", "--web-listen", "0.0.0.0:8080"]);
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("CORDBOARD_WEB_LISTEN is 0.0.0.0:8080"));
    assert!(!operator.data().join("logins.txt").exists());
}
