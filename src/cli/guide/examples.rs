//! The examples of fields: the shortest place in the example site at which each is written.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::types::{Place, Type};
use crate::base::language::Language;
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::cli::example_site;
use crate::content::model::{EntityKind, Registry, Translation};
use crate::content::settings::Settings;
use crate::notation::front_matter;
use crate::notation::schema::{Field, Record, Shape};
use crate::notation::tree::{Entry, Node, Value};
use crate::notation::{toml, yaml};

/// The text at which a field is written, from its key on. A field that the example site has in another type only is shown
/// as it is there, if it holds the same.
pub(super) fn of_field(place: &Place) -> Option<String> {
    let key = place.field.key;
    if let Some(of) = Type::of(place.record).filter(|of| key == "type" && of.word != "translation")
    {
        return Some(format!("type: {}", of.word));
    }
    let holds = |shape: &Shape| shape.record().map(|it| it.name);
    let is_same =
        |field: &Field| field.key == key && holds(field.shape) == holds(place.field.shape);
    let mut others = EXAMPLES.fields.values();
    let mut other = || others.find(|(field, _)| is_same(field));
    let own = own(place.record, place.field);
    let text = own.or_else(|| other().map(|(_, text)| text.as_str()))?;
    if own.is_none()
        && let Some((key, value)) = text.split_once(": ")
        && let Some(table) = settings_table(place)
    {
        return Some(format!("[{table}]\n{key} = {}", yaml::quoted(value)));
    }
    Some(in_its_table(place, text).unwrap_or_else(|| text.to_owned()))
}

/// The table of the settings in which a field is, if it is in one of a type that only they have.
fn settings_table(place: &Place) -> Option<&str> {
    let (table, _) = place.path.rsplit_once('.')?;
    let field = Settings::RECORD.field(table)?;
    let record = field.shape.record()?;
    (record.name == place.record.name).then_some(table)
}

/// A text of the settings under the heading of the table in which a field is: the same keys may be in several tables.
fn in_its_table(place: &Place, text: &str) -> Option<String> {
    let (heading, rest) = text.strip_prefix('[')?.split_once("]\n")?;
    let is_whole = heading.rsplit('.').next() == Some(place.field.key);
    let table = match is_whole {
        true => place.path.as_str(),
        false => place.path.rsplit_once('.')?.0,
    };
    (!heading.starts_with('[')).then(|| format!("[{table}]\n{rest}"))
}

/// The text at which a field of this type is written, from its key on.
pub(in crate::cli) fn own(record: &Record, field: &Field) -> Option<&'static str> {
    let found = EXAMPLES.fields.get(&(record.name, field.key));
    found.map(|(_, text)| text.as_str())
}

/// A thing of a type as a whole: the front matter of a page, or an entry of a list.
pub(super) fn of_type(of: &Type) -> Option<&'static str> {
    let whole = EXAMPLES.pages.get(of.record.name);
    let entry = || EXAMPLES.entries.get(of.record.name);
    whole.or_else(entry).map(|(_, text)| text.as_str())
}

/// A thing: how many keys it lacks to be of use as an example, and its text.
type Whole = (usize, String);

/// The number of keys that an example of a thing has, if there is one with so many.
const FEW_KEYS: usize = 4;

#[derive(Default)]
struct Examples {
    /// By type and key.
    fields: BTreeMap<(&'static str, &'static str), (&'static Field, String)>,
    /// The front matter of pages, by type.
    pages: BTreeMap<&'static str, Whole>,
    /// Entries of lists, by type.
    entries: BTreeMap<&'static str, Whole>,
}

static EXAMPLES: LazyLock<Examples> = LazyLock::new(|| {
    let mut examples = Examples::default();
    for (path, text) in example_site::texts() {
        examples.add_file(&path, text);
    }
    examples
});

impl Examples {
    fn add_file(&mut self, path: &str, text: &'static str) {
        let file = SourcePath::new(path);
        if path == SETTINGS_FILE {
            if let Ok(tree) = toml::tree(&file, text) {
                self.add(&tree, &Shape::Record(Settings::RECORD), &|entry| {
                    of_toml(text, entry)
                });
            }
        } else if path.ends_with(".yaml") {
            self.add_yaml(&file, text, 0..text.len(), Registry::RECORD);
        } else if let Ok(parts) = front_matter::cut(text) {
            let yaml = text.get(parts.front_matter.clone()).unwrap_or_default();
            let record = record_of(&file, path, yaml);
            if record.name != Translation::RECORD.name {
                let page = format!("---\n{yaml}---");
                let lacking = FEW_KEYS.saturating_sub(yaml.lines().count());
                keep_better(&mut self.pages, record.name, (lacking, page));
            }
            self.add_yaml(&file, text, parts.front_matter, record);
        }
    }

    fn add_yaml(
        &mut self,
        file: &SourcePath,
        text: &'static str,
        range: Range<usize>,
        record: &'static Record,
    ) {
        if let Ok(tree) = yaml::tree(file, text, range) {
            self.add(&tree, &Shape::Record(record), &|entry| {
                dedented(text, entry.key_span.start..entry.value.span.end)
            });
            self.add_entries(&tree, &Shape::Record(record), text);
        }
    }

