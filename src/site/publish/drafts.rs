//! Outputs wait on disk until they are published, so that a large site need not fit into memory.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use super::permissions;
use crate::base::output::{ContentStore, MemoryStore, OutputContent, TemporaryFile};

/// How much waits in memory, in bytes: more than what follows from most edits.
const IN_MEMORY: usize = 4 << 20;

/// Keeps the first outputs of a turn in memory and the others in a folder, which is asked for when it is
/// needed. Where there is none, and where its disk is full, they stay in memory, too.
pub struct Drafts<F> {
    folder: F,
    asked: OnceLock<Option<Arc<Path>>>,
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

impl<F: Fn() -> Option<PathBuf> + Sync> ContentStore for Drafts<F> {
    fn add(&self, bytes: Vec<u8>) -> OutputContent {
        let held = self.held.fetch_add(bytes.len(), Ordering::Relaxed);
        if held < IN_MEMORY {
            return MemoryStore.add(bytes);
        }
        let asked = || (self.folder)().map(Arc::from);
        let folder = self.asked.get_or_init(asked).as_ref();
        match folder.and_then(|folder| Own::written(folder, &bytes)) {
            Some(draft) => OutputContent::TemporaryFile(Arc::new(draft)),
            None => MemoryStore.add(bytes),
        }
    }
}

/// A file that nobody else has. There is one for every page, so it is small.
#[derive(Debug)]
struct Own {
    folder: Arc<Path>,
    /// Its name there. No two of a process have the same: those of an update that failed are still wanted.
    number: u32,
    is_moved: AtomicBool,
}

impl Own {
    fn written(folder: &Arc<Path>, bytes: &[u8]) -> Option<Own> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let draft = Own {
            folder: Arc::clone(folder),
            number: COUNT.fetch_add(1, Ordering::Relaxed),
            is_moved: AtomicBool::new(false),
        };
        let mut file = fs::File::create_new(draft.path()).ok()?;
        permissions::let_all_read(&file);
        file.write_all(bytes).ok().map(|()| draft)
    }
}

impl TemporaryFile for Own {
    fn path(&self) -> PathBuf {
        self.folder.join(self.number.to_string())
    }

    fn move_to(&self, to: &Path) -> io::Result<()> {
        fs::rename(self.path(), to)?;
        self.is_moved.store(true, Ordering::Relaxed);
        Ok(())
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        if !*self.is_moved.get_mut() {
            // What is left in spite of it goes with the folder.
            let _ = fs::remove_file(self.path());
        }
    }
}
