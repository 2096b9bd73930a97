//! The last stages: which pages there are, which of them are stale, and the making of those.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::images::{Difference, Shown, Studio};
use super::{Stage, Watcher};
use crate::domain::graph::{self, AnyLink, Cause, Graph, Site};
use crate::domain::ledger::{Finder, Ledger};
use crate::domain::listing::Listings;
use crate::domain::locale::Locale;
use crate::domain::memo::{Changed, Memo, Reads};
use crate::domain::plan::{self, PageId, Planned, Sight};
use crate::domain::view::View;
use crate::engine::images::Images;
use crate::engine::render;
use crate::engine::theme::Theme;
use crate::engine::write::Update;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::output::{Content as Bytes, Output, OutputPath};
use crate::vocabulary::source::{Changes, SourcePath, SourceTree};

/// Why a page was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is new, or elsewhere than before.
    New,
    /// The settings have changed, or where the menus lead.
    Settings,
    /// The theme has changed.
    Theme,
    /// It is another day.
    Day,
    /// Something has changed at which the page looks.
    Changed(BTreeSet<Cause>),
}

/// The pages of a site.
#[derive(Default)]
pub(super) struct Pages {
    /// The pages of each thing.
    planned: HashMap<AnyLink, Vec<Planned>>,
    paths: HashMap<PageId, OutputPath>,
    /// The pages of long lists but the first, which have addresses that nobody chose.
    parts: BTreeMap<OutputPath, AnyLink>,
    /// How many of them are neither redirects nor the page of errors.
    things: usize,
    /// What was made last, as far as it was made of what it looks at now.
    made: Memo<PageId, Digest>,
    stale: BTreeMap<PageId, Why>,
    /// The images that they show.
    images: Shown,
    /// The digests of files that are copied.
    copies: BTreeMap<OutputPath, Digest>,
    /// Whether other files may have to be copied.
    copies_stale: bool,
    /// What is to be published.
    pending: Pending,
}

/// What is to be published. A later word on a path replaces an earlier one.
struct Pending {
    whole: bool,
    put: BTreeMap<OutputPath, Output>,
    removed: BTreeSet<OutputPath>,
}

/// What pages are made with.
#[derive(Clone, Copy)]
pub(super) struct Press<'a> {
    pub graph: &'a Graph,
    pub listings: &'a Listings,
    pub site: &'a Site,
    pub locales: &'a [Locale],
    pub theme: &'a Theme,
}

impl Pages {
    /// How many pages there are, redirects not counted.
    pub(super) fn len(&self) -> usize {
        self.things
    }

    /// Notes that every page has to be made again.
    pub(super) fn all_stale(&mut self, why: Why) {
        let mut pages: Vec<PageId> = self.paths.keys().copied().collect();
        pages.sort_unstable();
        for page in pages {
            self.stale.insert(page, why.clone());
        }
    }

    /// Does ahead what the next turn would have to do first.
    pub(super) fn rest(&mut self) {
        self.made.index();
    }

    /// Makes everything anew.
    pub(super) fn forget(&mut self) {
        self.pending = Pending::default();
        self.made = Memo::default();
        self.images.forget();
        self.copies.clear();
        self.copies_stale = true;
        self.all_stale(Why::New);
    }

    /// Finds out which pages there are, and which of them are stale.
    pub(super) fn plan(
        &mut self,
        graph: &Graph,
        listings: &Listings,
        site: Option<&Site>,
        changed: &Changed,
        explain: bool,
        ledger: &mut Ledger,
    ) {
        let Some(site) = site else { return };
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
        let relisted = listings.recounted();
        for link in graph::described(changed).chain(relisted) {
            let now = if graph.has(link) {
                plan::pages(graph, listings, site, link)
            } else {
                Vec::new()
            };
            self.replan(link, now);
        }
        let crowded = self.parts.iter();
        let crowded = crowded.filter_map(|(path, link)| graph.crowded(*link, path));
        ledger.set(Finder::Lists, crowded.collect());
        let not_found = plan::not_found();
        if !self.paths.contains_key(&not_found.id) {
            self.stale.insert(not_found.id, Why::New);
            self.paths.insert(not_found.id, not_found.path);
        }
    }

    /// Notes that files that are copied may have changed.
    pub(super) fn note_copies(&mut self, changes: &Changes) {
        self.copies_stale |= !changes.themes.is_empty() || !changes.assets.is_empty();
    }

    /// Looks at the images that stale pages show, and at those of things that are gone.
    pub(super) fn look_at_images(
        &mut self,
        graph: &Graph,
        changed: &Changed,
        studio: Studio<'_>,
        ledger: &mut Ledger,
    ) {
        let gone = graph::described(changed).filter(|link| !graph.has(*link));
        let stale = self.stale.keys().filter_map(|page| match page {
            PageId::Thing(link, ..) => Some(*link),
            PageId::Redirect(..) | PageId::NotFound => None,
        });
        let things = stale.chain(gone).collect();
        let Difference { put, removed } = self.images.update(graph, things, studio, ledger);
        removed
            .into_iter()
            .for_each(|path| self.pending.remove(path));
        put.into_iter().for_each(|output| self.pending.put(output));
    }

