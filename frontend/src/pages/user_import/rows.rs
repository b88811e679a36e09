//! The rows of a file, each with what is wrong with it.

use std::sync::Arc;

use cordboard_api::{
    events::Topic,
    imports::{ImportRow, UserImport},
};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::row;
use crate::{
    api,
    components::{
        data_table::{Column, DataTable, Filter, Values},
        feedback,
        strip::Strip,
    },
    form::Choice,
    shell::Here,
    words::t,
};

pub(super) fn section(here: Here, import: RwSignal<UserImport>) -> AnyView {
    let id = import.with_untracked(|import| import.id);
    let only = || vec![Choice::new(&"bad", t(Key::ImportOnlyBad))];
    let table = DataTable {
        id: "import-rows",
        name: Key::ImportRows,
        columns: columns(),
        row_id: |row: &ImportRow| row.number.to_string(),
        row_name: |row: &ImportRow| row::name(row),
        searches: false,
        filters: vec![Filter {
            id: "only",
            name: Key::ColumnStatus,
            values: Values::Choices(Signal::derive(only)),
        }],
        bulk: Vec::new(),
        export: None,
        drawer: Some(Arc::new(move |row| row::drawer(here, row))),
        empty: Arc::new(|| feedback::empty(Key::ImportEmpty, Key::ImportEmptyText, None)),
    };
    let (view, _) = table.view(&[Topic::Job], move |ask, pages| async move {
        api::imports::rows(here.customer, id, &ask.asked(), pages).await
    });
    view! { <section class="stack-narrow"><h2>{t(Key::ImportRows)}</h2>{view}</section> }.into_any()
}

fn columns() -> Vec<Column<ImportRow>> {
    vec![
        Column::new("row", Key::ImportLine, "roomy", |row: &ImportRow| {
            Strip::number(&row.line, &row::name(row)).view()
        }),
        Column::new("extension", Key::UserExtension, "number col-mid", |row: &ImportRow| {
            row::cell(row, "extension").into_any()
        }),
        Column::new("email", Key::UserEmail, "breakable col-wide", |row: &ImportRow| {
            row::cell(row, "email").into_any()
        }),
        Column::new("state", Key::ColumnStatus, "", row::state),
        Column::new("problems", Key::ImportProblems, "breakable", |row: &ImportRow| row::problems(row)),
    ]
}
