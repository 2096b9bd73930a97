//! Every described thing, with its name and its page.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Input, translations};
use crate::domain::graph::entity::{Linked, Node, Origin, Words};
use crate::domain::markdown::Text as MarkdownText;
use crate::domain::model::{
    Area, Body, Document, EntityKind, Meeting, Name, Organization, Page, Person, Registry, Section,
    Topic,
};
use crate::domain::parse::{Content, Facts, Parsed, folder, section_id, stem};
use crate::domain::settings::{Paths, Settings, Vocabulary};
use crate::vocabulary::code::Code;
use crate::vocabulary::date::Date;
use crate::vocabulary::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::vocabulary::notation::scalar::Id;
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::source::SourcePath;

/// A thing whose references have not been looked up.
pub(super) struct Draft<T: Linked> {
    pub node: Node,
    pub written: Arc<T>,
}

/// All things, kind by kind, and the names of those that cannot be used.
#[derive(Default)]
pub(super) struct Collected {
    pub bodies: Vec<Draft<Body>>,
    pub organizations: Vec<Draft<Organization>>,
    pub persons: Vec<Draft<Person>>,
    pub meetings: Vec<Draft<Meeting>>,
    pub documents: Vec<Draft<Document>>,
    pub areas: Vec<Draft<Area>>,
    pub topics: Vec<Draft<Topic>>,
    pub pages: Vec<Draft<Page>>,
    pub sections: Vec<Draft<Section>>,
    /// Described in files that could not be read.
    pub broken: Vec<Name>,
    /// Described, and not published yet.
    pub drafts: Vec<Name>,
}

/// The kinds that have a shelf of their own.
pub(super) trait Shelf: Linked + Sized {
    fn shelf(collected: &mut Collected) -> &mut Vec<Draft<Self>>;
}

macro_rules! shelves {
    ($($Type:ty => $field:ident),*) => {$(
        impl Shelf for $Type {
            fn shelf(collected: &mut Collected) -> &mut Vec<Draft<Self>> {
                &mut collected.$field
            }
        }
    )*};
}

shelves!(
    Body => bodies, Organization => organizations, Person => persons, Meeting => meetings, Document => documents,
    Area => areas, Topic => topics, Page => pages, Section => sections
);

pub(super) fn collect(
    input: &Input<'_>,
    vocabulary: &Vocabulary,
    faults: &mut Vec<Diagnostic>,
) -> Collected {
    let mut collector = Collector {
        input,
        seen: BTreeMap::new(),
        collected: Collected::default(),
        faults,
    };
    input.files.iter().for_each(|file| collector.page(file));
    // After all pages, because a page replaces the entry of its name.
    input.files.iter().for_each(|file| collector.registry(file));
    collector.unwritten(vocabulary);
    let mut collected = collector.collected;
    translations::add_translations(&mut collected, input, faults);
    collected
}

pub(super) struct Collector<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) seen: BTreeMap<Name, Origin>,
    pub(super) collected: Collected,
    faults: &'a mut Vec<Diagnostic>,
}

