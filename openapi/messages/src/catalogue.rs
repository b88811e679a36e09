//! One language, read from its catalogue.

use cordboard_types::Locale;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::{Arg, Key, number};

/// The sentences of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Reads a catalogue, `locales/<tag>.ftl`. What cannot be read is left out: the build has refused catalogues
    /// with errors in them.
    #[must_use]
    pub fn read(locale: Locale, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut bundle = FluentBundle::new_concurrent(locale.as_str().parse().ok().into_iter().collect());
        // Direction marks around values are for mixed scripts; here they would end up in what people copy.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match locale {
            Locale::En => |value, _| number::of_value(Locale::En, value),
            Locale::Fr => |value, _| number::of_value(Locale::Fr, value),
            Locale::De => |value, _| number::of_value(Locale::De, value),
            Locale::Nl => |value, _| number::of_value(Locale::Nl, value),
        }));
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// A sentence; its id where the catalogue does not have it.
    #[must_use]
    pub fn text(&self, key: Key, args: &[(&str, Arg<'_>)]) -> String {
        self.sentence(key.id(), args).unwrap_or_else(|| key.id().to_owned())
    }

    /// The sentence of an `ErrorCode`, `mac_taken`. An unknown code gets the sentence of `internal`.
    #[must_use]
    pub fn error(&self, code: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.sentence(&format!("error-{code}"), args)
            .or_else(|| self.sentence("error-internal", &[]))
            .unwrap_or_else(|| code.to_owned())
    }

    /// The sentence of a field's code: of an `Invalid`, else of an `ErrorCode`.
    #[must_use]
    pub fn invalid(&self, code: &str) -> String {
        self.sentence(&format!("invalid-{code}"), &[]).unwrap_or_else(|| self.error(code, &[]))
    }

    fn sentence(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, value(arg));
        }
        // A missing value shows as `{$name}`: visible, and the sentence still reads.
        let mut problems = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned())
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

fn value<'a>(arg: &'a Arg<'_>) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_ref()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}
