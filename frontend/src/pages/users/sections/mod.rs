//! The fields of a user, in the order one asks for them.

mod calls;
mod login;
mod person;

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::words::t;

pub(super) use calls::{clip, switches, voicemail};
pub(super) use login::{extension, login};
pub(super) use person::{name, names, person, reached};

/// Fields under a heading.
pub(super) fn section(title: Key, body: impl IntoView + 'static) -> AnyView {
    view! { <section class="form-section"><h2>{t(title)}</h2>{body}</section> }.into_any()
}
