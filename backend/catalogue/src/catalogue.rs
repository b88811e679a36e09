//! The catalogue: every family, and what the server asks of them.

use std::{collections::BTreeMap, sync::OnceLock};

use cordboard_domain::{DeviceDocument, ModelId, SlottedFile};
use cordboard_types::{AccessKey, Mac};
use include_dir::{Dir, DirEntry, include_dir};

use crate::{
    error::{LoadError, RenderError},
    family::Family,
    files::FileMatch,
    limits::{self, Limit},
    model::Model,
    region::{Region, Spelling},
    render,
    user_agent::Seen,
};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/models");

/// Every device family the product knows.
#[derive(Debug)]
pub struct Catalogue {
    /// By `vendor/family`.
    families: BTreeMap<String, Family>,
}

impl Catalogue {
    /// The families that come with the program, read once.
    ///
    /// # Errors
    /// [`LoadError`] for a folder that is not as it must be; the program must not start then.
    pub fn builtin() -> Result<&'static Self, LoadError> {
        static BUILTIN: OnceLock<Result<Catalogue, LoadError>> = OnceLock::new();
        BUILTIN.get_or_init(|| Self::load(&embedded()?)).as_ref().map_err(Clone::clone)
    }

    /// Reads families from files: path below `models/` to text. Folders with a `manifest.toml` two levels
    /// down are families; all else belongs to one of them or to a vendor.
    ///
    /// # Errors
    /// [`LoadError`], naming file and field.
    pub fn load(files: &BTreeMap<String, String>) -> Result<Self, LoadError> {
        let folders = files.keys().filter_map(|path| path.strip_suffix("/manifest.toml"));
        let families = folders.map(|folder| Ok((folder.to_owned(), Family::load(folder, files)?)));
        Ok(Self { families: families.collect::<Result<_, LoadError>>()? })
    }

    /// Every model, sorted by vendor and family, within a family in the order of its manifest.
    pub fn models(&self) -> impl Iterator<Item = &Model> {
        self.families.values().flat_map(Family::models)
    }

    /// A model.
    #[must_use]
    pub fn model(&self, id: &ModelId) -> Option<&Model> {
        self.family(id)?.model(id)
    }

    /// Version of the model's family, an input of every release.
    #[must_use]
    pub fn version(&self, id: &ModelId) -> Option<&str> {
        self.model(id).map(|model| model.version.as_str())
    }

    /// What the document asks for that its model cannot do.
    ///
    /// # Errors
    /// Every [`Limit`], not only the first.
    pub fn validate(&self, document: &DeviceDocument) -> Result<(), Vec<Limit>> {
        let family = self.family(&document.model).ok_or_else(|| vec![Limit::UnknownModel])?;
        let model = family.model(&document.model).ok_or_else(|| vec![Limit::UnknownModel])?;
        let limits = limits::of(document, model, family);
        if limits.is_empty() { Ok(()) } else { Err(limits) }
    }

    /// The files of a document. The same document always gives the same bytes.
    ///
    /// # Errors
    /// [`RenderError`]; then there is no file at all.
    pub fn render(&self, document: &DeviceDocument) -> Result<Vec<SlottedFile>, RenderError> {
        let unknown = || RenderError::UnknownModel(document.model.clone());
        let family = self.family(&document.model).ok_or_else(unknown)?;
        let model = family.model(&document.model).ok_or_else(unknown)?;
        self.validate(document).map_err(RenderError::Limits)?;
        render::files(document, model, family)
    }

    /// What a requested file name is to a device: `requested` is the path below the key, empty for the form
    /// `/<48 hex>.cfg`, which gives the identity file.
    #[must_use]
    pub fn match_file(&self, model: &ModelId, requested: &str, mac: Option<&Mac>) -> FileMatch {
        self.family(model)
            .and_then(|family| family.match_file(model, requested, mac))
            .unwrap_or(FileMatch::Unknown)
    }

    /// The URL that brings a factory-fresh device to its first fetch. `base` is `https://host:port`.
    #[must_use]
    pub fn first_access_url(
        &self,
        model: &ModelId,
        base: &str,
        key: &AccessKey,
        mac: Option<&Mac>,
    ) -> Option<String> {
        self.family(model).map(|family| family.first_access_url(base, key.as_str(), mac))
    }

    /// The URL a device keeps coming back to; also the one a person types into it.
    #[must_use]
    pub fn steady_url(
        &self,
        model: &ModelId,
        base: &str,
        key: &AccessKey,
        mac: Option<&Mac>,
    ) -> Option<String> {
        self.family(model).map(|family| family.steady_url(base, key.as_str(), mac))
    }

    /// What a User-Agent says about the device that sent it.
    #[must_use]
    pub fn parse_user_agent(&self, text: &str) -> Option<Seen> {
        let seen: Vec<_> = self.families.values().filter_map(|family| family.seen(text)).collect();
        // Families of one maker share the form: the one that has the model is right.
        let known = seen.iter().find(|seen| seen.model.is_some()).cloned();
        known.or_else(|| seen.into_iter().next())
    }

    /// Whether the templates are meant for a firmware version; `None` for an unknown model or a version
    /// without numbers.
    #[must_use]
    pub fn supports_firmware(&self, model: &ModelId, version: &str) -> Option<bool> {
        self.family(model)?.supports_firmware(version)
    }

    /// Olson time zones that every family can write, sorted: what a site may be offered.
    #[must_use]
    pub fn time_zones(&self) -> Vec<&str> {
        self.common(|region| &region.time_zones)
    }

    /// ISO 3166 countries that every family has tones for, sorted.
    #[must_use]
    pub fn countries(&self) -> Vec<&str> {
        self.common(|region| &region.countries)
    }

    fn common(&self, table: impl Fn(&Region) -> &BTreeMap<String, Spelling>) -> Vec<&str> {
        let mut tables = self.families.values().map(|family| table(&family.region));
        let Some(first) = tables.next() else { return Vec::new() };
        let rest: Vec<_> = tables.collect();
        let in_all = |key: &&String| rest.iter().all(|table| table.contains_key(*key));
        first.keys().filter(in_all).map(String::as_str).collect()
    }

    fn family(&self, id: &ModelId) -> Option<&Family> {
        self.families.get(id.family())
    }
}

fn embedded() -> Result<BTreeMap<String, String>, LoadError> {
    let text = |(path, text): (String, Option<&str>)| match text {
        Some(text) => Ok((path, text.to_owned())),
        None => Err(LoadError::new(&path, "-", "not UTF-8")),
    };
    texts(&EMBEDDED).into_iter().map(text).collect()
}

fn texts(dir: &'static Dir<'_>) -> Vec<(String, Option<&'static str>)> {
    let of_entry = |entry: &'static DirEntry<'_>| match entry {
        DirEntry::Dir(dir) if dir.path().ends_with("golden") => Vec::new(),
        DirEntry::Dir(dir) => texts(dir),
        DirEntry::File(file) => vec![(file.path().to_string_lossy().into_owned(), file.contents_utf8())],
    };
    dir.entries().iter().flat_map(of_entry).collect()
}
