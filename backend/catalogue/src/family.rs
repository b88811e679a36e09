//! One family: its manifest checked, its patterns and templates parsed.

use std::collections::BTreeMap;

use cordboard_domain::{KeyBank, ModelId};
use cordboard_types::Mac;

use crate::{
    error::LoadError,
    files::{Asker, File, FileMatch},
    load,
    manifest::{AnswerRule, Kind, Manifest, ModelRule},
    model::{KeyBankSize, Model},
    pattern::{Hole, Part, Pattern},
    region::Region,
    render::{Engine, Piece},
    user_agent::{self, Seen},
};

#[derive(Debug)]
pub(crate) struct Family {
    pub(crate) manifest: Manifest,
    pub(crate) region: Region,
    pub(crate) files: Vec<File>,
    pub(crate) engine: Engine,
    pub(crate) urls: Urls,
    pub(crate) user_agents: Vec<Pattern>,
    pub(crate) models: Vec<Model>,
}

/// The URL patterns of a family.
#[derive(Debug)]
pub(crate) struct Urls {
    pub(crate) first_access: Pattern,
    pub(crate) steady: Pattern,
}

impl Family {
    pub(crate) fn load(folder: &str, files: &BTreeMap<String, String>) -> Result<Self, LoadError> {
        load::family(folder, files)
    }

    pub(crate) fn models(&self) -> impl Iterator<Item = &Model> {
        self.models.iter()
    }

    pub(crate) fn model(&self, id: &ModelId) -> Option<&Model> {
        self.models.iter().find(|model| model.id == *id)
    }

    pub(crate) fn rule(&self, id: &ModelId) -> Option<&ModelRule> {
        self.manifest.models.iter().find(|rule| rule.id == id.model())
    }

    pub(crate) fn rendered_files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.rule.answer == AnswerRule::Render)
    }

    pub(crate) fn match_file(&self, id: &ModelId, requested: &str, mac: Option<&Mac>) -> Option<FileMatch> {
        let asker = self.asker(id, mac)?;
        if requested.is_empty() {
            let identity = self.files.iter().find(|file| file.rule.id == self.manifest.identity_file)?;
            return Some(FileMatch::Served(identity.name(&asker)));
        }
        let known = self.files.iter().map(|file| file.matches(requested, &asker));
        known.into_iter().find(|found| *found != FileMatch::Unknown)
    }

    pub(crate) fn asker<'a>(&'a self, id: &ModelId, mac: Option<&'a Mac>) -> Option<Asker<'a>> {
        let (model, rule) = (self.model(id)?, self.rule(id)?);
        Some(Asker { model, hardware: rule.hardware, mac })
    }

    pub(crate) fn first_access_url(&self, base: &str, key: &str, mac: Option<&Mac>) -> String {
        self.url(&self.urls.first_access, base, key, mac)
    }

    pub(crate) fn steady_url(&self, base: &str, key: &str, mac: Option<&Mac>) -> String {
        self.url(&self.urls.steady, base, key, mac)
    }

    fn url(&self, pattern: &Pattern, base: &str, key: &str, mac: Option<&Mac>) -> String {
        pattern.expand(|hole| match hole {
            Hole::Base => base.to_owned(),
            Hole::Key => key.to_owned(),
            hole => self.mac_in_url(hole, mac),
        })
    }

    /// The steady URL with the key left out: what a rendered file carries.
    pub(crate) fn steady_url_pieces(&self, base: &str, key: usize, mac: Option<&Mac>) -> Vec<Piece> {
        let piece = |part: &Part| match part {
            Part::Text(text) => Piece::Text(text.clone()),
            Part::Hole(Hole::Key) => Piece::Secret(key),
            Part::Hole(Hole::Base) => Piece::Text(base.to_owned()),
            Part::Hole(hole) => Piece::Text(self.mac_in_url(*hole, mac)),
        };
        self.urls.steady.parts().iter().map(piece).collect()
    }

    /// The MAC as the family spells it; for a device whose MAC nobody typed, the mark it replaces by its own.
    fn mac_in_url(&self, hole: Hole, mac: Option<&Mac>) -> String {
        match (hole, mac) {
            (Hole::MacUpper, Some(mac)) => mac.upper().to_owned(),
            (_, Some(mac)) => mac.lower(),
            (_, None) => self.manifest.mac_mark.clone(),
        }
    }

    pub(crate) fn seen(&self, text: &str) -> Option<Seen> {
        let (model_name, firmware, mac) = user_agent::read(&self.user_agents, text)?;
        let is_it = |rule: &&ModelRule| {
            rule.user_agent.as_deref().unwrap_or(&rule.id).eq_ignore_ascii_case(&model_name)
        };
        let id = self.manifest.models.iter().find(is_it).map(|rule| rule.id.as_str());
        let model = id.and_then(|id| self.models.iter().find(|model| model.id.model() == id));
        let model = model.map(|model| model.id.clone());
        Some(Seen { vendor: self.manifest.vendor.clone(), model, model_name, firmware, mac })
    }

    pub(crate) fn supports_firmware(&self, version: &str) -> Option<bool> {
        let rule = &self.manifest.firmware;
        let numbers: Vec<u32> =
            version.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
        let numbers = numbers.get(rule.ignore_leading..).filter(|numbers| !numbers.is_empty())?;
        Some(numbers >= rule.minimum.as_slice())
    }
}

/// The public view of a model.
pub(crate) fn model(id: ModelId, rule: &ModelRule, manifest: &Manifest) -> Model {
    let of_family = |list: &[String]| list.to_vec();
    let is_phone = manifest.kind == Kind::Phone;
    Model {
        id,
        vendor: manifest.vendor.clone(),
        family: manifest.family.clone(),
        name: rule.name.clone().unwrap_or_else(|| rule.id.clone()),
        kind: manifest.kind,
        version: manifest.version.clone(),
        accounts: if is_phone { rule.accounts } else { 0 },
        handsets: rule.handsets,
        providers: rule.providers,
        key_banks: key_banks(rule),
        module: rule.modules.as_ref().map(|module| module.name.clone()),
        key_functions: of_family(&manifest.key_functions),
        codecs: of_family(&manifest.codecs),
        first_contact: manifest.first_contact.clone(),
        redirect: rule.redirect,
        admin_password: manifest.login.admin_password,
        user_login: manifest.login.user_login,
        password_rule: manifest.login.password_rule,
        remote_restart: manifest.resync.restart.is_some(),
        resync: manifest.resync.clone(),
        minimum_tls: manifest.minimum_tls,
        manual_instructions: manifest.manual_instructions.clone(),
    }
}

fn key_banks(rule: &ModelRule) -> Vec<KeyBankSize> {
    let line = (rule.line_keys > 0).then_some(KeyBankSize { bank: KeyBank::Line, keys: rule.line_keys });
    let modules = rule.modules.iter().flat_map(|module| {
        (1..=module.most).map(|number| KeyBankSize { bank: KeyBank::Module(number), keys: module.keys })
    });
    line.into_iter().chain(modules).collect()
}
