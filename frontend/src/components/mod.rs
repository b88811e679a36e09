//! What pages are made of.

pub(crate) mod brand;
pub(crate) mod button;
pub(crate) mod confirm;
pub(crate) mod copy;
pub(crate) mod cord;
pub(crate) mod data_table;
pub(crate) mod dialog;
pub(crate) mod effective;
pub(crate) mod feedback;
pub(crate) mod icon;
pub(crate) mod lamp;
pub(crate) mod language;
pub(crate) mod looks;
pub(crate) mod menu;
pub(crate) mod merge;
pub(crate) mod page;
pub(crate) mod permissions;
pub(crate) mod progress;
pub(crate) mod role;
pub(crate) mod strip;
pub(crate) mod table;
pub(crate) mod tabs;
pub(crate) mod time;
pub(crate) mod toast;
pub(crate) mod toggle;
pub(crate) mod wizard;
