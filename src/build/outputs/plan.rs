//! Planning: which pages there are, and which of them are stale.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{OutputId, Outputs, Reason};
use crate::base::source::SourcePath;
use crate::content::findings::{Finder, Findings};
use crate::content::graph::{self, AnyLink};
use crate::content::pages::plan::{self, PlanContext, PlannedPage};
use crate::incremental::memo::Changed;

impl Outputs {
    /// Plans the pages again that may be others because of what has changed. `settings` is the path of the settings. Returns
    /// whether pages may be at other addresses.
    pub(in crate::build) fn plan(
        &mut self,
        context: PlanContext<'_>,
        settings: &SourcePath,
        changed: &Changed,
        explain: bool,
        findings: &mut Findings,
    ) -> bool {
        self.mark_stale(context, changed, explain);
        let graph = context.graph;
        let links: Vec<AnyLink> = plan::changed_plans(context, changed).into_iter().collect();
        let plan = |link: AnyLink| match graph.has(link) {
            true => (link, plan::pages_of_thing(context, link)),
            false => (link, Vec::new()),
        };
        let planned: Vec<_> = links.into_par_iter().map(plan).collect();
        for (link, now) in planned {
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
        let moved = std::mem::take(&mut self.derived_moved) || graph::have_outputs_changed(changed);
        if moved {
            let faults = self.derived.iter().filter_map(|(path, pages)| {
                let of = pages.iter().map(|page| page.thing());
                let fault = graph.derived_address_fault(path, of, settings)?;
                Some(match pages.iter().any(|page| page.is_past_composition()) {
                    true if fault.hint.is_none() => fault.hint("composition"),
                    _ => fault,
                })
            });
            findings.set(Finder::Lists, faults.collect());
        }
        moved
    }

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
            if page.id.has_derived_address() {
                self.forget_derived_address(page);
            }
            if let Some(search) = &mut self.search {
                search.remove(&page.path);
            }
            self.remove(&OutputId::Page(page.id));
            self.pages -= usize::from(page.id.is_content());
        }
        for page in now.difference(&before) {
            self.pages += usize::from(page.id.is_content());
            self.stale.insert(page.id, Reason::New);
            if page.id.has_derived_address() {
                let there = self.derived.entry(page.path.clone()).or_default();
                there.insert(page.id);
                self.derived_moved = true;
            }
        }
    }

    fn forget_derived_address(&mut self, page: &PlannedPage) {
        if let Some(there) = self.derived.get_mut(&page.path) {
            there.remove(&page.id);
            if there.is_empty() {
                self.derived.remove(&page.path);
            }
        }
        self.derived_moved = true;
    }
}
