//! What templates name: fields of views, labels and other templates. What there is not is reported at its place.
//!
//! A template that prints a field that is not there fails when a page is rendered, but `if` and `for` take it for nothing.
//! So each file is looked at before any page is made. Where it is known what a name holds, its fields are those of the
//! view; elsewhere, such as in the arguments of components, a field must be one of any view, or a key that some template
//! writes itself.

mod fields;

use std::collections::BTreeSet;

use super::addresses::code::{self, unquoted};
use super::inline::{included_or_extended, tokens};
use super::templates::TemplateSources;
use super::{Layer, ThemeSource, faults};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::view_fields::Shape;
use crate::notation::suggest::nearest;
use fields::Fields;

/// What the templates of a theme may name.
struct Known<'a> {
    source: ThemeSource<'a>,
    /// The names of the lists that the theme declares.
    lists: BTreeSet<&'a str>,
    /// The labels of all languages.
    labels: &'a BTreeSet<&'a str>,
    /// The fields of all views, and the keys that templates write.
    fields: BTreeSet<&'a str>,
}

/// The faults of all templates of a chain: unknown fields and labels, and templates that nothing uses.
pub(super) fn check<'a>(
    chain: &'a [Layer<'_>],
    sources: &'a TemplateSources,
    labels: &'a BTreeSet<&'a str>,
    source: ThemeSource<'a>,
) -> Vec<Diagnostic> {
    let mut found = unused(sources, source);
    let lists = chain.iter().filter_map(|it| it.manifest.as_ref());
    let lists = lists.flat_map(|it| it.lists.keys().map(String::as_str));
    let mut known = Known {
        source,
        lists: lists.collect(),
        labels,
        fields: source.fields.all(),
    };
    let codes = sources
        .as_written()
        .map(|(name, text)| (name, code::split(text).0));
    let codes: Vec<(&str, Vec<code::Code<'_>>)> = codes.collect();
    let words = codes
        .iter()
        .flat_map(|(_, codes)| codes)
        .map(|it| &it.words);
    for pair in words.flat_map(|words| words.windows(2)) {
        if let [key, ":"] = pair {
            known.fields.extend(unquoted(key));
        }
    }
    for (name, codes) in &codes {
        let file = name.split_once('/').map_or(*name, |(_, file)| file);
        let mut fields = Fields::new(&known, file, codes);
        let path = faults::template_path(name);
        for code in codes {
            for (place, fault) in label_faults(&known, code)
                .into_iter()
                .chain(fields.faults(code))
            {
                let span = code.span(place);
                found.push(fault.at(Place::span(&path, span)));
            }
        }
    }
    found
}

/// A name that there is not, and the one that it may be meant as.
struct Unknown<'a> {
    what: &'static str,
    name: &'a str,
    /// What has no such field, or where a template would be of use.
    of: String,
    near: Option<String>,
}

impl Unknown<'_> {
    fn at(self, place: Place) -> Diagnostic {
        let fault = Diagnostic::new(Code::TemplateError, place).text("detail", "");
        let fault = fault.text("name", self.name).text("of", self.of);
        fault
            .text("near", self.near.unwrap_or_default())
            .hint(self.what)
    }
}

/// The labels in a piece of code that no language has, each with the word that names it.
fn label_faults<'c>(known: &Known<'_>, code: &code::Code<'c>) -> Vec<(usize, Unknown<'c>)> {
    let calls = code.words.windows(6).enumerate();
    let named = calls.filter_map(|(at, words)| match words {
        ["t", "(", "key", "=", key, "," | ")"] => Some((at + 4, unquoted(key)?)),
        _ => None,
    });
    let missing = named.filter(|(_, key)| !known.labels.contains(key));
    let faults = missing.map(|(at, name)| {
        let near = nearest(name, known.labels.iter().copied()).map(str::to_owned);
        let (what, of) = ("label", String::new());
        (
            at,
            Unknown {
                what,
                name,
                of,
                near,
            },
        )
    });
    faults.collect()
}

/// The templates that are no page's, and that no other includes or extends.
fn unused(sources: &TemplateSources, source: ThemeSource<'_>) -> Vec<Diagnostic> {
    let mut used: BTreeSet<&str> = source.views.iter().map(|it| it.0).collect();
    let texts = || sources.as_written();
    let named = texts().flat_map(|(_, text)| tokens(text).filter_map(included_or_extended));
    used.extend(named);
    let unused = texts().filter_map(|(full, text)| {
        let (_, name) = full.split_once('/')?;
        // An editor may keep other files there, such as notes and copies.
        let is_used = used.contains(name) || used.contains(full) || !name.ends_with(".html");
        let has_component = tokens(text).any(|it| super::inline::keyword(it) == "component");
        if is_used || has_component {
            return None;
        }
        let near = nearest(name, used.iter().copied()).map(str::to_owned);
        let unknown = Unknown {
            what: "unused",
            name,
            of: String::new(),
            near,
        };
        Some(unknown.at(Place::whole(&faults::template_path(full))))
    });
    unused.collect()
}

impl Known<'_> {
    /// The fault of a field that what has this shape does not have.
    fn field_fault<'w>(&self, shape: Option<&Shape>, name: &'w str) -> Option<Unknown<'w>> {
        let (near, of) = match shape {
            Some(Shape::Any | Shape::List(_)) => return None,
            Some(Shape::Scalar) => (None, String::new()),
            Some(Shape::Map(_)) if self.lists.contains(name) => return None,
            Some(Shape::Map(_)) => (
                nearest(name, self.lists.iter().copied()),
                "lists".to_owned(),
            ),
            Some(Shape::Record(record)) => {
                let fields = self.source.fields;
                if fields.of(record).any(|it| it == name) {
                    return None;
                }
                (nearest(name, fields.of(record)), record.clone())
            }
            None if self.fields.contains(name) => return None,
            None => (nearest(name, self.fields.iter().copied()), String::new()),
        };
        let near = near.map(str::to_owned);
        Some(Unknown {
            what: "field",
            name,
            of,
            near,
        })
    }
}
