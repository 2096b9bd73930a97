//! Rendering the stale pages, and the index of the search beside them.

use std::collections::HashMap;
use std::mem::discriminant;

use rayon::prelude::*;

use super::preview::Previewing;
use super::{OutputId, Outputs, Reason};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::digest::Digest;
use crate::base::output::{ContentStore, Output, OutputContent};
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::build::observer::{Observer, Stage};
use crate::build::render::Renderer;
use crate::build::stages::End;
use crate::content::findings::{Finder, Findings};
use crate::content::graph::{AnyLink, Reader};
use crate::content::locale::Locale;
use crate::content::pages::plan::{PageId, PlannedPage};
use crate::incremental::memo::{Dependencies, DependencyRecorder};
use crate::site::search::PageText;

/// The number of pages that are rendered before one is shown, and before an edit that came meanwhile can stop the rest.
pub(super) const INSTANT_PAGES: usize = 16;

/// The number of pages of each kind and language that a check renders.
const TRIED_PAGES: usize = 20;

/// Pages to be rendered, and why.
pub(super) type StalePages = Vec<(PlannedPage, Reason)>;

#[derive(Clone, Copy)]
struct Rendering<'a> {
    renderer: Renderer<'a>,
    store: &'a dyn ContentStore,
    observer: Observer<'a>,
    previewing: Option<&'a Previewing>,
    can_be_cancelled: bool,
}

struct Rendered {
    digest: Digest,
    /// Its bytes, if they are others than the last time.
    content: Option<OutputContent>,
    /// What a search finds in it, if that can have changed.
    text: Option<PageText>,
    inputs: Dependencies,
}

impl Outputs {
    /// Renders the stale pages, or as many as there is time for before the turn is cancelled.
    pub(in crate::build) fn render(
        &mut self,
        renderer: Renderer<'_>,
        store: &dyn ContentStore,
        observer: Observer<'_>,
        findings: &mut Findings,
    ) -> End {
        let stale = std::mem::take(&mut self.stale).into_iter();
        let stale = stale.filter_map(|(id, reason)| {
            let page = self.page(id)?.clone();
            Some((page, reason))
        });
        let stale: StalePages = stale.collect();
        observer.stage(Stage::Render(stale.len()));
        let previewing = self.preview(&stale, renderer, observer.previews);
        let rendering = Rendering {
            renderer,
            store,
            observer,
            can_be_cancelled: stale.len() > INSTANT_PAGES,
            previewing: previewing.as_ref(),
        };
        let mut end = match self.render_stale(stale, rendering, findings) {
            true => End::Complete,
            false => End::Cancelled,
        };
        // The index of the search takes longer than the pages.
        if self.search.is_some() && observer.is_cancelled() {
            end = End::Cancelled;
        }
        end
    }

    /// Renders the first pages of each kind and those whose texts call components, only to find what fails: a template, or
    /// a component that can make nothing of its arguments.
    pub(in crate::build) fn try_pages(&self, renderer: Renderer<'_>, findings: &mut Findings) {
        let recorder = DependencyRecorder::default();
        let graph = Reader::new(renderer.context.graph, &recorder);
        let mut tried: HashMap<_, usize> = HashMap::new();
        let pages = self.stale.keys().filter_map(|id| self.page(*id));
        let pages = pages.filter(|page| {
            let (id, link) = (page.id, page.id.thing());
            let is_home = link.is_some_and(|link| graph.summary(link).is_home());
            let kind = (discriminant(&id), link.map(AnyLink::kind), is_home);
            let of_kind = tried.entry((kind, id.language())).or_default();
            *of_kind += 1;
            let calls = || matches!(id, PageId::Thing(link, ..) if graph.texts(link).have_calls());
            *of_kind <= TRIED_PAGES || calls()
        });
        let pages: Vec<&PlannedPage> = pages.collect();
        let faults = pages.par_iter().filter_map(|page| {
            let recorder = DependencyRecorder::default();
            let fault = renderer.render(page, &self.images, &recorder).err()?;
            Some(fault.related(renderer.source(page, &recorder)))
        });
        findings.set(Finder::Render, distinct(faults.collect()));
    }

