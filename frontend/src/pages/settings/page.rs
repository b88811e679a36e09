use std::sync::Arc;

use cordboard_api::settings::Setting;
use cordboard_messages::Key;
use cordboard_types::{Permission, SettingName};
use leptos::{prelude::*, task::spawn_local};

use super::{
    draft, form,
    preview::{self, Brand},
    query,
    words::{self, ENTRANCE, Group, LOOK, MAIL, PLACE},
};
use crate::{
    api, brand,
    components::{
        effective::{self, Effective, Origin},
        feedback,
        page::{head, panel},
        toast::Toasts,
    },
    query::Query,
    shell::Node,
    words::{Text, t, tx},
};

/// What every part of the page needs.
#[derive(Clone, Copy)]
struct Page {
    node: Node,
    settings: Query<Vec<Setting>>,
    editing: RwSignal<Option<SettingName>>,
    toasts: Option<Toasts>,
}

pub(crate) fn page(node: Node) -> AnyView {
    let page = Page {
        node,
        settings: query::settings(node.id),
        editing: RwSignal::new(None),
        toasts: use_context::<Toasts>(),
    };
    let panels = page.settings.view(feedback::page_skeleton, move |settings| {
        view! {
            <div class="stack">
                {page.group(&PLACE, settings, None)}
                {page.group(&LOOK, settings, Some(preview::view(brand(settings))))}
                {page.group(&MAIL, settings, None)}
                {page.group(&ENTRANCE, settings, None)}
            </div>
            {form::dialog(node, page.settings, settings, page.editing)}
        }
        .into_any()
    });
    view! {
        {head(Key::NavSettings, None, None)}
        <div class="stack"><p class="panel-note">{t(Key::SettingsHelp)}</p>{panels}</div>
    }
    .into_any()
}

/// The brand in force.
fn brand(settings: RwSignal<Vec<Setting>>) -> Brand {
    let value = move |name: SettingName| {
        Signal::derive(move || {
            settings
                .with(|settings| words::one(settings, name).map(|setting| draft::text_of(&setting.value)))
                .unwrap_or_default()
        })
    };
    Brand {
        name: value(SettingName::BrandName),
        logo: value(SettingName::BrandLogo),
        colour: value(SettingName::BrandColour),
    }
}

impl Page {
    fn group(
        self,
        group: &'static Group,
        settings: RwSignal<Vec<Setting>>,
        more: Option<AnyView>,
    ) -> AnyView {
        let list = move || {
            settings.with(|settings| {
                let set = group.settings.iter().filter_map(|name| words::one(settings, *name));
                effective::list(set.map(|setting| self.effective(setting)).collect())
            })
        };
        panel(t(group.title), None, view! { <p class="panel-note">{t(group.help)}</p>{list}{more} })
    }

    fn effective(self, setting: &Setting) -> Effective {
        let name = setting.name;
        let may = self.node.may(Permission::SettingsWrite);
        let change = move || {
            let label = tx(Key::SettingChangeNamed, &[("name", t(words::of(name).0).into())]);
            let press = move |_| self.editing.set(Some(name));
            view! {
                <button type="button" class="button button-small" aria-label=label on:click=press>{t(Key::SettingChange)}</button>
            }
            .into_any()
        };
        let back = {
            let setting = setting.clone();
            move || self.give_back(&setting)
        };
        Effective {
            name: t(words::of(name).0),
            value: words::shown(name, &setting.value),
            origin: self.origin(setting),
            locked: setting.locked_by.as_ref().map(|level| level.name.as_str().into()),
            locks: setting.own.as_ref().is_some_and(|own| own.locked) && setting.locked_by.is_none(),
            back: (may && setting.own.is_some()).then(|| Arc::new(back) as Arc<dyn Fn() + Send + Sync>),
            change: (may && setting.settable)
                .then(|| Arc::new(change) as Arc<dyn Fn() -> AnyView + Send + Sync>),
        }
    }

    fn origin(self, setting: &Setting) -> Origin {
        let from = setting.from.as_ref();
        let here = from.is_some_and(|from| from.node.id == self.node.id);
        let nothing = || t(Key::NotSet);
        Origin {
            level: from.map_or_else(|| t(Key::SettingsStandard), |from| from.node.name.as_str().into()),
            here,
            by: from.filter(|from| !from.by.is_empty()).map(|from| from.by.as_str().into()),
            since: from.map(|from| from.at),
            without: here.then(|| words::shown(setting.name, &setting.without_own).unwrap_or_else(nothing)),
        }
    }

    /// One press: the inherited value holds again, and for a while it can be taken back.
    fn give_back(self, setting: &Setting) {
        let (node, name, version) = (self.node.id, setting.name, setting.version);
        let before = setting.own.clone();
        spawn_local(async move {
            let answer = api::settings::unset(node, name, version).await;
            self.settings.refetch();
            brand::refresh();
            let Some(toasts) = self.toasts else { return };
            match (answer, before) {
                (Ok(_), Some(own)) => toasts.say_undo(self.given_back(name), move || {
                    let change =
                        cordboard_api::settings::SettingChange { value: own.value.clone(), lock: own.locked };
                    spawn_local(async move {
                        if let Err(failure) = api::settings::set(node, name, 0, change).await {
                            toasts.say(failure.title());
                        }
                        self.settings.refetch();
                    });
                }),
                (Ok(_), None) => {}
                (Err(failure), _) => toasts.say(failure.title()),
            }
        });
    }

    fn given_back(self, name: SettingName) -> Text {
        tx(Key::SettingGivenBack, &[("name", t(words::of(name).0).into())])
    }
}
