//! PBX users and their lines.

use cordboard_types::{
    CredentialSetId, DeviceId, Email, Extension, Feature, GroupId, GuiGroupId, HuntGroupId, Label, LineId,
    Locale, Login, Modules, PersonId, PhoneNumber, PickupGroupId, SiteId, Standard, Timestamp, UserId,
    UserPin,
};

use crate::{choice, dto};

dto! {
    /// `POST /customers/{customer}/users`: a user with a line. The extension is enough; CLIP numbers come later.
    pub struct NewUser {
        /// The name shown to the people called; left out, first and last name together.
        #[serde(default)]
        pub name: Option<Label>,
        /// The extension of the user's line.
        pub extension: Extension,
        /// The site; may be left out where the customer has one.
        #[serde(default)]
        pub site: Option<SiteId>,
        /// Login id; left out, it is made of the name or the extension.
        #[serde(default)]
        pub login: Option<Login>,
        /// First name; with neither of the two, the parts of `name`.
        #[serde(default)]
        pub first_name: Option<Label>,
        /// Last name.
        #[serde(default)]
        pub last_name: Option<Label>,
        /// PIN to log a phone in; left out, one that nobody knows. It is never shown.
        #[serde(default)]
        pub pin: Option<UserPin>,
        /// E-mail address, for messages and faxes.
        #[serde(default)]
        pub email: Option<Email>,
        /// Language of phone and announcements.
        #[serde(default)]
        pub language: Option<Locale>,
        /// Voicemail boxes; left out, the extension's.
        #[serde(default)]
        pub voicemail: Vec<Extension>,
        /// Whether the user is left out of the internal directory.
        #[serde(default)]
        pub hidden: bool,
        /// Whether unanswered calls go to the operator; then `operator_extension` is required.
        #[serde(default)]
        pub to_operator: bool,
        /// The operator's number.
        #[serde(default)]
        pub operator_extension: Option<Extension>,
        /// The person behind the user; holds a role in this customer.
        #[serde(default)]
        pub person: Option<PersonId>,
    }

    /// `PATCH /customers/{customer}/users/{user}` with `If-Match`. Fields left out stay; `null` takes away.
    #[derive(Default)]
    pub struct UserChange {
        /// New name; reaches the phones with the next publish. Unless it is given, it follows first and last
        /// name for as long as it is made of them.
        #[serde(default)]
        pub name: Option<Label>,
        /// New extension.
        #[serde(default)]
        pub extension: Option<Extension>,
        /// New login id.
        #[serde(default)]
        pub login: Option<Login>,
        /// New first name.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<Label>))]
        pub first_name: Option<Option<Label>>,
        /// New last name.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<Label>))]
        pub last_name: Option<Option<Label>>,
        /// New PIN.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub pin: Option<UserPin>,
        /// New e-mail address.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<Email>))]
        pub email: Option<Option<Email>>,
        /// New language.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<Locale>))]
        pub language: Option<Option<Locale>>,
        /// New voicemail boxes; an empty list is the extension's.
        #[serde(default)]
        pub voicemail: Option<Vec<Extension>>,
        /// Numbers to choose from for calls inside; they can be dialled.
        #[serde(default)]
        pub clip_internal: Option<Vec<PhoneNumber>>,
        /// Numbers to choose from for calls outside; they can be dialled.
        #[serde(default)]
        pub clip_external: Option<Vec<PhoneNumber>>,
        /// Whether the user is left out of the internal directory.
        #[serde(default)]
        pub hidden: Option<bool>,
        /// Whether unanswered calls go to the operator.
        #[serde(default)]
        pub to_operator: Option<bool>,
        /// The operator's number.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<Extension>))]
        pub operator_extension: Option<Option<Extension>>,
        /// The person behind the user; holds a role in this customer.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<PersonId>))]
        pub person: Option<Option<PersonId>>,
    }

    /// A PBX user.
    pub struct User {
        /// The user.
        pub id: UserId,
        /// Login id.
        pub login: Login,
        /// The name shown to the people called.
        pub name: Label,
        /// First name.
        #[serde(default)]
        pub first_name: Option<Label>,
        /// Last name.
        #[serde(default)]
        pub last_name: Option<Label>,
        /// The line.
        pub line: LineId,
        /// The extension.
        pub extension: Extension,
        /// The site.
        pub site: SiteId,
        /// Name of the site.
        pub site_name: String,
        /// E-mail address.
        #[serde(default)]
        pub email: Option<Email>,
        /// Language of phone and announcements.
        #[serde(default)]
        pub language: Option<Locale>,
        /// Whether there is a PIN; it is never shown.
        pub has_pin: bool,
        /// Voicemail boxes; the extension's unless others were set.
        pub voicemail: Vec<Extension>,
        /// Numbers to choose from for calls inside.
        pub clip_internal: Vec<PhoneNumber>,
        /// Numbers to choose from for calls outside.
        pub clip_external: Vec<PhoneNumber>,
        /// Whether the user is left out of the internal directory.
        pub hidden: bool,
        /// Whether unanswered calls go to the operator.
        pub to_operator: bool,
        /// The operator's number.
        #[serde(default)]
        pub operator_extension: Option<Extension>,
        /// The person behind the user.
        #[serde(default)]
        pub person: Option<PersonId>,
        /// Devices on the line.
        pub devices: u32,
        /// Registrations of the line in force.
        pub registrations: u32,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// `GET /customers/{customer}/users/{user}/groups`: the groups a user is in.
    pub struct UserGroups {
        /// Authorisation groups by name, the standard ones with them.
        pub groups: Vec<UserGroup>,
        /// Pickup groups by number.
        pub pickup_groups: Vec<UserPickupGroup>,
        /// Hunt groups by extension.
        pub hunt_groups: Vec<UserHuntGroup>,
        /// Version of the user, for `If-Match`.
        pub version: i64,
    }

    /// An authorisation group of a user.
    pub struct UserGroup {
        /// The group.
        pub id: GroupId,
        /// Its name.
        pub name: Label,
        /// Which of the predefined ones it is.
        #[serde(default)]
        pub standard: Option<Standard>,
    }

    /// A pickup group of a user.
    pub struct UserPickupGroup {
        /// The group.
        pub id: PickupGroupId,
        /// Its number.
        pub number: u32,
        /// Its name.
        pub name: Label,
    }

    /// A hunt group of a user.
    pub struct UserHuntGroup {
        /// The group.
        pub id: HuntGroupId,
        /// Its number.
        pub extension: Extension,
        /// Its title.
        pub title: Label,
    }

    /// `PATCH /customers/{customer}/users/{user}/groups` with `If-Match` of the user. Lists left out stay.
    pub struct UserGroupsChange {
        /// All authorisation groups the user is to be in, the standard ones among them.
        #[serde(default)]
        pub groups: Option<Vec<GroupId>>,
        /// All pickup groups the user is to be in.
        #[serde(default)]
        pub pickup_groups: Option<Vec<PickupGroupId>>,
    }

    /// A right of a user, on the members of a group or for the modules of a GUI group.
    pub struct UserPermission {
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
        /// The modules that are shown.
        #[serde(default)]
        pub modules: Option<Modules>,
        /// The group the user has it from.
        pub from: GroupId,
        /// Name of that group.
        pub from_name: String,
    }

    /// A credential set of a line, without its secret.
    pub struct CredentialSet {
        /// The set.
        pub id: CredentialSetId,
        /// The device it belongs to; none for the line's own.
        pub device: Option<DeviceId>,
        /// Digest user name.
        pub auth_user: String,
        /// Rises with every rotation.
        pub version: u32,
        /// When the secret was last changed.
        pub rotated_at: Timestamp,
    }

    /// Answer to `POST /customers/{customer}/lines/{line}/credential-rotations`.
    pub struct CredentialRotation {
        /// The sets with their new versions. In force at once; no release is made.
        pub credentials: Vec<CredentialSet>,
    }
}

choice! {
    /// What a list of users is sorted by.
    #[derive(Default)]
    pub enum UserOrder {
        /// By extension.
        #[default]
        Extension,
        /// By name.
        Name,
        /// By login id.
        Login,
    }
}

impl NewUser {
    /// A user of whom just name and extension are given.
    #[must_use]
    pub fn simple(name: Label, extension: Extension, site: Option<SiteId>) -> Self {
        Self {
            name: Some(name),
            extension,
            site,
            login: None,
            first_name: None,
            last_name: None,
            pin: None,
            email: None,
            language: None,
            voicemail: Vec::new(),
            hidden: false,
            to_operator: false,
            operator_extension: None,
            person: None,
        }
    }
}
