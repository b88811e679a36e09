//! Points in time and numbers, written as the reader writes them.

use cordboard_types::Timestamp;
use leptos::prelude::*;

use crate::{
    dom, intl,
    words::{self, Text},
};

const DAY: i64 = 86_400_000;

/// The number JavaScript counts with. A day and what is left of it fit exactly.
fn milliseconds(at: Timestamp) -> f64 {
    let part = |value: i64| f64::from(i32::try_from(value).unwrap_or(i32::MAX));
    part(at.0.div_euclid(DAY)) * part(DAY) + part(at.0.rem_euclid(DAY))
}

/// Date and time with seconds.
pub(crate) fn text(at: Timestamp) -> Text {
    Text::new(move || intl::time(milliseconds(at), words::locale()))
}

/// The day.
pub(crate) fn day(at: Timestamp) -> Text {
    Text::new(move || intl::day(milliseconds(at), words::locale()))
}

/// The hour and the minute.
pub(crate) fn clock(at: Timestamp) -> Text {
    Text::new(move || intl::clock(milliseconds(at), words::locale()))
}

/// Now, on this browser's clock.
pub(crate) fn now() -> Timestamp {
    Timestamp(dom::now())
}

/// A number with the groups of the reader's language.
pub(crate) fn number(value: u32) -> Text {
    Text::new(move || intl::number(value, words::locale()))
}

/// A `<time>`.
pub(crate) fn time(at: Timestamp) -> AnyView {
    view! { <time class="nowrap" datetime=dom::iso_time(milliseconds(at))>{text(at)}</time> }.into_any()
}

/// How long something took: `0:07`, `12:05`, `1:02:03`.
pub(crate) fn duration(from: Timestamp, to: Timestamp) -> String {
    let seconds = (to.since(from).max(0) + 500) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_exact_far_into_the_future() {
        for at in [0, 1, 1_795_000_000_123, 4_102_444_800_999, -1] {
            assert_eq!(format!("{}", milliseconds(Timestamp(at))), at.to_string());
        }
    }

    #[test]
    fn durations_read_like_a_clock() {
        let of = |milliseconds: i64| duration(Timestamp(1_000), Timestamp(1_000 + milliseconds));
        assert_eq!(
            [of(0), of(7_400), of(725_000), of(3_723_000), of(-5)],
            ["0:00", "0:07", "12:05", "1:02:03", "0:00"]
        );
    }
}
