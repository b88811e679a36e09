//! The cord: how every relation is drawn.

use cordboard_api::changes::StatusWord;
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::words::t;

/// Height of a row of [`patch`] in the units of its picture; the style sheet gives the same number of pixels.
const ROW: usize = 48;

/// One thing at the left joined with several at the right, each with whether its cord is plugged in.
pub(crate) fn patch(near: AnyView, far: Vec<(AnyView, bool)>) -> impl IntoView {
    let height = far.len().max(1) * ROW;
    let plugged: Vec<_> = far.iter().map(|(_, plugged)| *plugged).collect();
    let across = cords("patch-cords patch-across", &plugged, move |to| across(height / 2, to));
    let down = cords("patch-cords patch-down", &plugged, down);
    let rows: Vec<_> = far.into_iter().map(|(row, _)| view! { <li>{row}</li> }).collect();
    view! {
        <div class="patch">
            <div class="patch-near">{near}</div>
            {across}{down}
            <ul class="patch-far">{rows}</ul>
        </div>
    }
}

/// A cord to the middle of each row.
fn cords(class: &'static str, plugged: &[bool], path: impl Fn(usize) -> String) -> AnyView {
    let cords: Vec<_> = plugged
        .iter()
        .enumerate()
        .map(|(row, plugged)| {
            let class = if *plugged { "cord" } else { "cord cord-loose" };
            view! { <path class=class d=path(row * ROW + ROW / 2) /> }
        })
        .collect();
    let height = plugged.len().max(1) * ROW;
    view! {
        <svg class=class viewBox=format!("0 0 100 {height}") preserveAspectRatio="none" aria-hidden="true">{cords}</svg>
    }
    .into_any()
}

/// From the left edge at one height to the right edge at another, hanging a little as a cord does.
fn across(from: usize, to: usize) -> String {
    let (sag_from, sag_to) = (from + 14, to + 14);
    format!("M0 {from}C45 {sag_from} 55 {sag_to} 100 {to}")
}

/// From the top down and into the row.
fn down(to: usize) -> String {
    format!("M40 0C40 {to} 40 {to} 100 {to}")
}

/// A short cord beside a word; grey where what it joins comes from elsewhere.
pub(crate) fn short(inherited: bool) -> impl IntoView {
    let class = if inherited { "cord cord-inherited" } else { "cord" };
    view! {
        <svg class="effective-cord" viewBox="0 0 24 16" aria-hidden="true">
            <path class=class d="M3 3C3 17 21 17 21 3" />
            <circle class="jack-plug" cx="3" cy="3" r="2.5" />
            <circle class="jack-plug" cx="21" cy="3" r="2.5" />
        </svg>
    }
}

/// How far a step of a release has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Done,
    Now,
    Waiting,
    Failed,
}

const STEPS: [Key; 4] = [Key::StepSaved, Key::StepPublished, Key::StatusDelivered, Key::StatusConfirmed];

fn steps_of(word: StatusWord) -> [Step; 4] {
    use Step::{Done, Failed, Now, Waiting};
    match word {
        StatusWord::Draft => [Now, Waiting, Waiting, Waiting],
        StatusWord::Pending => [Done, Now, Waiting, Waiting],
        StatusWord::Delivered => [Done, Done, Now, Waiting],
        StatusWord::Confirmed => [Done, Done, Done, Now],
        StatusWord::Failed => [Done, Done, Failed, Waiting],
    }
}

/// The way of a release to its device: four jacks and the cord as far as it reaches.
pub(crate) fn steps(word: StatusWord) -> impl IntoView {
    let steps: Vec<_> = STEPS
        .into_iter()
        .zip(steps_of(word))
        .enumerate()
        .map(|(place, (name, step))| step_view(place > 0, name, step))
        .collect();
    view! { <ol class="steps" aria-label=t(Key::StepsLabel)>{steps}</ol> }
}

fn step_view(joined: bool, name: Key, step: Step) -> impl IntoView {
    let (class, cord, jack, plug) = match step {
        Step::Done => ("step step-done", "cord", "jack jack-plugged", Some("jack-plug")),
        Step::Now => ("step step-now", "cord", "jack jack-plugged", Some("jack-plug")),
        Step::Waiting => ("step", "cord cord-loose", "jack", None),
        Step::Failed => {
            ("step step-now", "cord cord-trouble", "jack jack-trouble", Some("jack-trouble-plug"))
        }
    };
    let cord = joined.then(|| {
        view! {
            <svg class="step-cord" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
                <path class=cord vector-effect="non-scaling-stroke" d="M0 2C30 20 70 20 100 2" />
            </svg>
        }
    });
    let current = matches!(step, Step::Now | Step::Failed).then_some("step");
    view! {
        <li class=class aria-current=current>
            {cord}
            <svg class="step-jack" viewBox="0 0 28 28" aria-hidden="true">
                <circle class=jack cx="14" cy="14" r="9" />
                {plug.map(|plug| view! { <circle class=plug cx="14" cy="14" r="5" /> })}
            </svg>
            <span>{t(name)}</span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_at_one_step_and_what_lies_before_is_done() {
        for word in [
            StatusWord::Draft,
            StatusWord::Pending,
            StatusWord::Delivered,
            StatusWord::Confirmed,
            StatusWord::Failed,
        ] {
            let steps = steps_of(word);
            let at = steps.iter().position(|step| matches!(step, Step::Now | Step::Failed)).unwrap();
            assert!(steps[..at].iter().all(|step| *step == Step::Done), "{word:?}");
            assert!(steps[at + 1..].iter().all(|step| *step == Step::Waiting), "{word:?}");
        }
    }
}
