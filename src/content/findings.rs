//! Everything that is wrong with a site, by finder and by file.

use std::collections::{BTreeMap, BTreeSet};

use borsh::{BorshDeserialize, BorshSerialize};

use super::graph::AnyLink;
use super::model::Name;
use crate::base::code::Severity;
use crate::base::diagnostic::{Diagnostic, Tally};
use crate::base::source::SourcePath;

/// A step that finds diagnostics.
///
/// What one finder finds, no other does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum Finder {
    /// The reading of files from disk. The first in order: see [`Findings::in_file`].
    Load,
    /// The reading of the settings.
    Settings,
    /// The loading of the theme.
    Theme,
    /// The parsing of a file.
    Parse(SourcePath),
    /// The check of the names of the things that a file describes.
    Claims(SourcePath),
    /// The check that a translation has an original.
    Original(SourcePath),
    /// The check of the calls of components in a file.
    Calls(SourcePath),
    /// The check that one thing only has a name.
    Name(Name),
    /// The check that each output is of one page or file.
    Outputs,
    /// The check that the pages of long lists have addresses of their own.
    Lists,
    /// The resolution of the references of a thing.
    Links(AnyLink),
    /// The check for cycles of parents.
    Parents,
    /// The resolution of the references of menus and footer.
    Site,
    /// The rules for a thing, or for the site.
    Rules(Option<AnyLink>),
    /// The check of the images that a thing shows.
    Images(AnyLink),
    /// The rendering of the pages of a turn.
    Render,
    /// The making of the index of the search.
    Search,
}

/// What all finders have found.
///
/// To count errors, and to list the files in which something has changed, takes no longer when there are
/// more findings: [`set`](Findings::set) keeps both up to date.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Findings {
    /// What each finder has found, sorted.
    found: BTreeMap<Finder, Box<[Diagnostic]>>,
    by_file: BTreeSet<(SourcePath, Finder)>,
    /// The finders that have found errors, among other things.
    of_errors: BTreeSet<Finder>,
    tally: Tally,
    #[borsh(skip)]
    changed: ChangedFiles,
}

/// The files in which other things may be found than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangedFiles {
    /// Any file.
    All,
    /// These files only.
    Only(BTreeSet<SourcePath>),
}

/// New findings may have come in place of others.
impl Default for ChangedFiles {
    fn default() -> Self {
        ChangedFiles::All
    }
}

impl Findings {
    /// Replaces what a finder has found.
    pub fn set(&mut self, finder: Finder, mut found: Vec<Diagnostic>) {
        found.sort_unstable();
        found.dedup();
        if self.found.get(&finder).map_or(&[] as &[_], |it| it) == found {
            return;
        }
        self.remove(&finder);
        if !found.is_empty() {
            self.insert(finder, found.into());
        }
    }

    /// Notes that the text of a file has changed, and with it the places of what is found there.
    pub fn note_text(&mut self, file: &SourcePath) {
        if self.in_file(file).next().is_some() {
            self.changed.add(file);
        }
    }

    /// Notes that other findings have been in place of these.
    pub fn note_all(&mut self) {
        self.changed = ChangedFiles::All;
    }

    /// Takes the files in which other things may be found than when this was last called.
    pub fn take_changed(&mut self) -> ChangedFiles {
        std::mem::replace(&mut self.changed, ChangedFiles::Only(BTreeSet::new()))
    }

    /// The number of errors and warnings; under `strict`, every warning is an error.
    pub fn tally(&self, strict: bool) -> Tally {
        self.tally.counted(strict)
    }

    /// Whether anything was found that stops the build; under `strict`, anything does.
    pub fn has_errors(&self, strict: bool) -> bool {
        self.tally(strict).errors > 0
    }

