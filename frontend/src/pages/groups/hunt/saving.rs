//! Saving who rings in which order, also after somebody else has.

use cordboard_api::{
    FieldProblem,
    groups::{HuntGroup, NewHuntMember},
};
use cordboard_messages::Key;
use cordboard_types::HuntGroupId;
use leptos::prelude::*;

use super::{
    order::Order,
    ringing::{self, Ringing},
};
use crate::{
    api,
    components::{merge::Difference, toast::Toasts},
    query::Query,
    words::t,
};

#[derive(Clone, Copy)]
pub(super) struct Saving {
    order: Order,
    query: Query<HuntGroup>,
    id: HuntGroupId,
    /// Shared with the settings: who saves one of them goes on with the other.
    version: StoredValue<i64>,
    toasts: Option<Toasts>,
}

impl Saving {
    pub(super) fn new(
        order: Order,
        query: Query<HuntGroup>,
        id: HuntGroupId,
        version: StoredValue<i64>,
    ) -> Self {
        Self { order, query, id, version, toasts: use_context::<Toasts>() }
    }

    pub(super) fn send(self) {
        let customer = self.order.here.customer;
        match self.body() {
            Ok(body) => self.order.form.send(
                move |_| async move {
                    api::hunt_groups::set_members(customer, self.id, self.version.get_value(), body).await
                },
                move |saved: HuntGroup| self.saved(&saved),
            ),
            Err(problems) => self.order.form.refuse(problems),
        }
    }

    fn saved(self, group: &HuntGroup) {
        self.version.set_value(group.version);
        self.order.touched.set(false);
        self.query.refetch();
        if let Some(toasts) = self.toasts {
            toasts.say(t(Key::GroupSaved));
        }
    }

    fn body(self) -> Result<Vec<NewHuntMember>, Vec<FieldProblem>> {
        let typed = |one: &Ringing| (one.user, one.seconds.get_untracked());
        ringing::body(&self.order.list.with_untracked(|list| list.iter().map(typed).collect::<Vec<_>>()))
    }

    /// What somebody else saved, beside one's own.
    pub(super) async fn compare(self, differences: RwSignal<Vec<Difference>>) {
        let customer = self.order.here.customer;
        let Ok(now) = api::hunt_groups::one(customer, self.id).await else { return };
        let Ok(theirs) = api::hunt_groups::members(customer, self.id).await else { return };
        self.version.set_value(now.version);
        self.order.form.forget();
        match self.difference(theirs.iter().map(Ringing::of).collect()) {
            Some(found) => differences.set(vec![found]),
            None => self.send(),
        }
    }

    /// Equal lists are told by their words: signals are never equal.
    fn difference(self, theirs: Vec<Ringing>) -> Option<Difference> {
        let list = self.order.list;
        let words = |list: &[Ringing]| ringing::text(list).get();
        let same = list.with_untracked(|list| words(list)) == words(&theirs);
        let say = |own: &Vec<Ringing>, _: &Vec<Ringing>| ringing::text(own);
        (!same).then(|| Difference::between(Key::MembersTitle, list, theirs, say)).flatten()
    }
}
