//! What was typed and not saved is not lost by accident: leaving asks first.
//!
//! A form takes part with `data-guard=form.name()`. That something was typed is noted at the form's own element, so
//! that a form that is gone asks nothing.

use std::cell::RefCell;

use cordboard_messages::Key;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use web_sys::{Element, Event, MouseEvent, Window};

use crate::{
    address,
    components::dialog::{Dialog, about},
    dom,
    words::t,
};

const DIRTY: &str = "form[data-guard][data-dirty]";

/// Where somebody was about to go.
#[derive(Debug, Clone, PartialEq)]
enum Way {
    To(String),
    Back,
}

thread_local! {
    static ASKING: RefCell<Option<RwSignal<Option<Way>>>> = const { RefCell::new(None) };
    /// The address that a step back is taken back to.
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Watches typing, links, the way back and the closing of the window. Called once, before the router listens.
pub(crate) fn watch() {
    let Some(window) = web_sys::window() else { return };
    listen(&window, "input", noted);
    listen(&window, "change", noted);
    listen(&window, "click", clicked);
    listen(&window, "popstate", stepped_back);
    listen(&window, "beforeunload", |event| {
        if is_dirty() {
            event.prevent_default();
        }
    });
}

fn listen(window: &Window, name: &str, act: fn(&Event)) {
    let act = Closure::<dyn FnMut(Event)>::new(move |event: Event| act(&event));
    // Before everybody else. Fails only for an event that has no name.
    drop(window.add_event_listener_with_callback_and_bool(name, act.as_ref().unchecked_ref(), true));
    act.forget();
}

fn target(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

fn is_dirty() -> bool {
    dom::find(DIRTY).is_some()
}

fn noted(event: &Event) {
    if let Some(form) = target(event, "form[data-guard]") {
        drop(form.set_attribute("data-dirty", ""));
        HERE.set(address::here());
    }
}

fn clicked(event: &Event) {
    let plain = event.dyn_ref::<MouseEvent>().is_some_and(|click| {
        click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
    });
    let Some(link) = target(event, "a[href]").filter(|link| plain && !link.has_attribute("download")) else {
        return;
    };
    let to = link.get_attribute("href").unwrap_or_default();
    let inside = to.starts_with('/') || to.starts_with('?');
    if inside && is_dirty() && link.closest("dialog").ok().flatten().is_none() {
        event.prevent_default();
        event.stop_immediate_propagation();
        ask(Way::To(to));
    }
}

/// The browser has gone back already: it is taken forth again until somebody has answered.
fn stepped_back(event: &Event) {
    if !is_dirty() {
        return;
    }
    event.stop_immediate_propagation();
    let here = HERE.with_borrow(Clone::clone);
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        drop(history.push_state_with_url(&JsValue::NULL, "", Some(&here)));
    }
    ask(Way::Back);
}

fn ask(way: Way) {
    if let Some(asking) = ASKING.with_borrow(|asking| *asking) {
        asking.set(Some(way));
    }
}

/// Goes to a page, asking first where something would be lost.
pub(crate) fn leave_for(address: &str) {
    if is_dirty() { ask(Way::To(address.to_owned())) } else { address::go(address) }
}

/// What was typed is saved, or given up.
pub(crate) fn release() {
    while let Some(form) = dom::find(DIRTY) {
        drop(form.remove_attribute("data-dirty"));
    }
}

/// Something was changed in a form without typing: an order, a list.
pub(crate) fn changed(form: &str) {
    if let Some(form) = dom::find(&format!("form[data-guard='{form}']")) {
        drop(form.set_attribute("data-dirty", ""));
        HERE.set(address::here());
    }
}

/// What was typed into one form is saved.
pub(crate) fn saved(form: &str) {
    if let Some(form) = dom::find(&format!("form[data-guard='{form}']")) {
        drop(form.remove_attribute("data-dirty"));
    }
}

/// The question, for the application's root.
pub(crate) fn view() -> impl IntoView {
    let asking = RwSignal::new(None::<Way>);
    ASKING.set(Some(asking));
    let open = about(asking);
    let leave = move |_| {
        let way = asking.get_untracked();
        open.set(false);
        release();
        match way {
            Some(Way::To(address)) => address::go(&address),
            Some(Way::Back) => {
                if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
                    drop(history.back());
                }
            }
            None => {}
        }
    };
    view! {
        <Dialog open=open title=t(Key::GuardTitle)>
            <p>{t(Key::GuardText)}</p>
            <div class="form-actions">
                <button type="button" class="button button-primary" on:click=move |_| open.set(false)>
                    {t(Key::GuardStay)}
                </button>
                <button type="button" class="button button-danger" on:click=leave>{t(Key::GuardLeave)}</button>
            </div>
        </Dialog>
    }
}
