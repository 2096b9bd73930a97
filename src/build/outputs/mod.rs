//! The table of outputs: what the site consists of, what each entry was made of, and which files it has.
//!
//! Pages, redirects, copied files, images in several sizes, the index of the search: all are entries of one kind.
//! An entry has an [id](OutputId), inputs (the set of its dependencies), a way to be made, and files with their
//! digests. To add a kind of output: plan its id in [`content::pages`](crate::content::pages::plan), say what it shows
//! in [`content::views`](crate::content::views), and write it in [`build::render`](crate::build::render).

mod compress;
mod files;
mod plan;
mod preview;
mod render;
mod update;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::path::Path;

use borsh::{BorshDeserialize, BorshSerialize};

use super::images::Images;
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};
use crate::content::graph::{AnyLink, Cause};
use crate::content::pages::plan::{PageId, PlannedPage};
use crate::incremental::memo::{Dependencies, Memo};
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use crate::site::publish::Update;
use crate::site::search::SearchIndex;
use update::PendingUpdate;

/// What an entry of the table is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub(super) enum OutputId {
    /// Rendered from the content.
    Page(PageId),
    /// A copy of a file of the content or of the theme, by where it is published.
    Copy(OutputPath),
    /// An image of the content in the sizes that pages show, by where the image itself is published.
    Image(OutputPath),
    /// The index of the search.
    SearchIndex,
    /// The compressed copies of a file, by its path.
    Compressed(OutputPath),
}

/// The files of an entry, each with the digest of its bytes.
type Files = Vec<(OutputPath, Digest)>;

/// Why a page was rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is new, or elsewhere than before.
    New,
    /// The settings have changed, or where the menus lead.
    Settings,
    /// The theme has changed.
    Theme,
    /// It is another day.
    Day,
    /// Something has changed on which the page depends.
    Changed(BTreeSet<Cause>),
}

#[derive(Default)]
pub(super) struct Outputs {
    /// The pages of each thing, in order.
    planned: HashMap<AnyLink, Vec<PlannedPage>>,
    /// Those that are not of a thing, in order.
    others: Vec<PlannedPage>,
    /// The pages that have addresses which nobody chose, with what they are about: those of long lists but the first, and
    /// past compositions.
    derived: BTreeMap<OutputPath, BTreeSet<PageId>>,
    /// Whether these are others than when they were last compared with all other outputs.
    derived_moved: bool,
    /// The number of pages with content of their own.
    pages: usize,
    /// The entries that were made, with their files and inputs.
    made: Memo<OutputId, Files>,
    /// The pages that must be rendered.
    stale: BTreeMap<PageId, Reason>,
    pub(super) images: Images,
    /// The digest of each file of the content that was copied, by where it is published. The copy may be another: of an
    /// image, it has no private data.
    copied: BTreeMap<OutputPath, Digest>,
    /// Whether other files may have to be copied.
    copies_stale: bool,
    pub(super) search: Option<SearchIndex>,
    /// What is to be published.
    update: PendingUpdate,
    /// The pages that were rendered for that, and why.
    unpublished: BTreeMap<PageId, Reason>,
}

impl Outputs {
    pub(super) fn new(search: bool) -> Outputs {
        Outputs {
            search: search.then(SearchIndex::default),
            copies_stale: true,
            ..Outputs::default()
        }
    }

    /// The number of pages with content of their own.
    pub(super) fn page_count(&self) -> usize {
        self.pages
    }

    pub(super) fn invalidate(&mut self, reason: &Reason) {
        let pages = self.planned_pages().map(|page| (page.id, reason.clone()));
        self.stale = pages.collect();
    }

    /// Forgets everything that was made: the whole site is to be published again.
    pub(super) fn forget(&mut self) {
        self.update = PendingUpdate::default();
        self.made = Memo::default();
        self.images.forget();
        self.copied.clear();
        self.copies_stale = true;
        self.invalidate(&Reason::New);
    }

    /// Does ahead what the next turn would have to do first.
    pub(super) fn tidy(&mut self) {
        self.made.index_dependents();
    }

    /// Takes what is to be published, and the pages that were rendered for it.
    pub(super) fn take_update(&mut self) -> (Update, Vec<(OutputPath, Reason)>) {
        let rendered = std::mem::take(&mut self.unpublished).into_iter();
        // A page that has gone again since is no page.
        let rendered = rendered.filter_map(|(id, why)| Some((self.page(id)?.path.clone(), why)));
        let rendered = rendered.collect();
        (self.update.take(), rendered)
    }

