//! What a session takes over from the program before it, and leaves to the one after it.

use super::{Session, next_turn, opened};
use crate::base::digest::Digest;
use crate::base::source::Changes;
use crate::build::{AsOf, Memory, Outcome, recipe};
use crate::notation::place::Finding;
use crate::site::memory_file::MemoryKeeper;
use crate::site::program_fingerprint;
use crate::site::publish::Publisher;

/// TODO(lead): temporary, until the build keeps one snapshot.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Receipt {
    pub(super) of: Digest,
    pub(super) site: Digest,
    pub(super) pages: usize,
    pub(super) findings: Vec<Finding>,
}

impl Receipt {
    pub(super) fn read(out: &std::path::Path) -> Option<Receipt> {
        serde_json::from_slice(&Publisher::read_snapshot(out)?).ok()
    }

    pub(super) fn save(&self, publisher: &Publisher) {
        if let Ok(json) = serde_json::to_vec(self) {
            publisher.snapshot_file().save(&json);
        }
    }
}

/// The digest of the published site, and how many files it has.
pub(super) fn published_digest(publisher: &mut Publisher) -> Option<(Digest, usize)> {
    let published = publisher.published()?;
    let digest = Digest::of(&borsh::to_vec(published).ok()?);
    Some((digest, published.len()))
}

/// What a turn leaves to the next program besides what it publishes.
#[derive(Clone, Copy)]
pub(super) enum Leave {
    Nothing,
    /// What is known, unless what is left already is nearly as good.
    Memory,
}

/// What a memory does not have.
#[derive(Default)]
pub(super) struct News {
    pages: usize,
    /// Whether it is so much that who takes up the memory has to make much again.
    is_much: bool,
}

impl Session {
    /// For what a memory of the workspace holds on a day. None while the sources cannot be read.
    pub(super) fn frame(&self, as_of: AsOf) -> Option<Digest> {
        let nothing = Changes::default();
        let turn = next_turn(&self.sources, &nothing, as_of);
        recipe::frame(program_fingerprint()?, &self.site.options, turn)
    }

    /// Goes on where the last program ended, if it left its memory. Says what has changed since.
    pub(super) fn recall(&mut self, frame: Digest) -> Option<Changes> {
        let memory = MemoryKeeper::beside(&self.site.out)?.read(frame)?;
        // What is wrong with the folder is said when something is to be published.
        let publisher = opened(&mut self.publisher, &self.site).ok()?;
        let nothing = Changes::default();
        let turn = next_turn(&self.sources, &nothing, self.site.as_of());
        let options = &self.site.options;
        let memory = Memory::read(memory, options, turn)?;
        let published = publisher.published()?;
        let (workspace, changes) =
            memory.take_up(options.clone(), turn.tree, &self.site.out, published)?;
        self.workspace = workspace;
        self.remembered = Some(frame);
        Some(changes)
    }

    /// Leaves what is known of the site that is published to the next program.
    pub(in crate::cli) fn leave_memory(&mut self) {
        let keeper = MemoryKeeper::beside(&self.site.out).filter(|_| self.publisher.is_some());
        let wanted = self
            .published_on
            .and_then(|as_of| self.wanted_memory(as_of));
        if let Some((keeper, frame)) = keeper.zip(wanted) {
            let tree = self.sources.tree();
            let kept = keeper.keep(frame, |to| self.workspace.remember(tree, to));
            self.note_kept(kept, frame);
        }
        self.keep_sources();
    }

    /// Keeps what is known of the sources beside the site, if what is kept there is not nearly as good.
    pub(super) fn keep_sources(&mut self) {
        if let Some(publisher) = &self.publisher
            && let Some(known) = self.sources.news()
        {
            publisher.save_source_cache(&known);
        }
    }

    pub(super) fn note_kept(&mut self, kept: bool, frame: Digest) {
        if kept {
            (self.remembered, self.news) = (Some(frame), News::default());
        }
    }

    /// For what a memory would hold that was left now. None if what the next program finds is nearly as good.
    pub(super) fn wanted_memory(&self, as_of: AsOf) -> Option<Digest> {
        let frame = self.frame(as_of)?;
        (self.remembered != Some(frame) || self.news.is_much).then_some(frame)
    }
}

impl News {
    pub(super) fn add(&mut self, outcome: &Outcome) {
        self.pages += outcome.made.len();
        self.is_much |= outcome.indexed || self.pages > outcome.pages / 20;
    }
}
