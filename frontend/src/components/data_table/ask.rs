//! What is asked of a list: words, filters, order. It stands in the page's address, so that a link shows the same.

use crate::address;

/// What a list declares.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// Columns, and whether the list goes down by them too.
    pub(super) sorts: Vec<(&'static str, bool)>,
    pub(super) filters: Vec<&'static str>,
}

/// The order of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sort {
    pub(crate) column: &'static str,
    pub(crate) descending: bool,
}

impl Sort {
    fn read(known: &Known, text: &str) -> Option<Self> {
        let (descending, name) = text.strip_prefix('-').map_or((false, text), |name| (true, name));
        let (column, _) = known.sorts.iter().find(|(own, down)| *own == name && (*down || !descending))?;
        Some(Self { column: *column, descending })
    }

    fn text(&self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.column)
    }
}

/// What is asked of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Ask {
    pub(crate) words: String,
    pub(crate) sort: Option<Sort>,
    pub(crate) filters: Vec<(&'static str, String)>,
}

impl Ask {
    /// Reads a query; what the list does not declare is left out.
    pub(super) fn read(known: &Known, get: impl Fn(&str) -> Option<String>) -> Self {
        let filter = |id: &&'static str| get(id).filter(|value| !value.is_empty()).map(|value| (*id, value));
        Self {
            words: get("q").unwrap_or_default(),
            sort: get("sort").and_then(|text| Sort::read(known, &text)),
            filters: known.filters.iter().filter_map(filter).collect(),
        }
    }

    /// Whether every row is asked for.
    pub(super) fn is_all(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    /// The query of the page's address.
    pub(crate) fn query(&self) -> Vec<(&'static str, String)> {
        self.query_as("q")
    }

    /// The query of the server's list.
    pub(crate) fn asked(&self) -> Vec<(&'static str, String)> {
        self.query_as("search")
    }

    fn query_as(&self, words: &'static str) -> Vec<(&'static str, String)> {
        let sort = self.sort.as_ref().map(Sort::text).unwrap_or_default();
        let mut query = vec![(words, self.words.clone())];
        query.extend(self.filters.iter().cloned());
        query.push(("sort", sort));
        query
    }

    /// The page's address with this, and with a row that is open.
    pub(super) fn address(&self, row: Option<String>) -> String {
        let mut query = self.query();
        query.push(("row", row.unwrap_or_default()));
        address::with_query(&address::path(), &query)
    }

    pub(super) fn with_words(self, words: String) -> Self {
        Self { words, ..self }
    }

    /// With a filter; an empty value takes it away.
    pub(super) fn with_filter(mut self, id: &'static str, value: String) -> Self {
        self.filters.retain(|(other, _)| *other != id);
        if !value.is_empty() {
            self.filters.push((id, value));
        }
        self
    }

    /// Sorted by a column: up, then down where the list does so, then as the list comes.
    pub(super) fn turned(self, column: &'static str, descends: bool) -> Self {
        let sort = match &self.sort {
            Some(sort) if sort.column == column && (sort.descending || !descends) => None,
            Some(sort) if sort.column == column => Some(Sort { column, descending: true }),
            _ => Some(Sort { column, descending: false }),
        };
        Self { sort, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known { sorts: vec![("name", true), ("login", false)], filters: vec!["status"] }
    }

    fn read(query: &[(&str, &str)]) -> Ask {
        Ask::read(&known(), |name| {
            query.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_is_asked_reads_back_and_the_rest_is_left_out() {
        let ask = read(&[("q", "ann"), ("sort", "-name"), ("status", "draft"), ("other", "x")]);
        assert_eq!(ask.sort, Some(Sort { column: "name", descending: true }));
        let query: Vec<_> = ask.query();
        let text: Vec<_> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(text, [("q", "ann"), ("status", "draft"), ("sort", "-name")]);
        assert_eq!(read(&[("sort", "secret")]), Ask::default());
        assert_eq!(read(&[("sort", "-login")]), Ask::default(), "it goes up only");
        assert_eq!(ask.asked()[0], ("search", "ann".to_owned()));
    }

    #[test]
    fn a_heading_turns_up_down_and_off() {
        let up = Ask::default().turned("name", true);
        let down = up.clone().turned("name", true);
        assert!(up.sort.is_some_and(|sort| !sort.descending));
        assert!(down.sort.clone().is_some_and(|sort| sort.descending));
        assert_eq!(down.turned("name", true), Ask::default());
        assert_eq!(Ask::default().turned("login", false).turned("login", false), Ask::default());
    }

    #[test]
    fn an_empty_filter_is_none() {
        let ask = Ask::default().with_filter("status", "draft".into());
        assert!(!ask.is_all() && ask.with_filter("status", String::new()).is_all());
    }
}
