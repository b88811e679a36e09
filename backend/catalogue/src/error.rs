//! What can go wrong while loading the catalogue and while rendering.

use cordboard_domain::ModelId;

use crate::limits::Limit;

/// A file of the catalogue that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {field}: {reason}")]
pub struct LoadError {
    /// Path below `models/`.
    pub file: String,
    /// Field in it, `models[2].accounts`; `-` for the file as a whole.
    pub field: String,
    /// What is wrong with it.
    pub reason: String,
}

impl LoadError {
    pub(crate) fn new(file: &str, field: &str, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), field: field.to_owned(), reason: reason.into() }
    }
}

/// Why a document was not rendered. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The catalogue has no such model.
    #[error("no such model: {}", .0.as_str())]
    UnknownModel(ModelId),
    /// The document asks for more than the model can do.
    #[error("the model cannot do this: {0:?}")]
    Limits(Vec<Limit>),
    /// A template did more work than a file may cost.
    #[error("{file}: out of fuel")]
    Fuel {
        /// The file that was being rendered.
        file: String,
    },
    /// A template is wrong.
    #[error("{file}: {reason}")]
    Template {
        /// The file that was being rendered.
        file: String,
        /// What the template engine says; holds no secret, because secrets are not known while rendering.
        reason: String,
    },
}
