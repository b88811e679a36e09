//! Buttons that more than one page has.

use cordboard_messages::Key;
use leptos::{ev::MouseEvent, prelude::*};

use crate::{form::Form, words::t};

/// The one main action of a page or dialog.
pub(crate) const PRIMARY: &str = "button button-primary";
/// Any other action.
pub(crate) const PLAIN: &str = "button";
/// What cannot be taken back.
pub(crate) const DANGER: &str = "button button-danger";

/// Sends its form.
pub(crate) fn sends(form: Form, class: &'static str, label: Key) -> AnyView {
    let busy = move || form.busy().then_some("true");
    view! { <button type="submit" class=class aria-disabled=busy>{t(label)}</button> }.into_any()
}

/// Does something that takes a moment; the form ignores a second press while the first is under way.
pub(crate) fn acts(
    form: Form,
    class: &'static str,
    label: Key,
    act: impl FnMut(MouseEvent) + 'static,
) -> AnyView {
    let busy = move || form.busy().then_some("true");
    view! { <button type="button" class=class aria-disabled=busy on:click=act>{t(label)}</button> }.into_any()
}

/// Opens a dialog.
pub(crate) fn opens(dialog: RwSignal<bool>, class: &'static str, label: Key) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| dialog.set(true)>{t(label)}</button> }
        .into_any()
}

/// Opens the dialog that changes what the page shows; the key `e` does so too.
pub(crate) fn edits(dialog: RwSignal<bool>, label: Key) -> AnyView {
    let open = move |_| dialog.set(true);
    view! { <button type="button" class=PLAIN data-key="e" on:click=open>{t(label)}</button> }.into_any()
}

/// Closes a dialog without doing anything.
pub(crate) fn cancels(dialog: RwSignal<bool>) -> AnyView {
    let close = move |_| dialog.set(false);
    view! { <button type="button" class=PLAIN on:click=close>{t(Key::FormCancel)}</button> }.into_any()
}

/// Leaves a form's page without doing anything.
pub(crate) fn leaves(to: String) -> AnyView {
    view! { <a class=PLAIN href=to>{t(Key::FormCancel)}</a> }.into_any()
}
