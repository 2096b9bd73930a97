//! What an editor's own HTML may be made of.
//!
//! No `id`, `name`, `class`, `role` or `aria-*` is allowed: they would let a text pass itself off as
//! a part of the page, take an anchor from it, or change the look of what the theme has made.
//! Nor are headings: one that is not Markdown would have no anchor and be in no list.

use std::collections::BTreeMap;

/// The elements that may be in a text and their own attributes.
pub(super) const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("abbr", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height"]),
    ("ins", &["cite", "datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// The attributes that every element may have.
pub(super) const ATTRIBUTES: &[&str] = &["dir", "lang", "title"];

/// Elements whose content is not HTML; it goes with them.
pub(super) const OPAQUE: &[&str] = &[
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "script",
    "style",
    "template",
    "textarea",
    "title",
    "xmp",
];

/// Elements that have no end.
pub(super) const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

/// The elements of the editor's that are open.
#[derive(Default)]
pub(super) struct Open {
    by_name: BTreeMap<&'static str, usize>,
    depth: usize,
}

impl Open {
    /// Notes an element; false when too many are open.
    pub(super) fn start(&mut self, name: &'static str) -> bool {
        if nests(name) {
            if self.depth == DEEPEST {
                return false;
            }
            self.depth += 1;
        }
        *self.by_name.entry(name).or_default() += 1;
        true
    }

    /// Notes the end of an element; false when none of this name is open.
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

/// The editor's elements that may be open at once. Each costs the sanitizer a step at every tag.
const DEEPEST: usize = 32;

/// Elements that a later one of their kind closes, so that leaving them open does not nest.
const CLOSED_BY_THE_NEXT: &[&str] = &[
    "caption", "colgroup", "dd", "dt", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
    "thead", "tr",
];

fn nests(name: &str) -> bool {
    !CLOSED_BY_THE_NEXT.contains(&name)
}
