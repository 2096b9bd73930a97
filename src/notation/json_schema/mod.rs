//! JSON Schema (draft 2020-12) of a type, made of the declaration that validates its values.
//!
//! What it refuses, [`super::check`] refuses. It refuses as much of it as JSON Schema can say of values that YAML or TOML
//! has read: not that a key comes twice, and of a text with a syntax only its pattern.

mod pattern;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::scalar::WarningCode;
use super::schema::{Field, Record, Shape, Syntax};
use crate::base::code::Code;
use pattern::numbers;

pub use pattern::pattern;

/// The dialect of all schemas.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The language that values are written in, which decides what a bare number can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// A bare number may be a text.
    Yaml,
    /// A number is no text.
    Toml,
}

/// What a schema says of fields beyond their shapes.
pub trait Annotations {
    /// What a type is, or one of its fields.
    fn description(&self, record: &Record, field: Option<&Field>) -> String;

    /// A value that the field may have. Returns `None` if there is no example.
    fn example(&self, record: &Record, field: &Field) -> Option<Value>;

    /// The words that the field has one of. Returns `None` if it has no list of words.
    fn words(&self, field: &Field) -> Option<Words>;

    /// The keys of which one must be given, and of which not more than one may be. Returns nothing if any may be.
    fn alternatives(&self, record: &Record) -> Alternatives;
}

/// The keys of which one must be given, and of which not more than one may be.
pub type Alternatives = (&'static [&'static str], &'static [&'static str]);

/// The words of a list, each with its name. No other word is admitted.
pub type Words = Vec<(String, String)>;

/// Schemas of types that refer to each other.
pub struct Definitions<'a> {
    notation: Notation,
    annotations: &'a dyn Annotations,
    /// By the name of the type. `Null` while one is made.
    made: BTreeMap<&'static str, Value>,
}

