//! A customer's home: what needs a person today, then the numbers.

mod attention;
pub(super) mod page;
mod query;
