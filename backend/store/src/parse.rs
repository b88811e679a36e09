//! Columns back into the types they were written from.

use cordboard_domain::ModelId;
use cordboard_types::{Extension, Invalid, Label, Mac};

use crate::{Result, StoreError};

pub(crate) fn label(text: &str) -> Result<Label> {
    Label::parse(text).map_err(|_| StoreError::Corrupt("name"))
}

pub(crate) fn extension(text: &str) -> Result<Extension> {
    Extension::parse(text).map_err(|_| StoreError::Corrupt("extension"))
}

pub(crate) fn mac(text: &str) -> Result<Mac> {
    Mac::parse(text).map_err(|_| StoreError::Corrupt("mac"))
}

pub(crate) fn model(text: &str) -> Result<ModelId> {
    ModelId::parse(text).ok_or(StoreError::Corrupt("model"))
}

/// A value of one of the parsed types; `what` names the column.
pub(crate) fn value<T>(
    text: &str,
    parse: impl Fn(&str) -> std::result::Result<T, Invalid>,
    what: &'static str,
) -> Result<T> {
    parse(text).map_err(|_| StoreError::Corrupt(what))
}

/// The same where there may be none.
pub(crate) fn optional<T>(
    text: Option<&str>,
    parse: impl Fn(&str) -> std::result::Result<T, Invalid>,
    what: &'static str,
) -> Result<Option<T>> {
    text.map(|text| value(text, parse, what)).transpose()
}

/// Several with commas between them.
pub(crate) fn list<T>(
    text: &str,
    parse: impl Fn(&str) -> std::result::Result<T, Invalid>,
    what: &'static str,
) -> Result<Vec<T>> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| value(part, &parse, what)).collect()
}

/// Several as they lie in a row: commas between them.
pub(crate) fn commas<T: ToString>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}

/// A number that was written from an unsigned one.
pub(crate) fn number<From, To: TryFrom<From>>(value: From) -> Result<To> {
    To::try_from(value).map_err(|_| StoreError::Corrupt("number"))
}
