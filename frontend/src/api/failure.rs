//! Why a request did not give what it was asked for.

use cordboard_api::{ErrorCode, FieldProblem, Problem};
use cordboard_messages::Key;

use crate::words::{self, Text, t};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Failure {
    /// The server's own answer.
    Problem(Box<Problem>),
    /// No answer: the network or the server is away.
    Offline,
    /// An answer that is not in the contract, with its status.
    Unreadable(u16),
}

impl Failure {
    pub(crate) fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            Self::Offline | Self::Unreadable(_) => None,
        }
    }

    /// One sentence for people.
    pub(crate) fn title(&self) -> Text {
        match self {
            Self::Problem(problem) => words::error(problem.code),
            Self::Offline => t(Key::FailureOffline),
            Self::Unreadable(_) => t(Key::FailureUnreadable),
        }
    }

    /// What to quote to support: the code and the request's id.
    pub(crate) fn reference(&self) -> String {
        match self {
            Self::Problem(problem) => match &problem.request_id {
                Some(id) => format!("{} · {id}", problem.code.as_str()),
                None => problem.code.as_str().to_owned(),
            },
            Self::Offline => "offline".to_owned(),
            Self::Unreadable(status) => format!("http-{status}"),
        }
    }

    /// The fields at fault.
    pub(crate) fn fields(&self) -> &[FieldProblem] {
        match self {
            Self::Problem(problem) => &problem.errors,
            Self::Offline | Self::Unreadable(_) => &[],
        }
    }

    /// Somebody else changed it: what is shown is out of date.
    pub(crate) fn is_stale(&self) -> bool {
        matches!(self.code(), Some(ErrorCode::VersionMismatch | ErrorCode::Conflict))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(code: ErrorCode, request_id: Option<&str>) -> Failure {
        Failure::Problem(Box::new(Problem {
            kind: "about:blank".into(),
            title: "Title".into(),
            status: code.status(),
            code,
            parameters: Default::default(),
            errors: Vec::new(),
            request_id: request_id.map(Into::into),
        }))
    }

    #[test]
    fn what_support_is_told_names_the_request() {
        assert_eq!(problem(ErrorCode::Internal, Some("r-1")).reference(), "internal · r-1");
        assert_eq!(problem(ErrorCode::Internal, None).reference(), "internal");
    }

    #[test]
    fn only_another_version_is_stale() {
        assert!(problem(ErrorCode::VersionMismatch, None).is_stale());
        assert!(!problem(ErrorCode::Invalid, None).is_stale());
    }
}
