//! Checks typed values before they are sent, with the parsers that the server uses.

use std::str::FromStr;

use cordboard_api::FieldProblem;
use cordboard_types::Invalid;

use crate::words;

/// Values being checked; collects everything that is wrong instead of the first.
#[derive(Debug, Default)]
pub(crate) struct Check {
    problems: Vec<FieldProblem>,
}

impl Check {
    /// A value that must be there.
    pub(crate) fn required<T: FromStr<Err = Invalid>>(&mut self, pointer: &str, text: &str) -> Option<T> {
        text.parse().map_err(|reason| self.refuse(pointer, reason)).ok()
    }

    /// A value that may be left out: empty is none.
    pub(crate) fn optional<T: FromStr<Err = Invalid>>(&mut self, pointer: &str, text: &str) -> Option<T> {
        if text.trim().is_empty() { None } else { self.required(pointer, text) }
    }

    /// One of the offered values, by its id.
    pub(crate) fn chosen<T: FromStr>(&mut self, pointer: &str, text: &str) -> Option<T> {
        let reason = if text.is_empty() { Invalid::Empty } else { Invalid::Choice };
        text.parse().map_err(|_| self.refuse(pointer, reason)).ok()
    }

    /// A value that must be there, where it is another than before.
    pub(crate) fn changed<T: FromStr<Err = Invalid>>(
        &mut self,
        pointer: &str,
        before: &str,
        now: &str,
    ) -> Option<T> {
        (before != now).then(|| self.required(pointer, now)).flatten()
    }

    /// A value that may be taken away, where it is another than before; an inner `None` takes it away.
    #[expect(clippy::option_option, reason = "a PATCH tells null from what is left out")]
    pub(crate) fn changed_optional<T: FromStr<Err = Invalid>>(
        &mut self,
        pointer: &str,
        before: &str,
        now: &str,
    ) -> Option<Option<T>> {
        (before != now).then(|| self.optional(pointer, now))
    }

    /// Several values.
    pub(crate) fn several<T: FromStr<Err = Invalid>>(&mut self, pointer: &str, texts: &[String]) -> Vec<T> {
        let mut values = Vec::with_capacity(texts.len());
        for text in texts {
            match text.parse() {
                Ok(value) => values.push(value),
                Err(reason) => {
                    self.refuse(pointer, reason);
                    break;
                }
            }
        }
        values
    }

    /// Several values, where they are others than before.
    pub(crate) fn changed_several<T: FromStr<Err = Invalid>>(
        &mut self,
        pointer: &str,
        before: &[String],
        now: &[String],
    ) -> Option<Vec<T>> {
        (before != now).then(|| self.several(pointer, now))
    }

    pub(crate) fn refuse(&mut self, pointer: &str, reason: Invalid) {
        self.refuse_code(pointer, reason.code());
    }

    /// Refuses with any code that has a sentence.
    pub(crate) fn refuse_code(&mut self, pointer: &str, code: &str) {
        let (pointer, detail) = (pointer.to_owned(), words::invalid(code));
        self.problems.push(FieldProblem { pointer, code: code.to_owned(), detail });
    }

    /// What to send, or what is wrong.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Vec<FieldProblem>> {
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self.problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use cordboard_types::{Extension, Label, Mac};

    use super::*;

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let mut check = Check::default();
        let name = check.required::<Label>("/name", " ");
        let extension = check.required::<Extension>("/extension", "2a");
        let problems = check.finish(name.zip(extension)).unwrap_err();
        let found: Vec<_> = problems.iter().map(|p| (p.pointer.as_str(), p.code.as_str())).collect();
        assert_eq!(found, [("/name", "empty"), ("/extension", "extension")]);
    }

    #[test]
    fn what_may_be_left_out_is_checked_when_it_is_there() {
        let mut check = Check::default();
        assert_eq!(check.optional::<Mac>("/mac", "  "), None);
        assert!(check.optional::<Mac>("/mac", "00-04-13-45-C9-BF").is_some());
        assert_eq!(check.optional::<Mac>("/mac", "0004134"), None);
        assert_eq!(check.finish(Some(())).unwrap_err().len(), 1);
    }

    #[test]
    fn only_what_changed_is_checked_and_what_was_emptied_is_taken_away() {
        let mut check = Check::default();
        assert_eq!(check.changed::<Extension>("/extension", "broken", "broken"), None);
        assert_eq!(check.changed_optional::<Label>("/name", "Anna", " "), Some(None));
        assert_eq!(check.changed_optional::<Label>("/name", "Anna", "Anna"), None);
        let boxes =
            check.changed_several::<Extension>("/voicemail", &[], &["201".to_owned(), "x".to_owned()]);
        assert_eq!(boxes.map(|boxes| boxes.len()), Some(1));
        assert_eq!(check.finish(Some(())).unwrap_err()[0].pointer, "/voicemail");
    }
}
