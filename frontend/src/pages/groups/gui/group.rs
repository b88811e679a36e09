//! One GUI group: its name, its modules, its end.

use cordboard_api::{
    FieldProblem,
    events::Topic,
    groups::{GuiGroup, GuiGroupChange},
};
use cordboard_messages::Key;
use cordboard_types::{GuiGroupId, Label, Module, Modules, Permission};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{
    super::{
        frame, names,
        removal::{self, Consequences},
    },
    modules,
};
use crate::{
    address::{Groups, Place},
    api,
    components::{
        button::{DANGER, PRIMARY, opens, sends},
        feedback,
        merge::{self, Difference},
        page::head,
        toast::Toasts,
    },
    form::{Check, Form, TextField},
    query::Query,
    session,
    shell::Here,
    words::{Text, t, tx},
};

const END: Consequences = Consequences { lost: &[Key::GuiGroupDeleteLost], kept: &[Key::GuiGroupDeleteKept] };

pub(in crate::pages::groups) fn page(here: Here, id: GuiGroupId) -> AnyView {
    let query = Query::new(&[Topic::Group], move || api::gui_groups::one(here.customer, id));
    query.view(feedback::page_skeleton, move |group| about(here, query, group)).into_any()
}

fn about(here: Here, query: Query<GuiGroup>, group: RwSignal<GuiGroup>) -> AnyView {
    let deleting = RwSignal::new(false);
    let own = group.with_untracked(|group| group.standard.is_none()) && here.may(Permission::GroupsWrite);
    let title = move || {
        let button = own.then(|| opens(deleting, DANGER, Key::GroupDelete));
        group.with(|group| head(names::gui(group), Some(facts(group)), button))
    };
    let always = (!own && here.may(Permission::GroupsWrite))
        .then(|| feedback::notice(Key::GuiGroupPredefinedWhy, None));
    view! {
        {frame::way_back(here, Groups::Gui(None))}
        {title}
        <div class="stack">{always}{settings(here, query, group)}</div>
        {own.then(|| removal(here, group, deleting))}
    }
    .into_any()
}

fn facts(group: &GuiGroup) -> AnyView {
    let count = [("enabled", group.enabled.into()), ("total", group.total.into())];
    view! {
        <span>{tx(Key::ModulesOn, &count)}</span>
        {group.standard.map(|_| names::origin(true))}
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    modules: RwSignal<Modules>,
    /// What the typed values started from.
    base: StoredValue<GuiGroup>,
}

impl Fields {
    fn body(self) -> Result<GuiGroupChange, Vec<FieldProblem>> {
        self.base.with_value(|base| {
            let mut check = Check::default();
            let name = check.required::<Label>("/name", &self.name.get_untracked());
            let (off, on) = modules::difference(base.modules, self.modules.get_untracked());
            check.finish(name.map(|name| GuiGroupChange {
                name: (name != base.name).then_some(name),
                off,
                on,
            }))
        })
    }

    /// What somebody else saved, beside one's own.
    fn compared(self, theirs: GuiGroup) -> Vec<Difference> {
        let name = Difference::of(Key::GroupName, self.name, theirs.name.as_str());
        let all = Difference::between(Key::ModulesTitle, self.modules, theirs.modules, |own, other| {
            modules::list(*own, *other)
        });
        self.base.set_value(theirs);
        name.into_iter().chain(all).collect()
    }
}

fn settings(here: Here, query: Query<GuiGroup>, group: RwSignal<GuiGroup>) -> AnyView {
    let first = group.get_untracked();
    let own = session::permissions_in(here.customer.into());
    let beyond = !first.modules.permissions().is_within(own);
    let may = here.may(Permission::GroupsWrite) && !beyond;
    let form = Form::new("gui");
    let fields = Fields {
        name: RwSignal::new(first.name.to_string()),
        modules: RwSignal::new(first.modules),
        base: StoredValue::new(first.clone()),
    };
    let differences = RwSignal::new(Vec::new());
    let toasts = use_context::<Toasts>();
    let send = move || match fields.body() {
        Ok(body) => form.send(
            move |_| async move {
                let (id, version) = fields.base.with_value(|base| (base.id, base.version));
                api::gui_groups::change(here.customer, id, version, body).await
            },
            move |saved: GuiGroup| {
                fields.base.set_value(saved);
                query.refetch();
                if let Some(toasts) = toasts {
                    toasts.say(t(Key::GroupSaved));
                }
            },
        ),
        Err(problems) => form.refuse(problems),
    };
    let id = first.id;
    form.on_stale(move || {
        spawn_local(async move {
            let Ok(theirs) = api::gui_groups::one(here.customer, id).await else { return };
            let found = fields.compared(theirs);
            form.forget();
            if found.is_empty() {
                send();
            }
            differences.set(found);
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let named = first.standard.is_none().then(|| {
        view! { <div class="form"><TextField form pointer="/name" label=Key::GroupName value=fields.name /></div> }
    });
    let open = move |module: Module| may && module.permissions().is_within(own);
    view! {
        {(beyond && here.may(Permission::GroupsWrite)).then(|| feedback::notice(Key::GuiGroupBeyond, None))}
        <form class="form form-full" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {merge::view(differences, send)}
            {named}
            {modules::switches(form, fields.modules, open)}
            {may.then(|| view! { <div class="form-actions">{sends(form, PRIMARY, Key::FormSave)}</div> })}
        </form>
    }
    .into_any()
}

fn removal(here: Here, group: RwSignal<GuiGroup>, open: RwSignal<bool>) -> AnyView {
    let name = Text::new(move || group.with(|group| group.name.to_string()));
    let remove = move || {
        let (id, version) = group.with_untracked(|group| (group.id, group.version));
        api::gui_groups::remove(here.customer, id, version)
    };
    removal::dialog(open, name, END, remove, here.to(Place::Groups(Groups::Gui(None))))
}
