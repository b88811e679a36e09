//! A file into rows, a row into a user or the reasons why not.

use std::collections::HashSet;

use cordboard_types::{Email, Extension, Invalid, Label, Login, PhoneNumber, UserPin};
use csv::{ReaderBuilder, StringRecord};

use super::{
    COLUMNS, PIN, RowProblem, RowReason, Separator, UserRow,
    cells::{groups, language, list, optional, unguarded, yes_no},
};

/// How a file is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// What separates cells.
    pub separator: Separator,
    /// Whether the first line names the columns (P-059).
    pub header: bool,
    /// Whether a row may leave the PIN out.
    pub without_pin: bool,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// Line of the file it begins on, from 1.
    pub line: u64,
    /// Its cells with the PIN left out; none where the columns are not the fifteen, because then nobody knows which
    /// of them is the PIN.
    pub cells: Vec<String>,
    /// The user, or every reason why not.
    pub user: Result<UserRow, Vec<RowProblem>>,
}

/// Reads a file. Whatever it holds, every row is answered.
#[must_use]
pub fn read(text: &str, options: Options) -> Vec<FileRow> {
    let mut reader = ReaderBuilder::new()
        .delimiter(options.separator.byte())
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows: Vec<_> = reader.records().map(|record| row(record, options)).collect();
    if options.header && !rows.is_empty() {
        rows.remove(0);
    }
    mark_repetitions(&mut rows);
    rows
}

fn row(record: Result<StringRecord, csv::Error>, options: Options) -> FileRow {
    let (line, cells) = match record {
        Ok(record) => {
            let line = record.position().map_or(0, csv::Position::line);
            (line, record.iter().map(|cell| unguarded(cell).to_owned()).collect())
        }
        Err(error) => (error.position().map_or(0, csv::Position::line), Vec::new()),
    };
    let user = parse(&cells, options.without_pin);
    FileRow { line, cells: kept(cells), user }
}

fn kept(mut cells: Vec<String>) -> Vec<String> {
    if cells.len() != COLUMNS.len() {
        return Vec::new();
    }
    if let Some(pin) = cells.get_mut(PIN) {
        pin.clear();
    }
    cells
}

/// Of two rows with the same login id or extension the first stands.
fn mark_repetitions(rows: &mut [FileRow]) {
    let (mut logins, mut extensions) = (HashSet::new(), HashSet::new());
    for row in rows {
        let Ok(user) = &row.user else { continue };
        let fresh = [
            ("login", logins.insert(user.login.clone())),
            ("extension", extensions.insert(user.extension.clone())),
        ];
        let again = fresh.into_iter().filter(|(_, fresh)| !fresh);
        let problems: Vec<_> =
            again.map(|(column, _)| RowProblem { column, reason: RowReason::TwiceInFile }).collect();
        if !problems.is_empty() {
            row.user = Err(problems);
        }
    }
}

/// Collects what is wrong, so that a row is told all of it at once.
struct Cells<'a> {
    cells: &'a [String],
    problems: Vec<RowProblem>,
}

impl Cells<'_> {
    fn take<T>(&mut self, place: usize, parse: impl Fn(&str) -> Result<T, Invalid>) -> Option<T> {
        let text = self.cells.get(place).map_or("", String::as_str);
        match parse(text) {
            Ok(value) => Some(value),
            Err(invalid) => {
                self.refuse(place, invalid);
                None
            }
        }
    }

    fn refuse(&mut self, place: usize, invalid: Invalid) {
        let column = COLUMNS.get(place).copied().unwrap_or_default();
        self.problems.push(RowProblem { column, reason: RowReason::Invalid(invalid) });
    }
}

/// Reads the cells of a row, apostrophes of an export taken off.
///
/// # Errors
/// Every reason the row is refused for.
pub fn parse(cells: &[String], without_pin: bool) -> Result<UserRow, Vec<RowProblem>> {
    if cells.len() != COLUMNS.len() {
        return Err(vec![RowProblem { column: "", reason: RowReason::ColumnCount }]);
    }
    let mut cells = Cells { cells, problems: Vec::new() };
    let user = fields(&mut cells, without_pin);
    match user {
        Some(user) if cells.problems.is_empty() => Ok(user),
        _ => Err(cells.problems),
    }
}

fn fields(cells: &mut Cells<'_>, without_pin: bool) -> Option<UserRow> {
    let login = cells.take(0, Login::parse);
    let extension = cells.take(1, Extension::parse);
    let first_name = cells.take(2, |text| optional(text, Label::parse));
    let last_name = cells.take(3, |text| optional(text, Label::parse));
    let pin = cells.take(PIN, |text| match text.trim() {
        "" if without_pin => Ok(None),
        text => UserPin::parse(text).map(Some),
    });
    let voicemail = cells.take(5, |text| list(text, Extension::parse));
    let email = cells.take(6, |text| optional(text, Email::parse));
    let language = cells.take(7, |text| optional(text, language));
    let clip_internal = cells.take(8, |text| list(text, PhoneNumber::parse));
    let clip_external = cells.take(9, |text| list(text, PhoneNumber::parse));
    let hidden = cells.take(10, yes_no);
    let to_operator = cells.take(11, yes_no);
    let operator_extension = cells.take(12, |text| optional(text, Extension::parse));
    let pickup_groups = cells.take(13, |text| groups(text, Label::parse));
    let hunt_groups = cells.take(14, |text| groups(text, Label::parse));
    if to_operator == Some(true) && operator_extension == Some(None) {
        cells.refuse(12, Invalid::Empty);
    }
    let extension = extension?;
    let voicemail = voicemail.map(|boxes| if boxes == [extension.clone()] { Vec::new() } else { boxes });
    Some(UserRow {
        login: login?,
        extension,
        first_name: first_name?,
        last_name: last_name?,
        pin: pin?,
        voicemail: voicemail?,
        email: email?,
        language: language?,
        clip_internal: clip_internal?,
        clip_external: clip_external?,
        hidden: hidden?,
        to_operator: to_operator?,
        operator_extension: operator_extension?,
        pickup_groups: pickup_groups?,
        hunt_groups: hunt_groups?,
    })
}
