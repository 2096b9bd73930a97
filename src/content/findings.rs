//! The findings of a build, by finder and by file.

use std::collections::{BTreeMap, BTreeSet};

use borsh::{BorshDeserialize, BorshSerialize};

use super::answers::{Answer, Answers};
use super::graph::AnyLink;
use super::model::Name;
use super::unread::{Unread, UnreadValue};
use crate::base::code::Severity;
use crate::base::diagnostic::{Diagnostic, Tally};
use crate::base::source::SourcePath;

/// A step that finds diagnostics.
///
/// No two finders report the same diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum Finder {
    /// The reading of files from disk. The first in order: see [`Findings::in_file`].
    Load,
    /// The reading of the settings.
    Settings,
    /// The loading of the theme.
    Theme,
    /// The look for the sections of which the theme declares lists.
    ThemeLists,
    /// The parsing of a file.
    Parse(SourcePath),
    /// The check of the names that a file claims.
    Claims(SourcePath),
    /// The check that a translation has an original, and that a page is no copy by its name.
    Original(SourcePath),
    /// The check of the calls of components in a file.
    Calls(SourcePath),
    /// The check that a name is unique.
    Name(Name),
    /// The check that browsers run nothing in a file that is copied.
    Active(SourcePath),
    /// The check that each output has one owner only.
    Outputs,
    /// The check that the pages of long lists do not have the paths of other outputs.
    Lists,
    /// The resolution of the references of an entity.
    Links(AnyLink),
    /// The resolution of the links in a text of whose file nothing else could be read.
    BrokenText(SourcePath),
    /// The check for cycles of parents.
    Parents,
    /// The resolution of the references in the settings.
    Site,
    /// The rules for an entity, or for the site.
    Rules(Option<AnyLink>),
    /// The check of the images of an entity.
    Images(AnyLink),
    /// The rendering of pages.
    Render,
    /// The search index.
    Search,
    /// The check that the answers in a file are to warnings that there are.
    Answers(SourcePath),
    /// The check that published addresses are still there.
    Addresses,
}

/// The findings of all finders.
///
/// [`set`](Findings::set) keeps the number of errors and the changed files up to date, so that reading them takes the
/// same time with many findings as with few.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Findings {
    /// The findings of each finder, sorted.
    found: BTreeMap<Finder, Box<[Diagnostic]>>,
    by_file: BTreeSet<(SourcePath, Finder)>,
    /// The finders that have found errors.
    finders_of_errors: BTreeSet<Finder>,
    tally: Tally,
    /// The answers of editors to warnings.
    answers: Answers,
    /// The warnings of each finder to which there is an answer. They are in nothing above.
    accepted: BTreeMap<Finder, Box<[Diagnostic]>>,
    /// The values that could not be read. A snapshot is of a site without errors.
    #[borsh(skip)]
    unread: Unread,
    /// What each finder has found only because values could not be read. It is in nothing above.
    #[borsh(skip)]
    explained: BTreeMap<Finder, Box<[Diagnostic]>>,
    #[borsh(skip)]
    changed: ChangedFiles,
}

type Aside = BTreeMap<Finder, Box<[Diagnostic]>>;

/// The files whose findings may have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ChangedFiles {
    /// Any file. This is the default, because new findings may replace unknown ones.
    #[default]
    All,
    /// Only these files.
    Only(BTreeSet<SourcePath>),
}

impl Findings {
    /// Replaces the findings of a finder. Warnings to which there is an answer are put aside, and what is found only
    /// because a value could not be read.
    pub fn set(&mut self, finder: Finder, mut found: Vec<Diagnostic>) {
        found.sort_unstable();
        found.dedup();
        self.accepted.remove(&finder);
        self.explained.remove(&finder);
        let mut put_aside = |aside: &mut Aside, is_aside: &dyn Fn(&Diagnostic) -> bool| {
            let taken: Box<[Diagnostic]> = found.extract_if(.., |it| is_aside(it)).collect();
            if !taken.is_empty() {
                aside.insert(finder.clone(), taken);
            }
        };
        if !self.unread.is_empty() {
            let is_explained = |it: &Diagnostic| self.unread.explains(&finder, it);
            put_aside(&mut self.explained, &is_explained);
        }
        if !self.answers.is_empty() {
            let is_accepted = |it: &Diagnostic| self.answers.to(it).is_some();
            put_aside(&mut self.accepted, &is_accepted);
        }
        if self.found.get(&finder).map_or(&[] as &[_], |it| it) == found {
            return;
        }
        self.remove(&finder);
        if !found.is_empty() {
            self.insert(finder, found.into());
        }
    }

    /// Replaces the answers in a file.
    pub fn set_answers(&mut self, file: &SourcePath, answers: Vec<Answer>) {
        if !self.answers.replace(file, answers) {
            return;
        }
        self.set(Finder::Answers(file.clone()), Vec::new());
        for finder in self.finders_in(file) {
            self.sort_out(finder);
        }
    }

    /// Replaces the values in files that could not be read.
    pub fn set_unread(&mut self, files: impl IntoIterator<Item = (SourcePath, Vec<UnreadValue>)>) {
        let mut has_changed = false;
        for (file, values) in files {
            has_changed |= self.unread.replace(&file, values);
        }
        if has_changed {
            // A finding may depend on a value in another file.
            let finders = self.found.keys().chain(self.accepted.keys());
            let finders = finders.chain(self.explained.keys());
            let finders: BTreeSet<Finder> = finders.cloned().collect();
            finders.into_iter().for_each(|it| self.sort_out(it));
        }
    }

