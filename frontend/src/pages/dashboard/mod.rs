//! A provider's home: which customers need somebody today, then the numbers.

mod concerns;
mod page;
mod query;

pub(super) use page::page;
