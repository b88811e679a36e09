//! What went wrong, what is not there yet, what is still coming.

use cordboard_api::FieldProblem;
use cordboard_messages::Key;
use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::{
    api::Failure,
    form::Form,
    words::{self, Text, t, tx},
};

/// The sentence and the code to quote.
fn reason(failure: &Failure) -> impl IntoView + use<> {
    let reference = tx(Key::FailureReference, &[("reference", failure.reference().into())]);
    view! { <strong>{failure.title()}</strong><small class="mono">{reference}</small> }
}

/// In place of what could not be loaded.
pub(crate) fn failed(failure: &Failure, again: impl Fn() + Send + 'static) -> AnyView {
    view! {
        <div class="alert" role="alert">
            {icon(Icon::CircleAlert)}
            <div class="alert-text">{reason(failure)}</div>
            <button type="button" class="button button-small" on:click=move |_| again()>
                {icon(Icon::Refresh)}{t(Key::FailureAgain)}
            </button>
        </div>
    }
    .into_any()
}

/// Above a form: what is wrong, each with a link to its field.
pub(crate) fn form_summary(form: Form, problems: &[FieldProblem], failure: Option<&Failure>) -> AnyView {
    let links: Vec<_> = problems
        .iter()
        .map(|problem| {
            let target = form.id(&problem.pointer);
            let jump = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                crate::dom::focus_later(target.clone());
            };
            let address = format!("#{}", form.id(&problem.pointer));
            view! { <li><a href=address on:click=jump>{words::problem(problem)}</a></li> }
        })
        .collect();
    // Where fields are at fault, each is named below; the sentence of the whole would only repeat it.
    let head = match failure {
        Some(failure) if problems.is_empty() => reason(failure).into_any(),
        _ => view! { <strong>{t(Key::FormCheck)}</strong> }.into_any(),
    };
    let reload = failure.is_some_and(Failure::is_stale).then(|| {
        view! {
            <button type="button" class="button button-small" on:click=|_| reload()>
                {icon(Icon::Refresh)}{t(Key::FailureReload)}
            </button>
        }
    });
    view! {
        <div class="alert" role="alert" tabindex="-1" id=form.id("/summary")>
            {icon(Icon::CircleAlert)}
            <div class="alert-text">{head}{(!links.is_empty()).then(|| view! { <ul>{links}</ul> })}</div>
            {reload}
        </div>
    }
    .into_any()
}

fn reload() {
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}

/// Something to know, not an error.
pub(crate) fn notice(text: impl Into<Text>, more: Option<AnyView>) -> AnyView {
    let text = text.into();
    view! {
        <div class="alert alert-attention" role="note">
            {icon(Icon::CircleAlert)}
            <div class="alert-text">{text}</div>
            {more}
        </div>
    }
    .into_any()
}

/// Nothing here yet: what it is for, and one thing to press.
pub(crate) fn empty(title: Key, what_for: Key, action: Option<AnyView>) -> AnyView {
    empty_guided(title, what_for, action, None)
}

/// The same with the place in the guide that tells more.
pub(crate) fn empty_guided(
    title: Key,
    what_for: Key,
    action: Option<AnyView>,
    guide: Option<&'static str>,
) -> AnyView {
    let guide = guide.map(|href| view! { <a href=href rel="external">{t(Key::EmptyGuide)}</a> });
    view! {
        <div class="empty">
            <svg class="empty-picture" viewBox="0 0 176 56" aria-hidden="true">
                <path class="cord cord-loose" d="M24 16C40 60 136 60 152 16" />
                <circle class="jack" cx="24" cy="16" r="9" />
                <circle class="jack" cx="152" cy="16" r="9" />
            </svg>
            <h2>{t(title)}</h2>
            <p>{t(what_for)}</p>
            {action}
            {guide}
        </div>
    }
    .into_any()
}

/// While a list is loading.
pub(crate) fn rows_skeleton() -> AnyView {
    view! {
        <div class="skeleton" aria-busy="true">
            <span class="visually-hidden" role="status">{t(Key::Loading)}</span>
            {(0..5).map(|_| view! { <div class="bone bone-row"></div> }).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// While a page about one thing is loading.
pub(crate) fn page_skeleton() -> AnyView {
    view! {
        <div class="skeleton" aria-busy="true">
            <span class="visually-hidden" role="status">{t(Key::Loading)}</span>
            <div class="bone bone-title"></div>
            <div class="bone bone-line"></div>
            <div class="bone bone-panel"></div>
            <div class="bone bone-panel"></div>
        </div>
    }
    .into_any()
}
