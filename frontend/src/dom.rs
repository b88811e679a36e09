//! The browser, where Leptos does not reach.

use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement};

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

/// Closes one of the browser's popovers.
pub(crate) fn hide_popover(id: &str) {
    if let Some(element) = element(id) {
        // Fails for one that is closed.
        drop(element.hide_popover());
    }
}

/// What stands behind the `#`, taken out of the address bar and of the history as it is read: it is a secret.
pub(crate) fn take_fragment() -> String {
    let Some(window) = web_sys::window() else { return String::new() };
    let fragment = window.location().hash().unwrap_or_default();
    if !fragment.is_empty()
        && let Ok(history) = window.history()
    {
        let path = window.location().pathname().unwrap_or_default();
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&path)));
    }
    fragment.trim_start_matches('#').to_owned()
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

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// Sets a colour of the page's root by script, which the policy allows, or takes it away.
pub(crate) fn set_root_colour(name: &str, value: Option<&str>) {
    let Some(root) = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    // Fails only for a name that is no property's.
    match value {
        Some(value) => drop(root.style().set_property(name, value)),
        None => drop(root.style().remove_property(name)),
    }
}

/// The host name in the address bar.
pub(crate) fn host() -> String {
    web_sys::window().and_then(|window| window.location().hostname().ok()).unwrap_or_default()
}

/// The language the page is in.
pub(crate) fn language() -> String {
    root().and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// The languages the browser was told its person reads, the preferred one first.
pub(crate) fn languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages
        .into_iter()
        .flat_map(|list| list.iter().filter_map(|tag| tag.as_string()).collect::<Vec<_>>())
        .collect()
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

/// Whether the system asks for high contrast.
pub(crate) fn system_wants_contrast() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-contrast: more)").ok());
    query.flatten().is_some_and(|query| query.matches())
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

/// Type and content of the file that was chosen in an `<input type="file">`.
pub(crate) async fn chosen_file(input: &web_sys::HtmlInputElement) -> Option<(String, Vec<u8>)> {
    let file = input.files()?.item(0)?;
    let content = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await.ok()?;
    Some((file.type_(), js_sys::Uint8Array::new(&content).to_vec()))
}

/// Milliseconds since 1970 on this browser's clock.
pub(crate) fn now() -> i64 {
    // A whole number of milliseconds, written without a point, far below what its digits hold.
    format!("{:.0}", js_sys::Date::now()).parse().unwrap_or_default()
}

/// The first millisecond of a day (`2026-11-27`) in this browser's time zone, or of one `days` later.
pub(crate) fn midnight(day: &str, days: i32) -> Option<i64> {
    let mut parts = day.splitn(3, '-');
    let year = parts.next()?.parse::<u32>().ok()?;
    let mut part = || parts.next()?.parse::<i32>().ok();
    let (month, day) = (part()?, part()?);
    let date = js_sys::Date::new_with_year_month_day(year, month.checked_sub(1)?, day.checked_add(days)?);
    format!("{:.0}", date.get_time()).parse().ok()
}

/// An SVG document as the address of a picture. Nothing in it is executed there.
pub(crate) fn svg_address(document: &str) -> String {
    format!("data:image/svg+xml,{}", js_sys::encode_uri_component(document))
}

/// A text as the address of a file to keep.
pub(crate) fn text_address(text: &str) -> String {
    format!("data:text/plain;charset=utf-8,{}", js_sys::encode_uri_component(text))
}

/// The first bytes of a file; none where it cannot be read.
pub(crate) async fn start_of(file: &web_sys::Blob, bytes: i32) -> Vec<u8> {
    let Ok(start) = file.slice_with_i32_and_i32(0, bytes) else { return Vec::new() };
    let buffer = wasm_bindgen_futures::JsFuture::from(start.array_buffer()).await;
    buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()).unwrap_or_default()
}

pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // Fails where the browser has no printer to offer.
        drop(window.print());
    }
}

/// The first element a selector means.
pub(crate) fn find(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok()?
}

/// All of them.
pub(crate) fn find_all(selector: &str) -> Vec<Element> {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(list) = document.and_then(|document| document.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..list.length()).filter_map(|place| list.item(place)?.dyn_into().ok()).collect()
}

/// What has the focus.
pub(crate) fn active() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// Scrolls as little as it takes to see it.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the keyboard has ⌘ where others have Ctrl.
pub(crate) fn is_apple() -> bool {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    agent.is_some_and(|agent| agent.contains("Mac OS"))
}
