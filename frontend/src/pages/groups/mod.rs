//! The groups of a telephone system: who may do what on whom, which pages are shown, whose calls are picked up, which
//! number rings at several.

mod authorisation;
mod frame;
mod gui;
mod hunt;
mod members;
mod names;
mod picker;
mod pickup;
mod removal;
mod rename;

use leptos::prelude::*;

use crate::{address::Groups, shell::Here};

pub(super) fn page(here: Here, groups: Groups) -> AnyView {
    match groups {
        Groups::Authorisation(None) => authorisation::list::page(here),
        Groups::Authorisation(Some(group)) => authorisation::group::page(here, group),
        Groups::Gui(None) => gui::list::page(here),
        Groups::Gui(Some(group)) => gui::group::page(here, group),
        Groups::Pickup(None) => pickup::list::page(here),
        Groups::Pickup(Some(group)) => pickup::group::page(here, group),
        Groups::Hunt(None) => hunt::list::page(here),
        Groups::Hunt(Some(group)) => hunt::group::page(here, group),
    }
}
