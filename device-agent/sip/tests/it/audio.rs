//! Two real phones hear each other.

use cordboard_telephony::{CallResult, Side};

use crate::{
    baresip::{Baresip, Phone},
    pbx::Pbx,
    tone,
};

async fn two_phones(pbx: &mut Pbx, transport: &'static str) -> (Baresip, Baresip) {
    let endpoint = pbx.core.endpoint();
    let registrar = if transport == "udp" { endpoint.udp } else { endpoint.tcp };
    let (a, b) = (pbx.account("201"), pbx.account("202"));
    let caller = Baresip::start(registrar, &a, Phone { transport, ..Phone::default() }).await;
    pbx.registered("201").await;
    let callee = Baresip::start(registrar, &b, Phone { hertz: 1_000, answers: true, transport }).await;
    pbx.registered("202").await;
    (caller, callee)
}

async fn talk(transport: &'static str, hangs_up: Side) {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut caller, mut callee) = two_phones(&mut pbx, transport).await;
    caller.command("dial", "202").await;
    pbx.call_answered().await;
    // The sound itself has to play for a while: there is no event for having heard enough.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let (first, other) =
        if hangs_up == Side::Caller { (&mut caller, &mut callee) } else { (&mut callee, &mut caller) };
    first.command("hangup", "").await;
    other.event("CALL_CLOSED").await;
    let record = pbx.call_ended().await;
    assert_eq!((record.result, record.ended_by), (CallResult::Answered, Some(hangs_up)));
    assert_eq!((record.from_number.as_str(), record.to_number.as_str()), ("201", "202"));
    assert_eq!(record.from_name, "Name of 201");
    let talked = record.ended_at.since(record.answered_at.expect("answered"));
    assert!((2_500..10_000).contains(&talked), "{talked} ms");
    pbx.quiet().await;
    for (phone, hears, plays) in [(&caller, 1_000, 440), (&callee, 440, 1_000)] {
        let heard = phone.heard().await;
        let (theirs, own) = (tone::share(&heard, hears), tone::share(&heard, plays));
        assert!(theirs > 0.8 && own < 0.05, "heard {theirs:.2} of the other and {own:.2} of itself");
    }
}

#[tokio::test]
async fn two_phones_hear_each_other_and_the_caller_hangs_up() {
    talk("udp", Side::Caller).await;
}

#[tokio::test]
async fn two_phones_hear_each_other_and_the_called_one_hangs_up() {
    talk("udp", Side::Callee).await;
}

#[tokio::test]
async fn two_phones_hear_each_other_over_tcp() {
    talk("tcp", Side::Caller).await;
}

/// baresip 1.0 decodes nothing after a second description, with or without us between (its recording stays as long);
/// that sound comes back is shown with packets in `media`.
#[tokio::test]
async fn a_real_phone_holds_and_resumes() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut caller, mut callee) = two_phones(&mut pbx, "udp").await;
    caller.command("dial", "202").await;
    pbx.call_answered().await;
    assert_eq!(caller.event("CALL_REMOTE_SDP").await, "answer");
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    for command in ["hold", "resume"] {
        caller.command(command, "").await;
        assert_eq!(caller.event("CALL_REMOTE_SDP").await, "answer", "{command}");
    }
    caller.command("hangup", "").await;
    callee.event("CALL_CLOSED").await;
    assert_eq!(pbx.call_ended().await.result, CallResult::Answered);
    pbx.quiet().await;
    assert!(tone::share(&callee.heard().await, 440) > 0.8);
}

#[tokio::test]
async fn the_core_hangs_up_when_it_stops() {
    let mut pbx = Pbx::start(&["201", "202"]).await;
    let (mut caller, mut callee) = two_phones(&mut pbx, "udp").await;
    caller.command("dial", "202").await;
    pbx.call_answered().await;
    let Pbx { core, .. } = pbx;
    core.shutdown().await;
    caller.event("CALL_CLOSED").await;
    callee.event("CALL_CLOSED").await;
}
