//! The members of a group, each with a way out.

use std::sync::Arc;

use cordboard_api::groups::GroupMember;
use cordboard_messages::Key;
use cordboard_types::{Login, UserId};
use leptos::prelude::*;

use crate::{
    address::Place,
    api::Listing,
    components::{
        feedback,
        icon::{Icon, icon},
        strip::Strip,
        table::{Column, Row, more, table},
    },
    query::Query,
    shell::Here,
    words::{t, tx},
};

const COLUMNS: &[Column] =
    &[(Key::ColumnUser, "roomy"), (Key::MemberLogin, "breakable col-mid"), (Key::ColumnActions, "number")];
/// Where nobody can be taken out.
const FIXED: &[Column] = &[(Key::ColumnUser, "roomy"), (Key::MemberLogin, "breakable col-mid")];

/// What takes a member out.
pub(super) type Take = Arc<dyn Fn(UserId) + Send + Sync>;

/// `take` is none where nobody can be taken out; `stays` names who cannot be in any case.
pub(super) fn view(
    here: Here,
    members: Query<Listing<GroupMember>>,
    pages: RwSignal<usize>,
    take: Option<Take>,
    stays: fn(&Login) -> bool,
) -> impl IntoView {
    members.view(feedback::rows_skeleton, move |list| {
        let take = take.clone();
        let columns = if take.is_some() { COLUMNS } else { FIXED };
        let rows = move || {
            let row =
                |member: &GroupMember| row(here, member, take.clone().filter(|_| !stays(&member.login)));
            list.with(|list| list.items.iter().map(row).collect())
        };
        let rows = StoredValue::new(rows);
        let some = Memo::new(move |_| list.with(|list| !list.items.is_empty()));
        view! {
            <Show
                when=move || some.get()
                fallback=|| view! { <p class="panel-note">{t(Key::MembersNone)}</p> }
            >
                {table(
                    Key::MembersTitle,
                    columns,
                    move || rows.with_value(|rows| rows()),
                    more(move || list.with(|list| list.more), pages),
                )}
            </Show>
        }
        .into_any()
    })
}

fn row(here: Here, member: &GroupMember, take: Option<Take>) -> Row {
    let (user, name) = (member.user, member.name.to_string());
    let button = take.map(|take| {
        let label = tx(Key::MemberTake, &[("name", name.into())]);
        view! {
            <button type="button" class="button button-small" aria-label=label on:click=move |_| take(user)>
                {icon(Icon::Close)}{t(Key::MemberTakeShort)}
            </button>
        }
    });
    vec![
        Strip::number(&member.extension, &member.name).href(here.to(Place::User(user))).view(),
        member.login.to_string().into_any(),
        button.into_any(),
    ]
}
