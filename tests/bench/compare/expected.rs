//! What the page of a thing must say, read out of its source.

use std::collections::HashMap;

use serde_yaml::Value;

use crate::hugo::{Index, Kind, Thing};

/// The titles of the bodies that name an organization, by the organization's id.
pub struct Backlinks(HashMap<String, Vec<String>>);

impl Backlinks {
    /// Those of all bodies.
    pub fn new(index: &Index) -> Backlinks {
        let mut backlinks: HashMap<String, Vec<String>> = HashMap::new();
        for body in index.things().iter().filter(|it| it.kind == Kind::Body) {
            let mut named = Vec::new();
            for (key, value) in &body.facts {
                organizations(key.as_str().unwrap_or_default(), value, &mut named);
            }
            named.sort_unstable();
            named.dedup();
            for organization in named {
                let titles = backlinks.entry(organization.to_owned()).or_default();
                titles.push(body.title.clone());
            }
        }
        Backlinks(backlinks)
    }
}

/// What may name an organization, whether it does or not.
fn organizations<'a>(key: &str, value: &'a Value, named: &mut Vec<&'a str>) {
    match (key, value) {
        (
            "authority" | "members" | "from" | "each" | "on_behalf_of" | "organization",
            Value::String(id),
        ) => named.push(id),
        (key, Value::Sequence(values)) => {
            values.iter().for_each(|it| organizations(key, it, named));
        }
        (_, Value::Mapping(facts)) => facts
            .iter()
            .for_each(|(key, it)| organizations(key.as_str().unwrap_or_default(), it, named)),
        _ => {}
    }
}

/// The facts, each as it must stand on the page.
pub fn of(thing: &Thing, index: &Index, backlinks: &Backlinks) -> Vec<String> {
    let mut facts = vec![thing.title.clone()];
    for (key, value) in &thing.facts {
        said(
            key.as_str().unwrap_or_default(),
            value,
            thing.kind,
            index,
            &mut facts,
        );
    }
    facts.extend(sentences(&thing.text));
    match thing.kind {
        Kind::Body => facts.extend(meetings(thing, index)),
        _ => facts.extend(backlinks.0.get(&thing.id).into_iter().flatten().cloned()),
    }
    facts
        .iter_mut()
        .for_each(|it| *it = it.split_whitespace().collect::<Vec<_>>().join(" "));
    facts
}

fn said(key: &str, value: &Value, of: Kind, index: &Index, facts: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            if let Some(named) = Kind::named_by(key, of).and_then(|kind| index.get(kind, text)) {
                facts.push(named.title.clone());
            } else if is_shown(key, text) {
                facts.push(text.clone());
            } else if key == "article" {
                facts.push(format!("articolo {text}"));
            }
        }
        Value::Number(count) if key == "count" && of == Kind::Body => facts.push(count.to_string()),
        Value::Sequence(values) => values.iter().for_each(|it| said(key, it, of, index, facts)),
        Value::Mapping(inner) => {
            let is_seat = inner.contains_key("basis");
            for (key, value) in inner {
                match (key.as_str().unwrap_or_default(), value) {
                    ("count", Value::Number(count)) if is_seat => {
                        facts.push(places(count.as_u64()))
                    }
                    (key, value) => said(key, value, of, index, facts),
                }
            }
        }
        _ => {}
    }
}

fn places(count: Option<u64>) -> String {
    match count {
        Some(1) => "1 posto".to_owned(),
        count => format!("{} posti", count.unwrap_or_default()),
    }
}

/// What is on the page as it stands in the source.
fn is_shown(key: &str, text: &str) -> bool {
    match key {
        "title" | "summary" | "text" | "office" | "note" | "name" | "display" | "eligible"
        | "represents" | "end_reason" | "ipa" => true,
        "value" => !text.starts_with('+'),
        "each" => !matches!(text, "members" | "zones"),
        _ => false,
    }
}

/// The lines of the text that are nothing but words.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    let marks = ['[', '|', '#', '!', '>', '*', '_', '`'];
    text.lines()
        .map(|line| {
            line.trim_start_matches("- ")
                .trim_start_matches(|it: char| it.is_ascii_digit())
        })
        .map(|line| line.trim_start_matches(". "))
        .filter(move |line| !line.is_empty() && !line.contains(marks))
        .map(str::to_owned)
}

fn meetings(body: &Thing, index: &Index) -> Vec<String> {
    let of_body = |it: &&Thing| {
        let named = it
            .facts
            .get("body")
            .and_then(Value::as_str)
            .unwrap_or_default();
        named.split('/').next() == Some(body.id.as_str())
    };
    let meetings = index.things().iter().filter(|it| it.kind == Kind::Meeting);
    meetings
        .filter(of_body)
        .map(|it| it.title.clone())
        .collect()
}
