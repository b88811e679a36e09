//! Text with holes, `Yealink SIP-{model} {firmware} {mac}`: how file names, URLs and User-Agents are described.

/// Longest text that is compared with a pattern.
const LONGEST: usize = 256;

/// A hole of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hole {
    /// `{mac}`: written in lower case, read in any spelling.
    MacLower,
    /// `{MAC}`: written in upper case, read in any spelling.
    MacUpper,
    /// `{model}`.
    Model,
    /// `{hardware}`: the model's own number, 12 digits.
    Hardware,
    /// `{firmware}`: a version, no white space.
    Firmware,
    /// `{base}`: scheme, host and port.
    Base,
    /// `{key}`: an access key.
    Key,
    /// `{*}`: anything.
    Any,
}

impl Hole {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "mac" => Self::MacLower,
            "MAC" => Self::MacUpper,
            "model" => Self::Model,
            "hardware" => Self::Hardware,
            "firmware" => Self::Firmware,
            "base" => Self::Base,
            "key" => Self::Key,
            "*" => Self::Any,
            _ => return None,
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    Hole(Hole),
}

/// A parsed pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Part>);

impl Pattern {
    /// Reads a pattern that may use `allowed` holes. Holes must be kept apart by text.
    pub(crate) fn parse(text: &str, allowed: &[Hole]) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            push_text(&mut parts, before);
            let (name, after) = after.split_once('}').ok_or("a { without }")?;
            let hole = Hole::named(name).filter(|hole| allowed.contains(hole));
            let hole = hole.ok_or_else(|| format!("{{{name}}} has no meaning here"))?;
            if matches!(parts.last(), Some(Part::Hole(_))) {
                return Err(format!("{{{name}}} follows another hole without text between them"));
            }
            parts.push(Part::Hole(hole));
            rest = after;
        }
        push_text(&mut parts, rest);
        if parts.is_empty() { Err("empty".into()) } else { Ok(Self(parts)) }
    }

    /// The parts in order.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The text with every hole filled by `fill`.
    pub(crate) fn expand(&self, fill: impl Fn(Hole) -> String) -> String {
        let text = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Hole(hole) => fill(*hole),
        };
        self.0.iter().map(text).collect()
    }

    /// What stands in the holes when `text` fits as a whole, upper and lower case alike; `accept` says what
    /// may stand in a hole.
    pub(crate) fn read<'t>(
        &self,
        text: &'t str,
        accept: &dyn Fn(Hole, &str) -> bool,
    ) -> Option<Vec<(Hole, &'t str)>> {
        let mut found = Vec::new();
        (text.len() <= LONGEST && walk(&self.0, text, accept, &mut found)).then_some(found)
    }
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    if !text.is_empty() {
        parts.push(Part::Text(text.to_owned()));
    }
}

fn walk<'t>(
    parts: &[Part],
    text: &'t str,
    accept: &dyn Fn(Hole, &str) -> bool,
    found: &mut Vec<(Hole, &'t str)>,
) -> bool {
    match parts.split_first() {
        None => text.is_empty(),
        Some((Part::Text(literal), rest)) => {
            strip(text, literal).is_some_and(|text| walk(rest, text, accept, found))
        }
        Some((Part::Hole(hole), rest)) => ends(text, rest.first()).any(|end| {
            let (value, tail) = text.split_at(end);
            if !accept(*hole, value) {
                return false;
            }
            found.push((*hole, value));
            let fits = walk(rest, tail, accept, found);
            if !fits {
                found.pop();
            }
            fits
        }),
    }
}

/// Where a hole may end: where the text after it begins, or at the very end.
fn ends<'t>(text: &'t str, next: Option<&'t Part>) -> impl Iterator<Item = usize> + 't {
    let places = text.char_indices().map(|(place, _)| place).chain([text.len()]);
    places.filter(move |place| match next {
        Some(Part::Text(literal)) => text.get(*place..).is_some_and(|tail| strip(tail, literal).is_some()),
        _ => *place == text.len(),
    })
}

fn strip<'t>(text: &'t str, literal: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(literal.len())?;
    head.eq_ignore_ascii_case(literal).then_some(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[Hole] = &[Hole::MacLower, Hole::Model, Hole::Any];

    #[test]
    fn a_hole_takes_as_little_as_fits() {
        let pattern = Pattern::parse("x{model}-{*} {mac})", ALL).unwrap();
        let read = pattern.read("Xa-b c d)", &|hole, value| hole != Hole::MacLower || value == "d");
        assert_eq!(read, Some(vec![(Hole::Model, "a"), (Hole::Any, "b c"), (Hole::MacLower, "d")]));
        assert_eq!(pattern.read("xa-b", &|_, _| true), None);
    }

    #[test]
    fn mistakes_are_named() {
        for (text, reason) in [
            ("{mac", "a { without }"),
            ("{key}", "{key} has no meaning here"),
            ("{mac}{model}", "{model} follows another hole without text between them"),
            ("", "empty"),
        ] {
            assert_eq!(Pattern::parse(text, ALL), Err(reason.to_owned()));
        }
    }

    proptest::proptest! {
        #[test]
        fn reading_gives_back_what_was_filled_in(model in "[a-z]{1,9}", any in "\\PC{0,9}") {
            let pattern = Pattern::parse("{model}/{*}", ALL).unwrap();
            let text = pattern.expand(|hole| if hole == Hole::Model { model.clone() } else { any.clone() });
            let read = pattern.read(&text, &|_, _| true);
            proptest::prop_assert_eq!(read, Some(vec![(Hole::Model, model.as_str()), (Hole::Any, any.as_str())]));
        }
    }
}
