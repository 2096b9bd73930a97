//! A site that is edited and built again in the process of the test, turn after turn.

use raccordo::base::source::{Changes, SourceTree};
use raccordo::build::{Outcome, Unwatched, Watcher, Workspace};

use crate::fixtures::{Files, replace, source_tree};
use crate::in_process::{build, changes, day, options, watched_turn};

/// The files of a site, and the workspace that builds it.
pub(crate) struct EditedSite {
    files: Files,
    tree: SourceTree,
    pub(crate) workspace: Workspace,
}

impl EditedSite {
    /// Builds the site for the first time.
    pub(crate) fn build(files: Files) -> (EditedSite, Outcome) {
        EditedSite::build_watched(files, &Unwatched)
    }

    /// The same, followed by a watcher.
    pub(crate) fn build_watched(files: Files, watcher: &dyn Watcher) -> (EditedSite, Outcome) {
        let mut site = EditedSite {
            tree: source_tree(&files),
            files,
            workspace: Workspace::new(options()),
        };
        let everything = Changes::everything(&site.tree);
        let outcome = site.turn(&everything, watcher);
        (site, outcome)
    }

    /// Replaces a text everywhere in a file, and builds again.
    pub(crate) fn replace(&mut self, path: &str, from: &str, to: &str) -> Outcome {
        self.replace_watched(path, from, to, &Unwatched)
    }

    /// The same, followed by a watcher.
    pub(crate) fn replace_watched(
        &mut self,
        path: &str,
        from: &str,
        to: &str,
        watcher: &dyn Watcher,
    ) -> Outcome {
        replace(self.files.get_mut(path), from, to);
        self.rebuild(watcher)
    }

    /// Deletes a file, and builds again.
    pub(crate) fn remove(&mut self, path: &str) -> Outcome {
        self.files.remove(path).unwrap();
        self.rebuild(&Unwatched)
    }

    fn rebuild(&mut self, watcher: &dyn Watcher) -> Outcome {
        let now = source_tree(&self.files);
        let since = changes(&self.tree, &now);
        self.tree = now;
        self.turn(&since, watcher)
    }

    /// Takes a turn after these changes.
    pub(crate) fn turn(&mut self, changes: &Changes, watcher: &dyn Watcher) -> Outcome {
        watched_turn(&mut self.workspace, &self.tree, changes, day(0), watcher)
    }

    /// What a new workspace makes of the files as they are now.
    pub(crate) fn fresh(&self) -> Outcome {
        build(&self.tree)
    }
}

/// The paths of the pages that a turn made.
pub(crate) fn made(outcome: &Outcome) -> Vec<&str> {
    let made = outcome.made.iter().map(|(path, _)| path.as_str());
    made.collect()
}
