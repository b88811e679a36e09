//! The navigation: where one can go from here, in groups, as far as one may.

use cordboard_messages::Key;
use cordboard_types::{NodeId, Permission};
use leptos::prelude::*;

use super::{Here, Node};
use crate::{
    address::{Address, Groups, Own, Place, Room, Section},
    components::{
        dialog::Dialog,
        icon::{Icon, icon},
    },
    words::t,
};

/// A page one can go to.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: Key,
    pub(crate) icon: Icon,
    pub(crate) href: String,
    current: Signal<bool>,
}

/// Entries under a heading; the first group has none.
#[derive(Clone)]
pub(crate) struct Group {
    pub(crate) title: Option<Key>,
    pub(crate) entries: Vec<Entry>,
}

/// An entry of a customer: it is there for who has one of the permissions, or for everybody.
type Listed = (Section, Place, Icon, Key, Option<Permission>);

const CALLS: &[Listed] = &[
    (Section::Users, Place::Users, Icon::Users, Key::NavUsers, Some(Permission::UsersRead)),
    (
        Section::Groups,
        Place::Groups(Groups::Authorisation(None)),
        Icon::Network,
        Key::NavGroups,
        Some(Permission::GroupsRead),
    ),
    (Section::Devices, Place::Devices, Icon::Phone, Key::NavDevices, Some(Permission::DevicesRead)),
    (
        Section::Registrations,
        Place::Registrations,
        Icon::Activity,
        Key::NavRegistrations,
        Some(Permission::RegistrationsRead),
    ),
    (Section::Journal, Place::Journal, Icon::History, Key::NavJournal, Some(Permission::CallsRead)),
    (Section::Sites, Place::Sites, Icon::MapPin, Key::NavSites, Some(Permission::SitesRead)),
    (Section::Usage, Place::Usage, Icon::Gauge, Key::NavUsage, Some(Permission::CustomersRead)),
];

/// What customers and the nodes above them have alike. A new room gets its line here and its page in `pages`.
const ROOMS: &[(Room, Icon, Key, Permission)] = &[
    (Room::Organisation, Icon::Network, Key::NavOrganisation, Permission::NodesRead),
    (Room::People, Icon::User, Key::NavPeople, Permission::PeopleRead),
    (Room::Roles, Icon::Shield, Key::NavRoles, Permission::PeopleRead),
    (Room::Settings, Icon::Sliders, Key::NavSettings, Permission::SettingsRead),
    (Room::Limits, Icon::Gauge, Key::NavLimits, Permission::LimitsWrite),
    (Room::Audit, Icon::Log, Key::NavAudit, Permission::AuditRead),
];

pub(super) fn of_customer(here: Here, section: Memo<Option<Section>>) -> Vec<Group> {
    let is = move |own: Section| Signal::derive(move || section.get() == Some(own));
    let overview = Entry {
        name: Key::NavOverview,
        icon: Icon::House,
        href: here.to(Place::Overview),
        current: is(Section::Overview),
    };
    let calls = CALLS
        .iter()
        .filter(|(_, _, _, _, needs)| needs.is_none_or(|permission| here.may(permission)))
        .map(|(own, place, icon, name, _)| Entry {
            name: *name,
            icon: *icon,
            href: here.to(*place),
            current: is(*own),
        })
        .collect();
    let mut rooms = rooms(Node::of_customer(here.customer), move |room| is(Section::Room(room)));
    rooms.entries.extend(manage(here, is(Section::Manage)));
    let first = Group { title: None, entries: vec![overview] };
    let groups = [first, Group { title: Some(Key::NavCalls), entries: calls }, rooms];
    groups.into_iter().filter(|group| !group.entries.is_empty()).collect()
}

/// For who may change anything of the customer as a whole.
fn manage(here: Here, current: Signal<bool>) -> Option<Entry> {
    let needs = [Permission::CustomersWrite, Permission::CustomersSuspend, Permission::CustomersClose];
    needs.into_iter().any(|permission| here.may(permission)).then(|| Entry {
        name: Key::NavManage,
        icon: Icon::Building,
        href: here.to(Place::Manage),
        current,
    })
}

