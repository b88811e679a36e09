//! What an agent is told when a request fails: a status and nothing else.

use actix_web::{HttpResponse, ResponseError, http::StatusCode, http::header};
use cordboard_store::StoreError;

/// Why a request fails.
#[derive(Debug, thiserror::Error)]
pub(super) enum AgentError {
    /// A token or an assertion that is not accepted, for whatever reason.
    #[error("not accepted")]
    Rejected,
    /// A body or a parameter that is not the protocol's.
    #[error("malformed")]
    Malformed,
    /// Too many attempts; seconds until the next one.
    #[error("too many attempts")]
    TooMany(u32),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Anything else of ours.
    #[error("{0}")]
    Internal(String),
}

impl AgentError {
    pub(super) fn internal(error: impl std::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }
}

impl ResponseError for AgentError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Rejected => StatusCode::UNAUTHORIZED,
            Self::Malformed => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        match self {
            Self::Rejected | Self::Malformed => {
                tracing::info!(reason = %self, "a request of an agent was refused");
            }
            Self::TooMany(seconds) => {
                response.insert_header((header::RETRY_AFTER, seconds.to_string()));
            }
            Self::Store(_) | Self::Internal(_) => {
                tracing::error!(error = %self, "a request of an agent failed");
            }
        }
        response.insert_header((header::CACHE_CONTROL, "no-store")).finish()
    }
}
