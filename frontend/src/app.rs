//! What is shown, by session and address.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions, WildcardSegment,
    components::{FlatRoutes, Route, Router},
    hooks::{use_location, use_navigate},
};

use crate::{
    address::{self, Address},
    api,
    components::toast::Toasts,
    dom, pages,
    session::{self, Session},
    shell,
};

/// The whole application.
#[component]
pub(crate) fn App() -> impl IntoView {
    let session = session::start();
    let toasts = Toasts::new();
    provide_context(toasts);
    spawn_local(async {
        match api::sessions::current().await {
            Ok(person) => session::began(person),
            // Whatever it was, the sign-in form is where it can be tried again.
            Err(_) => session::ended(),
        }
    });
    let signed_in = Memo::new(move |_| match session.get() {
        Session::Unknown => None,
        Session::SignedOut => Some(false),
        Session::SignedIn(_) => Some(true),
    });
    let body = move || {
        // Until it is known who is there, what index.html painted stays.
        let signed_in = signed_in.get()?;
        dom::remove_boot();
        Some(if signed_in { view! { <Routed /> }.into_any() } else { pages::sign_in::page() })
    };
    view! { {body}{toasts.view()} }
}

/// One route for everything: which page an address means is decided by [`Address`]. The router still catches
/// clicks on links and keeps the history.
#[component]
fn Routed() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=Pages>
                <Route path=WildcardSegment("page") view=Pages />
            </FlatRoutes>
        </Router>
    }
}

#[component]
fn Pages() -> impl IntoView {
    let navigate = use_navigate();
    address::set_navigate(move |to, replace| navigate(to, NavigateOptions { replace, ..Default::default() }));
    let location = use_location();
    let address = Memo::new(move |_| {
        let line = location.query.with(|query| query.get("line"));
        location.pathname.with(|path| Address::parse(path, line.as_deref()))
    });
    let customer = Memo::new(move |_| address.get().customer());
    move || match customer.get() {
        Some(customer) => shell::customer(customer, address),
        None => shell::plain(address),
    }
}
