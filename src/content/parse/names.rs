//! The names in a file with faults. They are collected so that references to them are not reported as second faults.

use super::file::{FileKind, classify, folder, stem};
use crate::base::source::SourcePath;
use crate::content::model::{EntityKind, Name};
use crate::content::settings::Settings;
use crate::notation::front_matter::{self, Parts};
use crate::notation::scalar::Id;
use crate::notation::suggest::near_word;
use crate::notation::yaml;

/// The `type` of a page as it is written, perhaps with the Italian key.
pub fn written_type(path: &SourcePath, source: &str, parts: &Parts) -> Option<String> {
    let front_matter = source.get(parts.front_matter.clone())?;
    let text = |key| yaml::text_of_key(path, front_matter, key);
    text("type").or_else(|| text("tipo").filter(|word| meant_kind(word).is_some()))
}

/// The entity kind with this name, or the one with the most similar name.
pub fn meant_kind(word: &str) -> Option<EntityKind> {
    let words: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let near = || EntityKind::of_word(near_word(word, &words)?.word);
    EntityKind::of_word(word).or_else(near)
}

/// The names that a page can have: by its front matter if that can be read, else by its file name.
pub fn names_of_page(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    settings: &Settings,
) -> Vec<Name> {
    let by_file = name_of_file(path, settings);
    let tree = yaml::tree(path, source, parts.front_matter.clone()).ok();
    let written_id = tree.as_ref().and_then(|tree| tree.get("id")?.as_text());
    let id_of_file = by_file.as_ref().map(|name| name.id.clone());
    let Some(id) = written_id.and_then(Id::parse).or(id_of_file) else {
        return Vec::new();
    };
    let front_matter = source.get(parts.front_matter.clone()).unwrap_or_default();
    let kinds = match written_type(path, source, parts).and_then(|word| meant_kind(&word)) {
        Some(kind) => vec![kind],
        // The type comes after the syntax error, so it can be any.
        None if tree.is_none() && front_matter.contains("type") => EntityKind::ALL.to_vec(),
        None => by_file.iter().map(|name| name.kind).collect(),
    };
    let name = |kind| Name {
        kind,
        id: id.clone(),
    };
    kinds.into_iter().map(name).collect()
}

/// The names that a file may mean to describe.
pub fn meant_names(path: &SourcePath, source: &str, settings: &Settings) -> Vec<Name> {
    match front_matter::cut(source) {
        _ if classify(path, settings) == FileKind::Registry => names_in_registry(path, source),
        Ok(parts) => names_of_page(path, source, &parts, settings),
        Err(_) => Vec::new(),
    }
}

/// The name of a page that has no written type and id. Returns `None` if the file name is no valid id.
pub fn name_of_file(path: &SourcePath, settings: &Settings) -> Option<Name> {
    let (kind, id) = match classify(path, settings) {
        FileKind::SectionIndex => (EntityKind::Section, section_id(path)?),
        FileKind::Page => (EntityKind::Page, Id::parse(stem(path, settings))?),
        FileKind::Translation(_) | FileKind::Registry => return None,
    };
    Some(Name { kind, id })
}

/// The default id of a section: the name of its folder, or `home` for the root folder.
pub fn section_id(path: &SourcePath) -> Option<Id> {
    let name = folder(path).rsplit('/').next().unwrap_or_default();
    Id::parse(if name.is_empty() { "home" } else { name })
}

/// The lists of a registry, and what is in each.
pub const REGISTRY_LISTS: [(&str, EntityKind); 6] = [
    ("organizations", EntityKind::Organization),
    ("documents", EntityKind::Document),
    ("areas", EntityKind::Area),
    ("persons", EntityKind::Person),
    ("meetings", EntityKind::Meeting),
    ("topics", EntityKind::Topic),
];

/// The names of the entries of a registry.
pub fn names_in_registry(path: &SourcePath, source: &str) -> Vec<Name> {
    let Ok(tree) = yaml::tree(path, source, 0..source.len()) else {
        return names_in_broken_registry(source);
    };
    let mut names = Vec::new();
    for list in tree.entries() {
        let kind = REGISTRY_LISTS.iter().find(|(key, _)| *key == list.key);
        if let Some((_, kind)) = kind {
            let ids = list.value.items().iter();
            let ids = ids.filter_map(|it| Id::parse(it.get("id")?.as_text()?));
            names.extend(ids.map(|id| Name { kind: *kind, id }));
        }
    }
    names
}

/// Whatever is called `id` in a registry with a fault of syntax, as a name of each kind of which the registry has a list.
fn names_in_broken_registry(source: &str) -> Vec<Name> {
    let has_list = |key: &str| source.lines().any(|line| line.starts_with(key));
    let mut kinds = REGISTRY_LISTS.to_vec();
    kinds.retain(|(key, _)| has_list(key));
    let is_end = |c: char| c.is_whitespace() || ",}\"'".contains(c);
    let ids = source.split("id:").skip(1).filter_map(|rest| {
        let rest = rest.trim_start_matches([' ', '"', '\'']);
        Id::parse(rest.split(is_end).next()?)
    });
    let names = ids.flat_map(|id| {
        let kinds = kinds.iter();
        let name = move |(_, kind): &(_, EntityKind)| Name {
            kind: *kind,
            id: id.clone(),
        };
        kinds.map(name).collect::<Vec<_>>()
    });
    names.collect()
}

/// The key of the list of a kind.
pub fn list_key(kind: EntityKind) -> &'static str {
    let list = REGISTRY_LISTS.iter().find(|(_, it)| *it == kind);
    list.map_or("topics", |(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::front_matter::cut;

    fn names(front_matter: &str) -> Vec<String> {
        let settings = Settings::read(&SourcePath::new("site.toml"), "title = \"A\"\n").unwrap();
        let path = SourcePath::new("content/consulta.md");
        let source = format!("---\n{front_matter}---\n");
        let names = names_of_page(&path, &source, &cut(&source).unwrap(), &settings);
        names.iter().map(Name::to_string).collect()
    }

    #[test]
    fn a_page_has_the_type_and_id_that_are_written() {
        assert_eq!(names("type: body\nid: a\nkind: b\n"), ["body/a"]);
        assert_eq!(names("titel: A\n"), ["page/consulta"]);
    }

    #[test]
    fn a_type_before_a_fault_of_syntax_is_read() {
        assert_eq!(names("type: body\ntitle: \"A\n"), ["body/consulta"]);
    }

    #[test]
    fn a_page_can_be_anything_if_its_type_is_hidden_by_a_fault() {
        let names = names("title: \"A\ntype: body\n");
        assert_eq!(names.len(), EntityKind::ALL.len());
        assert!(names.contains(&"body/consulta".to_owned()));
    }
}
