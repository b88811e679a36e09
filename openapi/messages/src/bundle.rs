//! Parsed catalogues, one a language, made when first read.

use std::sync::OnceLock;

use cordboard_types::Locale;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::{Arg, source};

type Bundle = FluentBundle<FluentResource>;

pub(crate) fn sentence(locale: Locale, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    bundle(locale)
        .and_then(|bundle| format(bundle, id, args))
        .or_else(|| bundle(Locale::En).and_then(|bundle| format(bundle, id, args)))
}

fn bundle(locale: Locale) -> Option<&'static Bundle> {
    static EN: OnceLock<Option<Bundle>> = OnceLock::new();
    static FR: OnceLock<Option<Bundle>> = OnceLock::new();
    static DE: OnceLock<Option<Bundle>> = OnceLock::new();
    static NL: OnceLock<Option<Bundle>> = OnceLock::new();
    let cell = match locale {
        Locale::En => &EN,
        Locale::Fr => &FR,
        Locale::De => &DE,
        Locale::Nl => &NL,
    };
    cell.get_or_init(|| parse(locale)).as_ref()
}

fn parse(locale: Locale) -> Option<Bundle> {
    let text = source(locale.as_str())?;
    // The build has refused catalogues with errors in them.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    let mut bundle = Bundle::new_concurrent(locale.as_str().parse().ok().into_iter().collect());
    // Direction marks around values are for mixed scripts; here they would end up in what people copy.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    Some(bundle)
}

fn format(bundle: &Bundle, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        values.set(*name, value(arg));
    }
    // A missing value shows as `{$name}`: visible, and the sentence still reads.
    let mut problems = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned())
}

fn value<'a>(arg: &'a Arg<'_>) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) => FluentValue::from(text.as_ref()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}
