//! The changes for programs: JSON, of which `raccordo schema` prints the schema.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Report;
use super::sentence::Teller;
use crate::base::source::SourcePath;
use crate::content::changes::{self, Class, Evidence, Kind};
use crate::notation::value::Value;

/// What changed between two states of a site.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Difference<'a> {
    /// The first revision.
    from: &'a str,
    /// The second revision. `null` for the files on disk.
    to: Option<&'a str>,
    /// What was not compared.
    notes: Vec<Note>,
    /// The changes.
    changes: Vec<ToldChange<'a>>,
}

/// The files of a side that could not be read.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Note {
    /// `from` or `to`.
    #[schemars(extend("enum" = ["from", "to"]))]
    side: &'static str,
    /// The paths of the files.
    unread: Vec<String>,
}

/// The changes of a commit: a line of `raccordo log`.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(in crate::cli) struct Commit<'a> {
    /// The hash.
    pub(in crate::cli) commit: &'a str,
    /// The day, in the time zone of the site. `null` if the commit does not tell.
    pub(in crate::cli) date: Option<String>,
    /// The first line of its message.
    pub(in crate::cli) subject: &'a str,
    /// The changes.
    pub(in crate::cli) changes: Vec<ToldChange<'a>>,
}

/// A change.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
pub(in crate::cli) struct ToldChange<'a> {
    /// The kind.
    #[schemars(extend("enum" = Kind::ALL.iter().map(|it| it.code()).collect::<Vec<_>>()))]
    kind: &'static str,
    /// How much it matters.
    #[schemars(extend("enum" = Class::ALL.map(Class::as_str)))]
    class: &'static str,
    /// What has changed.
    subject: Subject<'a>,
    /// The body that it is about, or else the subject.
    about: Subject<'a>,
    /// The title of the subject.
    title: &'a str,
    /// The path of the field: `seats[presidenti].count`.
    field: Option<&'a str>,
    /// The part that it is about, such as a seat: what it is called, or that as `name` and what it is the name `of`.
    part: Json,
    /// Who joins, leaves, holds.
    who: Json,
    /// The organization for which a person joins or leaves.
    organization: Json,
    /// The other one: who was succeeded, what something was merged into.
    other: Json,
    /// The day on which it took effect.
    date: Json,
    /// The reason that is given.
    reason: Json,
    /// The value before.
    before: Json,
    /// The value after.
    after: Json,
    /// How many words or items were added.
    added: Option<usize>,
    /// How many words or items were removed.
    removed: Option<usize>,
    /// Why a thing with another id is the same.
    #[schemars(extend("enum" = Evidence::ALL.map(|it| it.map(Evidence::as_str))))]
    evidence: Option<&'static str>,
    /// The change of which this one is a consequence: its index.
    because: Option<usize>,
    /// The files that describe the subject, before and after.
    #[schemars(with = "BTreeSet<String>")]
    files: &'a BTreeSet<SourcePath>,
    /// The change in words.
    sentence: String,
}

/// A thing.
#[derive(JsonSchema, Serialize)]
#[schemars(deny_unknown_fields)]
struct Subject<'a> {
    /// The type: `body`.
    r#type: &'static str,
    /// The id.
    id: &'a str,
}

/// The schema of what `diff` prints, and of a line of `log`.
pub(in crate::cli) fn schema(of_log: bool) -> Json {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let generator = settings.into_generator();
    match of_log {
        true => generator.into_root_schema_for::<Commit<'_>>().to_value(),
        false => generator
            .into_root_schema_for::<Difference<'_>>()
            .to_value(),
    }
}

pub(super) fn text(report: &Report<'_>) -> String {
    let comparison = &report.compared.comparison;
    let notes = ["from", "to"].into_iter().zip(&comparison.unread);
    let notes = notes.filter(|(_, files)| !files.is_empty());
    let notes = notes.map(|(side, files)| Note {
        side,
        unread: files.iter().map(ToString::to_string).collect(),
    });
    let changes = comparison.changes.iter();
    let difference = Difference {
        from: &report.from,
        to: report.to.as_deref(),
        notes: notes.collect(),
        changes: changes
            .map(|it| ToldChange::new(it, &report.teller))
            .collect(),
    };
    json!(difference).to_string()
}

impl<'a> ToldChange<'a> {
    pub(in crate::cli) fn new(change: &'a changes::Change, teller: &Teller<'_>) -> ToldChange<'a> {
        let (added, removed) = change.counts.unzip();
        ToldChange {
            kind: change.kind.code(),
            class: change.kind.class().as_str(),
            subject: Subject::new(&change.subject),
            about: Subject::new(&change.about),
            title: &change.title,
            field: Some(&*change.field).filter(|field| !field.is_empty()),
            part: value(&change.part),
            who: value(&change.who),
            organization: value(&change.organization),
            other: value(&change.other),
            date: value(&change.date),
            reason: value(&change.reason),
            before: value(&change.before),
            after: value(&change.after),
            added,
            removed,
            evidence: change.evidence.map(Evidence::as_str),
            because: change.because,
            files: &change.files,
            sentence: teller.sentence(change),
        }
    }
}

impl<'a> Subject<'a> {
    fn new(subject: &'a changes::Subject) -> Subject<'a> {
        Subject {
            r#type: subject.kind,
            id: &subject.id,
        }
    }
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
