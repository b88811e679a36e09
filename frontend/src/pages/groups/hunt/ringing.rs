//! The members of a hunt group as they are being put in order.

use cordboard_api::{
    FieldProblem,
    groups::{HuntMember, NewHuntMember},
    users::User,
};
use cordboard_types::{Invalid, UserId};
use leptos::prelude::*;

use crate::{form::Check, words::Text};

/// Seconds a member rings unless told otherwise, and the most.
const USUAL_S: u16 = 5;
const LONGEST_S: u16 = 3600;

/// A member and what is typed about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ringing {
    pub(super) user: UserId,
    pub(super) name: String,
    pub(super) extension: String,
    /// No owner has it: members come from a dialog that is gone by then.
    pub(super) seconds: ArcRwSignal<String>,
}

impl Ringing {
    pub(super) fn of(member: &HuntMember) -> Self {
        Self {
            user: member.user,
            name: member.name.to_string(),
            extension: member.extension.to_string(),
            seconds: ArcRwSignal::new(member.timeout_s.to_string()),
        }
    }

    pub(super) fn fresh(user: &User) -> Self {
        Self {
            user: user.id,
            name: user.name.to_string(),
            extension: user.extension.to_string(),
            seconds: ArcRwSignal::new(USUAL_S.to_string()),
        }
    }
}

/// One place up or down; at the end it stays.
pub(super) fn moved<T>(list: &mut [T], from: usize, up: bool) -> usize {
    let to = if up { from.checked_sub(1) } else { from.checked_add(1) };
    match to.filter(|to| *to < list.len() && from < list.len()) {
        Some(to) => {
            list.swap(from, to);
            to
        }
        None => from,
    }
}

pub(super) fn body(list: &[(UserId, String)]) -> Result<Vec<NewHuntMember>, Vec<FieldProblem>> {
    let mut check = Check::default();
    let mut members = Vec::new();
    for (place, (user, seconds)) in list.iter().enumerate() {
        let typed = seconds.trim().parse::<u16>().ok().filter(|typed| (1..=LONGEST_S).contains(typed));
        if typed.is_none() {
            check.refuse(&format!("/members/{place}/timeout_s"), Invalid::Range);
        }
        members.push(NewHuntMember { user: *user, timeout_s: typed });
    }
    check.finish(Some(members))
}

/// The order in words: `1. Anna (5 s), 2. Bruno (10 s)`.
pub(super) fn text(list: &[Ringing]) -> Text {
    let one = |(place, member): (usize, &Ringing)| {
        format!("{}. {} ({} s)", place.saturating_add(1), member.name, member.seconds.get_untracked())
    };
    list.iter().enumerate().map(one).collect::<Vec<_>>().join(", ").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    // proves P-069
    #[test]
    fn members_move_one_place_and_not_beyond_the_ends() {
        let mut list = ["Anna", "Bruno", "Carla"];
        assert_eq!(moved(&mut list, 2, true), 1);
        assert_eq!(list, ["Anna", "Carla", "Bruno"]);
        assert_eq!((moved(&mut list, 0, true), moved(&mut list, 2, false)), (0, 2));
        assert_eq!(list, ["Anna", "Carla", "Bruno"]);
    }

    // proves P-068
    #[test]
    fn seconds_are_a_number_the_pbx_takes() {
        let anna = "018f4a7e-0000-7000-8000-000000000001".parse().unwrap();
        assert_eq!(body(&[(anna, " 10 ".into())]).unwrap()[0].timeout_s, Some(10));
        for wrong in ["0", "3601", "five", ""] {
            let problems = body(&[(anna, "5".into()), (anna, wrong.into())]).unwrap_err();
            assert_eq!(problems[0].pointer, "/members/1/timeout_s");
        }
    }
}
