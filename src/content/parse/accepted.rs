//! The answers to warnings in a file, with the places that they mean.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::names::list_key;
use super::{DescribedFacts, FileContent};
use aho_corasick::AhoCorasick;

use crate::base::diagnostic::{At, NodePath, Place, Span};
use crate::base::source::SourcePath;
use crate::content::answers::{Answer, Extent};
use crate::content::model::{Accepted, EntityKind, Registry};
use crate::notation::front_matter;
use crate::notation::tree::{Node, Value};
use crate::notation::yaml;

/// The keys by which an item of a list is named, the first that it has.
const NAMES: &[&str] = &[
    "id",
    "act",
    "organization",
    "person",
    "body",
    "name",
    "office",
    "kind",
    "value",
];

pub(super) fn answers(path: &SourcePath, source: &str, content: &FileContent) -> Vec<Answer> {
    let root = NodePath::default();
    let page = |accepted: &[Accepted], is_draft| {
        if accepted.is_empty() {
            return Vec::new();
        }
        let parts = front_matter::cut(source).ok();
        let answers = parts.map(|parts| {
            let source = AnswerSource {
                path,
                source,
                tree: yaml::tree(path, source, parts.front_matter).ok(),
                text: Some(parts.text),
            };
            source.answers(accepted, &root, is_draft)
        });
        answers.unwrap_or_default()
    };
    match content {
        FileContent::Page(facts, _) => {
            let described = facts.described();
            page(&described.common().accepted, described.draft())
        }
        FileContent::Translation(_, words, _) => page(&words.accepted, false),
        FileContent::Registry(registry) => of_registry(path, source, registry),
        FileContent::Broken(_) => Vec::new(),
    }
}

fn of_registry(path: &SourcePath, source: &str, registry: &Registry) -> Vec<Answer> {
    let answering = entries(registry).filter(|(.., entry)| !entry.common().accepted.is_empty());
    let answering: Vec<_> = answering.collect();
    if answering.is_empty() {
        return Vec::new();
    }
    let source = AnswerSource {
        path,
        source,
        tree: yaml::tree(path, source, 0..source.len()).ok(),
        text: None,
    };
    let answers = answering.into_iter().flat_map(|(list, index, entry)| {
        let prefix = NodePath::default().key(list).index(index);
        source.answers(&entry.common().accepted, &prefix, entry.draft())
    });
    answers.collect()
}

/// The entries of a registry, each with the key of its list and its index there.
pub(super) fn entries(
    registry: &Registry,
) -> impl Iterator<Item = (&'static str, usize, &dyn DescribedFacts)> {
    fn list<T: DescribedFacts>(
        kind: EntityKind,
        entries: &[Arc<T>],
    ) -> impl Iterator<Item = (&'static str, usize, &dyn DescribedFacts)> {
        let key = list_key(kind);
        let entries = entries.iter().enumerate();
        entries.map(move |(index, it)| (key, index, &**it as &dyn DescribedFacts))
    }
    list(EntityKind::Organization, &registry.organizations)
        .chain(list(EntityKind::Document, &registry.documents))
        .chain(list(EntityKind::Area, &registry.areas))
        .chain(list(EntityKind::Person, &registry.persons))
        .chain(list(EntityKind::Topic, &registry.topics))
        .chain(list(EntityKind::Meeting, &registry.meetings))
}

/// The file whose answers are looked for.
struct AnswerSource<'a> {
    path: &'a SourcePath,
    source: &'a str,
    /// The front matter of a page, or the whole registry.
    tree: Option<Node>,
    /// Where the text of a page begins. `None` for a registry.
    text: Option<usize>,
}

impl AnswerSource<'_> {
    /// The answers of a page, or of the entry of a registry at `prefix`.
    fn answers(&self, accepted: &[Accepted], prefix: &NodePath, is_draft: bool) -> Vec<Answer> {
        let subject = self.tree.as_ref().and_then(|tree| tree.at(prefix));
        let names = Names::of(subject);
        let extents = accepted.iter().map(|it| match it.at.as_deref() {
            Some(at) => {
                let wanted: Vec<&str> = at.split('/').map(str::trim).collect();
                parts(names.find(&wanted, prefix))
            }
            None if self.text.is_some() => Extent::File,
            None => parts(subject.map(|it| (prefix.clone(), it.span.clone()))),
        });
        let mut extents: Vec<Extent> = extents.collect();
        self.look_in_text(accepted, &mut extents);
        let answers = accepted.iter().zip(extents).enumerate();
        let answers = answers.filter_map(|(index, (it, extent))| {
            let at = At::Value(prefix.key("accepted").index(index));
            Some(Answer {
                code: it.code.parse().ok()?,
                because: it.because.as_str().into(),
                place: Place {
                    file: self.path.clone(),
                    at,
                },
                extent,
                is_draft,
            })
        });
        answers.collect()
    }

    /// What is no value of a page is words of its text.
    fn look_in_text(&self, accepted: &[Accepted], extents: &mut [Extent]) {
        let Some(start) = self.text else {
            return;
        };
        let extents = accepted.iter().zip(extents);
        let (words, extents): (Vec<&str>, Vec<&mut Extent>) = extents
            .filter(|(_, extent)| extent.is_nowhere())
            .filter_map(|(it, extent)| Some((it.at.as_deref()?, extent)))
            .unzip();
        let lines = lines_with(self.source, start, &words);
        for (extent, lines) in extents.into_iter().zip(lines) {
            *extent = Extent::Parts(Box::default(), lines.into());
        }
    }
}

