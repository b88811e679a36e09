//! What is shown, by session and address.

use cordboard_api::sessions::Due;
use cordboard_types::{NodeId, TenantId};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions, WildcardSegment,
    components::{FlatRoutes, Route, Router},
    hooks::{use_location, use_navigate},
};

use crate::{
    address::{self, Address, Door, Move, Own},
    api, brand,
    components::toast::Toasts,
    dom, guard, keys, pages,
    pages::entrance::Step,
    palette,
    session::{self, Session},
    shell,
};

/// The whole application.
#[component]
pub(crate) fn App() -> impl IntoView {
    let session = session::start();
    let toasts = Toasts::new();
    provide_context(toasts);
    brand::refresh();
    spawn_local(async {
        match api::sessions::current().await {
            Ok(person) => session::began(person),
            // Whatever it was, the sign-in form is where it can be tried again.
            Err(_) => session::ended(),
        }
    });
    let known = Memo::new(move |_| session.get() != Session::Unknown);
    let body = move || {
        // Until it is known who is there, what index.html painted stays.
        known.get().then(|| {
            dom::remove_boot();
            view! { <Routed /> }
        })
    };
    view! { {body}{guard::view()}{palette::view()}{keys::view()}{toasts.view()} }
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

/// The frame a page stands in. It stays while only the page in it changes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Frame {
    Entrance(Step),
    Customer(TenantId),
    Node(NodeId),
    Own,
    Plain,
    Gallery,
}

#[component]
fn Pages() -> impl IntoView {
    let navigate = use_navigate();
    address::set_navigate(move |to, how| {
        let (replace, scroll) = (how != Move::Step, how != Move::Adjust);
        navigate(to, NavigateOptions { replace, scroll, ..Default::default() });
    });
    let location = use_location();
    let address = Memo::new(move |_| {
        let line = location.query.with(|query| query.get("line"));
        location.pathname.with(|path| Address::parse(path, line.as_deref()))
    });
    let frame = Memo::new(move |_| frame(address.get()));
    // Another person, or other rights: everything is drawn anew, for it depends on them.
    let who =
        Memo::new(|_| session::person().map(|person| (person.person, person.acting, person.memberships)));
    move || {
        // Read, not only followed: what was never computed would count as changed with the first look at it.
        who.with(|_| ());
        framed(frame.get(), address)
    }
}

fn framed(frame: Frame, address: Memo<Address>) -> AnyView {
    match frame {
        Frame::Entrance(step) => pages::entrance::page(step),
        Frame::Customer(customer) => shell::customer(customer, address),
        Frame::Node(node) => shell::node(node, address),
        Frame::Own => shell::own(address),
        Frame::Plain => shell::plain(address),
        Frame::Gallery => pages::gallery(),
    }
}

/// Which frame: links of mails come first, then whatever is due, then the page that was asked for.
fn frame(address: Address) -> Frame {
    if let Address::Door(door) = address {
        return Frame::Entrance(match door {
            Door::Forgotten => Step::Forgotten,
            Door::Reset => Step::Reset,
            Door::Invitation => Step::Invitation,
        });
    }
    if address == Address::Gallery {
        return Frame::Gallery;
    }
    let Some(person) = session::person() else { return Frame::Entrance(Step::SignIn) };
    match (person.due, address) {
        (Some(Due::SecondFactor), _) => Frame::Entrance(Step::SecondFactor),
        (Some(Due::SecondFactorSetup), _) => Frame::Entrance(Step::FactorSetup),
        (Some(Due::NewPassword), _) => Frame::Entrance(Step::NewPassword),
        (None, Address::Customer(customer, _)) => Frame::Customer(customer),
        (None, Address::Node(node, _)) => Frame::Node(node),
        (None, Address::Own(Own::Profile | Own::Sessions | Own::Tokens)) => Frame::Own,
        (None, Address::Customers | Address::NewCustomer) => {
            session::home_node().map_or(Frame::Plain, |home| Frame::Node(home.node))
        }
        (None, _) => Frame::Plain,
    }
}
