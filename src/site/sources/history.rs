//! The day of each file's last commit.
//!
//! One walk back from the last commit finds the days of all files. It ends as soon as every existing file has its day.
//! A shallow history would give wrong days, so it gives none.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::git::{self, Head, RefStamps, Repository};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::{SETTINGS_FILE, SourcePath};

/// The last commits of the files of a site, as far as they were needed.
#[derive(Default)]
pub(super) struct History {
    repository: Option<Repository>,
    ref_stamps: RefStamps,
    head: Option<Head>,
    dates: BTreeMap<SourcePath, Date>,
    /// Whether `dates` has every file of the history.
    is_complete: bool,
}

impl History {
    /// Asks for the last commit. If it is a new one, forgets all dates and returns true.
    pub(super) fn refresh(&mut self, root: &Path) -> bool {
        let repository = Repository::find(root);
        let ref_stamps = repository
            .as_ref()
            .map(Repository::ref_stamps)
            .unwrap_or_default();
        if repository == self.repository && git::is_same_commit(&self.ref_stamps, &ref_stamps) {
            return false;
        }
        let head = repository.as_ref().and_then(|_| git::head(root));
        let is_new = repository != self.repository || head != self.head;
        *self = History {
            repository,
            ref_stamps,
            is_complete: self.is_complete && !is_new,
            dates: match is_new {
                true => BTreeMap::new(),
                false => std::mem::take(&mut self.dates),
            },
            head,
        };
        is_new
    }

    /// Whether a change at a path may mean a new last commit.
    pub(super) fn may_depend_on(&self, path: &Path, root: &Path) -> bool {
        let is_git = path.file_name().is_some_and(|name| name == ".git");
        let overlaps = |repository: &Repository| repository.overlaps(path);
        is_git && path.parent().is_some_and(|folder| root.starts_with(folder))
            || self.repository.as_ref().is_some_and(overlaps)
    }

    /// Reads the dates of these files from the history, unless they are known.
    pub(super) fn read_dates<'a>(
        &mut self,
        root: &Path,
        files: impl Iterator<Item = &'a SourcePath>,
    ) {
        let Some(head) = self
            .head
            .as_ref()
            .filter(|head| !head.is_shallow && !self.is_complete)
        else {
            return;
        };
        let dates = &mut self.dates;
        let mut unknown: BTreeSet<SourcePath> = files
            .filter(|file| !dates.contains_key(file))
            .cloned()
            .collect();
        if unknown.is_empty() {
            return;
        }
        self.is_complete = git::walk_history(root, head, |file, day| {
            unknown.remove(&file);
            dates.entry(file).or_insert(day);
            !unknown.is_empty()
        });
    }

    /// The day of a file's last commit, if [`History::read_dates`] found it.
    pub(super) fn date(&self, file: &SourcePath) -> Option<Date> {
        self.dates.get(file).copied()
    }

    /// The warning about a shallow history.
    pub(super) fn shallow_warning(&self) -> Option<Diagnostic> {
        let place = Place::whole(&SourcePath::new(SETTINGS_FILE));
        let is_shallow = self.head.as_ref().is_some_and(|head| head.is_shallow);
        is_shallow.then(|| Diagnostic::new(Code::ShallowHistory, place))
    }
}
