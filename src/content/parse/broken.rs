//! What can be told of a file that could not be read.

use super::file::{FileKind, classify, folder, stem};
use crate::base::source::SourcePath;
use crate::content::model::{EntityKind, Name};
use crate::content::settings::Settings;
use crate::notation::check::nearest;
use crate::notation::front_matter::Parts;
use crate::notation::node::{Node, Value};
use crate::notation::scalar::Id;
use crate::notation::yaml;

/// What the page says that it is: its `type`, as typed.
///
/// A top-level key stands at the margin, so a look at the lines finds it nearly always. Only where the
/// look finds nothing, and the word is there, is the front matter read as a tree.
pub fn typed_word(path: &SourcePath, source: &str, parts: &Parts) -> Option<String> {
    let front_matter = source.get(parts.front_matter.clone())?;
    let mut keys = front_matter.lines().filter_map(|line| line.split_once(':'));
    if let Some((_, value)) = keys.find(|(key, _)| key.trim_end() == "type") {
        let value = value.split(" #").next().unwrap_or_default();
        return Some(value.trim().trim_matches(['"', '\'']).to_owned())
            .filter(|word| !word.is_empty());
    }
    if !front_matter.contains("type") {
        return None;
    }
    let tree = yaml::tree(path, source, parts.front_matter.clone()).ok()?;
    text_at(&tree, "type").map(str::to_owned)
}

/// The kind of this name, or of the one that it was meant as.
pub fn meant_kind(word: &str) -> Option<EntityKind> {
    let kind = |word: &str| {
        EntityKind::ALL
            .iter()
            .copied()
            .find(|kind| kind.as_str() == word)
    };
    kind(word).or_else(|| {
        kind(nearest(
            word,
            EntityKind::ALL.iter().map(|kind| kind.as_str()),
        )?)
    })
}

/// The name that a page would have, by its front matter as far as it can be read, else by its file.
pub fn name_in_page(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    settings: &Settings,
) -> Option<Name> {
    let by_file = name_of_file(path, settings);
    let typed = typed_word(path, source, parts).and_then(|word| meant_kind(&word));
    let Ok(tree) = yaml::tree(path, source, parts.front_matter.clone()) else {
        let id = by_file?.id;
        return Some(Name {
            kind: typed.unwrap_or(EntityKind::Page),
            id,
        });
    };
    let id = text_at(&tree, "id")
        .and_then(Id::parse)
        .or_else(|| by_file.as_ref().map(|name| name.id.clone()))?;
    let kind = typed.or_else(|| by_file.map(|name| name.kind))?;
    Some(Name { kind, id })
}

/// The name that the page of this file has by default.
pub fn name_of_file(path: &SourcePath, settings: &Settings) -> Option<Name> {
    let (kind, id) = match classify(path, settings) {
        FileKind::SectionIndex => (EntityKind::Section, section_id(path)?),
        FileKind::Page => (EntityKind::Page, Id::parse(stem(path, settings))?),
        FileKind::Translation(_) | FileKind::Registry => return None,
    };
    Some(Name { kind, id })
}

/// The default id of a section: its folder's name, `home` at the root.
pub fn section_id(path: &SourcePath) -> Option<Id> {
    let name = folder(path).rsplit('/').next().unwrap_or_default();
    Id::parse(if name.is_empty() { "home" } else { name })
}

/// The names of the entries of a registry, as far as they can be told.
pub fn names_in_registry(path: &SourcePath, source: &str) -> Vec<Name> {
    const LISTS: [(&str, EntityKind); 5] = [
        ("organizations", EntityKind::Organization),
        ("documents", EntityKind::Document),
        ("areas", EntityKind::Area),
        ("persons", EntityKind::Person),
        ("topics", EntityKind::Topic),
    ];
    let Ok(Node {
        value: Value::Mapping(lists),
        ..
    }) = yaml::tree(path, source, 0..source.len())
    else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for list in &lists {
        let kind = LISTS
            .iter()
            .find(|(key, _)| *key == list.key)
            .map(|(_, kind)| *kind);
        if let (Some(kind), Value::List(entries)) = (kind, &list.value.value) {
            let ids = entries
                .iter()
                .filter_map(|entry| text_at(entry, "id").and_then(Id::parse));
            names.extend(ids.map(|id| Name { kind, id }));
        }
    }
    names
}

fn text_at<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    let Value::Mapping(entries) = &node.value else {
        return None;
    };
    match &entries.iter().find(|entry| entry.key == key)?.value.value {
        Value::Scalar(text, _) => Some(text),
        _ => None,
    }
}
