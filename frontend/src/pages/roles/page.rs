use cordboard_api::people::Role;
use cordboard_messages::Key;
use cordboard_types::{Permission, RoleName};
use leptos::prelude::*;

use crate::{
    address::Room,
    api,
    components::{
        feedback,
        icon::{Icon, icon},
        lamp::{Light, lamp},
        page::head,
        permissions, role,
        table::{Column, Row, table},
    },
    query::Query,
    shell::Node,
    words::t,
};

const COLUMNS: &[Column] = &[
    (Key::PersonRole, "roomy"),
    (Key::RoleOrigin, "col-mid"),
    (Key::TokenScope, ""),
    (Key::RoleGrantable, "col-mid"),
];

pub(crate) fn page(node: Node) -> AnyView {
    let roles = Query::new(&[], move || api::roles::all(node.id));
    let list = roles.view(feedback::rows_skeleton, move |roles| {
        let rows = move || roles.with(|roles| roles.iter().map(|role| row(node, role)).collect());
        table(Key::NavRoles, COLUMNS, rows, ())
    });
    let button = node.may(Permission::RolesWrite).then(|| {
        view! {
            <a class="button button-primary" href=node.to(Room::NewRole)>{icon(Icon::Plus)}{t(Key::RoleNew)}</a>
        }
        .into_any()
    });
    view! {
        {head(Key::NavRoles, None, button)}
        <div class="stack"><p class="panel-note">{t(Key::RolesHelp)}</p>{list}</div>
    }
    .into_any()
}

fn row(node: Node, listed: &Role) -> Row {
    let name = role::of(listed);
    let name = match listed.role {
        RoleName::Custom(id) if listed.node == Some(node.id) => {
            view! { <a href=node.to(Room::Role(id))><strong>{name}</strong></a> }.into_any()
        }
        _ => view! { <strong>{name}</strong> }.into_any(),
    };
    let origin = match (listed.role, listed.node) {
        (RoleName::Predefined(_), _) => Key::RolePredefined,
        (_, Some(own)) if own == node.id => Key::RoleMadeHere,
        _ => Key::RoleMadeAbove,
    };
    let grantable = if listed.grantable {
        lamp(Light::On, Key::RoleGrantableYes)
    } else {
        lamp(Light::Unknown, Key::RoleGrantableNo)
    };
    vec![name, t(origin).into_any(), permissions::summary(listed.permissions), grantable]
}
