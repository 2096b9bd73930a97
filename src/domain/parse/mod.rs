//! The second stage: one text file becomes typed facts and a text with holes.
//!
//! Files are parsed one by one, without knowledge of each other, so that they can be parsed in
//! parallel and kept as long as they do not change.

mod broken;
mod file;

use std::sync::Arc;

pub use broken::section_id;
pub use file::{FileKind, classify, folder, original, stem};

use crate::domain::anchors::PageSection;
use crate::domain::markdown::{self, Text};
use crate::domain::model::{
    Area, Body, Described, Document, EntityKind, Meeting, Name, Organization, Page, Person,
    Registry, Section, Topic, Translation,
};
use crate::domain::settings::Settings;
use crate::vocabulary::code::Code;
use crate::vocabulary::date::Date;
use crate::vocabulary::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::vocabulary::language::Language;
use crate::vocabulary::notation::check::nearest;
use crate::vocabulary::notation::front_matter::{self, Parts, Uncut};
use crate::vocabulary::notation::shape::Typed;
use crate::vocabulary::notation::yaml;
use crate::vocabulary::source::{SourceFile, SourcePath};

/// A parsed file.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// Where it is.
    pub path: SourcePath,
    /// The day of its last commit.
    pub committed: Option<Date>,
    /// What it says.
    pub content: Content,
}

/// What a file says.
#[derive(Clone, Debug)]
pub enum Content {
    /// A page: facts and text.
    Page(Facts, Arc<Text>),
    /// The words of a page in another language.
    Translation(Language, Arc<Translation>, Arc<Text>),
    /// Many entries.
    Registry(Arc<Registry>),
    /// Nothing that can be used; the names of what it would have described, as far as they can be told,
    /// so that references to them are not faults of their own.
    Broken(Vec<Name>),
}

/// The facts of a page, by what it describes.
#[derive(Clone, Debug)]
pub enum Facts {
    /// A body.
    Body(Arc<Body>),
    /// An organization.
    Organization(Arc<Organization>),
    /// A person.
    Person(Arc<Person>),
    /// A meeting.
    Meeting(Arc<Meeting>),
    /// A document.
    Document(Arc<Document>),
    /// An area.
    Area(Arc<Area>),
    /// A topic.
    Topic(Arc<Topic>),
    /// A page of text.
    Page(Arc<Page>),
    /// A folder of pages.
    Section(Arc<Section>),
}

impl Facts {
    /// The facts, as far as all kinds have them.
    pub fn described(&self) -> &dyn DescribedFacts {
        match self {
            Facts::Body(it) => &**it,
            Facts::Organization(it) => &**it,
            Facts::Person(it) => &**it,
            Facts::Meeting(it) => &**it,
            Facts::Document(it) => &**it,
            Facts::Area(it) => &**it,
            Facts::Topic(it) => &**it,
            Facts::Page(it) => &**it,
            Facts::Section(it) => &**it,
        }
    }
}

/// [`Described`], usable without knowing the type.
pub trait DescribedFacts {
    /// What it describes.
    fn kind(&self) -> EntityKind;
    /// The `type` as typed.
    fn written_type(&self) -> Option<EntityKind>;
    /// Whether it is not to be published yet.
    fn draft(&self) -> bool;
}

impl<T: Described> DescribedFacts for T {
    fn kind(&self) -> EntityKind {
        T::KIND
    }

    fn written_type(&self) -> Option<EntityKind> {
        Described::written_type(self)
    }

    fn draft(&self) -> bool {
        self.common().draft == Some(true)
    }
}

/// Parses one file. There is always a result; what could not be read is in the diagnostics.
pub fn parse(file: &SourceFile, settings: &Settings) -> (Parsed, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let content = match std::str::from_utf8(&file.bytes) {
        Ok(source) => parse_text(&file.path, source, settings, &mut faults),
        Err(error) => {
            let at = error.valid_up_to();
            faults.push(Diagnostic::new(
                Code::InvalidUtf8,
                Place::span(&file.path, at..at + 1),
            ));
            Content::Broken(
                broken::name_of_file(&file.path, settings)
                    .into_iter()
                    .collect(),
            )
        }
    };
    (
        Parsed {
            path: file.path.clone(),
            committed: file.committed,
            content,
        },
        faults,
    )
}