    fn add(&mut self, node: &Node, shape: &Shape, text: &dyn Fn(&Entry) -> String) {
        each_entry(node, shape, &mut |owner, field, entry| {
            let is_empty =
                entry.value.items().is_empty() && matches!(entry.value.value, Value::List(_));
            if !is_empty {
                let text = text(entry);
                let shortest = self
                    .fields
                    .entry((owner, field.key))
                    .or_insert_with(|| (field, text.clone()));
                if text.len() < shortest.1.len() {
                    shortest.1 = text;
                }
            }
        });
    }

    fn add_entries(&mut self, node: &Node, shape: &Shape, text: &str) {
        match (shape, &node.value) {
            (Shape::Optional(inner), _) => self.add_entries(node, inner, text),
            (Shape::List { item, .. }, Value::List(items)) => {
                for each in items {
                    if let Shape::Record(record) = item {
                        let entry = format!("- {}", dedented(text, each.span.clone()));
                        let lacking = FEW_KEYS.saturating_sub(each.entries().len());
                        let whole = (lacking, entry.replace('\n', "\n  "));
                        keep_better(&mut self.entries, record.name, whole);
                    }
                    self.add_entries(each, item, text);
                }
            }
            (Shape::Record(record), Value::Mapping(entries)) => {
                for entry in entries {
                    if let Some(field) = record.field(&entry.key) {
                        self.add_entries(&entry.value, field.shape, text);
                    }
                }
            }
            _ => {}
        }
    }
}

fn keep_better(kept: &mut BTreeMap<&'static str, Whole>, name: &'static str, found: Whole) {
    let best = kept.entry(name).or_insert_with(|| found.clone());
    let rank = |(lacking, text): &Whole| (*lacking, text.len());
    if rank(&found) < rank(best) {
        *best = found;
    }
}

/// What the front matter of a page of the example site is.
fn record_of(file: &SourcePath, path: &str, yaml: &str) -> &'static Record {
    let stem = path.trim_end_matches(".md");
    let language = stem
        .rsplit_once('.')
        .and_then(|(_, tag)| Language::parse(tag));
    if language.is_some() {
        return Translation::RECORD;
    }
    let word = yaml::text_of_key(file, yaml, "type");
    let mut kinds = EntityKind::ALL.iter();
    let written = kinds.find(|kind| word.as_deref() == Some(kind.as_str()));
    let default = match path.ends_with("_index.md") {
        true => EntityKind::Section,
        false => EntityKind::Page,
    };
    written.copied().unwrap_or(default).record()
}

/// Calls a function with every entry that a schema knows: the type that declares it, its field, and the entry.
fn each_entry(
    node: &Node,
    shape: &Shape,
    seen: &mut dyn FnMut(&'static str, &'static Field, &Entry),
) {
    match (shape, &node.value) {
        (Shape::Optional(inner), _) => each_entry(node, inner, seen),
        (Shape::Either(shapes), _) => {
            shapes.iter().for_each(|it| each_entry(node, it, seen));
        }
        (Shape::List { item, .. }, Value::List(items)) => {
            items.iter().for_each(|it| each_entry(it, item, seen));
        }
        (Shape::Map(value) | Shape::ByLanguage(value), Value::Mapping(entries)) => {
            entries
                .iter()
                .for_each(|it| each_entry(&it.value, value, seen));
        }
        (Shape::Record(record), Value::Mapping(entries)) => {
            for owner in std::iter::once(record).chain(record.shared) {
                for entry in entries {
                    let mut fields = owner.fields.iter();
                    if let Some(field) = fields.find(|it| it.key == entry.key) {
                        seen(owner.name, field, entry);
                        each_entry(&entry.value, field.shape, seen);
                    }
                }
            }
        }
        _ => {}
    }
}

/// A piece of a text whose later lines are moved to the left as its first one is.
fn dedented(text: &str, range: Range<usize>) -> String {
    let before = text.get(..range.start).unwrap_or_default();
    let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
    let piece = text.get(range).unwrap_or_default().trim_end();
    let lines = piece.lines().enumerate().map(|(index, line)| {
        let blank = line.len() - line.trim_start().len();
        match index {
            0 => line,
            _ => line.get(column.min(blank)..).unwrap_or_default(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// An entry of a TOML file, under the heading of its table.
fn of_toml(text: &str, entry: &Entry) -> String {
    let before = text.get(..entry.key_span.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let is_heading = text.get(line..).is_some_and(|rest| rest.starts_with('['));
    if is_heading {
        let table = text.get(line..).unwrap_or_default();
        let table = table.split("\n\n").next().unwrap_or_default();
        return table.trim_end().to_owned();
    }
    let own = text.get(entry.key_span.start..entry.value.span.end);
    let own = own.unwrap_or_default();
    let heading = before.lines().rfind(|line| line.starts_with('['));
    match heading {
        Some(heading) => format!("{heading}\n{own}"),
        None => own.to_owned(),
    }
}
