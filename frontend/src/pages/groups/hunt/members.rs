//! Who rings, in which order and for how long.

use cordboard_api::{
    events::Topic,
    groups::{HuntGroup, HuntMember},
    users::User,
};
use cordboard_messages::Key;
use cordboard_types::{HuntStrategy, Permission};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{super::picker, order::Order, ringing::Ringing, saving::Saving};
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, opens, sends},
        feedback, merge,
        page::panel,
    },
    form::Form,
    guard,
    query::Query,
    shell::Here,
    words::t,
};

pub(super) fn section(
    here: Here,
    query: Query<HuntGroup>,
    group: RwSignal<HuntGroup>,
    version: StoredValue<i64>,
) -> AnyView {
    let id = group.with_untracked(|group| group.id);
    let members = Query::new(&[Topic::Group], move || api::hunt_groups::members(here.customer, id));
    let adding = RwSignal::new(false);
    let may = here.may(Permission::GroupsWrite);
    let linear = Signal::derive(move || group.with(|group| group.strategy == HuntStrategy::Linear));
    let order = Order::new(here, linear);
    let body = members.view(feedback::rows_skeleton, move |members| {
        order.follow(members);
        order.view(Saving::new(order, query, id, version), members)
    });
    let taken = Signal::derive(move || order.list.with(|list| list.iter().map(|one| one.user).collect()));
    let add = move |_: Form, users: Vec<User>| {
        order.list.update(|list| list.extend(users.iter().map(Ringing::fresh)));
        order.touch();
        adding.set(false);
    };
    let button = may.then(|| opens(adding, PLAIN, Key::MembersAdd));
    view! {
        {panel(Key::MembersTitle, button, body)}
        {may.then(|| picker::dialog(here.customer, adding, taken, add))}
    }
    .into_any()
}

impl Order {
    /// What others save is shown until somebody begins to change the list here.
    fn follow(self, members: RwSignal<Vec<HuntMember>>) {
        Effect::new(move |_| {
            let fresh = members.with(|members| members.iter().map(Ringing::of).collect());
            if !self.touched.get_untracked() {
                self.list.set(fresh);
            }
        });
    }

    fn view(self, saving: Saving, members: RwSignal<Vec<HuntMember>>) -> AnyView {
        let differences = RwSignal::new(Vec::new());
        self.form.on_stale(move || spawn_local(saving.compare(differences)));
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            saving.send();
        };
        let undo = move |_| {
            self.touched.set(false);
            self.form.forget();
            self.list.set(members.with_untracked(|members| members.iter().map(Ringing::of).collect()));
            guard::saved(self.form.name());
        };
        let foot = move || {
            self.touched.get().then(|| {
                view! {
                    <div class="form-actions">
                        {sends(self.form, PRIMARY, Key::HuntMembersSave)}
                        <button type="button" class=PLAIN on:click=undo>{t(Key::FormCancel)}</button>
                    </div>
                }
            })
        };
        let typed = move |_| self.touched.set(true);
        view! {
            <form class="ringing" data-guard=self.form.name() novalidate on:submit=submit on:input=typed>
                {self.form.summary()}
                {merge::view(differences, move || saving.send())}
                <p class="panel-note">{move || self.meaning()}</p>
                {self.rows()}
                <p class="visually-hidden" role="status">{move || self.said.get()}</p>
                {foot}
            </form>
        }
        .into_any()
    }
}