    /// Sorts out anew which findings of a finder are put aside.
    fn sort_out(&mut self, finder: Finder) {
        let tables = [&self.found, &self.accepted, &self.explained];
        let found = tables.into_iter().filter_map(|it| it.get(&finder));
        let found = found.flatten().cloned().collect();
        self.set(finder, found);
    }

    /// Warns of answers to which there is no warning. Errors may hide warnings, so there is no such warning beside them.
    pub fn check_answers(&mut self) {
        let has_errors = self.has_errors(false);
        let mut accepted: BTreeMap<&SourcePath, Vec<&Diagnostic>> = BTreeMap::new();
        for found in self.accepted.values().flatten() {
            accepted.entry(&found.place.file).or_default().push(found);
        }
        let unused_in = |file: &SourcePath| {
            let accepted = accepted.get(file).map_or(&[] as &[_], |it| it);
            let unused = self.answers.unused(file, accepted);
            let unused = unused.filter(|_| !has_errors).map(Answer::unused);
            (file.clone(), unused.collect())
        };
        let unused: Vec<(SourcePath, Vec<Diagnostic>)> =
            self.answers.files().map(unused_in).collect();
        for (file, unused) in unused {
            self.set(Finder::Answers(file), unused);
        }
    }

    /// The warnings that were accepted, each with the reason, sorted by file.
    pub fn accepted(&self) -> Vec<Diagnostic> {
        let accepted = self.accepted.values().flatten();
        let accepted = accepted.filter_map(|it| Some((it, self.answers.to(it)?)));
        let accepted = accepted.map(|(it, answer)| it.clone().accepted(&answer.because));
        let mut accepted: Vec<Diagnostic> = accepted.collect();
        accepted.sort_unstable();
        accepted
    }

    fn finders_in(&self, file: &SourcePath) -> BTreeSet<Finder> {
        let open = self.by_file.range((file.clone(), Finder::Load)..);
        let open = open.take_while(|(other, _)| other == file);
        let accepted = self.accepted.iter();
        let accepted = accepted.filter(|(_, found)| found.iter().any(|it| it.place.file == *file));
        let accepted = accepted.map(|(finder, _)| finder);
        open.map(|(_, finder)| finder)
            .chain(accepted)
            .cloned()
            .collect()
    }

    /// Marks a file with findings as changed, because the places in its text have changed.
    pub fn mark_text_changed(&mut self, file: &SourcePath) {
        if self.in_file(file).next().is_some() {
            self.changed.add(file);
        }
    }

    /// Marks all files as changed, because these findings replace others.
    pub fn mark_all_changed(&mut self) {
        self.changed = ChangedFiles::All;
    }

    /// Removes the findings of some finders. Returns whether there were any.
    pub fn clear(&mut self, which: impl Fn(&Finder) -> bool) -> bool {
        self.accepted.retain(|finder, _| !which(finder));
        self.explained.retain(|finder, _| !which(finder));
        let finders = self.found.keys().filter(|it| which(it));
        let finders: Vec<Finder> = finders.cloned().collect();
        finders.iter().for_each(|finder| self.remove(finder));
        !finders.is_empty()
    }

    /// Returns the files whose findings may have changed since the last call.
    pub fn take_changed(&mut self) -> ChangedFiles {
        std::mem::replace(&mut self.changed, ChangedFiles::Only(BTreeSet::new()))
    }

    /// The number of errors and warnings. With `strict`, each warning counts as an error.
    pub fn tally(&self, strict: bool) -> Tally {
        self.tally.with_strict(strict)
    }

    /// Whether a finding stops the build. With `strict`, each finding does.
    pub fn has_errors(&self, strict: bool) -> bool {
        self.tally(strict).errors > 0
    }

    /// All findings, sorted by file.
    pub fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        let files = self.by_file.iter();
        files.flat_map(|(file, finder)| self.of_finder(finder, file))
    }

    /// The errors, sorted by file. With `strict`, these are all findings.
    pub fn errors(&self, strict: bool) -> Vec<&Diagnostic> {
        if strict {
            return self.all().collect();
        }
        let found = self
            .finders_of_errors
            .iter()
            .filter_map(|it| self.found.get(it));
        let errors = found.flatten().filter(|it| is_error(it));
        let mut errors: Vec<&Diagnostic> = errors.collect();
        errors.sort_by_key(|it| &it.place.file);
        errors
    }

    /// The files with findings, sorted.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        let mut last = None;
        let files = self.by_file.iter().map(|(file, _)| file);
        files.filter(move |file| last.replace(*file) != Some(*file))
    }

    /// The findings in a file.
    pub fn in_file(&self, file: &SourcePath) -> impl Iterator<Item = &Diagnostic> {
        let finders = self.by_file.range((file.clone(), Finder::Load)..);
        let finders = finders.take_while(move |(other, _)| other == file);
        finders.flat_map(|(file, finder)| self.of_finder(finder, file))
    }

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
            self.finders_of_errors.insert(finder.clone());
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
        self.finders_of_errors.remove(finder);
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
mod tests;
