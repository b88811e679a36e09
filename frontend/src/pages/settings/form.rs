//! Setting one value, for the node and all below it.

use cordboard_api::settings::Setting;
use cordboard_messages::Key;
use cordboard_types::SettingName;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{
    draft::{self, Draft},
    field,
    preview::{self, Brand},
    words,
};
use crate::{
    api, brand,
    components::{
        button::{PRIMARY, cancels, sends},
        dialog::{Dialog, about},
        merge::{self, Difference},
        toast::Toasts,
        toggle,
    },
    form::Form,
    query::Query,
    shell::Node,
    words::{Text, t},
};

/// The question about one setting; open while one is being changed.
pub(super) fn dialog(
    node: Node,
    query: Query<Vec<Setting>>,
    settings: RwSignal<Vec<Setting>>,
    editing: RwSignal<Option<SettingName>>,
) -> AnyView {
    let open = about(editing);
    let title = Text::new(move || editing.get().map(|name| t(words::of(name).0).get()).unwrap_or_default());
    let body = move || {
        let name = editing.get_untracked()?;
        let setting = settings.with_untracked(|settings| words::one(settings, name).cloned())?;
        Some(form(node, query, settings, &setting, open))
    };
    view! { <Dialog open title>{body()}</Dialog> }.into_any()
}

fn form(
    node: Node,
    query: Query<Vec<Setting>>,
    settings: RwSignal<Vec<Setting>>,
    setting: &Setting,
    open: RwSignal<bool>,
) -> AnyView {
    let form = Form::new("setting");
    let toasts = use_context::<Toasts>();
    let name = setting.name;
    let draft = Draft::of(name, &setting.value, setting.own.as_ref().is_some_and(|own| own.locked));
    let version = StoredValue::new(setting.version);
    let differences = RwSignal::new(Vec::new());
    let save = move || match draft.body() {
        Ok(body) => form.send(
            move |_| api::settings::set(node.id, name, version.get_value(), body),
            move |_: Setting| {
                open.set(false);
                query.refetch();
                if words::LOOK.settings.contains(&name) {
                    brand::refresh();
                }
                if let Some(toasts) = toasts {
                    toasts.say(saved(name));
                }
            },
        ),
        Err(problems) => form.refuse(problems),
    };
    form.on_stale(move || spawn_local(compare(node, form, draft, version, differences, save)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {merge::view(differences, save)}
            {field::view(form, draft)}
            {looks(settings, draft)}
            {reaches_below(node, name).then(|| {
                toggle::toggle("setting-lock", Key::SettingLock, Some(Key::SettingLockHelp), draft.lock)
            })}
            <div class="form-actions">{sends(form, PRIMARY, Key::FormSave)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

/// Whether anything below could set it too.
fn reaches_below(node: Node, name: SettingName) -> bool {
    !node.is_customer() || words::is_of_a_place(name)
}

fn saved(name: SettingName) -> Text {
    let compiled = matches!(name, SettingName::TimeZone | SettingName::Country | SettingName::Tones);
    t(if compiled { Key::SavedDraft } else { Key::SettingSaved })
}

/// What it would look like, where it is about looks.
fn looks(settings: RwSignal<Vec<Setting>>, draft: Draft) -> Option<AnyView> {
    words::LOOK.settings.contains(&draft.name).then(|| {
        let part = move |name: SettingName| {
            Signal::derive(move || {
                if draft.name == name {
                    return draft.text.get();
                }
                let found = settings.with(|all| words::one(all, name).map(|one| draft::text_of(&one.value)));
                found.unwrap_or_default()
            })
        };
        preview::view(Brand {
            name: part(SettingName::BrandName),
            logo: part(SettingName::BrandLogo),
            colour: part(SettingName::BrandColour),
        })
    })
}

/// What somebody else set, beside one's own.
async fn compare(
    node: Node,
    form: Form,
    draft: Draft,
    version: StoredValue<i64>,
    differences: RwSignal<Vec<Difference>>,
    save: impl Fn(),
) {
    let Ok(all) = api::settings::all(node.id).await else { return };
    let Some(theirs) = words::one(&all, draft.name) else { return };
    version.set_value(theirs.version);
    let label = words::of(draft.name).0;
    let (text, list) = (draft::text_of(&theirs.value), draft::list_of(&theirs.value));
    let locked = theirs.own.as_ref().is_some_and(|own| own.locked);
    let said = move |text: &String| said(draft.name, text);
    let found = [
        Difference::between(label, draft.text, text, |own, _| said(own)),
        Difference::between(label, draft.list, list, |list, _| list.join(", ").into()),
        Difference::between(Key::SettingLock, draft.lock, locked, |on, _| {
            t(if *on { Key::SettingLocked } else { Key::SettingOpen })
        }),
    ];
    let found: Vec<_> = found.into_iter().flatten().collect();
    form.forget();
    if found.is_empty() {
        save();
    }
    differences.set(found);
}

/// What is typed, as it is read elsewhere; what is no value yet as it is typed.
fn said(name: SettingName, text: &str) -> Text {
    let value = match name {
        SettingName::BrandLogo => return t(Key::SettingLogoSet),
        SettingName::SecondFactorRequired => (text == "true").into(),
        _ => text.into(),
    };
    words::shown(name, &value).unwrap_or_else(|| text.into())
}
