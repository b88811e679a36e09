//! Adding a device.

use cordboard_api::{
    catalogue::Model,
    devices::{Device, DeviceKind},
    users::User,
};
use cordboard_messages::Key;
use cordboard_types::LineId;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    draft::{self, Typed},
    first_contact::preconditions,
    handsets, query,
};
use crate::{
    address::{self, Place},
    api,
    components::{
        button::{PRIMARY, leaves, sends},
        feedback,
        page::head,
    },
    form::{Choice, ChoiceCards, Form, SelectField, TextField},
    shell::Here,
    words::t,
};

/// The fields, each a signal.
#[derive(Clone, Copy)]
struct Fields {
    model: RwSignal<String>,
    name: RwSignal<String>,
    line: RwSignal<String>,
    site: RwSignal<String>,
    mac: RwSignal<String>,
    provisioning_mac: RwSignal<String>,
    admin_password: RwSignal<String>,
    user_name: RwSignal<String>,
    user_password: RwSignal<String>,
    handsets: RwSignal<Vec<handsets::Row>>,
}

impl Fields {
    fn new(line: Option<LineId>) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            model: empty(),
            name: empty(),
            line: RwSignal::new(line.map(|line| line.to_string()).unwrap_or_default()),
            site: empty(),
            mac: empty(),
            provisioning_mac: RwSignal::new("no".to_owned()),
            admin_password: empty(),
            user_name: empty(),
            user_password: empty(),
            handsets: RwSignal::new(vec![handsets::Row::new()]),
        }
    }

    fn typed(self) -> Typed {
        Typed {
            name: self.name.get_untracked(),
            line: self.line.get_untracked(),
            site: self.site.get_untracked(),
            mac: self.mac.get_untracked(),
            once: self.provisioning_mac.with_untracked(|choice| choice == "once"),
            admin_password: self.admin_password.get_untracked(),
            user_name: self.user_name.get_untracked(),
            user_password: self.user_password.get_untracked(),
            handsets: self.handsets.with_untracked(|rows| rows.iter().map(|row| row.typed()).collect()),
        }
    }
}

pub(crate) fn page(here: Here, line: Option<LineId>) -> AnyView {
    let form = Form::new("device");
    let fields = Fields::new(line);
    let models = query::models();
    let chosen = Memo::new(move |_| {
        let id = fields.model.get();
        models.data().unwrap_or_default().into_iter().find(|model| model.id == id)
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match chosen.with_untracked(|model| draft::body(model.as_ref(), &fields.typed())) {
            Ok(body) => form.send(
                move |key| api::devices::create(here.customer, key, body),
                move |device: Device| {
                    here.saved();
                    address::go(&here.to(Place::Device(device.id)));
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    let rest = rest(here, form, fields);
    let choices = move |models: RwSignal<Vec<Model>>| {
        Signal::derive(move || models.with(|models| draft::choices(models)))
    };
    let body = models.view(feedback::page_skeleton, move |models| {
        view! {
            <SelectField
                form
                pointer="/model"
                label=Key::DeviceModel
                value=fields.model
                choices=choices(models)
                help=Key::DeviceModelHelp
            />
        }
        .into_any()
    });
    view! {
        {head(t(Key::DeviceNew), None, None)}
        <form class="form form-wide" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {body}
            {move || chosen.get().map(|model| rest(&model))}
            <div class="form-actions">
                {sends(form, PRIMARY, Key::DeviceCreate)}
                {leaves(here.to(Place::Devices))}
            </div>
        </form>
    }
    .into_any()
}

/// What depends on the model; drawn again when another is chosen, keeping what was typed.
fn rest(here: Here, form: Form, fields: Fields) -> impl Fn(&Model) -> AnyView {
    let users = query::users(here.customer);
    let sites = query::sites(here.customer);
    let lines = Signal::derive(move || line_choices(users.data().unwrap_or_default()));
    let sites = Signal::derive(move || {
        let sites = sites.data().unwrap_or_default();
        sites.into_iter().map(|site| Choice::new(&site.id, site.name.to_string())).collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        // Where there is only one site there is nothing to choose.
        if let [only] = sites.get().as_slice() {
            fields.site.set(only.value.clone());
        }
    });
    move |model| {
        let dect = model.kind == DeviceKind::DectSystem;
        let place = if dect {
            view! { <SelectField form pointer="/site" label=Key::ColumnSite value=fields.site choices=sites /> }
                .into_any()
        } else {
            view! {
                <SelectField
                    form
                    pointer="/line"
                    label=Key::ColumnLine
                    value=fields.line
                    choices=lines
                    help=Key::DeviceLineHelp
                />
            }
            .into_any()
        };
        view! {
            {place}
            <TextField
                form
                pointer="/name"
                label=Key::DeviceName
                value=fields.name
                help=Key::DeviceNameHelp
                optional=true
            />
            {dect.then(|| handsets::rows(form, fields.handsets, lines, model.handsets))}
            {first_contact(form, fields, model)}
            {passwords(form, fields, model)}
        }
        .into_any()
    }
}

/// Users as lines: `201 Anna Meier`.
pub(super) fn line_choices(users: Vec<User>) -> Vec<Choice> {
    users
        .into_iter()
        .map(|user| Choice::new(&user.line, format!("{} {}", user.extension, user.name)))
        .collect()
}

fn first_contact(form: Form, fields: Fields, model: &Model) -> AnyView {
    let redirect = if model.redirect {
        view! {
            <ChoiceCards
                form
                pointer="/provisioning_mac"
                label=Key::ColumnProvisioningMac
                value=fields.provisioning_mac
                choices=vec![
                    ("no", Key::ProvisioningMacNo, Key::ProvisioningMacNoMeans),
                    ("once", Key::ProvisioningMacOnce, Key::ProvisioningMacOnceMeans),
                ]
            />
            {move || fields.provisioning_mac.with(|choice| choice == "once").then(preconditions)}
        }
        .into_any()
    } else {
        feedback::notice(t(Key::RedirectUnsupported), None)
    };
    view! {
        <section class="form-section">
            <h2>{t(Key::FirstContactTitle)}</h2>
            <TextField
                form
                pointer="/mac"
                label=Key::ColumnMac
                value=fields.mac
                help=Key::MacHelp
                optional=true
                class="input-mono"
                placeholder="00:04:13:45:C9:BF"
            />
            {redirect}
        </section>
    }
    .into_any()
}

fn passwords(form: Form, fields: Fields, model: &Model) -> Option<AnyView> {
    (model.admin_password || model.user_login).then(|| {
        let admin = model.admin_password.then(|| {
            view! {
                <TextField
                    form
                    pointer="/admin_password"
                    label=Key::DeviceAdminPassword
                    value=fields.admin_password
                    optional=true
                    inputmode="numeric"
                />
            }
        });
        let user = model.user_login.then(|| {
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
                    optional=true
                    inputmode="numeric"
                />
            }
        });
        view! {
            <section class="form-section">
                <h2>{t(Key::DevicePasswordsTitle)}</h2>
                <p class="panel-note">{t(Key::DevicePasswordsHelp)}</p>
                <div class="form-grid">{admin}{user}</div>
            </section>
        }
        .into_any()
    })
}
