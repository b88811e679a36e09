//! What is typed about a hunt group, new or not.

use cordboard_api::{
    FieldProblem,
    groups::{HuntGroup, HuntGroupDraft},
};
use cordboard_messages::Key;
use cordboard_types::{Extension, HuntStrategy, Label};
use leptos::prelude::*;

use crate::{
    components::{merge::Difference, toggle::toggle},
    form::{Check, ChoiceCards, Form, TextField},
    words::{Text, t},
};

#[derive(Clone, Copy)]
pub(super) struct Fields {
    extension: RwSignal<String>,
    title: RwSignal<String>,
    shown_name: RwSignal<String>,
    strategy: RwSignal<String>,
    group_busy: RwSignal<bool>,
    door_intercom: RwSignal<bool>,
}

/// The manual's name of a strategy.
pub(super) fn strategy(strategy: HuntStrategy) -> Key {
    match strategy {
        HuntStrategy::Linear => Key::HuntLinear,
        HuntStrategy::Parallel => Key::HuntParallel,
    }
}

fn yes_no(yes: &bool, _: &bool) -> Text {
    t(if *yes { Key::FactorOn } else { Key::FactorOff })
}

impl Fields {
    pub(super) fn empty() -> Self {
        let [extension, title, shown_name] = [(); 3].map(|()| RwSignal::new(String::new()));
        Self {
            extension,
            title,
            shown_name,
            strategy: RwSignal::new(HuntStrategy::Linear.to_string()),
            group_busy: RwSignal::new(false),
            door_intercom: RwSignal::new(false),
        }
    }

    pub(super) fn of(group: &HuntGroup) -> Self {
        let shown =
            if group.shown_name == group.title { String::new() } else { group.shown_name.to_string() };
        Self {
            extension: RwSignal::new(group.extension.to_string()),
            title: RwSignal::new(group.title.to_string()),
            shown_name: RwSignal::new(shown),
            strategy: RwSignal::new(group.strategy.to_string()),
            group_busy: RwSignal::new(group.group_busy),
            door_intercom: RwSignal::new(group.door_intercom),
        }
    }

    pub(super) fn body(self) -> Result<HuntGroupDraft, Vec<FieldProblem>> {
        let mut check = Check::default();
        let extension = check.required::<Extension>("/extension", &self.extension.get_untracked());
        let title = check.required::<Label>("/title", &self.title.get_untracked());
        let shown_name = check.optional::<Label>("/shown_name", &self.shown_name.get_untracked());
        let strategy = check.chosen::<HuntStrategy>("/strategy", &self.strategy.get_untracked());
        let (group_busy, door_intercom) =
            (self.group_busy.get_untracked(), self.door_intercom.get_untracked());
        check.finish(extension.zip(title).zip(strategy).map(|((extension, title), strategy)| {
            HuntGroupDraft { extension, title, shown_name, strategy, group_busy, door_intercom }
        }))
    }

    /// What somebody else saved, beside one's own.
    pub(super) fn compared(self, theirs: &HuntGroup) -> Vec<Difference> {
        let shown = if theirs.shown_name == theirs.title { "" } else { theirs.shown_name.as_str() };
        let say = |word: &String, _: &String| {
            HuntStrategy::parse(word).map_or_else(|_| "".into(), |one| t(strategy(one)))
        };
        [
            Difference::of(Key::UserExtension, self.extension, theirs.extension.as_str()),
            Difference::of(Key::HuntGroupTitle, self.title, theirs.title.as_str()),
            Difference::of(Key::HuntGroupShown, self.shown_name, shown),
            Difference::between(Key::HuntGroupStrategy, self.strategy, theirs.strategy.to_string(), say),
            Difference::between(Key::HuntGroupBusy, self.group_busy, theirs.group_busy, yes_no),
            Difference::between(Key::HuntGroupDoor, self.door_intercom, theirs.door_intercom, yes_no),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn controls(self, form: Form) -> AnyView {
        let strategies = vec![
            ("linear", Key::HuntLinear, Key::HuntLinearMeans),
            ("parallel", Key::HuntParallel, Key::HuntParallelMeans),
        ];
        view! {
            <div class="form-grid">
                <TextField form pointer="/title" label=Key::HuntGroupTitle value=self.title />
                <TextField
                    form
                    pointer="/extension"
                    label=Key::UserExtension
                    value=self.extension
                    help=Key::HuntGroupExtensionHelp
                    inputmode="numeric"
                />
            </div>
            <TextField
                form
                pointer="/shown_name"
                label=Key::HuntGroupShown
                value=self.shown_name
                help=Key::HuntGroupShownHelp
                optional=true
            />
            <ChoiceCards form pointer="/strategy" label=Key::HuntGroupStrategy value=self.strategy choices=strategies />
            {toggle("hunt-busy", Key::HuntGroupBusy, Some(Key::HuntGroupBusyHelp), self.group_busy)}
            {toggle("hunt-door", Key::HuntGroupDoor, Some(Key::HuntGroupDoorHelp), self.door_intercom)}
        }
        .into_any()
    }
}
