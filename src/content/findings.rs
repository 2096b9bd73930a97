//! Everything that there is to say about a site, by who found it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use super::graph::AnyLink;
use super::model::Name;
use super::pages::plan::PageId;
use crate::base::code::Severity;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::SourcePath;
use crate::notation::place::{Finding, locate};

/// Who found something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum Finder {
    /// The reading of files.
    Load,
    /// The reading of the settings.
    Settings,
    /// The loading of the theme.
    Theme,
    /// The parsing of a file.
    Parse(SourcePath),
    /// The names of what a file describes.
    Claims(SourcePath),
    /// A look at the original of a translation.
    Original(SourcePath),
    /// The calls of components in a file.
    Calls(SourcePath),
    /// A look at who claims a name.
    Name(Name),
    /// A look at who takes which output.
    Outputs,
    /// A look at where the pages of long lists are.
    Lists,
    /// The references of a thing.
    Links(AnyLink),
    /// A look at parents of parents.
    Parents,
    /// Menus and foot.
    Site,
    /// The rules for a thing, or for the site.
    Rules(Option<AnyLink>),
    /// A look at the images that a thing shows.
    Images(AnyLink),
    /// The making of a page.
    Page(PageId),
    /// The making of the index of the search.
    Search,
}

/// What was found, and by whom. Findings are placed in the texts of files when somebody asks, and only
/// those of files for which something has changed.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Ledger {
    found: BTreeMap<Finder, Vec<Diagnostic>>,
    by_file: HashMap<SourcePath, BTreeSet<Finder>>,
    placed: BTreeMap<SourcePath, Vec<Finding>>,
    unplaced: BTreeSet<SourcePath>,
}

impl Ledger {
    /// Replaces what somebody found.
    pub fn set(&mut self, finder: Finder, found: Vec<Diagnostic>) {
        if self.found.get(&finder).map_or(&[] as &[_], Vec::as_slice) == found {
            return;
        }
        for diagnostic in self.found.remove(&finder).unwrap_or_default() {
            for file in files(&diagnostic) {
                if let Some(finders) = self.by_file.get_mut(file) {
                    finders.remove(&finder);
                }
            }
            self.unplaced.insert(diagnostic.place.file);
        }
        for diagnostic in &found {
            for file in files(diagnostic) {
                let finders = self.by_file.entry(file.clone()).or_default();
                finders.insert(finder.clone());
            }
            self.unplaced.insert(diagnostic.place.file.clone());
        }
        if !found.is_empty() {
            self.found.insert(finder, found);
        }
    }

    /// Forgets what a kind of finders found.
    pub fn forget(&mut self, which: impl Fn(&Finder) -> bool) {
        let finders: Vec<Finder> = self.found.keys().filter(|it| which(it)).cloned().collect();
        for finder in finders {
            self.set(finder, Vec::new());
        }
    }

    /// Notes that a file has another text, so that what was found there may be elsewhere in it.
    pub fn reread(&mut self, file: &SourcePath) {
        let finders = self.by_file.get(file).into_iter().flatten();
        let found = finders.flat_map(|finder| self.found.get(finder).into_iter().flatten());
        let files = found.map(|diagnostic| diagnostic.place.file.clone());
        self.unplaced.extend(files);
    }

    /// Whether something was found that stops the build; under `strict`, anything does.
    pub fn has_errors(&self, strict: bool) -> bool {
        let mut found = self.found.values().flatten();
        found.any(|diagnostic| diagnostic.severity(strict) == Severity::Error)
    }

    /// Everything that was found, by file and place. Each is said once.
    pub fn findings<'t>(
        &mut self,
        text_of: impl Fn(&SourcePath) -> Option<&'t str>,
    ) -> impl Iterator<Item = &Finding> {
        for file in std::mem::take(&mut self.unplaced) {
            let finders = self.by_file.get(&file).into_iter().flatten();
            let found = finders.flat_map(|finder| self.found.get(finder).into_iter().flatten());
            let here = found.filter(|diagnostic| diagnostic.place.file == file);
            let placed = locate(here.cloned().collect(), &text_of);
            if placed.is_empty() {
                self.placed.remove(&file);
            } else {
                self.placed.insert(file, placed);
            }
        }
        self.placed.values().flatten()
    }
}

/// The files in which a finding has a part.
fn files(diagnostic: &Diagnostic) -> impl Iterator<Item = &SourcePath> {
    let related = diagnostic.related.iter().map(|place| &place.file);
    [&diagnostic.place.file].into_iter().chain(related)
}
