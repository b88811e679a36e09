//! The table of allowed arrows, read from `arrows.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use super::metadata::Package;

type Rows = BTreeMap<String, Vec<String>>;

/// What `arrows.toml` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    arrows: Rows,
    tests: Rows,
    only: Rows,
    pure: Pure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pure {
    rooms: Vec<String>,
    crates: Vec<String>,
    source: Vec<String>,
}

impl Table {
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Self::parse(&text)
    }

    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        Ok(toml::from_str(text)?)
    }

    /// Crates that the table does not know: a new crate must say what it may use.
    pub(crate) fn missing_rows(&self, packages: &[Package]) -> Vec<String> {
        let unknown = packages.iter().filter(|p| !self.arrows.contains_key(&p.name));
        unknown.map(|p| format!("{} has no row in arrows.toml", p.name)).collect()
    }

    /// Whether one of our crates may depend on another one.
    pub(crate) fn allows(&self, from: &str, to: &str, for_tests: bool) -> bool {
        lists(&self.arrows, from, to) || (for_tests && lists(&self.tests, from, to))
    }

    /// Whether one of our crates may depend on a crate from outside.
    pub(crate) fn allows_outside(&self, from: &str, to: &str) -> bool {
        let in_its_room = !self.only.contains_key(to) || lists(&self.only, to, from);
        let pure = !self.is_pure(from) || !self.pure.crates.iter().any(|name| name == to);
        in_its_room && pure
    }

    pub(crate) fn is_pure(&self, name: &str) -> bool {
        self.pure.rooms.iter().any(|room| room == name)
    }

    /// Names that must not appear in the source of a pure room.
    pub(crate) fn impure_names(&self) -> &[String] {
        &self.pure.source
    }
}

fn lists(rows: &Rows, row: &str, name: &str) -> bool {
    rows.get(row).is_some_and(|names| names.iter().any(|n| n == name))
}
