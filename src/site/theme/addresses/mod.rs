//! Refuses templates that print a text where HTML has an address, a program or a tag.
//!
//! Tera escapes what it prints, so that no text of an editor becomes a tag. It does not know where it prints: in
//! `href="{{ text }}"` a text runs as a program if it begins with `javascript:`. So each file is looked at as it is written:
//! where its code stands in the HTML ([`html`]), and whether what it prints there is an address ([`checker`]). What a
//! template includes, extends or calls is looked at in its own file; that suffices because it may only be put between tags.
//! Whatever cannot be known in this way is refused.

mod checker;
pub(super) mod code;
mod html;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::templates::TemplateSources;
use super::{ThemeSource, faults};
use crate::base::code::Code;
use crate::base::component::Signature;
use crate::base::diagnostic::{Diagnostic, Place};
use checker::Checker;
use html::Html;

/// Looks at all templates. Returns the ids that they give to elements.
///
/// # Errors
/// All places where a template may print what could do harm there.
pub(super) fn check(
    sources: &TemplateSources,
    components: &BTreeMap<String, Signature>,
    source: ThemeSource<'_>,
) -> Result<BTreeSet<String>, Vec<Diagnostic>> {
    let (mut found, mut ids) = (Vec::new(), BTreeSet::new());
    for (name, text) in sources.as_written() {
        let path = faults::template_path(name);
        let fault = |place, code: &str, hint| {
            let fault = Diagnostic::new(Code::UnsafeTemplate, place).text("code", code);
            fault.hint(hint)
        };
        let (codes, blank) = code::split(text);
        let Some(html) = Html::read(&blank) else {
            found.push(fault(Place::whole(&path), "", "open"));
            continue;
        };
        let mut checker = Checker {
            file: name.split_once('/').map_or(name, |(_, file)| file),
            codes: &codes,
            blank: &blank,
            html: &html,
            components,
            source,
            component: &[],
            open: Vec::new(),
        };
        for code in &codes {
            if let Some(hint) = checker.fault(code) {
                let place = Place::span(&path, code.inner.clone());
                found.push(fault(
                    place,
                    text.get(code.inner.clone()).unwrap_or_default(),
                    hint,
                ));
            }
        }
        ids.extend(html.ids);
    }
    match found.is_empty() {
        true => Ok(ids),
        false => Err(found),
    }
}
