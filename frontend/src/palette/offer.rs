//! What the palette leads to without asking anybody: the pages one can go to from here.

use std::cell::RefCell;

use cordboard_messages::Key;

use crate::{
    address::{Address, Own},
    components::icon::Icon,
    session,
    shell::nav::Group,
    words::{Text, t},
};

/// Something one can go to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hit {
    pub(crate) icon: Icon,
    pub(crate) title: Text,
    pub(crate) more: Option<Text>,
    pub(crate) href: String,
    /// Heading it stands under.
    pub(crate) group: Key,
}

thread_local! {
    static OFFERED: RefCell<Vec<Group>> = const { RefCell::new(Vec::new()) };
}

/// The navigation of the frame that is open.
pub(crate) fn offer(groups: &[Group]) {
    OFFERED.set(groups.to_vec());
}

/// Pages: those of the navigation, then those that are there always.
pub(super) fn pages() -> Vec<Hit> {
    let page = |icon, title: Key, more: Option<Key>, href| Hit {
        icon,
        title: t(title),
        more: more.map(t),
        href,
        group: Key::PalettePages,
    };
    let mut pages: Vec<_> = OFFERED.with_borrow(|groups| {
        let of = |group: &Group| {
            let title = group.title;
            group
                .entries
                .iter()
                .map(move |entry| page(entry.icon, entry.name, title, entry.href.clone()))
                .collect::<Vec<_>>()
        };
        groups.iter().flat_map(of).collect()
    });
    if session::has_customers() && session::reads_customers() {
        pages.push(page(Icon::Building, Key::NavCustomers, None, Address::Customers.to_string()));
    }
    let own = |own, icon, name| page(icon, name, Some(Key::NavOwn), Address::Own(own).to_string());
    pages.push(own(Own::Profile, Icon::User, Key::NavProfile));
    pages.push(own(Own::Sessions, Icon::Monitor, Key::NavSessions));
    pages.push(own(Own::Tokens, Icon::Key, Key::NavTokens));
    let mut seen = Vec::new();
    pages.retain(|page| {
        let new = !seen.contains(&page.href);
        seen.push(page.href.clone());
        new
    });
    pages
}
