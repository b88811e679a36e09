//! Recovery codes, shown once: to copy, to keep as a file, to print.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    components::{
        copy::copy_button,
        icon::{Icon, icon},
    },
    dom,
    words::t,
};

pub(super) fn shown(codes: Vec<String>, open: RwSignal<bool>) -> AnyView {
    let text = codes.join("\n");
    let file = dom::text_address(&text);
    let list: Vec<_> = codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect();
    view! {
        <p>{t(Key::RecoveryText)}</p>
        <ul class="codes printed">{list}</ul>
        <div class="form-actions">
            {copy_button(text, Key::CopyCodes)}
            <a class="button" href=file download="cordboard-recovery-codes.txt">
                {icon(Icon::Download)}{t(Key::RecoveryDownload)}
            </a>
            <button type="button" class="button" on:click=|_| dom::print()>
                {icon(Icon::Printer)}{t(Key::RecoveryPrint)}
            </button>
        </div>
        <div class="form-actions">
            <button type="button" class="button button-primary" on:click=move |_| open.set(false)>
                {t(Key::RecoveryDone)}
            </button>
        </div>
    }
    .into_any()
}