    /// Everything that was found, by file.
    pub fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        let files = self.by_file.iter();
        files.flat_map(|(file, finder)| self.of_finder(finder, file))
    }

    /// The errors, by file; under `strict`, everything is an error.
    pub fn errors(&self, strict: bool) -> Vec<&Diagnostic> {
        if strict {
            return self.all().collect();
        }
        let found = self.of_errors.iter().filter_map(|it| self.found.get(it));
        let errors = found.flatten().filter(|it| is_error(it));
        let mut errors: Vec<&Diagnostic> = errors.collect();
        errors.sort_by_key(|it| &it.place.file);
        errors
    }

    /// The files in which something was found, in order.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        let mut last = None;
        let files = self.by_file.iter().map(|(file, _)| file);
        files.filter(move |file| last.replace(*file) != Some(*file))
    }

    /// What was found in a file.
    pub fn in_file(&self, file: &SourcePath) -> impl Iterator<Item = &Diagnostic> {
        let finders = self.by_file.range((file.clone(), Finder::Load)..);
        let finders = finders.take_while(move |(other, _)| other == file);
        finders.flat_map(|(file, finder)| self.of_finder(finder, file))
    }

    /// What a finder has found in a file.
    fn of_finder(&self, finder: &Finder, file: &SourcePath) -> &[Diagnostic] {
        let found = self.found.get(finder).map_or(&[] as &[_], |it| it);
        let start = found.partition_point(|it| it.place.file < *file);
        let end = found.partition_point(|it| it.place.file <= *file);
        found.get(start..end).unwrap_or_default()
    }

    fn insert(&mut self, finder: Finder, found: Box<[Diagnostic]>) {
        for file in files(&found) {
            self.changed.add(file);
            self.by_file.insert((file.clone(), finder.clone()));
        }
        let tally = Tally::of(&found, false);
        self.tally.errors += tally.errors;
        self.tally.warnings += tally.warnings;
        if tally.errors > 0 {
            self.of_errors.insert(finder.clone());
        }
        self.found.insert(finder, found);
    }

    fn remove(&mut self, finder: &Finder) {
        let Some(found) = self.found.remove(finder) else {
            return;
        };
        for file in files(&found) {
            self.changed.add(file);
            self.by_file.remove(&(file.clone(), finder.clone()));
        }
        let tally = Tally::of(&found, false);
        self.tally.errors -= tally.errors;
        self.tally.warnings -= tally.warnings;
        self.of_errors.remove(finder);
    }
}

impl ChangedFiles {
    fn add(&mut self, file: &SourcePath) {
        if let ChangedFiles::Only(files) = self
            && !files.contains(file)
        {
            files.insert(file.clone());
        }
    }
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity(false) == Severity::Error
}

/// The files of sorted diagnostics.
fn files(found: &[Diagnostic]) -> impl Iterator<Item = &SourcePath> {
    let files = found.chunk_by(|a, b| a.place.file == b.place.file);
    files.filter_map(|chunk| Some(&chunk.first()?.place.file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::code::Code;
    use crate::base::diagnostic::Place;

    fn in_file(file: &str, code: Code) -> Diagnostic {
        Diagnostic::new(code, Place::whole(&SourcePath::new(file)))
    }

    fn warning(file: &str) -> Diagnostic {
        in_file(file, Code::MissingSummary)
    }

    fn error(file: &str) -> Diagnostic {
        in_file(file, Code::YamlSyntax)
    }

    fn parse(file: &str) -> Finder {
        Finder::Parse(SourcePath::new(file))
    }

    fn some() -> Findings {
        let mut findings = Findings::default();
        findings.set(Finder::Outputs, vec![error("b"), warning("a"), error("a")]);
        findings.set(parse("b"), vec![warning("b")]);
        findings.set(parse("c"), vec![warning("c"), warning("c")]);
        findings.take_changed();
        findings
    }

    fn changed(findings: &mut Findings) -> Vec<String> {
        match findings.take_changed() {
            ChangedFiles::All => vec!["all".to_owned()],
            ChangedFiles::Only(files) => files.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn findings_are_by_file_and_each_is_there_once() {
        let findings = some();
        let files: Vec<_> = findings.all().map(|it| it.place.file.as_str()).collect();
        assert_eq!(files, ["a", "a", "b", "b", "c"]);
        let files: Vec<_> = findings.files().map(SourcePath::as_str).collect();
        assert_eq!(files, ["a", "b", "c"]);
        let in_b: Vec<_> = findings.in_file(&SourcePath::new("b")).collect();
        assert_eq!(in_b, [&warning("b"), &error("b")]);
        assert_eq!(findings.errors(false), [&error("a"), &error("b")]);
        assert_eq!(findings.errors(true).len(), 5);
    }

    #[test]
    fn the_tally_follows_what_is_set() {
        let mut findings = some();
        let tally = |errors, warnings| Tally { errors, warnings };
        assert_eq!(findings.tally(false), tally(2, 3));
        assert_eq!(findings.tally(true), tally(5, 0));
        findings.set(Finder::Outputs, vec![warning("a")]);
        assert_eq!(findings.tally(false), tally(0, 3));
        assert!(!findings.has_errors(false) && findings.has_errors(true));
        for finder in [Finder::Outputs, parse("b"), parse("c")] {
            findings.set(finder, Vec::new());
        }
        assert_eq!(findings.tally(true), tally(0, 0));
        assert_eq!(findings.all().count() + findings.files().count(), 0);
    }

    #[test]
    fn only_files_with_other_findings_have_changed() {
        let mut findings = some();
        findings.set(Finder::Outputs, vec![warning("a"), error("a"), error("b")]);
        findings.note_text(&SourcePath::new("d"));
        assert_eq!(changed(&mut findings), [""; 0]);
        findings.set(parse("b"), Vec::new());
        findings.set(parse("d"), vec![warning("d")]);
        findings.note_text(&SourcePath::new("c"));
        assert_eq!(changed(&mut findings), ["b", "c", "d"]);
        findings.note_all();
        assert_eq!(changed(&mut findings), ["all"]);
        assert_eq!(changed(&mut Findings::default()), ["all"]);
    }
}
