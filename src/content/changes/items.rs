//! The items of two lists, in pairs.

use core::ptr;
use std::collections::{BTreeMap, HashSet};

use super::holders::shown;
use super::normal::folded;
use super::similar::{self, is_similar};
use crate::content::model::SeatNames;
use crate::notation::value::Value;

/// By which fields items of a list are told apart: from the most exact way to the least.
type Ways = &'static [&'static [&'static str]];

/// The lists whose items have no id, and how they are told apart.
const WAYS: [(&str, Ways); 9] = [
    ("accepted", &[&["code", "at"], &["code"], &["at"]]),
    (
        "legal_basis",
        &[
            &["act", "missing", "relation", "article"],
            &["act", "relation"],
            &["act"],
            &["relation"],
        ],
    ),
    (
        "contacts",
        &[
            &["office", "person"],
            &["office"],
            &["person"],
            &["channels"],
        ],
    ),
    ("channels", &[&["kind", "value"], &["kind"]]),
    ("instruments", &[&["name"]]),
    (
        "related",
        &[
            &["organization", "body", "name", "relation"],
            &["organization", "body", "name"],
        ],
    ),
    ("changes", &[&["kind", "date"], &["kind"], &["date"]]),
    ("main", &[&["to"]]),
    ("links", &[&["to"]]),
];

/// An item that is on both sides, or on one only.
pub(super) struct Pair<'a> {
    pub(super) before: Option<&'a Value>,
    pub(super) after: Option<&'a Value>,
}

/// Pairs the items of two lists that have this key.
pub(super) fn pairs<'a>(key: &str, before: &'a [Value], after: &'a [Value]) -> Vec<Pair<'a>> {
    let mut left = Unpaired::new(before, after);
    left.pair_equal();
    left.pair_unique(|item| named(item, &["id"]));
    left.pair_unique(without_id);
    for way in WAYS
        .iter()
        .filter(|(name, _)| *name == key)
        .flat_map(|(_, ways)| *ways)
    {
        left.pair_unique(|item| named(item, way));
    }
    if !WAYS.iter().any(|(name, _)| *name == key) {
        let has_id = |item: &Value| !item.get("id").is_absent();
        left.pair_alike(|one, other| has_id(one) && has_id(other) && is_similar(one, other));
        left.pair_last();
    }
    left.finish()
}

/// The items that have no pair yet.
pub(super) struct Unpaired<'a> {
    before: Vec<&'a Value>,
    after: Vec<&'a Value>,
    pairs: Vec<Pair<'a>>,
}

impl<'a> Unpaired<'a> {
    pub(super) fn new(before: &'a [Value], after: &'a [Value]) -> Unpaired<'a> {
        Unpaired {
            before: before.iter().collect(),
            after: after.iter().collect(),
            pairs: Vec::new(),
        }
    }

    /// Pairs equal items, one by one.
    pub(super) fn pair_equal(&mut self) {
        let mut count: BTreeMap<&Value, usize> = BTreeMap::new();
        self.after
            .iter()
            .for_each(|it| *count.entry(it).or_default() += 1);
        let mut gone: BTreeMap<&Value, usize> = BTreeMap::new();
        let take = |from: &mut BTreeMap<&'a Value, usize>, item: &'a Value| match from.get_mut(item)
        {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        };
        self.before.retain(|item| {
            let is_there = take(&mut count, item);
            if is_there {
                *gone.entry(item).or_default() += 1;
            }
            !is_there
        });
        self.after.retain(|item| !take(&mut gone, item));
    }

    /// Pairs the items to which only one on each side has the same name.
    pub(super) fn pair_unique(&mut self, name: impl Fn(&Value) -> Option<Value>) {
        let by_name = |items: &[&'a Value]| {
            let mut by_name: BTreeMap<Value, Vec<&'a Value>> = BTreeMap::new();
            for item in items {
                if let Some(name) = name(item) {
                    by_name.entry(name).or_default().push(item);
                }
            }
            by_name
        };
        let (before, after) = (by_name(&self.before), by_name(&self.after));
        let pairs = before.iter().filter_map(|(name, items)| {
            match (items.as_slice(), after.get(name)?.as_slice()) {
                ([one], [other]) => Some((*one, *other)),
                _ => None,
            }
        });
        self.pair(&pairs.collect::<Vec<_>>());
    }

    /// Pairs items that are the same, where neither is the same as any other.
    pub(super) fn pair_alike(&mut self, is_same: impl Fn(&Value, &Value) -> bool) {
        let pairs = similar::pairs(&self.before, &self.after, is_same).into_iter();
        let pairs = pairs
            .filter_map(|(one, other)| Some((*self.before.get(one)?, *self.after.get(other)?)));
        let pairs: Vec<_> = pairs.collect();
        self.pair(&pairs);
    }

    /// Pairs the last record of each side, if there is one and neither has an id.
    fn pair_last(&mut self) {
        if let ([one], [other]) = (self.before.as_slice(), self.after.as_slice()) {
            let is_nameless =
                |item: &Value| matches!(item, Value::Record(_)) && item.get("id").is_absent();
            if is_nameless(one) && is_nameless(other) {
                self.pair(&[(*one, *other)]);
            }
        }
    }

    fn pair(&mut self, pairs: &[(&'a Value, &'a Value)]) {
        let both = pairs.iter().flat_map(|(one, other)| [*one, *other]);
        let paired: HashSet<*const Value> = both.map(ptr::from_ref).collect();
        self.before
            .retain(|it| !paired.contains(&ptr::from_ref(*it)));
        self.after
            .retain(|it| !paired.contains(&ptr::from_ref(*it)));
        let pairs = pairs.iter().map(|(one, other)| Pair {
            before: Some(*one),
            after: Some(*other),
        });
        self.pairs.extend(pairs);
    }

    pub(super) fn finish(mut self) -> Vec<Pair<'a>> {
        self.pairs.extend(self.before.into_iter().map(|it| Pair {
            before: Some(it),
            after: None,
        }));
        self.pairs.extend(self.after.into_iter().map(|it| Pair {
            before: None,
            after: Some(it),
        }));
        self.pairs
    }
}

