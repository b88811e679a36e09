//! API tokens: for scripts that act in one's name, within what was chosen for them.

use cordboard_api::tokens::Token;
use cordboard_messages::Key;
use leptos::prelude::*;

use super::mint;
use crate::{
    api,
    components::{
        button::{DANGER, acts, cancels, opens},
        dialog::{Dialog, about},
        feedback,
        lamp::{Light, lamp},
        permissions,
        table::{Column, Row, table},
        time::{self, time},
    },
    form::Form,
    query::Query,
    words::{t, tx},
};

const COLUMNS: &[Column] = &[
    (Key::TokenName, "roomy"),
    (Key::TokenWhere, "col-mid"),
    (Key::TokenScope, ""),
    (Key::TokenUsed, "col-mid"),
    (Key::ColumnExpires, ""),
    (Key::ColumnActions, "number"),
];

pub(super) fn page() -> AnyView {
    let query = Query::new(&[], api::tokens::all);
    let minting = RwSignal::new(false);
    let ending = RwSignal::new(None::<Token>);
    let button = move || opens(minting, "button button-primary", Key::TokenNew);
    let list = query.view(feedback::rows_skeleton, move |tokens| {
        let rows = move || tokens.with(|tokens| tokens.iter().map(|token| row(ending, token)).collect());
        view! {
            <Show
                when=move || !tokens.with(Vec::is_empty)
                fallback=move || feedback::empty(Key::TokensEmpty, Key::TokensEmptyText, Some(button()))
            >
                <div class="form-actions">{button()}</div>
                {table(Key::NavTokens, COLUMNS, rows, ())}
            </Show>
        }
        .into_any()
    });
    view! {
        <div class="stack">
            <p class="panel-note">{t(Key::TokensHelp)}</p>
            {list}
        </div>
        <Dialog open=minting title=t(Key::TokenNew) class="dialog-wide">{move || mint::form(query, minting)}</Dialog>
        {end(query, ending)}
    }
    .into_any()
}

fn row(ending: RwSignal<Option<Token>>, token: &Token) -> Row {
    let used = token.last_used_at.map_or_else(
        || view! { <span class="muted">{t(Key::TokenNever)}</span> }.into_any(),
        |at| view! { {time(at)}<small class="mono">{token.last_used_ip.clone()}</small> }.into_any(),
    );
    let over = token.expires_at < time::now();
    let until =
        if over { lamp(Light::Attention, Key::TokenOver) } else { time::day(token.expires_at).into_any() };
    let own = token.clone();
    let ask = move |_| ending.set(Some(own.clone()));
    vec![
        view! { <strong>{token.name.to_string()}</strong> }.into_any(),
        token.node_name.clone().into_any(),
        permissions::summary(token.permissions),
        used,
        until,
        view! { <button type="button" class="button button-small" on:click=ask>{t(Key::TokenEnd)}</button> }
            .into_any(),
    ]
}

fn end(query: Query<Vec<Token>>, ending: RwSignal<Option<Token>>) -> impl IntoView {
    let open = about(ending);
    let question = move || {
        ending.get_untracked().map(|token| {
            let form = Form::new("token-end");
            let end = move |_| {
                form.send(
                    move |_| api::tokens::end(token.id),
                    move |()| {
                        open.set(false);
                        query.refetch();
                    },
                );
            };
            view! {
                {form.summary()}
                <p>{tx(Key::TokenEndText, &[("name", token.name.as_str().into())])}</p>
                <div class="form-actions">{acts(form, DANGER, Key::TokenEnd, end)}{cancels(open)}</div>
            }
        })
    };
    view! { <Dialog open title=t(Key::TokenEnd)>{question}</Dialog> }
}
