//! The life of a customer: its name and place, suspension, exports, closing.

mod closing;
mod exports;
mod page;
mod standing;
mod suspension;

pub(super) use page::page;
pub(super) use standing::lamp;
