//! A user beside the list.

use cordboard_api::users::User;
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::Place,
    components::{copy::copied, lamp, language, page::facts},
    shell::Here,
    words::t,
};

pub(super) fn view(here: Here, user: Signal<User>) -> AnyView {
    let rows = move || user.with(about);
    let page = move || here.to(Place::User(user.with(|user| user.id)));
    view! {
        {rows}
        <div class="form-actions"><a class="button button-primary" href=page>{t(Key::UserOpen)}</a></div>
    }
    .into_any()
}

fn about(user: &User) -> AnyView {
    let copied = |text: String| Some(copied(text));
    facts(vec![
        (Key::UserExtension, copied(user.extension.to_string())),
        (Key::UserLogin, copied(user.login.to_string())),
        (Key::UserEmail, user.email.as_ref().and_then(|email| copied(email.to_string()))),
        (Key::UserLanguage, user.language.map(|locale| language::name(locale).into_any())),
        (Key::ColumnSite, Some(user.site_name.clone().into_any())),
        (Key::ColumnDevices, Some(user.devices.into_any())),
        (Key::ColumnRegistration, Some(lamp::registered(user.registrations))),
    ])
}
