//! One style sheet from many: layers in the order that `style/index.css` lists them.

use std::path::Path;

use anyhow::{Context as _, bail};

use super::bundle::Bundle;

/// Reads the list and puts each imported sheet into its layer. Paths are relative to the list.
///
/// The list holds lines `@import "buttons.css" layer(components);` (the layer is optional) and, as the first one
/// where wanted, an `@layer` statement; anything else fails.
pub(crate) fn inline(list: &Path) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(list).with_context(|| list.display().to_string())?;
    let folder = list.parent().context("a style list without a folder")?;
    let mut sheet = String::new();
    for statement in minify(&text).split(';').map(str::trim).filter(|s| !s.is_empty()) {
        if statement.starts_with("@layer") {
            sheet.push_str(&format!("{statement};\n"));
            continue;
        }
        let (path, layer) = import(statement)?;
        let path = folder.join(path);
        let css = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        sheet.push_str(&layer.map_or_else(|| css.clone(), |layer| format!("@layer {layer} {{\n{css}\n}}\n")));
    }
    Ok(sheet)
}

/// The path and layer of one `@import` statement.
fn import(statement: &str) -> anyhow::Result<(&str, Option<&str>)> {
    let parts = statement.strip_prefix("@import").and_then(|rest| rest.trim().strip_prefix('"'));
    let Some((path, rest)) = parts.and_then(|rest| rest.split_once('"')) else {
        bail!("style/index.css: only @layer and @import \"file.css\" are understood, not {statement:?}")
    };
    let layer = rest.trim().strip_prefix("layer(").and_then(|rest| rest.strip_suffix(')'));
    if layer.is_none() && !rest.trim().is_empty() {
        bail!("style/index.css: {rest:?} after {path:?} is not understood");
    }
    Ok((path, layer))
}

/// Replaces `url("../fonts/…")` and `url("../static/…")` with the addresses of the hashed files.
pub(crate) fn link(sheet: &str, bundle: &Bundle) -> anyhow::Result<String> {
    let mut linked = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("url(") {
        linked.push_str(before);
        rest = match own_file(after) {
            Some((name, tail)) => {
                linked.push_str(&format!("url({}", bundle.address(name)?));
                tail
            }
            None => {
                linked.push_str("url(");
                after
            }
        };
    }
    linked.push_str(rest);
    Ok(linked)
}

/// The name of one of our files at the start of a `url(`, and what follows it, from the closing bracket on.
fn own_file(after: &str) -> Option<(&str, &str)> {
    let path = after.trim_start_matches(['"', '\'', ' ']);
    let name = path.trim_start_matches("../");
    if name.len() == path.len() || !["fonts/", "static/"].iter().any(|folder| name.starts_with(folder)) {
        return None;
    }
    let (name, _) = name.split_once(['"', '\'', ')'])?;
    Some((name, after.find(')').and_then(|end| after.get(end..))?))
}

/// Drops comments and the white space that no rule needs; strings stay as they are.
pub(crate) fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut characters = css.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' | '\'' => copy_string(character, &mut characters, &mut out),
            '/' if characters.peek() == Some(&'*') => {
                skip_comment(&mut characters);
                push_space(&mut out);
            }
            space if space.is_whitespace() => push_space(&mut out),
            '{' | '}' | ';' | ',' => {
                if out.ends_with(' ') {
                    out.pop();
                }
                if character == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(character);
            }
            other => out.push(other),
        }
    }
    out
}

/// Adds a space unless what stands before makes it superfluous.
fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
        out.push(' ');
    }
}

fn copy_string(quote: char, characters: &mut impl Iterator<Item = char>, out: &mut String) {
    out.push(quote);
    while let Some(character) = characters.next() {
        out.push(character);
        if character == '\\' {
            out.extend(characters.next());
        } else if character == quote {
            return;
        }
    }
}

/// Skips to the end of a comment whose `/` was read.
fn skip_comment(characters: &mut impl Iterator<Item = char>) {
    characters.next();
    let mut previous = ' ';
    for character in characters {
        if previous == '*' && character == '/' {
            return;
        }
        previous = character;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_comments_go_strings_and_selectors_stay() {
        let css = "/* head */\na :hover ,\n b > c {\n  width: calc(1px + 2%); /* x */\n  content: \"a  /* b\";\n}\n";
        assert_eq!(minify(css), "a :hover,b > c{width: calc(1px + 2%);content: \"a  /* b\"}");
    }

    #[test]
    fn each_sheet_lands_in_its_layer_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("a.css", "a{color:red}");
        write("b.css", "b{color:blue}");
        write("index.css", "@layer x, y;\n@import \"b.css\" layer(y);\n@import \"a.css\";\n");
        let sheet = inline(&folder.path().join("index.css")).unwrap();
        assert_eq!(minify(&sheet), "@layer x,y;@layer y{b{color:blue}}a{color:red}");
    }

    #[test]
    fn a_list_with_anything_else_is_refused() {
        assert!(import("@import url(x.css)").is_err());
        assert!(import("@import \"x.css\" screen").is_err());
        assert!(import("a{color:red}").is_err());
    }

    #[test]
    fn fonts_get_their_hashed_address_and_a_missing_one_fails() {
        let mut bundle = Bundle::default();
        bundle.add("fonts/sans.woff2", b"font".to_vec());
        let linked = link("src: url('../fonts/sans.woff2') format(\"woff2\");", &bundle).unwrap();
        let address = bundle.address("fonts/sans.woff2").unwrap();
        assert_eq!(linked, format!("src: url({address}) format(\"woff2\");"));
        assert!(link("url(../fonts/none.woff2)", &bundle).is_err());
        let foreign = "url(\"data:image/svg+xml,<a b='c(1)'/>\")";
        assert_eq!(link(foreign, &bundle).unwrap(), foreign);
    }
}
