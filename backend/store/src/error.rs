//! What can go wrong in the store.

use cordboard_types::LimitName;
use sea_orm::{DbErr, SqlErr};

/// What is in use already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// A MAC, anywhere on the platform.
    Mac,
    /// An extension of this customer.
    Extension,
    /// A login id of this customer's telephone system.
    Login,
    /// An e-mail address.
    Email,
    /// A name among its siblings.
    Name,
    /// A host name of one's own.
    Host,
    /// Something else with a unique key.
    Other,
}

/// What a repository answers when it cannot do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Unknown, or of another tenant: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// It was changed in the meantime.
    #[error("version mismatch")]
    Version,
    /// A unique value is in use.
    #[error("{0:?} is taken")]
    Taken(Taken),
    /// It is referred to by something else.
    #[error("still in use")]
    InUse,
    /// It is always there, as it is.
    #[error("predefined")]
    Predefined,
    /// A reference to something that does not exist here; JSON pointer to the field that named it.
    #[error("unknown reference: {0}")]
    Reference(&'static str),
    /// More of something than a customer may have.
    #[error("too many: {0}")]
    TooMany(&'static str),
    /// A customer's limit is reached.
    #[error("the limit of {limit} {what} is reached")]
    Limit {
        /// What there would be too many of.
        what: LimitName,
        /// The limit.
        limit: u64,
        /// How many there are.
        used: u64,
    },
    /// A node that cannot stand there: in itself, or below a kind that takes none of its kind.
    #[error("a node cannot stand there")]
    Place,
    /// A cursor that this list did not make.
    #[error("malformed cursor")]
    Cursor,
    /// A sealed value does not open with the keys at hand.
    #[error("a secret cannot be opened with the keys at hand")]
    Sealed,
    /// The database has a newer schema than this program.
    #[error("the database has a newer schema ({0}) than this program knows")]
    NewerSchema(String),
    /// A row holds what this program never wrote.
    #[error("corrupt row: {0}")]
    Corrupt(&'static str),
    /// The database.
    #[error("database: {0}")]
    Database(#[source] DbErr),
}

impl StoreError {
    /// The same error as seen by who named the thing at a JSON pointer: what is not found is an unknown reference.
    #[must_use]
    pub fn referring(self, field: &'static str) -> Self {
        match self {
            Self::NotFound => Self::Reference(field),
            other => other,
        }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(text)) => Self::Taken(taken(&text)),
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => Self::InUse,
            _ => Self::Database(error),
        }
    }
}

/// Postgres names the index, SQLite the columns.
fn taken(text: &str) -> Taken {
    if text.contains("directory_mac") {
        Taken::Mac
    } else if has(text, &["line_extension", "line.extension", "hunt_group_extension", "hunt_group.extension"])
    {
        Taken::Extension
    } else if has(text, &["pbx_user_login", "pbx_user.login"]) {
        Taken::Login
    } else if has(text, &["person_email", "person.email"]) {
        Taken::Email
    } else if text.contains("directory_host") {
        Taken::Host
    } else if has(text, &["role_name", "role.name", "_group_name", "_group.name"]) {
        Taken::Name
    } else {
        Taken::Other
    }
}

fn has(text: &str, names: &[&str]) -> bool {
    names.iter().any(|name| text.contains(name))
}
