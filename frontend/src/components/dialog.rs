//! Dialogs and drawers: the browser's own, so that focus and Escape work.

use cordboard_messages::Key;
use leptos::{html, prelude::*};

use super::icon::{Icon, icon};
use crate::words::{Text, t};

/// A question or a form over the page; its content is made anew each time it opens.
#[component]
pub(crate) fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Text,
    #[prop(optional)] drawer: bool,
    /// More classes than `dialog`.
    #[prop(optional)]
    class: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), open) = (element.get(), open.get()) else { return };
        if !open {
            dialog.close();
        } else if !dialog.open() {
            // Fails only for a dialog that is open or not on the page.
            drop(dialog.show_modal());
        }
    });
    // Told a frame later: by then it may be open again, about something else.
    let closed = move |_| {
        if element.get_untracked().is_none_or(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    let heading = title.clone();
    let class = if drawer { "dialog drawer".to_owned() } else { format!("dialog {class}") };
    view! {
        <dialog node_ref=element class=class on:close=closed aria-label=title>
            <Show when=move || open.get()>
                <div class="dialog-head">
                    <h2>{heading.clone()}</h2>
                    <button
                        type="button"
                        class="button button-quiet button-small"
                        aria-label=t(Key::DialogClose)
                        on:click=move |_| open.set(false)
                    >
                        {icon(Icon::Close)}
                    </button>
                </div>
                <div class="dialog-body">{children()}</div>
            </Show>
        </dialog>
    }
}

/// A dialog about something: open while there is something, and closing it forgets what that was.
pub(crate) fn about<T: Send + Sync + 'static>(subject: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        let some = subject.with(Option::is_some);
        if open.get_untracked() != some {
            open.set(some);
        }
    });
    Effect::new(move |_| {
        if !open.get() && subject.with_untracked(Option::is_some) {
            subject.set(None);
        }
    });
    open
}

/// What is lost and what stays, before something that cannot be taken back.
pub(crate) fn consequences(lost: &[Key], kept: &[Key]) -> impl IntoView + use<> {
    let list = |class: &'static str, which: Icon, keys: &[Key]| {
        let items: Vec<_> =
            keys.iter().map(|key| view! { <li>{icon(which)}<span>{t(*key)}</span></li> }).collect();
        view! { <ul class=class>{items}</ul> }
    };
    view! {
        {list("what what-lost", Icon::Close, lost)}
        {list("what what-kept", Icon::Check, kept)}
    }
}
