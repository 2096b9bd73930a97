//! Old ids become new ones, wherever something is named.

use std::borrow::Cow;
use std::sync::Arc;

use super::identity::Renamed;
use super::normal::sorted;
use super::side::{Subject, Thing};
use crate::base::compressed::Compressed;
use crate::content::destination::Destination;
use crate::content::markdown::{ParsedText, TextLink};
use crate::content::model::EntityKind;
use crate::notation::value::Value;

/// The lists of a body whose items are named by their ids elsewhere.
pub(super) const PARTS: [&str; 3] = ["seats", "terms", "activities"];

/// The keys of texts that may be an id, and what it is the id of: things of a kind, or items of a list of a body.
const IDS: [(&str, &[&str]); 7] = [
    ("secretariat", &["organization"]),
    ("holder", &["person", "organization"]),
    ("held_by", &["seats"]),
    ("among", &["seats"]),
    ("delegated_by", &["seats"]),
    ("seat", &["seats"]),
    ("term", &["terms"]),
];

/// What a text of a key of a thing may be the id of.
pub(super) fn named(thing: &Subject, key: &str, id: &str) -> impl Iterator<Item = Subject> {
    let body = thing.id.split('/').next().unwrap_or_default();
    let whole = [&*thing.id, body].map(|above| format!("{above}/{id}"));
    let whole = whole.into_iter().chain([id.to_owned()]);
    let whole: Vec<String> = whole.collect();
    let kinds = IDS.iter().filter(move |(it, _)| *it == key);
    let kinds = kinds.flat_map(|(_, kinds)| *kinds);
    kinds.flat_map(move |kind| {
        whole
            .clone()
            .into_iter()
            .map(move |id| Subject { kind, id })
    })
}

/// The body that a text of a key may name before a part of it: `consulta` of `consulta/presidente`.
pub(super) fn body_named<'a>(key: &str, id: &'a str) -> Option<&'a str> {
    let is_of_part = IDS.iter().any(|(it, _)| *it == key);
    id.split_once('/')
        .filter(|_| is_of_part)
        .map(|(body, _)| body)
}

/// The lists that are kept in the order of the ids, because their order says nothing.
const UNORDERED: [&str; 2] = ["pool", "holders"];

/// The thing as it would have been written with the new ids. Its own id stays, and so do those of its parts.
pub(super) fn mapped<'a>(thing: &'a Thing, renamed: &Renamed) -> Cow<'a, Thing> {
    if renamed.is_empty() {
        return Cow::Borrowed(thing);
    }
    let mut thing = thing.clone();
    let ids = NewIds::new(&thing.subject, renamed);
    thing.facts = ids.value("", &thing.facts);
    thing.texts.values_mut().for_each(|it| ids.text(it));
    Cow::Owned(thing)
}

/// The new ids, as they are written in a thing.
pub(super) struct NewIds<'a> {
    renamed: &'a Renamed,
    /// The old id of the body or table whose parts need not be named in full.
    part: String,
    /// Whether the ids of items are those of what they translate.
    is_translation: bool,
}

impl<'a> NewIds<'a> {
    pub(super) fn new(thing: &Subject, renamed: &'a Renamed) -> NewIds<'a> {
        NewIds {
            renamed,
            part: thing.id.clone(),
            is_translation: false,
        }
    }

    /// The value of a key with the new ids.
    pub(super) fn value(&self, key: &str, value: &Value) -> Value {
        match value {
            Value::Reference(kind, id) => {
                let now = self.renamed(kind, id);
                Value::Reference(kind, now.unwrap_or_else(|| id.clone()))
            }
            Value::Text(text) => Value::Text(self.written(key, text)),
            Value::List(items) => {
                let items = Value::list(items.iter().map(|it| self.value(key, it)));
                match UNORDERED.contains(&key) {
                    true => sorted(items),
                    false => items,
                }
            }
            Value::Record(fields) => {
                let inner = self.within(key, value);
                Value::record(fields.iter().map(|(name, it)| {
                    let id = it.as_text().filter(|_| self.is_translation && name == "id");
                    let id = id.and_then(|id| self.translated(key, id)).map(Value::Text);
                    (name.clone(), id.unwrap_or_else(|| inner.value(name, it)))
                }))
            }
            other => other.clone(),
        }
    }

    fn text(&self, text: &mut Arc<ParsedText>) {
        let links = text.links.decompress();
        let now = links.iter().map(|link| TextLink {
            destination: self.destination(&link.destination),
            ..link.clone()
        });
        let now: Vec<TextLink> = now.collect();
        if now != links {
            Arc::make_mut(text).links = Compressed::of(&now);
        }
    }

    /// The same for what is in a record of a list.
    fn within(&self, list: &str, record: &Value) -> NewIds<'a> {
        let table = record.get("id").as_text();
        let table = table.filter(|_| self.is_translation && list == "tables");
        NewIds {
            part: table.map_or_else(|| self.part.clone(), |id| format!("{}/{id}", self.part)),
            is_translation: self.is_translation || list == "translations",
            ..*self
        }
    }

