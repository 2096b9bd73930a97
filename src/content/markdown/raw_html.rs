//! HTML that the editor wrote, made harmless tag by tag.
//!
//! A piece of raw HTML is written anew: allowed tags with their allowed attributes, and text. So nothing can
//! reach beyond the end of the piece (a comment, an attribute or a `<script>` that is never closed), and what
//! was removed is known, with its place. The sanitizer ([`super::sanitize`]) then balances the elements and
//! checks them once more.

use std::ops::Range;

use html_escape::decode_html_entities;

use super::elements::{self, ELEMENTS, GLOBAL_ATTRIBUTES, OPAQUE, OpenElements, VOID};
use super::links::is_refused;

/// The result of filtering a piece of raw HTML. All bytes are those of the piece.
#[derive(Default)]
pub(super) struct Filtered {
    pub(super) html: String,
    /// What was removed: the bytes, and a name for what they were.
    pub(super) removed: Vec<(Range<usize>, String)>,
    /// The addresses of links and images, in the order of the HTML.
    pub(super) addresses: Vec<RawAddress>,
    /// A comment without an end, which takes in all that follows.
    pub(super) open_comment: Option<Range<usize>>,
    /// Images without an `alt` attribute.
    pub(super) without_alt: Vec<Range<usize>>,
}

/// An address in a piece of raw HTML. The HTML lacks it: what it leads to is only known later.
pub(super) struct RawAddress {
    /// Where it belongs in the filtered HTML.
    pub(super) at: usize,
    /// The address, entities resolved.
    pub(super) destination: String,
    /// The bytes of its attribute.
    pub(super) bytes: Range<usize>,
    /// For an image, which is left out as a whole: its other attributes, with a space before each.
    pub(super) image: Option<String>,
}

/// Makes a piece of raw HTML harmless.
pub(super) fn filter(text: &str, open: &mut OpenElements) -> Filtered {
    let mut filter = Filter {
        text,
        lower: text.to_ascii_lowercase(),
        open,
        out: Filtered::default(),
    };
    let mut at = 0;
    while let Some(length) = filter.text.get(at..).and_then(|rest| rest.find('<')) {
        filter.write_text(at..at + length);
        at = filter.markup(at + length);
    }
    filter.write_text(at..text.len());
    filter.out
}

struct Filter<'a> {
    text: &'a str,
    lower: String,
    open: &'a mut OpenElements,
    out: Filtered,
}

/// The rest of a tag after its name.
struct Tag<'a> {
    end: usize,
    /// The name, value and bytes of each attribute.
    attributes: Vec<(&'a str, Option<&'a str>, Range<usize>)>,
}

impl Tag<'_> {
    fn has(&self, attribute: &str) -> bool {
        let mut names = self.attributes.iter().map(|(name, ..)| name);
        names.any(|name| name.eq_ignore_ascii_case(attribute))
    }
}

impl<'a> Filter<'a> {
    /// Handles the markup that begins with `<` at byte `at`. Returns where it ends.
    fn markup(&mut self, at: usize) -> usize {
        let rest = self.lower.get(at..).unwrap_or_default();
        if rest.starts_with("<!--") {
            let is_closed = rest.get(4..).is_some_and(|it| it.contains("-->"));
            if !is_closed {
                self.out.open_comment = Some(at..at + 4);
            }
            return self.find("-->", at + 4);
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let close = match rest.starts_with("<![cdata[") {
                true => "]]>",
                false => ">",
            };
            let end = self.find(close, at);
            self.remove(at..end, "");
            return end;
        }
        let closing = rest.starts_with("</");
        let from = at + if closing { 2 } else { 1 };
        let name_end = from + self.name_length(from);
        if name_end == from {
            self.out.html.push_str("&lt;");
            return at + 1;
        }
        let Some(tag) = self.attributes(name_end) else {
            self.write_text(at..self.text.len());
            return self.text.len();
        };
        let end = tag.end;
        let name = self
            .lower
            .get(from..name_end)
            .unwrap_or_default()
            .to_owned();
        match ELEMENTS.iter().find(|allowed| **allowed == name) {
            Some(name) if closing => self.close(name, at..end),
            Some(name) => self.start(name, &tag, at..end),
            None if closing => {}
            None => {
                self.remove(at..end, &name);
                if OPAQUE.contains(&name.as_str()) {
                    return self.find(&format!("</{name}"), end);
                }
            }
        }
        end
    }

