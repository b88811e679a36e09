//! One row of a file.

use cordboard_api::{
    FieldProblem,
    imports::{ImportRow, ImportRowState},
};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::columns::{COLUMNS, named};
use crate::{
    address::Place,
    components::{
        lamp::{Light, lamp},
        page::facts,
    },
    shell::Here,
    words::{self, Text, t},
};

/// What stands in a column; nothing where the row has not fifteen.
pub(super) fn cell(row: &ImportRow, column: &str) -> String {
    let place = COLUMNS.iter().position(|(name, _)| *name == column);
    place.and_then(|place| row.cells.get(place)).cloned().unwrap_or_default()
}

/// First and last name, else the login id.
pub(super) fn name(row: &ImportRow) -> String {
    let names = format!("{} {}", cell(row, "first_name"), cell(row, "last_name"));
    let names = names.trim();
    if names.is_empty() { cell(row, "login") } else { names.to_owned() }
}

pub(super) fn state(row: &ImportRow) -> AnyView {
    match row.state {
        ImportRowState::Bad => lamp(Light::Trouble, Key::ImportRowBad),
        ImportRowState::Ready => lamp(Light::On, Key::ImportRowReady),
        ImportRowState::Done => lamp(Light::On, Key::ImportRowDone),
        ImportRowState::Failed => lamp(Light::Trouble, Key::ImportRowFailed),
    }
}

/// Each with the column it is about.
fn said(problem: &FieldProblem) -> Text {
    let sentence = words::problem(problem);
    named(&problem.pointer).map_or_else(|| sentence.clone(), |column| t(column).join(": ", sentence.clone()))
}

pub(super) fn problems(row: &ImportRow) -> AnyView {
    let list: Vec<_> = row.problems.iter().map(|problem| view! { <li>{said(problem)}</li> }).collect();
    if list.is_empty() { ().into_any() } else { view! { <ul class="row-problems">{list}</ul> }.into_any() }
}

/// All cells, what is wrong beside the one it is about.
pub(super) fn drawer(here: Here, row: Signal<ImportRow>) -> AnyView {
    let body = move || row.with(|row| about(here, row));
    body.into_any()
}

fn about(here: Here, row: &ImportRow) -> AnyView {
    let cells = COLUMNS.iter().map(|(column, name)| {
        let text = cell(row, column);
        let pointer = format!("/{column}");
        let wrong: Vec<_> =
            row.problems.iter().filter(|problem| problem.pointer == pointer).cloned().collect();
        (*name, value(text, &wrong))
    });
    let link = row.user.map(|user| {
        view! { <a class="button button-primary" href=here.to(Place::User(user))>{t(Key::UserOpen)}</a> }
    });
    let whole = (row.cells.is_empty()).then(|| problems(row));
    let cells = (!row.cells.is_empty()).then(|| facts(cells.collect()));
    view! { {state(row)}{whole}{cells}{link} }.into_any()
}

fn value(text: String, wrong: &[FieldProblem]) -> Option<AnyView> {
    if text.is_empty() && wrong.is_empty() {
        return None;
    }
    let wrong: Vec<_> =
        wrong.iter().map(|problem| view! { <p class="field-error">{words::problem(problem)}</p> }).collect();
    Some(view! { <span>{text}</span>{wrong} }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> ImportRow {
        let mut cells: Vec<_> = cells.iter().map(ToString::to_string).collect();
        if !cells.is_empty() {
            cells.resize(COLUMNS.len(), String::new());
        }
        ImportRow { number: 1, line: 2, state: ImportRowState::Bad, cells, user: None, problems: Vec::new() }
    }

    #[test]
    fn a_row_is_called_by_its_name_or_its_login() {
        assert_eq!(name(&row(&["susi", "14", "Susan", "Brown"])), "Susan Brown");
        assert_eq!(name(&row(&["susi", "14"])), "susi");
        assert_eq!(name(&row(&[])), "");
    }

    #[test]
    fn a_problem_names_its_column() {
        let problem = |pointer: &str, code: &str| FieldProblem {
            pointer: pointer.into(),
            code: code.into(),
            detail: String::new(),
        };
        assert_eq!(said(&problem("/pin", "pin")).get(), "PIN: A PIN has 3 to 10 digits.");
        assert_eq!(said(&problem("", "column_count")).get(), "A row has fifteen columns.");
    }
}
