//! Giving a right: which one, on whom, and the sentence that comes of it.

use cordboard_api::{
    FieldProblem,
    groups::{Grant, GrantMade, Group, NewGrant},
};
use cordboard_messages::Key;
use cordboard_types::{Feature, GroupId, GuiGroupId};
use leptos::{ev::SubmitEvent, prelude::*};

use super::{super::names, features, grants::Targets};
use crate::{
    api,
    components::button::{PRIMARY, cancels, sends},
    form::{Check, Choice, Form, SelectField},
    query::Query,
    shell::Here,
    words::t,
};

#[derive(Clone, Copy)]
struct Fields {
    feature: RwSignal<String>,
    target: RwSignal<String>,
}

pub(super) fn form(
    here: Here,
    group: RwSignal<Group>,
    targets: Targets,
    grants: Query<Vec<Grant>>,
    open: RwSignal<bool>,
) -> AnyView {
    let form = Form::new("grant");
    let fields = Fields { feature: RwSignal::new(String::new()), target: RwSignal::new(String::new()) };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let id = group.with_untracked(|group| group.id);
        match body(&fields.feature.get_untracked(), &fields.target.get_untracked()) {
            Ok(body) => form.send(
                move |key| api::groups::grant(here.customer, id, key, body),
                move |_: GrantMade| {
                    open.set(false);
                    grants.refetch();
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    let choices = Signal::derive(move || fields.targets(targets, &grants.data().unwrap_or_default()));
    // A target that the chosen right cannot have is not kept.
    Effect::new(move |_| {
        let gone =
            choices.with(|all| !all.iter().any(|choice| fields.target.with(|own| choice.value == *own)));
        if gone && fields.target.with_untracked(|own| !own.is_empty()) {
            fields.target.set(String::new());
        }
    });
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            <SelectField form pointer="/feature" label=Key::GrantFeature value=fields.feature choices=features::choices() />
            <SelectField form pointer="/target" label=Key::GrantTarget value=fields.target choices help=Key::GrantTargetHelp />
            <p class="grant-sentence" role="status">{move || fields.sentence(&choices.get())}</p>
            <div class="form-actions">{sends(form, PRIMARY, Key::GrantSave)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

impl Fields {
    fn right(self) -> Option<Feature> {
        self.feature.with(|feature| Feature::parse(feature).ok())
    }

    /// Groups, or GUI groups where pages are to be shown; those that have it already are left out.
    fn targets(self, targets: Targets, granted: &[Grant]) -> Vec<Choice> {
        let Some(right) = self.right() else { return Vec::new() };
        let has =
            |same: &dyn Fn(&Grant) -> bool| granted.iter().any(|grant| grant.feature == right && same(grant));
        if right == Feature::ShowGui {
            let open = targets.guis.data().unwrap_or_default().into_iter();
            open.filter(|gui| !has(&|grant| grant.gui_group == Some(gui.id)))
                .map(|gui| Choice::new(&gui.id, names::gui(&gui)))
                .collect()
        } else {
            let open = targets.groups.data().unwrap_or_default().into_iter();
            open.filter(|group| !has(&|grant| grant.target == Some(group.id)))
                .map(|group| Choice::new(&group.id, names::group(&group)))
                .collect()
        }
    }

    fn sentence(self, choices: &[Choice]) -> AnyView {
        let target = self.target.with(|own| choices.iter().find(|choice| choice.value == *own).cloned());
        match self.right().zip(target) {
            Some((right, target)) => features::sentence(right, target.label).into_any(),
            None => view! { <span class="muted">{t(Key::GrantSentence)}</span> }.into_any(),
        }
    }
}

fn body(feature: &str, target: &str) -> Result<NewGrant, Vec<FieldProblem>> {
    let mut check = Check::default();
    let feature = check.chosen::<Feature>("/feature", feature);
    let shows = feature == Some(Feature::ShowGui);
    let gui = shows.then(|| check.chosen::<GuiGroupId>("/target", target)).flatten();
    let group = (!shows).then(|| check.chosen::<GroupId>("/target", target)).flatten();
    check.finish(feature.map(|feature| NewGrant { feature, target: group, gui_group: gui }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "018f4a7e-0000-7000-8000-000000000001";

    #[test]
    fn pages_are_shown_by_gui_groups_and_all_else_is_given_on_groups() {
        let shown = body("show-gui", ID).unwrap();
        assert_eq!((shown.target, shown.gui_group.is_some()), (None, true));
        let picked = body("call-pickup", ID).unwrap();
        assert_eq!((picked.target.is_some(), picked.gui_group), (true, None));
    }

    #[test]
    fn right_and_target_are_needed() {
        let problems = body("", "").unwrap_err();
        let at: Vec<_> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(at, ["/feature", "/target"]);
    }
}
