//! Invitations that nobody has taken yet.

use cordboard_api::people::{Invitation, Role};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use crate::{
    api,
    components::{
        button::acts,
        feedback,
        lamp::{Light, lamp},
        page::panel,
        role,
        table::{Column, Row, table},
        time::{self, time},
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Node,
    words::{t, tx},
};

const COLUMNS: &[Column] = &[
    (Key::SignInEmail, "breakable"),
    (Key::PersonRole, ""),
    (Key::InvitedBy, "col-mid"),
    (Key::ColumnExpires, ""),
    (Key::ColumnActions, "number"),
];

pub(super) fn section(node: Node, invitations: Query<Vec<Invitation>>, roles: Query<Vec<Role>>) -> AnyView {
    let form = Form::new("invitations");
    let list = invitations.view(feedback::rows_skeleton, move |open| {
        let rows = move || {
            let known = roles.data().unwrap_or_default();
            open.with(|open| open.iter().map(|one| row(node, form, invitations, &known, one)).collect())
        };
        view! {
            <Show
                when=move || !open.with(Vec::is_empty)
                fallback=|| view! { <p class="panel-note">{t(Key::InvitationsNone)}</p> }
            >
                {table(Key::InvitationsTitle, COLUMNS, rows, ())}
            </Show>
        }
        .into_any()
    });
    panel(Key::InvitationsTitle, None, view! { {form.summary()}{list} })
}

fn row(
    node: Node,
    form: Form,
    query: Query<Vec<Invitation>>,
    roles: &[Role],
    invitation: &Invitation,
) -> Row {
    let id = invitation.id;
    let toasts = use_context::<Toasts>();
    let email = invitation.email.clone();
    let renew = move |_| {
        let email = email.clone();
        form.send(
            move |_| api::people::renew(node.id, id),
            move |()| {
                query.refetch();
                if let Some(toasts) = toasts {
                    toasts.say(tx(Key::InviteSent, &[("email", email.as_str().into())]));
                }
            },
        );
    };
    let take = move |_| form.send(move |_| api::people::take_back(node.id, id), move |()| query.refetch());
    let actions = node.may(Permission::PeopleWrite).then(|| {
        view! {
            <span class="row-actions">
                {acts(form, "button button-small", Key::InviteAgain, renew)}
                {acts(form, "button button-small", Key::InviteTakeBack, take)}
            </span>
        }
    });
    let until = if invitation.expires_at < time::now() {
        lamp(Light::Attention, Key::TokenOver)
    } else {
        time(invitation.expires_at)
    };
    vec![
        view! { <strong>{invitation.name.to_string()}</strong><small>{invitation.email.to_string()}</small> }
            .into_any(),
        role::name(invitation.role, roles).into_any(),
        view! { {invitation.invited_by.clone()}<small>{time(invitation.created_at)}</small> }.into_any(),
        until,
        actions.into_any(),
    ]
}
