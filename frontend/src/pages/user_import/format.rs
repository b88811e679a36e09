//! How the file is written, with its first lines as they would be read.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::{file::Choice, guess};
use crate::{
    components::toggle::toggle,
    form::{self, ChoiceCards, SelectField},
    words::t,
};

/// Lines shown.
const LINES: usize = 4;

pub(super) fn view(choice: Choice) -> AnyView {
    let form = choice.form;
    let encodings =
        vec![("utf8", Key::ImportUtf8, Key::ImportUtf8Means), ("iso", Key::ImportIso, Key::ImportIsoMeans)];
    let separators = vec![
        ("comma", Key::ImportComma, Key::ImportCommaMeans),
        ("semicolon", Key::ImportSemicolon, Key::ImportSemicolonMeans),
        ("tab", Key::ImportTab, Key::ImportTabMeans),
    ];
    view! {
        <p class="panel-note">{t(Key::ImportGuessed)}</p>
        {sample(choice)}
        <div class="form-grid">
            <ChoiceCards form pointer="/encoding" label=Key::ImportEncoding value=choice.encoding choices=encodings />
            <ChoiceCards form pointer="/separator" label=Key::ImportSeparator value=choice.separator choices=separators />
        </div>
        {toggle("import-header", Key::ImportHeader, Some(Key::ImportHeaderHelp), choice.header)}
        {toggle("import-pins", Key::ImportPins, Some(Key::ImportPinsHelp), choice.generate_pins)}
        {site(choice)}
    }
    .into_any()
}

fn site(choice: Choice) -> impl IntoView {
    let sites = Signal::derive(move || {
        let sites = choice.sites.data().unwrap_or_default();
        sites.into_iter().map(|site| form::Choice::new(&site.id, site.name.to_string())).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || choice.several_sites()>
            <SelectField
                form=choice.form
                pointer="/site"
                label=Key::ColumnSite
                value=choice.site
                choices=sites
                help=Key::ImportSiteHelp
            />
        </Show>
    }
}

/// Wrong letters or everything in one cell: one sees that the choice is wrong.
fn sample(choice: Choice) -> impl IntoView {
    let rows = move || {
        let (encoding, separator) = (choice.encoding.get(), choice.separator.get());
        let lines = choice.start.with(|bytes| guess::sample(bytes, &encoding, &separator, LINES));
        let head = choice.header.get();
        let line = |(place, cells): (usize, Vec<String>)| {
            let class = if place == 0 && head { "sample-head" } else { "" };
            let cells: Vec<_> = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect();
            view! { <tr class=class>{cells}</tr> }
        };
        lines.into_iter().enumerate().map(line).collect::<Vec<_>>()
    };
    view! {
        <div class="sample" role="region" tabindex="0" aria-label=t(Key::ImportSample)>
            <table>
                <caption>{t(Key::ImportSample)}</caption>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