impl Collector<'_> {
    fn page(&mut self, file: &Parsed) {
        let (facts, text) = match &file.content {
            Content::Page(facts, text) => (facts, text),
            Content::Broken(names) => return self.collected.broken.extend(names.iter().cloned()),
            Content::Translation(..) | Content::Registry(_) => return,
        };
        match facts {
            Facts::Body(it) => self.add_page(file, it, text),
            Facts::Organization(it) => self.add_page(file, it, text),
            Facts::Person(it) => self.add_page(file, it, text),
            Facts::Meeting(it) => self.add_page(file, it, text),
            Facts::Document(it) => self.add_page(file, it, text),
            Facts::Area(it) => self.add_page(file, it, text),
            Facts::Topic(it) => self.add_page(file, it, text),
            Facts::Page(it) => self.add_page(file, it, text),
            Facts::Section(it) => self.add_page(file, it, text),
        }
    }

    fn add_page<T: Shelf>(&mut self, file: &Parsed, written: &Arc<T>, text: &Arc<MarkdownText>) {
        let settings = self.input.settings;
        let section = T::KIND == EntityKind::Section;
        let by_file = if section {
            section_id(&file.path)
        } else {
            Id::parse(stem(&file.path, settings))
        };
        let Some(id) = written.common().id.clone().or_else(|| by_file.clone()) else {
            let near = slug::slugify(stem(&file.path, settings));
            let fault = Diagnostic::new(Code::BadId, Place::whole(&file.path));
            let fault = fault
                .text("value", stem(&file.path, settings))
                .label("shape", "shape-id");
            return self.faults.push(fault.text("near", near).hint("file"));
        };
        let place = page_folder(&file.path, section, settings);
        let words = Words {
            file: Some(file.path.clone()),
            text: Arc::clone(text),
            ..Words::default()
        };
        let origin = Origin {
            file: file.path.clone(),
            prefix: NodePath::default(),
            registry: false,
        };
        self.add(
            id,
            written,
            origin,
            OutputPath::page(&place),
            words,
            file.committed,
        );
    }

    fn registry(&mut self, file: &Parsed) {
        let Content::Registry(registry) = &file.content else {
            return;
        };
        let Registry {
            organizations,
            documents,
            areas,
            persons,
            topics,
        } = &**registry;
        self.entries(file, "organizations", organizations);
        self.entries(file, "documents", documents);
        self.entries(file, "areas", areas);
        self.entries(file, "persons", persons);
        self.entries(file, "topics", topics);
    }

    fn entries<T: Shelf>(&mut self, file: &Parsed, list: &'static str, entries: &[Arc<T>]) {
        let folder = list_folder(self.input.settings.paths.as_ref(), list);
        for (index, written) in entries.iter().enumerate() {
            let prefix = NodePath::default().key(list).index(index);
            let Some(id) = written.common().id.clone() else {
                let place = Place {
                    file: file.path.clone(),
                    at: At::Value(prefix),
                };
                self.faults
                    .push(Diagnostic::new(Code::MissingKey, place).text("key", "id"));
                continue;
            };
            let output = OutputPath::page(&format!("{folder}/{id}"));
            let origin = Origin {
                file: file.path.clone(),
                prefix,
                registry: true,
            };
            self.add(
                id,
                written,
                origin,
                output,
                Words::default(),
                file.committed,
            );
        }
    }

    pub(super) fn add<T: Shelf>(
        &mut self,
        id: Id,
        written: &Arc<T>,
        origin: Origin,
        output: OutputPath,
        words: Words,
        committed: Option<Date>,
    ) {
        let name = Name { kind: T::KIND, id };
        if written.common().draft == Some(true) && !self.input.drafts {
            return self.collected.drafts.push(name);
        }
        let node = Node {
            name: name.clone(),
            title: written.title().into(),
            output,
            words,
            translations: BTreeMap::new(),
            updated: written.common().updated.or(committed),
            topics: Vec::new(),
            section: None,
            origin,
        };
        match self.seen.get(&name) {
            // A page says more than an entry.
            Some(first) if node.origin.registry && !first.registry => {}
            Some(first) => self.faults.push(duplicate(&node, first)),
            None => {
                self.seen.insert(name, node.origin.clone());
                T::shelf(&mut self.collected).push(Draft {
                    node,
                    written: Arc::clone(written),
                });
            }
        }
    }
}

fn duplicate(node: &Node, first: &Origin) -> Diagnostic {
    let second = if node.origin.registry || node_has_id(node) {
        node.at(|it| it.key("id"))
    } else {
        Place::whole(&node.origin.file)
    };
    let first = Place {
        file: first.file.clone(),
        at: At::Value(first.prefix.key("id")),
    };
    Diagnostic::new(Code::DuplicateId, second)
        .label("type", node.name.kind.label())
        .text("id", node.id())
        .related(first)
}

fn node_has_id(node: &Node) -> bool {
    node.words.file.is_none()
        || !node
            .output
            .as_str()
            .ends_with(&format!("{}/index.html", node.id()))
}

/// The folder of a page in the built site: a file becomes a folder of its own.
fn page_folder(path: &SourcePath, section: bool, settings: &Settings) -> Cow<'static, str> {
    let folder = folder(path);
    if section {
        folder.to_owned().into()
    } else {
        format!("{folder}/{}", stem(path, settings)).into()
    }
}

/// The folder of the pages that the entries of a registry's list get.
pub(super) fn list_folder(paths: Option<&Paths>, list: &str) -> String {
    let chosen = paths.and_then(|paths| match list {
        "organizations" => paths.organizations.as_ref(),
        "documents" => paths.documents.as_ref(),
        "areas" => paths.areas.as_ref(),
        "persons" => paths.persons.as_ref(),
        _ => paths.topics.as_ref(),
    });
    chosen.map_or(list, Id::as_str).to_owned()
}

impl Collected {
    pub(super) fn for_each_node(&mut self, act: &mut dyn FnMut(&mut Node)) {
        self.bodies.iter_mut().for_each(|it| act(&mut it.node));
        self.organizations
            .iter_mut()
            .for_each(|it| act(&mut it.node));
        self.persons.iter_mut().for_each(|it| act(&mut it.node));
        self.meetings.iter_mut().for_each(|it| act(&mut it.node));
        self.documents.iter_mut().for_each(|it| act(&mut it.node));
        self.areas.iter_mut().for_each(|it| act(&mut it.node));
        self.topics.iter_mut().for_each(|it| act(&mut it.node));
        self.pages.iter_mut().for_each(|it| act(&mut it.node));
        self.sections.iter_mut().for_each(|it| act(&mut it.node));
    }
}
