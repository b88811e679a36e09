//! The handsets of a DECT system: as rows of a form, and as the picture of the system.

use cordboard_api::devices::{Device, Handset};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    draft::{TypedHandset, handset},
    form::line_choices,
    query,
};
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, opens, sends},
        cord::patch,
        dialog::Dialog,
        icon::{Icon, icon},
        page::panel,
        strip::Strip,
    },
    form::{Check, Choice, Form, SelectField, TextField},
    query::Query,
    shell::Here,
    words::{t, tx},
};

/// A handset being typed.
#[derive(Clone, Copy)]
pub(super) struct Row {
    line: RwSignal<String>,
    ipui: RwSignal<String>,
}

impl Row {
    pub(super) fn new() -> Self {
        Self { line: RwSignal::new(String::new()), ipui: RwSignal::new(String::new()) }
    }

    pub(super) fn typed(self) -> TypedHandset {
        TypedHandset { line: self.line.get_untracked(), ipui: self.ipui.get_untracked() }
    }

    fn fields(self, form: Form, at: &str, lines: Signal<Vec<Choice>>) -> AnyView {
        view! {
            <SelectField
                form
                pointer=format!("{at}/line")
                label=Key::ColumnLine
                value=self.line
                choices=lines
            />
            <TextField
                form
                pointer=format!("{at}/ipui")
                label=Key::HandsetIpui
                value=self.ipui
                help=Key::HandsetIpuiHelp
                class="input-mono"
                optional=true
            />
        }
        .into_any()
    }
}

/// Rows of a new system's form; at most as many as the model holds.
pub(super) fn rows(form: Form, rows: RwSignal<Vec<Row>>, lines: Signal<Vec<Choice>>, most: u16) -> AnyView {
    let list = move || {
        let row = |(place, row): (usize, Row)| {
            let name = tx(Key::HandsetNumber, &[("number", number(place).into())]);
            let remove = move |_| {
                rows.update(|rows| {
                    rows.remove(place);
                });
            };
            view! {
                <div class="sub-row" role="group" aria-label=name>
                    {row.fields(form, &format!("/handsets/{place}"), lines)}
                    <button type="button" class="button button-quiet" aria-label=t(Key::HandsetRemove) on:click=remove>
                        {icon(Icon::Trash)}
                    </button>
                </div>
            }
        };
        rows.get().into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let room = move || rows.with(|rows| rows.len() < usize::from(most));
    view! {
        <section class="form-section">
            <h2>{t(Key::HandsetsTitle)}</h2>
            {list}
            <Show when=room>
                <div class="form-actions">
                    <button type="button" class="button" on:click=move |_| rows.update(|rows| rows.push(Row::new()))>
                        {icon(Icon::Plus)}{t(Key::HandsetAdd)}
                    </button>
                </div>
            </Show>
        </section>
    }
    .into_any()
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}

/// The system with the cords to its handsets.
pub(super) fn section(here: Here, query: Query<Device>, device: RwSignal<Device>) -> AnyView {
    let open = RwSignal::new(false);
    let may = here.may(Permission::DevicesWrite);
    let button = may.then(|| {
        view! {
            {opens(open, PLAIN, Key::HandsetAdd)}
            <Dialog open=open title=t(Key::HandsetAdd)>{move || add(here, query, device, open)}</Dialog>
        }
        .into_any()
    });
    let picture = move || {
        device.with(|device| {
            let near = Strip::icon(Icon::RadioTower, &device.name).view();
            let far = device
                .handsets
                .iter()
                .map(|handset| (one(here, query, device, handset, may), true))
                .collect();
            patch(near, far)
        })
    };
    panel(t(Key::HandsetsTitle), button, picture)
}

fn one(here: Here, query: Query<Device>, device: &Device, handset: &Handset, may: bool) -> AnyView {
    let strip = Strip::number(&handset.line.extension, &handset.name).view();
    let form = Form::new("handset");
    let (system, id) = (device.id, handset.id);
    let remove = move |_| {
        form.send(
            move |_| api::devices::remove_handset(here.customer, system, id),
            move |()| {
                query.refetch();
                here.saved();
            },
        );
    };
    let name = tx(Key::HandsetRemoveNamed, &[("name", handset.name.to_string().into())]);
    let button = may.then(|| {
        view! {
            <button type="button" class="button button-quiet button-small" aria-label=name on:click=remove>
                {icon(Icon::Trash)}
            </button>
        }
    });
    let ipui = handset.ipui.clone().map(|ipui| view! { <small class="mono muted">{ipui}</small> });
    view! { {strip}{ipui}{button}{form.summary()} }.into_any()
}

fn add(here: Here, query: Query<Device>, device: RwSignal<Device>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("handset-new");
    let row = Row::new();
    let users = query::users(here.customer);
    let lines = Signal::derive(move || line_choices(users.data().unwrap_or_default()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let body = handset(&mut check, "", &row.typed());
        let id = device.with_untracked(|device| device.id);
        match check.finish(body) {
            Ok(body) => form.send(
                move |key| api::devices::add_handset(here.customer, id, key, body),
                move |_: Device| {
                    open.set(false);
                    query.refetch();
                    here.saved();
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            {row.fields(form, "", lines)}
            <div class="form-actions">
                {sends(form, PRIMARY, Key::HandsetAdd)}
            </div>
        </form>
    }
    .into_any()
}
