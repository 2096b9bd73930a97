//! The day of each file's last commit.
//!
//! One walk of the history, from the last commit back, finds them all; it ends as soon as every file
//! that is there has its day. A history that was cut off would give wrong days, so it gives none.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::SETTINGS;
use super::git::{self, Head, Print, Repository};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;

/// What is known of the history of a site.
#[derive(Default)]
pub(super) struct History {
    repository: Option<Repository>,
    print: Print,
    head: Option<Head>,
    dates: BTreeMap<SourcePath, Date>,
    /// Whether every file of which the history knows is in `dates`.
    whole: bool,
}

impl History {
    /// Asks which commit is the last. Says whether it is another, and all dates are forgotten.
    pub(super) fn look(&mut self, root: &Path) -> bool {
        let repository = Repository::of(root);
        let print = repository
            .as_ref()
            .map(Repository::print)
            .unwrap_or_default();
        if repository == self.repository && git::is_same(&self.print, &print) {
            return false;
        }
        let head = repository.as_ref().and_then(|_| git::head(root));
        let moved = repository != self.repository || head != self.head;
        *self = History {
            repository,
            print,
            whole: self.whole && !moved,
            dates: match moved {
                true => BTreeMap::new(),
                false => std::mem::take(&mut self.dates),
            },
            head,
        };
        moved
    }

    /// Whether a change at a path may mean another last commit.
    pub(super) fn is_near(&self, path: &Path, root: &Path) -> bool {
        let is_git = path.file_name().is_some_and(|name| name == ".git");
        let near = |repository: &Repository| repository.is_near(path);
        is_git && path.parent().is_some_and(|folder| root.starts_with(folder))
            || self.repository.as_ref().is_some_and(near)
    }

    /// Walks the history, if it must know more of some files.
    pub(super) fn learn<'a>(&mut self, root: &Path, files: impl Iterator<Item = &'a SourcePath>) {
        let Some(head) = self
            .head
            .as_ref()
            .filter(|head| !head.shallow && !self.whole)
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
        self.whole = git::walk(root, head, |file, day| {
            unknown.remove(&file);
            dates.entry(file).or_insert(day);
            !unknown.is_empty()
        });
    }

    /// The day of a file's last commit, as far as it was learnt.
    pub(super) fn date(&self, file: &SourcePath) -> Option<Date> {
        self.dates.get(file).copied()
    }

    /// That the history was cut off.
    pub(super) fn fault(&self) -> Option<Diagnostic> {
        let place = Place::whole(&SourcePath::new(SETTINGS));
        let shallow = self.head.as_ref().is_some_and(|head| head.shallow);
        shallow.then(|| Diagnostic::new(Code::ShallowHistory, place))
    }
}