    /// The new id of what an item of a list of words translates.
    fn translated(&self, list: &str, id: &str) -> Option<String> {
        let kind = match list {
            "tables" => Some("body"),
            list => PARTS.into_iter().find(|it| *it == list),
        };
        self.last_id(kind?, &self.part, id)
    }

    fn written(&self, key: &str, text: &str) -> String {
        let kinds = IDS.iter().find(|(it, _)| *it == key);
        let mut kinds = kinds.into_iter().flat_map(|(_, kinds)| *kinds);
        let now = kinds.find_map(|kind| match PARTS.contains(kind) {
            true => self.part(kind, text),
            false => self.renamed(kind, text),
        });
        match key {
            "to" => self.destination(text),
            _ => now.unwrap_or_else(|| text.to_owned()),
        }
    }

    /// A destination with the new id of the thing that it names, and of the part at which it begins.
    fn destination(&self, written: &str) -> String {
        self.new_destination(written)
            .unwrap_or_else(|| written.to_owned())
    }

    fn new_destination(&self, written: &str) -> Option<String> {
        let Ok(Destination::Name(name, suffix)) = Destination::parse(written) else {
            return None;
        };
        let (kind, id) = name.split_once('/')?;
        let kind = EntityKind::of_word(kind)?;
        let now = self.renamed(kind.as_str(), id);
        let anchor = suffix.anchor().and_then(|anchor| {
            let mut kinds = ["body"].into_iter().chain(PARTS);
            kinds.find_map(|kind| self.last_id(kind, id, &anchor))
        });
        let end = match &anchor {
            Some(anchor) => format!("#{anchor}"),
            None => suffix.as_str().to_owned(),
        };
        let is_renamed = now.is_some() || anchor.is_some();
        let id = now.unwrap_or_else(|| id.to_owned());
        is_renamed.then(|| format!("ref:{}/{id}{end}", kind.as_str()))
    }

    /// The new id of a part that is named as seen from a body or table: `seat`, `table/seat` or `body/seat`.
    fn part(&self, list: &'static str, written: &str) -> Option<String> {
        let body = self.part.split('/').next().unwrap_or_default();
        [&*self.part, body]
            .into_iter()
            .find_map(|above| {
                let now = self.whole_part(list, &format!("{above}/{written}"))?;
                let renamed = self.renamed("body", above);
                let above = renamed.as_deref().unwrap_or(above);
                let within = now.strip_prefix(above).and_then(|it| it.strip_prefix('/'));
                Some(within.unwrap_or(&now).to_owned())
            })
            .or_else(|| self.whole_part(list, written))
    }

    /// The new id of a part that is named in full. It is another, too, if only its body or table was renamed.
    fn whole_part(&self, list: &'static str, id: &str) -> Option<String> {
        self.renamed(list, id).or_else(|| {
            let (body, last) = id.rsplit_once('/')?;
            Some(format!("{}/{last}", self.renamed("body", body)?))
        })
    }

    fn last_id(&self, kind: &'static str, above: &str, id: &str) -> Option<String> {
        let now = self.renamed(kind, &format!("{above}/{id}"))?;
        now.rsplit('/').next().map(str::to_owned)
    }

    fn renamed(&self, kind: &'static str, id: &str) -> Option<String> {
        let id = id.to_owned();
        let renaming = self.renamed.get(&Subject { kind, id })?;
        Some(renaming.to.id.clone())
    }
}
