//! The files of the newest release as the device gets them, secrets masked.

use cordboard_api::devices::RenderedFile;
use cordboard_messages::Key;
use cordboard_types::DeviceId;
use leptos::prelude::*;

use super::query;
use crate::{components::feedback, shell::Here, words::t};

pub(super) fn section(here: Here, device: DeviceId) -> AnyView {
    let list = query::files(here.customer, device)
        .view(feedback::rows_skeleton, |files| (move || files.with(|files| shown(files))).into_any());
    view! { <div class="stack"><p class="panel-note">{t(Key::FilesHelp)}</p>{list}</div> }.into_any()
}

fn shown(files: &[RenderedFile]) -> AnyView {
    if files.is_empty() {
        return feedback::empty(Key::FilesEmpty, Key::FilesEmptyText, None);
    }
    let files: Vec<_> = files
        .iter()
        .map(|file| {
            view! {
                <details class="file">
                    <summary>{file.name.clone()}<small>{file.content_type.clone()}</small></summary>
                    <pre tabindex="0">{file.text.clone()}</pre>
                </details>
            }
        })
        .collect();
    files.into_any()
}
