//! The changes for programs: one JSON object, whose shape README.md documents.

use serde_json::{Value as Json, json};

use super::Report;
use super::sentence::Teller;
use crate::content::changes::{Change, Subject};
use crate::notation::value::Value;

pub(super) fn text(report: &Report<'_>) -> String {
    let comparison = &report.compared.comparison;
    let [before, after] = &comparison.unread;
    let note = |side: &str, files: &[_]| json!({ "side": side, "unread": files });
    let notes = [("from", before), ("to", after)];
    let notes = notes.iter().filter(|(_, files)| !files.is_empty());
    let notes: Vec<Json> = notes.map(|(side, files)| note(side, files)).collect();
    let changes = comparison.changes.iter();
    let changes: Vec<Json> = changes.map(|it| change(it, &report.teller)).collect();
    let object = json!({
        "from": report.from,
        "to": report.to,
        "notes": notes,
        "changes": changes,
    });
    object.to_string()
}

/// A change as JSON.
pub(in crate::cli) fn change(change: &Change, teller: &Teller<'_>) -> Json {
    let (added, removed) = match change.counts {
        Some((added, removed)) => (Some(added), Some(removed)),
        None => (None, None),
    };
    let field = Some(&change.field).filter(|field| !field.is_empty());
    json!({
        "kind": change.kind.code(),
        "class": change.kind.class().as_str(),
        "subject": subject(&change.subject),
        "about": subject(&change.about),
        "title": change.title,
        "field": field,
        "part": value(&change.part),
        "who": value(&change.who),
        "other": value(&change.other),
        "date": value(&change.date),
        "reason": value(&change.reason),
        "before": value(&change.before),
        "after": value(&change.after),
        "added": added,
        "removed": removed,
        "evidence": change.evidence.map(|it| it.as_str()),
        "because": change.because,
        "files": change.files,
        "sentence": teller.sentence(change),
    })
}

fn subject(subject: &Subject) -> Json {
    json!({ "type": subject.kind, "id": subject.id })
}

/// A value as it would be in JSON if an editor had typed it there. References are ids.
fn value(value: &Value) -> Json {
    match value {
        Value::Absent => Json::Null,
        Value::Flag(flag) => json!(flag),
        Value::Number(number) => json!(number),
        Value::Text(text) | Value::Word(text) | Value::Reference(_, text) => json!(text),
        Value::List(items) => items.iter().map(self::value).collect(),
        Value::Record(fields) => {
            let fields = fields.iter();
            let fields = fields.map(|(key, it)| (key.clone(), self::value(it)));
            Json::Object(fields.collect())
        }
    }
}
