//! Pages that are shown before they are published.

use std::collections::{BTreeSet, HashMap};
use std::mem::discriminant;
use std::sync::Arc;

use rayon::prelude::*;

use super::Outputs;
use super::render::{INSTANT_PAGES, StalePages};
use crate::build::render::Renderer;
use crate::content::pages::plan::PlannedPage;
use crate::incremental::memo::DependencyRecorder;
use crate::site::preview::{Preview, PreviewSink};

/// Pages that are shown until this is dropped.
pub(super) struct Previewing {
    pages: Vec<PlannedPage>,
    preview: Arc<Preview>,
}

impl Outputs {
    /// Shows the stale pages, and those that were rendered and not published yet, where that helps and somebody
    /// looks. Not where other files come with them: a browser would wait for those with an empty screen.
    pub(super) fn preview(
        &self,
        stale: &StalePages,
        renderer: Renderer<'_>,
        sink: Option<&dyn PreviewSink>,
    ) -> Option<Previewing> {
        let sink = sink?;
        if stale.len() <= INSTANT_PAGES || self.update.is_whole() || self.search.is_some() {
            return None;
        }
        let stale = stale.iter().map(|(page, _)| page);
        let unpublished = self.unpublished.keys().filter_map(|id| self.page(*id));
        let pages: BTreeSet<&PlannedPage> = stale.chain(unpublished).collect();
        let pages: Vec<PlannedPage> = pages.into_iter().cloned().collect();
        let removed = self.update.removed_paths().cloned();
        let preview = Preview::new(pages.iter().map(|page| page.path.clone()), removed);
        let is_complete = self.update.put_paths().all(|path| preview.contains(path));
        if !is_complete || !self.can_render_each_kind(&pages, renderer) {
            return None;
        }
        let preview = Arc::new(preview);
        sink.show(Arc::clone(&preview));
        Some(Previewing { pages, preview })
    }

    /// Whether one page of each kind can be rendered: a template that fails mostly does on the first.
    fn can_render_each_kind(&self, pages: &[PlannedPage], renderer: Renderer<'_>) -> bool {
        let kind = |page: &PlannedPage| {
            let thing = page.id.thing();
            (discriminant(&page.id), thing.as_ref().map(discriminant))
        };
        let of_each: HashMap<_, &PlannedPage> =
            pages.iter().map(|page| (kind(page), page)).collect();
        let of_each = of_each.into_values().par_bridge();
        of_each.all(|page| self.render_preview(page, renderer).is_some())
    }

    /// Renders a page only to be shown. Returns `None` if it cannot be rendered.
    pub(super) fn render_preview(
        &self,
        page: &PlannedPage,
        renderer: Renderer<'_>,
    ) -> Option<Vec<u8>> {
        renderer
            .render(page, &self.images, &DependencyRecorder::default())
            .ok()
    }
}

impl Previewing {
    /// Renders the pages for which somebody waits.
    pub(super) fn serve(&self, render: impl Fn(&PlannedPage) -> Option<Vec<u8>>) {
        while let Some(request) = self.preview.next_request() {
            if let Some(html) = self.pages.get(request.number).and_then(&render) {
                request.answer(html);
            }
        }
    }
}

impl Drop for Previewing {
    fn drop(&mut self) {
        self.preview.close();
    }
}
