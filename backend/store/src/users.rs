//! PBX users, each with a line.

mod change;
mod create;
mod list;
mod remove;

use cordboard_domain::{SecretField, SecretRef};
use cordboard_types::{
    Email, Extension, FoundKind, Label, LineId, Locale, Login, PersonId, PhoneNumber, SiteId, Timestamp,
    UserId,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{Result, StoreError, parse};

pub use create::{NewPin, NewUser};
pub use list::{UserList, UserSort};

/// Kind of a user's search terms.
const KIND: FoundKind = FoundKind::User;

/// What a person says of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Login id.
    pub login: Login,
    /// The name shown to the people called.
    pub name: Label,
    /// First name.
    pub first_name: Option<Label>,
    /// Last name.
    pub last_name: Option<Label>,
    /// Extension of the line.
    pub extension: Extension,
    /// E-mail address.
    pub email: Option<Email>,
    /// Language of phone and announcements.
    pub language: Option<Locale>,
    /// Voicemail boxes; none means the extension's (P-049).
    pub voicemail: Vec<Extension>,
    /// Numbers to show inside.
    pub clip_internal: Vec<PhoneNumber>,
    /// Numbers to show outside.
    pub clip_external: Vec<PhoneNumber>,
    /// Whether the user is left out of the internal directory.
    pub hidden: bool,
    /// Whether unanswered calls go to the operator.
    pub to_operator: bool,
    /// The operator's number.
    pub operator_extension: Option<Extension>,
    /// The person behind it.
    pub person: Option<PersonId>,
}

impl Profile {
    /// A user of whom just the name and the numbers are known.
    #[must_use]
    pub fn simple(login: Login, name: Label, extension: Extension) -> Self {
        let (first_name, last_name) = cordboard_domain::names::split(&name);
        Self {
            login,
            name,
            first_name,
            last_name,
            extension,
            email: None,
            language: None,
            voicemail: Vec::new(),
            clip_internal: Vec::new(),
            clip_external: Vec::new(),
            hidden: false,
            to_operator: false,
            operator_extension: None,
            person: None,
        }
    }

    /// By what the user is found.
    fn terms(&self) -> Vec<String> {
        let names = [Some(&self.name), self.first_name.as_ref(), self.last_name.as_ref()];
        let names = names.into_iter().flatten().map(Label::to_string);
        names.chain([self.login.to_string(), self.extension.to_string()]).collect()
    }
}

/// A user with the line and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The user.
    pub id: UserId,
    /// What a person says of the user.
    pub profile: Profile,
    /// The line.
    pub line: LineId,
    /// The site.
    pub site: SiteId,
    /// Name of the site.
    pub site_name: String,
    /// Whether there is a PIN.
    pub has_pin: bool,
    /// Devices on the line, handsets counted.
    pub devices: u32,
    /// Registrations of the line in force.
    pub registrations: u32,
    /// When it was created.
    pub created_at: Timestamp,
    /// Version for `If-Match`.
    pub version: i64,
}

/// The PIN of a user.
#[must_use]
pub fn pin(user: UserId) -> SecretRef {
    SecretRef { owner: user.0.into_bytes(), field: SecretField::UserPin }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    name: String,
    login: String,
    name_key: String,
    first_name: Option<String>,
    last_name: Option<String>,
    email: Option<String>,
    locale: Option<String>,
    voicemail: String,
    clip_internal: String,
    clip_external: String,
    hidden: bool,
    to_operator: bool,
    operator_extension: Option<String>,
    person_id: Option<Uuid>,
    line_id: Uuid,
    extension: String,
    site_id: Uuid,
    site_name: String,
    pins: i64,
    devices: i64,
    registrations: i64,
    created_at: i64,
    version: i64,
}

/// `$2` is the time now.
const SELECT: &str = "SELECT u.id, u.name, u.login, u.name_key, u.first_name, u.last_name, u.email, u.locale, \
    u.voicemail, u.clip_internal, u.clip_external, u.hidden, u.to_operator, u.operator_extension, u.person_id, \
    l.id AS line_id, l.extension, u.site_id, n.name AS site_name, \
    (SELECT COUNT(*) FROM secret s \
        WHERE s.tenant_id = u.tenant_id AND s.owner_id = u.id AND s.field = 'user_pin') AS pins, \
    (SELECT COUNT(*) FROM device d WHERE d.tenant_id = l.tenant_id AND d.line_id = l.id) AS devices, \
    (SELECT COUNT(*) FROM registration r \
        WHERE r.tenant_id = l.tenant_id AND r.line_id = l.id AND r.expires_at > $2) AS registrations, \
    u.created_at, u.version \
    FROM line l JOIN pbx_user u ON u.tenant_id = l.tenant_id AND u.id = l.user_id \
    JOIN node n ON n.id = u.site_id WHERE l.tenant_id = $1";

fn read(row: &Row) -> Result<User> {
    Ok(User {
        id: UserId(row.id),
        profile: profile(row)?,
        line: LineId(row.line_id),
        site: SiteId(row.site_id),
        site_name: row.site_name.clone(),
        has_pin: row.pins > 0,
        devices: parse::number(row.devices)?,
        registrations: parse::number(row.registrations)?,
        created_at: Timestamp(row.created_at),
        version: row.version,
    })
}

fn profile(row: &Row) -> Result<Profile> {
    // An older program wrote no login id.
    let login = if row.login.is_empty() { &row.extension } else { &row.login };
    Ok(Profile {
        login: parse::value(login, Login::parse, "login")?,
        name: parse::label(&row.name)?,
        first_name: parse::optional(row.first_name.as_deref(), Label::parse, "first name")?,
        last_name: parse::optional(row.last_name.as_deref(), Label::parse, "last name")?,
        extension: parse::extension(&row.extension)?,
        email: parse::optional(row.email.as_deref(), Email::parse, "email")?,
        language: parse::optional(row.locale.as_deref(), Locale::parse, "locale")?,
        voicemail: parse::list(&row.voicemail, Extension::parse, "voicemail")?,
        clip_internal: parse::list(&row.clip_internal, PhoneNumber::parse, "internal clip")?,
        clip_external: parse::list(&row.clip_external, PhoneNumber::parse, "external clip")?,
        hidden: row.hidden,
        to_operator: row.to_operator,
        operator_extension: parse::optional(row.operator_extension.as_deref(), Extension::parse, "operator")?,
        person: row.person_id.map(PersonId),
    })
}

fn one(rows: &[Row]) -> Result<User> {
    read(rows.first().ok_or(StoreError::NotFound)?)
}
