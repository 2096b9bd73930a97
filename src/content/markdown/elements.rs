//! The HTML that an editor may write.
//!
//! No `id`, `name`, `class`, `role` or `aria-*` is allowed: with them a text could pass itself off as a part
//! of the page, take an anchor from it, or change the look of what the theme has made. Headings are not
//! allowed either: one that is not Markdown would have no anchor and be in no table of contents.

use std::collections::BTreeMap;

/// The elements that are allowed.
#[rustfmt::skip]
pub(super) const ELEMENTS: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "hr", "i", "img", "ins", "kbd",
    "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
];

/// The attributes that every element may have.
pub(super) const GLOBAL_ATTRIBUTES: &[&str] = &["dir", "lang", "title"];

/// The attributes that an element may have besides the global ones.
pub(super) fn attributes(element: &str) -> &'static [&'static str] {
    match element {
        "a" => &["href", "hreflang"],
        "blockquote" | "q" => &["cite"],
        "col" | "colgroup" => &["span"],
        "del" | "ins" => &["cite", "datetime"],
        "details" => &["open"],
        "img" => &["src", "alt", "width", "height"],
        "li" => &["value"],
        "ol" => &["start", "reversed"],
        "td" => &["colspan", "rowspan"],
        "th" => &["colspan", "rowspan", "scope"],
        "time" => &["datetime"],
        _ => &[],
    }
}

/// Elements whose content is not HTML. It is removed with them.
#[rustfmt::skip]
pub(super) const OPAQUE: &[&str] = &[
    "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "template", "textarea",
    "title", "xmp",
];

/// Elements without an end tag.
pub(super) const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// Elements that end where the next of their kind begins. If they are left open, they do not nest.
const CLOSED_BY_THE_NEXT: &[&str] = &[
    "caption", "colgroup", "dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
    "thead", "tr",
];

/// The number of elements that an editor may have open at once. Each costs the sanitizer a step at every tag.
const MAX_DEPTH: usize = 32;

/// The elements that are open in the HTML of the editor.
#[derive(Default)]
pub(super) struct OpenElements {
    by_name: BTreeMap<&'static str, usize>,
    depth: usize,
}

impl OpenElements {
    /// Notes the start of an element. Returns `false` if too many are open.
    pub(super) fn start(&mut self, name: &'static str) -> bool {
        if nests(name) {
            if self.depth == MAX_DEPTH {
                return false;
            }
            self.depth += 1;
        }
        *self.by_name.entry(name).or_default() += 1;
        true
    }

    /// Notes the end of an element. Returns `false` if none of this name is open.
    pub(super) fn end(&mut self, name: &'static str) -> bool {
        match self.by_name.get_mut(name) {
            Some(count) if *count > 0 => {
                *count -= 1;
                self.depth -= usize::from(nests(name));
                true
            }
            _ => false,
        }
    }
}

fn nests(name: &str) -> bool {
    !CLOSED_BY_THE_NEXT.contains(&name)
}
