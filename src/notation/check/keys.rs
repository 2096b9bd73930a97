//! The keys of a mapping compared with a record.

use std::collections::BTreeMap;

use super::{Checker, check};
use crate::base::code::Code;
use crate::base::diagnostic::{Arg, At, Diagnostic, Place};
use crate::base::fix::Change;
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::notation::schema::{Field, Record, Shape, Typed};
use crate::notation::suggest::{self, Elsewhere, Near, Suggestion};
use crate::notation::tree::{Entry, Node, Style, Value};
use crate::notation::trial::quoted;

impl Checker<'_> {
    pub(super) fn record(&mut self, node: &Node, entries: &[Entry], record: &'static Record) {
        self.no_key_twice(entries);
        let free = suggest::free_keys(entries, record);
        let unknown = entries.iter().filter(|it| record.field(&it.key).is_none());
        let unknown = unknown.filter_map(|it| suggest::key_for(it, &free, record));
        let meant: Vec<&str> = unknown.map(Suggestion::key).collect();
        let mut rest = entries.iter();
        while let Some(entry) = rest.next() {
            let cut = self.cut_value(entry, rest.as_slice(), record);
            if cut > 0 {
                rest = rest.as_slice().get(cut..).unwrap_or_default().iter();
                continue;
            }
            match record.field(&entry.key) {
                Some(field) if entry.value.value == Value::Null => self.nothing(entry, field),
                Some(field) if refuses_empty(field.shape, &entry.value.value) => self.empty(entry),
                Some(field) => self.value(entry, field, record),
                None if record.refused.contains(&entry.key.as_str()) => {
                    self.report(Code::RefusedKey, &entry.key_span, |fault| {
                        fault.text("key", &entry.key)
                    });
                }
                None => self.unknown_key(entry, &free, &meant, record),
            }
        }
        for field in record.all_fields().filter(|field| !field.is_optional()) {
            // A misspelt key is one fault, not two.
            let stands_for = |it: &Entry| suggest::stands_for(it, field.key, &free, record);
            if !entries.iter().any(stands_for) {
                let start = node.span.start;
                self.report(Code::MissingKey, &(start..start), |fault| {
                    fault.text("key", field.key)
                });
            }
        }
    }

    fn value(&mut self, entry: &Entry, field: &Field, record: &'static Record) {
        let before = self.faults.len();
        if takes_reason(field.shape)
            && let Some(text) = entry.value.as_text()
            && NOTHING.contains(&text)
        {
            return self.report(Code::UnknownValue, &entry.value.span, |fault| {
                fault.text("value", text).hint("none")
            });
        }
        self.node(&entry.value, field.shape);
        if let Some(key) = beside(&entry.value, field, record) {
            let faults = self.faults.iter_mut().skip(before);
            for fault in faults.filter(|it| it.code == Code::WrongType) {
                let written = self
                    .trial
                    .and_then(|it| it.source.get(entry.value.span.clone()));
                let written = written.unwrap_or(key).trim_matches(['{', '}', ' ']);
                fault
                    .args
                    .push(("form".into(), Arg::Text(written.to_owned())));
                fault
                    .args
                    .push(("key".into(), Arg::Text(entry.key.clone())));
                fault.hint = Some("beside".into());
            }
        }
        if field.key == "among" {
            let faults = self.faults.iter_mut().skip(before);
            let faults = faults.filter(|it| it.code == Code::BadId);
            faults.for_each(|fault| fault.hint = Some("seats".into()));
        }
        if field.key == "from" && record.field("represents").is_some() {
            let faults = self.faults.iter_mut().skip(before);
            faults.for_each(advise_on_pool);
        }
    }

    pub(super) fn by_language(&mut self, entries: &[Entry], value: &Shape) {
        self.no_key_twice(entries);
        for entry in entries {
            let key = Node {
                span: entry.key_span.clone(),
                value: Value::Scalar(entry.key.clone(), Style::Quoted),
            };
            self.node(&key, Language::SHAPE);
            self.node(&entry.value, value);
        }
    }

    pub(super) fn no_key_twice(&mut self, entries: &[Entry]) {
        let mut first: BTreeMap<&str, &Entry> = BTreeMap::new();
        for entry in entries {
            if let Some(earlier) = first.get(entry.key.as_str()) {
                let place = Place::span(self.file, earlier.key_span.clone());
                self.report(Code::DuplicateKey, &entry.key_span, |fault| {
                    let fault = fault.text("key", &entry.key).related(place);
                    match entry.value.value {
                        Value::List(_) => fault.hint("join"),
                        _ => fault,
                    }
                });
            } else {
                first.insert(&entry.key, entry);
            }
        }
    }

    pub(super) fn empty(&mut self, entry: &Entry) {
        self.report(Code::EmptyValue, &entry.key_span, |fault| {
            fault.text("key", &entry.key)
        });
    }

    /// Reports keys that are the rest of the value before them, which commas have cut. Returns how many there are.
    fn cut_value(&mut self, entry: &Entry, after: &[Entry], record: &'static Record) -> usize {
        let is_rest =
            |it: &&Entry| it.value.value == Value::Null && record.field(&it.key).is_none();
        let count = after.iter().take_while(is_rest).count();
        let (Some(last), Some(field), Some(trial), Value::Scalar(text, _)) = (
            count.checked_sub(1).and_then(|last| after.get(last)),
            record.field(&entry.key),
            self.trial,
            &entry.value.value,
        ) else {
            return 0;
        };
        let place = entry.value.span.start..last.key_span.end;
        let rest = trial.source.get(entry.value.span.end..place.end);
        let rest = rest.filter(|it| it.trim_start().starts_with(','));
        // A text that is in quotes already, because of a comma before, gets no others.
        let whole = rest.map(|rest| [text, rest].concat());
        let whole = whole.iter().flat_map(|it| [quoted(it), format!("[{it}]")]);
        let Some(mended) = trial.first(place.start, field.shape, whole) else {
            return 0;
        };
        self.report(Code::UnknownKey, &place, |fault| {
            let fault = fault.text("key", &last.key);
            let change = Change::Text(mended.clone());
            fault.text("mended", mended).hint("comma").fix(change)
        });
        count
    }

    /// Reports an unknown key. `meant_by_all` are the keys that all unknown ones of the mapping may be meant as.
    fn unknown_key(
        &mut self,
        entry: &Entry,
        free: &[&'static str],
        meant_by_all: &[&str],
        record: &'static Record,
    ) {
        let elsewhere = suggest::elsewhere(&entry.key, record);
        let meant = suggest::key_for(entry, free, record);
        let field = |meant: &Suggestion| record.field(meant.key());
        let meant = meant.filter(|meant| match meant {
            Suggestion::English(..) => true,
            Suggestion::Near(_) if elsewhere.is_some() => false,
            Suggestion::Near(_) => field(meant).is_some_and(|it| is_of_type(&entry.value, it)),
        });
        let is_only = |key: &str| meant_by_all.iter().filter(|it| **it == key).count() == 1;
        // If the value is certainly an Italian word of the list, key and value are one fault.
        let is_italian = matches!(meant, Some(Suggestion::English(..)));
        let word = meant.as_ref().filter(|_| is_italian).and_then(field);
        let word = word.and_then(|field| word_meant(&entry.value, field.shape));
        let word = word.filter(|it| it.is_certain && !entry.key.starts_with(char::is_whitespace));
        let place = match word {
            Some(_) => entry.key_span.start..entry.value.span.end,
            None => entry.key_span.clone(),
        };
        self.report(Code::UnknownKey, &place, |fault| {
            let fault = fault.text("key", &entry.key);
            match meant {
                _ if entry.key.starts_with(char::is_whitespace) => {
                    let key = entry.key.trim_start();
                    // Spaces before an unknown key may be meant as indentation.
                    let is_known = record.field(key).is_some();
                    let change = is_known.then(|| Change::word(&entry.key, key));
                    fault.hint("blank").fix(change)
                }
                _ if let Some((key, value)) = glued_pair(entry, record) => {
                    let pair = format!("{key}: {value}");
                    let change = Change::Text(pair.clone());
                    fault.text("near", pair).hint("near").fix(change)
                }
                Some(Suggestion::English(key, is_certain)) => {
                    // Italian has one word for organizations that are members, and for persons.
                    let is_of_both = key == "members" && record.field("seats").is_some();
                    let hint = if is_of_both { "members" } else { "english" };
                    let is_certain = is_certain && is_only(key);
                    let (fault, change) = match word {
                        Some(word) => {
                            let pair = format!("{key}: {}", word.word);
                            let change = Change::Text(pair.clone());
                            (fault.text("mended", pair).hint("pair"), change)
                        }
                        None => {
                            let change = Change::word(&entry.key, key);
                            (fault.text("english", key).hint(hint), change)
                        }
                    };
                    fault.fix(is_certain.then_some(change))
                }
                Some(Suggestion::Near(mut near)) => {
                    near.is_certain &= is_only(near.word);
                    near.propose(fault, &entry.key, "near")
                }
                None if let Some(elsewhere) = elsewhere => belonging(fault, elsewhere),
                None => fault.text("keys", free.join(", ")).hint("keys"),
            }
        });
        // The value has faults of its own.
        if let Some(field) = meant
            .as_ref()
            .and_then(field)
            .filter(|_| entry.value.value != Value::Null && word.is_none())
        {
            self.node(&entry.value, field.shape);
        }
    }
}