fn parts(found: impl IntoIterator<Item = (NodePath, Range<usize>)>) -> Extent {
    let (paths, spans): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    Extent::Parts(paths.into(), spans.into_iter().map(Span::from).collect())
}

/// The values in a page or entry by their names, so that each is looked up in about the same time with many as with few.
#[derive(Default)]
struct Names<'n> {
    values: Vec<Named<'n>>,
    /// Indices of the values with a name.
    by_name: BTreeMap<&'n str, Vec<usize>>,
}

/// A value in a page or entry.
struct Named<'n> {
    name: &'n str,
    /// Its index, if it is an item of a list; else its name is its key.
    index: Option<usize>,
    /// The value that it is in. `None` if that is the page or entry.
    holder: Option<usize>,
    span: &'n Range<usize>,
}

impl<'n> Names<'n> {
    fn of(subject: Option<&'n Node>) -> Names<'n> {
        let mut names = Names::default();
        if let Some(subject) = subject {
            names.add_below(subject, None);
        }
        names
    }

    fn add_below(&mut self, node: &'n Node, holder: Option<usize>) {
        match &node.value {
            Value::Mapping(entries) => {
                for entry in entries.iter().filter(|it| it.key != "accepted") {
                    self.add(&entry.value, &entry.key, None, holder);
                }
            }
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.add(item, name_of(item).unwrap_or_default(), Some(index), holder);
                }
            }
            Value::Null | Value::Scalar(..) => {}
        }
    }

    fn add(&mut self, node: &'n Node, name: &'n str, index: Option<usize>, holder: Option<usize>) {
        let at = self.values.len();
        self.by_name.entry(name).or_default().push(at);
        self.values.push(Named {
            name,
            index,
            holder,
            span: &node.span,
        });
        self.add_below(node, Some(at));
    }

    /// The values whose own name is the last that is wanted, and among whose names above are the others in order.
    fn find<'a>(
        &'a self,
        wanted: &'a [&str],
        prefix: &'a NodePath,
    ) -> impl Iterator<Item = (NodePath, Range<usize>)> + 'a {
        let last = wanted.last().and_then(|last| self.by_name.get(last));
        let named = last.into_iter().flatten();
        let found = named.filter_map(|at| self.values.get(*at));
        let found = found.filter(|it| self.is_wanted(it, wanted));
        found.map(|it| (self.path(it, prefix), it.span.clone()))
    }

    fn is_wanted(&self, value: &Named<'n>, wanted: &[&str]) -> bool {
        let Some((_, others)) = wanted.split_last() else {
            return false;
        };
        let mut above = self.above(value);
        others
            .iter()
            .rev()
            .all(|other| above.any(|it| it.name == *other))
    }

    /// The values that hold a value, the nearest first.
    fn above<'a>(&'a self, value: &'a Named<'n>) -> impl Iterator<Item = &'a Named<'n>> {
        let holder = |it: &Named<'n>| self.values.get(it.holder?);
        std::iter::successors(holder(value), move |it| holder(it))
    }

    fn path(&self, value: &Named<'n>, prefix: &NodePath) -> NodePath {
        let mut steps: Vec<_> = self.above(value).collect();
        steps.reverse();
        steps.push(value);
        steps
            .into_iter()
            .fold(prefix.clone(), |path, step| match step.index {
                Some(index) => path.index(index),
                None => path.key(step.name),
            })
    }
}

fn name_of(item: &Node) -> Option<&str> {
    let named = || NAMES.iter().find_map(|key| item.get(key)?.as_text());
    item.as_text().or_else(named)
}

/// The most words that are looked for at once. The time to prepare a search grows with their square.
const WORDS_AT_ONCE: usize = 2000;

/// For each of several words, the lines from `start` on that have it.
fn lines_with(source: &str, start: usize, words: &[&str]) -> Vec<Vec<Span>> {
    let some = words.chunks(WORDS_AT_ONCE);
    some.flat_map(|words| lines_with_some(source, start, words))
        .collect()
}

fn lines_with_some(source: &str, start: usize, words: &[&str]) -> Vec<Vec<Span>> {
    let mut found = vec![Vec::new(); words.len()];
    // Words that are too long to be looked for are in no line.
    let Ok(search) = AhoCorasick::new(words) else {
        return found;
    };
    let mut end = start;
    let lines = source.get(start..).unwrap_or_default();
    for line in lines.split_inclusive('\n') {
        let span = Span::from(end..end + line.len());
        end += line.len();
        for word in search.find_overlapping_iter(line) {
            if let Some(lines) = found.get_mut(word.pattern().as_usize())
                && lines.last() != Some(&span)
            {
                lines.push(span);
            }
        }
    }
    found
}