/// The value of some fields of an item. `None` if it has none of them.
fn named(item: &Value, keys: &[&str]) -> Option<Value> {
    let value = |key: &&str| match item.get(key) {
        Value::Text(text) => Value::Text(folded(text)),
        other => other.clone(),
    };
    let name = Value::record(keys.iter().map(|key| (*key, value(key))));
    (!name.is_absent()).then_some(name)
}

/// All that an item with an id says besides it. `None` for any other item.
fn without_id(item: &Value) -> Option<Value> {
    item.get("id").as_text()?;
    let mut fields = item.clone().into_fields();
    fields.remove("id");
    Some(Value::record(fields)).filter(|it| !it.is_absent())
}

/// What people call the items of a list. For a seat that others are called like, a record that has besides where its
/// holders come from (`pool`) and who sits on it (`holder`), where that is not so of the others, and its `id`.
pub(super) fn labels(items: &[Value]) -> BTreeMap<&Value, Value> {
    let mut alike: BTreeMap<Value, Vec<&Value>> = BTreeMap::new();
    for item in items {
        alike.entry(label(item)).or_default().push(item);
    }
    let is_seat = |item: &&Value| !item.get("basis").is_absent();
    let labels = alike.into_iter().flat_map(|(label, items)| {
        let labels = match items.len() > 1 && items.iter().all(is_seat) {
            true => told_apart(&label, &items),
            false => vec![label; items.len()],
        };
        items.into_iter().zip(labels)
    });
    labels.collect()
}

/// The labels of seats that are called alike, each with what it alone has.
fn told_apart(label: &Value, seats: &[&Value]) -> Vec<Value> {
    let label = match label {
        Value::Record(_) => label.clone(),
        name => Value::record([("name", name.clone())]),
    };
    let own = |of: fn(&Value) -> Value| own_values(seats.iter().map(|it| of(it)).collect());
    let pools = own(|seat| seat.get("pool").clone());
    let holders = own(last_holder);
    let told = seats.iter().zip(pools.into_iter().zip(holders));
    let told = told.map(|(seat, (pool, holder))| {
        let id = seat.get("id").clone();
        let own = Value::record([("pool", pool), ("holder", holder), ("id", id)]);
        label.clone().and(own)
    });
    told.collect()
}

/// The values, without those that several have.
fn own_values(values: Vec<Value>) -> Vec<Value> {
    let mut times: BTreeMap<Value, usize> = BTreeMap::new();
    for value in &values {
        *times.entry(value.clone()).or_default() += 1;
    }
    let own = values.into_iter().map(|value| match times.get(&value) {
        Some(1) => value,
        _ => Value::Absent,
    });
    own.collect()
}

/// Who sits on a seat, or sat there last.
fn last_holder(seat: &Value) -> Value {
    let holders = seat.get("holders").items().iter();
    let last = holders.max_by_key(|it| (it.get("until").is_absent(), it.get("until")));
    last.map(shown).unwrap_or_default()
}

/// What people call an item: its title, office or name. A record of a `name` and what it is the name `of` for a seat or an
/// entry of a history, where others may have the same name.
pub fn label(item: &Value) -> Value {
    let given = |key| Some(item.get(key)).filter(|it| !it.is_absent());
    let is_text = |it: &&Value| matches!(it, Value::Text(_));
    let (name, of) = match (item.get("basis"), item.get("kind"), item.get("date")) {
        (basis @ Value::Word(_), _, _) => {
            let names = SeatNames {
                title: given("title"),
                office: given("office"),
                role: given("role"),
                basis,
                subject: given("subject"),
                represents: given("represents").or(Some(item.get("pool")).filter(is_text)),
            };
            names.name(|| match item.get("pool").items() {
                [only] => Some(only),
                _ => None,
            })
        }
        (_, kind @ Value::Word(_), date @ Value::Text(_)) => (kind, Some(date)),
        _ => return plain_label(item),
    };
    match of {
        Some(of) => Value::record([("name", name.clone()), ("of", of.clone())]),
        None => name.clone(),
    }
}

fn plain_label(item: &Value) -> Value {
    const KEYS: [&str; 18] = [
        "title",
        "office",
        "name",
        "person",
        "on_behalf_of",
        "text",
        "value",
        "to",
        "role",
        "basis",
        "id",
        "act",
        "organization",
        "body",
        "date",
        "code",
        "kind",
        "note",
    ];
    match item {
        Value::Record(_) => {
            let mut fields = KEYS.iter().map(|key| item.get(key));
            fields
                .find(|it| it.as_text().is_some())
                .cloned()
                .unwrap_or_default()
        }
        other => other.clone(),
    }
}

/// The name of an item in a path: its id, or what it is called.
pub(super) fn path_name(item: &Value) -> String {
    let id = item.get("id").as_text().map(str::to_owned);
    id.unwrap_or_else(|| plain_label(item).as_text().unwrap_or_default().to_owned())
}
