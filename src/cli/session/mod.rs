//! A site that is built turn after turn: its sources, what was made of them, where it is published.
//!
//! `build` takes one turn, `watch` and `serve` as many as there are changes.

mod memory;
#[cfg(test)]
mod tests;

use std::sync::Mutex;
use std::time::Duration;

use memory::{Leave, News, Receipt, published_digest};

use super::failure::Failure;
use super::site::Site;
use crate::base::digest::Digest;
use crate::base::source::{Changes, SourceTree};
use crate::build::{
    AsOf, Coverage, Lap, Outcome, Stopwatch, Timings, Turn, Watcher, Workspace, recipe,
};
use crate::site::memory_file::MemoryKeeper;
use crate::site::publish::{Delta, Drafts, PublishError, Publisher};
use crate::site::sources::{Hints, Sources};

/// A site that is built turn after turn.
pub(super) struct Session {
    site: Site,
    sources: Sources,
    workspace: Workspace,
    /// Nothing before there is something to publish.
    publisher: Option<Publisher>,
    loaded: Lap,
    /// The day of the site that is published, if it is what the workspace knows.
    published_on: Option<AsOf>,
    /// For what the memory holds that is beside the site.
    remembered: Option<Digest>,
    /// What was made since that was left.
    news: News,
}

/// What came of a turn.
pub(super) struct Turned {
    /// What was made and found.
    pub outcome: Outcome,
    /// What was published; nothing when there was nothing to publish.
    pub published: Option<Result<Delta, PublishError>>,
}

impl Session {
    /// Reads the sources of a site.
    pub(super) fn open(site: Site) -> Result<Session, Failure> {
        let mut stopwatch = Stopwatch::start();
        let sources = Sources::open(&site.root)?;
        Ok(Session::of(site, sources, stopwatch.lap("load")))
    }

    /// Reads those sources of a site that are others than when the last program kept what it knew of them.
    pub(super) fn reopen(site: Site) -> Result<Session, Failure> {
        let known = Publisher::read_source_cache(&site.out);
        let mut stopwatch = Stopwatch::start();
        let (sources, publisher) = rayon::join(
            || Sources::open_knowing(&site.root, known),
            || looked_through(&site),
        );
        Ok(Session {
            publisher,
            ..Session::of(site, sources?, stopwatch.lap("load"))
        })
    }

    fn of(site: Site, sources: Sources, loaded: Lap) -> Session {
        Session {
            workspace: Workspace::new(site.options.clone()),
            site,
            sources,
            publisher: None,
            loaded,
            published_on: None,
            remembered: None,
            news: News::default(),
        }
    }

    /// What has changed on disk.
    pub(super) fn refresh(&mut self, hints: &Hints) -> Changes {
        let mut stopwatch = Stopwatch::start();
        let changes = self.sources.refresh(hints);
        self.loaded = stopwatch.lap("load");
        changes
    }

    /// Builds from nothing.
    pub(super) fn first_turn(&mut self, watcher: &dyn Watcher) -> Turned {
        let everything = Changes::everything(self.sources.tree());
        self.turn_and(Leave::Nothing, &everything, watcher)
    }

    /// Builds what follows from changes.
    pub(super) fn turn(&mut self, changes: &Changes, watcher: &dyn Watcher) -> Turned {
        if !changes.settings || !self.workspace.parses_all(self.sources.tree()) {
            return self.turn_and(Leave::Nothing, changes, watcher);
        }
        // Under other settings all texts are parsed again, of bytes that belong together.
        let mut changes = changes.clone();
        while !self.sources.hold_all() {
            changes = changes.and(&self.refresh(&Hints::Everything));
        }
        let turned = self.turn_and(Leave::Nothing, &changes, watcher);
        self.sources.let_go();
        turned
    }

    /// Builds what follows from what has changed since the last program ended, if that left its memory; else from
    /// nothing.
    pub(super) fn opening_turn(&mut self, watcher: &dyn Watcher) -> Turned {
        loop {
            let frame = self.frame(self.site.as_of());
            if let Some(turned) = self.go_on(Leave::Nothing, frame, watcher) {
                return turned;
            }
        }
    }

