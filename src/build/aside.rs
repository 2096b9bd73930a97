//! What was made waits while the settings cannot be read: half of a word that somebody types must not cost all of it.

use super::Workspace;
use super::work::Work;
use crate::base::source::Changes;
use crate::content::findings::Findings;

/// A site in the making that waits for settings that can be read.
pub(super) struct Aside {
    work: Work,
    ledger: Findings,
    /// What has changed since it waits.
    missed: Changes,
}

impl Workspace {
    /// Puts aside what is known, and keeps in mind what has changed. Nothing is known then, and nothing found.
    pub(super) fn put_aside(&mut self, changes: &Changes) {
        let ledger = std::mem::take(&mut self.ledger);
        if let Some(work) = self.site.take() {
            let missed = Changes::default();
            self.aside = Some(Aside {
                work,
                ledger,
                missed,
            });
        }
        if let Some(aside) = &mut self.aside {
            aside.missed = std::mem::take(&mut aside.missed).and(changes);
        }
    }

    /// Takes up what was put aside, if anything was. Says what has changed since.
    pub(super) fn take_up(&mut self) -> Changes {
        let Some(aside) = self.aside.take() else {
            return Changes::default();
        };
        self.site = Some(aside.work);
        self.ledger = aside.ledger;
        self.ledger.note_all();
        aside.missed
    }

    /// What is known, or was before it was put aside.
    pub(super) fn known(&self) -> Option<&Work> {
        let aside = self.aside.as_ref().map(|aside| &aside.work);
        self.site.as_ref().or(aside)
    }
}
