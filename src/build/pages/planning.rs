//! Which pages there are, and which of them are stale.

use std::collections::BTreeSet;

use super::{Pages, Why};
use crate::base::source::SourcePath;
use crate::content::findings::{Finder, Ledger};
use crate::content::graph;
use crate::content::pages::plan::{self, PlanContext, PlannedPage};
use crate::incremental::memo::Changed;

impl Pages {
    /// Finds out which pages there are, and which of them are stale. `settings` is where the settings are.
    pub(in crate::build) fn plan(
        &mut self,
        sight: PlanContext<'_>,
        settings: &SourcePath,
        changed: &Changed,
        explain: bool,
        ledger: &mut Ledger,
    ) {
        let graph = sight.graph;
        let stale = self.made.stale(changed);
        for page in stale {
            let causes = if explain {
                graph.causes(self.made.reads(page), changed)
            } else {
                BTreeSet::new()
            };
            match self.stale.get_mut(&page) {
                Some(Why::Changed(known)) => known.extend(causes),
                Some(_) => {}
                None => drop(self.stale.insert(page, Why::Changed(causes))),
            }
        }
        let relisted = sight.listings.resized();
        for link in graph::described(changed).chain(relisted) {
            let now = if graph.has(link) {
                plan::pages_of_thing(sight, link)
            } else {
                Vec::new()
            };
            let before = if now.is_empty() {
                self.planned.remove(&link)
            } else {
                self.planned.insert(link, now.clone())
            };
            self.replan(&before.unwrap_or_default(), &now);
        }
        let others = plan::other_pages(sight);
        if others != self.others {
            let before = std::mem::replace(&mut self.others, others.clone());
            self.replan(&before, &others);
        }
        if std::mem::take(&mut self.parts_moved) || graph::retaken(changed) {
            let parts = self.parts.iter();
            let crowded = parts.filter_map(|(path, list)| graph.crowded(*list, path, settings));
            ledger.set(Finder::Lists, crowded.collect());
        }
    }

    /// Takes over which pages a thing has, or which there are beside those of things.
    fn replan(&mut self, before: &[PlannedPage], now: &[PlannedPage]) {
        let before: BTreeSet<&PlannedPage> = before.iter().collect();
        let now: BTreeSet<&PlannedPage> = now.iter().collect();
        for page in before.difference(&now) {
            self.stale.remove(&page.id);
            self.parts_moved |= self.parts.remove(&page.path).is_some();
            if let Some(search) = &mut self.search {
                search.remove(&page.path);
            }
            // One that was never made may be at the path of another that was.
            if self.made.remove(page.id).is_some() {
                self.pending.remove(page.path.clone());
            }
            self.contents -= usize::from(page.id.is_content());
        }
        for page in now.difference(&before) {
            self.contents += usize::from(page.id.is_content());
            self.stale.insert(page.id, Why::New);
            if page.id.continues_list() {
                self.parts.insert(page.path.clone(), page.id.thing());
                self.parts_moved = true;
            }
        }
    }
}
