//! The credential sets of a line and their rotation.

use cordboard_api::{
    devices::Device,
    users::{CredentialRotation, CredentialSet},
};
use cordboard_messages::Key;
use cordboard_types::{LineId, Permission};
use leptos::prelude::*;

use super::query;
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, acts, cancels, opens},
        copy::copied,
        dialog::{Dialog, consequences},
        feedback,
        page::panel,
        table::{Column, Row, table},
        time::time,
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::t,
};

const COLUMNS: &[Column] = &[
    (Key::CredentialOf, ""),
    (Key::CredentialUser, ""),
    (Key::CredentialVersion, "number col-mid"),
    (Key::CredentialChanged, "col-mid"),
];

pub(super) fn section(here: Here, line: LineId, devices: Query<Vec<Device>>) -> AnyView {
    let query = query::credentials(here.customer, line);
    let asking = RwSignal::new(false);
    let sets = query.view(feedback::rows_skeleton, move |sets| {
        let rows = move || {
            let devices = devices.data().unwrap_or_default();
            sets.with(|sets| sets.iter().map(|set| row(set, &devices)).collect())
        };
        table(t(Key::CredentialsTitle), COLUMNS, rows, ())
    });
    let button =
        here.may(Permission::CredentialsRotate).then(|| opens(asking, PLAIN, Key::CredentialsRotate));
    let body = view! { <p class="panel-note">{t(Key::CredentialsHelp)}</p>{sets}{rotation(here, line, query, asking)} };
    panel(t(Key::CredentialsTitle), button, body)
}

fn row(set: &CredentialSet, devices: &[Device]) -> Row {
    let owner = match set.device {
        None => t(Key::CredentialOfLine),
        Some(id) => devices
            .iter()
            .find(|device| device.id == id || device.handsets.iter().any(|handset| handset.id == id))
            .map_or_else(|| t(Key::CredentialOfDevice), |device| device.name.as_str().into()),
    };
    vec![owner.into_any(), copied(set.auth_user.clone()), set.version.into_any(), time(set.rotated_at)]
}

/// Asks before, and says what it does: in force at once, without publishing.
fn rotation(
    here: Here,
    line: LineId,
    query: Query<Vec<CredentialSet>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let toasts = use_context::<Toasts>();
    view! {
        <Dialog open=open title=t(Key::CredentialsRotate)>
            {move || {
                let form = Form::new("rotation");
                let rotate = move |_| form.send(
                    move |key| api::users::rotate(here.customer, line, key),
                    move |_: CredentialRotation| {
                        open.set(false);
                        query.refetch();
                        if let Some(toasts) = toasts {
                            toasts.say(t(Key::CredentialsRotated));
                        }
                    },
                );
                view! {
                    {form.summary()}
                    {consequences(
                        &[Key::RotateOldRefused, Key::RotateOffline],
                        &[Key::RotatePhonesFetch, Key::RotateNoPublish],
                    )}
                    <div class="form-actions">
                        {acts(form, PRIMARY, Key::CredentialsRotate, rotate)}
                        {cancels(open)}
                    </div>
                }
            }}
        </Dialog>
    }
}
