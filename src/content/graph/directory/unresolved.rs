//! The entities that a file describes, and the names that it claims.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::base::output::OutputPath;
use crate::base::source::{CommitStamp, SourcePath};
use crate::content::draft_pages::DraftPages;
use crate::content::graph::entity::Origin;
use crate::content::markdown::ParsedText;
use crate::content::model::{EntityKind, Name, Registry};
use crate::content::parse::{Facts, FileContent, ParsedFile, folder, list_key, section_id, stem};
use crate::content::settings::Settings;
use crate::notation::scalar::Id;

/// An entity whose references are not resolved.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct UnresolvedEntity {
    /// Kind and id.
    pub name: Name,
    /// Where it is written.
    pub origin: Origin,
    /// The title.
    pub title: Arc<str>,
    /// The file of its page.
    pub output: OutputPath,
    /// The day of the last commit of its file.
    pub committed: Option<Date>,
    /// The last commit of the file of a meeting or body. Other things would change with every commit of their registry.
    pub commit: Option<CommitStamp>,
    /// The facts as written.
    pub facts: Facts,
    /// The text of its page.
    pub text: Arc<ParsedText>,
}

/// The claim of a file that a name stands for something.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The name.
    pub name: Name,
    /// What the name stands for.
    pub subject: ClaimSubject,
}

/// What a name stands for according to a claim.
#[derive(Clone, Debug, BorshSerialize, BorshDeserialize)]
pub enum ClaimSubject {
    /// An entity.
    Entity(Arc<UnresolvedEntity>),
    /// A draft, which is not published.
    Draft,
    /// Something with faults.
    Broken,
}

/// The claims of a file, and the faults of its names.
pub fn claims(
    file: &ParsedFile,
    settings: &Settings,
    drafts: Option<&DraftPages>,
) -> (Vec<Claim>, Vec<Diagnostic>) {
    let mut collector = ClaimCollector {
        file,
        settings,
        drafts,
        is_hidden: drafts.is_some_and(|drafts| drafts.hide(&file.path)),
        claims: Vec::new(),
        faults: Vec::new(),
    };
    match &file.content {
        FileContent::Page(facts, text) => collector.page(facts, text),
        FileContent::Registry(registry) => collector.registry(registry),
        FileContent::Broken(names) => collector.broken(names),
        FileContent::Translation(..) => {}
    }
    collector.broken(&file.meant_names);
    (collector.claims, collector.faults)
}

struct ClaimCollector<'a> {
    file: &'a ParsedFile,
    settings: &'a Settings,
    /// The drafts; `None` if they are published.
    drafts: Option<&'a DraftPages>,
    /// Whether the file is in a section that is a draft.
    is_hidden: bool,
    claims: Vec<Claim>,
    faults: Vec<Diagnostic>,
}

impl ClaimCollector<'_> {
    fn broken(&mut self, names: &[Name]) {
        self.claims.extend(names.iter().map(|name| Claim {
            name: name.clone(),
            subject: ClaimSubject::Broken,
        }));
    }

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
        self.entity(id, facts.clone(), origin, output, Arc::clone(text));
    }

    fn registry(&mut self, registry: &Registry) {
        let Registry {
            organizations,
            documents,
            areas,
            persons,
            meetings,
            topics,
        } = registry;
        self.entries(EntityKind::Organization, organizations, Facts::Organization);
        self.entries(EntityKind::Document, documents, Facts::Document);
        self.entries(EntityKind::Area, areas, Facts::Area);
        self.entries(EntityKind::Person, persons, Facts::Person);
        self.entries(EntityKind::Meeting, meetings, Facts::Meeting);
        self.entries(EntityKind::Topic, topics, Facts::Topic);
    }

    fn entries<T>(&mut self, kind: EntityKind, entries: &[Arc<T>], facts: fn(Arc<T>) -> Facts) {
        let folder = self.settings.list_folder(kind).to_owned();
        let text = Arc::default();
        for (index, written) in entries.iter().enumerate() {
            let origin = Origin {
                file: self.file.path.clone(),
                prefix: NodePath::default().key(list_key(kind)).index(index),
                registry: true,
            };
            let facts = facts(Arc::clone(written));
            let Some(id) = facts.described().common().id.clone() else {
                let place = Place::value(&origin.file, origin.prefix);
                let fault = Diagnostic::new(Code::MissingKey, place);
                self.faults.push(fault.text("key", "id"));
                continue;
            };
            let output = OutputPath::page(&format!("{folder}/{id}"));
            self.entity(id, facts, origin, output, Arc::clone(&text));
        }
    }

    fn entity(
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
        let subject = if self.is_hidden || self.drafts.is_some() && described.draft() {
            ClaimSubject::Draft
        } else {
            ClaimSubject::Entity(Arc::new(UnresolvedEntity {
                name: name.clone(),
                title: described.title().into(),
                committed: self.file.committed,
                commit: self
                    .file
                    .commit
                    .filter(|_| matches!(described.kind(), EntityKind::Meeting | EntityKind::Body)),
                origin,
                output,
                text,
                facts,
            }))
        };
        self.claims.push(Claim { name, subject });
    }
}

impl UnresolvedEntity {
    /// What people call it, besides its id: its title and acronym, and the ids that its old addresses tell of.
    pub fn spoken_names(&self) -> BTreeSet<&str> {
        let acronym = match &self.facts {
            Facts::Body(it) => it.acronym.as_deref(),
            Facts::Organization(it) => it.acronym.as_deref(),
            _ => None,
        };
        let aliases = self.facts.described().common().aliases.iter();
        let old_ids = aliases.filter_map(|it| it.trim_end_matches('/').rsplit('/').next());
        let names = old_ids.chain(acronym).chain([&*self.title]);
        names.collect()
    }

    /// The place of a value in the source of this entity: `entity.at(|it| it.key("seats").index(2))`.
    pub fn at(&self, path: impl FnOnce(&NodePath) -> NodePath) -> Place {
        Place::value(&self.origin.file, path(&self.origin.prefix))
    }

    /// Reports that another entity has the name already.
    pub fn duplicate(&self, first: &UnresolvedEntity) -> Diagnostic {
        let place = |entity: &UnresolvedEntity| entity.at(|it| it.key("id"));
        let has_written_id = self.facts.described().common().id.is_some();
        let second = if has_written_id {
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

/// The folder of a page in the built site. Each page has its own folder.
fn page_folder<'a>(path: &'a SourcePath, stem: &str, section: bool) -> Cow<'a, str> {
    let folder = folder(path);
    if section {
        folder.into()
    } else {
        format!("{folder}/{stem}").into()
    }
}
