//! The second stage: one text file becomes typed facts and a text with holes.
//!
//! Files are parsed one by one, without knowledge of each other, so that they can be parsed in
//! parallel and kept as long as they do not change.

mod broken;
mod file;

use std::borrow::Cow;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

pub use broken::section_id;
pub use file::{FileKind, classify, folder, original, stem};

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::language::Language;
use crate::base::source::{SourceFile, SourcePath};
use crate::content::markdown::{self, ParsedText};
use crate::content::model::{
    Area, Body, Common, Document, EntityKind, Meeting, Name, Organization, Page, Person, Referable,
    Registry, Section, Topic, Translation,
};
use crate::content::page_section::PageSection;
use crate::content::settings::Settings;
use crate::notation::front_matter::{self, Parts, Uncut};
use crate::notation::schema::Typed;
use crate::notation::yaml;

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
    Page(Facts, Arc<ParsedText>),
    /// The words of a page in another language.
    Translation(Language, Arc<Translation>, Arc<ParsedText>),
    /// Many entries.
    Registry(Arc<Registry>),
    /// Nothing that can be used; the names of what it would have described, as far as they can be told,
    /// so that references to them are not faults of their own.
    Broken(Vec<Name>),
}

/// The facts of a thing, by what it is.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
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

/// [`Referable`], usable without knowing the type.
pub trait DescribedFacts {
    /// What it describes.
    fn kind(&self) -> EntityKind;
    /// The `type` as typed.
    fn written_type(&self) -> Option<EntityKind>;
    /// Whether it is not to be published yet.
    fn draft(&self) -> bool;
    /// The fields of every page.
    fn common(&self) -> &Common;
    /// The title.
    fn title(&self) -> Cow<'_, str>;
}

impl<T: Referable> DescribedFacts for T {
    fn kind(&self) -> EntityKind {
        T::KIND
    }

    fn written_type(&self) -> Option<EntityKind> {
        Referable::written_type(self)
    }

    fn draft(&self) -> bool {
        Referable::common(self).draft == Some(true)
    }

    fn common(&self) -> &Common {
        Referable::common(self)
    }

    fn title(&self) -> Cow<'_, str> {
        Referable::title(self)
    }
}

/// Parses one file. What could not be understood is in the diagnostics.
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
    let parsed = Parsed {
        path: file.path.clone(),
        committed: file.state.committed,
        content,
    };
    (parsed, faults)
}

fn parse_text(
    path: &SourcePath,
    source: &str,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Content {
    let kind = classify(path, settings);
    if kind == FileKind::Registry {
        let (registry, found) = yaml::read::<Registry>(path, source, 0..source.len());
        faults.extend(found);
        return match registry {
            Some(registry) => Content::Registry(Arc::new(registry)),
            None => Content::Broken(broken::names_in_registry(path, source)),
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
    let (facts, found) = read_facts(path, source, &parts, &kind);
    faults.extend(found);
    let mut sections = PageSection::ALL;
    let mut tables = Vec::new();
    if let Some(facts) = &facts {
        sections = PageSection::of(facts.described().kind());
    }
    if let Some(Facts::Body(body)) = &facts {
        tables.extend(body.tables.iter().map(|table| table.id.as_str()));
    }
    let language = settings.default_language();
    let reserved = sections
        .iter()
        .map(|section| section.anchor(&language))
        .chain(tables)
        .collect();
    let text = parse_markdown(path, source, parts.text, reserved, settings, faults);
    match facts {
        Some(facts) => Content::Page(facts, text),
        None => Content::Broken(broken::names_of_page(path, source, &parts, settings)),
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
    let reserved = PageSection::ALL
        .iter()
        .map(|section| section.anchor(&language))
        .collect();
    let text = parse_markdown(path, source, parts.text, reserved, settings, faults);
    let (words, found) = yaml::read::<Translation>(path, source, parts.front_matter.clone());
    faults.extend(found);
    match words {
        Some(words) => Content::Translation(language, Arc::new(words), text),
        None => Content::Broken(Vec::new()),
    }
}

fn parse_markdown(
    path: &SourcePath,
    source: &str,
    start: usize,
    reserved: Vec<&str>,
    settings: &Settings,
    faults: &mut Vec<Diagnostic>,
) -> Arc<ParsedText> {
    let (text, found) = markdown::parse(path, source, start, &reserved, settings.html_policy());
    faults.extend(found);
    Arc::new(text)
}

/// Reads the front matter as what it says that it is.
fn read_facts(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    kind: &FileKind,
) -> (Option<Facts>, Vec<Diagnostic>) {
    let section = *kind == FileKind::SectionIndex;
    let default = if section {
        EntityKind::Section
    } else {
        EntityKind::Page
    };
    let Some(word) = broken::written_type(path, source, parts) else {
        return read_as(path, source, parts, default);
    };
    let at_type = |code| {
        let place = Place {
            file: path.clone(),
            at: At::Value(NodePath::default().key("type")),
        };
        Diagnostic::new(code, place).text("value", &word)
    };
    // A misspelt type is a fault of its own; the rest is read as what it was meant as.
    let Some(typed) = broken::meant_kind(&word) else {
        let words: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
        let fault = at_type(Code::UnknownValue);
        return (
            None,
            vec![fault.text("values", words.join(", ")).hint("values")],
        );
    };
    let (facts, mut found) = read_as(path, source, parts, typed);
    if typed.as_str() != word {
        // What that type asks for can wait until it is sure.
        found.retain(|fault| fault.code != Code::MissingKey);
    }
    if (typed == EntityKind::Section) != section {
        found.push(at_type(Code::MisplacedType).hint(if section { "index" } else { "page" }));
        return (None, found);
    }
    (facts, found)
}

fn read_as(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    kind: EntityKind,
) -> (Option<Facts>, Vec<Diagnostic>) {
    let read = Reader {
        path,
        source,
        parts,
    };
    match kind {
        EntityKind::Body => read.as_a(Facts::Body),
        EntityKind::Organization => read.as_a(Facts::Organization),
        EntityKind::Person => read.as_a(Facts::Person),
        EntityKind::Meeting => read.as_a(Facts::Meeting),
        EntityKind::Document => read.as_a(Facts::Document),
        EntityKind::Area => read.as_a(Facts::Area),
        EntityKind::Topic => read.as_a(Facts::Topic),
        EntityKind::Page => read.as_a(Facts::Page),
        EntityKind::Section => read.as_a(Facts::Section),
    }
}

struct Reader<'a> {
    path: &'a SourcePath,
    source: &'a str,
    parts: &'a Parts,
}

impl Reader<'_> {
    fn as_a<T: Typed>(&self, facts: fn(Arc<T>) -> Facts) -> (Option<Facts>, Vec<Diagnostic>) {
        let (value, found) = yaml::read(self.path, self.source, self.parts.front_matter.clone());
        (value.map(|value| facts(Arc::new(value))), found)
    }
}
