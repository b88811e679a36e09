use cordboard_types::{CallId, Timestamp};

use super::*;

const START: Timestamp = Timestamp(1_000_000);
const FIRST: TargetId = TargetId(0);
const SECOND: TargetId = TargetId(1);

fn call(targets: usize) -> Call {
    let setup = CallSetup {
        id: CallId::new(),
        from_line: None,
        from_number: "201".into(),
        from_name: "Reception".into(),
        to_number: "202".into(),
        to_line: None,
    };
    Call::start(setup, targets, Limits::default(), START).0
}

fn record(actions: &[Action]) -> Option<CallRecord> {
    actions.iter().find_map(|action| match action {
        Action::Record(record) => Some(record.clone()),
        _ => None,
    })
}

// proves A-005
#[test]
fn the_first_to_answer_wins_and_the_others_stop() {
    let mut call = call(3);
    assert_eq!(call.handle(Event::Ringing(FIRST), START), [Action::RingCaller]);
    assert_eq!(call.handle(Event::Ringing(SECOND), START), []);
    let actions = call.handle(Event::Answered(SECOND), START.plus(5));
    assert_eq!(actions, [Action::AnswerCaller(SECOND), Action::Cancel(FIRST), Action::Cancel(TargetId(2))]);
    assert_eq!(call.handle(Event::Answered(FIRST), START), [Action::ByeTarget(FIRST)], "crossed the CANCEL");
    assert!(call.is_connected() && call.winner() == Some(SECOND));
}

#[test]
fn one_refusal_is_not_the_end_while_others_ring() {
    let mut call = call(2);
    assert_eq!(call.handle(Event::Refused(FIRST, Refusal::Busy), START), []);
    let actions = call.handle(Event::Refused(SECOND, Refusal::Unreachable), START);
    assert_eq!(actions[0], Action::RefuseCaller(Refusal::Busy), "busy tells more than unreachable");
    assert_eq!(record(&actions).unwrap().result, CallResult::Busy);
    assert!(call.is_gone());
}

#[test]
fn a_decline_speaks_for_the_line() {
    let mut call = call(2);
    let actions = call.handle(Event::Refused(FIRST, Refusal::Declined), START);
    assert_eq!(actions[..2], [Action::RefuseCaller(Refusal::Declined), Action::Cancel(SECOND)]);
    assert!(!call.is_gone(), "the second device is being cancelled");
    call.handle(Event::Refused(SECOND, Refusal::Failed), START);
    assert!(call.is_gone());
}

#[test]
fn hanging_up_ends_the_other_side_and_waits_for_it() {
    let mut call = call(1);
    call.handle(Event::Answered(FIRST), START);
    let actions = call.handle(Event::HungUp(Side::Caller), START.plus(9_000));
    assert_eq!(actions[0], Action::ByeTarget(FIRST));
    let record = record(&actions).unwrap();
    assert_eq!((record.answered_at, record.ended_by), (Some(START), Some(Side::Caller)));
    assert!(!call.is_gone());
    assert_eq!(call.handle(Event::HungUp(Side::Callee), START), [], "BYE crossed BYE");
    assert!(call.is_gone());
}

#[test]
fn a_leg_that_never_says_it_is_gone_is_forgotten_in_the_end() {
    let mut call = call(1);
    call.handle(Event::Answered(FIRST), START);
    call.handle(Event::Shutdown, START.plus(10));
    let deadline = call.deadline().unwrap();
    assert_eq!(call.handle(Event::Time, deadline.plus(-1)), []);
    assert_eq!(call.handle(Event::Time, deadline), [Action::DropCaller, Action::DropTarget(FIRST)]);
    assert!(call.is_gone() && call.deadline().is_none());
}

#[test]
fn ringing_ends_and_tells_whether_it_rang() {
    for (rings, refusal) in [(true, Refusal::NoAnswer), (false, Refusal::Unreachable)] {
        let mut call = call(1);
        if rings {
            call.handle(Event::Ringing(FIRST), START);
        }
        let deadline = call.deadline().unwrap();
        assert_eq!(deadline, START.plus(Limits::default().ringing));
        assert_eq!(call.handle(Event::Time, deadline)[0], Action::RefuseCaller(refusal));
    }
}

#[test]
fn a_call_to_nobody_is_over_at_once() {
    let call = call(0);
    assert!(call.is_gone());
}

#[test]
fn statuses_and_what_they_mean() {
    assert_eq!(Refusal::of_status(480, true), Refusal::NoAnswer);
    assert_eq!(Refusal::of_status(480, false), Refusal::Unreachable);
    for status in [100, 302, 401, 487, 500, 699] {
        assert_eq!(Refusal::of_status(status, false), Refusal::Failed, "{status}");
    }
    for refusal in [Refusal::Busy, Refusal::Declined, Refusal::NotAcceptable] {
        assert_eq!(Refusal::of_status(refusal.status(), false), refusal);
    }
}
