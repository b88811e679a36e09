//! Who may register, and until when.

use cordboard_sip::{Allowance, Core, Settings};
use cordboard_telephony::{Fact, UnregisterReason, config::DigestAlgorithm};

use crate::{
    baresip::{Baresip, Phone},
    client::Client,
    pbx::{Account, PATIENCE, Pbx, REALM},
};

#[tokio::test]
async fn a_phone_registers_and_is_shown() {
    for transport in ["udp", "tcp"] {
        let mut pbx = Pbx::start(&["201"]).await;
        let endpoint = pbx.core.endpoint();
        let registrar = if transport == "udp" { endpoint.udp } else { endpoint.tcp };
        let account = pbx.account("201");
        let mut phone = Baresip::start(registrar, &account, Phone { transport, ..Phone::default() }).await;
        let registration = pbx.registered("201").await;
        phone.shows("OK").await;
        assert!(registration.user_agent.starts_with("baresip"), "{}", registration.user_agent);
        assert!(registration.contact.contains("201"), "{}", registration.contact);
        assert_eq!((registration.transport.as_str(), registration.credential_version), (transport, 1));
        assert_eq!(registration.expires_at.since(registration.registered_at), 60_000);
        assert_eq!(pbx.core.registrations(), [registration]);
    }
}

#[tokio::test]
async fn a_real_phone_with_a_wrong_password_is_refused() {
    let mut pbx = Pbx::start(&["201"]).await;
    let wrong = Account { password: "wrong".into(), ..pbx.account("201") };
    let mut phone = Baresip::start(pbx.core.endpoint().udp, &wrong, Phone::default()).await;
    let counted = |fact| matches!(fact, Fact::RegistrationsRefused { count: 1.., .. }).then_some(());
    pbx.fact("refused registrations", counted).await;
    phone.shows("ERR").await;
    assert!(pbx.core.registrations().is_empty());
}

/// An answer without what differs in every answer to every request.
fn comparable(client: &Client, answer: &str) -> String {
    let port = client.address().port().to_string();
    let varies = ["Via:", "Call-ID:", "CSeq:", "WWW-Authenticate:"];
    let lines = answer.lines().filter(|line| !varies.iter().any(|start| line.starts_with(start)));
    let text: String =
        lines.map(|line| line.split(";tag=").next().unwrap_or_default().to_owned() + "\n").collect();
    text.replace(&port, "PORT").replace(&client.account.extension, "EXT")
}

#[tokio::test]
async fn an_unknown_user_looks_like_a_wrong_password() {
    let pbx = Pbx::start(&["201"]).await;
    let account = |extension: &str| Account {
        extension: extension.into(),
        user: extension.into(),
        password: "wrong".into(),
    };
    let mut answers = Vec::new();
    for extension in ["201", "299"] {
        let mut client = Client::new(&pbx, account(extension)).await;
        let uri = format!("sip:{REALM}");
        let first = client.compose("REGISTER", &uri, &format!("<sip:{extension}@{REALM}>"), "", "");
        client.send(&first).await;
        let challenge = client.receive().await;
        let refusal = client.register(60).await;
        assert_eq!((challenge.status(), refusal.status()), (401, 403));
        answers.push((comparable(&client, &challenge.0), comparable(&client, &refusal.0)));
    }
    assert_eq!(answers[0], answers[1]);
}

// proves A-105
#[tokio::test]
async fn after_a_rotation_the_old_password_is_refused_at_once() {
    let mut pbx = Pbx::start(&["201"]).await;
    let mut old = Client::new(&pbx, pbx.account("201")).await;
    assert_eq!(old.register(600).await.status(), 200);
    let fresh = pbx.rotate("201");
    pbx.apply();
    let revoked = |fact| match fact {
        Fact::Unregistered { reason, .. } => Some(reason),
        _ => None,
    };
    assert_eq!(pbx.fact("the registration ends", revoked).await, UnregisterReason::Revoked);
    assert!(pbx.core.registrations().is_empty());
    assert_eq!(old.register(600).await.status(), 403);
    assert_eq!(old.call("201", "").await.1.status(), 403);
    let mut new = Client::new(&pbx, fresh).await;
    assert_eq!(new.register(600).await.status(), 200);
    assert_eq!(pbx.core.registrations()[0].credential_version, 2);
}

// proves A-106
#[tokio::test]
async fn a_removed_credential_takes_its_registration_and_no_other() {
    let mut pbx = Pbx::start(&["201"]).await;
    pbx.add_credential("201", "201-dect");
    pbx.apply();
    for user in ["201", "201-dect"] {
        let mut client = Client::new(&pbx, pbx.account(user)).await;
        assert_eq!(client.register(600).await.status(), 200);
    }
    pbx.site.credentials.retain(|credential| credential.auth_user != "201");
    pbx.apply();
    let left = pbx.core.registrations();
    assert_eq!(left.len(), 1);
    assert_eq!(Some(left[0].credential), pbx.site.credential_of_user("201-dect").map(|c| c.id));
}

