//! Which file, and how it is written.

use cordboard_api::{imports::UserImport, sites::Site};
use cordboard_messages::Key;
use cordboard_types::Invalid;
use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use super::{STEPS, columns, format, guess};
use crate::{
    address::{self, Place},
    api,
    components::{
        page::head,
        wizard::{Stage, wizard_before},
    },
    dom,
    form::{Check, FileField, Form},
    query::Query,
    shell::Here,
    words::t,
};

/// Bytes that are looked at before the file is sent.
const LOOK: i32 = 64 * 1024;

/// What is chosen; it stays while one goes back and forth.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub(super) form: Form,
    pub(super) file: RwSignal<Option<File>, LocalStorage>,
    /// The beginning of the file.
    pub(super) start: RwSignal<Vec<u8>>,
    pub(super) encoding: RwSignal<String>,
    pub(super) separator: RwSignal<String>,
    pub(super) header: RwSignal<bool>,
    pub(super) generate_pins: RwSignal<bool>,
    pub(super) site: RwSignal<String>,
    pub(super) sites: Query<Vec<Site>>,
}

pub(crate) fn page(here: Here) -> AnyView {
    let choice = Choice {
        form: Form::new("import"),
        file: RwSignal::new_local(None),
        start: RwSignal::new(Vec::new()),
        encoding: RwSignal::new("utf8".to_owned()),
        separator: RwSignal::new("comma".to_owned()),
        header: RwSignal::new(true),
        generate_pins: RwSignal::new(false),
        site: RwSignal::new(String::new()),
        sites: Query::new(&[], move || api::sites::all(here.customer)),
    };
    let [first, second, more @ ..] = STEPS;
    let stages = vec![
        Stage::new(first, move || choice.which(), move || choice.is_there()),
        Stage::new(second, move || format::view(choice), move || choice.has_site()),
    ];
    view! {
        {head(Key::UsersImport, None, None)}
        {wizard_before(choice.form, stages, &more, Key::ImportCheck, move || choice.send(here))}
        {move || choice.form.busy().then(waiting)}
    }
    .into_any()
}

/// How long it takes is not known before the file is there.
fn waiting() -> impl IntoView {
    view! {
        <div class="progress progress-open">
            <progress aria-label=t(Key::ImportReading)></progress>
            <span class="progress-text" role="status">{t(Key::ImportReading)}</span>
        </div>
    }
}

impl Choice {
    fn which(self) -> AnyView {
        let Self { form, file, .. } = self;
        view! {
            <p class="panel-note">{t(Key::ImportHelp)}</p>
            <FileField
                form
                pointer="/file"
                label=Key::ImportFile
                file
                accept=".csv,.txt,text/csv,text/plain"
                chosen=move |file| spawn_local(self.look(file))
                help=Key::ImportFileHelp
            />
            {columns::view()}
        }
        .into_any()
    }

    /// Fills in how the file seems to be written.
    async fn look(self, file: File) {
        let bytes = dom::start_of(&file, LOOK).await;
        let found = guess::guess(&bytes);
        self.start.try_set(bytes);
        self.encoding.try_set(found.encoding.to_owned());
        self.separator.try_set(found.separator.to_owned());
        self.header.try_set(found.header);
    }

    fn is_there(self) -> bool {
        let there = self.file.with_untracked(Option::is_some);
        if !there {
            self.refuse("/file");
        }
        there
    }

    pub(super) fn several_sites(self) -> bool {
        self.sites.data().is_some_and(|sites| sites.len() > 1)
    }

    fn has_site(self) -> bool {
        let missing = untrack(|| self.several_sites()) && self.site.with_untracked(String::is_empty);
        if missing {
            self.refuse("/site");
        }
        !missing
    }

    fn refuse(self, pointer: &str) {
        let mut check = Check::default();
        check.refuse(pointer, Invalid::Empty);
        if let Err(problems) = check.finish(None::<()>) {
            self.form.refuse(problems);
        }
    }

    fn send(self, here: Here) {
        let Some(file) = self.file.get_untracked() else { return };
        let query = [
            ("encoding", self.encoding.get_untracked()),
            ("separator", self.separator.get_untracked()),
            ("header", self.header.get_untracked().to_string()),
            ("generate_pins", self.generate_pins.get_untracked().to_string()),
            ("site", self.site.get_untracked()),
        ];
        self.form.send(
            move |key| async move { api::imports::upload(here.customer, key, &query, &file).await },
            move |import: UserImport| address::go(&here.to(Place::UserImport(import.id))),
        );
    }
}