    /// The same, with what the memory must hold for. Nothing if a text was edited since it was looked at: then all
    /// has been looked at again.
    fn go_on(
        &mut self,
        leave: Leave,
        frame: Option<Digest>,
        watcher: &dyn Watcher,
    ) -> Option<Turned> {
        let mut stopwatch = Stopwatch::start();
        let changes = frame.and_then(|frame| self.recall(frame));
        let recalled = changes.is_some();
        let changes = changes.unwrap_or_else(|| Changes::everything(self.sources.tree()));
        if !self.sources.hold(&changes.texts) {
            self.refresh(&Hints::Everything);
            return None;
        }
        let lap = stopwatch.lap("recall");
        let mut turned = self.turn_and(leave, &changes, watcher);
        self.sources.let_go();
        if recalled {
            turned.outcome.timings.stages.insert(1, lap);
        }
        Some(turned)
    }

    /// Builds, unless just this was built the last time: then that stands, and is said again.
    pub(super) fn only_turn(&mut self, watcher: &dyn Watcher) -> Turned {
        loop {
            if let Some(turned) = self.try_turn(watcher) {
                self.keep_sources();
                return turned;
            }
        }
    }

    fn try_turn(&mut self, watcher: &dyn Watcher) -> Option<Turned> {
        let mut stopwatch = Stopwatch::start();
        let frame = self.frame(self.site.as_of());
        let recipe = frame.map(|frame| recipe::digest(frame, self.sources.tree()));
        let standing = recipe.and_then(|recipe| self.stand(recipe));
        let compared = stopwatch.lap("compare");
        if let Some(mut turned) = standing {
            let stages = &mut turned.outcome.timings.stages;
            stages.extend([self.loaded, compared]);
            return Some(turned);
        }
        let mut turned = self.go_on(Leave::Memory, frame, watcher)?;
        turned.outcome.timings.stages.insert(1, compared);
        let mut stopwatch = Stopwatch::start();
        if let (Some(of), Some(Ok(_)), Some(publisher)) =
            (recipe, &turned.published, &mut self.publisher)
            && let Some((site, _)) = published_digest(publisher)
        {
            let receipt = Receipt {
                of,
                site,
                pages: turned.outcome.pages,
                findings: turned.outcome.findings.clone(),
            };
            receipt.save(publisher);
            let left = stopwatch.lap("receipt");
            turned.outcome.timings.stages.push(left);
        }
        Some(turned)
    }

    fn turn_and(&mut self, leave: Leave, changes: &Changes, watcher: &dyn Watcher) -> Turned {
        let as_of = self.site.as_of();
        let mut outcome = self.work(changes, as_of, watcher);
        let mut stopwatch = Stopwatch::start();
        let mut published = self.publish(&mut outcome, leave, as_of);
        if let Some(Err(PublishError::Lost { .. })) = published {
            // Somebody has been at the output folder: it gets the whole site again.
            self.workspace.forget_pages();
            outcome = self.work(&Changes::default(), as_of, watcher);
            stopwatch = Stopwatch::start();
            published = self.publish(&mut outcome, leave, as_of);
        }
        let is_published = matches!(published, Some(Ok(_)));
        self.published_on = is_published.then_some(as_of);
        let stages = &mut outcome.timings.stages;
        stages.insert(0, self.loaded);
        stages.push(stopwatch.lap("write"));
        Turned { outcome, published }
    }

    /// Makes the next turn quick, when there is time. Says what was published that could not be before.
    pub(super) fn rest(&mut self) -> Delta {
        self.workspace.rest();
        let prepared = self.publisher.as_mut().map(Publisher::prepare);
        // What is wrong with the folder is said when something is to be published.
        prepared.and_then(Result::ok).unwrap_or_default()
    }

    /// Lets go of the output folder, at the end of the program: what is in memory goes with it, and would take
    /// long to be given back piece by piece.
    pub(super) fn end(self) {
        drop(self.publisher);
        std::mem::forget((self.workspace, self.sources));
    }

    /// The sources.
    pub(super) fn tree(&self) -> &SourceTree {
        self.sources.tree()
    }

    /// The site as it was understood from the command line.
    pub(super) fn site(&self) -> &Site {
        &self.site
    }

    /// Paths outside the site's folders on which it depends.
    pub(super) fn elsewhere(&self) -> std::collections::BTreeSet<std::path::PathBuf> {
        self.sources.elsewhere()
    }

    /// How far the site has been translated into each language that is not its own.
    pub(super) fn coverage(&self) -> Vec<Coverage> {
        self.workspace.coverage()
    }

