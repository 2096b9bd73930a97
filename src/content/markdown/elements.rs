//! The HTML that an editor may write.
//!
//! No `id`, `name`, `class`, `role` or `aria-*` is allowed: with them a text could pass itself off as a part
//! of the page, take an anchor from it, or change the look of what the theme has made. Headings are not
//! allowed either: one that is not Markdown would have no anchor and be in no table of contents.

use std::collections::BTreeMap;

/// The elements that are allowed, each with the attributes that only it may have.
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

/// Elements whose content is not HTML. It is removed with them.
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
