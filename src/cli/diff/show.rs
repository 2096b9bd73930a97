//! Values as people read them.

use crate::base::diagnostic::Arg;
use crate::base::language::Language;
use crate::build::Compared;
use crate::content::changes::{Change, Subject};
use crate::content::model::seat_name;
use crate::content::settings::VocabularyKind;
use crate::messages::Messages;
use crate::notation::value::Value;

/// The keys by which people know a record. What they say needs no label.
const NAMES: [&str; 17] = [
    "missing",
    "title",
    "office",
    "name",
    "act",
    "person",
    "organization",
    "body",
    "seat",
    "kind",
    "code",
    "relation",
    "on_behalf_of",
    "date",
    "text",
    "value",
    "count",
];

/// Writes values in the language of the messages.
pub(super) struct Shower<'a> {
    pub(super) compared: &'a Compared,
    pub(super) messages: &'a Messages,
}

impl Shower<'_> {
    /// What a field is called, by the last keys of its path that have a name: `procedure.secretariat`, or `secretariat`.
    pub(super) fn label(&self, field: &str) -> String {
        let ends = field.match_indices('.').map(|(dot, _)| dot + 1);
        let ends = [0].into_iter().chain(ends);
        let mut labels = ends.filter_map(|start| {
            let end = field.get(start..)?.replace(['.', '_'], "-");
            self.known(&format!("field-{end}"))
        });
        labels.next().unwrap_or_else(|| format!("`{field}`"))
    }

    /// A value of a field, as it is written in the thing that has changed.
    pub(super) fn value(&self, change: &Change, field: &str, value: &Value) -> String {
        match value {
            Value::Absent => String::new(),
            Value::Flag(true) => self.word("change-yes"),
            Value::Flag(false) => self.word("change-no"),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => self.text(change, field, text),
            Value::Word(word) => self.known_word(word),
            Value::Reference(kind, id) => self.title(kind, id),
            Value::List(items) => {
                let items = items.iter().map(|it| self.value(change, field, it));
                items.collect::<Vec<_>>().join(", ")
            }
            Value::Record(_) => self.record(change, value),
        }
    }

    fn record(&self, change: &Change, value: &Value) -> String {
        let (min, max) = (value.get("min"), value.get("max"));
        let [least, most] = [min, max].map(|it| Arg::Text(self.value(change, "", it)));
        let args = [("min", least), ("max", most)];
        match (min.is_absent(), max.is_absent()) {
            (false, true) => self.messages.text("change-at-least", &args),
            (true, false) => self.messages.text("change-at-most", &args),
            (false, false) => self.messages.text("change-range", &args),
            (true, true) if *value.get("each") == Value::Flag(true) => self.word("change-one-each"),
            (true, true) if !value.get("none").is_absent() => {
                let reason = self.value(change, "", value.get("none"));
                let reason = [("reason", Arg::Text(reason))];
                self.messages.text("change-no-minutes", &reason)
            }
            (true, true) => self.fields(change, value),
        }
    }

    /// The fields of a record: those by which it is known, and then the others with what they are called.
    fn fields(&self, change: &Change, record: &Value) -> String {
        let names = NAMES.iter().filter(|key| !record.get(key).is_absent());
        let names = names.map(|key| match record.get(key) {
            Value::Flag(true) => self.label(key),
            value => self.value(change, key, value),
        });
        let names = names.collect::<Vec<_>>().join(", ");
        let others = record.clone().into_fields().into_iter();
        let others = others.filter(|(key, _)| key != "id" && !NAMES.contains(&&**key));
        let others = others.map(|(key, value)| {
            format!("{}: {}", self.label(&key), self.value(change, &key, &value))
        });
        let others = others.collect::<Vec<_>>().join("; ");
        match (names.is_empty(), others.is_empty()) {
            (false, false) => format!("{names} ({others})"),
            _ => names + &others,
        }
    }

    /// What a part is called. The word for a role, or for how one comes to a seat, becomes a name.
    pub(super) fn name(&self, change: &Change, part: &Value) -> String {
        if let Value::Record(_) = part {
            let [name, of] = ["name", "of"].map(|key| self.name(change, part.get(key)));
            let mut own = ["pool", "holder"].into_iter().map(|key| part.get(key));
            let own = own.find(|it| !it.is_absent());
            let id = || Some(format!("`{}`", part.get("id").as_text()?));
            let own = own.map(|it| self.value(change, "", it)).or_else(id);
            let names = [Some(seat_name(&name, &of)), own].into_iter().flatten();
            return names.collect::<Vec<_>>().join(" – ");
        }
        let of_seat = part.as_text().filter(|_| matches!(part, Value::Word(_)));
        let of_seat = of_seat.and_then(|it| self.known(&format!("seat-{}", it.replace('_', "-"))));
        let name = of_seat.unwrap_or_else(|| self.value(change, "", part));
        match part {
            Value::Word(_) => capitalized(&name),
            _ => name,
        }
    }

    /// A text: a word of a controlled list, the name of what it is the id of, or what is written. A date is written as
    /// people do.
    fn text(&self, change: &Change, field: &str, text: &str) -> String {
        let field = field.rsplit('.').next().unwrap_or(field);
        let listed = || {
            ["kind", "relation", "scope"]
                .contains(&field)
                .then(|| self.listed(text))
        };
        let called = || {
            let comparison = &self.compared.comparison;
            let (name, of) = comparison.called(&change.subject, field, text)?;
            let name = self.name(change, &name);
            Some(of.map_or_else(|| name.clone(), |of| format!("{name} ({of})")))
        };
        listed().or_else(called).unwrap_or_else(|| {
            let text = [("date", Arg::Text(text.to_owned()))];
            self.messages.text("change-day", &text)
        })
    }

    fn title(&self, kind: &'static str, id: &str) -> String {
        let subject = Subject {
            kind,
            id: id.to_owned(),
        };
        let title = self.compared.comparison.titles.get(&subject);
        title.cloned().unwrap_or_else(|| match kind {
            // It may be a word of the settings.
            "topic" => self.listed(id),
            _ => id.to_owned(),
        })
    }

    /// A word of a controlled list.
    fn listed(&self, word: &str) -> String {
        let vocabulary = &self.compared.vocabulary;
        let site = self.compared.settings.default_language();
        let language = Language::parse(self.messages.language().tag());
        let language = language.unwrap_or_else(|| site.clone());
        let mut lists = VocabularyKind::ALL.iter().copied();
        let list = lists.find(|list| vocabulary.has(*list, word));
        match list {
            Some(list) => vocabulary.label(list, word, &language, &site).into_owned(),
            None => self.known_word(word),
        }
    }

    /// A word of the model. One that the catalogue lacks is shown as it is.
    fn known_word(&self, word: &str) -> String {
        let known = self.known(&format!("word-{}", word.replace('_', "-")));
        known.unwrap_or_else(|| word.replace('_', " "))
    }

    /// A text of the catalogue, if it has one.
    fn known(&self, key: &str) -> Option<String> {
        let text = self.messages.text(key, &[]);
        (text != key).then_some(text)
    }

    fn word(&self, key: &str) -> String {
        self.messages.text(key, &[])
    }
}

