//! SVG logos: read strictly and written anew, so that only what was understood is kept. A drawing with a script,
//! a style sheet or a reference to anything outside is refused, not mended.

use cordboard_types::Invalid;

const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "symbol",
    "use",
    "title",
    "desc",
    "text",
    "tspan",
];
/// Elements whose text is kept.
const TEXTS: &[&str] = &["title", "desc", "text", "tspan"];
/// What drawing programs leave behind; it is left out with all in it.
const LEFT_OUT: &[&str] = &["metadata", "sodipodi:namedview"];
const ATTRIBUTES: &[&str] = &[
    "id",
    "viewBox",
    "width",
    "height",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "d",
    "points",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "dx",
    "dy",
    "transform",
    "gradientTransform",
    "gradientUnits",
    "spreadMethod",
    "offset",
    "stop-color",
    "stop-opacity",
    "fill",
    "fill-rule",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-opacity",
    "opacity",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "mask",
    "maskUnits",
    "maskContentUnits",
    "preserveAspectRatio",
    "color",
    "font-size",
    "font-family",
    "font-weight",
    "text-anchor",
    "letter-spacing",
    "href",
    "xlink:href",
];
const NAMESPACE: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
/// Deepest nesting.
const DEPTH: usize = 32;

/// Writes a drawing anew.
///
/// # Errors
/// [`Invalid::Picture`] for anything but shapes.
pub(super) fn clean(text: &str) -> Result<String, Invalid> {
    let mut reader =
        Reader { rest: text.trim_start_matches('\u{feff}').trim(), open: Vec::new(), out: String::new() };
    if reader.rest.starts_with("<?xml") {
        reader.skip_past("?>")?;
    }
    while !reader.rest.is_empty() {
        reader.text()?;
        reader.mark()?;
    }
    if reader.open.is_empty() && reader.out.starts_with("<svg") {
        Ok(reader.out)
    } else {
        Err(Invalid::Picture)
    }
}

/// Names and values.
type Attributes<'a> = Vec<(&'a str, &'a str)>;

struct Reader<'a> {
    rest: &'a str,
    open: Vec<&'a str>,
    out: String,
}

impl<'a> Reader<'a> {
    /// What stands before the next mark.
    fn text(&mut self) -> Result<(), Invalid> {
        let end = self.rest.find('<').unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        if text.trim().is_empty() {
            return Ok(());
        }
        let here = self.open.last().is_some_and(|name| TEXTS.contains(name));
        if !here || text.contains('&') {
            return Err(Invalid::Picture);
        }
        self.out.push_str(&text.replace('>', "&gt;"));
        Ok(())
    }

    /// A comment, an element that begins or one that ends.
    fn mark(&mut self) -> Result<(), Invalid> {
        if self.rest.is_empty() {
            return Ok(());
        }
        if self.rest.starts_with("<!--") {
            return self.skip_past("-->");
        }
        if let Some(rest) = self.rest.strip_prefix("</") {
            let (name, rest) = rest.split_once('>').ok_or(Invalid::Picture)?;
            self.rest = rest;
            let open = self.open.pop().filter(|open| *open == name.trim_end()).ok_or(Invalid::Picture)?;
            self.out.push_str(&format!("</{open}>"));
            return Ok(());
        }
        self.rest = self.rest.strip_prefix('<').ok_or(Invalid::Picture)?;
        let name = self.name()?;
        if LEFT_OUT.contains(&name) { self.leave_out(name) } else { self.element(name) }
    }

    fn element(&mut self, name: &'a str) -> Result<(), Invalid> {
        let fits = ELEMENTS.contains(&name) && self.open.len() < DEPTH;
        if !fits || (self.open.is_empty() && (name != "svg" || !self.out.is_empty())) {
            return Err(Invalid::Picture);
        }
        let (attributes, closed) = self.attributes()?;
        self.out.push_str(&format!("<{name}"));
        if self.open.is_empty() {
            self.out.push_str(&format!(" xmlns=\"{NAMESPACE}\" xmlns:xlink=\"{XLINK}\""));
        }
        for (attribute, value) in attributes {
            self.out.push_str(&format!(" {attribute}=\"{value}\""));
        }
        self.out.push_str(if closed { "/>" } else { ">" });
        if !closed {
            self.open.push(name);
        }
        Ok(())
    }

    /// The attributes that are kept, and whether the element ends with them.
    fn attributes(&mut self) -> Result<(Attributes<'a>, bool), Invalid> {
        let mut kept = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix("/>") {
                self.rest = rest;
                return Ok((kept, true));
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                return Ok((kept, false));
            }
            let (name, value) = self.attribute()?;
            for (name, value) in kept_of(name, value)? {
                if kept.iter().any(|(known, _)| *known == name) {
                    return Err(Invalid::Picture);
                }
                kept.push((name, value));
            }
        }
    }

    fn attribute(&mut self) -> Result<(&'a str, &'a str), Invalid> {
        let name = self.name()?;
        let rest = self.rest.trim_start().strip_prefix('=').ok_or(Invalid::Picture)?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or(Invalid::Picture)?;
        let (value, rest) =
            rest.strip_prefix(quote).and_then(|rest| rest.split_once(quote)).ok_or(Invalid::Picture)?;
        self.rest = rest;
        Ok((name, value))
    }

    fn name(&mut self) -> Result<&'a str, Invalid> {
        let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
        let end = self.rest.find(|c| !inner(c)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        if name.is_empty() { Err(Invalid::Picture) } else { Ok(name) }
    }

    /// To the end of the element, which must not stand in itself.
    fn leave_out(&mut self, name: &str) -> Result<(), Invalid> {
        let head = self.rest.find('>').ok_or(Invalid::Picture)?;
        let closed = self.rest.get(..head).is_some_and(|head| head.ends_with('/'));
        self.skip_past(">")?;
        if closed { Ok(()) } else { self.skip_past(&format!("</{name}>")) }
    }

    fn skip_past(&mut self, mark: &str) -> Result<(), Invalid> {
        self.rest = self.rest.split_once(mark).ok_or(Invalid::Picture)?.1;
        Ok(())
    }
}

