//! The last stages: which pages there are, which of them are stale, and the making of those.

mod planning;
mod rendering;
mod showing;
mod standing;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use super::images::{Difference, Shown, Studio};
use super::pending::Pending;
use crate::base::digest::Digest;
use crate::base::output::{Content as Bytes, Output, OutputPath};
use crate::base::source::{Changes, SourceTree};
use crate::content::findings::Ledger;
use crate::content::graph::{self, AnyLink, Cause, Graph};
use crate::content::pages::plan::{PageId, Planned};
use crate::incremental::memo::{Changed, Memo};
use crate::site::publish::Update;
use crate::site::search::SearchIndex;
use crate::site::theme::Theme;

/// So many pages are there sooner than anybody could look, or change his mind.
const FEW: usize = 16;

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
    pub(super) search: Option<SearchIndex>,
    /// The digests of the files of its index.
    indexed: BTreeMap<OutputPath, Digest>,
    /// What is to be published.
    #[borsh(skip)]
    pending: Pending,
    /// The pages that were made for that, and why.
    #[borsh(skip)]
    unpublished: BTreeMap<PageId, Why>,
}

impl Pages {
    /// Pages with or without a search.
    pub(super) fn new(search: bool) -> Pages {
        Pages {
            search: search.then(SearchIndex::default),
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
        let copies = theme.static_files.iter().cloned().chain(assets);
        self.pending.put_all(copies, &mut self.copies);
    }

    /// What is to be published, which whoever takes it must do, and the pages that were made for it.
    pub(super) fn take(&mut self) -> (Update, Vec<(OutputPath, Why)>) {
        let made = std::mem::take(&mut self.unpublished).into_iter();
        // One that has gone again is no page.
        let made = made.filter_map(|(id, why)| Some((self.page(id)?.path.clone(), why)));
        let made = made.collect();
        (self.pending.take(), made)
    }
}
