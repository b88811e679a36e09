//! Messages that are wrong on purpose.

use cordboard_sip::Allowance;
use cordboard_telephony::Fact;

use crate::{
    calls::phone,
    client::{Client, sdp},
    pbx::{Pbx, REALM},
};

fn options(client: &mut Client) -> String {
    let server = client.server();
    client.compose("OPTIONS", &format!("sip:{server}"), &format!("<sip:{server}>"), "", "")
}

#[tokio::test]
async fn wrong_requests_are_answered_and_the_core_lives() {
    let pbx = Pbx::start(&["201"]).await;
    let mut client = Client::new(&pbx, pbx.account("201")).await;
    for (from, to, status) in [
        ("Max-Forwards: 70", "Max-Forwards: 70", 200),
        (" SIP/2.0\r\n", " SIP/7.0\r\n", 505),
        ("OPTIONS", "SUBSCRIBE", 405),
        ("OPTIONS", "NEWMETHOD", 501),
        ("OPTIONS sip:", "OPTIONS tel:", 416),
        ("Max-Forwards: 70", "Max-Forwards: 0", 483),
        ("Max-Forwards: 70", "Max-Forwards: 70\r\nRequire: magic", 420),
        ("Content-Length: 0", "Content-Length: 10", 400),
        ("From: <sip:201@site.test>", "From: \"x <sip:201@site.test>", 400),
    ] {
        let message = options(&mut client).replace(from, to);
        client.send(&message).await;
        let answer = client.receive().await;
        assert_eq!(answer.status(), status, "{message}\n{}", answer.0);
    }
}

/// Odd and right (RFC 4475 §3.1.1): folded lines, compact names, spaces, unknown headers, escapes.
#[tokio::test]
async fn odd_requests_that_are_right_are_served() {
    let pbx = Pbx::start(&["201"]).await;
    let client = Client::new(&pbx, pbx.account("201")).await;
    let (me, server) = (client.address(), client.server());
    for message in [
        format!(
            "OPTIONS sip:vivekg@{server};unknownparam SIP/2.0\r\nTO :\r\n sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n\r\n\
             f   : \"J Rosenberg \\\\\\\"\"       <sip:jdrosen@example.com>\r\n  ;\r\n  tag = 98asjd8\r\n\
             MaX-fOrWaRdS: 0068\r\ni: wsinv.ndaksdj@{me}\r\nCSeq: 0009\r\n  OPTIONS\r\n\
             v: SIP  / 2.0  / UDP {me} ;rport;branch=390skdjuw\r\ns :\r\nNewFangledHeader:   newfangled value\r\n continued\r\n\
             UnknownHeaderWithUnusualValue: ;;,,;;,;\r\nl: 0\r\n\r\n"
        ),
        format!(
            "OPTIONS sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@{server} SIP/2.0\r\n\
             Via: SIP/2.0/UDP {me};rport;branch=z9hG4bK-.!%66*_+`'~\r\nMax-Forwards: 70\r\n\
             From: token1~` token2'+_ token3*%!.- <sip:201@h>;fromParam''~+*_!.-%=\"x;y\";tag=_token~1'+`*%!-.\r\nTo: \"BEL:\\x07 NUL:\\x00\" <sip:1@h>\r\n\
             Call-ID: intmeth.word%ZK-!.*_+'@word`~)(><:\\/\"][?}}{{\r\nCSeq: 139122385 OPTIONS\r\nContent-Length: 0\r\n\r\n"
        ),
    ] {
        client.send(&message).await;
        let answer = client.receive().await;
        assert_eq!(answer.status(), 200, "{message}\n{}", answer.0);
        assert!(!answer.header("CSeq").is_empty());
    }
}

