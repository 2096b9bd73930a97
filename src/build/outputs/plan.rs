//! Planning: which pages there are, and which of them are stale.

use std::collections::BTreeSet;

use super::{OutputId, Outputs, Reason};
use crate::base::source::SourcePath;
use crate::content::findings::{Finder, Findings};
use crate::content::graph;
use crate::content::pages::plan::{self, PlanContext, PlannedPage};
use crate::incremental::memo::Changed;

impl Outputs {
    /// Plans the pages again that may be others because of what has changed. `settings` is the path of the settings.
    pub(in crate::build) fn plan(
        &mut self,
        context: PlanContext<'_>,
        settings: &SourcePath,
        changed: &Changed,
        explain: bool,
        findings: &mut Findings,
    ) {
        self.mark_stale(context, changed, explain);
        let graph = context.graph;
        for link in plan::changed_plans(context, changed) {
            let now = match graph.has(link) {
                true => plan::pages_of_thing(context, link),
                false => Vec::new(),
            };
            let before = match now.is_empty() {
                true => self.planned.remove(&link),
                false => self.planned.insert(link, now.clone()),
            };
            self.replan(&before.unwrap_or_default(), &now);
        }
        let of_no_thing = self
            .others
            .iter()
            .filter(|page| page.id.is_content())
            .count();
        let others = plan::other_pages(context, self.pages - of_no_thing);
        if others != self.others {
            let before = std::mem::replace(&mut self.others, others.clone());
            self.replan(&before, &others);
        }
        if std::mem::take(&mut self.list_parts_moved) || graph::have_outputs_changed(changed) {
            let parts = self.list_parts.iter();
            let conflicts =
                parts.filter_map(|(path, list)| graph.list_address_conflict(*list, path, settings));
            findings.set(Finder::Lists, conflicts.collect());
        }
    }

    /// Marks the pages as stale that depend on something that has changed.
    fn mark_stale(&mut self, context: PlanContext<'_>, changed: &Changed, explain: bool) {
        for id in self.made.stale(changed) {
            let OutputId::Page(page) = id else { continue };
            let causes = match explain {
                true => context.graph.causes(self.made.dependencies(&id), changed),
                false => BTreeSet::new(),
            };
            match self.stale.get_mut(&page) {
                Some(Reason::Changed(known)) => known.extend(causes),
                Some(_) => {}
                None => drop(self.stale.insert(page, Reason::Changed(causes))),
            }
        }
    }

    /// Takes over which pages a thing has, or which there are beside those of things.
    fn replan(&mut self, before: &[PlannedPage], now: &[PlannedPage]) {
        let before: BTreeSet<&PlannedPage> = before.iter().collect();
        let now: BTreeSet<&PlannedPage> = now.iter().collect();
        for page in before.difference(&now) {
            self.stale.remove(&page.id);
            self.list_parts_moved |= self.list_parts.remove(&page.path).is_some();
            if let Some(search) = &mut self.search {
                search.remove(&page.path);
            }
            self.remove(&OutputId::Page(page.id));
            self.pages -= usize::from(page.id.is_content());
        }
        for page in now.difference(&before) {
            self.pages += usize::from(page.id.is_content());
            self.stale.insert(page.id, Reason::New);
            if page.id.continues_list() {
                self.list_parts.insert(page.path.clone(), page.id.thing());
                self.list_parts_moved = true;
            }
        }
    }
}