    /// Takes over the files that are copied as they are. Not while there are errors: such a file may be
    /// at the path of a page.
    pub(super) fn copy(&mut self, tree: &SourceTree, theme: &Theme) {
        if !std::mem::take(&mut self.copies_stale) {
            return;
        }
        let assets = tree.assets.values().map(|asset| Output {
            path: graph::asset_output(asset.path.as_str()),
            content: Bytes::Copy(asset.on_disk.clone()),
            digest: asset.digest,
        });
        let mut gone = std::mem::take(&mut self.copies);
        for output in theme.statics.iter().cloned().chain(assets) {
            let known = gone.remove(&output.path);
            self.copies.insert(output.path.clone(), output.digest);
            if known != Some(output.digest) {
                self.pending.put(output);
            }
        }
        gone.into_keys().for_each(|path| self.pending.remove(path));
    }

    /// Makes the stale pages, and says which and why.
    pub(super) fn render(
        &mut self,
        press: Press<'_>,
        watcher: &dyn Watcher,
        ledger: &mut Ledger,
    ) -> Vec<(OutputPath, Why)> {
        let stale = std::mem::take(&mut self.stale).into_iter();
        let stale = stale.filter_map(|(id, why)| {
            let path = self.paths.get(&id)?.clone();
            Some((Planned { id, path }, why))
        });
        let stale: Vec<(Planned, Why)> = stale.collect();
        watcher.stage(Stage::Render(stale.len()));
        let images = &self.images;
        let rendered: Vec<_> = stale
            .par_iter()
            .map(|(page, _)| {
                watcher.step();
                let reads = Reads::default();
                (press.output(page, images, &reads), reads)
            })
            .collect();
        let mut made = Vec::with_capacity(stale.len());
        for ((page, why), (output, reads)) in stale.into_iter().zip(rendered) {
            let finder = Finder::Page(page.id);
            match output {
                Ok(output) => {
                    ledger.set(finder, Vec::new());
                    if self.made.put(page.id, output.digest, reads) != Some(output.digest) {
                        self.pending.put(output);
                    }
                    made.push((page.path, why));
                }
                Err(fault) => {
                    ledger.set(finder, vec![*fault]);
                    self.stale.insert(page.id, why);
                }
            }
        }
        made
    }

    /// What is to be published, which whoever takes it must do.
    pub(super) fn take(&mut self) -> Update {
        let pending = std::mem::replace(&mut self.pending, Pending::after_the_first());
        Update {
            whole: pending.whole,
            put: pending.put.into_values().collect(),
            removed: pending.removed.into_iter().collect(),
        }
    }

    fn replan(&mut self, link: AnyLink, now: Vec<Planned>) {
        let before = if now.is_empty() {
            self.planned.remove(&link).unwrap_or_default()
        } else {
            let before = self.planned.insert(link, now.clone());
            before.unwrap_or_default()
        };
        for page in before.iter().filter(|page| !now.contains(page)) {
            self.stale.remove(&page.id);
            self.paths.remove(&page.id);
            self.parts.remove(&page.path);
            // One that was never made may be at the path of another that was.
            if self.made.remove(page.id).is_some() {
                self.pending.remove(page.path.clone());
            }
            self.things -= usize::from(matches!(page.id, PageId::Thing(..)));
        }
        for page in now.into_iter().filter(|page| !before.contains(page)) {
            self.things += usize::from(matches!(page.id, PageId::Thing(..)));
            self.stale.insert(page.id, Why::New);
            if matches!(page.id, PageId::Thing(.., number) if number > 0) {
                self.parts.insert(page.path.clone(), link);
            }
            self.paths.insert(page.id, page.path);
        }
    }
}

impl<'a> Press<'a> {
    fn sight(&self, locale: &'a Locale) -> Sight<'a> {
        Sight {
            graph: self.graph,
            listings: self.listings,
            site: self.site,
            locale,
        }
    }

    /// Makes a page: a view of the graph, through a template.
    fn output(
        &self,
        page: &Planned,
        images: &Shown,
        reads: &Reads,
    ) -> Result<Output, Box<Diagnostic>> {
        let locale = self.locales.get(page.id.language());
        let templates = locale.and_then(|locale| self.theme.templates(&locale.language));
        let (Some(locale), Some(templates)) = (locale, templates) else {
            let place = Place::whole(&SourcePath::new("site.toml"));
            let fault = Diagnostic::new(Code::TemplateError, place);
            return Err(Box::new(fault.text("detail", "no templates")));
        };
        let View {
            template,
            site,
            page: mut head,
            text,
            subject,
        } = plan::view(self.sight(locale), page, reads);
        let site = render::value("site", &site)?;
        let known = |file: &OutputPath| images.picture(file);
        let mut images = Images::new(&known, &self.theme.images.sizes);
        head.content = render::text(templates, &text, &mut images, || {
            Ok(vec![
                ("site", site.clone()),
                ("page", render::value("page", &head)?),
            ])
        })?;
        let mut values = vec![("site", site), ("page", render::value("page", &head)?)];
        if let Some(key) = subject.key() {
            values.push((key, render::value(key, &subject)?));
        }
        Ok(Output::of(
            page.path.clone(),
            render::page(templates, template, values)?.into_bytes(),
        ))
    }
}

impl Pending {
    fn put(&mut self, output: Output) {
        self.removed.remove(&output.path);
        self.put.insert(output.path.clone(), output);
    }

    fn remove(&mut self, path: OutputPath) {
        self.put.remove(&path);
        self.removed.insert(path);
    }

    fn after_the_first() -> Pending {
        Pending {
            whole: false,
            ..Pending::default()
        }
    }
}

impl Default for Pending {
    fn default() -> Self {
        Pending {
            whole: true,
            put: BTreeMap::new(),
            removed: BTreeSet::new(),
        }
    }
}
