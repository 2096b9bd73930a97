//! What a workspace remembers, kept for the next program that builds the same site.
//!
//! A memory is that of a moment: the sources as they were, and all that was made of them. Whoever takes it up
//! compares the sources with those of today, and takes a turn as `watch` does after a change. It need not be
//! that of the last build: pages that are published otherwise than it says are made again.
//!
//! Of what is in it, a turn wants little: of the values that are [shared], those are understood that it looks at.
//!
//! It holds as long as the program, its options, the settings, the theme and the day are the same; for any other
//! it would be of no use, because every page is made again.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;

use super::work::Work;
use super::{Options, Turn, Workspace, settings};
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::base::shared::{self, Book, Late, Part, Shared, Shelve, Written, or_damaged};
use crate::base::source::{Changes, SourcePath, SourceTree};
use crate::content::findings::Ledger;
use crate::content::graph::Graph;
use crate::content::parse::Parsed;
use crate::site::publish::{MemoryReader, MemoryWriter};
use crate::site::search::{self, SearchIndex};

/// So many values are written as one part.
const TOGETHER: usize = 25;

/// In which blocks what is.
#[derive(Default, BorshSerialize, BorshDeserialize)]
struct Contents {
    /// What the files say, the directory, the graph, and the rest.
    roots: Vec<usize>,
    /// The parts of shared values, in the order of their numbers.
    parts: Vec<usize>,
    /// How many values are in each of these.
    counts: Vec<u32>,
}

/// What was remembered. What is published has still to be held against it.
pub struct Memory {
    work: Work,
    ledger: Ledger,
    assets: BTreeMap<SourcePath, Digest>,
    search: Option<search::Snapshot>,
}

impl Workspace {
    /// Writes down all that is remembered, of these sources. Something must have been made.
    ///
    /// # Errors
    /// What writing says.
    pub fn remember(&self, tree: &SourceTree, to: &mut MemoryWriter) -> io::Result<()> {
        let work = self.site.as_ref().ok_or(io::ErrorKind::NotFound)?;
        // What was remembered before may turn out to be damaged only now.
        let remembered = or_damaged(|| remember(work, &self.ledger, tree, to));
        remembered.unwrap_or_else(|| Err(io::ErrorKind::InvalidData.into()))
    }
}

fn remember(
    work: &Work,
    ledger: &Ledger,
    tree: &SourceTree,
    to: &mut MemoryWriter,
) -> io::Result<()> {
    let mut binder = Binder {
        to,
        written: Arc::default(),
        contents: Contents::default(),
    };
    let files: Vec<Shared<Parsed>> = work.files.values().cloned().collect();
    binder.shelve(&files)?;
    work.graph.shelve(&mut binder)?;
    let assets = tree.assets.iter();
    let assets: BTreeMap<&SourcePath, Digest> =
        assets.map(|(path, asset)| (path, asset.digest)).collect();
    let search = work.pages.search.as_ref().map(SearchIndex::snapshot);
    let lists = (&work.listings, &work.alphabet, &work.pages, search);
    binder.root(&(&work.files, &work.states))?;
    binder.root(work.graph.directory())?;
    binder.root(&(&work.graph, &work.site))?;
    binder.root(&(ledger, assets, &work.ruled, lists))?;
    binder.finish()
}

/// Writes values, and notes where they are.
struct Binder<'a> {
    to: &'a mut MemoryWriter,
    written: Arc<Written>,
    contents: Contents,
}

impl Binder<'_> {
    fn root(&mut self, value: &impl BorshSerialize) -> io::Result<()> {
        self.contents.roots.push(self.to.len());
        let parts = shared::write(value, &mut self.written, self.to)?;
        self.to.end_block()?;
        self.put(parts)
    }

    fn put(&mut self, parts: Vec<Part>) -> io::Result<()> {
        parts.into_iter().try_for_each(|part| {
            self.contents.parts.push(self.to.len());
            self.to.write_all(&part.to_bytes()?)?;
            self.to.end_block()
        })
    }

    fn finish(mut self) -> io::Result<()> {
        self.contents.counts = self.written.counts().to_vec();
        self.contents.serialize(self.to)?;
        self.to.end_block()
    }
}

impl Shelve for Binder<'_> {
    fn shelve<T: Late + BorshSerialize>(&mut self, values: &[Shared<T>]) -> io::Result<()> {
        let together: Vec<&[_]> = values.chunks(TOGETHER).collect();
        for some in together.chunks(rayon::current_num_threads() * 2) {
            let parts = some.par_iter().map(|it| shared::part(it, &self.written));
            let mut parts: Vec<Part> = parts.collect::<io::Result<_>>()?;
            for part in &mut parts {
                self.written.add(part)?;
            }
            self.put(parts)?;
        }
        Ok(())
    }
}

impl Contents {
    /// What the last block says.
    fn read(memory: &MemoryReader) -> io::Result<Contents> {
        let last = memory.len().checked_sub(1);
        let last = memory.block(last.ok_or(io::ErrorKind::InvalidData)?)?;
        borsh::from_slice(&last)
    }
}

impl Memory {
    /// Understands what was remembered. Nothing if it cannot be.
    pub fn read(memory: MemoryReader, options: &Options, turn: Turn<'_>) -> Option<Memory> {
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
        work.pages.search = search.map(|snapshot| SearchIndex::restore(snapshot, out.to_owned()));
        let stands = work.pages.stand_on(published);
        let workspace = Workspace {
            options,
            ledger,
            site: Some(work),
            aside: None,
        };
        stands.then_some((workspace, changes))
    }
}

impl Work {
    /// Takes over what is remembered.
    fn recall(mut self, memory: MemoryReader, tree: &SourceTree) -> io::Result<Memory> {
        let Contents {
            roots,
            parts,
            counts,
        } = Contents::read(&memory)?;
        let memory = Arc::new(memory);
        let shelf = Arc::clone(&memory);
        let book = Book::open(&counts, move |part| {
            let block = parts.get(part).ok_or(io::ErrorKind::InvalidData)?;
            shelf.block(*block)
        });
        let root = |number: usize| {
            let block = roots.get(number).ok_or(io::ErrorKind::InvalidData)?;
            memory.block(*block)
        };
        let nothing = Changes::default();
        let ((files, theme), ((directory, graph), rest)) = rayon::join(
            || {
                rayon::join(
                    || shared::read(&mut &root(0)?[..], book),
                    || self.theme(tree, &nothing),
                )
            },
            || {
                let graph = || {
                    rayon::join(
                        || shared::read(&mut &root(1)?[..], book),
                        || shared::read::<(Graph, _)>(&mut &root(2)?[..], book),
                    )
                };
                rayon::join(graph, || shared::read(&mut &root(3)?[..], book))
            },
        );
        let (mut ledger, assets, ruled, lists) = rest?;
        if let Some(theme) = theme {
            self.take_theme(theme, &nothing, &mut ledger);
        }
        (self.files, self.states) = files?;
        let (graph, site) = graph?;
        (self.graph, self.site) = (graph.with(directory?), site);
        self.ruled = ruled;
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
            let file = tree.texts.get(path);
            let state = file.map(|file| (file.digest, file.committed));
            state.as_ref() == self.states.get(path)
        };
        let texts: BTreeSet<&SourcePath> = tree.texts.keys().chain(self.states.keys()).collect();
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
