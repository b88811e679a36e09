//! The browser, where Leptos does not reach.

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::HtmlElement;

/// 128 random bits as a UUID. `getRandomValues` also works on plain HTTP, where `randomUUID` does not.
pub(crate) fn random_id() -> String {
    let mut bytes = [0_u8; 16];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if let Some(crypto) = crypto {
        // Sixteen bytes are far below the limit of one call, the only way this can fail.
        drop(crypto.get_random_values_with_u8_array(&mut bytes));
    }
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// Moves the focus once the page has been drawn.
pub(crate) fn focus_later(id: String) {
    Timeout::new(0, move || {
        if let Some(element) = element(&id) {
            drop(element.focus());
            element.scroll_into_view();
        }
    })
    .forget();
}

fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Takes away what `index.html` painted before the application was there.
pub(crate) fn remove_boot() {
    if let Some(boot) = element("boot") {
        boot.remove();
    }
}

pub(crate) fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

/// The language the page is in.
pub(crate) fn language() -> String {
    root().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// Tells screen readers and the browser which language the page is in.
pub(crate) fn set_language(tag: &str) {
    set_root_attribute("lang", Some(tag));
}

/// Sets an attribute of the page's root, or takes it away.
pub(crate) fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    // Fails only for a name that is no attribute's.
    match value {
        Some(value) => drop(root.set_attribute(name, value)),
        None => drop(root.remove_attribute(name)),
    }
}

/// The address of a static file, which only `index.html` knows: its name carries a hash.
pub(crate) fn asset(name: &str) -> String {
    let find = || {
        let document = web_sys::window()?.document()?;
        let meta = document.query_selector(&format!("meta[name='asset:{name}']")).ok()??;
        meta.get_attribute("content")
    };
    find().unwrap_or_default()
}

/// Puts text on the clipboard; `false` where the browser has none to offer.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    if !Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|found| found.is_object()) {
        return false;
    }
    let promise = navigator.clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
}

pub(crate) fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

pub(crate) fn iso_time(milliseconds: f64) -> String {
    js_sys::Date::new(&JsValue::from_f64(milliseconds)).to_iso_string().into()
}