#[tokio::test]
async fn an_address_hidden_in_a_name_deceives_nobody() {
    let pbx = Pbx::start(&["201", "202", "203"]).await;
    let (mut a, _b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let offer = sdp(a.address());
    let uri = format!("sip:202@{}", a.server());
    let hide = |text: String| {
        text.replace("From: <sip:201@site.test>", "From: \"A <sip:201@site.test>\" <sip:203@site.test>")
    };
    let first = hide(a.compose("INVITE", &uri, &format!("<{uri}>"), "", &offer));
    a.send(&first).await;
    let answer = a.receive().await;
    assert_eq!(answer.status(), 400, "our reading and the stack's differ: {}", answer.0);
    assert_eq!(pbx.core.calls(), 0);
}

/// Changes bytes of a message, the same ones for the same seed.
fn mutate(message: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).expect("small")).expect("small")
    };
    let mut bytes = message.to_vec();
    for _ in 0..=random(6) {
        let at = random(bytes.len().max(1));
        if bytes.len() < 2 {
            break;
        }
        match random(4) {
            0 => bytes[at] = u8::try_from(random(256)).expect("a byte"),
            1 => drop(bytes.drain(at..(at + random(20)).min(bytes.len()))),
            2 => bytes.insert(at, b"\"<>;,\r\n\0 "[random(9)]),
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

#[tokio::test]
async fn thousands_of_broken_messages_change_nothing() {
    let pbx = Pbx::with(&["201", "202"], |settings| settings.admission.requests.burst = 1_000_000).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (invite, ringing) = a.call("202", &sdp(a.address())).await;
    let register =
        a.compose("REGISTER", &format!("sip:{REALM}"), &format!("<sip:201@{REALM}>"), "Contact: *\r\n", "");
    let bye = a.in_dialog("BYE", &ringing, 99, "");
    let incoming = b.request("INVITE").await;
    for seed in 0..1_500 {
        for message in [&invite, &register, &bye, &incoming.0] {
            a.send_bytes(&mutate(message.as_bytes(), seed)).await;
        }
        // So that the datagrams are read and not lost in a full buffer.
        tokio::task::yield_now().await;
    }
    let mut fresh = Client::new(&pbx, pbx.account("201")).await;
    assert_eq!(fresh.register(600).await.status(), 200);
    b.respond(&incoming, "486 Busy Here", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn a_flood_is_put_off_and_others_are_served() {
    let pbx = Pbx::with(&["201"], |settings| {
        settings.admission.requests = Allowance { burst: 50, per_minute: 1 };
    })
    .await;
    let mut client = Client::new(&pbx, pbx.account("201")).await;
    let mut put_off = None;
    for _ in 0..52 {
        let message = options(&mut client);
        client.send(&message).await;
        let answer = client.receive().await;
        if answer.status() != 200 {
            put_off = Some(answer);
        }
    }
    let put_off = put_off.expect("a flood is put off");
    assert_eq!((put_off.status(), put_off.header("Retry-After")), (503, "5"));
}

#[tokio::test]
async fn a_full_feed_puts_off_instead_of_losing() {
    let mut pbx = Pbx::with(&["201"], |settings| settings.fact_queue = 8).await;
    let mut client = Client::new(&pbx, pbx.account("201")).await;
    let mut statuses = Vec::new();
    for _ in 0..12 {
        statuses.push(client.register(600).await.status());
    }
    assert_eq!(statuses[0], 200);
    assert!(statuses.contains(&503), "{statuses:?}");
    let accepted = statuses.iter().filter(|status| **status == 200).count();
    for _ in 0..accepted {
        pbx.fact("each accepted registration", |fact| matches!(fact, Fact::Registered(_)).then_some(()))
            .await;
    }
    assert_eq!(client.register(600).await.status(), 200, "and then it goes on");
}

#[tokio::test]
async fn nothing_secret_is_logged() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(format!("trace,{}", cordboard_sip::LOG_FILTER))
        .with_writer(log.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, ok, _) = crate::calls::answered(&mut a, &b, "202").await;
    a.send(&a.in_dialog("BYE", &ok, 60, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
    drop(guard);
    let text = log.text();
    assert!(text.contains("a call is gone"), "the log was captured: {text}");
    for secret in ["response=", "nonce=", "password-1", pbx.site.credentials[0].ha1_md5.expose()] {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
}

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Log(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("a log")).into_owned()
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl tracing_subscriber::fmt::MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
