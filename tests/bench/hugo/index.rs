//! The things of a made site by their ids.

use std::collections::{BTreeMap, HashMap};

use serde_yaml::{Mapping, Value};

use super::Fallible;

/// What kind of thing: each has ids of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Area,
    Body,
    Document,
    Meeting,
    Organization,
    Page,
    Person,
    Section,
    Topic,
}

impl Kind {
    /// The kind by its name in front matter and in links.
    pub fn named(name: &str) -> Option<Kind> {
        Some(match name {
            "area" => Kind::Area,
            "body" => Kind::Body,
            "document" => Kind::Document,
            "meeting" => Kind::Meeting,
            "organization" => Kind::Organization,
            "page" => Kind::Page,
            "person" => Kind::Person,
            "section" => Kind::Section,
            "topic" => Kind::Topic,
            _ => return None,
        })
    }

    /// Of what kind the things are that the values of a key name by their ids, in a thing of this kind.
    pub fn named_by(key: &str, of: Kind) -> Option<Kind> {
        Some(match key {
            "authority" | "members" | "from" | "each" | "on_behalf_of" | "lead" | "issuer"
            | "organization" | "into" => Kind::Organization,
            "person" => Kind::Person,
            "act" | "minutes" | "documents" => Kind::Document,
            "body" => Kind::Body,
            "area" => Kind::Area,
            "topics" => Kind::Topic,
            "parent" => of,
            _ => return None,
        })
    }

    /// What Hugo shall take for the type of the page, which chooses the template.
    pub fn layout(self) -> &'static str {
        match self {
            Kind::Area => "area",
            Kind::Body => "body",
            Kind::Document => "document",
            Kind::Meeting => "meeting",
            Kind::Organization => "organization",
            Kind::Person => "person",
            Kind::Page | Kind::Section | Kind::Topic => "page",
        }
    }
}

/// A registry: its key, the kind of its entries, and the folder of their pages.
const REGISTRIES: [(&str, Kind, &str); 5] = [
    ("organizations", Kind::Organization, "/enti"),
    ("documents", Kind::Document, "/atti"),
    ("areas", Kind::Area, "/territori"),
    ("persons", Kind::Person, "/persone"),
    ("topics", Kind::Topic, "/argomenti"),
];

/// A thing with a page.
pub struct Thing {
    pub kind: Kind,
    pub id: String,
    pub title: String,
    /// The path of the page, from `/`, without one at its end: `/enti/comune-alba`.
    pub path: String,
    /// Front matter, or the entry of the registry.
    pub facts: Mapping,
    /// Markdown, as it was written.
    pub text: String,
    /// The folder of the file it is written in: paths in the text begin there.
    pub folder: String,
}

/// All things.
pub struct Index {
    things: Vec<Thing>,
    by_id: HashMap<(Kind, String), usize>,
    by_path: HashMap<String, usize>,
}

impl Index {
    /// The things in these files.
    pub fn new(files: &BTreeMap<String, Vec<u8>>) -> Fallible<Index> {
        let mut things = Vec::new();
        for (path, bytes) in files {
            let Some(path) = path.strip_prefix("content") else {
                continue;
            };
            if path.ends_with(".md") {
                things.push(of_page(path, std::str::from_utf8(bytes)?)?);
            } else if path.ends_with(".yaml") {
                things.extend(of_registry(std::str::from_utf8(bytes)?)?);
            }
        }
        let by_id = things.iter().enumerate();
        let by_id = by_id
            .map(|(at, it)| ((it.kind, it.id.clone()), at))
            .collect();
        let by_path = things.iter().enumerate();
        let by_path = by_path.map(|(at, it)| (it.path.clone(), at)).collect();
        Ok(Index {
            things,
            by_id,
            by_path,
        })
    }

    /// All of them.
    pub fn things(&self) -> &[Thing] {
        &self.things
    }

    /// The thing with this id.
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Thing> {
        let at = self.by_id.get(&(kind, id.to_owned()))?;
        self.things.get(*at)
    }

    /// The thing whose page is there.
    pub fn at(&self, path: &str) -> Option<&Thing> {
        self.things.get(*self.by_path.get(path)?)
    }
}

fn of_page(path: &str, file: &str) -> Fallible<Thing> {
    let (facts, text) = file
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .ok_or_else(|| format!("{path} has no front matter"))?;
    let facts: Mapping = serde_yaml::from_str(facts)?;
    let (folder, name) = path.rsplit_once('/').unwrap_or_default();
    let stem = name.trim_end_matches(".md");
    let is_section = stem == "_index";
    let kind = match facts.get("type").and_then(Value::as_str) {
        _ if is_section => Kind::Section,
        Some(kind) => Kind::named(kind).ok_or("a page of no type")?,
        None => Kind::Page,
    };
    let own = if is_section {
        folder.rsplit('/').next().unwrap_or_default()
    } else {
        stem
    };
    let path = if is_section {
        folder.to_owned()
    } else {
        format!("{folder}/{stem}")
    };
    Ok(Thing {
        kind,
        id: string(&facts, "id").unwrap_or(own).to_owned(),
        title: title(&facts)?,
        path,
        text: text.to_owned(),
        folder: folder.to_owned(),
        facts,
    })
}

fn of_registry(file: &str) -> Fallible<Vec<Thing>> {
    let mut things = Vec::new();
    let registry: BTreeMap<String, Vec<Mapping>> = serde_yaml::from_str(file)?;
    for (key, entries) in registry {
        let known = REGISTRIES.iter().find(|(name, ..)| *name == key);
        let (_, kind, folder) = known.ok_or("an unknown registry")?;
        for facts in entries {
            let id = string(&facts, "id")
                .ok_or("an entry without id")?
                .to_owned();
            things.push(Thing {
                kind: *kind,
                title: title(&facts)?,
                path: format!("{folder}/{id}"),
                id,
                facts,
                text: String::new(),
                folder: String::new(),
            });
        }
    }
    Ok(things)
}

/// The title; that of a person is the name.
fn title(facts: &Mapping) -> Fallible<String> {
    let title = string(facts, "title").map(str::to_owned);
    let name = || {
        Some(format!(
            "{} {}",
            string(facts, "given")?,
            string(facts, "family")?
        ))
    };
    Ok(title.or_else(name).ok_or("a thing without title")?)
}

/// A text among the facts.
pub fn string<'a>(facts: &'a Mapping, key: &str) -> Option<&'a str> {
    facts.get(key).and_then(Value::as_str)
}