    /// Renders pages. Returns whether all were rendered before the turn was cancelled.
    fn render_stale(
        &mut self,
        stale: StalePages,
        rendering: Rendering<'_>,
        findings: &mut Findings,
    ) -> bool {
        let observer = rendering.observer;
        let rendered: Vec<_> = stale
            .par_iter()
            // A few large pages beside many small ones must not all go to one thread.
            .with_max_len(1)
            .map(|(page, _)| {
                if rendering.can_be_cancelled && observer.is_cancelled() {
                    return None;
                }
                observer.step();
                if let Some(previewing) = rendering.previewing {
                    previewing.serve(|page| self.render_preview(page, rendering.renderer));
                }
                Some(self.render_page(page, rendering))
            })
            .collect();
        let mut is_complete = true;
        let mut faults = Vec::new();
        for ((page, reason), result) in stale.into_iter().zip(rendered) {
            match result {
                Some(Ok(rendered)) => {
                    self.take_page(&page, rendered, rendering.renderer.locales);
                    self.unpublished.insert(page.id, reason);
                    continue;
                }
                Some(Err(fault)) => faults.push(*fault),
                None => is_complete = false,
            }
            self.stale.insert(page.id, reason);
        }
        findings.set(Finder::Render, distinct(faults));
        is_complete
    }

    fn render_page(
        &self,
        page: &PlannedPage,
        rendering: Rendering<'_>,
    ) -> Result<Rendered, Box<Diagnostic>> {
        let recorder = DependencyRecorder::default();
        let rendered = rendering.renderer.render(page, &self.images, &recorder);
        let bytes = rendered
            .map_err(|fault| Box::new(fault.related(rendering.renderer.source(page, &recorder))))?;
        let digest = Digest::of(&bytes);
        let before = self.made.get(&OutputId::Page(page.id));
        let before = before
            .and_then(|files| files.first())
            .map(|(_, digest)| digest);
        let is_other = before != Some(&digest);
        let is_found = is_other && self.search.is_some() && page.id.is_searchable();
        Ok(Rendered {
            digest,
            text: is_found.then(|| PageText::of(&String::from_utf8_lossy(&bytes))),
            content: is_other.then(|| rendering.store.add(bytes)),
            inputs: recorder.finish(),
        })
    }

    /// Puts a page that was rendered into the table, and into the search.
    fn take_page(&mut self, page: &PlannedPage, rendered: Rendered, locales: &[Locale]) {
        let language = locales.get(page.id.language()).map(|it| &it.language);
        if let (Some(search), Some(language), Some(text)) =
            (&mut self.search, language, rendered.text)
        {
            search.put(language, &page.path, text);
        }
        let digest = rendered.digest;
        let fresh = rendered.content.map(|content| Output {
            path: page.path.clone(),
            content,
            digest,
        });
        let files = vec![(page.path.clone(), digest)];
        let fresh = fresh.into_iter().collect();
        self.replace(OutputId::Page(page.id), files, fresh, rendered.inputs);
    }

    /// Makes the index of the search, if its pages have changed. Returns whether it had to be made.
    pub(in crate::build) fn index_search(
        &mut self,
        observer: Observer<'_>,
        findings: &mut Findings,
    ) -> bool {
        let Some(search) = &mut self.search else {
            return false;
        };
        observer.stage(Stage::Search);
        let index = search.build();
        let place = || Place::whole(&SourcePath::new(SETTINGS_FILE));
        let fault = index.as_ref().err().map(|error| {
            Diagnostic::new(Code::SearchFailed, place()).text("detail", error.to_string())
        });
        findings.set(Finder::Search, fault.into_iter().collect());
        let Ok(Some(files)) = index else {
            return false;
        };
        self.put(OutputId::SearchIndex, files, Dependencies::default());
        true
    }
}

/// A template fails in the same way on many pages: the first of them is named.
fn distinct(mut faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    faults.sort();
    faults.dedup_by(|later, first| (&later.place, &later.args) == (&first.place, &first.args));
    faults
}
