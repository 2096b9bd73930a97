//! Outputs wait on disk until they are published, so that a large site need not fit into memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use crate::vocabulary::output::{Content, Draft, InMemory, Shelf};

/// How much waits in memory, in bytes: more than what follows from most edits.
const IN_MEMORY: usize = 4 << 20;

/// Keeps the first outputs of a turn in memory and the others in a folder, which is asked for when it is
/// needed. Where there is none, and where its disk is full, they stay in memory, too.
pub struct Drafts<F> {
    folder: F,
    asked: OnceLock<Option<PathBuf>>,
    held: AtomicUsize,
}

impl<F: Fn() -> Option<PathBuf> + Sync> Drafts<F> {
    /// Nothing waits yet.
    pub fn new(folder: F) -> Drafts<F> {
        Drafts {
            folder,
            asked: OnceLock::new(),
            held: AtomicUsize::new(0),
        }
    }
}

impl<F: Fn() -> Option<PathBuf> + Sync> Shelf for Drafts<F> {
    fn keep(&self, bytes: Vec<u8>) -> Content {
        let held = self.held.fetch_add(bytes.len(), Ordering::Relaxed);
        if held < IN_MEMORY {
            return InMemory.keep(bytes);
        }
        let folder = self.asked.get_or_init(&self.folder).as_deref();
        match folder.and_then(|folder| write(folder, &bytes)) {
            Some(draft) => Content::Draft(Arc::new(draft)),
            None => InMemory.keep(bytes),
        }
    }
}

/// A file that nobody else has. There is one for every page, so its path has no room to grow.
#[derive(Debug)]
struct Own(Box<Path>);

impl Draft for Own {
    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        // What is left in spite of it goes with the folder.
        let _ = fs::remove_file(&self.0);
    }
}

fn write(folder: &Path, bytes: &[u8]) -> Option<Own> {
    // No two of a process have the same name: those of an update that failed are still wanted.
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let draft = Own(folder.join(number.to_string()).into());
    fs::write(draft.path(), bytes).ok().map(|()| draft)
}
