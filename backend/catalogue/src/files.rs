//! File names: which one a device asks for, and what it gets.

use cordboard_types::Mac;

use crate::{
    manifest::{AnswerRule, FileRule},
    model::Model,
    pattern::{Hole, Pattern},
};

/// Holes a file name may have.
pub(crate) const HOLES: &[Hole] = &[Hole::MacLower, Hole::MacUpper, Hole::Model, Hole::Hardware];

/// What a requested file name is to a device. Only [`FileMatch::Served`] is answered with a file; everything
/// else gets the same 404 (design, idea 4), the difference is for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileMatch {
    /// The file of the release with this name.
    Served(String),
    /// A name the family is known to try; there is no such file on purpose.
    Probe,
    /// A known name, but with another device's MAC in it.
    WrongMac,
    /// No name of this family.
    Unknown,
}

/// A file of a family, its patterns parsed.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) rule: FileRule,
    pub(crate) names: Vec<Pattern>,
}

/// Who asks.
pub(crate) struct Asker<'a> {
    pub(crate) model: &'a Model,
    pub(crate) hardware: Option<u16>,
    pub(crate) mac: Option<&'a Mac>,
}

impl File {
    /// Name in the release: the first pattern. A device without a known MAC has `device` in its place.
    pub(crate) fn name(&self, asker: &Asker<'_>) -> String {
        self.names.first().map_or_else(String::new, |pattern| pattern.expand(|hole| asker.fill(hole)))
    }

    pub(crate) fn matches(&self, name: &str, asker: &Asker<'_>) -> FileMatch {
        let read = |pattern: &Pattern| pattern.read(name, &|hole, value| asker.accepts(hole, value));
        let Some(found) = self.names.iter().find_map(read) else { return FileMatch::Unknown };
        let is_mac = |hole: Hole| matches!(hole, Hole::MacLower | Hole::MacUpper);
        let theirs = found.iter().filter(|(hole, _)| is_mac(*hole));
        let all_ours = theirs.into_iter().all(|(_, text)| asker.owns(text));
        match self.rule.answer {
            _ if !all_ours => FileMatch::WrongMac,
            AnswerRule::Probe => FileMatch::Probe,
            AnswerRule::Render => FileMatch::Served(self.name(asker)),
        }
    }
}

impl Asker<'_> {
    fn fill(&self, hole: Hole) -> String {
        match hole {
            Hole::MacLower => self.mac.map_or_else(|| "device".to_owned(), Mac::lower),
            Hole::MacUpper => self.mac.map_or_else(|| "device".to_owned(), |mac| mac.upper().to_owned()),
            Hole::Model => self.model.id.model().to_owned(),
            Hole::Hardware => self.hardware.map_or_else(String::new, |number| format!("{number:012}")),
            _ => String::new(),
        }
    }

    /// Whether `text` may stand in a hole of a requested name: a MAC in any spelling, this model's name.
    fn accepts(&self, hole: Hole, text: &str) -> bool {
        match hole {
            Hole::MacLower | Hole::MacUpper => Mac::parse(text).is_ok(),
            _ => text.eq_ignore_ascii_case(&self.fill(hole)),
        }
    }

    fn owns(&self, text: &str) -> bool {
        self.mac.is_none_or(|mac| Mac::parse(text).as_ref() == Ok(mac))
    }
}
