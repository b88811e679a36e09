//! What is handed down the organisation: each value with the level it comes from, set here, locked, given back.

mod draft;
mod field;
mod form;
mod page;
mod preview;
mod query;
mod words;

pub(super) use page::page;