/// A text with a capital letter at its beginning.
pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use crate::content::model::{Basis, Role};
    use crate::messages::{Messages, UiLanguage};

    /// The types of which `diff` does not tell fields by name: those of the settings, of translations, of the file itself.
    const OTHERS: [&str; 16] = [
        "Accepted",
        "Calendars",
        "Colors",
        "EntryWords",
        "Feedback",
        "Footer",
        "FooterLink",
        "Markdown",
        "MenuItem",
        "Paths",
        "Registry",
        "SchemeColors",
        "Search",
        "Settings",
        "Translation",
        "Vocabularies",
    ];

    #[test]
    fn seats_are_called_as_on_pages() {
        let pages = [
            include_str!("../../../themes/civico/i18n/it.ftl"),
            include_str!("../../../themes/civico/i18n/en.ftl"),
        ];
        for (language, labels) in UiLanguage::ALL.into_iter().zip(pages) {
            let messages = Messages::new(language);
            let same = |label: &str, word: &str, key: &str| {
                let (_, label) = labels.split_once(&format!("\n{label}-{key} = ")).unwrap();
                let one = label
                    .split_once("[one] ")
                    .filter(|_| label.starts_with('{'));
                let label = one.map_or(label, |(_, one)| one);
                let label = label.lines().next().unwrap().to_lowercase();
                let word = messages.text(&format!("{word}-{}", key.replace('_', "-")), &[]);
                assert_eq!(label, word.to_lowercase(), "{key}");
            };
            for role in Role::ALL {
                same("role", "word", role.as_str());
            }
            for basis in Basis::ALL {
                same("holder", "seat", basis.as_str());
                same("basis", "word", basis.as_str());
            }
        }
    }

    #[test]
    fn every_field_has_a_name_in_every_language() {
        let mut of = "";
        for line in include_str!("../../messages/fields.it.toml").lines() {
            of = line
                .strip_prefix('[')
                .map_or(of, |it| it.trim_end_matches(']'));
            let Some((key, _)) = line.split_once(" = ") else {
                continue;
            };
            if key == "_" || OTHERS.contains(&of) || of.ends_with("Words") {
                continue;
            }
            let label = format!("field-{}", key.replace('_', "-"));
            for language in UiLanguage::ALL {
                assert_ne!(Messages::new(language).text(&label, &[]), label, "{of}");
            }
        }
    }
}
