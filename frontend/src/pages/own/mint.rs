//! A new token: where it acts, what it may at most, until when. It is shown once.

use cordboard_api::{
    FieldProblem,
    tokens::{NewToken, Token, TokenMinted},
};
use cordboard_messages::Key;
use cordboard_types::{Invalid, Label, NodeId, Permissions, Timestamp};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    api,
    components::{
        button::{PRIMARY, cancels, sends},
        copy::copy_box,
        permissions, time,
    },
    form::{Check, Choice, Form, SelectField, TextField},
    query::Query,
    session,
    words::{t, tx},
};

const DAY: i64 = 86_400_000;
/// Days a token may live, as offered.
const LIVES: [u32; 4] = [7, 30, 90, 365];

pub(super) fn form(query: Query<Vec<Token>>, open: RwSignal<bool>) -> AnyView {
    let minted = RwSignal::new(None::<TokenMinted>);
    let ask = move || ask(query, open, minted);
    (move || minted.get().map_or_else(ask, |minted| shown(minted, open))).into_any()
}

fn ask(query: Query<Vec<Token>>, open: RwSignal<bool>, minted: RwSignal<Option<TokenMinted>>) -> AnyView {
    let form = Form::new("token");
    let nodes = nodes();
    let name = RwSignal::new(String::new());
    let node = RwSignal::new(nodes.first().map(|node| node.value.clone()).unwrap_or_default());
    let life = RwSignal::new("90".to_owned());
    let chosen = RwSignal::new(Permissions::NONE);
    let own = Memo::new(move |_| node.get().parse().map_or(Permissions::NONE, session::permissions_in));
    // What cannot be handed on there is not chosen there.
    Effect::new(move |_| chosen.update(|chosen| *chosen = chosen.common(own.get())));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = (name.get_untracked(), node.get_untracked(), life.get_untracked());
        match body((&typed.0, &typed.1, &typed.2), chosen.get_untracked(), time::now()) {
            Ok(body) => form.send(
                move |_| api::tokens::mint(body),
                move |answer| {
                    minted.set(Some(answer));
                    query.refetch();
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    let lives = LIVES.map(|days| Choice::new(&days, tx(Key::TokenDays, &[("count", days.into())]))).to_vec();
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::TokenName value=name help=Key::TokenNameHelp />
            <div class="form-grid">
                <SelectField form pointer="/node" label=Key::TokenWhere value=node choices=nodes />
                <SelectField form pointer="/expires_at" label=Key::TokenLife value=life choices=lives />
            </div>
            {permissions::matrix(form, "/permissions", Key::TokenScope, chosen, own)}
            <div class="form-actions">{sends(form, PRIMARY, Key::TokenMint)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

/// Where one has a role, each node once.
fn nodes() -> Vec<Choice> {
    let mut nodes = Vec::<Choice>::new();
    for membership in session::now().map(|person| person.memberships).unwrap_or_default() {
        let choice = Choice::new(&membership.node, membership.node_name);
        if !nodes.iter().any(|other| other.value == choice.value) {
            nodes.push(choice);
        }
    }
    nodes
}

fn body(
    (name, node, days): (&str, &str, &str),
    permissions: Permissions,
    now: Timestamp,
) -> Result<NewToken, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    let node = check.chosen::<NodeId>("/node", node);
    let days = check.chosen::<i64>("/expires_at", days);
    if permissions.is_empty() {
        check.refuse("/permissions", Invalid::Empty);
    }
    check.finish(name.zip(node).zip(days).map(|((name, node), days)| NewToken {
        name,
        node,
        permissions,
        expires_at: now.plus(days * DAY),
    }))
}

fn shown(minted: TokenMinted, open: RwSignal<bool>) -> AnyView {
    view! {
        <p>{t(Key::TokenShown)}</p>
        {copy_box(minted.token, Key::CopyToken)}
        <div class="form-actions">
            <button type="button" class="button button-primary" on:click=move |_| open.set(false)>
                {t(Key::TokenKept)}
            </button>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use cordboard_types::Permission;

    use super::*;

    const NODE: &str = "018f4a7e-0000-7000-8000-000000000001";

    #[test]
    fn a_token_may_something_and_ends() {
        let reads: Permissions = [Permission::CallsRead].into_iter().collect();
        let token = body(("Report", NODE, "7"), reads, Timestamp(1_000)).unwrap();
        assert_eq!(token.expires_at, Timestamp(1_000 + 7 * DAY));
        let problems = body(("Report", NODE, "7"), Permissions::NONE, Timestamp(0)).unwrap_err();
        assert_eq!(problems[0].pointer, "/permissions");
    }
}