impl<'a> Definitions<'a> {
    /// No schema yet.
    pub fn new(notation: Notation, annotations: &'a dyn Annotations) -> Definitions<'a> {
        Definitions {
            notation,
            annotations,
            made: BTreeMap::new(),
        }
    }

    /// A reference to the schema of a type, which is made if it has not been yet.
    pub fn reference(&mut self, record: &'static Record) -> Value {
        if !self.made.contains_key(record.name) {
            self.made.insert(record.name, Value::Null);
            let schema = self.record(record);
            self.made.insert(record.name, schema);
        }
        json!({ "$ref": format!("#/$defs/{}", record.name) })
    }

    /// A whole schema: these keywords, and all definitions.
    pub fn document(self, title: &str, keywords: Value) -> Value {
        let mut document = Map::new();
        document.insert("$schema".to_owned(), DIALECT.into());
        document.insert("title".to_owned(), title.into());
        if let Value::Object(keywords) = keywords {
            document.extend(keywords);
        }
        let definitions = self.made.into_iter();
        let definitions: Map<String, Value> = definitions
            .map(|(name, schema)| (name.to_owned(), schema))
            .collect();
        document.insert("$defs".to_owned(), definitions.into());
        document.into()
    }

    fn record(&mut self, record: &'static Record) -> Value {
        let required = record.all_fields().filter(|field| !field.is_optional());
        let required: Vec<&str> = required.map(|field| field.key).collect();
        let mut properties = Map::new();
        for field in record.all_fields() {
            properties.insert(field.key.to_owned(), self.field(record, field));
        }
        let mut schema = json!({
            "description": self.annotations.description(record, None),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        });
        let (one, at_most_one) = self.annotations.alternatives(record);
        if let Value::Object(keywords) = &mut schema {
            let given = |key: &&'static str| given(record, key);
            if !one.is_empty() {
                keywords.insert("anyOf".to_owned(), one.iter().map(given).collect());
            }
            let none =
                json!({ "not": { "anyOf": at_most_one.iter().map(given).collect::<Value>() } });
            let each = at_most_one.iter().map(given).chain([none]);
            if !at_most_one.is_empty() {
                keywords.insert("oneOf".to_owned(), each.collect());
            }
        }
        schema
    }

    fn field(&mut self, record: &'static Record, field: &'static Field) -> Value {
        let shape = match field.shape {
            Shape::Optional(inner) => inner,
            shape => shape,
        };
        let schema = match self.annotations.words(field) {
            Some(words) => one_of(&words),
            None => self.value(shape, self.notation == Notation::Yaml),
        };
        let mut schema = match field.is_optional() {
            true => or_null(schema),
            false => schema,
        };
        if let Value::Object(keywords) = &mut schema {
            let description = self.annotations.description(record, Some(field));
            keywords.insert("description".to_owned(), description.into());
            if let Some(example) = self.annotations.example(record, field) {
                keywords.insert("examples".to_owned(), json!([example]));
            }
            if let Some(default) = default(field, shape) {
                keywords.insert("default".to_owned(), default);
            }
        }
        schema
    }

    /// The schema of a shape. `takes_numbers` says whether a number or a flag may stand for a text.
    fn value(&mut self, shape: &'static Shape, takes_numbers: bool) -> Value {
        match shape {
            Shape::Text(syntax) => text(syntax, takes_numbers),
            Shape::Flag => json!({ "type": "boolean" }),
            Shape::Integer { min, max } => integer(*min, *max),
            Shape::Word(words) => json!({ "enum": words_and_flags(words) }),
            Shape::List { item, filled } => {
                let items = self.value(item, self.notation == Notation::Yaml);
                match filled {
                    true => json!({ "type": "array", "items": items, "minItems": 1 }),
                    false => json!({ "type": "array", "items": items }),
                }
            }
            Shape::Record(record) => self.reference(record),
            Shape::Map(value) => {
                let values = self.value(value, takes_numbers);
                json!({ "type": "object", "additionalProperties": values })
            }
            Shape::ByLanguage(value) => {
                let values = self.value(value, takes_numbers);
                let names = json!({ "pattern": pattern("shape-language") });
                json!({
                    "type": "object",
                    "propertyNames": names,
                    "additionalProperties": values,
                })
            }
            // They are told apart by their types, so a number is no text here.
            Shape::Either(shapes) => {
                let each = shapes.iter().map(|shape| self.value(shape, false));
                json!({ "anyOf": each.collect::<Vec<_>>() })
            }
            Shape::Any => json!({}),
            Shape::Optional(inner) => or_null(self.value(inner, takes_numbers)),
        }
    }
}

/// A key that says something: not that nothing is so.
fn given(record: &Record, key: &str) -> Value {
    let mut shape = record.field(key).map(|field| field.shape);
    while let Some(Shape::Optional(inner)) = shape {
        shape = Some(inner);
    }
    // `false` where an id goes is one.
    let nothing = match shape {
        Some(Shape::Text(_)) => json!([null]),
        _ => json!([null, false, []]),
    };
    json!({ "required": [key], "properties": { key: { "not": { "enum": nothing } } } })
}

/// The value that counts where the field is not written, if its doc says one: "Default: `member`."
fn default(field: &Field, shape: &Shape) -> Option<Value> {
    let (_, said) = field.doc.split_once("Default: ")?;
    let said = said.trim().strip_suffix('.')?;
    let word = || said.strip_prefix('`')?.strip_suffix('`');
    match shape {
        Shape::Integer { .. } => said.parse::<i64>().ok().map(Value::from),
        Shape::Flag => said.parse::<bool>().ok().map(Value::from),
        Shape::Text(_) | Shape::Word(_) => word().filter(|it| !it.contains('`')).map(Value::from),
        _ => None,
    }
}

fn text(syntax: &Syntax, takes_numbers: bool) -> Value {
    if syntax.name == WarningCode::SYNTAX.name {
        let codes = Code::ALL.iter().map(|code| code.slug());
        let codes: Vec<&str> = codes.filter(|code| (syntax.admits)(code)).collect();
        return json!({ "enum": codes });
    }
    const NUMBERS: [&str; 7] = ["7", "10", "123", "2010", "123456", "12345678903", "1.5"];
    let mut types = vec!["string"];
    if takes_numbers && NUMBERS.iter().any(|number| (syntax.admits)(number)) {
        types.push("number");
    }
    if takes_numbers && (syntax.admits)("true") {
        types.push("boolean");
    }
    let mut schema = Map::new();
    let of_type = match types.as_slice() {
        [only] => json!(only),
        several => json!(several),
    };
    schema.insert("type".to_owned(), of_type);
    schema.insert("pattern".to_owned(), pattern(syntax.name).into());
    if types.contains(&"number") {
        if !(syntax.admits)("1.5") {
            schema.insert("multipleOf".to_owned(), 1.into());
        }
        let (least, most) = numbers(syntax.name);
        add_limits(&mut schema, least, most);
    }
    schema.into()
}

fn integer(min: i64, max: i64) -> Value {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "integer".into());
    add_limits(&mut schema, min, max);
    schema.into()
}

fn add_limits(schema: &mut Map<String, Value>, min: i64, max: i64) {
    if min > i64::MIN {
        schema.insert("minimum".to_owned(), min.into());
    }
    if max < i64::MAX {
        schema.insert("maximum".to_owned(), max.into());
    }
}

/// The words of a list. A bare `true` is a flag in YAML and TOML.
fn words_and_flags(words: &[&str]) -> Vec<Value> {
    let flag = |word: &str| word.parse::<bool>().ok().map(Value::from);
    let both = words
        .iter()
        .flat_map(|word| [Some(json!(word)), flag(word)]);
    both.flatten().collect()
}

/// One word of several, each with its name.
fn one_of(words: &[(String, String)]) -> Value {
    let named = words.iter();
    let named = named.map(|(word, name)| json!({ "const": word, "title": name }));
    json!({ "anyOf": named.collect::<Value>() })
}

/// The same, or nothing: a key without a value is as good as no key.
fn or_null(schema: Value) -> Value {
    let mut keywords = match schema {
        Value::Object(keywords) if !keywords.is_empty() => keywords,
        any => return any,
    };
    let nothing = json!({ "type": "null" });
    if let Some(Value::Array(alternatives)) = keywords.get_mut("enum") {
        alternatives.push(Value::Null);
    } else if let Some(Value::Array(alternatives)) = keywords.get_mut("anyOf") {
        alternatives.push(nothing);
    } else if let Some(types) = keywords.get_mut("type") {
        *types = match types.take() {
            Value::Array(types) => types.into_iter().chain(["null".into()]).collect(),
            one => json!([one, "null"]),
        };
    } else {
        return json!({ "anyOf": [keywords, nothing] });
    }
    keywords.into()
}
