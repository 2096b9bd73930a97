//! Pages that are shown before they are published.

use std::collections::{BTreeSet, HashMap};
use std::mem::discriminant;
use std::sync::Arc;

use rayon::prelude::*;

use super::rendering::Stale;
use super::{FEW, Pages};
use crate::build::Watcher;
use crate::build::press::Press;
use crate::content::pages::plan::Planned;
use crate::incremental::memo::Reads;
use crate::site::preview::Preview;

/// Pages that are shown as long as this is there.
pub(super) struct Showing {
    pages: Vec<Planned>,
    preview: Arc<Preview>,
}

impl Pages {
    /// Shows these pages, which are to be made, and those that were made and not published, where that helps and
    /// somebody looks: not where other files come with them, for which a browser would wait with nothing on the screen.
    pub(super) fn show(
        &self,
        stale: &Stale,
        press: Press<'_>,
        watcher: &dyn Watcher,
    ) -> Option<Showing> {
        let sink = watcher.preview_sink()?;
        if stale.len() <= FEW || self.pending.is_whole() || self.search.is_some() {
            return None;
        }
        let stale = stale.iter().map(|(page, _)| page);
        let unpublished = self.unpublished.keys().filter_map(|id| self.page(*id));
        let pages: BTreeSet<&Planned> = stale.chain(unpublished).collect();
        let pages: Vec<Planned> = pages.into_iter().cloned().collect();
        let removed = self.pending.removed_paths().cloned();
        let preview = Preview::new(pages.iter().map(|page| page.path.clone()), removed);
        if !self.pending.put_paths().all(|path| preview.contains(path))
            || !self.are_sound(&pages, press)
        {
            return None;
        }
        let preview = Arc::new(preview);
        sink.show(Arc::clone(&preview));
        Some(Showing { pages, preview })
    }

    /// Whether one page of each kind can be made: a template that fails mostly does on the first.
    fn are_sound(&self, pages: &[Planned], press: Press<'_>) -> bool {
        let kind = |page: &Planned| {
            let thing = page.id.thing();
            (discriminant(&page.id), thing.as_ref().map(discriminant))
        };
        let of_each: HashMap<_, &Planned> = pages.iter().map(|page| (kind(page), page)).collect();
        let of_each = of_each.into_values().par_bridge();
        of_each.all(|page| self.only_shown(page, press).is_some())
    }

    /// A page that is looked at and not kept; nothing if it cannot be made.
    pub(super) fn only_shown(&self, page: &Planned, press: Press<'_>) -> Option<String> {
        press.html(page, &self.images, &Reads::default()).ok()
    }
}

impl Showing {
    /// Makes the pages for which somebody waits.
    pub(super) fn serve(&self, make: impl Fn(&Planned) -> Option<String>) {
        while let Some(request) = self.preview.next_request() {
            if let Some(html) = self.pages.get(request.number).and_then(&make) {
                request.answer(html.into_bytes());
            }
        }
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        self.preview.close();
    }
}
