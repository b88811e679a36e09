//! What is kept in this browser: how it is to look, and what `early.js` needs before the application is there.

use crate::dom;

/// A choice of how the page looks: an attribute `data-<name>` of the root, which the style sheet reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Theme,
    Contrast,
    Density,
}

impl Look {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Contrast => "contrast",
            Self::Density => "density",
        }
    }

    /// What was chosen; `None` follows the system.
    pub(crate) fn get(self) -> Option<String> {
        kept(self.name())
    }

    /// Sets and keeps it. A browser that keeps nothing still shows what was chosen, until the page is left.
    pub(crate) fn set(self, value: Option<&str>) {
        let of_system = (self == Self::Contrast && dom::system_wants_contrast()).then_some("more");
        dom::set_root_attribute(&format!("data-{}", self.name()), value.or(of_system));
        keep(self.name(), value);
    }
}

/// Something this browser was told to keep.
pub(crate) fn kept(name: &str) -> Option<String> {
    dom::storage()?.get_item(name).ok()?
}

/// Keeps something in this browser, or forgets it.
pub(crate) fn keep(name: &str, value: Option<&str>) {
    let Some(storage) = dom::storage() else { return };
    // Fails where the browser's space is full; then it is not kept.
    match value {
        Some(value) => drop(storage.set_item(name, value)),
        None => drop(storage.remove_item(name)),
    }
}
