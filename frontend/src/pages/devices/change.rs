//! Changing a device.

use cordboard_api::{
    FieldProblem,
    devices::{Device, DeviceChange},
};
use cordboard_messages::Key;
use cordboard_types::{Label, Mac};
use leptos::{ev::SubmitEvent, prelude::*};

use super::{form::line_choices, query};
use crate::{
    api,
    components::{
        button::{PRIMARY, cancels, sends},
        dialog::Dialog,
        toast::Toasts,
    },
    form::{Check, Form, SelectField, TextField},
    query::Query,
    shell::Here,
    words::t,
};

/// What was typed.
#[derive(Debug, Clone, Default)]
struct Typed {
    name: String,
    mac: String,
    line: String,
    admin_password: String,
    user_name: String,
    user_password: String,
}

#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    mac: RwSignal<String>,
    line: RwSignal<String>,
    admin_password: RwSignal<String>,
    user_name: RwSignal<String>,
    user_password: RwSignal<String>,
}

impl Fields {
    fn of(device: &Device) -> Self {
        let text = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
        Self {
            name: text(Some(device.name.to_string())),
            mac: text(device.mac.as_ref().map(Mac::with_colons)),
            line: text(device.line.as_ref().map(|line| line.id.to_string())),
            admin_password: text(None),
            user_name: text(device.user_name.as_ref().map(ToString::to_string)),
            user_password: text(None),
        }
    }

    fn typed(self) -> Typed {
        Typed {
            name: self.name.get_untracked(),
            mac: self.mac.get_untracked(),
            line: self.line.get_untracked(),
            admin_password: self.admin_password.get_untracked(),
            user_name: self.user_name.get_untracked(),
            user_password: self.user_password.get_untracked(),
        }
    }
}

pub(super) fn dialog(
    here: Here,
    query: Query<Device>,
    device: RwSignal<Device>,
    open: RwSignal<bool>,
) -> impl IntoView {
    view! { <Dialog open=open title=t(Key::DeviceChange)>{move || form(here, query, device, open)}</Dialog> }
}

fn form(here: Here, query: Query<Device>, device: RwSignal<Device>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("device");
    let toasts = use_context::<Toasts>();
    let base = StoredValue::new(device.get_untracked());
    let fields = base.with_value(Fields::of);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match base.with_value(|base| body(base, &fields.typed())) {
            Ok(body) => form.send(
                move |_| async move { api::devices::change(here.customer, &base.get_value(), body).await },
                move |_: Device| {
                    open.set(false);
                    query.refetch();
                    here.saved();
                    if let Some(toasts) = toasts {
                        toasts.say(t(Key::SavedDraft));
                    }
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::DeviceName value=fields.name />
            {base.with_value(|device| line(here, form, fields, device))}
            <TextField
                form
                pointer="/mac"
                label=Key::ColumnMac
                value=fields.mac
                help=Key::MacChangeHelp
                class="input-mono"
                optional=true
            />
            {base.with_value(|device| passwords(form, fields, device))}
            <div class="form-actions">
                {sends(form, PRIMARY, Key::FormSave)}
                {cancels(open)}
            </div>
        </form>
    }
    .into_any()
}

fn line(here: Here, form: Form, fields: Fields, device: &Device) -> Option<AnyView> {
    device.line.as_ref().map(|_| {
        let users = query::users(here.customer);
        let lines = Signal::derive(move || line_choices(users.data().unwrap_or_default()));
        view! { <SelectField form pointer="/line" label=Key::ColumnLine value=fields.line choices=lines /> }
            .into_any()
    })
}

fn passwords(form: Form, fields: Fields, device: &Device) -> AnyView {
    let admin = device.capabilities.admin_password.then(|| {
        view! {
            <TextField
                form
                pointer="/admin_password"
                label=Key::DeviceAdminPassword
                value=fields.admin_password
                help=Key::PasswordKeepHelp
                optional=true
                inputmode="numeric"
            />
        }
    });
    let user = device.capabilities.user_login.then(|| {
        view! {
            <TextField
                form
                pointer="/user_name"
                label=Key::DeviceUserName
                value=fields.user_name
                optional=true
            />
            <TextField
                form
                pointer="/user_password"
                label=Key::DeviceUserPassword
                value=fields.user_password
                help=Key::PasswordKeepHelp
                optional=true
                inputmode="numeric"
            />
        }
    });
    view! { {admin}{user} }.into_any()
}

/// Only what differs is sent; an empty password stays as it is.
fn body(device: &Device, typed: &Typed) -> Result<DeviceChange, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", &typed.name);
    let mac = check.optional::<Mac>("/mac", &typed.mac);
    let line = device.line.as_ref().and_then(|_| check.chosen("/line", &typed.line));
    let user_name = check.optional::<Label>("/user_name", &typed.user_name);
    let change = DeviceChange {
        name: name.filter(|name| *name != device.name),
        mac: mac.filter(|mac| Some(mac) != device.mac.as_ref()),
        line: line.filter(|line| device.line.as_ref().is_some_and(|old| old.id != *line)),
        admin_password: check.optional("/admin_password", &typed.admin_password),
        user_name: user_name.filter(|name| Some(name) != device.user_name.as_ref()),
        user_password: check.optional("/user_password", &typed.user_password),
    };
    check.finish(Some(change))
}
