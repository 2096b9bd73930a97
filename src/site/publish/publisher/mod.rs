//! Publishing again and again: what is remembered from one update to the next.

mod near;
mod whole;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::error::PublishError;
use super::given::{Digests, Given};
use super::memory::{MemoryKeeper, MemoryReader};
use super::place::{self, Place};
use super::receipt::Receipt;
use super::seen::Seen;
use super::stamps::Stamps;
use super::twin::Twin;
use super::{Delta, Update};
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use whole::After;

/// Publishes a site again and again into one folder. Holds the lock as long as it lives.
pub struct Publisher {
    place: Place,
    stamps: Stamps,
    /// What is published; nothing before the first time.
    site: Option<Digests>,
    given: Given,
    /// What an update of few files needs; nothing if both trees must be walked first.
    twin: Option<Twin>,
    /// Set while the spare tree is one that was live: what of the site was in it besides what is published now.
    gone: Option<BTreeSet<OutputPath>>,
    /// Our files in the live tree, if they were looked at and nothing was published since.
    seen: Option<Seen>,
    /// What was foreign when the trees were last walked.
    foreign: BTreeSet<OsString>,
}

impl Publisher {
    /// Takes hold of the folder `out` and its work folder. A symbolic link `out` is followed; missing parents of
    /// `out` are made; a publishing that was killed is ended.
    ///
    /// # Errors
    /// See [`PublishError`].
    pub fn open(out: &Path) -> Result<Publisher, PublishError> {
        let place = Place::open(out)?;
        Ok(Publisher {
            stamps: Stamps::load(&place.stamps()),
            place,
            site: None,
            given: Given::default(),
            twin: None,
            gone: None,
            seen: None,
            foreign: BTreeSet::new(),
        })
    }

    /// What was left when a site was published that was made from this, if that is what the folder still
    /// holds; and how many files it has.
    pub fn receipt(&mut self, of: Digest) -> Option<(Receipt, usize)> {
        let (seen, place) = (&mut self.seen, &self.place);
        let published = || {
            let again = Seen::again(seen.take(), place);
            seen.insert(again).published(place, &mut self.stamps)
        };
        let (receipt, site) = Receipt::find(&place.receipt(), of, published)?;
        Some((receipt, site.len()))
    }

    /// Looks through what is published, ahead of when that is wanted.
    pub fn look_through(&mut self) {
        self.seen = Some(Seen::again(self.seen.take(), &self.place));
    }

    /// Leaves a receipt for the site that is published.
    pub fn leave(&self, receipt: Receipt) {
        if let Some(site) = &self.site {
            receipt.file(&self.place.receipt(), site);
        }
    }

    /// Whether a memory was left beside this output folder.
    pub fn has_memory(out: &Path) -> bool {
        place::memory_beside(out).is_some_and(|file| file.is_file())
    }

    /// What is known of the files from which the site in this output folder was made, if that was kept.
    pub fn kept_sources(out: &Path) -> Option<Vec<u8>> {
        std::fs::read(place::sources_beside(out)?).ok()
    }

    /// Keeps what is known of the files from which the site was made. A failure is no fault of the build: the next one
    /// reads them again.
    pub fn keep_sources(&self, known: &[u8]) {
        let _ = place::replace(&self.place.sources(), known);
    }

    /// Who keeps what the maker of the site is to remember.
    pub fn memory_keeper(&self) -> MemoryKeeper {
        MemoryKeeper::new(self.place.memory())
    }

