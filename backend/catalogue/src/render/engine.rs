//! The template engine of one family, one environment for each file format.

use std::{collections::BTreeMap, error::Error as _, io, iter::successors};

use cordboard_domain::Escape;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value, syntax::SyntaxConfig};

use super::print;
use crate::error::{LoadError, RenderError};

/// Steps a template may take; the largest file of the catalogue takes less than a tenth.
const FUEL: u64 = 100_000;
/// Longest file in bytes.
const LONGEST: usize = 1 << 20;

/// A family's templates: `vendor/…`, `family/…` and `model/<model>/…`, and nothing else.
#[derive(Debug)]
pub(crate) struct Engine {
    line: Environment<'static>,
    xml: Environment<'static>,
    plain: Environment<'static>,
}

impl Engine {
    pub(crate) fn load(folder: &str, all: &BTreeMap<String, String>) -> Result<Self, LoadError> {
        Ok(Self {
            line: environment(Escape::Line, folder, all)?,
            xml: environment(Escape::Xml, folder, all)?,
            plain: environment(Escape::Plain, folder, all)?,
        })
    }

    /// Whether the family or one of its models has a template of that name.
    pub(crate) fn has(&self, template: &str) -> bool {
        self.line.get_template(&format!("family/{template}")).is_ok()
    }

    /// Renders the model's own template, or the family's where it has none.
    pub(crate) fn render(
        &self,
        model: &str,
        template: &str,
        escape: Escape,
        context: Value,
    ) -> Result<String, RenderError> {
        let environment = match escape {
            Escape::Line => &self.line,
            Escape::Xml => &self.xml,
            Escape::Plain => &self.plain,
        };
        let own = environment.get_template(&format!("model/{model}/{template}"));
        let found = own.or_else(|_| environment.get_template(&format!("family/{template}")));
        let mut file = Bounded(Vec::new());
        let rendered = found.and_then(|found| found.render_captured_to(context, &mut file).map(|_| ()));
        rendered.map_err(|error| told(template, &error))?;
        String::from_utf8(file.0)
            .map_err(|error| RenderError::Template { file: template.to_owned(), reason: error.to_string() })
    }
}

/// A file that cannot grow without end.
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > LONGEST {
            return Err(io::Error::other("the file is too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn told(template: &str, error: &minijinja::Error) -> RenderError {
    let file = error.name().unwrap_or(template).to_owned();
    match error.kind() {
        ErrorKind::OutOfFuel => RenderError::Fuel { file },
        _ => RenderError::Template { file, reason: reason(error) },
    }
}

/// An error with its causes on one line.
fn reason(error: &minijinja::Error) -> String {
    let causes = successors(error.source(), |&cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

/// An environment starts empty: only what is named here exists in a template, so `safe` does not.
fn environment(
    escape: Escape,
    folder: &str,
    all: &BTreeMap<String, String>,
) -> Result<Environment<'static>, LoadError> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_syntax(syntax(folder)?);
    environment.set_formatter(move |out, _, value| print::print(out, value, escape));
    environment.add_function("range", minijinja::functions::range);
    environment.add_filter("length", minijinja::filters::length);
    environment
        .add_filter("digits", |number: u64, width: u8| format!("{number:0width$}", width = width.into()));
    for (path, name) in templates(folder, all) {
        let text = all.get(path).cloned().unwrap_or_default();
        if text.contains(print::is_mark) {
            return Err(LoadError::new(path, "-", "a private-use character"));
        }
        let added = environment.add_template_owned(name, text);
        added.map_err(|error| LoadError::new(path, "-", error.to_string()))?;
    }
    Ok(environment)
}

/// Tags on lines of their own leave no empty lines behind.
fn syntax(folder: &str) -> Result<SyntaxConfig, LoadError> {
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    syntax.build().map_err(|error| LoadError::new(folder, "-", error.to_string()))
}

/// Paths of the templates a family may use, and the names they go by.
fn templates<'a>(
    folder: &'a str,
    all: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = (&'a String, String)> + 'a {
    let vendor = folder.split('/').next().unwrap_or_default();
    all.keys().filter_map(move |path| {
        let below =
            |folder: &str| path.strip_prefix(folder)?.strip_prefix("/templates/")?.strip_suffix(".j2");
        let of_family = |name: &str| match name.split_once('/') {
            Some((model, name)) => format!("model/{model}/{name}"),
            None => format!("family/{name}"),
        };
        let name = below(folder).map(of_family);
        let name = name.or_else(|| below(vendor).map(|name| format!("vendor/{name}")))?;
        Some((path, name))
    })
}
