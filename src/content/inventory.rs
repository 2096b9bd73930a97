//! What a site has, as far as its files can be read: what a new page or entry is put beside. Faults are left to `check`.

use std::collections::BTreeMap;

use super::model::{EntityKind, Name};
use super::parse::{FileKind, REGISTRY_LISTS, classify, meant_kind, name_of_file, written_type};
use super::settings::Settings;
use crate::base::source::SourcePath;
use crate::notation::front_matter;
use crate::notation::scalar::Id;
use crate::notation::tree::Node;
use crate::notation::yaml;

/// The things of a site, in the order of its files.
#[derive(Clone, Debug, Default)]
pub struct Inventory {
    /// The things.
    pub things: Vec<Thing>,
    /// For each kind, the registries that have a list for it, each with the number of entries in that list.
    registries: BTreeMap<EntityKind, Vec<(SourcePath, usize)>>,
}

/// A thing of a site.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its kind and id.
    pub name: Name,
    /// The title as written. Empty if none was.
    pub title: String,
    /// The file that describes it.
    pub file: SourcePath,
    /// Of a body, the ids of its tables.
    pub tables: Vec<String>,
}

impl Inventory {
    /// The inventory of these texts.
    pub fn of<'a>(
        texts: impl IntoIterator<Item = (&'a SourcePath, &'a str)>,
        settings: &Settings,
    ) -> Inventory {
        let mut inventory = Inventory::default();
        for (path, text) in texts {
            match classify(path, settings) {
                FileKind::Registry => inventory.add_registry(path, text),
                FileKind::Page | FileKind::SectionIndex => {
                    inventory.things.extend(thing(path, text, settings));
                }
                FileKind::Translation(_) => {}
            }
        }
        inventory
    }

    /// All things of a kind.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(move |it| it.name.kind == kind)
    }

    /// The thing of a kind with this id, in any capitals: disks may take two such names for one.
    pub fn find(&self, kind: EntityKind, id: &str) -> Option<&Thing> {
        let mut things = self.of_kind(kind);
        things.find(|it| it.name.id.eq_ignore_ascii_case(id))
    }

    /// The registry with the longest list of things of a kind.
    pub fn registry(&self, kind: EntityKind) -> Option<&SourcePath> {
        let lists = self.registries.get(&kind)?.iter().rev();
        lists
            .max_by_key(|(_, entries)| *entries)
            .map(|(path, _)| path)
    }

    fn add_registry(&mut self, path: &SourcePath, text: &str) {
        let tree = yaml::tree_before_fault(path, text, 0..text.len());
        for (key, kind) in REGISTRY_LISTS {
            let Some(list) = tree.get(key) else {
                continue;
            };
            let entries = list.items();
            let registries = self.registries.entry(kind).or_default();
            registries.push((path.clone(), entries.len()));
            let named = entries.iter().filter_map(|entry| {
                let id = text_at(entry, "id").and_then(Id::parse)?;
                Some(described(entry, Name { kind, id }, path))
            });
            self.things.extend(named);
        }
    }
}

/// The thing that a page describes.
fn thing(path: &SourcePath, text: &str, settings: &Settings) -> Option<Thing> {
    let parts = front_matter::cut(text).ok()?;
    let by_file = name_of_file(path, settings);
    let word = written_type(path, text, &parts);
    let kind = word.and_then(|word| meant_kind(&word));
    let tree = yaml::tree_before_fault(path, text, parts.front_matter);
    let id = text_at(&tree, "id").and_then(Id::parse);
    let name = Name {
        kind: kind.or(by_file.as_ref().map(|it| it.kind))?,
        id: id.or(by_file.map(|it| it.id))?,
    };
    Some(described(&tree, name, path))
}

fn described(node: &Node, name: Name, file: &SourcePath) -> Thing {
    let tables = node.get("tables").map(Node::items).unwrap_or_default();
    let ids = tables.iter().filter_map(|table| text_at(table, "id"));
    Thing {
        name,
        title: text_at(node, "title").unwrap_or_default().to_owned(),
        file: file.clone(),
        tables: ids.map(str::to_owned).collect(),
    }
}

fn text_at<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key)?.as_text()
}
