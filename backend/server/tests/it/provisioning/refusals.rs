//! One refusal for everything.

use std::net::Ipv4Addr;

use cordboard_store::access_keys::KeyKind;

use super::phones::{FILE, MAC, Phones};
use crate::support::Platform;

// proves
#[tokio::test]
async fn every_refusal_is_the_same_to_the_byte() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let second = phones.phone("202", "00:15:65:12:34:57").await;
        let third = phones.phone("203", "00:15:65:12:34:58").await;
        phones.set_provisioning_mac(second, "once").await;
        let disarmed = phones.first(second).await;
        phones.set_provisioning_mac(second, "no").await;
        let spent = spent(&phones, device).await;
        let deleted = phones.steady(third).await;
        assert_eq!(phones.office.delete(&format!("/devices/{third}")).await.status(), 204);
        let key = phones.key(device, KeyKind::Steady).await;
        let steady = |rest: &str| format!("/{}{rest}", key.as_str());
        let before = phones.statements();
        let unknown = phones.get(&format!("/{}/{FILE}", "5a".repeat(24))).await.timeless();
        assert_eq!(phones.statements(), before, "an unknown key is refused without a query");
        let head = "HTTP/1.1 404 Not Found\ncontent-length: 0\ncache-control: no-store\n";
        assert_eq!((unknown.head.as_str(), unknown.body.len()), (head, 0));
        for (what, method, path) in [
            ("unknown key, short form", "GET", format!("/{}.cfg", "5a".repeat(24))),
            ("another device's MAC", "GET", steady("/001565123457.cfg")),
            ("nobody's MAC", "GET", steady("/0015651234ff.cfg")),
            ("malformed MAC", "GET", steady("/00156512345.cfg")),
            ("spent first-access key", "GET", spent),
            ("disarmed first-access key", "GET", disarmed),
            ("deleted device", "GET", deleted),
            ("unknown file", "GET", steady("/passwd")),
            ("path upwards", "GET", steady("/../../etc/passwd")),
            ("probe", "GET", steady("/001565123456.boot")),
            ("malformed path", "GET", steady("")),
            ("key in upper case", "GET", steady(&format!("/{FILE}")).to_uppercase()),
            ("MAC alone", "GET", format!("/{FILE}")),
            ("root", "GET", "/".to_owned()),
            ("garbage", "GET", "/%00%ff?a=b".to_owned()),
            ("wrong method", "POST", steady(&format!("/{FILE}"))),
            ("wrong method", "DELETE", steady(&format!("/{FILE}"))),
            ("method of our own", "BREW", steady(&format!("/{FILE}"))),
        ] {
            let before = phones.statements();
            assert_eq!(phones.ask(method, &path, "").await.timeless(), unknown, "{what}: {method} {path}");
            assert_eq!(phones.statements(), before, "{what} asks the database as little as an unknown key");
        }
        let body = "Content-Length: 5\r\n";
        let upload = phones.ask("PUT", &steady(&format!("/{FILE}")), &format!("{body}\r\nhello")).await;
        assert_eq!(upload.status(), 404);
        let head = phones.ask("HEAD", "/", "").await.timeless();
        assert_eq!(head.head, unknown.head);
        assert_eq!(phones.get(&steady(&format!("/{FILE}"))).await.status(), 200, "and the key still works");
    })
    .await;
}

/// The path of a first-access key that a phone has used up.
async fn spent(phones: &Phones, device: cordboard_types::DeviceId) -> String {
    phones.set_provisioning_mac(device, "once").await;
    let first = phones.first(device).await;
    assert_eq!(phones.get(&first).await.status(), 200);
    assert_eq!(phones.get(&phones.steady(device).await).await.status(), 200);
    phones.until("done", async || phones.contact(device).await.word() == "done").await;
    phones.settle().await;
    first
}

// proves A-044
#[tokio::test]
async fn who_tries_keys_is_braked_and_phones_beside_are_not() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |settings| settings.unknown_keys_per_minute = 5).await;
        let device = phones.phone("201", MAC).await;
        let unknown = format!("/{}/{FILE}", "5a".repeat(24));
        for _ in 0..5 {
            assert_eq!(phones.get(&unknown).await.status(), 404);
        }
        let braked = phones.get(&unknown).await;
        assert_eq!(braked.status(), 429);
        assert!((1..=60).contains(&braked.header("retry-after").unwrap().parse::<u32>().unwrap()));
        assert_eq!(phones.get(&phones.steady(device).await).await.status(), 200, "the same address");
        let elsewhere = Ipv4Addr::new(127, 0, 0, 2);
        assert_eq!(phones.ask_from(elsewhere, "GET", &unknown, "").await.status(), 404, "another address");
    })
    .await;
}

// proves A-034
#[tokio::test]
async fn plain_http_yields_nothing() {
    let platform = Platform::start().await;
    let phones = Phones::new(&platform, |_| {}).await;
    let device = phones.phone("201", MAC).await;
    let path = phones.steady(device).await;
    let answer = reqwest::get(format!("http://{}{path}", phones.address)).await;
    assert!(answer.is_err(), "{answer:?}");
    assert_ne!(phones.address.port(), platform.web.port());
    let web = reqwest::get(format!("http://{}{path}", platform.web)).await.unwrap();
    assert!(!web.text().await.unwrap().contains("pbx.example.net"));
}
