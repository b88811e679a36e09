//! Columns back into the types they were written from.

use cordboard_domain::ModelId;
use cordboard_types::{Extension, Label, Mac};

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

/// A number that was written from an unsigned one.
pub(crate) fn number<From, To: TryFrom<From>>(value: From) -> Result<To> {
    To::try_from(value).map_err(|_| StoreError::Corrupt("number"))
}
