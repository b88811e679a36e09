//! The number, and what one logs a phone in with.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::super::values::Fields;
use crate::form::{Form, PasswordField, TextField};

pub(in crate::pages::users) fn extension(form: Form, fields: Fields) -> AnyView {
    view! {
        <TextField
            form
            pointer="/extension"
            label=Key::UserExtension
            value=fields.extension
            help=Key::UserExtensionHelp
            class="input-short"
            inputmode="numeric"
        />
    }
    .into_any()
}

/// `new`: nobody has one yet.
pub(in crate::pages::users) fn login(form: Form, fields: Fields, new: bool) -> AnyView {
    let (login_help, pin_help) =
        if new { (Key::UserLoginMade, Key::UserPinMade) } else { (Key::UserLoginHelp, Key::UserPinHelp) };
    view! {
        <div class="form-grid">
            <TextField form pointer="/login" label=Key::UserLogin value=fields.login help=login_help optional=new />
            <PasswordField
                form
                pointer="/pin"
                label=Key::UserPin
                value=fields.pin
                help=pin_help
                autocomplete="off"
                inputmode="numeric"
                optional=true
            />
        </div>
    }
    .into_any()
}
