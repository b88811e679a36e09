//! What happens inside a call: hold, digits, sessions without a first description, lost acknowledgements.

use cordboard_telephony::CallResult;

use crate::{
    calls::{answered, phone},
    client::{Message, cseq, sdp},
    pbx::Pbx,
};

#[tokio::test]
async fn hold_passes_to_the_other_side_and_back() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, ok, _) = answered(&mut a, &b, "202").await;
    for (n, direction, reply) in [(70, "sendonly", "recvonly"), (71, "sendrecv", "sendrecv")] {
        let offer = sdp(a.address()).replace("sendrecv", direction);
        a.send(&a.in_dialog("INVITE", &ok, n, &offer)).await;
        let asked = b.request("INVITE").await;
        assert!(asked.body().contains(&format!("a={direction}")), "{}", asked.0);
        assert!(!asked.body().contains(&a.address().port().to_string()));
        b.respond(&asked, "200 OK", "", &sdp(b.address()).replace("sendrecv", reply)).await;
        let answer = a.response(200).await;
        assert!(answer.body().contains(&format!("a={reply}")), "{}", answer.0);
        a.send(&a.in_dialog("ACK", &ok, n, "")).await;
        b.request("ACK").await;
    }
    a.send(&a.in_dialog("BYE", &ok, 72, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn a_refused_hold_leaves_the_call_as_it_is() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, ok, incoming) = answered(&mut a, &b, "202").await;
    let offer = sdp(a.address()).replace("sendrecv", "sendonly");
    let hold = a.in_dialog("INVITE", &ok, 80, &offer);
    a.send(&hold).await;
    let asked = b.request("INVITE").await;
    // While one asks, the other cannot.
    b.send(&b.in_dialog_as_callee("INVITE", &incoming, 5, &sdp(b.address()))).await;
    b.response(491).await;
    b.respond(&asked, "488 Not Acceptable Here", "", "").await;
    let refused = a.response(488).await;
    b.request("ACK").await;
    assert_eq!(pbx.core.calls(), 1);
    // The acknowledgement of one request is not taken for that of the next.
    b.send(&b.in_dialog_as_callee("INVITE", &incoming, 6, &sdp(b.address()))).await;
    let theirs = a.request("INVITE").await;
    a.send(&acknowledge(&hold, &refused)).await;
    a.respond(&theirs, "200 OK", "", &sdp(a.address())).await;
    assert!(b.response(200).await.body().contains("m=audio"));
    b.send(&b.in_dialog_as_callee("ACK", &incoming, 6, "")).await;
    a.send(&a.in_dialog("BYE", &ok, 81, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

/// The ACK of a refused INVITE, part of its transaction.
fn acknowledge(invite: &str, refusal: &Message) -> String {
    let head = invite.split("Content-Type").next().unwrap_or_default();
    let to = Message(invite.to_owned()).header("To").to_owned();
    let head = head.replacen("INVITE ", "ACK ", 1).replace(" INVITE\r\n", " ACK\r\n");
    head.replace(&format!("To: {to}"), &format!("To: {}", refusal.header("To"))) + "Content-Length: 0\r\n\r\n"
}

#[tokio::test]
async fn a_session_refresh_and_a_digit_pass() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, ok, _) = answered(&mut a, &b, "202").await;
    a.send(&a.in_dialog("UPDATE", &ok, 90, "")).await;
    let asked = b.request("UPDATE").await;
    b.respond(&asked, "200 OK", "", "").await;
    a.response(200).await;
    let digit = a
        .in_dialog("INFO", &ok, 91, "Signal=5\r\nDuration=160\r\n")
        .replace("application/sdp", "application/dtmf-relay");
    a.send(&digit).await;
    let asked = b.request("INFO").await;
    assert_eq!(
        (asked.header("Content-Type"), asked.body()),
        ("application/dtmf-relay", "Signal=5\r\nDuration=160\r\n")
    );
    b.respond(&asked, "200 OK", "", "").await;
    a.response(200).await;
    a.send(&a.in_dialog("BYE", &ok, 92, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn a_caller_without_a_description_answers_in_its_ack() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (invite, _) = a.call("202", "").await;
    let incoming = b.request("INVITE").await;
    assert_eq!(incoming.body(), "");
    b.respond(&incoming, "200 OK", "", &sdp(b.address())).await;
    let ok = a.response(200).await;
    assert!(ok.body().contains("m=audio"));
    a.send(&a.in_dialog("ACK", &ok, cseq(&invite), &sdp(a.address()))).await;
    let ack = b.request("ACK").await;
    assert!(
        ack.body().contains("m=audio") && !ack.body().contains(&a.address().port().to_string()),
        "{}",
        ack.0
    );
    a.send(&a.in_dialog("BYE", &ok, 60, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn a_repeated_answer_is_acknowledged_again() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, ok, incoming) = answered(&mut a, &b, "202").await;
    b.respond(&incoming, "200 OK", "", &sdp(b.address())).await;
    let again = b.request("ACK").await;
    assert_eq!(cseq(&again.0), cseq(&incoming.0));
    a.send(&a.in_dialog("BYE", &ok, 60, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn requests_that_do_not_belong_to_a_call_are_refused() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, ok, _) = answered(&mut a, &b, "202").await;
    let bye = a.in_dialog("BYE", &ok, 60, "");
    for (from, to) in [(ok.header("Call-ID"), "other"), (";tag=t", ";tag=x")] {
        a.send(&bye.replace(from, to)).await;
        a.response(481).await;
    }
    let old = a.in_dialog("BYE", &ok, 1, "");
    a.send(&old).await;
    a.response(500).await;
    assert_eq!(pbx.core.calls(), 1, "the call goes on");
    a.send(&bye.replace("z9hG4bK", "z9hG4bKx")).await;
    let hung_up = b.request("BYE").await;
    b.respond(&hung_up, "200 OK", "", "").await;
    assert_eq!(pbx.call_ended().await.result, CallResult::Answered);
    pbx.quiet().await;
}

#[tokio::test]
async fn a_call_without_audio_is_not_acceptable() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, _b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let fax = sdp(a.address()).replace("m=audio", "m=image").replace("RTP/AVP 8", "udptl t38");
    a.call("202", &fax).await;
    a.response(488).await;
    pbx.quiet().await;
}
