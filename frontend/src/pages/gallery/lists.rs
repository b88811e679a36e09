//! Tables, over a list that is made up here and behaves as the server's do.

use std::sync::Arc;

use cordboard_api::{ErrorCode, Problem};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::{piece, signs::LONG};
use crate::{
    api::{Answer, Failure, Listing},
    components::{
        data_table::{Ask, Bulk, Column, DataTable, Filter, Values},
        feedback,
        lamp::{Light, lamp},
        page::facts,
        strip::Strip,
    },
    form::Choice,
    words::t,
};

const ROWS: u32 = 240;
const PAGE: usize = 50;

#[derive(Debug, Clone, PartialEq)]
struct Thing {
    number: u32,
    name: String,
    works: bool,
}

fn things() -> Vec<Thing> {
    let names = ["Anna Huber", "Bruno Keller", "Carla Rossi", "Dirk de Vries", LONG];
    let name = |number: u32| names.into_iter().cycle().nth(usize::try_from(number).unwrap_or_default() % 5);
    (0..ROWS)
        .map(|number| Thing {
            number: 200 + number,
            name: format!("{} {number}", name(number).unwrap_or_default()),
            works: number % 3 != 0,
        })
        .collect()
}

/// What a server's list does: filter, sort, page.
async fn fetch(ask: Ask, pages: usize) -> Answer<Listing<Thing>> {
    let words = ask.words.to_lowercase();
    let mut found = things();
    found.retain(|thing| {
        thing.name.to_lowercase().contains(&words) || thing.number.to_string().contains(&words)
    });
    for (_, value) in &ask.filters {
        found.retain(|thing| thing.works == (value == "on"));
    }
    if let Some(sort) = &ask.sort {
        if sort.column == "name" {
            found.sort_by(|one, other| one.name.cmp(&other.name));
        }
        if sort.descending {
            found.reverse();
        }
    }
    let more = found.len() > pages * PAGE;
    found.truncate(pages * PAGE);
    Ok(Listing { items: found, more })
}

async fn restart(thing: Thing) -> Answer<()> {
    gloo_timers::future::TimeoutFuture::new(200).await;
    if thing.works { Ok(()) } else { Err(refused()) }
}

fn refused() -> Failure {
    Failure::Problem(Box::new(Problem {
        kind: String::new(),
        title: String::new(),
        status: 409,
        code: ErrorCode::InUse,
        parameters: Default::default(),
        errors: Vec::new(),
        request_id: None,
    }))
}

pub(super) fn view() -> AnyView {
    let (table, _) = table().view(&[], fetch);
    piece("Data table", table)
}

fn state(thing: &Thing) -> AnyView {
    if thing.works { lamp(Light::On, Key::FactorOn) } else { lamp(Light::Trouble, Key::FactorOff) }
}

fn table() -> DataTable<Thing> {
    let states = || vec![Choice::new(&"on", t(Key::FactorOn)), Choice::new(&"off", t(Key::FactorOff))];
    let strip = |thing: &Thing| Strip::number(&thing.number, &thing.name).view();
    let about = |thing: Signal<Thing>| {
        let rows = move || {
            let thing = thing.get();
            facts(vec![
                (Key::UserExtension, Some(thing.number.into_any())),
                (Key::ColumnStatus, Some(state(&thing))),
            ])
        };
        rows.into_any()
    };
    DataTable {
        id: "gallery",
        name: Key::NavUsers,
        columns: vec![
            Column::new("name", Key::UserName, "roomy", strip).sorts(),
            Column::new("number", Key::UserExtension, "number", |thing: &Thing| thing.number.into_any())
                .sorts(),
            Column::new("state", Key::ColumnStatus, "", state),
        ],
        row_id: |thing| thing.number.to_string(),
        row_name: |thing| thing.name.clone(),
        searches: true,
        filters: vec![Filter {
            id: "state",
            name: Key::ColumnStatus,
            values: Values::Choices(Signal::derive(states)),
        }],
        bulk: vec![Bulk::new(Key::FailureReload, restart)],
        export: Some("/gallery.csv".to_owned()),
        drawer: Some(Arc::new(about)),
        empty: Arc::new(|| feedback::empty(Key::UsersEmpty, Key::UsersEmptyText, None)),
    }
}
