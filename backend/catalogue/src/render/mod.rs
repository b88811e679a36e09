//! Rendering: from a canonical document to a family's files, secrets left out.
//!
//! Templates run sandboxed: they see the document and the tables of their own family, have no files, no
//! clock and no randomness, and stop when their fuel is used up. Every value they print is escaped for the
//! format of the file; there is no way to switch that off. A secret has no text while rendering: printing it
//! leaves a slot.

mod context;
mod engine;
mod print;
mod slots;

use cordboard_domain::{DeviceDocument, Escape, SlottedFile};

use crate::{error::RenderError, family::Family, files::File, model::Model};

pub(crate) use context::{key_target, providers};
pub(crate) use engine::Engine;
pub(crate) use print::{Piece, is_mark};

/// Every rendered file of the model's family, in the order the device asks for them.
pub(crate) fn files(
    document: &DeviceDocument,
    model: &Model,
    family: &Family,
) -> Result<Vec<SlottedFile>, RenderError> {
    family.rendered_files().map(|file| one(file, document, model, family)).collect()
}

fn one(
    file: &File,
    document: &DeviceDocument,
    model: &Model,
    family: &Family,
) -> Result<SlottedFile, RenderError> {
    let unknown = || RenderError::UnknownModel(document.model.clone());
    let rule = family.rule(&model.id).ok_or_else(unknown)?;
    let asker = family.asker(&model.id, document.mac.as_ref()).ok_or_else(unknown)?;
    let escape = file.rule.escape.unwrap_or(Escape::Line);
    let context = context::of(document, model, rule, family);
    let template = file.rule.template.as_deref().unwrap_or_default();
    let text = family.engine.render(model.id.model(), template, escape, context.value)?;
    let (bytes, slots) = slots::cut(&text, &context.secrets, escape)
        .map_err(|reason| RenderError::Template { file: template.to_owned(), reason })?;
    Ok(SlottedFile {
        name: file.name(&asker),
        content_type: file.rule.content_type.clone(),
        identity: file.rule.id == family.manifest.identity_file,
        bytes,
        slots,
    })
}
