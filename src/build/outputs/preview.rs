//! Pages that are shown before they are published.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::mem::discriminant;
use std::sync::Arc;

use rayon::prelude::*;

use super::Outputs;
use super::render::{INSTANT_PAGES, StalePages};
use crate::base::output::{OutputContent, OutputPath};
use crate::build::render::Renderer;
use crate::content::pages::plan::PlannedPage;
use crate::incremental::memo::DependencyRecorder;
use crate::site::preview::{Preview, PreviewSink, Rest};

/// Pages that are shown until this is dropped.
pub(super) struct Previewing {
    pages: Vec<PlannedPage>,
    preview: Arc<Preview>,
}

impl Outputs {
    /// Shows the stale pages, and those that were rendered and not published yet, where that helps and somebody
    /// looks. The index of the search is made after the pages, so a site with one is shown when it is published.
    pub(super) fn preview(
        &self,
        stale: &StalePages,
        renderer: Renderer<'_>,
        sink: Option<&dyn PreviewSink>,
    ) -> Option<Previewing> {
        let sink = sink?;
        // With a search, what takes long is its index, which waits for all pages.
        if stale.len() <= INSTANT_PAGES || self.search.is_some() {
            return None;
        }
        let stale = stale.iter().map(|(page, _)| page);
        let unpublished = self.unpublished.keys().filter_map(|id| self.page(*id));
        let pages: BTreeSet<&PlannedPage> = stale.chain(unpublished).collect();
        let pages: Vec<PlannedPage> = pages.into_iter().cloned().collect();
        if !self.can_render_each_kind(&pages, renderer) {
            return None;
        }
        let paths: BTreeSet<&OutputPath> = pages.iter().map(|page| &page.path).collect();
        let others = self.update.outputs().filter(|it| !paths.contains(&it.path));
        let files: Option<BTreeMap<_, _>> = others
            .map(|it| match &it.content {
                // It moves away when it is published.
                OutputContent::TemporaryFile(_) => None,
                content => Some((it.path.clone(), content.clone())),
            })
            .collect();
        let rest = match self.update.is_whole() {
            true => Rest::Goes,
            false => Rest::Stays(self.update.removed_paths().cloned().collect()),
        };
        let preview = Arc::new(Preview::new(
            renderer.context.site.written.base_path(),
            pages.iter().map(|page| page.path.clone()),
            files?,
            rest,
        ));
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