    /// Takes up what is published, which may be other than this table says. Pages and copies that are not published as
    /// they were made are made again; files of no entry are removed. Returns `false` if an entry of another kind is not
    /// published as it was made.
    pub(super) fn adopt(&mut self, published: &BTreeMap<OutputPath, Digest>) -> bool {
        self.update = PendingUpdate::after_the_first();
        let mut unowned: BTreeMap<&OutputPath, Digest> = published
            .iter()
            .map(|(path, digest)| (path, *digest))
            .collect();
        let mut different = Vec::new();
        for (id, files) in self.made.iter_mut() {
            let mut is_same = true;
            for (path, digest) in files {
                let there = unowned.remove(path);
                is_same &= there == Some(*digest);
                // What replaces the file, or removes it, is held against what is there.
                *digest = there.unwrap_or(Digest::of(&[]));
            }
            if !is_same {
                different.push(id.clone());
            }
        }
        unowned
            .into_keys()
            .for_each(|path| self.update.remove(path.clone()));
        let known: Vec<PageId> = self.planned_pages().map(|page| page.id).collect();
        let unmade = known
            .into_iter()
            .filter(|id| self.made.get(&OutputId::Page(*id)).is_none());
        self.stale = unmade.map(|id| (id, Reason::New)).collect();
        different.into_iter().all(|id| match id {
            OutputId::Page(page) => {
                self.stale.insert(page, Reason::New);
                true
            }
            OutputId::Copy(path) => {
                self.copied.remove(&path);
                self.copies_stale = true;
                true
            }
            OutputId::Image(_) | OutputId::SearchIndex | OutputId::Compressed(_) => false,
        })
    }

    /// Writes the table into a snapshot. Everything in it must be published.
    pub(super) fn save(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
        to.values(&self.made.entries())?;
        let search = self.search.as_ref().map(SearchIndex::snapshot);
        to.value(&(
            &self.planned,
            &self.others,
            &self.derived,
            self.pages as u64,
            &self.images,
            &self.copied,
            search,
        ))
    }

    /// Takes the sections of a table from a snapshot. What it returns decodes them; the index of the search is read
    /// from the published site.
    pub(super) fn load<'s>(
        from: &mut SnapshotReader<'s>,
        published: &'s Path,
    ) -> io::Result<impl FnOnce() -> io::Result<Outputs> + use<'s>> {
        let (made, rest) = (from.section()?, from.section()?);
        Ok(move || {
            let (made, rest) = rayon::join(|| made.values(), || rest.value());
            let (planned, others, derived, pages, images, copied, search) = rest?;
            let (pages, search): (u64, Option<_>) = (pages, search);
            Ok(Outputs {
                planned,
                others,
                derived,
                pages: usize::try_from(pages).unwrap_or_default(),
                made: Memo::from_entries(made?),
                images,
                copied,
                search: search.map(|it| SearchIndex::restore(it, published.to_owned())),
                ..Outputs::default()
            })
        })
    }

    fn planned_pages(&self) -> impl Iterator<Item = &PlannedPage> {
        self.planned.values().flatten().chain(&self.others)
    }

    fn page(&self, id: PageId) -> Option<&PlannedPage> {
        let pages = match id.thing() {
            Some(link) => self.planned.get(&link)?,
            None => &self.others,
        };
        let at = pages.binary_search_by_key(&id, |page| page.id).ok()?;
        pages.get(at)
    }

    /// Puts an entry into the table, with all its files. What is different of them is to be published.
    fn put(&mut self, id: OutputId, outputs: Vec<Output>, inputs: Dependencies) {
        let files: Files = outputs
            .iter()
            .map(|it| (it.path.clone(), it.digest))
            .collect();
        self.replace(id, files, outputs, inputs);
    }

    /// Puts an entry with these files into the table; `fresh` has the bytes of at least those that are different.
    fn replace(&mut self, id: OutputId, files: Files, fresh: Vec<Output>, inputs: Dependencies) {
        let before = self.made.put(id, files.clone(), inputs).unwrap_or_default();
        for (path, _) in &before {
            if !files.iter().any(|(kept, _)| kept == path) {
                self.update.remove(path.clone());
            }
        }
        for output in fresh {
            let is_same =
                |(path, digest): &(_, _)| *path == output.path && *digest == output.digest;
            if !before.iter().any(is_same) {
                self.update.put(output);
            }
        }
    }

    /// Removes an entry from the table, and its files from the site. An entry that was never made has no files, and
    /// another may be at its path.
    fn remove(&mut self, id: &OutputId) {
        for (path, _) in self.made.remove(id).unwrap_or_default() {
            self.update.remove(path);
        }
    }
}
