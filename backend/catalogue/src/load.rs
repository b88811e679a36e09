//! Reading a family's folder. Every mistake is told with its file and field, before anything is rendered.

use std::collections::{BTreeMap, BTreeSet};

use cordboard_domain::ModelId;
use serde::de::DeserializeOwned;

use crate::{
    error::LoadError,
    family::{self, Family, Urls},
    files::{self, File},
    limits,
    manifest::{AnswerRule, FileRule, Kind, Manifest, ModelRule},
    model::Model,
    pattern::{Hole, Part, Pattern},
    region::Region,
    render::Engine,
    user_agent,
};

type Result<T> = std::result::Result<T, LoadError>;

pub(crate) fn family(folder: &str, all: &BTreeMap<String, String>) -> Result<Family> {
    let path = format!("{folder}/manifest.toml");
    let manifest: Manifest = toml(&path, all)?;
    check(&path, &manifest)?;
    let region: Region = toml(&format!("{folder}/region.toml"), all)?;
    region.check(&format!("{folder}/region.toml"))?;
    let files = each(&manifest.files, "files", |rule, field| file(&path, field, rule))?;
    let engine = Engine::load(folder, all)?;
    check_files(&path, &manifest, &engine)?;
    let urls = Urls {
        first_access: url(&path, "first_access_url", &manifest.first_access_url)?,
        steady: url(&path, "steady_url", &manifest.steady_url)?,
    };
    let user_agents = each(&manifest.user_agents, "user_agents", |text, field| {
        pattern(&path, field, text, user_agent::HOLES, &[Hole::Model])
    })?;
    let models =
        each(&manifest.models, "models", |rule, field| model(&path, field, folder, rule, &manifest))?;
    Ok(Family { region, files, engine, urls, user_agents, models, manifest })
}

fn toml<T: DeserializeOwned>(path: &str, all: &BTreeMap<String, String>) -> Result<T> {
    let text = all.get(path).ok_or_else(|| LoadError::new(path, "-", "missing"))?;
    let parsed =
        toml::Deserializer::parse(text).map_err(|error| LoadError::new(path, "-", error.message()))?;
    serde_path_to_error::deserialize(parsed).map_err(|error| {
        let field = error.path().to_string();
        LoadError::new(path, if field == "." { "-" } else { &field }, error.inner().message())
    })
}

/// Turns every element of a list, told where it stands: `models[2]`.
fn each<T, U>(list: &[T], name: &str, turn: impl Fn(&T, &str) -> Result<U>) -> Result<Vec<U>> {
    list.iter().enumerate().map(|(place, item)| turn(item, &format!("{name}[{place}]"))).collect()
}

fn check(path: &str, manifest: &Manifest) -> Result<()> {
    let wrong = |field: &str, reason: &str| Err(LoadError::new(path, field, reason));
    for (field, text) in [
        ("version", &manifest.version),
        ("vendor", &manifest.vendor),
        ("family", &manifest.family),
        ("manual_instructions", &manifest.manual_instructions),
        ("resync.fetch", &manifest.resync.fetch),
    ] {
        if text.is_empty() {
            return wrong(field, "empty");
        }
    }
    for (field, list) in [("codecs", &manifest.codecs), ("user_agents", &manifest.user_agents)] {
        if list.is_empty() {
            return wrong(field, "empty");
        }
    }
    if manifest.models.is_empty() || manifest.first_contact.is_empty() {
        return wrong(if manifest.models.is_empty() { "models" } else { "first_contact" }, "empty");
    }
    match manifest.key_functions.iter().find(|name| !limits::KEY_FUNCTIONS.contains(&name.as_str())) {
        Some(name) => wrong("key_functions", &format!("no function is called {name}")),
        None => Ok(()),
    }
}

fn check_files(path: &str, manifest: &Manifest, engine: &Engine) -> Result<()> {
    let mut ids = BTreeSet::new();
    for (place, rule) in manifest.files.iter().enumerate() {
        let wrong =
            |field: &str, reason: &str| Err(LoadError::new(path, &format!("files[{place}].{field}"), reason));
        if !ids.insert(&rule.id) {
            return wrong("id", "twice");
        }
        if rule.answer == AnswerRule::Probe {
            continue;
        }
        if rule.content_type.is_empty() {
            return wrong("content_type", "missing in a rendered file");
        }
        if rule.escape.is_none() {
            return wrong("escape", "missing in a rendered file");
        }
        match &rule.template {
            Some(template) if engine.has(template) => {}
            Some(template) => return wrong("template", &format!("no template {template} in the family")),
            None => return wrong("template", "missing in a rendered file"),
        }
    }
    let is_rendered =
        |rule: &&FileRule| rule.id == manifest.identity_file && rule.answer == AnswerRule::Render;
    match manifest.files.iter().find(is_rendered) {
        Some(_) => Ok(()),
        None => Err(LoadError::new(path, "identity_file", "not the id of a rendered file")),
    }
}

fn file(path: &str, field: &str, rule: &FileRule) -> Result<File> {
    let field = format!("{field}.names");
    let names = each(&rule.names, &field, |text, field| pattern(path, field, text, files::HOLES, &[]))?;
    if names.is_empty() {
        return Err(LoadError::new(path, &field, "empty"));
    }
    Ok(File { rule: rule.clone(), names })
}

fn url(path: &str, field: &str, text: &str) -> Result<Pattern> {
    let holes = [Hole::Base, Hole::Key, Hole::MacLower, Hole::MacUpper];
    pattern(path, field, text, &holes, &[Hole::Base, Hole::Key])
}

fn pattern(path: &str, field: &str, text: &str, allowed: &[Hole], needed: &[Hole]) -> Result<Pattern> {
    let wrong = |reason: String| LoadError::new(path, field, reason);
    let pattern = Pattern::parse(text, allowed).map_err(wrong)?;
    match needed.iter().find(|hole| !pattern.parts().contains(&Part::Hole(**hole))) {
        Some(hole) => Err(wrong(format!("no hole for {hole:?}"))),
        None => Ok(pattern),
    }
}

fn model(path: &str, field: &str, folder: &str, rule: &ModelRule, manifest: &Manifest) -> Result<Model> {
    let wrong = |name: &str, reason: &str| LoadError::new(path, &format!("{field}.{name}"), reason);
    let id = ModelId::parse(&format!("{folder}/{}", rule.id));
    let id = id.ok_or_else(|| wrong("id", "not letters, digits and hyphens, 1 to 32"))?;
    if manifest.models.iter().filter(|other| other.id.eq_ignore_ascii_case(&rule.id)).count() > 1 {
        return Err(wrong("id", "twice"));
    }
    let needs_hardware =
        manifest.files.iter().flat_map(|file| &file.names).any(|name| name.contains("{hardware}"));
    if needs_hardware && rule.hardware.is_none() {
        return Err(wrong("hardware", "missing, a file name has it"));
    }
    for (name, number, of_kind) in [
        ("accounts", rule.accounts, Kind::Phone),
        ("handsets", rule.handsets, Kind::DectSystem),
        ("providers", rule.providers, Kind::DectSystem),
    ] {
        if (number > 0) != (manifest.kind == of_kind) {
            return Err(wrong(name, "not of this kind of device, or missing"));
        }
    }
    Ok(family::model(id, rule, manifest))
}
