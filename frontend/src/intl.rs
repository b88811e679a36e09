//! Times and numbers as the reader's language writes them: the browser's own `Intl`.

use cordboard_types::Locale;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::dom;

thread_local! {
    /// `de-CH` for who reads German in Switzerland: the browser's own tag of a language, or its first region here.
    static TAGS: Vec<String> = dom::languages();
}

fn tag(locale: Locale) -> String {
    let own =
        TAGS.with(|tags| tags.iter().find(|tag| tag.split('-').next() == Some(locale.as_str())).cloned());
    let usual = if locale == Locale::En { "en-GB" } else { locale.as_str() };
    own.filter(|tag| tag.contains('-')).unwrap_or_else(|| usual.to_owned())
}

fn options(values: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in values {
        // Fails only for an object that takes nothing; this one is new.
        drop(Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)));
    }
    options
}

fn date(milliseconds: f64) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(milliseconds))
}

/// A point in time: date, hour, minute, second.
pub(crate) fn time(milliseconds: f64, locale: Locale) -> String {
    let options = options(&[("dateStyle", "medium"), ("timeStyle", "medium"), ("hourCycle", "h23")]);
    date(milliseconds).to_locale_string(&tag(locale), &options).into()
}

/// A day.
pub(crate) fn day(milliseconds: f64, locale: Locale) -> String {
    let options = options(&[("dateStyle", "medium")]);
    date(milliseconds).to_locale_date_string(&tag(locale), &options).into()
}

/// The hour and the minute.
pub(crate) fn clock(milliseconds: f64, locale: Locale) -> String {
    let options = options(&[("timeStyle", "short"), ("hourCycle", "h23")]);
    date(milliseconds).to_locale_string(&tag(locale), &options).into()
}

/// A number with the groups of its language.
pub(crate) fn number(value: u32, locale: Locale) -> String {
    js_sys::Number::from(value).to_locale_string(&tag(locale)).into()
}
