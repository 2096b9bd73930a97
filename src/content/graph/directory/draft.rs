//! What a file says that there is.

use std::borrow::Cow;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::graph::entity::Origin;
use crate::content::markdown::ParsedText;
use crate::content::model::{EntityKind, Name, Registry};
use crate::content::parse::{Content, Facts, Parsed, folder, section_id, stem};
use crate::content::settings::{Paths, Settings};
use crate::notation::scalar::Id;

/// A thing whose references have not been looked up.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Draft {
    /// Kind and id.
    pub name: Name,
    /// Where it is described.
    pub origin: Origin,
    /// The title.
    pub title: Arc<str>,
    /// The page.
    pub output: OutputPath,
    /// The day of the last change, as typed or as the history knows it.
    pub updated: Option<Date>,
    /// What was typed.
    pub facts: Facts,
    /// The text of its page.
    pub text: Arc<ParsedText>,
}

/// What a file says of a name.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The name.
    pub name: Name,
    /// What it stands for.
    pub stands: Stands,
}

/// What a name stands for, as one file has it.
#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
pub enum Stands {
    /// A thing.
    Thing(Arc<Draft>),
    /// A thing that is not published yet.
    Draft,
    /// Something that is at fault.
    Broken,
}

/// Everything that a file says that there is, and what is wrong with the names.
pub fn claims(file: &Parsed, settings: &Settings, drafts: bool) -> (Vec<Claim>, Vec<Diagnostic>) {
    let mut gathered = Gathered {
        file,
        settings,
        drafts,
        claims: Vec::new(),
        faults: Vec::new(),
    };
    match &file.content {
        Content::Page(facts, text) => gathered.page(facts, text),
        Content::Registry(registry) => gathered.registry(registry),
        Content::Broken(names) => gathered.claims.extend(names.iter().map(|name| Claim {
            name: name.clone(),
            stands: Stands::Broken,
        })),
        Content::Translation(..) => {}
    }
    (gathered.claims, gathered.faults)
}

/// The folder of the pages that the entries of a registry's list get.
pub fn list_folder(paths: Option<&Paths>, kind: EntityKind) -> &str {
    let chosen = paths.and_then(|paths| match kind {
        EntityKind::Organization => paths.organizations.as_ref(),
        EntityKind::Document => paths.documents.as_ref(),
        EntityKind::Area => paths.areas.as_ref(),
        EntityKind::Person => paths.persons.as_ref(),
        _ => paths.topics.as_ref(),
    });
    chosen.map_or_else(|| list_key(kind), Id::as_str)
}

/// The key of the list of a kind in registries.
pub fn list_key(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organization => "organizations",
        EntityKind::Document => "documents",
        EntityKind::Area => "areas",
        EntityKind::Person => "persons",
        _ => "topics",
    }
}

struct Gathered<'a> {
    file: &'a Parsed,
    settings: &'a Settings,
    drafts: bool,
    claims: Vec<Claim>,
    faults: Vec<Diagnostic>,
}

impl Gathered<'_> {
    fn page(&mut self, facts: &Facts, text: &Arc<ParsedText>) {
        let path = &self.file.path;
        let stem = stem(path, self.settings);
        let section = facts.described().kind() == EntityKind::Section;
        let by_file = if section {
            section_id(path)
        } else {
            Id::parse(stem)
        };
        let Some(id) = facts.described().common().id.clone().or(by_file) else {
            let fault = Diagnostic::new(Code::BadId, Place::whole(path));
            let fault = fault.text("value", stem).label("shape", "shape-id");
            let near = slug::slugify(stem);
            return self.faults.push(fault.text("near", near).hint("file"));
        };
        let origin = Origin {
            file: path.clone(),
            prefix: NodePath::default(),
            registry: false,
        };
        let output = OutputPath::page(&page_folder(path, stem, section));
        self.thing(id, facts.clone(), origin, output, Arc::clone(text));
    }

    fn registry(&mut self, registry: &Registry) {
        let Registry {
            organizations,
            documents,
            areas,
            persons,
            topics,
        } = registry;
        self.entries(EntityKind::Organization, organizations, Facts::Organization);
        self.entries(EntityKind::Document, documents, Facts::Document);
        self.entries(EntityKind::Area, areas, Facts::Area);
        self.entries(EntityKind::Person, persons, Facts::Person);
        self.entries(EntityKind::Topic, topics, Facts::Topic);
    }

    fn entries<T>(&mut self, kind: EntityKind, entries: &[Arc<T>], facts: fn(Arc<T>) -> Facts) {
        let folder = list_folder(self.settings.paths.as_ref(), kind).to_owned();
        let text = Arc::default();
        for (index, written) in entries.iter().enumerate() {
            let origin = Origin {
                file: self.file.path.clone(),
                prefix: NodePath::default().key(list_key(kind)).index(index),
                registry: true,
            };
            let facts = facts(Arc::clone(written));
            let Some(id) = facts.described().common().id.clone() else {
                let place = Place {
                    file: origin.file,
                    at: At::Value(origin.prefix),
                };
                let fault = Diagnostic::new(Code::MissingKey, place);
                self.faults.push(fault.text("key", "id"));
                continue;
            };
            let output = OutputPath::page(&format!("{folder}/{id}"));
            self.thing(id, facts, origin, output, Arc::clone(&text));
        }
    }

    fn thing(
        &mut self,
        id: Id,
        facts: Facts,
        origin: Origin,
        output: OutputPath,
        text: Arc<ParsedText>,
    ) {
        let described = facts.described();
        let name = Name {
            kind: described.kind(),
            id,
        };
        let stands = if described.draft() && !self.drafts {
            Stands::Draft
        } else {
            Stands::Thing(Arc::new(Draft {
                name: name.clone(),
                title: described.title().into(),
                updated: described.common().updated.or(self.file.committed),
                origin,
                output,
                text,
                facts,
            }))
        };
        self.claims.push(Claim { name, stands });
    }
}

impl Draft {
    /// The place of a value of this thing: `draft.at(|it| it.key("seats").index(2))`.
    pub fn at(&self, path: impl FnOnce(&NodePath) -> NodePath) -> Place {
        Place {
            file: self.origin.file.clone(),
            at: At::Value(path(&self.origin.prefix)),
        }
    }

    /// Reports that the name was taken already, by the first of these.
    pub fn duplicate(&self, first: &Draft) -> Diagnostic {
        let place = |draft: &Draft| draft.at(|it| it.key("id"));
        let typed = self.facts.described().common().id.is_some();
        let second = if typed {
            place(self)
        } else {
            Place::whole(&self.origin.file)
        };
        Diagnostic::new(Code::DuplicateId, second)
            .label("type", self.name.kind.label())
            .text("id", self.name.id.as_str())
            .related(place(first))
    }
}

/// The folder of a page in the built site: a file becomes a folder of its own.
fn page_folder<'a>(path: &'a SourcePath, stem: &str, section: bool) -> Cow<'a, str> {
    let folder = folder(path);
    if section {
        folder.into()
    } else {
        format!("{folder}/{stem}").into()
    }
}
