//! What is typed and chosen.

use std::sync::Arc;

use cordboard_api::FieldProblem;
use cordboard_messages::Key;
use cordboard_types::{Invalid, Permission, Permissions, Timestamp};
use leptos::prelude::*;

use super::{piece, signs::LONG};
use crate::{
    components::{
        effective::{self, Effective, Origin},
        merge::{self, Difference},
        permissions,
        toast::Toasts,
        toggle,
    },
    form::{
        ChipsField, Choice, ChoiceCards, CodeField, Form, MultiSelectField, PasswordField, SelectField,
        TextField,
    },
};

fn text(value: &str) -> RwSignal<String> {
    RwSignal::new(value.to_owned())
}

pub(super) fn view() -> AnyView {
    let on = RwSignal::new(true);
    let switches = view! {
        {toggle::toggle("gallery-on", Key::KeysSingle, Some(Key::KeysSingleHelp), on)}
        {toggle::toggle("gallery-off", Key::LiveOn, None, RwSignal::new(false))}
    };
    view! {
        {piece("Fields", fields())}
        {piece("Fields with errors", wrong())}
        {piece("Switches", switches)}
        {piece("Effective values", values())}
        {piece("Permissions", matrix())}
        {piece("Somebody else saved", differences())}
    }
    .into_any()
}

fn choices() -> Vec<Choice> {
    [("1", "Anna Huber"), ("2", "Bruno Keller"), ("3", "Carla Rossi"), ("4", LONG)]
        .map(|(value, name)| Choice::new(&value, name))
        .to_vec()
}

fn fields() -> impl IntoView {
    let form = Form::new("gallery");
    let cards = vec![
        ("no", Key::ProvisioningMacNo, Key::ProvisioningMacNoMeans),
        ("once", Key::ProvisioningMacOnce, Key::ProvisioningMacOnceMeans),
    ];
    view! {
        <form class="form">
            <TextField form pointer="/name" label=Key::UserName value=text("Anna") help=Key::UserNameHelp />
            <TextField form pointer="/mac" label=Key::ColumnMac value=text("") class="input-mono" optional=true placeholder="00:04:13:45:C9:BF" />
            <SelectField form pointer="/line" label=Key::ColumnLine value=text("") choices=choices() />
            <PasswordField form pointer="/password" label=Key::PasswordNew value=text("Tr0ub4dor&3") strength=true />
            <CodeField form pointer="/code" label=Key::SecondFactorCode value=text("123456") complete=|| () />
            <ChipsField
                form
                pointer="/addresses"
                label=Key::ColumnAddress
                values=RwSignal::new(vec!["10.0.0.0/8".to_owned(), "2001:db8::/32".to_owned()])
            />
            <MultiSelectField
                form
                pointer="/users"
                label=Key::NavUsers
                values=RwSignal::new(vec!["2".to_owned(), "4".to_owned()])
                choices=choices()
            />
            <ChoiceCards form pointer="/once" label=Key::ColumnProvisioningMac value=text("once") choices=cards />
        </form>
    }
}

fn wrong() -> impl IntoView {
    let form = Form::new("wrong");
    let problem = |pointer: &str, reason: Invalid| FieldProblem {
        pointer: pointer.into(),
        code: reason.code().into(),
        detail: String::new(),
    };
    form.show(vec![problem("/name", Invalid::Empty), problem("/mac", Invalid::Mac)]);
    view! {
        <form class="form">
            {form.summary()}
            <TextField form pointer="/name" label=Key::UserName value=text("") help=Key::UserNameHelp />
            <TextField form pointer="/mac" label=Key::ColumnMac value=text("0004.1345.c9b") class="input-mono" />
        </form>
    }
}

fn values() -> impl IntoView {
    let toasts = use_context::<Toasts>();
    let back = move || {
        if let Some(toasts) = toasts {
            toasts.say(Key::Saved);
        }
    };
    let origin = |level: &str, here: bool| Origin {
        level: level.into(),
        here,
        by: Some("Bruno Keller".into()),
        since: Some(Timestamp(1_795_000_000_000)),
        without: Some("Europe/Berlin".into()),
    };
    let value = |name: Key, value: Option<&str>, origin: Origin| Effective {
        name: name.into(),
        value: value.map(Into::into),
        origin,
        locked: None,
        locks: false,
        back: None,
        change: None,
    };
    let change = || view! { <button type="button" class="button button-small">"…"</button> }.into_any();
    effective::list(vec![
        Effective {
            locks: true,
            back: Some(Arc::new(back)),
            change: Some(Arc::new(change)),
            ..value(Key::SiteTimeZone, Some("Europe/Zurich"), origin("Bakery Huber", true))
        },
        value(Key::FieldCountry, Some("Switzerland"), origin("Provider AG", false)),
        Effective {
            locked: Some("Platform".into()),
            ..value(Key::LanguageLabel, Some("Deutsch"), origin("Platform", false))
        },
        value(Key::SiteRegistrar, None, origin("Platform", false)),
    ])
}

fn matrix() -> impl IntoView {
    let chosen: Permissions = [Permission::CallsRead, Permission::UsersRead].into_iter().collect();
    let own =
        Memo::new(|_| Permissions::all().without([Permission::RedirectServicesWrite].into_iter().collect()));
    let form = Form::new("matrix");
    permissions::matrix(form, "/permissions", Key::TokenScope, RwSignal::new(chosen), own)
}

fn differences() -> impl IntoView {
    let name = text("Reception, ground floor");
    let mine: Permissions = [Permission::CallsRead].into_iter().collect();
    let theirs: Permissions = [Permission::UsersRead].into_iter().collect();
    let found = [
        Difference::of(Key::RoleName, name, "Reception"),
        Difference::of_permissions(Key::TokenScope, RwSignal::new(mine), theirs),
    ];
    merge::view(RwSignal::new(found.into_iter().flatten().collect()), || ())
}
