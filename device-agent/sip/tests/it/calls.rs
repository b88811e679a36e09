//! How calls begin and end, message by message.

use cordboard_telephony::{CallResult, Fact, Side};

use crate::{
    client::{Client, Message, cseq, sdp},
    pbx::Pbx,
};

/// A phone with this user, registered.
pub(crate) async fn phone(pbx: &Pbx, user: &str) -> Client {
    let mut client = Client::new(pbx, pbx.account(user)).await;
    assert_eq!(client.register(600).await.status(), 200);
    client
}

/// An answered call: the caller's INVITE, its 200, the INVITE the called phone got.
pub(crate) async fn answered(
    caller: &mut Client,
    callee: &Client,
    number: &str,
) -> (String, Message, Message) {
    let offer = sdp(caller.address());
    let (invite, first) = caller.call(number, &offer).await;
    assert!(first.status() < 200, "{}", first.0);
    let incoming = callee.request("INVITE").await;
    callee.respond(&incoming, "200 OK", "", &sdp(callee.address())).await;
    let ok = caller.response(200).await;
    caller.send(&caller.in_dialog("ACK", &ok, cseq(&invite), "")).await;
    callee.request("ACK").await;
    (invite, ok, incoming)
}

#[tokio::test]
async fn a_call_is_rewritten_for_the_relay_and_shows_its_caller() {
    let pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, ok, incoming) = answered(&mut a, &b, "202").await;
    assert!(incoming.header("From").starts_with("\"Name of 201\" <sip:201@site.test>"), "{}", incoming.0);
    for (description, real) in [(incoming.body(), a.address()), (ok.body(), b.address())] {
        assert!(
            description.contains("m=audio ") && !description.contains(&real.port().to_string()),
            "{description}"
        );
    }
    a.send(&a.in_dialog("BYE", &ok, 50, "")).await;
    assert_eq!(a.response(200).await.header("CSeq"), "50 BYE");
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn the_called_side_hangs_up() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let (_, _, incoming) = answered(&mut a, &b, "202").await;
    b.send(&b.in_dialog_as_callee("BYE", &incoming, 1, "")).await;
    assert_eq!(b.response(200).await.status(), 200);
    let bye = a.request("BYE").await;
    a.respond(&bye, "200 OK", "", "").await;
    assert_eq!(pbx.call_ended().await.ended_by, Some(Side::Callee));
    pbx.quiet().await;
}

#[tokio::test]
async fn refusals_reach_the_caller_and_the_record() {
    for (status, heard, result) in [
        ("486 Busy Here", 486, CallResult::Busy),
        ("603 Decline", 603, CallResult::Declined),
        ("488 Not Acceptable Here", 488, CallResult::Failed),
        ("480 Temporarily Unavailable", 480, CallResult::Unreachable),
    ] {
        let mut pbx = Pbx::start(&["201", "202"]).await;
        let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
        let offer = sdp(a.address());
        a.call("202", &offer).await;
        let incoming = b.request("INVITE").await;
        b.respond(&incoming, status, "", "").await;
        a.response(heard).await;
        let record = pbx.call_ended().await;
        assert_eq!((record.result, record.answered_at), (result, None));
        pbx.quiet().await;
    }
}

#[tokio::test]
async fn numbers_nobody_answers_at() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let mut a = phone(&pbx, "201").await;
    for (number, heard, result) in [
        ("202", 480, CallResult::Unreachable),
        ("299", 404, CallResult::Unreachable),
        ("201", 486, CallResult::Busy),
    ] {
        let offer = sdp(a.address());
        let (_, first) = a.call(number, &offer).await;
        if first.status() == 100 {
            a.response(heard).await;
        } else {
            assert_eq!(first.status(), heard);
        }
        let record = pbx.call_ended().await;
        assert_eq!((record.result, record.to_number.as_str()), (result, number));
    }
    pbx.quiet().await;
}

