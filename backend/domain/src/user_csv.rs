//! Users as a file of fifteen columns (003 §Gebruikers importeren): read row by row with every reason a row is
//! refused for, and written so that it is read back the same.

mod cells;
mod decode;
mod read;
mod write;

use cordboard_types::{Email, Extension, Invalid, Label, Locale, Login, PhoneNumber, UserPin};

pub use decode::{Encoding, NotUtf8, decode};
pub use read::{FileRow, Options, parse, read};
pub use write::{head, line};

/// The columns in the manual's order, by the names of a problem's pointers.
pub const COLUMNS: [&str; 15] = [
    "login",
    "extension",
    "first_name",
    "last_name",
    "pin",
    "voicemail",
    "email",
    "language",
    "clip_internal",
    "clip_external",
    "hidden",
    "to_operator",
    "operator_extension",
    "pickup_groups",
    "hunt_groups",
];

/// Place of the PIN among the columns: its cell is never kept or shown.
pub const PIN: usize = 4;

/// What separates cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// A user as a row says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// Login id.
    pub login: Login,
    /// Extension.
    pub extension: Extension,
    /// First name.
    pub first_name: Option<Label>,
    /// Last name.
    pub last_name: Option<Label>,
    /// PIN; none only where one is to be made.
    pub pin: Option<UserPin>,
    /// Voicemail boxes; none means the one of the extension (P-049).
    pub voicemail: Vec<Extension>,
    /// E-mail address.
    pub email: Option<Email>,
    /// Language.
    pub language: Option<Locale>,
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
    /// Pickup groups, by number or by name.
    pub pickup_groups: Vec<Label>,
    /// Hunt groups, by extension or by title.
    pub hunt_groups: Vec<Label>,
}

/// Why a row is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowReason {
    /// A cell is malformed.
    Invalid(Invalid),
    /// Another count than fifteen (P-062).
    ColumnCount,
    /// An earlier row of the file has the same.
    TwiceInFile,
    /// Another user has this login id (P-061).
    LoginTaken,
    /// Another user or group has this extension (P-061).
    ExtensionTaken,
    /// There is no such group, and a title alone is not enough to make one.
    UnknownReference,
}

impl RowReason {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Invalid(invalid) => invalid.code(),
            Self::ColumnCount => "column_count",
            Self::TwiceInFile => "twice_in_file",
            Self::LoginTaken => "login_taken",
            Self::ExtensionTaken => "extension_taken",
            Self::UnknownReference => "unknown_reference",
        }
    }
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowProblem {
    /// One of [`COLUMNS`]; empty for the row as a whole.
    pub column: &'static str,
    /// Why.
    pub reason: RowReason,
}

#[cfg(test)]
mod tests;
