//! The differences between two values.

use super::items::{self, Pair};
use crate::notation::value::Value;

/// The lists and records that are compared as a whole: what changed in them is no matter of single items or keys.
const WHOLE: [&str; 7] = [
    "agenda",
    "appointed_by",
    "count",
    "holders",
    "pool",
    "proposed_by",
    "substitutes",
];

/// The lists of names in which each that comes or goes is a change of its own.
const INDEPENDENT_ITEMS: [&str; 5] = ["members", "topics", "documents", "aliases", "languages"];

/// A part that differs between two values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Difference {
    /// The way to it from the whole value.
    pub(super) path: Vec<Step>,
    /// The part before. Absent if it was added.
    pub(super) before: Value,
    /// The part after. Absent if it was removed.
    pub(super) after: Value,
}

/// A step into a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item: its name in a path, and what it is called.
    Item(String, Value),
}

impl Difference {
    /// The path without the names of items: `seats[].count`.
    pub(super) fn pattern(&self) -> String {
        self.written(|_| String::new())
    }

    /// The path: `seats[presidenti].count`.
    pub(super) fn field(&self) -> String {
        self.written(str::to_owned)
    }

    fn written(&self, item: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) if text.is_empty() => text.push_str(key),
                Step::Key(key) => text.push_str(&format!(".{key}")),
                Step::Item(name, _) => text.push_str(&format!("[{}]", item(name))),
            }
        }
        text
    }

    /// What the items on the path are called, from the outside in.
    pub(super) fn labels(&self) -> impl Iterator<Item = &Value> {
        self.path.iter().filter_map(|step| match step {
            Step::Item(_, label) => Some(label),
            Step::Key(_) => None,
        })
    }

    /// The path of another field of the same record.
    pub(super) fn sibling(&self, key: &str) -> String {
        let field = self.field();
        match field.rsplit_once('.') {
            Some((record, _)) => format!("{record}.{key}"),
            None => key.to_owned(),
        }
    }
}

/// The differences between two values.
pub(super) fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    compare(&mut Vec::new(), before, after, &mut found);
    found
}

fn compare(path: &mut Vec<Step>, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Value::Record(_) | Value::Absent, Value::Record(_))
        | (Value::Record(_), Value::Absent)
            if !is_whole(path)
                && (!matches!(path.last(), Some(Step::Item(..))) || is_both(before, after)) =>
        {
            compare_records(path, before, after, found);
        }
        (Value::List(_) | Value::Absent, Value::List(_)) | (Value::List(_), Value::Absent)
            if !is_whole(path) =>
        {
            compare_lists(path, before.items(), after.items(), found);
        }
        _ => found.push(Difference {
            path: path.clone(),
            before: before.clone(),
            after: after.clone(),
        }),
    }
}

fn is_both(before: &Value, after: &Value) -> bool {
    !before.is_absent() && !after.is_absent()
}

fn is_whole(path: &[Step]) -> bool {
    matches!(path.last(), Some(Step::Key(key)) if WHOLE.contains(&key.as_str()))
}

fn compare_records(
    path: &mut Vec<Step>,
    before: &Value,
    after: &Value,
    found: &mut Vec<Difference>,
) {
    let fields = |value: &Value| value.clone().into_fields().into_keys();
    let mut keys: Vec<String> = fields(before).chain(fields(after)).collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        path.push(Step::Key(key.clone()));
        compare(path, before.get(&key), after.get(&key), found);
        path.pop();
    }
}

fn compare_lists(
    path: &mut Vec<Step>,
    before: &[Value],
    after: &[Value],
    found: &mut Vec<Difference>,
) {
    let key = match path.last() {
        Some(Step::Key(key)) => key.clone(),
        _ => String::new(),
    };
    let is_told_together = |item: &Value| {
        !matches!(item, Value::Record(_)) && !INDEPENDENT_ITEMS.contains(&key.as_str())
    };
    let called = [before, after].map(items::labels);
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for Pair { before, after } in items::pairs(&key, before, after) {
        let (before, after) = match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (Some(item), None) if is_told_together(item) => {
                removed.push(item.clone());
                continue;
            }
            (None, Some(item)) if is_told_together(item) => {
                added.push(item.clone());
                continue;
            }
            (before, after) => (
                before.unwrap_or(&Value::Absent),
                after.unwrap_or(&Value::Absent),
            ),
        };
        let item = if after.is_absent() { before } else { after };
        let [was, is] = &called;
        // Who reads that the title of a seat is another must know which seat it was.
        let labels = match &*key {
            "seats" => was.get(before).or_else(|| is.get(item)),
            _ => is.get(item).or_else(|| was.get(item)),
        };
        let label = labels.cloned().unwrap_or_default();
        path.push(Step::Item(items::path_name(item), label));
        compare(path, before, after, found);
        path.pop();
    }
    if !removed.is_empty() || !added.is_empty() {
        found.push(Difference {
            path: path.clone(),
            before: Value::list(removed),
            after: Value::list(added),
        });
    }
}
