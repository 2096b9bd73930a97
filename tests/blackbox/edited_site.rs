//! A site that is edited and built again in the process of the test, turn after turn.

use raccordo::base::source::Changes;
use raccordo::build::{Observer, Workspace};

use crate::fixtures::{Files, replace};
use crate::in_process::{Outcome, build, day, observed_turn, options};
use crate::memory_sources::MemorySources;

/// The files of a site, and the workspace that builds it.
pub(crate) struct EditedSite {
    files: Files,
    sources: MemorySources,
    pub(crate) workspace: Workspace,
}

impl EditedSite {
    /// Builds the site for the first time.
    pub(crate) fn build(files: Files) -> (EditedSite, Outcome) {
        EditedSite::build_observed(files, Observer::default())
    }

    /// The same, followed by an observer.
    pub(crate) fn build_observed(files: Files, observer: Observer<'_>) -> (EditedSite, Outcome) {
        let mut site = EditedSite {
            sources: MemorySources::new(&files),
            files,
            workspace: Workspace::new(options()),
        };
        let everything = site.sources.everything();
        let outcome = site.turn(everything, observer);
        (site, outcome)
    }

    /// Replaces a text everywhere in a file, and builds again.
    pub(crate) fn replace(&mut self, path: &str, from: &str, to: &str) -> Outcome {
        self.replace_observed(path, from, to, Observer::default())
    }

    /// The same, followed by an observer.
    pub(crate) fn replace_observed(
        &mut self,
        path: &str,
        from: &str,
        to: &str,
        observer: Observer<'_>,
    ) -> Outcome {
        replace(self.files.get_mut(path), from, to);
        self.rebuild(observer)
    }

    /// Deletes a file, and builds again.
    pub(crate) fn remove(&mut self, path: &str) -> Outcome {
        self.files.remove(path).unwrap();
        self.rebuild(Observer::default())
    }

    fn rebuild(&mut self, observer: Observer<'_>) -> Outcome {
        let now = MemorySources::new(&self.files);
        let since = now.changes_since(&self.sources);
        self.sources = now;
        self.turn(since, observer)
    }

    /// Takes a turn after these changes.
    pub(crate) fn turn(&mut self, changes: Changes, observer: Observer<'_>) -> Outcome {
        observed_turn(
            &mut self.workspace,
            &self.sources,
            changes,
            day(0),
            observer,
        )
    }

    /// What a new workspace makes of the files as they are now.
    pub(crate) fn fresh(&self) -> Outcome {
        build(&self.sources)
    }
}

/// The paths of the pages that a turn made.
pub(crate) fn made(outcome: &Outcome) -> Vec<&str> {
    let made = outcome.rendered.iter().map(|(path, _)| path.as_str());
    made.collect()
}
