//! The lamp: every state as a shape and a word, never as a colour alone.

use cordboard_api::changes::{StatusWord, TargetStatus};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::time;
use crate::words::{Text, t, tx};

/// The five lights; each has its own shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Light {
    /// ✕ in trouble.
    Trouble,
    /// ▲ needs attention.
    Attention,
    /// ◐ under way.
    UnderWay,
    /// ○ unknown, or never.
    Unknown,
    /// ● on, working.
    On,
}

impl Light {
    fn class(self) -> &'static str {
        match self {
            Self::Trouble => "lamp lamp-trouble",
            Self::Attention => "lamp lamp-attention",
            Self::UnderWay => "lamp lamp-under-way",
            Self::Unknown => "lamp lamp-unknown",
            Self::On => "lamp lamp-on",
        }
    }

    fn shape(self) -> AnyView {
        match self {
            Self::Trouble => view! { <path d="M1.5 1.5l9 9m0-9l-9 9" /> }.into_any(),
            Self::Attention => view! { <path d="M6 .5L12 11.5H0z" /> }.into_any(),
            Self::UnderWay => {
                view! { <circle class="lamp-ring" cx="6" cy="6" r="5" /><path d="M6 1a5 5 0 0 0 0 10z" /> }
                    .into_any()
            }
            Self::Unknown => view! { <circle cx="6" cy="6" r="5" /> }.into_any(),
            Self::On => view! { <circle cx="6" cy="6" r="6" /> }.into_any(),
        }
    }
}

/// A lamp with its word.
pub(crate) fn lamp(light: Light, word: impl Into<Text>) -> AnyView {
    lamp_since(light, word, None)
}

/// A lamp whose tooltip says since when and why.
pub(crate) fn lamp_since(light: Light, word: impl Into<Text>, why: Option<Text>) -> AnyView {
    view! {
        <span class=light.class() title=why>
            <svg class="lamp-shape" viewBox="0 0 12 12" aria-hidden="true">{light.shape()}</svg>
            <span class="lamp-word">{word.into()}</span>
        </span>
    }
    .into_any()
}

/// The light of a status word.
pub(crate) fn light_of(word: StatusWord) -> Light {
    match word {
        StatusWord::Draft => Light::Attention,
        StatusWord::Pending | StatusWord::Delivered => Light::UnderWay,
        StatusWord::Confirmed => Light::On,
        StatusWord::Failed => Light::Trouble,
    }
}

/// The sentence key of a status word.
pub(crate) fn word_of(word: StatusWord) -> Key {
    match word {
        StatusWord::Draft => Key::StatusDraft,
        StatusWord::Pending => Key::StatusPending,
        StatusWord::Delivered => Key::StatusDelivered,
        StatusWord::Confirmed => Key::StatusConfirmed,
        StatusWord::Failed => Key::StatusFailed,
    }
}

/// Status of a device or a site's agent.
pub(crate) fn status(status: &TargetStatus) -> AnyView {
    let since = status.since.map(|at| tx(Key::LampSince, &[("time", time::text(at).into())]));
    let reason = status.reason.clone().map(Text::from);
    let why = match (since, reason) {
        (Some(since), Some(reason)) => Some(since.join(" · ", reason)),
        (since, reason) => since.or(reason),
    };
    lamp_since(light_of(status.word), word_of(status.word), why)
}

/// Whether anything is registered.
pub(crate) fn registered(count: u32) -> AnyView {
    match count {
        0 => lamp(Light::Unknown, t(Key::RegistrationNone)),
        1 => lamp(Light::On, t(Key::RegistrationOne)),
        _ => lamp(Light::On, tx(Key::RegistrationMany, &[("count", count.into())])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_lights_look_the_same_and_trouble_sorts_first() {
        let mut lights = [Light::On, Light::Unknown, Light::UnderWay, Light::Attention, Light::Trouble];
        lights.sort();
        assert_eq!(lights[0], Light::Trouble);
        let classes: std::collections::BTreeSet<_> = lights.iter().map(|light| light.class()).collect();
        assert_eq!(classes.len(), lights.len());
    }
}