fn rooms(node: Node, is: impl Fn(Room) -> Signal<bool>) -> Group {
    let entry = |(room, icon, name, permission): &(Room, Icon, Key, Permission)| {
        // A customer sees its limits with what it uses of them, and has nothing below it to arrange.
        let elsewhere = matches!(room, Room::Limits | Room::Organisation) && node.is_customer();
        (node.may(*permission) && !elsewhere).then(|| Entry {
            name: *name,
            icon: *icon,
            href: node.to(*room),
            current: is(*room),
        })
    };
    Group { title: Some(Key::NavAdministration), entries: ROOMS.iter().filter_map(entry).collect() }
}

pub(super) fn of_node(id: NodeId, address: Memo<Address>) -> Vec<Group> {
    let node = Node::plain(id);
    let is = move |own: Room| {
        Signal::derive(move || match address.get() {
            Address::Node(_, room) => room.section() == own,
            Address::Customers | Address::NewCustomer => own == Room::Customers,
            _ => false,
        })
    };
    let customers = node.may(Permission::CustomersRead).then(|| Entry {
        name: Key::NavCustomers,
        icon: Icon::Building,
        href: Address::Customers.to_string(),
        current: is(Room::Customers),
    });
    let home = node.may(Permission::CustomersRead).then(|| Entry {
        name: Key::NavDashboard,
        icon: Icon::House,
        href: node.to(Room::Dashboard),
        current: is(Room::Dashboard),
    });
    let first = Group { title: None, entries: home.into_iter().chain(customers).collect() };
    [first, rooms(node, is)].into_iter().filter(|group| !group.entries.is_empty()).collect()
}

pub(super) fn own(address: Memo<Address>) -> Vec<Group> {
    let entry = |own: Own, icon: Icon, name: Key| Entry {
        name,
        icon,
        href: Address::Own(own).to_string(),
        current: Signal::derive(move || address.get() == Address::Own(own)),
    };
    let back = Entry {
        name: Key::NavBack,
        icon: Icon::House,
        href: Address::Home.to_string(),
        current: Signal::derive(|| false),
    };
    let entries = vec![
        entry(Own::Profile, Icon::User, Key::NavProfile),
        entry(Own::Sessions, Icon::Monitor, Key::NavSessions),
        entry(Own::Tokens, Icon::Key, Key::NavTokens),
    ];
    vec![Group { title: None, entries: vec![back] }, Group { title: Some(Key::NavOwn), entries }]
}

/// Beside the page where there is room, else over it while `open`.
pub(super) fn side(groups: StoredValue<Vec<Group>>, open: RwSignal<bool>) -> impl IntoView {
    let list = move || {
        groups.with_value(|groups| groups.iter().map(|group| section(group, open)).collect::<Vec<_>>())
    };
    view! {
        <nav class="nav" aria-label=t(Key::NavMain)>{list()}</nav>
        <Dialog open=open title=t(Key::NavMenu) class="drawer drawer-start">
            <nav class="nav-sheet" aria-label=t(Key::NavMain)>{list()}</nav>
        </Dialog>
    }
}

fn section(group: &Group, open: RwSignal<bool>) -> AnyView {
    let title = group.title.map(|title| view! { <h2 class="nav-title">{t(title)}</h2> });
    let entries: Vec<_> = group
        .entries
        .iter()
        .cloned()
        .map(|entry| {
            let current = move || entry.current.get().then_some("page");
            view! {
                <li>
                    <a href=entry.href aria-current=current on:click=move |_| open.set(false)>
                        {icon(entry.icon)}{t(entry.name)}
                    </a>
                </li>
            }
        })
        .collect();
    view! { <div class="nav-group">{title}<ul>{entries}</ul></div> }.into_any()
}