fn parse_text(
    path: &SourcePath,
    source: &str,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Content {
    let kind = classify(path, settings);
    if kind == FileKind::Registry {
        return match yaml::read::<Registry>(path, source, 0..source.len()) {
            Ok(registry) => Content::Registry(Arc::new(registry)),
            Err(found) => {
                faults.extend(found);
                Content::Broken(broken::names_in_registry(path, source))
            }
        };
    }
    let parts = match front_matter::cut(source) {
        Ok(parts) => parts,
        Err(why) => {
            let code = match why {
                Uncut::Missing => Code::MissingFrontMatter,
                Uncut::Unclosed => Code::UnclosedFrontMatter,
            };
            faults.push(Diagnostic::new(code, Place::whole(path)));
            return Content::Broken(broken::name_of_file(path, settings).into_iter().collect());
        }
    };
    if let FileKind::Translation(language) = kind {
        return parse_translation(path, source, &parts, language, settings, faults);
    }
    let facts = read_facts(path, source, &parts, &kind);
    let (facts, found) = match facts {
        Ok(facts) => (Some(facts), Vec::new()),
        Err(found) => (None, found),
    };
    faults.extend(found);
    let tables = match &facts {
        Some(Facts::Body(body)) => body.tables.iter().map(|table| table.id.as_str()).collect(),
        _ => Vec::new(),
    };
    let text = parse_markdown(
        path,
        source,
        parts.text,
        &tables,
        &settings.default_language(),
        settings,
        faults,
    );
    match facts {
        Some(facts) => Content::Page(facts, text),
        None => Content::Broken(
            broken::name_in_page(path, source, &parts, settings)
                .into_iter()
                .collect(),
        ),
    }
}

fn parse_translation(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    language: Language,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Content {
    let text = parse_markdown(path, source, parts.text, &[], &language, settings, faults);
    match yaml::read::<Translation>(path, source, parts.front_matter.clone()) {
        Ok(words) => Content::Translation(language, Arc::new(words), text),
        Err(found) => {
            faults.extend(found);
            Content::Broken(Vec::new())
        }
    }
}

fn parse_markdown(
    path: &SourcePath,
    source: &str,
    start: usize,
    tables: &[&str],
    language: &Language,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Arc<Text> {
    let mut reserved: Vec<&str> = PageSection::ALL
        .iter()
        .map(|section| section.anchor(language))
        .collect();
    reserved.extend(tables);
    let markdown = markdown::Settings {
        html: settings.html_policy(),
    };
    let (text, found) = markdown::parse(path, source, start, &reserved, &markdown);
    faults.extend(found);
    Arc::new(text)
}

/// Reads the front matter as what it says that it is.
fn read_facts(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    kind: &FileKind,
) -> Result<Facts, Vec<Diagnostic>> {
    let section = *kind == FileKind::SectionIndex;
    let default = if section {
        EntityKind::Section
    } else {
        EntityKind::Page
    };
    let Some(word) = broken::typed_word(path, source, parts) else {
        return read_as(path, source, parts, default);
    };
    let at_type = |code| {
        let place = Place {
            file: path.clone(),
            at: At::Value(NodePath::default().key("type")),
        };
        Diagnostic::new(code, place).text("value", &word)
    };
    let Some(typed) = broken::kind(&word) else {
        let words = || EntityKind::ALL.iter().map(|kind| kind.as_str());
        let fault = at_type(Code::UnknownValue);
        return Err(vec![match nearest(&word, words()) {
            Some(near) => fault.text("near", near).hint("near"),
            None => fault
                .text("values", words().collect::<Vec<_>>().join(", "))
                .hint("values"),
        }]);
    };
    if (typed == EntityKind::Section) != section {
        let fault = at_type(Code::MisplacedType).hint(if section { "index" } else { "page" });
        let others = read_as(path, source, parts, typed)
            .err()
            .unwrap_or_default();
        return Err(std::iter::once(fault).chain(others).collect());
    }
    read_as(path, source, parts, typed)
}

fn read_as(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    kind: EntityKind,
) -> Result<Facts, Vec<Diagnostic>> {
    fn read<T: Typed>(
        path: &SourcePath,
        source: &str,
        parts: &Parts,
    ) -> Result<Arc<T>, Vec<Diagnostic>> {
        yaml::read(path, source, parts.front_matter.clone()).map(Arc::new)
    }
    Ok(match kind {
        EntityKind::Body => Facts::Body(read(path, source, parts)?),
        EntityKind::Organization => Facts::Organization(read(path, source, parts)?),
        EntityKind::Person => Facts::Person(read(path, source, parts)?),
        EntityKind::Meeting => Facts::Meeting(read(path, source, parts)?),
        EntityKind::Document => Facts::Document(read(path, source, parts)?),
        EntityKind::Area => Facts::Area(read(path, source, parts)?),
        EntityKind::Topic => Facts::Topic(read(path, source, parts)?),
        EntityKind::Page => Facts::Page(read(path, source, parts)?),
        EntityKind::Section => Facts::Section(read(path, source, parts)?),
    })
}
