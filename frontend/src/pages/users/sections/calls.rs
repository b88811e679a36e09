//! What becomes of calls.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::super::values::Fields;
use crate::{
    components::toggle::toggle,
    form::{ChipsField, Form, TextField},
};

pub(in crate::pages::users) fn voicemail(form: Form, fields: Fields) -> AnyView {
    view! {
        <ChipsField
            form
            pointer="/voicemail"
            label=Key::UserVoicemail
            values=fields.voicemail
            help=Key::UserVoicemailHelp
            optional=true
        />
    }
    .into_any()
}

pub(in crate::pages::users) fn clip(form: Form, fields: Fields) -> AnyView {
    view! {
        <div class="form-grid">
            <ChipsField
                form
                pointer="/clip_internal"
                label=Key::UserClipInternal
                values=fields.clip_internal
                help=Key::UserClipHelp
                optional=true
            />
            <ChipsField
                form
                pointer="/clip_external"
                label=Key::UserClipExternal
                values=fields.clip_external
                help=Key::UserClipHelp
                optional=true
            />
        </div>
    }
    .into_any()
}

pub(in crate::pages::users) fn switches(form: Form, fields: Fields) -> AnyView {
    view! {
        {toggle("user-hidden", Key::UserHidden, Some(Key::UserHiddenHelp), fields.hidden)}
        {toggle("user-to_operator", Key::UserToOperator, Some(Key::UserToOperatorHelp), fields.to_operator)}
        <Show when=move || fields.to_operator.get()>
            <TextField
                form
                pointer="/operator_extension"
                label=Key::UserOperator
                value=fields.operator_extension
                class="input-short"
                inputmode="numeric"
            />
        </Show>
    }
    .into_any()
}
