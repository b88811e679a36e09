//! `region.toml`: how a family spells languages, countries and time zones.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::LoadError;

/// What a family calls one language, country or zone: a few named strings for its templates.
pub(crate) type Spelling = BTreeMap<String, String>;

/// The tables of one family.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Region {
    /// By BCP 47 tag.
    pub(crate) languages: BTreeMap<String, Spelling>,
    /// By ISO 3166 code.
    pub(crate) countries: BTreeMap<String, Spelling>,
    /// By Olson id.
    pub(crate) time_zones: BTreeMap<String, Spelling>,
}

impl Region {
    /// Every entry of a table must have the same fields, so that no template meets a hole.
    pub(crate) fn check(&self, file: &str) -> Result<(), LoadError> {
        for (name, table) in self.tables() {
            let first = table.values().next();
            let first = first.ok_or_else(|| LoadError::new(file, name, "empty"))?;
            for (key, entry) in table {
                if !entry.keys().eq(first.keys()) {
                    return Err(LoadError::new(
                        file,
                        &format!("{name}.{key}"),
                        "other fields than its neighbours",
                    ));
                }
            }
        }
        Ok(())
    }

    fn tables(&self) -> [(&'static str, &BTreeMap<String, Spelling>); 3] {
        [("languages", &self.languages), ("countries", &self.countries), ("time_zones", &self.time_zones)]
    }
}
