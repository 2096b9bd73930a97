//! Parsing: a source file becomes typed facts and a text whose links are not resolved.
//!
//! Each file is parsed alone, so files can be parsed in parallel, and only changed files are parsed again.

mod accepted;
mod copied_facts;
mod facts;
mod file;
mod names;
mod unfinished;
mod unread;

use std::sync::Arc;

pub use facts::{DescribedFacts, Facts};
pub use file::{FileKind, classify, copy_fault, folder, languages_in_names, original, stem};
pub use names::{REGISTRY_LISTS, list_key, section_id};
pub(super) use names::{meant_kind, name_of_file, written_type};

use crate::base::code::Code;
use crate::base::component::ThemeInterface;
use crate::base::date::Date;
use crate::base::diagnostic::{Arg, Diagnostic, NodePath, Place};
use crate::base::fix::Change;
use crate::base::language::Language;
use crate::base::source::{CommitStamp, SourceFile, SourcePath};
use crate::base::utf8::utf8_text;
use crate::content::answers::Answer;
use crate::content::markdown::{self, ParsedText, TextContext};
use crate::content::model::{EntityKind, Name, Registry, Translation};
use crate::content::page_section::PageSection;
use crate::content::settings::Settings;
use crate::content::unread::UnreadValue;
use crate::notation::front_matter::{self, Misspelt, Parts, Uncut};
use crate::notation::reading::Reading;
use crate::notation::schema::Typed;
use crate::notation::yaml;

/// A parsed file.
#[derive(Clone, Debug)]
pub struct ParsedFile {
    /// The path of the file.
    pub path: SourcePath,
    /// The day of its last commit, in the time zone of the site.
    pub committed: Option<Date>,
    /// Its last commit.
    pub commit: Option<CommitStamp>,
    /// The content.
    pub content: FileContent,
    /// The answers to warnings about the file.
    pub answers: Vec<Answer>,
    /// The values that could not be read.
    pub unread: Vec<UnreadValue>,
    /// The text below facts of which nothing could be read. Its links are checked all the same.
    pub text_of_broken: Option<Arc<ParsedText>>,
    /// The names that the file may mean to describe, and does not, because an id could not be read.
    pub meant_names: Vec<Name>,
}

/// The content of a file.
#[derive(Clone, Debug)]
pub enum FileContent {
    /// A page: its facts and its text.
    Page(Facts, Arc<ParsedText>),
    /// The translation of a page.
    Translation(Language, Arc<Translation>, Arc<ParsedText>),
    /// A registry, which has many entries.
    Registry(Arc<Registry>),
    /// A file of which nothing could be read. It has the names that the file would describe, so that references to them
    /// are not reported as second faults. Names that the faults hide are missing.
    Broken(Vec<Name>),
}

/// Parses a file. Faults are in the diagnostics.
pub fn parse(
    file: &SourceFile,
    settings: &Settings,
    theme: &ThemeInterface,
) -> (ParsedFile, Vec<Diagnostic>) {
    let path = &file.path;
    let text = utf8_text(path, &file.bytes);
    let mut parser = Parser {
        path,
        source: text.as_ref().copied().unwrap_or_default(),
        settings,
        theme,
        faults: Vec::new(),
        unread: Vec::new(),
        text_of_broken: None,
    };
    let content = match text {
        _ if let Some(fault) = unreadable(path, &file.bytes) => {
            parser.faults.push(fault);
            FileContent::Broken(names::name_of_file(path, settings).into_iter().collect())
        }
        Ok(_) => parser.content(),
        Err(fault) => {
            parser.faults.push(fault);
            let lossy = String::from_utf8_lossy(&file.bytes);
            let mut names = names::meant_names(path, &lossy, settings);
            names.extend(names::name_of_file(path, settings));
            FileContent::Broken(names)
        }
    };
    let meant_names = match parser.unread.iter().any(is_own_id) {
        true => names::meant_names(path, parser.source, settings),
        false => Vec::new(),
    };
    let committed = file.state.committed;
    let parsed = ParsedFile {
        path: path.clone(),
        commit: committed,
        committed: committed.and_then(|it| Date::from_unix(it.seconds, &settings.zone())),
        answers: accepted::answers(path, parser.source, &content),
        unread: unread::unread_values(parser.unread, path, &content, settings),
        content,
        text_of_broken: parser.text_of_broken,
        meant_names,
    };
    (parsed, parser.faults)
}

/// A file that is being parsed, and what is found in it beside its content.
struct Parser<'f> {
    path: &'f SourcePath,
    source: &'f str,
    settings: &'f Settings,
    theme: &'f ThemeInterface,
    faults: Vec<Diagnostic>,
    unread: Vec<NodePath>,
    text_of_broken: Option<Arc<ParsedText>>,
}

