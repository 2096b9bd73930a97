//! The last stages: which pages there are, which of them are stale, and the making of those.

mod planning;
mod standing;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;

use super::images::{Difference, Shown, Studio};
use super::pending::Pending;
use super::press::Press;
use super::{Stage, Watcher};
use crate::domain::graph::{self, AnyLink, Cause, Graph};
use crate::domain::ledger::{Finder, Ledger};
use crate::domain::locale::Locale;
use crate::domain::memo::{Changed, Looked, Memo, Reads};
use crate::domain::plan::{PageId, Planned};
use crate::engine::search::{Search, Words};
use crate::engine::theme::Theme;
use crate::engine::write::Update;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::output::{Content as Bytes, Output, OutputPath, Shelf};
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
#[derive(Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Pages {
    /// The pages of each thing, in order.
    planned: HashMap<AnyLink, Vec<Planned>>,
    /// Those that are not of a thing, in order.
    others: Vec<Planned>,
    /// The pages of long lists but the first, which have addresses that nobody chose.
    parts: BTreeMap<OutputPath, Option<AnyLink>>,
    /// Whether these are others than when they were last held against all other outputs.
    #[borsh(skip)]
    parts_moved: bool,
    /// How many of them are neither redirects nor the page of errors.
    contents: usize,
    /// What was made last, as far as it was made of what it looks at now.
    made: Memo<PageId, Digest>,
    #[borsh(skip)]
    stale: BTreeMap<PageId, Why>,
    /// The images that they show.
    images: Shown,
    /// The digests of files that are copied.
    copies: BTreeMap<OutputPath, Digest>,
    /// Whether other files may have to be copied.
    copies_stale: bool,
    /// The pages that a search finds, if there is one.
    #[borsh(skip)]
    pub(super) search: Option<Search>,
    /// The digests of the files of its index.
    indexed: BTreeMap<OutputPath, Digest>,
    /// What is to be published.
    #[borsh(skip)]
    pending: Pending,
}

/// A page that was made.
struct Made {
    digest: Digest,
    /// Its bytes, if they are others than the last time.
    content: Option<Bytes>,
    /// What a search finds in it, if that can have changed.
    words: Option<Words>,
    reads: Looked,
}

impl Pages {
    /// Pages with or without a search.
    pub(super) fn new(search: bool) -> Pages {
        Pages {
            search: search.then(Search::default),
            ..Pages::default()
        }
    }

    /// How many pages there are, redirects not counted.
    pub(super) fn len(&self) -> usize {
        self.contents
    }

    /// All pages, in no order.
    fn all(&self) -> impl Iterator<Item = &Planned> {
        self.planned.values().flatten().chain(&self.others)
    }

    /// A page, if there is one.
    fn page(&self, id: PageId) -> Option<&Planned> {
        let pages = match id.thing() {
            Some(link) => self.planned.get(&link)?,
            None => &self.others,
        };
        let at = pages.binary_search_by_key(&id, |page| page.id).ok()?;
        pages.get(at)
    }

    /// Notes that every page has to be made again.
    pub(super) fn all_stale(&mut self, why: Why) {
        let pages = self.all().map(|page| (page.id, why.clone()));
        self.stale = pages.collect();
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
        self.indexed.clear();
        self.copies_stale = true;
        self.all_stale(Why::New);
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
            PageId::Redirect(..) | PageId::Index(..) | PageId::NotFound => None,
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
        let copies = theme.statics.iter().cloned().chain(assets);
        self.pending.put_all(copies, &mut self.copies);
    }

    /// Makes the stale pages, and says which and why.
    pub(super) fn render(
        &mut self,
        press: Press<'_>,
        shelf: &dyn Shelf,
        watcher: &dyn Watcher,
        ledger: &mut Ledger,
    ) -> Vec<(OutputPath, Why)> {
        let stale = std::mem::take(&mut self.stale).into_iter();
        let stale = stale.filter_map(|(id, why)| {
            let page = self.page(id)?.clone();
            Some((page, why))
        });
        let stale: Vec<(Planned, Why)> = stale.collect();
        watcher.stage(Stage::Render(stale.len()));
        let make = |page: &Planned| -> Result<Made, Box<Diagnostic>> {
            let reads = Reads::default();
            let html = press.html(page, &self.images, &reads)?;
            let digest = Digest::of(html.as_bytes());
            let is_other = self.made.get(page.id) != Some(&digest);
            let is_found = is_other && self.search.is_some() && page.id.is_found();
            Ok(Made {
                digest,
                words: is_found.then(|| Words::of(&html)),
                content: is_other.then(|| shelf.keep(html.into_bytes())),
                reads: reads.settled(),
            })
        };
        let rendered: Vec<_> = stale
            .par_iter()
            // A few large pages beside many small ones are not all for one processor.
            .with_max_len(1)
            .map(|(page, _)| {
                watcher.step();
                make(page)
            })
            .collect();
        let mut made = Vec::with_capacity(stale.len());
        for ((page, why), result) in stale.into_iter().zip(rendered) {
            let fault = match result {
                Ok(result) => {
                    self.take_over(&page, result, press.locales);
                    made.push((page.path, why));
                    None
                }
                Err(fault) => {
                    self.stale.insert(page.id, why);
                    Some(*fault)
                }
            };
            ledger.set(Finder::Page(page.id), fault.into_iter().collect());
        }
        made
    }

    /// Makes the index of the search, if its pages have changed. Whether it had to be made.
    pub(super) fn search(&mut self, watcher: &dyn Watcher, ledger: &mut Ledger) -> bool {
        let Some(search) = &mut self.search else {
            return false;
        };
        watcher.stage(Stage::Search);
        let index = search.index();
        let place = || Place::whole(&SourcePath::new("site.toml"));
        let fault = index.as_ref().err().map(|error| {
            Diagnostic::new(Code::SearchFailed, place()).text("detail", error.to_string())
        });
        ledger.set(Finder::Search, fault.into_iter().collect());
        let Ok(Some(files)) = index else {
            return false;
        };
        self.pending.put_all(files, &mut self.indexed);
        true
    }

    /// What is to be published, which whoever takes it must do.
    pub(super) fn take(&mut self) -> Update {
        self.pending.take()
    }

    /// Takes over a page that was made.
    fn take_over(&mut self, page: &Planned, made: Made, locales: &[Locale]) {
        self.made.put(page.id, made.digest, made.reads);
        let language = locales.get(page.id.language()).map(|it| &it.language);
        if let (Some(search), Some(language), Some(words)) =
            (&mut self.search, language, made.words)
        {
            search.put(language, &page.path, words);
        }
        if let Some(content) = made.content {
            self.pending.put(Output {
                path: page.path.clone(),
                content,
                digest: made.digest,
            });
        }
    }
}