    fn start(&mut self, name: &'static str, tag: &Tag, bytes: Range<usize>) {
        let nests = !VOID.contains(&name);
        if nests && !self.open.start(name) {
            return self.remove(bytes, name);
        }
        if name == "img" && !tag.has("alt") {
            self.out.without_alt.push(bytes);
        }
        let start = self.out.html.len();
        self.out.html.push_str(&format!("<{name}"));
        let attributes_start = self.out.html.len();
        let mut source = None;
        let mut written = Vec::new();
        for (attribute, value, bytes) in &tag.attributes {
            let value = value.unwrap_or_default();
            let mut allowed = GLOBAL_ATTRIBUTES.iter().chain(elements::attributes(name));
            let known = allowed.find(|known| known.eq_ignore_ascii_case(attribute));
            let known = known.filter(|known| !written.contains(known));
            written.extend(known);
            let address = matches!(known, Some(&"href" | &"src" | &"cite"))
                .then(|| decode_html_entities(value).into_owned());
            match (known, address) {
                (Some(_), Some(address)) if is_refused(&address) => self.drop(attribute, bytes),
                (Some(&"src"), Some(address)) => source = Some((address, bytes.clone())),
                (Some(known), Some(address)) => self.write_address(known, address, bytes.clone()),
                (Some(known), None) => self.write_attribute(known, value),
                (None, _) => self.drop(attribute, bytes),
            }
        }
        match source {
            Some((destination, bytes)) => {
                let attributes = self.out.html.split_off(attributes_start);
                self.out.html.truncate(start);
                self.out.addresses.push(RawAddress {
                    at: start,
                    destination,
                    bytes,
                    image: Some(attributes),
                });
            }
            None => self.out.html.push('>'),
        }
    }

    fn drop(&mut self, attribute: &str, bytes: &Range<usize>) {
        let removed = attribute.to_ascii_lowercase();
        self.out.removed.push((bytes.clone(), removed));
    }

    /// Writes an attribute whose value follows later.
    fn write_address(&mut self, name: &str, destination: String, bytes: Range<usize>) {
        self.out.html.push_str(&format!(" {name}=\""));
        self.out.addresses.push(RawAddress {
            at: self.out.html.len(),
            destination,
            bytes,
            image: None,
        });
        self.out.html.push('"');
    }

    fn close(&mut self, name: &'static str, bytes: Range<usize>) {
        if self.open.end(name) {
            self.out.html.push_str(&format!("</{name}>"));
        } else {
            self.remove(bytes, &format!("/{name}"));
        }
    }

    /// Reads the attributes from byte `at` on. Returns `None` if the tag has no end.
    fn attributes(&self, mut at: usize) -> Option<Tag<'a>> {
        let mut attributes = Vec::new();
        loop {
            at += self.width(at, |c| c.is_ascii_whitespace() || c == '/');
            if self.text.get(at..)?.chars().next()? == '>' {
                let end = at + 1;
                return Some(Tag { end, attributes });
            }
            let start = at;
            // Browsers take a `=` at the beginning for a part of the name.
            at += self.width(at, |c| c == '=').min(1);
            at += self.width(at, |c| !c.is_ascii_whitespace() && !"/>=".contains(c));
            let name = self.text.get(start..at)?;
            let equals = at + self.width(at, |c| c.is_ascii_whitespace());
            let mut value = None;
            if self.text.get(equals..)?.starts_with('=') {
                let from = equals + 1;
                let from = from + self.width(from, |c| c.is_ascii_whitespace());
                let (inner, end) = self.value(from)?;
                value = self.text.get(inner);
                at = end;
            }
            attributes.push((name, value, start..at));
        }
    }

    /// The bytes of the value that begins at byte `at`, without its quotes, and where it ends with them.
    fn value(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let quote = self.text.get(at..)?.chars().next()?;
        if quote == '"' || quote == '\'' {
            let length = self.text.get(at + 1..)?.find(quote)?;
            Some((at + 1..at + 1 + length, at + length + 2))
        } else {
            let end = at + self.width(at, |c| !c.is_ascii_whitespace() && c != '>');
            Some((at..end, end))
        }
    }

    fn write_attribute(&mut self, name: &str, value: &str) {
        let value = escape_brackets(value).replace('"', "&quot;");
        self.out.html.push_str(&format!(" {name}=\"{value}\""));
    }

    /// Writes text. Entities stay as they are, because the editor wrote HTML.
    fn write_text(&mut self, bytes: Range<usize>) {
        let text = self.text.get(bytes).unwrap_or_default();
        self.out.html.push_str(&escape_brackets(text));
    }

    fn remove(&mut self, bytes: Range<usize>, name: &str) {
        self.out.removed.push((bytes, format!("<{name}>")));
    }

    /// The end of the next `token` from byte `at` on, or of the piece if there is none. A token without a `>`
    /// is the beginning of a closing tag; then it is the end of that tag.
    fn find(&self, token: &str, at: usize) -> usize {
        let rest = self.lower.get(at..).unwrap_or_default();
        let Some(found) = rest.find(token) else {
            return self.text.len();
        };
        let end = at + found + token.len();
        if token.ends_with('>') {
            end
        } else {
            let rest = self.lower.get(end..).unwrap_or_default();
            rest.find('>')
                .map_or(self.text.len(), |more| end + more + 1)
        }
    }

    fn name_length(&self, at: usize) -> usize {
        match self.width(at, |c| c.is_ascii_alphabetic()) {
            0 => 0,
            _ => self.width(at, |c| !c.is_ascii_whitespace() && !"/>".contains(c)),
        }
    }

    /// The number of bytes from `at` on that are characters of a kind.
    fn width(&self, at: usize, kind: impl Fn(char) -> bool) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.find(|c| !kind(c)).unwrap_or(rest.len())
    }
}

fn escape_brackets(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}
