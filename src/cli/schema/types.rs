//! The types that have a schema, and what is said of their fields.

use serde_json::{Map, Value, json};

use crate::base::language::Language;
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::cli::args::{SchemaType, word};
use crate::cli::diff::json;
use crate::cli::failure::Failure;
use crate::cli::guide::examples;
use crate::content::model::{EntityKind, Registry, Translation};
use crate::content::parse::REGISTRY_LISTS;
use crate::content::rules;
use crate::content::settings::{Settings, Vocabulary, VocabularyKind};
use crate::messages::Messages;
use crate::notation::json_schema::{Alternatives, Annotations, Definitions, Notation, Words};
use crate::notation::schema::{Field, Record};
use crate::notation::toml;
use crate::notation::yaml::{self, AnyValue};

pub(super) fn settings(text: &str) -> Result<Settings, Failure> {
    Settings::read(&SourcePath::new(SETTINGS_FILE), text)
        .map_err(|_| Failure::new("cli-bad-settings").with_hint("cli-bad-settings-hint"))
}

pub(super) fn schema(of: SchemaType, settings: Option<&Settings>, messages: &Messages) -> Value {
    if matches!(of, SchemaType::Diff | SchemaType::Log) {
        return json::schema(of == SchemaType::Log);
    }
    let additions = settings.and_then(|it| it.vocabularies.as_ref());
    let notation = match of {
        SchemaType::Settings => Notation::Toml,
        _ => Notation::Yaml,
    };
    let said = Said {
        notation,
        vocabulary: Vocabulary::new(additions),
        language: settings.map_or_else(Language::italian, Settings::default_language),
        messages,
    };
    let mut definitions = Definitions::new(notation, &said);
    let keywords = match of {
        SchemaType::Any => any_page(&mut definitions),
        SchemaType::Registry => registry(&mut definitions),
        SchemaType::Translation => definitions.reference(Translation::RECORD),
        SchemaType::Settings => definitions.reference(Settings::RECORD),
        of => page(of, &mut definitions),
    };
    let title = format!("Raccordo {}", word(of));
    definitions.document(title.trim_end(), keywords)
}

/// A registry. Its entries, which have no files to be called by, need ids.
fn registry(definitions: &mut Definitions<'_>) -> Value {
    let this = definitions.reference(Registry::RECORD);
    let with_ids = json!({ "items": { "required": ["id"] } });
    let lists = REGISTRY_LISTS.iter();
    let lists: Map<String, Value> = lists
        .map(|(key, _)| ((*key).to_owned(), with_ids.clone()))
        .collect();
    json!({ "allOf": [this, { "properties": lists }] })
}

/// The front matter of a page of one type. Pages and sections need not say which they are.
fn page(of: SchemaType, definitions: &mut Definitions<'_>) -> Value {
    let Some(kind) = EntityKind::ALL
        .iter()
        .find(|kind| kind.as_str() == word(of))
    else {
        return json!({});
    };
    let this = definitions.reference(kind.record());
    let typed = match is_default(*kind) {
        true => {
            json!({ "type": "object", "properties": { "type": { "enum": [kind.as_str(), null] } } })
        }
        false => json!({
            "type": "object",
            "properties": { "type": { "const": kind.as_str() } },
            "required": ["type"],
        }),
    };
    json!({ "allOf": [this, typed] })
}

/// The front matter of any page. What `type` says decides which keys there are.
fn any_page(definitions: &mut Definitions<'_>) -> Value {
    let mut cases = Vec::new();
    let mut defaults = Vec::new();
    for kind in EntityKind::ALL {
        let this = definitions.reference(kind.record());
        let says = json!({
            "type": "object",
            "properties": { "type": { "const": kind.as_str() } },
            "required": ["type"],
        });
        cases.push(json!({ "if": says, "then": this }));
        if is_default(*kind) {
            defaults.push(this);
        }
    }
    let words: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let says = json!({
        "type": "object",
        "properties": { "type": { "enum": words } },
        "required": ["type"],
    });
    cases.push(json!({ "if": says, "else": { "anyOf": defaults } }));
    json!({ "type": "object", "allOf": cases })
}

fn is_default(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Page | EntityKind::Section)
}

/// What the schema says of fields: their docs, and the words of the controlled lists.
struct Said<'a> {
    vocabulary: Vocabulary,
    language: Language,
    messages: &'a Messages,
    notation: Notation,
}

impl Annotations for Said<'_> {
    fn description(&self, record: &Record, field: Option<&Field>) -> String {
        described(record, field, self.messages)
    }

    fn example(&self, record: &Record, field: &Field) -> Option<Value> {
        if self.words(field).is_some() {
            return None;
        }
        let text = examples::own(record, field)?;
        let file = SourcePath::new("");
        let whole = match self.notation {
            Notation::Yaml => yaml::read::<AnyValue>(&file, text, 0..text.len()).value,
            Notation::Toml => toml::read::<AnyValue>(&file, text).ok(),
        };
        let whole = serde_json::to_value(whole?).ok()?;
        value_of(&whole, field.key).cloned()
    }

    fn words(&self, field: &Field) -> Option<Words> {
        let list = VocabularyKind::of_doc(field.doc)?;
        let words = self.vocabulary.words(list).into_iter();
        let name = |word| {
            self.vocabulary
                .label(list, word, &self.language, &self.language)
        };
        let named = words.map(|word| (word.to_owned(), name(word).into_owned()));
        Some(named.collect())
    }

    fn alternatives(&self, record: &Record) -> Alternatives {
        rules::alternatives(record)
    }
}

/// The value of a key, in a table or below: settings are written below their table.
fn value_of<'v>(table: &'v Value, key: &str) -> Option<&'v Value> {
    let below = || table.as_object()?.values().find_map(|it| value_of(it, key));
    table.get(key).or_else(below)
}

/// What a type is, or one of its fields, in the language of the messages.
pub(in crate::cli) fn described(
    record: &Record,
    field: Option<&Field>,
    messages: &Messages,
) -> String {
    let key = field.map_or("", |field| field.key);
    // A field that types share is described once.
    let mut owners = std::iter::once(record).chain(record.shared.iter().copied());
    let translated = owners.find_map(|owner| messages.description(owner.name, key));
    let doc = field.map_or(record.doc, |field| field.doc);
    translated.unwrap_or_else(|| one_paragraph(doc))
}

fn one_paragraph(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