impl Parser<'_> {
    fn content(&mut self) -> FileContent {
        let (path, source, settings) = (self.path, self.source, self.settings);
        self.faults.extend(unfinished::unfinished(path, source));
        let kind = classify(path, settings);
        if kind == FileKind::Registry {
            let reading = yaml::read::<Registry>(path, source, 0..source.len());
            return match self.take(reading) {
                Some(registry) => FileContent::Registry(Arc::new(registry)),
                None => FileContent::Broken(names::names_in_registry(path, source)),
            };
        }
        self.faults.extend(file::language_fault(path, settings));
        let parts = match front_matter::cut(source) {
            Ok(parts) => parts,
            Err(why) => {
                if is_only_text(source, &why) {
                    self.text_of_broken = Some(self.text(0, &[]));
                }
                self.faults.push(uncut(path, why));
                let name = names::name_of_file(path, settings);
                return FileContent::Broken(name.into_iter().collect());
            }
        };
        match kind {
            FileKind::Translation(language) => self.translation(&parts, language),
            _ => self.page(&parts, &kind),
        }
    }

    fn page(&mut self, parts: &Parts, kind: &FileKind) -> FileContent {
        let (path, source, settings) = (self.path, self.source, self.settings);
        let facts = self.take(read_facts(path, source, parts, kind));
        // Nobody knows whether it is to be published.
        let is_draft = NodePath::default().key("draft");
        let facts = facts.filter(|_| !self.unread.contains(&is_draft));
        let mut sections = PageSection::ALL;
        let mut tables = Vec::new();
        if let Some(facts) = &facts {
            sections = PageSection::of(facts.described().kind());
        }
        if let Some(Facts::Body(body)) = &facts {
            tables.extend(body.tables.iter().map(|table| table.id.as_str()));
        }
        let language = settings.default_language();
        let sections = sections.iter().map(|section| section.anchor(&language));
        let reserved: Vec<&str> = sections.chain(tables).collect();
        let text = self.text(parts.text, &reserved);
        match facts {
            Some(facts) => FileContent::Page(facts, text),
            None => {
                self.text_of_broken = Some(text);
                FileContent::Broken(names::names_of_page(path, source, parts, settings))
            }
        }
    }

    fn translation(&mut self, parts: &Parts, language: Language) -> FileContent {
        let sections = PageSection::ALL.iter();
        let reserved: Vec<&str> = sections.map(|section| section.anchor(&language)).collect();
        let text = self.text(parts.text, &reserved);
        let mut words =
            yaml::read::<Translation>(self.path, self.source, parts.front_matter.clone());
        let original = file::original(self.path, self.settings);
        let front_matter = (self.source, parts.front_matter.clone());
        words.faults = copied_facts::merged(self.path, front_matter, original, words.faults);
        match self.take(words) {
            Some(words) => FileContent::Translation(language, Arc::new(words), text),
            None => {
                self.text_of_broken = Some(text);
                FileContent::Broken(Vec::new())
            }
        }
    }

    /// The text that begins at a byte of the file.
    fn text(&mut self, start: usize, reserved: &[&str]) -> Arc<ParsedText> {
        let context = TextContext {
            reserved,
            theme: self.theme,
            html: self.settings.html_policy(),
        };
        let (text, found) = markdown::parse(self.path, self.source, start, context);
        self.faults.extend(found);
        Arc::new(text)
    }

    fn take<T>(&mut self, reading: Reading<T>) -> Option<T> {
        self.faults.extend(reading.faults);
        self.unread.extend(reading.unread);
        reading.value
    }
}

/// The fault of a file that is no text, or whose lines no program of today reads.
fn unreadable(path: &SourcePath, bytes: &[u8]) -> Option<Diagnostic> {
    let fault = || Diagnostic::new(Code::MissingFrontMatter, Place::whole(path));
    let foreign = foreign_format(bytes).map(|it| fault().label("format", it).hint("foreign"));
    foreign.or_else(|| has_old_line_ends(bytes).then(|| fault().hint("returns")))
}

/// The format of a file that is no text, as the key of its name in the catalogues.
fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: [(&[u8], &str); 6] = [
        (b"PK\x03\x04", "format-office"),
        (b"\xd0\xcf\x11\xe0", "format-office"),
        (b"{\\rtf", "format-rtf"),
        (b"%PDF-", "format-pdf"),
        (b"<html", "format-html"),
        (b"<!doctype", "format-html"),
    ];
    let begins = |start: &[u8]| {
        let first = bytes.get(..start.len());
        first.is_some_and(|it| it.eq_ignore_ascii_case(start))
    };
    let format = FORMATS.iter().find(|(start, _)| begins(start));
    format.map(|(_, format)| *format)
}

/// Whether the lines end as on old Macs.
fn has_old_line_ends(bytes: &[u8]) -> bool {
    bytes.contains(&b'\r') && !bytes.contains(&b'\n')
}