#[tokio::test]
async fn an_emergency_call_is_never_a_lost_fact() {
    let mut pbx = Pbx::start(&["201"]).await;
    let mut a = phone(&pbx, "201").await;
    pbx.site.lines[0].enabled = false;
    pbx.apply();
    let offer = sdp(a.address());
    a.account.password = "rotated a minute ago".into();
    a.call("112", &offer).await;
    a.response(503).await;
    let number = |fact| match fact {
        Fact::EmergencyUnroutable { number, .. } => Some(number),
        _ => None,
    };
    assert_eq!(pbx.fact("an emergency call", number).await, "112");
    assert_eq!(pbx.call_ended().await.result, CallResult::Unreachable);
}

#[tokio::test]
async fn a_caller_that_gives_up_stops_the_ringing() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let offer = sdp(a.address());
    let (invite, _) = a.call("202", &offer).await;
    let incoming = b.request("INVITE").await;
    b.respond(&incoming, "180 Ringing", "", "").await;
    a.response(180).await;
    a.send(&cancel_of(&invite)).await;
    let cancel = b.request("CANCEL").await;
    b.respond(&cancel, "200 OK", "", "").await;
    b.respond(&incoming, "487 Request Terminated", "", "").await;
    loop {
        let answer = a.receive().await;
        if answer.status() == 487 {
            break;
        }
    }
    assert_eq!(pbx.call_ended().await.result, CallResult::Cancelled);
    pbx.quiet().await;
}

/// The CANCEL of an INVITE we sent.
fn cancel_of(invite: &str) -> String {
    let message = Message(invite.to_owned());
    let uri = invite.split(' ').nth(1).unwrap_or_default();
    let copied: String = ["Via", "From", "To", "Call-ID"]
        .iter()
        .map(|name| format!("{name}: {}\r\n", message.header(name)))
        .collect();
    format!(
        "CANCEL {uri} SIP/2.0\r\n{copied}CSeq: {} CANCEL\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n",
        cseq(invite)
    )
}

#[tokio::test]
async fn an_answer_that_crosses_the_cancel_is_hung_up() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let offer = sdp(a.address());
    let (invite, _) = a.call("202", &offer).await;
    let incoming = b.request("INVITE").await;
    b.respond(&incoming, "180 Ringing", "", "").await;
    a.response(180).await;
    a.send(&cancel_of(&invite)).await;
    b.request("CANCEL").await;
    b.respond(&incoming, "200 OK", "", &sdp(b.address())).await;
    b.request("ACK").await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    assert_eq!(pbx.call_ended().await.result, CallResult::Cancelled);
    pbx.quiet().await;
}

#[tokio::test]
async fn nobody_answers() {
    let mut pbx = Pbx::with(&["201", "202"], |settings| settings.call.ringing = 300).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let offer = sdp(a.address());
    a.call("202", &offer).await;
    let incoming = b.request("INVITE").await;
    b.respond(&incoming, "180 Ringing", "", "").await;
    a.response(480).await;
    let cancel = b.request("CANCEL").await;
    b.respond(&cancel, "200 OK", "", "").await;
    b.respond(&incoming, "487 Request Terminated", "", "").await;
    assert_eq!(pbx.call_ended().await.result, CallResult::NoAnswer);
    pbx.quiet().await;
}

// proves A-005
#[tokio::test]
async fn all_devices_of_a_line_ring_and_the_first_to_answer_wins() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    pbx.add_credential("202", "202-dect");
    pbx.apply();
    let mut a = phone(&pbx, "201").await;
    let (desk, dect) = (phone(&pbx, "202").await, phone(&pbx, "202-dect").await);
    let offer = sdp(a.address());
    let (invite, _) = a.call("202", &offer).await;
    let (at_desk, at_dect) = (desk.request("INVITE").await, dect.request("INVITE").await);
    desk.respond(&at_desk, "180 Ringing", "", "").await;
    dect.respond(&at_dect, "180 Ringing", "", "").await;
    a.response(180).await;
    dect.respond(&at_dect, "200 OK", "", &sdp(dect.address())).await;
    let ok = loop {
        let answer = a.receive().await;
        if answer.status() == 200 {
            break answer;
        }
    };
    a.send(&a.in_dialog("ACK", &ok, cseq(&invite), "")).await;
    dect.request("ACK").await;
    let cancel = desk.request("CANCEL").await;
    desk.respond(&cancel, "200 OK", "", "").await;
    desk.respond(&at_desk, "487 Request Terminated", "", "").await;
    desk.request("ACK").await;
    a.send(&a.in_dialog("BYE", &ok, 60, "")).await;
    let bye = dect.request("BYE").await;
    dect.respond(&bye, "200 OK", "", "").await;
    assert_eq!(pbx.call_ended().await.result, CallResult::Answered);
    pbx.quiet().await;
}

