//! Where one is signed in, each to be ended.

use cordboard_api::sessions::ListedSession;
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    api,
    components::{
        button::{DANGER, acts},
        feedback,
        lamp::{Light, lamp},
        table::{Column, Row, table},
        time::time,
        toast::Toasts,
    },
    form::Form,
    query::Query,
    words::{Text, t},
};

const COLUMNS: &[Column] = &[
    (Key::SessionBrowser, "roomy"),
    (Key::ColumnAddress, ""),
    (Key::SessionBegan, "col-mid"),
    (Key::SessionSeen, ""),
    (Key::ColumnActions, "number"),
];

pub(super) fn page() -> AnyView {
    let query = Query::new(&[], api::sessions::all);
    let form = Form::new("sessions");
    let list = query.view(feedback::rows_skeleton, move |sessions| {
        let rows = move || sessions.with(|sessions| sessions.iter().map(|session| row(query, form, session)).collect());
        let several = move || sessions.with(|sessions| sessions.len() > 1);
        view! {
            {table(Key::NavSessions, COLUMNS, rows, ())}
            <Show when=several>
                <div class="form-actions">{acts(form, DANGER, Key::SessionsEndOthers, move |_| end_others(query, form))}</div>
            </Show>
        }
        .into_any()
    });
    view! { <div class="stack"><p class="panel-note">{t(Key::SessionsHelp)}</p>{form.summary()}{list}</div> }
        .into_any()
}

fn row(query: Query<Vec<ListedSession>>, form: Form, session: &ListedSession) -> Row {
    let id = session.id;
    let end = move |_| form.send(move |_| api::sessions::end(id), move |()| query.refetch());
    let last = if session.current {
        lamp(Light::On, Key::SessionCurrent)
    } else {
        acts(form, "button button-small", Key::SessionEnd, end)
    };
    vec![
        view! { <span title=session.user_agent.clone()>{browser(&session.user_agent)}</span> }.into_any(),
        view! { <span class="mono">{session.ip.clone()}</span> }.into_any(),
        time(session.created_at),
        time(session.seen_at),
        last,
    ]
}

fn end_others(query: Query<Vec<ListedSession>>, form: Form) {
    let toasts = use_context::<Toasts>();
    form.send(
        |_| api::sessions::end_others(),
        move |()| {
            query.refetch();
            if let Some(toasts) = toasts {
                toasts.say(Key::SessionsEnded);
            }
        },
    );
}

/// `Firefox · Linux`: what people know their browser by. The order matters: most pretend to be others as well.
fn browser(agent: &str) -> Text {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("Firefox", "Firefox"),
        ("Chrom", "Chrome"),
        ("Safari", "Safari"),
        ("curl", "curl"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |list: &[(&str, &'static str)]| {
        list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}").into(),
        (Some(one), None) | (None, Some(one)) => one.into(),
        (None, None) if agent.is_empty() => t(Key::SessionUnknown),
        (None, None) => agent.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_named_as_people_know_them() {
        let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36";
        let edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0";
        assert_eq!(browser(chrome).get(), "Chrome · Linux");
        assert_eq!(browser(edge).get(), "Edge · Windows");
        assert_eq!(browser("telephone").get(), "telephone");
    }
}
