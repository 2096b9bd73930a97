//! What goes into a field, in words.

use crate::base::diagnostic::Arg;
use crate::content::settings::VocabularyKind;
use crate::messages::Messages;
use crate::notation::schema::{Field, Record, Shape};

/// Says what goes into a field. `name` and `list_name` say what a type with a page of its own is
/// called, and a list of words.
pub(super) fn in_words(
    field: &Field,
    messages: &Messages,
    name: &dyn Fn(&Record) -> Option<String>,
    list_name: fn(&str) -> String,
) -> String {
    let list = VocabularyKind::of_doc(field.doc).map(|it| list_name(it.as_str()));
    Words {
        list,
        messages,
        name,
    }
    .of(field.shape)
}

struct Words<'a> {
    list: Option<String>,
    messages: &'a Messages,
    name: &'a dyn Fn(&Record) -> Option<String>,
}

impl Words<'_> {
    fn of(&self, shape: &Shape) -> String {
        match shape {
            Shape::Optional(inner) => self.of(inner),
            Shape::Text(syntax) => match &self.list {
                Some(list) => self.with("guide-shape-word-of", list.clone()),
                None => self.label(syntax.name),
            },
            Shape::Flag => self.label("shape-flag"),
            Shape::Integer { .. } => self.label("shape-integer"),
            Shape::Word(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                self.with("guide-shape-one-of", words.join(", "))
            }
            Shape::List { item, .. } => self.with("guide-shape-list", self.of(item)),
            Shape::Record(record) => {
                (self.name)(record).unwrap_or_else(|| self.label("shape-mapping"))
            }
            Shape::Map(value) => self.with("guide-shape-map", self.of(value)),
            Shape::ByLanguage(value) => self.with("guide-shape-by-language", self.of(value)),
            Shape::Either(shapes) => {
                let each: Vec<String> = shapes.iter().map(|it| self.of(it)).collect();
                each.join(&self.label("guide-shape-or"))
            }
            Shape::Any => self.label("guide-shape-any"),
        }
    }

    fn label(&self, key: &str) -> String {
        self.messages.text(key, &[])
    }

    fn with(&self, key: &str, item: String) -> String {
        self.messages.text(key, &[("item", Arg::Text(item))])
    }
}
