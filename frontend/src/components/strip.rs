//! The label strip: a line, a device or a base, the same wherever it stands.

use leptos::prelude::*;

use super::icon::{Icon, icon};

/// What stands before the name.
pub(crate) enum Tag {
    /// The extension.
    Number(String),
    /// The kind of thing, where it has no number.
    Icon(Icon),
}

/// What a strip shows.
pub(crate) struct Strip {
    pub(crate) tag: Tag,
    pub(crate) name: String,
    pub(crate) lamp: Option<AnyView>,
    pub(crate) href: Option<String>,
}

impl Strip {
    pub(crate) fn number(number: &impl ToString, name: &impl ToString) -> Self {
        Self::new(Tag::Number(number.to_string()), name)
    }

    pub(crate) fn icon(kind: Icon, name: &impl ToString) -> Self {
        Self::new(Tag::Icon(kind), name)
    }

    fn new(tag: Tag, name: &impl ToString) -> Self {
        Self { tag, name: name.to_string(), lamp: None, href: None }
    }

    pub(crate) fn lamp(mut self, lamp: AnyView) -> Self {
        self.lamp = Some(lamp);
        self
    }

    pub(crate) fn href(mut self, href: String) -> Self {
        self.href = Some(href);
        self
    }

    pub(crate) fn view(self) -> AnyView {
        let tag = match self.tag {
            Tag::Number(number) => view! { <span class="strip-number">{number}</span> }.into_any(),
            Tag::Icon(kind) => view! { <span class="strip-number strip-icon">{icon(kind)}</span> }.into_any(),
        };
        let lamp = self.lamp.map(|lamp| view! { <span class="strip-lamp">{lamp}</span> });
        let name = (!self.name.is_empty())
            .then(|| view! { <span class="strip-name" dir="auto" title=self.name.clone()>{self.name.clone()}</span> });
        match self.href {
            Some(href) => view! { <a class="strip" href=href>{tag}{name}{lamp}</a> }.into_any(),
            None => view! { <span class="strip">{tag}{name}{lamp}</span> }.into_any(),
        }
    }
}
