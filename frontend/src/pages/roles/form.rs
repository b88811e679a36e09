//! Making a role, changing it, and its end.

use cordboard_api::{
    ErrorCode, FieldProblem,
    people::{Role, RoleDraft},
};
use cordboard_messages::Key;
use cordboard_types::{Invalid, Label, Permission, Permissions, RoleId, RoleName};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use crate::{
    address::{self, Room},
    api::{self, Answer, Failure},
    components::{
        button::{DANGER, PRIMARY, acts, cancels, leaves, opens, sends},
        dialog::{Dialog, consequences},
        feedback,
        merge::{self, Difference},
        page::head,
        permissions,
    },
    form::{Check, Form, TextField},
    query::Query,
    session,
    shell::Node,
    words::{t, tx},
};

#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    permissions: RwSignal<Permissions>,
}

impl Fields {
    fn body(self) -> Result<RoleDraft, Vec<FieldProblem>> {
        draft(&self.name.get_untracked(), self.permissions.get_untracked())
    }
}

fn draft(name: &str, permissions: Permissions) -> Result<RoleDraft, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    if permissions.is_empty() {
        check.refuse("/permissions", Invalid::Empty);
    }
    check.finish(name.map(|name| RoleDraft { name, permissions }))
}

pub(crate) fn new(node: Node) -> AnyView {
    let form = Form::new("role");
    let fields = Fields { name: RwSignal::new(String::new()), permissions: RwSignal::new(Permissions::NONE) };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match fields.body() {
            Ok(body) => form.send(
                move |key| api::roles::create(node.id, key, body),
                move |_| address::go(&node.to(Room::Roles)),
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        {head(Key::RoleNew, None, None)}
        <form class="form form-full" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {controls(node, form, fields)}
            <div class="form-actions">{sends(form, PRIMARY, Key::RoleCreate)}{leaves(node.to(Room::Roles))}</div>
        </form>
    }
    .into_any()
}

fn controls(node: Node, form: Form, fields: Fields) -> impl IntoView {
    let own = Memo::new(move |_| session::permissions_in(node.id));
    view! {
        <div class="form"><TextField form pointer="/name" label=Key::RoleName value=fields.name help=Key::RoleNameHelp /></div>
        {permissions::matrix(form, "/permissions", Key::TokenScope, fields.permissions, own)}
    }
}

async fn one(node: Node, id: RoleId) -> Answer<Option<Role>> {
    let roles = api::roles::all(node.id).await?;
    Ok(roles.into_iter().find(|role| role.role == RoleName::Custom(id)))
}

pub(crate) fn change(node: Node, id: RoleId) -> AnyView {
    let query = Query::new(&[], move || one(node, id));
    query
        .view(feedback::page_skeleton, move |role| match role.get_untracked() {
            Some(role) => about(node, id, &role),
            None => feedback::empty(Key::NowhereTitle, Key::NowhereText, None),
        })
        .into_any()
}

fn about(node: Node, id: RoleId, role: &Role) -> AnyView {
    let form = Form::new("role");
    let name = role.name.as_ref().map(ToString::to_string).unwrap_or_default();
    let fields = Fields { name: RwSignal::new(name.clone()), permissions: RwSignal::new(role.permissions) };
    let version = StoredValue::new(role.version);
    let differences = RwSignal::new(Vec::new());
    let send = move || match fields.body() {
        Ok(body) => form.send(
            move |_| api::roles::change(node.id, id, version.get_value(), body),
            move |()| address::go(&node.to(Room::Roles)),
        ),
        Err(problems) => form.refuse(problems),
    };
    form.on_stale(move || spawn_local(compare(node, id, form, fields, version, differences, send)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let deleting = RwSignal::new(false);
    let may = node.may(Permission::RolesWrite);
    let actions = may.then(|| opens(deleting, DANGER, Key::RoleDelete));
    view! {
        {head(name, None, actions)}
        <form class="form form-full" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {merge::view(differences, send)}
            {controls(node, form, fields)}
            <div class="form-actions">
                {may.then(|| sends(form, PRIMARY, Key::FormSave))}{leaves(node.to(Room::Roles))}
            </div>
        </form>
        {removal(node, id, version, fields.name, deleting)}
    }
    .into_any()
}

/// What somebody else saved, beside one's own; where both say the same it is no matter.
async fn compare(
    node: Node,
    id: RoleId,
    form: Form,
    fields: Fields,
    version: StoredValue<i64>,
    differences: RwSignal<Vec<Difference>>,
    send: impl Fn(),
) {
    let Ok(Some(theirs)) = one(node, id).await else { return };
    version.set_value(theirs.version);
    let named = theirs.name.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut found: Vec<_> = Difference::of(Key::RoleName, fields.name, &named).into_iter().collect();
    found.extend(Difference::of_permissions(Key::TokenScope, fields.permissions, theirs.permissions));
    form.forget();
    if found.is_empty() {
        send();
    }
    differences.set(found);
}

fn removal(
    node: Node,
    id: RoleId,
    version: StoredValue<i64>,
    name: RwSignal<String>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let title = tx(Key::RoleDeleteTitle, &[("name", name.get_untracked().into())]);
    let question = move || {
        let form = Form::new("role-end");
        let remove = move |_| {
            form.send(
                move |_| api::roles::remove(node.id, id, version.get_value()),
                move |()| address::go(&node.to(Room::Roles)),
            );
        };
        let held = move || {
            let in_use =
                form.failure().is_some_and(|failure: Failure| failure.code() == Some(ErrorCode::InUse));
            in_use.then(|| view! { <p class="panel-note">{t(Key::RoleInUse)}</p> })
        };
        view! {
            {form.summary()}
            {held}
            {consequences(&[Key::RoleDeleteLost], &[Key::RoleDeleteKept])}
            <div class="form-actions">{acts(form, DANGER, Key::RoleDelete, remove)}{cancels(open)}</div>
        }
    };
    view! { <Dialog open title>{question}</Dialog> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_has_a_name_and_allows_something() {
        let problems = draft(" ", Permissions::NONE).unwrap_err();
        let at: Vec<_> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(at, ["/name", "/permissions"]);
        assert!(draft("Reception", [Permission::CallsRead].into_iter().collect()).is_ok());
    }
}
