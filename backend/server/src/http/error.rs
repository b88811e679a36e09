//! One error for every handler; turned into a problem answer at the very edge ([`super::problem`]).

use std::collections::BTreeMap;

use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use cordboard_api::ErrorCode;
use cordboard_store::{StoreError, Taken};
use cordboard_types::{Invalid, LimitName};

/// What went wrong, in words that may leave the house; the cause stays inside for the log.
#[derive(Debug)]
pub struct ApiError {
    /// The stable code.
    pub code: ErrorCode,
    /// The fields at fault: JSON pointer and reason.
    pub fields: Vec<(String, Reason)>,
    /// What the sentence is about.
    pub parameters: BTreeMap<String, String>,
    /// Seconds after which to come back, for 429 and 503.
    pub retry_after: Option<u32>,
    /// For the log.
    pub cause: Option<String>,
}

/// Why a field was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Its value is malformed.
    Invalid(Invalid),
    /// Its value does not fit here.
    Code(ErrorCode),
}

/// What handlers answer.
pub type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    /// An error without fields.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { code, fields: Vec::new(), parameters: BTreeMap::new(), retry_after: None, cause: None }
    }

    /// An error of one field; `pointer` is its JSON pointer, `/mac`.
    #[must_use]
    pub fn field(code: ErrorCode, pointer: &str, reason: Reason) -> Self {
        Self { fields: vec![(pointer.to_owned(), reason)], ..Self::new(code) }
    }

    /// A well-formed value that does not fit: `mac_taken` at `/mac`.
    #[must_use]
    pub fn at(code: ErrorCode, pointer: &str) -> Self {
        Self::field(code, pointer, Reason::Code(code))
    }

    /// Our fault; `cause` goes to the log only.
    #[must_use]
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self { cause: Some(cause.to_string()), ..Self::new(ErrorCode::Internal) }
    }

    /// A customer may have no more of something.
    #[must_use]
    pub fn limit_reached(what: LimitName, limit: u64, used: u64) -> Self {
        let parameters =
            [("what", what.to_string()), ("limit", limit.to_string()), ("used", used.to_string())];
        let parameters = parameters.map(|(name, value)| (name.to_owned(), value)).into();
        Self { parameters, ..Self::new(ErrorCode::LimitReached) }
    }

    /// Too much; come back after `seconds`.
    #[must_use]
    pub fn rate_limited(seconds: u32) -> Self {
        Self { retry_after: Some(seconds), ..Self::new(ErrorCode::RateLimited) }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code.as_str())?;
        self.cause.as_ref().map_or(Ok(()), |cause| write!(f, ": {cause}"))
    }
}

impl std::error::Error for ApiError {}

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => ErrorCode::NotFound.into(),
            StoreError::Version => ErrorCode::VersionMismatch.into(),
            StoreError::Taken(Taken::Mac) => Self::at(ErrorCode::MacTaken, "/mac"),
            StoreError::Taken(Taken::Extension) => Self::at(ErrorCode::ExtensionTaken, "/extension"),
            StoreError::Taken(Taken::Login) => Self::at(ErrorCode::LoginTaken, "/login"),
            StoreError::Taken(Taken::Email) => Self::at(ErrorCode::EmailTaken, "/email"),
            StoreError::Taken(Taken::Name) => Self::at(ErrorCode::NameTaken, "/name"),
            StoreError::Taken(Taken::Other) => ErrorCode::Conflict.into(),
            StoreError::InUse => ErrorCode::InUse.into(),
            StoreError::Taken(Taken::Host) => Self::at(ErrorCode::HostTaken, "/value"),
            StoreError::Place => Self::at(ErrorCode::WrongPlace, "/to"),
            StoreError::Limit { what, limit, used } => Self::limit_reached(what, limit, used),
            StoreError::Predefined => ErrorCode::Predefined.into(),
            StoreError::Reference(field) => Self::at(ErrorCode::UnknownReference, field),
            StoreError::TooMany(_) => Self::rate_limited(3600),
            StoreError::Cursor => Self::at(ErrorCode::MalformedParameter, "/after"),
            other => Self::internal(other),
        }
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Only the status: [`super::problem::render`] writes the body in the reader's language.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}
