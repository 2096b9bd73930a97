//! What a workspace remembers, kept for the next program that builds the same site.
//!
//! A memory is that of a moment: the sources as they were, and all that was made of them. Whoever takes it up
//! compares the sources with those of today, and takes a turn as `watch` does after a change. It need not be
//! that of the last build: pages that are published otherwise than it says are made again.
//!
//! It holds as long as the program, its options, the settings, the theme and the day are the same; for any other
//! it would be of no use, because every page is made again.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;

use borsh::BorshSerialize;
use rayon::prelude::*;

use super::work::Work;
use super::{Options, Turn, Workspace, settings};
use crate::domain::graph::{Graph, Site};
use crate::domain::ledger::Ledger;
use crate::domain::parse::Parsed;
use crate::engine::search::{self, Search};
use crate::engine::write::{MemoryReader, MemoryWriter};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::shared::{self, Pool};
use crate::vocabulary::source::{Changes, SourcePath, SourceTree};

/// So many files are written and read as one.
const TOGETHER: usize = 25;

type Files = BTreeMap<SourcePath, Parsed>;

/// What was remembered. What is published has still to be held against it.
pub struct Memory {
    work: Work,
    ledger: Ledger,
    assets: BTreeMap<SourcePath, Digest>,
    search: Option<search::Memory>,
}

impl Workspace {
    /// Writes down all that is remembered, of these sources. Something must have been made.
    ///
    /// # Errors
    /// What writing says.
    pub fn remember(&self, tree: &SourceTree, to: &mut MemoryWriter) -> io::Result<()> {
        let work = self.site.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let files: Vec<(&SourcePath, &Parsed)> = work.files.iter().collect();
        let parts: Vec<&[_]> = files.chunks(TOGETHER).collect();
        let mut pool = Pool::default();
        for some in parts.chunks(rayon::current_num_threads() * 2) {
            for written in some.par_iter().map(written).collect::<Vec<_>>() {
                let (bytes, part) = written?;
                to.write_all(&bytes)?;
                to.end_block()?;
                pool.extend([part]);
            }
        }
        shared::write(&(&work.graph, &work.site), pool, to)?;
        to.end_block()?;
        let assets = tree.assets.iter();
        let assets: BTreeMap<&SourcePath, Digest> =
            assets.map(|(path, asset)| (path, asset.digest)).collect();
        let search = work.pages.search.as_ref().map(Search::memory);
        let lists = (&work.listings, &work.alphabet, &work.pages, search);
        let rest = (&self.ledger, assets, &work.digests, &work.ruled, lists);
        shared::write(&rest, Pool::default(), to)?;
        to.end_block()
    }
}

fn written(value: &impl BorshSerialize) -> io::Result<(Vec<u8>, Pool)> {
    let mut bytes = Vec::new();
    let pool = shared::write(value, Pool::default(), &mut bytes)?;
    Ok((bytes, pool))
}

impl Memory {
    /// Understands what was remembered. Nothing if it cannot be.
    pub fn read(memory: &MemoryReader, options: &Options, turn: Turn<'_>) -> Option<Memory> {
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
    fn recall(mut self, memory: &MemoryReader, tree: &SourceTree) -> io::Result<Memory> {
        let parts = memory.len().saturating_sub(2);
        let nothing = Changes::default();
        let ((first, rest), theme) = rayon::join(
            || {
                rayon::join(
                    || content(memory, parts),
                    || memory.read(parts + 1, |block| shared::read(block, Pool::default())),
                )
            },
            || self.theme(tree, &nothing),
        );
        let (mut ledger, assets, digests, ruled, lists) = rest?.0;
        if let Some(theme) = theme {
            self.take_theme(theme, &nothing, &mut ledger);
        }
        (self.files, self.graph, self.site) = first?;
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

/// The files that are in the first blocks, and the graph in the one after them.
fn content(memory: &MemoryReader, parts: usize) -> io::Result<(Files, Graph, Option<Site>)> {
    let part = |number| memory.read(number, |block| shared::read(block, Pool::default()));
    let parts_read = (0..parts).into_par_iter().map(part);
    let read: Vec<(Vec<(SourcePath, Parsed)>, Pool)> = parts_read.collect::<io::Result<_>>()?;
    let (files, pools): (Vec<_>, Vec<Pool>) = read.into_iter().unzip();
    let mut pool = Pool::default();
    pool.extend(pools);
    let ((graph, site), _) = memory.read(parts, |block| shared::read(block, pool))?;
    Ok((files.into_iter().flatten().collect(), graph, site))
}
