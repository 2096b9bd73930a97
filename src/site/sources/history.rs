//! The time of each file's last commit.
//!
//! The time of a change is that at which it reached the branch that is built: of the commit in the line of first parents
//! that brought it, which for a branch that was merged is the merge, whenever the work on it was done. What a merge brings
//! that was there already, as after a cherry-pick, is no change. A branch that was rebased and follows without a merge
//! has the times of its new commits (the committer's, not the author's). All of that stands in the commits, so that each
//! build tells the same. It is the rule of feeds and of `raccordo log`, too; only feeds know a pull by its words, and go on
//! with both lines.
//!
//! One walk back from the last commit finds the times of all files.
//! A shallow history would give wrong times, so it gives none; nor does one that cannot be read to its end. Both are
//! reported. Without a repository, files have no times, and nobody is told.

use std::collections::BTreeMap;
use std::path::Path;

use super::commits::{self, Head};
use super::git::NoAnswer;
use super::recent::{self, RecentCommits};
use super::repository::{self, RefStamps, Repository};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::{CommitStamp, SETTINGS_FILE, SourcePath};

/// The last commits of the files of a site.
#[derive(Default)]
pub(super) struct History {
    repository: Option<Repository>,
    ref_stamps: RefStamps,
    head: Option<Head>,
    /// The reason why the history cannot be read. There are no dates then.
    no_answer: Option<NoAnswer>,
    /// The last commit of each file, once it was asked for. `None` if it does not tell when it was made.
    dates: Option<BTreeMap<SourcePath, Option<CommitStamp>>>,
}

impl History {
    /// Asks for the last commit. If it is a new one, forgets all dates and returns true. A history that could not be read
    /// counts as new.
    pub(super) fn refresh(&mut self, root: &Path) -> bool {
        let repository = Repository::find(root);
        let ref_stamps = repository
            .as_ref()
            .map(Repository::ref_stamps)
            .unwrap_or_default();
        let is_known = repository == self.repository && self.no_answer.is_none();
        if is_known && repository::is_same_commit(&self.ref_stamps, &ref_stamps) {
            return false;
        }
        let is_elsewhere = repository::is_content_elsewhere(root);
        let head = |it| match is_elsewhere {
            true => Err(NoAnswer::Elsewhere),
            false => commits::head(it),
        };
        let (head, no_answer) = match repository.as_ref().map(head) {
            Some(Ok(head)) => (head, None),
            Some(Err(no_answer)) => (None, Some(no_answer)),
            None => (None, None),
        };
        let is_new = !is_known || no_answer.is_some() || head != self.head;
        *self = History {
            repository,
            ref_stamps,
            dates: self.dates.take().filter(|_| !is_new),
            head,
            no_answer,
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

    /// Reads the dates of files from the history, unless they are known. Returns false if the history cannot be read; then
    /// there are no dates.
    pub(super) fn read_dates(&mut self, root: &Path) -> bool {
        let (Some(repository), Some(head)) = (&self.repository, &self.head) else {
            return true;
        };
        if head.is_shallow || self.dates.is_some() || self.no_answer.is_some() {
            return true;
        }
        match commits::last_commits(repository, root, head) {
            Ok(dates) => self.dates = Some(dates),
            Err(no_answer) => self.no_answer = Some(no_answer),
        }
        self.no_answer.is_none()
    }

    /// The last commit of a file, if [`History::read_dates`] found it.
    pub(super) fn date(&self, file: &SourcePath) -> Option<CommitStamp> {
        *self.dates.as_ref()?.get(file)?
    }

    /// The hash of the last commit. `None` if the history is not there, or not all of it, or cannot be read.
    pub(super) fn last_commit(&self) -> Option<&str> {
        Some(self.whole_head()?.1.commit.as_str())
    }

    /// The last commits, with the texts that those changed that are not known. `None` as for
    /// [`History::last_commit`], and if objects are missing, as in a partial clone.
    pub(super) fn recent_commits(
        &self,
        root: &Path,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Option<RecentCommits> {
        let (repository, head) = self.whole_head()?;
        recent::recent_commits(repository, root, head, is_known).ok()
    }

    fn whole_head(&self) -> Option<(&Repository, &Head)> {
        let known = self.repository.as_ref().zip(self.head.as_ref());
        known.filter(|(_, head)| !head.is_shallow && self.no_answer.is_none())
    }

    /// The warning about a history that gives no dates.
    pub(super) fn warning(&self) -> Option<Diagnostic> {
        let place = Place::whole(&SourcePath::new(SETTINGS_FILE));
        let unreadable = |place| Diagnostic::new(Code::UnreadableHistory, place);
        match &self.no_answer {
            Some(NoAnswer::NotFound) => Some(unreadable(place).hint("not-found")),
            Some(NoAnswer::Silent) => Some(unreadable(place).hint("silent")),
            Some(NoAnswer::Elsewhere) => Some(unreadable(place).hint("elsewhere")),
            Some(NoAnswer::Failed(message)) if message.is_empty() => {
                Some(unreadable(place).hint("damaged"))
            }
            Some(NoAnswer::Failed(message)) => Some(unreadable(place).text("detail", message)),
            None => {
                let is_shallow = self.head.as_ref().is_some_and(|head| head.is_shallow);
                is_shallow.then(|| Diagnostic::new(Code::ShallowHistory, place))
            }
        }
    }
}
