//! Front matter as Hugo wants it.

use serde_yaml::{Mapping, Value};

use super::Fallible;
use super::index::{Index, Kind, Thing};

/// Names that mean something else to Hugo, and what stands in their place.
const RENAMED: [(&str, &str); 6] = [
    ("kind", "category"),
    ("url", "website"),
    ("order", "weight"),
    ("nav_title", "linkTitle"),
    ("topics", "argomenti"),
    ("updated", "lastmod"),
];

/// The front matter of a thing's page.
pub fn for_hugo(thing: &Thing, index: &Index) -> Fallible<Mapping> {
    let mut facts = Mapping::new();
    facts.insert("title".into(), thing.title.clone().into());
    facts.insert("type".into(), thing.kind.layout().into());
    for (key, value) in &thing.facts {
        let key = key.as_str().ok_or("a key that is no text")?;
        if matches!(key, "title" | "type" | "id") {
            continue;
        }
        let renamed = RENAMED.iter().find(|(from, _)| *from == key);
        let name = renamed.map_or(key, |(_, to)| to);
        facts.insert(name.into(), value_of(key, value, thing.kind, index));
    }
    Ok(facts)
}

/// The value with paths in place of ids. A date under `from` is not the id of anything, and stays.
fn value_of(key: &str, value: &Value, of: Kind, index: &Index) -> Value {
    match value {
        // Hugo finds its terms by their ids.
        _ if key == "topics" => value.clone(),
        // Hugo wants the seconds too.
        Value::String(time) if matches!(key, "start" | "end") => format!("{time}:00").into(),
        Value::String(id) => {
            let (id, _table) = id.split_once('/').unwrap_or((id, ""));
            let found = Kind::named_by(key, of).and_then(|kind| index.get(kind, id));
            found.map_or_else(|| value.clone(), |it| it.path.clone().into())
        }
        Value::Sequence(values) => values
            .iter()
            .map(|it| value_of(key, it, of, index))
            .collect(),
        Value::Mapping(facts) => {
            let each = |(key, value): (&Value, &Value)| {
                let name = key.as_str().unwrap_or_default();
                (key.clone(), value_of(name, value, of, index))
            };
            Value::Mapping(facts.iter().map(each).collect())
        }
        other => other.clone(),
    }
}
