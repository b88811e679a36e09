//! Users from a file: which one and how it is written, what would come of it, what becomes of it.

mod columns;
mod decide;
mod file;
mod format;
mod guess;
mod import;
mod options;
mod result;
mod row;
mod rows;

use cordboard_messages::Key;

pub(super) use file::page as file;
pub(super) use import::page as import;

/// The steps; the first two on one page, the others on the import's own, so that a reload finds it again.
const STEPS: [Key; 4] =
    [Key::ImportStepFile, Key::ImportStepFormat, Key::ImportStepPreview, Key::ImportStepUsers];
