//! A text that knows its languages.

use std::{borrow::Cow, fmt, sync::Arc};

use cordboard_messages::{Arg, Key};
use leptos::tachys::reactive_graph::{ReactiveFunction, SharedReactiveFunction};

use super::plain;

/// Something to read. As a view or an attribute it follows the reader's language.
#[derive(Clone)]
pub(crate) struct Text(Arc<dyn Fn() -> String + Send + Sync>);

impl Text {
    pub(crate) fn new(say: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }

    /// What it says now.
    pub(crate) fn get(&self) -> String {
        (self.0)()
    }

    /// Both, with something between them.
    pub(crate) fn join(self, between: &'static str, other: impl Into<Self>) -> Self {
        let other = other.into();
        Self::new(move || format!("{}{between}{}", self.get(), other.get()))
    }
}

impl From<Key> for Text {
    fn from(key: Key) -> Self {
        Self::new(move || plain(key))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new(move || text.clone())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({:?})", self.get())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.get() == other.get()
    }
}

/// This makes it a view and the value of an attribute, drawn again when what it reads changes.
impl ReactiveFunction for Text {
    type Output = String;

    fn invoke(&mut self) -> String {
        self.get()
    }

    fn into_shared(self) -> SharedReactiveFunction<String> {
        Arc::new(std::sync::Mutex::new(move || self.get()))
    }
}

/// What a sentence is about.
#[derive(Debug, Clone)]
pub(crate) enum Word {
    Text(Text),
    Number(i64),
}

impl Word {
    pub(super) fn arg(&self) -> Arg<'static> {
        match self {
            Self::Text(text) => Arg::Text(Cow::Owned(text.get())),
            Self::Number(number) => Arg::Number(*number),
        }
    }
}

impl<T: Into<Text>> From<T> for Word {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

impl From<u32> for Word {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

#[cfg(test)]
mod tests {
    use cordboard_messages::Key;

    use super::super::{t, tx};

    #[test]
    fn sentences_take_texts_and_numbers() {
        assert_eq!(tx(Key::UserExtensionIs, &[("extension", "201".into())]).get(), "Extension 201");
        assert_eq!(tx(Key::LampSince, &[("time", t(Key::Loading).into())]).get(), "since Loading");
        assert_eq!(tx(Key::DeviceHandsets, &[("count", 1.into())]).get(), "One handset");
    }
}