/// Whether a value may say why there is nothing.
fn takes_reason(shape: &Shape) -> bool {
    match shape {
        Shape::Optional(inner) => takes_reason(inner),
        Shape::Either(shapes) => shapes.iter().any(|it| takes_reason(it)),
        Shape::Record(record) => record.field("none").is_some(),
        _ => false,
    }
}

/// The words for what there is not, where its reason is wanted.
const NOTHING: &[&str] = &[
    "nessuno", "nessuna", "none", "assente", "no", "kein", "keine",
];

/// The keys below a key that belong beside it: `act: {missing: true}`.
fn beside<'a>(value: &'a Node, field: &Field, record: &Record) -> Option<&'a str> {
    let Value::Mapping(entries) = &value.value else {
        return None;
    };
    let takes_keys = field.shape.record().is_some();
    match entries.as_slice() {
        [only] if !takes_keys && record.field(&only.key).is_some() => Some(&only.key),
        _ => None,
    }
}

/// The word of the list of a shape that a word in another language means.
fn word_meant(value: &Node, shape: &Shape) -> Option<Near<'static>> {
    match shape {
        Shape::Optional(inner) => word_meant(value, inner),
        Shape::Word(words) => {
            let text = value.as_text().filter(|text| !words.contains(text))?;
            suggest::near_word(text, words)
        }
        _ => None,
    }
}