    /// The path of the site on its host, as the settings have it.
    pub(super) fn base_path(&self) -> String {
        self.workspace.base_path()
    }

    /// How long it is until the site speaks of another day; nothing if it never does.
    pub(super) fn until_tomorrow(&self) -> Option<Duration> {
        let today = self.site.day.is_none();
        today.then(|| self.workspace.until_tomorrow(super::site::now()))
    }

    /// What was published the last time, if it was made from the same.
    fn stand(&mut self, recipe: Digest) -> Option<Turned> {
        let receipt = Receipt::read(&self.site.out).filter(|it| it.of == recipe)?;
        // What is wrong with the folder is said when something is to be published.
        let publisher = opened(&mut self.publisher, &self.site).ok()?;
        let (site, unchanged) = published_digest(publisher)?;
        if site != receipt.site {
            return None;
        }
        let delta = Delta {
            unchanged,
            ..Delta::default()
        };
        let outcome = Outcome {
            update: None,
            findings: receipt.findings,
            pages: receipt.pages,
            made: Vec::new(),
            indexed: false,
            forgot: false,
            outdated: false,
            timings: Timings::default(),
        };
        Some(Turned {
            outcome,
            published: Some(Ok(delta)),
        })
    }

    /// Makes what follows from changes; if what was remembered turns out to be damaged, everything.
    fn work(&mut self, changes: &Changes, as_of: AsOf, watcher: &dyn Watcher) -> Outcome {
        let mut outcome = self.try_work(changes, as_of, watcher);
        while outcome.forgot {
            self.remembered = None;
            let everything = Changes::everything(self.sources.tree());
            if self.sources.hold_all() {
                outcome = self.try_work(&everything, as_of, watcher);
                self.sources.let_go();
            } else {
                self.refresh(&Hints::Everything);
            }
        }
        outcome
    }

    fn try_work(&mut self, changes: &Changes, as_of: AsOf, watcher: &dyn Watcher) -> Outcome {
        let turn = next_turn(&self.sources, changes, as_of);
        let publisher = Mutex::new(&mut self.publisher);
        let drafts = Drafts::new(|| {
            // What is wrong with the folder is said when something is to be published.
            let mut publisher = publisher.lock().ok()?;
            opened(&mut publisher, &self.site).ok()?.drafts()
        });
        self.workspace.turn(turn, &drafts, watcher)
    }

    /// Publishes what was made, and meanwhile leaves what is known to the next program, if it is to be left: whoever
    /// takes that up holds it against what has been published.
    fn publish(
        &mut self,
        outcome: &mut Outcome,
        leave: Leave,
        as_of: AsOf,
    ) -> Option<Result<Delta, PublishError>> {
        let update = outcome.update.take()?;
        self.news.add(outcome);
        let wanted = match leave {
            Leave::Memory => self.wanted_memory(as_of),
            Leave::Nothing => None,
        };
        let publisher = match opened(&mut self.publisher, &self.site) {
            Ok(publisher) => publisher,
            Err(error) => return Some(Err(error)),
        };
        let Some(frame) = wanted else {
            return Some(publisher.publish(update));
        };
        let keeper = MemoryKeeper::beside(&self.site.out)?;
        let (workspace, tree) = (&self.workspace, self.sources.tree());
        let remember = || keeper.keep(frame, |to| workspace.remember(tree, to));
        let (published, kept) = rayon::join(|| publisher.publish(update), remember);
        self.note_kept(kept, frame);
        Some(published)
    }
}

/// The publisher, which takes hold of the folder when it is first wanted.
fn opened<'a>(
    publisher: &'a mut Option<Publisher>,
    site: &Site,
) -> Result<&'a mut Publisher, PublishError> {
    match publisher {
        Some(publisher) => Ok(publisher),
        None => Ok(publisher.insert(Publisher::open(&site.out)?)),
    }
}

/// The publisher of what was published before and is looked through in any case.
fn looked_through(site: &Site) -> Option<Publisher> {
    Publisher::read_snapshot(&site.out)?;
    // What is wrong with the folder is said when something is to be published.
    let mut publisher = Publisher::open(&site.out).ok()?;
    publisher.published();
    Some(publisher)
}

fn next_turn<'a>(sources: &'a Sources, changes: &'a Changes, as_of: AsOf) -> Turn<'a> {
    Turn {
        tree: sources.tree(),
        changes,
        faults: sources.faults(),
        as_of,
    }
}
