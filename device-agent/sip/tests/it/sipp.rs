//! sipp as many phones: a load of calls, each with its record.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
};

use cordboard_telephony::CallResult;
use tokio::process::Command;

use crate::{calls::phone, client::Client, pbx::Pbx};

fn scenario(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/sipp").join(name)
}

/// sipp with a scenario, on a port of ours, in a folder of its own.
fn sipp(scenario_file: &str, server: SocketAddr, port: u16, folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new("sipp");
    command
        .arg("-sf")
        .arg(scenario(scenario_file))
        .args(["-i", "127.0.0.1", "-mi", "127.0.0.1", "-nostdin", "-p", &port.to_string()])
        .args(more)
        .arg(server.to_string())
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    command
}

fn free_port() -> u16 {
    let probe = std::net::UdpSocket::bind("127.0.0.1:0").expect("a port");
    probe.local_addr().expect("an address").port()
}

#[tokio::test]
async fn a_hundred_calls_leave_a_hundred_records_and_nothing_else() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let folder = tempfile::tempdir().expect("a folder");
    let (server, callee_port) = (pbx.core.endpoint().udp, free_port());
    let callee = pbx.account("202");
    let register = ["-m", "1", "-au", &callee.user, "-ap", &callee.password];
    let registered = sipp("register.xml", server, callee_port, folder.path(), &register).status().await;
    let registered = registered.expect("sipp is needed for this test (Debian package sip-tester)");
    assert!(registered.success(), "sipp could not register: {registered}");
    let _answering = sipp("answer.xml", server, callee_port, folder.path(), &[]).spawn().expect("sipp");
    let caller = pbx.account("201");
    let calls = ["-m", "100", "-r", "25", "-au", &caller.user, "-ap", &caller.password, "-s", "202"];
    let mut calling = sipp("call.xml", server, free_port(), folder.path(), &calls).spawn().expect("sipp");
    for _ in 0..100 {
        assert_eq!(pbx.call_ended().await.result, CallResult::Answered);
    }
    let done = calling.wait().await.expect("sipp ends");
    assert!(done.success(), "sipp saw failed calls: {done}");
    pbx.quiet().await;
}

#[tokio::test]
async fn a_phone_that_answers_nothing_is_unreachable() {
    let mut pbx = Pbx::with(&["201", "202"], |settings| settings.call.ringing = 500).await;
    let mut a = phone(&pbx, "201").await;
    // Registered, and then gone without a word.
    let mut gone = Client::new(&pbx, pbx.account("202")).await;
    assert_eq!(gone.register(600).await.status(), 200);
    drop(gone);
    let offer = crate::client::sdp(a.address());
    a.call("202", &offer).await;
    a.response(480).await;
    assert_eq!(pbx.call_ended().await.result, CallResult::Unreachable);
}