#[tokio::test]
async fn a_credential_registers_its_own_line_only() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let foreign = Account { extension: "202".into(), ..pbx.account("201") };
    let mut client = Client::new(&pbx, foreign).await;
    assert_eq!(client.register(60).await.status(), 403);
    assert!(pbx.core.registrations().is_empty());
}

#[tokio::test]
async fn times_queries_and_unregistering() {
    let pbx = Pbx::start(&["201"]).await;
    let mut client = Client::new(&pbx, pbx.account("201")).await;
    let brief = client.register(10).await;
    assert_eq!((brief.status(), brief.header("Min-Expires")), (423, "60"));
    let long = client.register(999_999).await;
    assert_eq!(long.status(), 200);
    assert!(long.header("Contact").ends_with(";expires=3600"), "{}", long.0);
    let gone = client.register(0).await;
    assert_eq!((gone.status(), gone.header("Contact")), (200, ""));
    assert!(pbx.core.registrations().is_empty());
}

#[tokio::test]
async fn a_retransmission_is_answered_again_and_a_replay_is_not_accepted() {
    let pbx = Pbx::start(&["201"]).await;
    let mut client = Client::new(&pbx, pbx.account("201")).await;
    let (uri, to) = (format!("sip:{REALM}"), format!("<sip:201@{REALM}>"));
    let (sent, first) = client.authenticated("REGISTER", &uri, &to, "Expires: 60\r\n", "").await;
    assert_eq!(first.status(), 200);
    client.send(&sent).await;
    assert_eq!(client.receive().await.status(), 200, "the same request again");
    client.send(&sent.replace("Call-ID: c-", "Call-ID: x-")).await;
    let replayed = client.receive().await;
    assert_eq!(replayed.status(), 401);
    assert!(replayed.header("WWW-Authenticate").contains("stale=true"));
}

#[tokio::test]
async fn guessing_is_slowed_down() {
    let pbx = Pbx::with(&["201"], |settings| {
        settings.admission.wrong_passwords = Allowance { burst: 3, per_minute: 1 }
    })
    .await;
    let wrong = Account { password: "wrong".into(), ..pbx.account("201") };
    let mut client = Client::new(&pbx, wrong).await;
    let mut statuses = Vec::new();
    for _ in 0..4 {
        let first =
            client.compose("REGISTER", &format!("sip:{REALM}"), &format!("<sip:201@{REALM}>"), "", "");
        client.send(&first).await;
        let challenge = client.receive().await;
        if challenge.status() == 503 {
            assert_eq!(challenge.header("Retry-After"), "5");
            return;
        }
        let answer = client.authorization(&challenge, "REGISTER", &format!("sip:{REALM}"));
        let second =
            client.compose("REGISTER", &format!("sip:{REALM}"), &format!("<sip:201@{REALM}>"), &answer, "");
        client.send(&second).await;
        statuses.push(client.receive().await.status());
        if statuses.last() == Some(&503) {
            return;
        }
    }
    panic!("never slowed down: {statuses:?}");
}

#[tokio::test]
async fn a_device_that_can_do_sha_256_is_asked_for_it_and_nothing_weaker() {
    let mut pbx = Pbx::start(&["201"]).await;
    pbx.site.credentials[0].algorithm = DigestAlgorithm::Sha256;
    pbx.apply();
    let mut client = Client::new(&pbx, pbx.account("201")).await;
    assert_eq!(client.register(600).await.status(), 403, "MD5 does not do");
    client.algorithm = DigestAlgorithm::Sha256;
    assert_eq!(client.register(600).await.status(), 200);
    let first = client.compose("REGISTER", &format!("sip:{REALM}"), &format!("<sip:201@{REALM}>"), "", "");
    client.send(&first).await;
    assert!(client.receive().await.header("WWW-Authenticate").contains("algorithm=SHA-256"));
}

#[tokio::test]
async fn a_stopped_core_leaves_its_ports_free() {
    let pbx = Pbx::start(&["201"]).await;
    let endpoint = pbx.core.endpoint();
    let mut client = Client::new(&pbx, pbx.account("201")).await;
    assert_eq!(client.register(600).await.status(), 200);
    pbx.core.shutdown().await;
    let again = async {
        loop {
            let settings = Settings::new(endpoint.udp, endpoint.tcp, endpoint.udp.ip(), 32_000..=60_000);
            match Core::start(settings).await {
                Ok(_) => return,
                Err(_) => tokio::task::yield_now().await,
            }
        }
    };
    tokio::time::timeout(PATIENCE, again).await.expect("the ports are free again");
}
