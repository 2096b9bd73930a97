//! Templates made ready before any page is: what is the same on every page is put in once.
//!
//! What a page is made of such a template is the same, byte for byte. What is wrong with a template is
//! said of what its author wrote, not of this.

mod includes;
mod pieces;
mod words;

use super::Labels;

/// Templates with what they include in its place.
pub(super) fn whole(templates: &[(String, String)], prefixes: &[String]) -> Vec<(String, String)> {
    includes::put_in(templates, prefixes)
}

/// A template with the words of a language in their places.
pub(super) fn worded(name: &str, template: &str, labels: &Labels) -> String {
    words::put_in(name, template, labels)
}
