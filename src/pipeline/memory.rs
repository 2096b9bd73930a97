//! What a workspace remembers, kept for the next program that builds the same site.
//!
//! A memory is that of a moment: the sources as they were, and all that was made of them. Whoever takes it up
//! compares the sources with those of today, and takes a turn as `watch` does after a change. It need not be
//! that of the last build: pages that are published otherwise than it says are made again.
//!
//! It holds as long as the program, its options, the settings, the theme and the day are the same; for any other
//! it would be of no use, because every page is made again.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::work::Work;
use super::{Options, Turn, Workspace, settings};
use crate::domain::ledger::Ledger;
use crate::domain::parse::Parsed;
use crate::engine::search::{self, Search};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::shared;
use crate::vocabulary::source::{Changes, SourcePath, SourceTree};

/// So many files are written and read as one.
const TOGETHER: usize = 100;

/// What was remembered. What is published has still to be held against it.
pub struct Memory {
    work: Work,
    ledger: Ledger,
    assets: BTreeMap<SourcePath, Digest>,
    search: Option<search::Memory>,
}

impl Workspace {
    /// All that is remembered, of these sources. Nothing as long as nothing was made.
    pub fn memory(&self, tree: &SourceTree) -> Option<Vec<u8>> {
        let work = self.site.as_ref()?;
        let files: Vec<(&SourcePath, &Parsed)> = work.files.iter().collect();
        let files: Vec<_> = files.chunks(TOGETHER).collect();
        let assets = tree.assets.iter();
        let assets: BTreeMap<&SourcePath, Digest> =
            assets.map(|(path, asset)| (path, asset.digest)).collect();
        let graph = (&work.graph, &work.site);
        let rest = (&self.ledger, assets, &work.digests, &work.ruled);
        let search = work.pages.search.as_ref().map(Search::memory);
        let lists = (&work.listings, &work.alphabet, &work.pages, search);
        let (graph, lists) = rayon::join(
            || shared::written(&files, &graph),
            || shared::written::<(), _>(&[], &(rest, lists)),
        );
        borsh::to_vec(&(graph.ok()?, lists.ok()?)).ok()
    }
}

impl Memory {
    /// Understands what was remembered. Nothing if it cannot be.
    pub fn read(memory: &[u8], options: &Options, turn: Turn<'_>) -> Option<Memory> {
        let settings = settings(turn.tree, options).ok()?;
        let search = options.search && settings.has_search();
        let work = Work::new(settings, search);
        work.recall(memory, turn.tree).ok()
    }

    /// A workspace that remembers, and how the sources have changed since. `published` are the files of the site that
    /// stand in the folder `out`, by their digests. Nothing if they are others than any that could follow.
    pub fn take_up(
        self,
        options: Options,
        tree: &SourceTree,
        out: &Path,
        published: &BTreeMap<OutputPath, Digest>,
    ) -> Option<(Workspace, Changes)> {
        let Memory {
            mut work,
            ledger,
            assets,
            search,
        } = self;
        let changes = work.changes(tree, &assets);
        work.pages.search = search.map(|memory| Search::remembering(memory, out.to_owned()));
        let stands = work.pages.stand_on(published);
        let workspace = Workspace {
            options,
            ledger,
            site: Some(work),
        };
        stands.then_some((workspace, changes))
    }
}

impl Work {
    /// Takes over what is remembered.
    fn recall(mut self, memory: &[u8], tree: &SourceTree) -> io::Result<Memory> {
        let rest = &mut &*memory;
        let (graph, lists) = (shared::block(rest)?, shared::block(rest)?);
        let (graph, lists) = rayon::join(|| shared::read(graph), || shared::read(lists));
        let (files, (graph, site)): (Vec<Vec<(SourcePath, Parsed)>>, _) = graph?;
        let (_, ((mut ledger, assets, digests, ruled), lists)): (Vec<()>, _) = lists?;
        self.load_theme(tree, &Changes::default(), &mut ledger);
        self.files = files.into_iter().flatten().collect();
        (self.graph, self.site) = (graph, site);
        (self.digests, self.ruled) = (digests, ruled);
        let (listings, alphabet, pages, search) = lists;
        (self.listings, self.alphabet, self.pages) = (listings, alphabet, pages);
        Ok(Memory {
            work: self,
            ledger,
            assets,
            search,
        })
    }

    /// How the sources differ from those that are remembered. Of settings and themes it is known that they do not.
    fn changes(&self, tree: &SourceTree, assets: &BTreeMap<SourcePath, Digest>) -> Changes {
        let is_same = |path: &SourcePath| {
            let (file, parsed) = (tree.texts.get(path), self.files.get(path));
            file.zip(parsed).is_some_and(|(file, parsed)| {
                self.digests.get(path) == Some(&file.digest) && parsed.committed == file.committed
            })
        };
        let texts: BTreeSet<&SourcePath> = tree.texts.keys().chain(self.files.keys()).collect();
        let texts = texts.into_iter().filter(|path| !is_same(path));
        let digest = |path: &SourcePath| tree.assets.get(path).map(|asset| asset.digest);
        let all: BTreeSet<&SourcePath> = tree.assets.keys().chain(assets.keys()).collect();
        let differs = |path: &&SourcePath| digest(path) != assets.get(*path).copied();
        Changes {
            texts: texts.cloned().collect(),
            assets: all.into_iter().filter(differs).cloned().collect(),
            ..Changes::default()
        }
    }
}