fn belonging(fault: Diagnostic, elsewhere: Elsewhere) -> Diagnostic {
    match elsewhere {
        Elsewhere::Seat(role) => fault.text("role", role).hint("seat"),
        Elsewhere::Substitute => fault.hint("substitute"),
        Elsewhere::Holder => fault.hint("holder"),
        Elsewhere::FullName => fault.hint("full-name"),
        Elsewhere::Delegate => fault.hint("delegate"),
        Elsewhere::Appointment => fault.hint("appointed"),
        Elsewhere::Meeting => fault.hint("meeting"),
        Elsewhere::Channel(kind, in_contact) => {
            let fault = fault.text("channel", format!("{{kind: {kind}, value: …}}"));
            fault.hint(if in_contact { "contact" } else { "channel" })
        }
        Elsewhere::Below(parents, key) => {
            let parents = parents.join("`, `");
            fault
                .text("parents", parents)
                .text("inner", key)
                .hint("below")
        }
    }
}

/// Says in a fault of `from` that only organizations with an id go there, and where others go. What looks like an id is
/// one, and only in the wrong place.
fn advise_on_pool(fault: &mut Diagnostic) {
    let is_proposal = |name: &str| matches!(name, "near" | "mended");
    let is_id = fault.args.iter().any(|(name, value)| match value {
        Arg::Text(text) => is_proposal(name) && text.contains('-'),
        _ => false,
    });
    if fault.code == Code::WrongType && !is_id {
        fault.args.retain(|(name, _)| !is_proposal(name));
        fault.fix = None;
        fault.hint = Some("pool".into());
    }
}

/// Whether a value is a text, a list or whatever the field is.
fn is_of_type(value: &Node, field: &Field) -> bool {
    let faults = check(&SourcePath::new(""), value, field.shape, None);
    let here = At::Span(value.span.clone().into());
    let mut faults = faults.iter().filter(|fault| fault.code == Code::WrongType);
    value.value == Value::Null || faults.all(|fault| fault.place.at != here)
}

/// `id` and `a` for the key `id:a`, which has no value.
pub(in crate::notation) fn glued_pair<'a>(
    entry: &'a Entry,
    record: &'static Record,
) -> Option<(&'a str, &'a str)> {
    let (key, value) = entry.key.split_once(':')?;
    let is_meant = entry.value.value == Value::Null && record.field(key).is_some();
    is_meant.then_some((key, value))
}

/// Whether a value is an empty list or mapping where this shape must have something.
pub(in crate::notation) fn refuses_empty(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Optional(inner), _) => refuses_empty(inner, value),
        (Shape::Either(shapes), _) => shapes.iter().any(|it| refuses_empty(it, value)),
        (Shape::List { filled, .. }, Value::List(items)) => *filled && items.is_empty(),
        (Shape::ByLanguage(_), Value::Mapping(entries)) => entries.is_empty(),
        _ => false,
    }
}
