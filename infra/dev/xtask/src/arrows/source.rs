//! Looks for files, sockets and clocks in the source of a pure room.

use std::path::Path;

use anyhow::Context as _;

use super::table::Table;
use crate::web::files;

/// Every line under `folder` that names something a pure room must not touch.
pub(crate) fn impurities(table: &Table, room: &str, folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for path in files::under(folder)?.iter().filter(|p| p.extension().is_some_and(|e| e == "rs")) {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let place = path.strip_prefix(folder).unwrap_or(path).display().to_string();
        found.extend(impure_lines(table, &text).map(|hit| format!("{room}: src/{place}:{hit}")));
    }
    Ok(found)
}

fn impure_lines(table: &Table, text: &str) -> impl Iterator<Item = String> {
    text.lines().enumerate().filter_map(|(index, line)| {
        let name = table.impure_names().iter().find(|name| names(code_of(line), name))?;
        Some(format!("{} names {name}, and this room has no files, sockets or clock", index + 1))
    })
}

/// The line without its comment; prose may speak of clocks.
fn code_of(line: &str) -> &str {
    line.split_once("//").map_or(line, |(code, _)| code)
}

/// Whether `code` holds `name` as a whole path, not as a part of a longer word.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, hit)| {
        let before = code.get(..at).and_then(|c| c.chars().next_back());
        let after = code.get(at + hit.len()..).and_then(|c| c.chars().next());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let table = Table::parse(
            "[arrows]\n[tests]\n[only]\n[pure]\nrooms = []\ncrates = []\nsource = [\"std::fs\", \"tokio\"]",
        );
        impure_lines(&table.unwrap(), text).collect()
    }

    #[test]
    fn a_file_read_in_a_pure_room_is_named_with_its_line() {
        let hits = found("fn a() {}\nlet x = std::fs::read(path);\n");
        assert_eq!(hits, ["2 names std::fs, and this room has no files, sockets or clock"]);
    }

    #[test]
    fn comments_and_longer_words_are_not_uses() {
        assert!(found("// tokio drives this\nlet tokio_like = 1;\n/// std::fs is elsewhere\n").is_empty());
    }
}
