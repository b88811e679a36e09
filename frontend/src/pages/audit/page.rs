use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{export, table};
use crate::{components::page::head, shell::Node, words::t};

pub(in crate::pages) fn page(node: Node) -> AnyView {
    let files = node.may(Permission::AuditExport).then(|| export::menu_of(node));
    view! {
        {head(Key::NavAudit, None, files)}
        <div class="stack">
            <p class="panel-note">{t(Key::AuditHelp)}" "{t(Key::AuditChain)}</p>
            {table::view(node)}
        </div>
    }
    .into_any()
}
