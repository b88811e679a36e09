//! The switches of the web modules, as the menu hangs together: one that is on has its parents on (P-077), one that
//! goes off takes all below with it (P-078), signing in and out stay on (P-079).

use std::iter::successors;

use cordboard_messages::Key;
use cordboard_types::{Module, Modules};
use leptos::prelude::*;

use super::names;
use crate::{
    form::{Form, note},
    words::{Text, t, tx},
};

/// Switched on with its parents, or off with all below.
fn turned(modules: Modules, module: Module, on: bool) -> Modules {
    if on {
        modules.with(successors(Some(module), |module| module.parent()).collect())
    } else {
        modules.iter().filter(|other| *other != module && !other.is_below(module)).collect()
    }
}

/// What goes off and what comes on from one set to another.
pub(super) fn difference(before: Modules, after: Modules) -> (Vec<Module>, Vec<Module>) {
    let only =
        |these: Modules, those: Modules| these.iter().filter(|module| !those.contains(*module)).collect();
    (only(before, after), only(after, before))
}

/// What is on beyond the other set, and what is off: `+ Home, − Contacts`.
pub(super) fn list(own: Modules, other: Modules) -> Text {
    let (less, more) = difference(other, own);
    Text::new(move || {
        let named = |sign: &'static str, set: &[Module]| {
            set.iter().map(|module| format!("{sign} {}", t(names::of(*module)).get())).collect::<Vec<_>>()
        };
        [named("+", &more), named("−", &less)].concat().join(", ")
    })
}

/// Cards of one's own pages, and one of the administration; `open` says what the reader may switch.
pub(super) fn switches(
    form: Form,
    modules: RwSignal<Modules>,
    open: impl Fn(Module) -> bool + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let is_own =
        |module: &Module| *module != Module::Administration && !module.is_below(Module::Administration);
    let (own, administration): (Vec<Module>, Vec<Module>) =
        Module::ALL.iter().partition(|module| is_own(module));
    let own: Vec<_> = cards(&own).into_iter().map(|card| view(form, modules, card, open)).collect();
    let administration = view(form, modules, administration, open);
    let total = u32::try_from(Module::ALL.len()).unwrap_or(u32::MAX);
    let count = move || {
        let enabled = u32::try_from(modules.get().iter().count()).unwrap_or(u32::MAX);
        tx(Key::ModulesOn, &[("enabled", enabled.into()), ("total", total.into())])
    };
    view! {
        <fieldset class="field permissions" id=form.id("/on") tabindex="-1">
            <legend>{t(Key::ModulesTitle)}" "<span class="field-optional" role="status">{count}</span></legend>
            <p class="field-help">{t(Key::ModulesHelp)}</p>
            {note(form, "/on".to_owned(), None)}
            {note(form, "/off".to_owned(), None)}
            <div class="modules"><div class="modules-own">{own}</div>{administration}</div>
        </fieldset>
    }
}

/// A branch of the menu with all below; what has nothing below stands together.
fn cards(modules: &[Module]) -> Vec<Vec<Module>> {
    let root = |module: Module| successors(Some(module), |module| module.parent()).last();
    let branches = modules.chunk_by(|one, next| root(*one) == root(*next)).map(<[Module]>::to_vec);
    let (leaves, mut branches): (Vec<_>, Vec<_>) = branches.partition(|branch| branch.len() == 1);
    branches.insert(0, leaves.concat());
    branches
}

fn view(
    form: Form,
    modules: RwSignal<Modules>,
    card: Vec<Module>,
    open: impl Fn(Module) -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    let name = card.first().map(|first| t(names::of(*first)));
    let rows: Vec<_> = card.into_iter().map(|module| switch(form, modules, module, open(module))).collect();
    view! { <div class="permissions-group" role="group" aria-label=name><div class="module-rows">{rows}</div></div> }
        .into_any()
}

fn switch(form: Form, modules: RwSignal<Modules>, module: Module, open: bool) -> impl IntoView {
    let needed = Modules::NEEDED.contains(&module);
    let why = match (needed, open) {
        (true, _) => Some(Key::ModulesNeeded),
        (false, false) => Some(Key::PermissionsBeyond),
        (false, true) => None,
    };
    let turn = move |event| {
        let on = event_target_checked(&event);
        modules.update(|modules| *modules = turned(*modules, module, on));
    };
    view! {
        <label class=format!("module module-{}", module.depth()) title=why.map(t)>
            <input
                class="toggle-input"
                type="checkbox"
                role="switch"
                name=format!("{}-{module}", form.name())
                disabled=needed || !open
                prop:checked=move || modules.get().contains(module)
                on:change=turn
            />
            <span>{t(names::of(module))}</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // proves P-077, P-078
    #[test]
    fn a_switch_takes_its_branch_along() {
        let on = turned(Modules::least(), Module::UserImport, true);
        assert!(on.contains(Module::Administration) && on.contains(Module::Users));
        let off = turned(on, Module::UsersAndFunctions, false);
        assert!(off.contains(Module::Administration) && !off.contains(Module::UserImport));
        assert!(off.switched(&[], &[]).is_ok());
    }

    #[test]
    fn every_module_stands_on_one_card() {
        let cards = cards(Module::ALL);
        assert_eq!(cards[0], Modules::NEEDED);
        let mut all = cards.concat();
        all.sort_unstable();
        assert_eq!(all, Module::ALL);
    }

    #[test]
    fn what_is_sent_leads_from_one_set_to_the_other() {
        let before = Modules::of_users();
        let after = turned(turned(before, Module::Contacts, false), Module::Roles, true);
        let (off, on) = difference(before, after);
        assert_eq!(before.switched(&off, &on), Ok(after));
    }
}
