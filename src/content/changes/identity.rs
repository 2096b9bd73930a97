//! Things, and parts of bodies, that are the same although their id has changed.
//!
//! A thing that vanished and one that appeared are the same for one of four reasons, tried in this order: an alias of
//! the one names the address of the other, or a table keeps its id in a new place; an official code; all else is equal;
//! the title and most else is equal, or all but one field ([`similar`]). Two candidates are none.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Evidence;
use super::items::{self, Pair};
use super::mapping::{NewIds, PARTS, mapped};
use super::side::{Side, Subject, Thing};
use super::{similar, words};
use crate::base::output::OutputPath;
use crate::content::graph::alias_output;
use crate::notation::value::Value;

/// The codes that name a thing officially.
const CODES: [&str; 4] = ["ipa", "tax_code", "istat", "identifier"];

/// How often references are mapped anew, because renamed things name each other.
const MAX_ROUNDS: usize = 5;

/// The new name of a thing, and why it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Renaming {
    pub(super) to: Subject,
    /// `None` if only the body that it is a table of was renamed, or if it is a part.
    pub(super) evidence: Option<Evidence>,
}

/// The things that were renamed, by their old names. So are the parts of bodies: `seats`, `consulta/presidente`.
pub(super) type Renamed = BTreeMap<Subject, Renaming>;

/// Finds the things that were renamed.
pub(super) fn find(before: &Side, after: &Side) -> Renamed {
    let mut search = Search::new(before, after);
    search.pair(Evidence::Declared, addresses, aliases);
    search.pair(Evidence::Declared, aliases, addresses);
    for code in CODES {
        let code = |thing: &Thing| Vec::from_iter(named(thing, thing.facts.get(code).clone()));
        search.pair(Evidence::Identifier, code, code);
    }
    for _ in 0..MAX_ROUNDS {
        let known = search.renamed.len();
        search.pair_tables();
        search.pair_equal();
        if search.renamed.len() == known {
            break;
        }
    }
    search.pair_similar();
    search.pair_tables();
    let mut renamed = search.renamed;
    for _ in 0..MAX_ROUNDS {
        let known = renamed.len();
        add_parts(before, after, &mut renamed);
        if renamed.len() == known {
            break;
        }
    }
    renamed
}

/// The pages that are elsewhere. A table within a body has none.
pub(super) fn moved(
    before: &Side,
    after: &Side,
    renamed: &Renamed,
) -> BTreeMap<OutputPath, OutputPath> {
    let pages = before
        .things
        .values()
        .filter(|it| it.subject.parent().is_none());
    let moved = pages.filter_map(|old| {
        let now = renamed.get(&old.subject).map_or(&old.subject, |it| &it.to);
        let new = after
            .things
            .get(now)
            .filter(|it| it.subject.parent().is_none())?;
        (new.output != old.output).then(|| (old.output.clone(), new.output.clone()))
    });
    moved.collect()
}

/// Adds the parts of bodies that were renamed.
fn add_parts(before: &Side, after: &Side, renamed: &mut Renamed) {
    let bodies = before.things.values();
    for old in bodies.filter(|it| it.subject.kind == "body") {
        let now = renamed.get(&old.subject).map(|it| it.to.clone());
        let new = after.things.get(now.as_ref().unwrap_or(&old.subject));
        let Some(new) = new.filter(|new| new.facts != old.facts) else {
            continue;
        };
        let was = mapped(old, renamed);
        let (was, is) = (&was.facts, &new.facts);
        for kind in PARTS {
            for pair in items::pairs(kind, was.get(kind).items(), is.get(kind).items()) {
                let Pair { before, after } = pair;
                let (Some(before), Some(after)) = (before, after) else {
                    continue;
                };
                let part = |thing: &Thing, item: &Value| Subject {
                    kind,
                    id: format!(
                        "{}/{}",
                        thing.subject.id,
                        item.get("id").as_text().unwrap_or_default()
                    ),
                };
                if before.get("id") != after.get("id") {
                    let (to, evidence) = (part(new, after), None);
                    renamed.insert(part(old, before), Renaming { to, evidence });
                }
            }
        }
    }
}

struct Search<'a> {
    /// The things that vanished.
    gone: BTreeMap<&'a Subject, &'a Thing>,
    /// The things that appeared.
    new: BTreeMap<&'a Subject, &'a Thing>,
    renamed: Renamed,
}

