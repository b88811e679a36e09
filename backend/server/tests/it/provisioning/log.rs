//! What is written to the log while phones come and go.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use cordboard_store::access_keys::KeyKind;
use tracing_subscriber::{EnvFilter, fmt::MakeWriter};

use super::phones::{FILE, MAC, Phones};
use crate::support::Platform;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

// proves A-043
#[tokio::test]
async fn no_key_is_ever_logged() {
    let log = Log::default();
    let filter = EnvFilter::new("trace,hyper=off,h2=off,reqwest=off,rustls=off");
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(log.clone()).try_init().unwrap();
    let platform = Platform::start().await;
    let phones = Phones::new(&platform, |_| {}).await;
    let device = phones.phone("201", MAC).await;
    phones.set_provisioning_mac(device, "once").await;
    let (first, steady) = (phones.first(device).await, phones.steady(device).await);
    let key = phones.key(device, KeyKind::Steady).await;
    assert_eq!(phones.get(&first).await.status(), 200);
    assert_eq!(phones.get(&steady).await.status(), 200);
    phones.until("done", async || phones.contact(device).await.word() == "done").await;
    phones.settle().await;
    for refused in [first.clone(), format!("/{}/unknown", key.as_str()), format!("/{}.xml", key.as_str())] {
        assert_eq!(phones.get(&refused).await.status(), 404);
    }
    assert_eq!(phones.ask("POST", &steady, "").await.status(), 404);
    let text = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(text.contains(&device.to_string()), "fetches are logged");
    for key in [&first[1..49], key.as_str()] {
        let line = text.lines().find(|line| line.contains(key));
        assert_eq!(line, None);
    }
    assert!(!text.contains(FILE), "nor a MAC");
}