/// Whether a file that has no front matter is a text all the same: it does not begin with what looks like keys.
fn is_only_text(source: &str, why: &Uncut) -> bool {
    let mut lines = source.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let has_key = first
        .split_once(':')
        .is_some_and(|(key, _)| !key.contains([' ', '[', '(']));
    matches!(why, Uncut::Missing(Misspelt::Absent(_))) && !has_key && !first.starts_with("---")
}

fn uncut(path: &SourcePath, why: Uncut) -> Diagnostic {
    let (code, misspelt) = match why {
        Uncut::Missing(misspelt) => (Code::MissingFrontMatter, misspelt),
        Uncut::Unclosed(misspelt) => (Code::UnclosedFrontMatter, misspelt),
    };
    let fault = |place| Diagnostic::new(code, Place::span(path, place));
    match misspelt {
        Misspelt::Line(line) => {
            let fault = fault(line).text("mended", "---").hint("spelt");
            fault.fix(Change::Text("---".to_owned()))
        }
        Misspelt::Absent(place) => fault(place),
    }
}

/// Whether a value is the id of a page, or of an entry of a registry.
fn is_own_id(path: &NodePath) -> bool {
    let steps: Vec<_> = path.steps().collect();
    matches!(steps.as_slice(), [id] | [_, _, id] if id == "id")
}

/// Reads the front matter as the type that it names.
fn read_facts(path: &SourcePath, source: &str, parts: &Parts, kind: &FileKind) -> Reading<Facts> {
    let section = *kind == FileKind::SectionIndex;
    let default = if section {
        EntityKind::Section
    } else {
        EntityKind::Page
    };
    let Some(word) = names::written_type(path, source, parts) else {
        return read_as(path, source, parts, default);
    };
    let at_type = |code| {
        let place = Place::value(path, NodePath::default().key("type"));
        Diagnostic::new(code, place).text("value", &word)
    };
    // A misspelt type is reported, and the rest is read as the type that is probably meant.
    let Some(typed) = names::meant_kind(&word) else {
        let words: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
        let fault = at_type(Code::UnknownValue);
        let fault = fault.text("values", words.join(", ")).hint("values");
        let mut faults = read_as(path, source, parts, EntityKind::Page).faults;
        // Which keys there may be and must be depends on the type. The values of those that all types have do not.
        let depends = [Code::UnknownKey, Code::MissingKey, Code::RefusedKey];
        let is_type = |it: &Diagnostic| {
            let value = Arg::Text(word.clone());
            it.code == Code::UnknownValue && it.args.iter().any(|(_, arg)| *arg == value)
        };
        faults.retain(|it| !depends.contains(&it.code) && !is_type(it));
        faults.push(fault);
        return Reading::failed(faults);
    };
    let mut facts = read_as(path, source, parts, typed);
    if typed.as_str() != word {
        // The keys that the type requires are only reported if the type is certain.
        let all = facts.faults.len();
        facts.faults.retain(|fault| fault.code != Code::MissingKey);
        if facts.faults.len() < all {
            // With the other type, they would be faults.
            let of_type = facts.faults.iter_mut();
            let is_type = |it: &Diagnostic| match &it.fix {
                Some(fix) => matches!(&fix.change, Change::Text(pair) if pair.starts_with("type:")),
                None => false,
            };
            let of_type = of_type.filter(|it| it.code == Code::UnknownValue || is_type(it));
            of_type.for_each(|fault| fault.fix = None);
        }
    }
    if (typed == EntityKind::Section) != section {
        let hint = if section { "index" } else { "page" };
        facts.faults.push(at_type(Code::MisplacedType).hint(hint));
        facts.value = None;
    }
    facts
}

fn read_as(path: &SourcePath, source: &str, parts: &Parts, kind: EntityKind) -> Reading<Facts> {
    match kind {
        EntityKind::Body => read_front_matter(path, source, parts, Facts::Body),
        EntityKind::Organization => read_front_matter(path, source, parts, Facts::Organization),
        EntityKind::Person => read_front_matter(path, source, parts, Facts::Person),
        EntityKind::Meeting => read_front_matter(path, source, parts, Facts::Meeting),
        EntityKind::Document => read_front_matter(path, source, parts, Facts::Document),
        EntityKind::Area => read_front_matter(path, source, parts, Facts::Area),
        EntityKind::Topic => read_front_matter(path, source, parts, Facts::Topic),
        EntityKind::Page => read_front_matter(path, source, parts, Facts::Page),
        EntityKind::Section => read_front_matter(path, source, parts, Facts::Section),
    }
}

fn read_front_matter<T: Typed>(
    path: &SourcePath,
    source: &str,
    parts: &Parts,
    facts: fn(Arc<T>) -> Facts,
) -> Reading<Facts> {
    let read = yaml::read(path, source, parts.front_matter.clone());
    read.map(|value| facts(Arc::new(value)))
}