impl<'a> Search<'a> {
    fn new(before: &'a Side, after: &'a Side) -> Search<'a> {
        let missing = |from: &'a Side, side: &'a Side| {
            let things = from.things.iter();
            let is_missing = |(subject, thing): &(&Subject, &Thing)| {
                !side.things.contains_key(*subject) && !side.may_have(thing)
            };
            things.filter(is_missing).collect()
        };
        Search {
            gone: missing(before, after),
            new: missing(after, before),
            renamed: Renamed::new(),
        }
    }

    /// Pairs the things that share a name which nothing else has.
    fn pair<N: Ord>(
        &mut self,
        evidence: Evidence,
        old_names: impl Fn(&Thing) -> Vec<N>,
        new_names: impl Fn(&Thing) -> Vec<N>,
    ) {
        let (old, new) = (
            by_name(&self.gone, old_names),
            by_name(&self.new, new_names),
        );
        for (name, things) in &old {
            if let ([one], Some([other])) = (things.as_slice(), new.get(name).map(Vec::as_slice)) {
                self.add(one, (*other).clone(), Some(evidence));
            }
        }
    }

    fn add(&mut self, from: &Subject, to: Subject, evidence: Option<Evidence>) {
        if self.gone.contains_key(from) && self.new.contains_key(&to) {
            self.gone.remove(from);
            self.new.remove(&to);
            self.renamed.insert(from.clone(), Renaming { to, evidence });
        }
    }

    /// Pairs tables with the same id, of a body that was renamed, or with a page of their own now or before.
    fn pair_tables(&mut self) {
        let moves: Vec<(Subject, Subject, Option<Evidence>)> = (self.gone.values())
            .filter_map(|thing| {
                let ids = NewIds::new(&thing.subject, &self.renamed);
                let parent = Subject::referred(&ids.value("parent", thing.facts.get("parent")))?;
                let own = thing.subject.last_id();
                let within = Subject {
                    id: format!("{}/{own}", parent.id),
                    kind: parent.kind,
                };
                let alone = Subject {
                    id: own.to_owned(),
                    kind: parent.kind,
                };
                let was_within = thing.subject.parent().is_some();
                let places = match was_within {
                    true => [(within, None), (alone, Some(Evidence::Declared))],
                    false => [(within, Some(Evidence::Declared)), (alone, None)],
                };
                let is_new = |to: &Subject| {
                    let thing = self.new.get(to);
                    let named = thing.map(|it| Subject::referred(it.facts.get("parent")));
                    named.flatten().as_ref() == Some(&parent)
                };
                let (to, evidence) = places.into_iter().find(|(to, _)| is_new(to))?;
                Some((thing.subject.clone(), to, evidence))
            })
            .collect();
        for (from, to, evidence) in moves {
            self.add(&from, to, evidence);
        }
    }

    /// Pairs the things of which all but the id is equal.
    fn pair_equal(&mut self) {
        let renamed = self.renamed.clone();
        let old = |thing: &Thing| vec![(thing.subject.kind, compared(&mapped(thing, &renamed)))];
        let new = |thing: &Thing| vec![(thing.subject.kind, compared(thing))];
        self.pair(Evidence::Equal, old, new);
    }

    /// Pairs the similar things of a kind.
    fn pair_similar(&mut self) {
        let kinds: BTreeSet<&str> = self.gone.keys().map(|it| it.kind).collect();
        let mut found = Vec::new();
        for kind in kinds {
            let of_kind = |things: &BTreeMap<&'a Subject, &'a Thing>, renamed: &Renamed| {
                let things = things.iter().filter(|(subject, _)| subject.kind == kind);
                things
                    .map(|(subject, thing)| (*subject, with_text(&mapped(thing, renamed))))
                    .unzip()
            };
            let (gone, before): (Vec<&Subject>, Vec<Value>) = of_kind(&self.gone, &self.renamed);
            let (new, after): (Vec<&Subject>, Vec<Value>) = of_kind(&self.new, &Renamed::new());
            let [before, after] = [&before, &after].map(|it| it.iter().collect::<Vec<_>>());
            let pairs = similar::pairs(&before, &after, similar::is_similar).into_iter();
            found
                .extend(pairs.filter_map(|(one, other)| Some((*gone.get(one)?, *new.get(other)?))));
        }
        for (from, to) in found {
            self.add(from, to.clone(), Some(Evidence::Similar));
        }
    }
}

/// What is compared of a thing, with its text.
fn with_text(thing: &Thing) -> Value {
    let words = thing.texts.get(&None).map(|text| words::of_text(text));
    let words = words.unwrap_or_default().join(" ");
    let text = Value::Text(words.clone());
    match words.is_empty() {
        true => compared(thing),
        false => compared(thing).and(Value::record([("page", text)])),
    }
}

/// The things by name.
fn by_name<'a, N: Ord>(
    things: &BTreeMap<&'a Subject, &'a Thing>,
    names: impl Fn(&Thing) -> Vec<N>,
) -> BTreeMap<N, Vec<&'a Subject>> {
    let mut by_name: BTreeMap<N, Vec<&Subject>> = BTreeMap::new();
    for (subject, thing) in things {
        for name in names(thing) {
            by_name.entry(name).or_default().push(subject);
        }
    }
    by_name
}

/// The kind of a thing, with a name that it may have.
fn named(thing: &Thing, name: Value) -> Option<(&'static str, Value)> {
    (!name.is_absent()).then_some((thing.subject.kind, name))
}

/// The address of a page. A table within a body has none of its own.
fn addresses(thing: &Thing) -> Vec<(&'static str, String)> {
    let is_page = thing.subject.parent().is_none();
    Vec::from_iter(is_page.then(|| (thing.subject.kind, thing.output.to_string())))
}

/// The old addresses that lead to a page.
fn aliases(thing: &Thing) -> Vec<(&'static str, String)> {
    let aliases = thing.facts.get("aliases").items().iter();
    let aliases = aliases.filter_map(Value::as_text);
    let addresses: BTreeSet<String> = aliases.map(|it| alias_output(it).to_string()).collect();
    let kind = thing.subject.kind;
    addresses
        .into_iter()
        .map(|address| (kind, address))
        .collect()
}

/// What is compared to find a thing again. Its parts may have other ids, too.
fn compared(thing: &Thing) -> Value {
    let mut fields = thing.facts.clone().into_fields();
    fields.remove("aliases");
    for list in PARTS {
        let parts = fields.remove(list).unwrap_or_default();
        let parts = parts.items().iter().cloned().map(|part| {
            let mut part = part.into_fields();
            part.remove("id");
            Value::record(part)
        });
        fields.insert(list.to_owned(), Value::list(parts));
    }
    Value::record(fields)
}
