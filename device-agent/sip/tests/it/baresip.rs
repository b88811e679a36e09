//! baresip as a phone, driven over its control port.

use std::{
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    process::Stdio,
    time::Duration,
};

use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
    time::timeout,
};

use crate::{
    pbx::{Account, PATIENCE},
    tone,
};

/// A running baresip; ended when dropped.
pub(crate) struct Baresip {
    dir: TempDir,
    control: TcpStream,
    pending: Vec<u8>,
    // Last: the folder and the control port go first.
    _process: Child,
}

/// How a phone behaves.
pub(crate) struct Phone {
    /// The tone it plays into a call.
    pub(crate) hertz: u32,
    /// Whether it answers by itself.
    pub(crate) answers: bool,
    /// `udp` or `tcp`.
    pub(crate) transport: &'static str,
}

impl Default for Phone {
    fn default() -> Self {
        Self { hertz: 440, answers: false, transport: "udp" }
    }
}

impl Baresip {
    /// Starts a phone; it registers by itself.
    pub(crate) async fn start(registrar: SocketAddr, account: &Account, phone: Phone) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let control = free_port();
        write_config(&dir, registrar, account, &phone, control);
        let process = Command::new("baresip")
            .arg("-f")
            .arg(dir.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("baresip is needed for this test (Debian package baresip)");
        let control = timeout(PATIENCE, connect(control)).await.expect("baresip opens its control port");
        Self { dir, control, pending: Vec::new(), _process: process }
    }

    /// Gives a command, e.g. `dial`.
    pub(crate) async fn command(&mut self, command: &str, parameters: &str) {
        let text = serde_json::json!({ "command": command, "params": parameters }).to_string();
        let netstring = format!("{}:{text},", text.len());
        self.control.write_all(netstring.as_bytes()).await.expect("baresip listens");
    }

    /// Waits for an event, e.g. `CALL_ESTABLISHED`, and returns its parameter.
    pub(crate) async fn event(&mut self, kind: &str) -> String {
        let wait = async {
            loop {
                let message = self.message().await;
                if message["event"] == Value::Bool(true) && message["type"] == kind {
                    return message["param"].as_str().unwrap_or_default().to_owned();
                }
            }
        };
        timeout(PATIENCE, wait).await.unwrap_or_else(|_| panic!("no {kind} from baresip"))
    }

    /// Waits until the phone's own list of registrations shows this word, e.g. `OK`.
    pub(crate) async fn shows(&mut self, word: &str) {
        let wait = async {
            loop {
                self.command("reginfo", "").await;
                let message = loop {
                    let message = self.message().await;
                    if message["response"] == Value::Bool(true) {
                        break message;
                    }
                };
                if message["data"].as_str().is_some_and(|data| data.contains(word)) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(PATIENCE, wait).await.unwrap_or_else(|_| panic!("baresip never shows {word}"));
    }

    /// What this phone heard. The phone writes it down after the call is closed.
    pub(crate) async fn heard(&self) -> Vec<f64> {
        let length = |path: &PathBuf| std::fs::metadata(path).map(|file| file.len()).unwrap_or_default();
        let wait = async {
            loop {
                // Every new session begins a new file; the longest is the one with something to hear.
                let longest = self.recordings().into_iter().max_by_key(length);
                match longest.and_then(|path| tone::read(&path)) {
                    Some(heard) => return heard,
                    None => tokio::time::sleep(Duration::from_millis(20)).await,
                }
            }
        };
        timeout(PATIENCE, wait).await.expect("a recording")
    }

    fn recordings(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.dir.path()).expect("a folder");
        let paths = files.map(|file| file.expect("a file").path());
        paths.filter(|path| path.to_string_lossy().ends_with("-dec.wav")).collect()
    }

    async fn message(&mut self) -> Value {
        loop {
            if let Some(message) = self.take_message() {
                return message;
            }
            let read = self.control.read_buf(&mut self.pending).await.expect("baresip runs");
            assert!(read > 0, "baresip has ended");
        }
    }

    fn take_message(&mut self) -> Option<Value> {
        let colon = self.pending.iter().position(|byte| *byte == b':')?;
        let length: usize = std::str::from_utf8(&self.pending[..colon]).ok()?.parse().expect("a netstring");
        let end = colon + 1 + length;
        if self.pending.len() <= end {
            return None;
        }
        let message = serde_json::from_slice(&self.pending[colon + 1..end]).expect("JSON");
        self.pending.drain(..=end);
        Some(message)
    }
}

fn write_config(dir: &TempDir, registrar: SocketAddr, account: &Account, phone: &Phone, control: u16) {
    let folder = dir.path().display();
    let tone = dir.path().join("tone.wav");
    tone::write(&tone, phone.hertz, 30);
    let mode = if phone.answers { "auto" } else { "manual" };
    let Account { extension, user, password } = account;
    let config = format!(
        "poll_method epoll\nsip_listen 127.0.0.1:0\naudio_player aubridge,p{control}\n\
         audio_source aufile,{}\naudio_alert aubridge,a{control}\naudio_txmode poll\n\
         module_path /usr/lib/baresip/modules\nmodule g711.so\nmodule aufile.so\nmodule aubridge.so\n\
         module sndfile.so\nmodule_tmp account.so\nmodule_app menu.so\nmodule_app ctrl_tcp.so\n\
         ctrl_tcp_listen 127.0.0.1:{control}\nsnd_path {folder}\n",
        tone.display()
    );
    let account = format!(
        "<sip:{extension}@{registrar};transport={}>;auth_user={user};auth_pass={password};regint=60;\
         answermode={mode};audio_codecs=PCMA\n",
        phone.transport
    );
    for (name, text) in [("config", config.as_str()), ("accounts", account.as_str()), ("contacts", "")] {
        std::fs::write(dir.path().join(name), text).expect("a file");
    }
}

fn free_port() -> u16 {
    let probe = TcpListener::bind("127.0.0.1:0").expect("a port");
    probe.local_addr().expect("an address").port()
}

async fn connect(port: u16) -> TcpStream {
    loop {
        match TcpStream::connect(("127.0.0.1", port)).await {
            // A socket that calls a free port of its own range may reach itself.
            Ok(stream) if stream.local_addr().ok() != stream.peer_addr().ok() => return stream,
            _ => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}
