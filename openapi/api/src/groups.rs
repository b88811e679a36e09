//! Authorisation groups, pickup groups, hunt groups and GUI groups of a customer's telephone system.

use cordboard_types::{
    Extension, Feature, GrantId, GroupId, GroupKind, GuiGroupId, GuiStandard, HuntGroupId, HuntStrategy,
    Label, Login, Module, Modules, PickupGroupId, Standard, Timestamp, UserId,
};

use crate::dto;

dto! {
    /// `POST /customers/{customer}/groups`: an authorisation group without members.
    pub struct NewGroup {
        /// Its name.
        pub name: Label,
        /// What its members are.
        #[serde(default = "users")]
        pub kind: GroupKind,
    }

    /// `PATCH /customers/{customer}/groups/{group}` and the same of pickup groups, with `If-Match`.
    pub struct GroupChange {
        /// New name.
        pub name: Label,
    }

    /// An authorisation group.
    pub struct Group {
        /// Its id.
        pub id: GroupId,
        /// Its name; a predefined one is named by the catalogue of messages.
        pub name: Label,
        /// What its members are.
        pub kind: GroupKind,
        /// Which of the predefined ones it is: neither renamed nor deleted.
        #[serde(default)]
        pub standard: Option<Standard>,
        /// Whether its members follow from what they are, so that nobody is added or taken.
        pub derived: bool,
        /// How many members it has.
        pub members: u32,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// A user in a group.
    pub struct GroupMember {
        /// The user.
        pub user: UserId,
        /// Login id.
        pub login: Login,
        /// The name.
        pub name: Label,
        /// The extension.
        pub extension: Extension,
    }

    /// `POST /customers/{customer}/groups/{group}/members`, and `PUT` of a pickup group's.
    pub struct Members {
        /// The users.
        pub users: Vec<UserId>,
    }

    /// `POST /customers/{customer}/groups/{group}/grants`: a right on a target; `show-gui` is on a GUI group, every other
    /// right on a group.
    pub struct NewGrant {
        /// The right.
        pub feature: Feature,
        /// The group on whose members it may be used.
        #[serde(default)]
        pub target: Option<GroupId>,
        /// The GUI group whose modules are shown.
        #[serde(default)]
        pub gui_group: Option<GuiGroupId>,
    }

    /// A grant of a group.
    pub struct Grant {
        /// Its id.
        pub id: GrantId,
        /// The right.
        pub feature: Feature,
        /// The group on whose members it may be used.
        #[serde(default)]
        pub target: Option<GroupId>,
        /// The GUI group whose modules are shown.
        #[serde(default)]
        pub gui_group: Option<GuiGroupId>,
        /// Name of the group or GUI group.
        pub target_name: String,
    }

    /// Answer to `POST …/grants`.
    pub struct GrantMade {
        /// Its id.
        pub id: GrantId,
    }

    /// `POST /customers/{customer}/pickup-groups`: a group without members.
    pub struct NewPickupGroup {
        /// Its name.
        pub name: Label,
        /// Its number; left out, the next one.
        #[serde(default)]
        pub number: Option<u32>,
    }

    /// A pickup group.
    pub struct PickupGroup {
        /// Its id.
        pub id: PickupGroupId,
        /// Its number, as a function key names it.
        pub number: u32,
        /// Its name.
        pub name: Label,
        /// How many members it has.
        pub members: u32,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// `POST /customers/{customer}/hunt-groups`, and `PUT` of one with `If-Match`.
    pub struct HuntGroupDraft {
        /// Its number.
        pub extension: Extension,
        /// Its name.
        pub title: Label,
        /// The name the members' phones show; left out, the title.
        #[serde(default)]
        pub shown_name: Option<Label>,
        /// In which order its members ring.
        #[serde(default = "linear")]
        pub strategy: HuntStrategy,
        /// Whether one busy member stops the hunting.
        #[serde(default)]
        pub group_busy: bool,
        /// Whether phones ring as for the door.
        #[serde(default)]
        pub door_intercom: bool,
    }

    /// A hunt group.
    pub struct HuntGroup {
        /// Its id.
        pub id: HuntGroupId,
        /// Its number.
        pub extension: Extension,
        /// Its name.
        pub title: Label,
        /// The name the members' phones show.
        pub shown_name: Label,
        /// In which order its members ring.
        pub strategy: HuntStrategy,
        /// Whether one busy member stops the hunting.
        pub group_busy: bool,
        /// Whether phones ring as for the door.
        pub door_intercom: bool,
        /// How many members it has.
        pub members: u32,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// `PUT /customers/{customer}/hunt-groups/{group}/members` with `If-Match`: all members in ringing order.
    pub struct HuntMembers {
        /// The members.
        pub members: Vec<NewHuntMember>,
    }

    /// A member of a hunt group to be.
    pub struct NewHuntMember {
        /// The user.
        pub user: UserId,
        /// Seconds before the next one rings, 1 to 3600; 5 unless given.
        #[serde(default)]
        pub timeout_s: Option<u16>,
    }

    /// A member of a hunt group.
    pub struct HuntMember {
        /// The user.
        pub user: UserId,
        /// The user's name.
        pub name: Label,
        /// The user's extension.
        pub extension: Extension,
        /// Seconds before the next one rings.
        pub timeout_s: u16,
    }

    /// `POST /customers/{customer}/gui-groups`: signing in and out are on, all else is off.
    pub struct NewGuiGroup {
        /// Its name.
        pub name: Label,
    }

    /// `PATCH /customers/{customer}/gui-groups/{group}` with `If-Match`.
    pub struct GuiGroupChange {
        /// New name.
        #[serde(default)]
        pub name: Option<Label>,
        /// Modules to switch off, and with them all below.
        #[serde(default)]
        pub off: Vec<Module>,
        /// Modules to switch on after that; their parents are on or named here too.
        #[serde(default)]
        pub on: Vec<Module>,
    }

    /// A GUI group.
    pub struct GuiGroup {
        /// Its id.
        pub id: GuiGroupId,
        /// Its name; a predefined one is named by the catalogue of messages.
        pub name: Label,
        /// Which of the predefined ones it is: neither renamed nor deleted.
        #[serde(default)]
        pub standard: Option<GuiStandard>,
        /// The modules that are on, in the order of the menu.
        pub modules: Modules,
        /// How many that are.
        pub enabled: u32,
        /// How many there are.
        pub total: u32,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`.
        pub version: i64,
    }
}

fn users() -> GroupKind {
    GroupKind::User
}

fn linear() -> HuntStrategy {
    HuntStrategy::Linear
}