#[tokio::test]
async fn nobody_calls_as_somebody_else() {
    let pbx = Pbx::start(&["201", "202", "203"]).await;
    let (mut a, _b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    a.account.extension = "203".into();
    let offer = sdp(a.address());
    let (_, answer) = a.call("202", &offer).await;
    assert_eq!(answer.status(), 403);
    assert_eq!(pbx.core.calls(), 0);
}

#[tokio::test]
async fn more_calls_than_there_is_room_for_are_put_off() {
    let pbx = Pbx::with(&["201", "202", "203"], |settings| settings.admission.calls = 1).await;
    let (mut a, b, mut c) = (phone(&pbx, "201").await, phone(&pbx, "202").await, phone(&pbx, "203").await);
    let (_, ok, _) = answered(&mut a, &b, "202").await;
    let offer = sdp(c.address());
    let (_, answer) = c.call("202", &offer).await;
    assert_eq!((answer.status(), answer.header("Retry-After")), (503, "5"));
    a.send(&a.in_dialog("BYE", &ok, 60, "")).await;
    let bye = b.request("BYE").await;
    b.respond(&bye, "200 OK", "", "").await;
    pbx.quiet().await;
    assert_ne!(c.call("202", &offer).await.1.status(), 503);
}

#[tokio::test]
async fn a_device_that_has_said_nothing_yet_is_cancelled_when_it_does() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut a, b) = (phone(&pbx, "201").await, phone(&pbx, "202").await);
    let offer = sdp(a.address());
    let (invite, _) = a.call("202", &offer).await;
    let incoming = b.request("INVITE").await;
    a.send(&cancel_of(&invite)).await;
    assert_eq!(pbx.call_ended().await.result, CallResult::Cancelled);
    b.respond(&incoming, "180 Ringing", "", "").await;
    let cancel = b.request("CANCEL").await;
    b.respond(&cancel, "200 OK", "", "").await;
    b.respond(&incoming, "487 Request Terminated", "", "").await;
    pbx.quiet().await;
}

#[tokio::test]
async fn of_two_answers_at_once_the_second_is_hung_up() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    pbx.add_credential("202", "202-dect");
    pbx.apply();
    let mut a = phone(&pbx, "201").await;
    let (desk, dect) = (phone(&pbx, "202").await, phone(&pbx, "202-dect").await);
    let offer = sdp(a.address());
    let (invite, _) = a.call("202", &offer).await;
    let (at_desk, at_dect) = (desk.request("INVITE").await, dect.request("INVITE").await);
    desk.respond(&at_desk, "200 OK", "", &sdp(desk.address())).await;
    dect.respond(&at_dect, "200 OK", "", &sdp(dect.address())).await;
    let ok = a.response(200).await;
    a.send(&a.in_dialog("ACK", &ok, cseq(&invite), "")).await;
    dect.request("ACK").await;
    let bye = dect.request("BYE").await;
    dect.respond(&bye, "200 OK", "", "").await;
    desk.request("ACK").await;
    a.send(&a.in_dialog("BYE", &ok, 60, "")).await;
    let bye = desk.request("BYE").await;
    desk.respond(&bye, "200 OK", "", "").await;
    assert_eq!(pbx.call_ended().await.result, CallResult::Answered);
    pbx.quiet().await;
}
