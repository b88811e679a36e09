//! Users from a file: a preview, then work in the background with progress.

use cordboard_types::{JobId, Label, Timestamp, UserId};

use crate::{choice, dto, problem::FieldProblem};

choice! {
    /// How a file's letters are written.
    #[derive(Default)]
    pub enum FileEncoding {
        /// UTF-8.
        #[default]
        Utf8,
        /// ISO 8859-15: western Europe, one byte a letter.
        Iso,
    }

    /// What separates the cells of a file.
    #[derive(Default)]
    pub enum FileSeparator {
        /// `,`
        #[default]
        Comma,
        /// `;`
        Semicolon,
        /// A tab.
        Tab,
    }

    /// What an import does with bad rows.
    pub enum ImportMode {
        /// Every row or none: what was done is undone when one fails.
        AllOrNothing,
        /// Those that are good.
        GoodRows,
    }

    /// Where an import stands.
    pub enum ImportState {
        /// Its rows are being read.
        Reading,
        /// Its preview is there; it waits to be started.
        Ready,
        /// Users are being made.
        Running,
        /// It ends after the rows at hand.
        Stopping,
        /// The users it made are being taken back.
        Undoing,
        /// It is done.
        Done,
        /// Somebody ended it.
        Cancelled,
        /// It failed, and nothing of it is left.
        Failed,
    }

    /// Kinds of groups a file names.
    #[derive(PartialOrd, Ord)]
    pub enum NamedGroupKind {
        /// Pickup groups.
        Pickup,
        /// Hunt groups.
        Hunt,
    }

    /// Where a row stands.
    pub enum ImportRowState {
        /// Refused from the start.
        Bad,
        /// To be done.
        Ready,
        /// Its user is there.
        Done,
        /// It could not be done.
        Failed,
    }
}

dto! {
    /// `POST /customers/{customer}/user-imports`: the preview; `GET` of it: the progress.
    pub struct UserImport {
        /// Its id.
        pub id: JobId,
        /// Where it stands.
        pub state: ImportState,
        /// What it does with bad rows; none until it is started.
        #[serde(default)]
        pub mode: Option<ImportMode>,
        /// Rows of the file.
        pub total: u32,
        /// Rows that are bad.
        pub bad: u32,
        /// Rows whose user is there.
        pub done: u32,
        /// Rows that could not be done.
        pub failed: u32,
        /// The first bad rows with their reasons; all of them are at `…/rows?only=bad`.
        pub bad_rows: Vec<ImportRow>,
        /// Groups the file names that do not exist yet; started with `create_groups`, they are made.
        pub missing_groups: Vec<MissingGroup>,
        /// Invitations that wait to be sent.
        pub invitations_waiting: u32,
        /// Invitations that were sent.
        pub invitations_sent: u32,
        /// When the file came.
        pub created_at: Timestamp,
        /// When the import ended.
        #[serde(default)]
        pub ended_at: Option<Timestamp>,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// A group that does not exist yet.
    #[derive(PartialOrd, Ord, Eq)]
    pub struct MissingGroup {
        /// What it is.
        pub kind: NamedGroupKind,
        /// How the file names it.
        pub name: Label,
    }

    /// A row of the file.
    pub struct ImportRow {
        /// Its place, from 1.
        pub number: u32,
        /// The line of the file it begins on.
        pub line: u32,
        /// Where it stands.
        pub state: ImportRowState,
        /// Its fifteen cells, the PIN left out; none where there are not fifteen.
        pub cells: Vec<String>,
        /// The user, once it is there.
        #[serde(default)]
        pub user: Option<UserId>,
        /// What is wrong with it.
        pub problems: Vec<FieldProblem>,
    }

    /// `POST /customers/{customer}/user-imports/{import}/start`.
    pub struct ImportStart {
        /// What to do with bad rows.
        pub mode: ImportMode,
        /// Whether to make the groups that do not exist yet.
        #[serde(default)]
        pub create_groups: bool,
        /// Whether to invite the users with an e-mail address to sign in.
        #[serde(default)]
        pub invite: bool,
    }
}