    /// Goes on where the last publisher ended: what the maker of the site was to remember as long as this holds, read,
    /// and the files of the site that the folder holds, as they are. The first update need not be whole then.
    /// Nothing if one of the two is not to be had.
    pub fn resume<T: Send>(
        &mut self,
        of: Digest,
        read: impl FnOnce(MemoryReader) -> Option<T> + Send,
    ) -> Option<(T, &Digests)> {
        let seen = self.seen.take();
        let memory = MemoryReader::open(&self.place.memory(), of)?;
        let look = || {
            let seen = Seen::again(seen, &self.place);
            let site = seen.published(&self.place, &mut self.stamps)?;
            Some((seen, site))
        };
        let (seen, memory) = rayon::join(look, || read(memory));
        let (memory, (seen, site)) = memory.zip(seen)?;
        self.seen = Some(seen);
        Some((memory, self.site.insert(site)))
    }

    /// A folder on the disk of the site for outputs that wait. None if it cannot be made.
    pub fn drafts(&self) -> Option<PathBuf> {
        let folder = self.place.drafts();
        std::fs::create_dir_all(&folder).ok().map(|()| folder)
    }

    /// Makes the folder hold exactly the site and whatever in it is not ours. The first update must be whole,
    /// but after [`Publisher::resume`].
    ///
    /// - All or nothing: at every instant `out` is the whole old site or the whole new one, even if the
    ///   process is killed or the disk is full. (Where the system or its disk format cannot exchange two
    ///   folders in one step, `out` is missing between two renames; after a kill just there, the
    ///   next [`Publisher::open`] puts the old site back first.) Nothing is forced to the platter: the promise
    ///   is about the death of the process, not about loss of power.
    /// - A file whose bytes stay keeps its inode and modification time; if all stay, nothing in `out` is
    ///   touched.
    /// - What the manifest in `out` does not name is foreign and stays, unless an output has its very path. A
    ///   manifest that cannot be read names nothing. Files made by others *while* this runs may be missed.
    /// - A whole update puts right owned files that were edited or deleted by hand. One that is not whole looks only
    ///   at the files it names: it takes time in proportion to them, once [`Publisher::prepare`] was called.
    ///
    /// The folder itself is another one after most changes, and the one before is reused: refer to `out` by its path.
    /// A foreign file that is put into a folder of the site between two updates may be away with that other folder
    /// until [`Publisher::prepare`], a whole update or the end of the publisher brings it back.
    ///
    /// # Errors
    /// See [`PublishError`]; `out` is then as it was. The update is not lost: the next one, which may be empty, is
    /// added to it, and both are tried together. Only [`PublishError::Clash`] of one path with itself refuses the
    /// update for good, and after [`PublishError::Lost`], which a second try of drafts may come to, the next update
    /// must be whole.
    pub fn publish(&mut self, update: Update) -> Result<Delta, PublishError> {
        if self.site.is_none() && !update.whole && matches!(self.given, Given::Part(_)) {
            return Err(PublishError::Lost {
                path: self.place.out.clone(),
            });
        }
        self.given.add(update)?;
        let delta = match &self.seen {
            Some(_) => self.publish_one(),
            None => self.publish_few(),
        };
        if let Some(delta) = delta {
            return Ok(delta);
        }
        self.publish_whole(After::Nothing)
    }

    /// Does ahead what the next update would have to do first, and publishes what is left of a failed one.
    ///
    /// Walks both trees, makes the spare one a twin of the live one, and brings back foreign files that were put into
    /// the folder meanwhile. For the time when nothing else is to be done: after a whole update, and after others,
    /// when the editors pause.
    ///
    /// # Errors
    /// As [`Publisher::publish`]; [`PublishError::Lost`] if files of the site were edited or deleted by hand.
    pub fn prepare(&mut self) -> Result<Delta, PublishError> {
        if self.site.is_none() && matches!(self.given, Given::Part(_)) {
            return Ok(Delta::default());
        }
        let delta = self.publish_whole(After::Twin)?;
        if self.twin.is_none() {
            self.publish_whole(After::Twin)?;
        }
        Ok(delta)
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        // Without a twin, the live tree was walked the last time, and nothing was left behind.
        if self.twin.is_some() {
            self.bring_back();
        }
        self.stamps.save(&self.place.stamps());
    }
}