/// What is kept of an attribute: itself, the declarations of a style as attributes, or nothing.
fn kept_of<'a>(name: &'a str, value: &'a str) -> Result<Attributes<'a>, Invalid> {
    if name.to_ascii_lowercase().starts_with("on") {
        return Err(Invalid::Picture);
    }
    if name == "style" {
        let declarations = value.split(';').filter(|one| !one.trim().is_empty());
        let declared = declarations.map(|one| {
            let (name, value) = one.split_once(':').ok_or(Invalid::Picture)?;
            kept_of(name.trim(), value.trim())
        });
        return Ok(declared.collect::<Result<Vec<_>, _>>()?.concat());
    }
    let namespace_is_right = match name {
        "xmlns" => value == NAMESPACE,
        "xmlns:xlink" => value == XLINK,
        _ => true,
    };
    if !namespace_is_right {
        return Err(Invalid::Picture);
    }
    match ATTRIBUTES.contains(&name) {
        true if stays_inside(name, value) => Ok(vec![(name, value)]),
        true => Err(Invalid::Picture),
        false => Ok(Vec::new()),
    }
}

/// Whether a value names nothing outside the drawing: no scheme, no entity, `url()` and `href` only of its own parts.
fn stays_inside(name: &str, value: &str) -> bool {
    let plain = |c: char| !c.is_control() && !matches!(c, '<' | '>' | '&' | '"' | '\\' | '@' | ':');
    let plain = value.chars().all(|c| plain(c) || matches!(c, '\n' | '\r' | '\t'));
    let lower = value.to_ascii_lowercase();
    let own_urls =
        lower.split("url(").skip(1).all(|url| url.trim_start_matches(['\'', ' ']).starts_with('#'));
    let own_reference = !name.ends_with("href") || value.starts_with('#');
    plain && own_urls && own_reference
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_kept_and_what_programs_leave_behind_is_not() {
        let drawn = r##"<?xml version="1.0"?><!-- made by hand -->
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" data-name="logo" inkscape:version="1">
            <metadata><rdf:RDF/></metadata><title>A &lt; B</title></svg>"##;
        assert_eq!(clean(drawn), Err(Invalid::Picture), "an entity is not read");
        let drawn = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" data-name="logo">
            <metadata><rdf:RDF/></metadata><defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs>
            <title>Logo</title><path d="M0 0h8" style="fill:url(#a);stroke-width: 2"/><use href="#a"/></svg>"##;
        assert_eq!(
            clean(drawn).unwrap(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
             viewBox=\"0 0 8 8\"><defs><linearGradient id=\"a\"><stop offset=\"1\"/></linearGradient></defs>\
             <title>Logo</title><path d=\"M0 0h8\" fill=\"url(#a)\" stroke-width=\"2\"/><use href=\"#a\"/></svg>"
        );
    }

    #[test]
    fn what_was_cleaned_is_clean() {
        let once = clean("<svg><g><circle r='4' fill='#123'/></g></svg>").unwrap();
        assert_eq!(clean(&once), Ok(once));
    }

    #[test]
    fn whatever_acts_or_reaches_outside_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<g onload='alert(1)'/>",
            "<g ONCLICK='alert(1)'/>",
            "<style>@import 'x'</style>",
            "<image href='https://example.net/a.png'/>",
            "<use href='https://example.net/a.svg#b'/>",
            "<use xlink:href='data:image/svg+xml;base64,AAAA'/>",
            "<a href='javascript:alert(1)'><path/></a>",
            "<path fill='url(https://example.net/a)'/>",
            "<path fill='URL( //example.net/a)'/>",
            "<path style='fill:url(\"//example.net\")'/>",
            "<path style='behavior:url(#a);fill:\\75rl(//example.net)'/>",
            "<foreignObject><body/></foreignObject>",
            "<animate attributeName='href' to='javascript:alert(1)'/>",
            "<set attributeName='onload' to='alert(1)'/>",
            "<path d='&#106;avascript'/>",
            "<![CDATA[<script/>]]>",
            "<metadata><metadata></metadata><script/></metadata>",
            "text",
            "<g>",
            "</g>",
            "<path d='a' d='b'/>",
        ] {
            assert_eq!(clean(&format!("<svg>{inside}</svg>")), Err(Invalid::Picture), "{inside}");
        }
        for whole in [
            "",
            "<html/>",
            "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg/>",
            "<svg/><svg/>",
            "<svg xmlns='http://www.w3.org/1999/xhtml'/>",
            "<svg",
        ] {
            assert_eq!(clean(whole), Err(Invalid::Picture), "{whole}");
        }
    }
}
