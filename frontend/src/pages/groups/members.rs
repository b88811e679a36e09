//! The members of a group: who is in, who comes in, who goes out.

use std::future::Future;

use cordboard_api::{events::Topic, groups::GroupMember, users::User};
use cordboard_messages::Key;
use cordboard_types::{Login, UserId};
use leptos::prelude::*;

use super::picker;
use crate::{
    address::Place,
    api::{Answer, Listing},
    components::{
        button::{PLAIN, opens},
        feedback,
        icon::{Icon, icon},
        page::panel,
        strip::Strip,
        table::{Column, Row, more, table},
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{t, tx},
};

const COLUMNS: &[Column] =
    &[(Key::ColumnUser, "roomy"), (Key::MemberLogin, "breakable col-mid"), (Key::ColumnActions, "number")];
/// Where nobody can be taken out.
const FIXED: &[Column] = &[(Key::ColumnUser, "roomy"), (Key::MemberLogin, "breakable col-mid")];

/// A group as far as its members go.
pub(super) trait People: Copy + Send + Sync + 'static {
    /// The first so many pages of them.
    fn list(self, pages: usize) -> impl Future<Output = Answer<Listing<GroupMember>>>;

    fn add(self, users: Vec<UserId>) -> impl Future<Output = Answer<()>>;

    fn take(self, user: UserId) -> impl Future<Output = Answer<()>>;

    /// Whether this one can never be taken out.
    fn stays(self, _: &Login) -> bool {
        false
    }

    /// They are others now.
    fn changed(self);
}

/// What the parts share.
#[derive(Clone, Copy)]
struct Parts<P: Send + Sync + 'static> {
    here: Here,
    people: P,
    list: Query<Listing<GroupMember>>,
    form: Form,
    may: bool,
}

/// `may` says whether the reader may change who is in.
pub(super) fn section(here: Here, people: impl People, note: Option<Key>, may: bool) -> AnyView {
    let pages = RwSignal::new(1);
    let list = Query::new(&[Topic::Group, Topic::User], move || people.list(pages.get()));
    let parts = Parts { here, people, list, form: Form::new("members"), may };
    let adding = RwSignal::new(false);
    let button = may.then(|| opens(adding, PLAIN, Key::MembersAdd));
    let note = note.map(|note| view! { <p class="panel-note">{t(note)}</p> });
    let body = view! { {note}{parts.form.summary()}{parts.rows(pages)} };
    view! { {panel(Key::MembersTitle, button, body)}{may.then(|| parts.adder(adding))} }.into_any()
}

impl<P: People> Parts<P> {
    fn changed(self) {
        self.list.refetch();
        self.people.changed();
    }

    fn adder(self, open: RwSignal<bool>) -> AnyView {
        let taken = Signal::derive(move || {
            let list = self.list.data();
            list.map(|list| list.items.iter().map(|member| member.user).collect()).unwrap_or_default()
        });
        let toasts = use_context::<Toasts>();
        picker::dialog(self.here.customer, open, taken, move |form, users: Vec<User>| {
            let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
            let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            form.send(
                move |_| self.people.add(ids),
                move |()| {
                    open.set(false);
                    self.changed();
                    if let Some(toasts) = toasts {
                        toasts.say(tx(Key::MembersAdded, &[("count", count.into())]));
                    }
                },
            );
        })
    }

    fn rows(self, pages: RwSignal<usize>) -> impl IntoView {
        self.list.view(feedback::rows_skeleton, move |list| {
            let columns = if self.may { COLUMNS } else { FIXED };
            let rows = move || list.with(|list| list.items.iter().map(|member| self.row(member)).collect());
            let some = Memo::new(move |_| list.with(|list| !list.items.is_empty()));
            view! {
                <Show
                    when=move || some.get()
                    fallback=|| view! { <p class="panel-note">{t(Key::MembersNone)}</p> }
                >
                    {table(Key::MembersTitle, columns, rows, more(move || list.with(|list| list.more), pages))}
                </Show>
            }
            .into_any()
        })
    }

    fn row(self, member: &GroupMember) -> Row {
        let (user, name) = (member.user, member.name.to_string());
        let take = move |_| self.form.send(move |_| self.people.take(user), move |()| self.changed());
        let button = (self.may && !self.people.stays(&member.login)).then(|| {
            let label = tx(Key::MemberTake, &[("name", name.into())]);
            view! {
                <button type="button" class="button button-small" aria-label=label on:click=take>
                    {icon(Icon::Close)}{t(Key::MemberTakeShort)}
                </button>
            }
        });
        vec![
            Strip::number(&member.extension, &member.name).href(self.here.to(Place::User(user))).view(),
            member.login.to_string().into_any(),
            button.into_any(),
        ]
    }
}
