//! The log as a file, in the forms that others read. It holds what the filters let through.

use cordboard_messages::Key;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::query::FILTERS;
use crate::{
    api,
    components::{
        icon::{Icon, icon},
        menu::menu,
    },
    shell::Node,
    words::t,
};

const FORMS: [(&str, Key, Key); 3] = [
    ("csv", Key::AuditCsv, Key::AuditCsvFor),
    ("ndjson", Key::AuditNdjson, Key::AuditNdjsonFor),
    ("syslog", Key::AuditSyslog, Key::AuditSyslogFor),
];

pub(super) fn menu_of(node: Node) -> AnyView {
    let query = use_query_map();
    let link = |(form, name, purpose): (&'static str, Key, Key)| {
        let href = move || {
            let chosen = query.with(|query| {
                FILTERS.iter().filter_map(|id| query.get(id).map(|value| (*id, value))).collect::<Vec<_>>()
            });
            api::audit::export(node.id, form, &chosen)
        };
        view! {
            <li>
                <a href=href download="" rel="external">
                    <span class="menu-two"><span>{t(name)}</span><small>{t(purpose)}</small></span>
                </a>
            </li>
        }
    };
    let links = FORMS.map(link).into_iter().collect::<Vec<_>>();
    let button = view! { {icon(Icon::Download)}{t(Key::AuditExport)} };
    menu("button", button.into_any(), view! { <ul class="menu-links">{links}</ul> }.into_any())
}
