//! Makes one enum variant of each message id, so that a sentence that does not exist does not compile, and
//! refuses a language that lacks one.

use std::{collections::BTreeSet, env, error::Error, fmt::Write as _, fs, path::Path};

use fluent_syntax::{ast::Entry, parser};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Messages with these prefixes are looked up by a code that only exists at run time.
const BY_CODE: [&str; 2] = ["error-", "invalid-"];

fn main() -> Outcome<()> {
    println!("cargo:rerun-if-changed=locales");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let english = ids(&Path::new(&root).join("locales/en.ftl"))?;
    let mut sources = String::new();
    for entry in fs::read_dir(Path::new(&root).join("locales"))? {
        let path = entry?.path();
        same_ids(&english, &ids(&path)?, &path)?;
        let tag = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a locale without a name")?;
        writeln!(sources, "        {tag:?} => Some(include_str!({:?})),", path.display().to_string())?;
    }
    let code = format!("{}{}", key_enum(&english)?, source_of(&sources));
    fs::write(Path::new(&env::var("OUT_DIR")?).join("keys.rs"), code)?;
    Ok(())
}

fn ids(path: &Path) -> Outcome<BTreeSet<String>> {
    let text = fs::read_to_string(path)?;
    let resource =
        parser::parse(text.as_str()).map_err(|(_, errors)| format!("{}: {errors:?}", path.display()))?;
    let mut ids = BTreeSet::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry
            && !ids.insert(message.id.name.to_owned())
        {
            return Err(format!("{}: {} stands twice", path.display(), message.id.name).into());
        }
    }
    Ok(ids)
}

fn same_ids(english: &BTreeSet<String>, other: &BTreeSet<String>, path: &Path) -> Outcome<()> {
    let differing: Vec<_> = english.symmetric_difference(other).collect();
    if differing.is_empty() {
        return Ok(());
    }
    Err(format!("{} and en.ftl differ in {differing:?}", path.display()).into())
}

fn key_enum(ids: &BTreeSet<String>) -> Outcome<String> {
    let (mut variants, mut names, mut all) = (String::new(), String::new(), String::new());
    for id in ids.iter().filter(|id| !BY_CODE.iter().any(|prefix| id.starts_with(prefix))) {
        let variant = pascal(id);
        writeln!(variants, "    /// `{id}`\n    {variant},")?;
        writeln!(names, "    {id:?},")?;
        writeln!(all, "        Self::{variant},")?;
    }
    Ok(format!(
        "/// A sentence of the catalogue.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\npub enum Key {{\n{variants}}}\n\n\
         const IDS: &[&str] = &[\n{names}];\n\n\
         impl Key {{\n    /// Every sentence but those looked up by code.\n    pub const ALL: &'static [Self] = &[\n{all}    ];\n\n\
         \x20   /// The id in the catalogue, `sign-in-title`.\n    #[must_use]\n    pub fn id(self) -> &'static str {{\n        \
         IDS.get(self as usize).copied().unwrap_or_default()\n    }}\n}}\n\n"
    ))
}

fn source_of(arms: &str) -> String {
    format!(
        "#[cfg(feature = \"embedded\")]\nfn source(tag: &str) -> Option<&'static str> {{\n    match tag {{\n{arms}        _ => None,\n    }}\n}}\n"
    )
}

fn pascal(id: &str) -> String {
    id.split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect()
}
