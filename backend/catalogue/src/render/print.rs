//! Printing a value into a file: the only door between a document and the bytes a device reads.

use std::{fmt, sync::Arc};

use cordboard_domain::Escape;
use minijinja::{
    Error, ErrorKind, Output, Value,
    value::{Object, ObjectRepr},
};

/// Opens the mark of a secret's place in rendered text.
pub(crate) const OPEN: char = '\u{E000}';
/// Closes it.
pub(crate) const CLOSE: char = '\u{E001}';
/// What a secret looks like to a template that treats it as text: refused when printed.
const NOT_TEXT: &str = "\u{F8FF}";

/// Marks are private-use characters of the basic plane, so none may come from a value or a template.
pub(crate) fn is_mark(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// A part of a value that holds a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Known text.
    Text(String),
    /// A secret, by its place in the context's list.
    Secret(usize),
}

/// A value with a secret in it: a password, or the steady URL with its key.
#[derive(Debug)]
pub(crate) struct Sealed(pub(crate) Vec<Piece>);

impl Object for Sealed {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(NOT_TEXT)
    }
}

/// Prints one value, escaped. Only text, whole numbers and sealed values can be printed.
pub(crate) fn print(out: &mut Output<'_>, value: &Value, escape: Escape) -> Result<(), Error> {
    if let Some(sealed) = value.downcast_object_ref::<Sealed>() {
        return sealed.0.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => text_of(out, text, escape),
            Piece::Secret(place) => Ok(write!(out, "{OPEN}{place}{CLOSE}")?),
        });
    }
    match value.as_str() {
        Some(text) => text_of(out, text, escape),
        None if value.is_integer() => Ok(write!(out, "{value}")?),
        None => Err(refused("neither text nor a whole number")),
    }
}

fn text_of(out: &mut Output<'_>, text: &str, escape: Escape) -> Result<(), Error> {
    if text.contains(is_mark) {
        return Err(refused("a private-use character, or a secret used as text"));
    }
    Ok(out.write_str(&escape.apply(text))?)
}

fn refused(reason: &'static str) -> Error {
    Error::new(ErrorKind::InvalidOperation, reason)
}
