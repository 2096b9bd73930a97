//! Two ways to write the same become one.

use std::collections::BTreeMap;
use std::mem;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::content::model::Citation;
use crate::notation::value::Value;

/// The words that stand for what a key means if it is left out.
const DEFAULT_WORDS: [(&str, &str); 4] = [
    ("role", "member"),
    ("count_source", "stated"),
    ("status", "scheduled"),
    ("kind", "activity"),
];

/// The flags that mean the same whether they are `false` or left out. A seat of which nobody said whether it votes is
/// another thing than one that does not.
const FLAGS: [&str; 5] = ["draft", "vacant", "missing", "acting", "substitutes"];

/// The value without what is its own name, and with every part written in one way.
pub(super) fn normalized(value: Value) -> Value {
    let mut fields = value.into_fields();
    for key in ["id", "type"] {
        fields.remove(key);
    }
    part(Value::record(fields))
}

fn part(value: Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(plain(&text)),
        Value::List(items) => Value::list(items.into_iter().map(part)),
        Value::Record(fields) => record(fields),
        other => other,
    }
}

fn record(fields: BTreeMap<String, Value>) -> Value {
    let fields = fields.into_iter().map(|(key, value)| (key, part(value)));
    let mut fields: BTreeMap<String, Value> = fields
        .filter(|(key, value)| !is_default(key, value))
        .collect();
    if fields.contains_key("basis") {
        complete_seat(&mut fields);
    }
    if fields.contains_key("article") {
        take_apart(&mut fields);
    }
    if let Some(holders) = fields.get_mut("holders") {
        *holders = sorted(referring(mem::take(holders)));
    }
    let kind = fields
        .get("kind")
        .and_then(Value::as_text)
        .map(str::to_owned);
    if let (Some(kind), Some(Value::Text(value))) = (kind, fields.get_mut("value")) {
        *value = channel(&kind, value);
    }
    Value::record(fields)
}

/// The holders of a seat. One who stands in for a person of whom the id is written refers to that person.
fn referring(holders: Value) -> Value {
    let persons = holders.items().iter().map(|it| it.get("person").clone());
    let persons: Vec<Value> = persons.collect();
    let holder = |holder: Value| {
        let mut fields = holder.into_fields();
        if let Some(Value::Text(name)) = fields.get("substitutes")
            && let Some(person) =
                (persons.iter()).find(|it| matches!(it, Value::Reference(_, id) if id == name))
        {
            fields.insert("substitutes".to_owned(), person.clone());
        }
        Value::record(fields)
    };
    match holders {
        Value::List(items) => Value::list(items.into_iter().map(holder)),
        other => other,
    }
}

/// Where the holders of a seat come from is one field, however it is said; and one place is one place, said or not.
fn complete_seat(fields: &mut BTreeMap<String, Value>) {
    let unknown = Value::Word("unknown".to_owned());
    let is_known = fields.get("count_source") != Some(&unknown);
    if is_known && !fields.contains_key("each") {
        let one = || Value::Number(1);
        fields.entry("count".to_owned()).or_insert_with(one);
    }
    let pool = [fields.remove("from"), fields.remove("each")];
    if let Some(pool) = pool.into_iter().flatten().next() {
        fields.insert("pool".to_owned(), sorted(pool));
    }
}

/// A paragraph is one field, even if it is written after the article.
fn take_apart(fields: &mut BTreeMap<String, Value>) {
    let text = |key: &str| fields.get(key).and_then(Value::as_text).map(str::to_owned);
    let (article, paragraph) = (text("article"), text("paragraph"));
    let cited = Citation::of(article.as_deref(), paragraph.as_deref());
    let cited = [("article", cited.article), ("paragraph", cited.paragraph)];
    for (key, value) in cited {
        let value = value.map(|it| (key.to_owned(), Value::Text(it.to_owned())));
        fields.extend(value);
    }
}

fn is_default(key: &str, value: &Value) -> bool {
    match value {
        Value::Flag(false) => FLAGS.contains(&key),
        Value::Word(word) => DEFAULT_WORDS.contains(&(key, word.as_str())),
        _ => false,
    }
}

/// The number or address of a channel, as all ways to write it have in common.
fn channel(kind: &str, value: &str) -> String {
    match kind {
        "phone" | "fax" => {
            let number: String = value.chars().filter(|c| !" .-/()".contains(*c)).collect();
            match number.strip_prefix("00") {
                Some(rest) => format!("+{rest}"),
                None => number,
            }
        }
        "email" | "pec" => value.to_lowercase(),
        _ => value.to_owned(),
    }
}

/// A list whose order says nothing.
pub(super) fn sorted(value: Value) -> Value {
    match value {
        Value::List(mut items) => {
            items.sort();
            Value::List(items)
        }
        other => other,
    }
}

/// A text with single spaces, in the composed form of Unicode.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let composed = ComposingNormalizerBorrowed::new_nfc();
    composed.normalize(&words.join(" ")).into_owned()
}

/// A text to tell names apart: in small letters.
pub(super) fn folded(text: &str) -> String {
    plain(text).to_lowercase()
}
