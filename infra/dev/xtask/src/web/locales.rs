//! The catalogues of messages as the browser gets them, and the few sentences that are painted before it has one.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;

use super::files;

/// Catalogues by language tag.
pub(crate) type Locales = BTreeMap<String, String>;

/// Reads `<tag>.ftl` of a folder.
pub(crate) fn read(folder: &Path) -> anyhow::Result<Locales> {
    let mut locales = Locales::new();
    for path in files::under(folder)? {
        let tag = path.file_stem().and_then(|stem| stem.to_str()).context("a locale without a name")?;
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        locales.insert(tag.to_owned(), text);
    }
    Ok(locales)
}

/// A catalogue without its comments, its empty lines and the mails, which no browser shows.
pub(crate) fn for_browser(catalogue: &str) -> String {
    let mut out = String::with_capacity(catalogue.len());
    let mut in_mail = false;
    for line in catalogue.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if !line.starts_with([' ', '}']) {
            in_mail = line.starts_with("mail-");
        }
        if !in_mail {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// The sentences that the page names by `data-text`, as JSON: language, id, sentence.
pub(crate) fn words(page: &str, locales: &Locales) -> anyhow::Result<String> {
    let ids: Vec<_> = page.split("data-text=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut words = BTreeMap::new();
    for (tag, catalogue) in locales {
        let mut of_language = BTreeMap::new();
        for id in &ids {
            let sentence = sentence(catalogue, id).with_context(|| format!("{tag}.ftl has no line {id}"))?;
            of_language.insert(*id, sentence);
        }
        words.insert(tag, of_language);
    }
    Ok(serde_json::to_string(&words)?)
}

/// A sentence of one line.
fn sentence<'a>(catalogue: &'a str, id: &str) -> Option<&'a str> {
    let of = |line: &'a str| Some(line.strip_prefix(id)?.trim_start().strip_prefix('=')?.trim());
    catalogue.lines().find_map(of).filter(|text| !text.is_empty() && !text.contains('{'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATALOGUE: &str = "# English\n\nmail-x = A\n\n    B\nsign-in = Sign in\nsign-in-count =\n    { $n ->\n        [one] One\n       *[other] More\n    }\n";

    #[test]
    fn browsers_get_neither_comments_nor_mails() {
        let text = for_browser(CATALOGUE);
        assert!(text.starts_with("sign-in = Sign in\nsign-in-count =\n"), "{text}");
        assert!(text.ends_with("    }\n"), "{text}");
    }

    #[test]
    fn the_page_gets_what_it_names_in_every_language() {
        let locales = Locales::from([("en".to_owned(), CATALOGUE.to_owned())]);
        let page = "<h1 data-text=\"sign-in\">x</h1>";
        assert_eq!(words(page, &locales).unwrap(), r#"{"en":{"sign-in":"Sign in"}}"#);
        for id in ["none", "sign-in-count"] {
            assert!(words(&format!("<p data-text=\"{id}\">"), &locales).is_err(), "{id}");
        }
    }
}
