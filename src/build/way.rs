//! The stages of a turn, one after the other.

use super::clock::Clock;
use super::work::Work;
use super::{Options, Stage, Turn, Watcher, images};
use crate::base::output::Shelf;
use crate::base::source::Changes;
use crate::content::findings::Findings;

/// The way of a turn through the stages.
pub(super) struct Way<'a> {
    pub(super) turn: Turn<'a>,
    pub(super) changes: &'a Changes,
    pub(super) options: &'a Options,
    pub(super) shelf: &'a dyn Shelf,
    pub(super) watcher: &'a dyn Watcher,
}

/// How far a turn has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// All pages were made that can be.
    Made,
    /// No pages are to be made.
    Checked,
    /// Some pages are left to the next turn.
    Outdated,
}

impl Way<'_> {
    /// Goes from the texts to the pages.
    pub(super) fn go(&self, work: &mut Work, clock: &mut Clock, ledger: &mut Findings) -> End {
        let Way { turn, changes, .. } = *self;
        self.watcher.stage(Stage::Parse(changes.texts.len()));
        work.read(turn.tree, changes, self.watcher, &clock.meter, ledger);
        clock.lap("parse");
        self.watcher.stage(Stage::Resolve);
        let mut changed = work.resolve(turn, changes, self.options.drafts, ledger);
        images::note_changes(changes, &mut changed);
        clock.lap("resolve");
        work.hold_against_rules(&changed, ledger);
        clock.lap("rules");
        work.list(&mut changed);
        clock.lap("list");
        work.plan(turn.tree, &changed, self.options.explain, ledger);
        work.pages.note_copies(changes);
        clock.lap("plan");
        work.look_at_images(turn.tree, &changed, self.options, ledger);
        clock.lap("images");
        if !self.options.pages || ledger.has_errors(self.options.strict) {
            return End::Checked;
        }
        let end = work.render(turn.tree, self.shelf, self.watcher, &clock.meter, ledger);
        clock.lap("render");
        end
    }
}
