//! What a theme prints where HTML has an address, a program or a tag.
//!
//! Tera escapes what it prints, so that no text of an editor becomes a tag. It does not know where it prints: in
//! `href="{{ text }}"` a text runs as a program if it begins with `javascript:`. So the templates are followed from each view
//! through their parents, includes and components, with the place in the HTML ([`html`]) and with what every name
//! stands for ([`trust`]). A value may only be printed where it can do no harm; what cannot be followed is refused.
//!
//! An address is a field of a view that holds one, or an argument of a component that is declared to:
//! `{% component button(text: string, href: string) {"links": ["href"]} %}`. Texts lead such arguments as they lead
//! their own links.

mod calls;
mod components;
mod expression;
mod faults;
mod html;
mod lexemes;
mod nodes;
mod signatures;
mod trust;
mod walk;
mod words;

use std::collections::BTreeSet;

use super::templates::{TemplateSources, Templates};
use super::{ThemeSource, faults as template_faults};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use walk::{Template, Walker};

/// Follows the templates of all views. Returns the ids that the theme gives to its own elements.
///
/// # Errors
/// All places where a value is printed that could do harm there.
pub(super) fn check(
    sources: &TemplateSources,
    templates: &Templates,
    source: ThemeSource<'_>,
) -> Result<BTreeSet<String>, Vec<Diagnostic>> {
    let mut parsed = Vec::new();
    let mut faults = Vec::new();
    for (name, text) in sources.as_written() {
        match nodes::parse(text) {
            Ok(nodes) => parsed.push(Template { name, text, nodes }),
            Err(at) => {
                let path = template_faults::template_path(name);
                let place = Place::span(&path, at..at);
                faults.push(
                    Diagnostic::new(Code::UnsafeTemplate, place)
                        .text("code", "")
                        .hint("unread"),
                );
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let signatures = signatures::of(templates);
    let mut walker = Walker::new(&parsed, sources.prefixes(), signatures, source.addresses);
    let views: Vec<&str> = source.views.iter().map(|(name, _)| *name).collect();
    walker.follow(&views);
    if walker.faults.is_empty() {
        Ok(walker.ids)
    } else {
        let faults = walker.faults.into_iter();
        let place = |template: usize| parsed.get(template).map(|it| (it.name, it.text));
        Err(faults.filter_map(|fault| fault.diagnostic(place)).collect())
    }
}
