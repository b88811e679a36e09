//! The list of who rings: put into order, timed, taken out.

use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::ringing::{self, Ringing};
use crate::{
    address::Place,
    components::{
        icon::{Icon, icon},
        strip::Strip,
    },
    dom,
    form::{Form, note},
    guard,
    shell::Here,
    words::{Text, t, tx},
};

/// What the parts of the list share.
#[derive(Clone, Copy)]
pub(super) struct Order {
    pub(super) here: Here,
    pub(super) form: Form,
    pub(super) list: RwSignal<Vec<Ringing>>,
    /// Whether there is anything to save.
    pub(super) touched: RwSignal<bool>,
    /// What just moved where, for those who do not see it.
    pub(super) said: RwSignal<Option<Text>>,
    linear: Signal<bool>,
    may: bool,
}

impl Order {
    pub(super) fn new(here: Here, linear: Signal<bool>) -> Self {
        Self {
            here,
            form: Form::new("ringing"),
            list: RwSignal::new(Vec::new()),
            touched: RwSignal::new(false),
            said: RwSignal::new(None),
            linear,
            may: here.may(Permission::GroupsWrite),
        }
    }

    /// There is something to save now, and leaving asks.
    pub(super) fn touch(self) {
        self.touched.set(true);
        guard::changed(self.form.name());
    }

    /// What the order means.
    pub(super) fn meaning(self) -> Text {
        t(if self.linear.get() { Key::HuntLinearOrder } else { Key::HuntParallelOrder })
    }

    pub(super) fn rows(self) -> impl IntoView {
        move || {
            let list = self.list.get();
            if list.is_empty() {
                return view! { <p class="panel-note">{t(Key::HuntMembersNone)}</p> }.into_any();
            }
            let last = list.len().saturating_sub(1);
            let rows: Vec<_> =
                list.iter().enumerate().map(|(place, member)| self.row(place, last, member)).collect();
            view! { <ol class="ringing-list">{rows}</ol> }.into_any()
        }
    }

    fn row(self, place: usize, last: usize, member: &Ringing) -> impl IntoView + use<> {
        let strip = Strip::number(&member.extension, &member.name);
        let strip = strip.href(self.here.to(Place::User(member.user))).view();
        let seconds = self.seconds(place, member);
        let tools = self.may.then(|| {
            view! {
                <span class="ringing-tools">
                    {self.mover(place, last, true, &member.name)}
                    {self.mover(place, last, false, &member.name)}
                    {self.remover(place, &member.name)}
                </span>
            }
        });
        view! { <li class="ringing-row"><span class="ringing-member">{strip}</span>{seconds}{tools}</li> }
    }

    /// How long it rings; only where one rings after the other.
    fn seconds(self, place: usize, member: &Ringing) -> impl IntoView + use<> {
        let pointer = format!("/members/{place}/timeout_s");
        let (form, may, id) = (self.form, self.may, self.form.id(&pointer));
        let value = member.seconds.clone();
        let label = tx(Key::HuntSeconds, &[("name", member.name.as_str().into())]);
        move || {
            let (pointer, at, label) = (pointer.clone(), pointer.clone(), label.clone());
            let (shown, value) = (value.clone(), value.clone());
            self.linear.get().then(|| {
                view! {
                    <span class="ringing-seconds">
                        <label class="visually-hidden" for=id.clone()>{label}</label>
                        <input
                            id=id.clone()
                            class="input"
                            inputmode="numeric"
                            autocomplete="off"
                            maxlength="4"
                            disabled=!may
                            aria-invalid=move || form.error_at(&at).is_some().then_some("true")
                            prop:value=move || shown.get()
                            on:input=move |event| value.set(event_target_value(&event))
                        />
                        <span aria-hidden="true">"s"</span>
                        {note(form, pointer, None)}
                    </span>
                }
            })
        }
    }

    fn mover(self, place: usize, last: usize, up: bool, name: &str) -> impl IntoView + use<> {
        let (id, key, which) = if up {
            ("up", Key::HuntMoveUp, Icon::ArrowUp)
        } else {
            ("down", Key::HuntMoveDown, Icon::ArrowDown)
        };
        let own = name.to_owned();
        let act = move |_| {
            let to = self.list.try_update(|list| ringing::moved(list, place, up)).unwrap_or(place);
            self.touch();
            let number = u32::try_from(to.saturating_add(1)).unwrap_or(u32::MAX);
            self.said
                .set(Some(tx(Key::HuntMoved, &[("name", own.as_str().into()), ("place", number.into())])));
            // At an end its button sleeps, and the other one takes over.
            let side = if to == 0 {
                "down"
            } else if to == last {
                "up"
            } else {
                id
            };
            dom::focus_later(format!("ringing-{side}-{to}"));
        };
        view! {
            <button
                type="button"
                id=format!("ringing-{id}-{place}")
                class="button button-small"
                aria-label=tx(key, &[("name", name.into())])
                disabled=if up { place == 0 } else { place == last }
                on:click=act
            >
                {icon(which)}
            </button>
        }
    }

    fn remover(self, place: usize, name: &str) -> impl IntoView + use<> {
        let act = move |_| {
            self.list.update(|list| {
                if place < list.len() {
                    list.remove(place);
                }
            });
            self.touch();
        };
        view! {
            <button
                type="button"
                class="button button-small"
                aria-label=tx(Key::MemberTake, &[("name", name.into())])
                on:click=act
            >
                {icon(Icon::Close)}
            </button>
        }
    }
}
