//! Where in the HTML of a template something stands, and what may be printed there.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use super::code::{PRINTED, UNPRINTED};
use crate::base::component::AddressKind;

/// Elements whose content is no HTML, for all browsers or for some.
const PROGRAMS: &str = "script, style, iframe, noembed, noframes, noscript, plaintext, xmp";

/// Attributes with an address that a reader may follow.
const LINKS: &str =
    "action archive cite classid codebase formaction href longdesc manifest ping profile usemap";

/// Attributes with an address that the page loads.
const IMAGES: &str = "background data dynsrc imagesrcset lowsrc poster src srcset";

/// Elements that load what their `href` leads to, or resolve other addresses against it.
const LOADING: &str = "base feimage image script use";

/// Elements of drawings that give another element their `by`, `from`, `to` and `values`.
const ANIMATIONS: &str = "animate animatemotion animatetransform set";

/// The HTML of a template.
#[derive(Default)]
pub(super) struct Html {
    /// The ids that the template itself says.
    pub(super) ids: BTreeSet<String>,
    tags: Vec<Range<usize>>,
    values: Vec<Value>,
    programs: Vec<Range<usize>>,
}

/// A place in the HTML.
#[derive(PartialEq)]
pub(super) enum Position<'h> {
    /// Between the tags of elements.
    Text,
    /// In an element whose content is no HTML.
    Program,
    /// In the tag that begins at this byte, outside of the values of its attributes.
    Tag(usize),
    /// In the value of an attribute.
    Value(&'h Value),
}

/// The value of an attribute.
#[derive(PartialEq)]
pub(super) struct Value {
    pub(super) bytes: Range<usize>,
    pub(super) admitted: Admitted,
}

/// What a template may print in the value of an attribute.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Admitted {
    Text,
    Address(AddressKind),
    /// What the template itself says, because browsers run it.
    Program,
    /// Nothing: the attribute has no quotes, or other code may change its name.
    Nothing,
}

impl Html {
    /// Reads HTML. Returns `None` if a tag is open at its end, or if browsers may read it in two ways.
    pub(super) fn read(html: &str) -> Option<Html> {
        let read = RefCell::new(Html::default());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("*", |it| {
                read.borrow_mut().add(it, html);
                Ok(())
            }))
            .append_element_content_handler(text!(PROGRAMS, |it| {
                let bytes = it.source_location().bytes();
                read.borrow_mut().programs.push(bytes);
                Ok(())
            }));
        // The last tag is found only if nothing is open before it.
        rewrite_str(&format!("{html}<end>"), settings).ok()?;
        let mut read = read.into_inner();
        let end = read.tags.pop()?;
        (end.start == html.len()).then_some(read)
    }

    fn add(&mut self, element: &Element<'_, '_>, html: &str) {
        self.tags.push(element.source_location().bytes());
        for attribute in element.attributes() {
            let (name, text) = (attribute.name(), attribute.value());
            let name_start = attribute.name_source_location().map(|it| it.bytes().start);
            let bytes = attribute.value_source_location().map(|it| it.bytes());
            let (Some(name_start), Some(bytes)) = (name_start, bytes) else {
                continue;
            };
            let before = html.get(name_start..bytes.start).unwrap_or_default();
            let has_code = |html: &str| html.contains([PRINTED, UNPRINTED]);
            let admitted = match before.ends_with(['"', '\'']) && !has_code(before) {
                true => admitted(element, &name),
                false => Admitted::Nothing,
            };
            self.values.push(Value { bytes, admitted });
            if name == "id" && !has_code(&text) {
                self.ids.insert(text.trim().to_owned());
            }
        }
    }

    /// The place of a byte.
    pub(super) fn position(&self, at: usize) -> Position<'_> {
        let value = around(&self.values, at, |it| &it.bytes);
        let tag = around(&self.tags, at, |it| it);
        match (value, tag) {
            (Some(value), _) => Position::Value(value),
            (_, Some(tag)) => Position::Tag(tag.start),
            _ if around(&self.programs, at, |it| it).is_some() => Position::Program,
            _ => Position::Text,
        }
    }
}

/// The item around a byte, of items in their order.
fn around<T>(items: &[T], at: usize, bytes: impl Fn(&T) -> &Range<usize>) -> Option<&T> {
    let next = items.partition_point(|it| bytes(it).start <= at);
    let last = items.get(next.checked_sub(1)?);
    last.filter(|it| bytes(it).contains(&at))
}

fn admitted(element: &Element<'_, '_>, attribute: &str) -> Admitted {
    let is_in = |list: &str, name: &str| list.split(' ').any(|it| it == name);
    let is_element = |list: &str| is_in(list, &element.tag_name());
    match attribute.rsplit(':').next().unwrap_or_default() {
        "style" | "srcdoc" | "http-equiv" | "attributename" => Admitted::Program,
        name if name.starts_with("on") => Admitted::Program,
        "href" if is_element(LOADING) => Admitted::Address(AddressKind::Image),
        name if is_in(IMAGES, name) => Admitted::Address(AddressKind::Image),
        name if is_in(LINKS, name) => Admitted::Address(AddressKind::Link),
        "content" if element.has_attribute("http-equiv") => Admitted::Address(AddressKind::Link),
        "by" | "from" | "to" | "values" if is_element(ANIMATIONS) => {
            Admitted::Address(AddressKind::Link)
        }
        _ => Admitted::Text,
    }
}

/// Whether the beginning of an address decides where it leads, so that the rest cannot change its scheme or host.
pub(super) fn is_led(start: &str) -> bool {
    let schemes = ["https://", "http://", "//", "/"].into_iter();
    let path = schemes.fold(start.trim(), |rest, scheme| {
        rest.strip_prefix(scheme).unwrap_or(rest)
    });
    let first = path.split(['/', '?', '#']).next().unwrap_or_default();
    // Browsers resolve entities, and read white space and `\` in their own way.
    let is_plain = !first.contains(|c: char| c <= ' ' || ":&\\".contains(c));
    is_plain && first.len() < path.len()
}
