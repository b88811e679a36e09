//! Users into lines of a file.

use cordboard_types::{Email, Extension, Label, UserPin};
use csv::{Terminator, WriterBuilder};

use super::{
    Separator, UserRow,
    cells::{guarded, language_name},
};

/// The columns' names as the manual has them.
const HEAD: [&str; 15] = [
    "User",
    "Extension",
    "First name",
    "Last name",
    "PIN",
    "Voicemail box",
    "E-mail",
    "Language",
    "Internal CLIP",
    "External CLIP",
    "Hide in contacts",
    "To operator",
    "Operator extension",
    "Pickup group",
    "Hunt group",
];

/// The line that names the columns.
#[must_use]
pub fn head(separator: Separator) -> Vec<u8> {
    record(&HEAD.map(str::to_owned), separator)
}

/// The line of a user. Nothing in it begins like a formula.
#[must_use]
pub fn line(user: &UserRow, separator: Separator) -> Vec<u8> {
    record(&cells(user).map(|cell| guarded(&cell)), separator)
}

fn cells(user: &UserRow) -> [String; 15] {
    let extension = [user.extension.clone()];
    let boxes = if user.voicemail.is_empty() { extension.as_slice() } else { &user.voicemail };
    [
        user.login.to_string(),
        user.extension.to_string(),
        text(user.first_name.as_ref().map(Label::as_str)),
        text(user.last_name.as_ref().map(Label::as_str)),
        text(user.pin.as_ref().map(UserPin::as_str)),
        joined(boxes),
        text(user.email.as_ref().map(Email::as_str)),
        text(user.language.map(language_name)),
        joined(&user.clip_internal),
        joined(&user.clip_external),
        yes_no(user.hidden),
        yes_no(user.to_operator),
        text(user.operator_extension.as_ref().map(Extension::as_str)),
        joined(&user.pickup_groups),
        joined(&user.hunt_groups),
    ]
}

fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

fn joined<T: ToString>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}

fn yes_no(on: bool) -> String {
    if on { "yes" } else { "no" }.to_owned()
}

/// Writing into memory does not fail.
fn record(cells: &[String], separator: Separator) -> Vec<u8> {
    let mut writer =
        WriterBuilder::new().delimiter(separator.byte()).terminator(Terminator::CRLF).from_writer(Vec::new());
    let written = writer.write_record(cells).ok().and_then(|()| writer.into_inner().ok());
    written.unwrap_or_default()
}
