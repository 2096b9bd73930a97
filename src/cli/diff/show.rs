//! Values as people read them.

use crate::base::diagnostic::Arg;
use crate::base::language::Language;
use crate::build::Compared;
use crate::content::changes::Subject;
use crate::content::settings::VocabularyKind;
use crate::messages::Messages;
use crate::notation::value::Value;

/// The fields whose words a controlled list has.
const LISTED_FIELDS: [&str; 2] = ["kind", "relation"];

/// The controlled lists in which such words are sought.
const LISTS: [VocabularyKind; 5] = [
    VocabularyKind::Body,
    VocabularyKind::Organization,
    VocabularyKind::Document,
    VocabularyKind::Area,
    VocabularyKind::Relation,
];

/// Writes values in the language of the messages.
pub(super) struct Shower<'a> {
    pub(super) compared: &'a Compared,
    pub(super) messages: &'a Messages,
}

impl Shower<'_> {
    /// A value of a field. What is absent is shown as nothing.
    pub(super) fn value(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Absent => self.word("change-nothing"),
            Value::Flag(true) => self.word("change-yes"),
            Value::Flag(false) => self.word("change-no"),
            Value::Number(number) => number.to_string(),
            Value::Text(text) if LISTED_FIELDS.contains(&field) => self.listed(text),
            Value::Text(text) => self.text(text),
            Value::Word(word) => self.known_word(word),
            Value::Reference(kind, id) => self.title(kind, id),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|it| self.value(field, it)).collect();
                items.join(", ")
            }
            Value::Record(_) => self.record(value),
        }
    }

    fn record(&self, value: &Value) -> String {
        let (min, max) = (value.get("min"), value.get("max"));
        let [least, most] = [min, max].map(|it| Arg::Text(self.value("", it)));
        let args = [("min", least), ("max", most)];
        match (min.is_absent(), max.is_absent()) {
            (false, true) => self.messages.text("change-at-least", &args),
            (true, false) => self.messages.text("change-at-most", &args),
            (false, false) => self.messages.text("change-range", &args),
            (true, true) => {
                let fields = value.clone().into_fields();
                let fields = fields.iter().filter(|(key, _)| *key != "id");
                let fields = fields.map(|(key, it)| format!("{key}: {}", self.value(key, it)));
                fields.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// A text. A date is written as people do.
    fn text(&self, text: &str) -> String {
        self.messages
            .text("change-day", &[("date", Arg::Text(text.to_owned()))])
    }

    fn title(&self, kind: &'static str, id: &str) -> String {
        let subject = Subject {
            kind,
            id: id.to_owned(),
        };
        let title = self.compared.comparison.titles.get(&subject);
        title.cloned().unwrap_or_else(|| id.to_owned())
    }

    /// A word of a controlled list.
    fn listed(&self, word: &str) -> String {
        let vocabulary = &self.compared.vocabulary;
        let site = self.compared.settings.default_language();
        let language = Language::parse(self.messages.language().tag());
        let language = language.unwrap_or_else(|| site.clone());
        let list = LISTS.into_iter().find(|list| vocabulary.has(*list, word));
        match list {
            Some(list) => vocabulary.label(list, word, &language, &site).into_owned(),
            None => word.to_owned(),
        }
    }

    /// A word of the model. One that the catalogue lacks is shown as it is.
    fn known_word(&self, word: &str) -> String {
        let key = format!("word-{}", word.replace('_', "-"));
        let text = self.messages.text(&key, &[]);
        match text == key {
            true => word.replace('_', " "),
            false => text,
        }
    }

    fn word(&self, key: &str) -> String {
        self.messages.text(key, &[])
    }
}
