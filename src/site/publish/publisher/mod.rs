//! Publishing again and again, and what is known from one update to the next.

mod jobs;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::error::PublishError;
use super::folders::{self, Folders};
use super::listing::Listing;
use super::manifest;
use super::mirror::{Mirror, Strays};
use super::pending::Pending;
use super::rescue::rescue;
use super::snapshot::{self, SnapshotFile};
use super::update::{Delta, Digests, Update};
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::site::own_files;
use crate::site::stat_cache::StatCache;

/// Publishes a site again and again into one folder. It holds the lock of the folder as long as it lives.
pub struct Publisher {
    folders: Folders,
    /// The digests of published files by their stamps.
    cache: StatCache,
    /// The files of the published site. `None` until something is published or looked up.
    site: Option<Digests>,
    pending: Pending,
    /// Our files in the live tree, if they were looked up and nothing was published since.
    listing: Option<Listing>,
    /// How the two trees differ. `None` if they must be walked first.
    mirror: Option<Mirror>,
}

impl Publisher {
    /// Takes the lock of the folder `out`. A symbolic link `out` is followed, missing parents of `out` are created, and
    /// a swap that a kill cut short is completed or undone.
    ///
    /// # Errors
    /// [`PublishError::Busy`] if another build holds the lock, [`PublishError::NotAFolder`], [`PublishError::Immovable`],
    /// [`PublishError::Io`].
    pub fn open(out: &Path) -> Result<Publisher, PublishError> {
        let folders = Folders::open(out)?;
        Ok(Publisher {
            cache: StatCache::load(&folders.stamps),
            folders,
            site: None,
            pending: Pending::default(),
            listing: None,
            mirror: None,
        })
    }

    /// Makes the folder hold exactly the site and the foreign files. The first update must be whole, except after
    /// [`Publisher::published_files`] returned a site.
    ///
    /// - All or nothing: at every instant `out` is the whole old site or the whole new one, even if the
    ///   process is killed or the disk is full. (Where the system or its disk format cannot exchange two
    ///   folders in one step, `out` is missing between two renames; after a kill just there, the
    ///   next [`Publisher::open`] puts the old site back first.) Nothing is forced to the platter: the promise
    ///   is about the death of the process, not about loss of power.
    /// - A file whose bytes stay keeps its inode and modification time; if all stay, nothing in `out` is
    ///   touched.
    /// - What the manifest in `out` does not name is foreign and stays. If an output has its very path and other bytes,
    ///   that is an error. If the manifest is missing or damaged, only the files of the site that are as they were
    ///   published are ours. Files made by others *while* this runs may be missed.
    /// - A whole update puts right owned files that were edited or deleted by hand, or that their owner may not read.
    ///   One that is not whole looks only at the files it names: it takes time in proportion to them, once
    ///   [`Publisher::tidy`] was called. One without changes looks whether the files of the site are there.
    ///
    /// The folder itself is another one after most changes, and the one before is reused: refer to `out` by its path.
    /// A foreign file that is put into a folder of the site between two updates may be away with that other folder
    /// until [`Publisher::tidy`], a whole update or the end of the publisher brings it back.
    ///
    /// # Errors
    /// See [`PublishError`]; `out` is then as it was. The update is not lost: the next one, which may be empty, is
    /// added to it, and both are tried together. Only [`PublishError::Clash`] of one path with itself refuses the
    /// update for good, and after [`PublishError::Lost`], which a second try of drafts may come to, the next update
    /// must be whole.
    pub fn publish(&mut self, update: Update) -> Result<Delta, PublishError> {
        if self.is_unknown() && !update.whole {
            return Err(PublishError::Lost {
                path: self.folders.out.clone(),
            });
        }
        self.pending.add(update)?;
        match self.publish_known() {
            Some(delta) => Ok(delta),
            None => self.publish_by_walk(false),
        }
    }

    /// Does in advance what the next update would have to do first, and publishes what is left of a failed one.
    ///
    /// Walks both trees, makes the spare one equal to the live one, and brings back foreign files that went away with a
    /// swapped folder. Call this when nothing else is to be done: after a whole update, and after others when the
    /// editors pause.
    ///
    /// # Errors
    /// As [`Publisher::publish`]; [`PublishError::Lost`] if files of the site were edited or deleted by hand.
    pub fn tidy(&mut self) -> Result<Delta, PublishError> {
        if self.is_unknown() {
            return Ok(Delta::default());
        }
        let delta = self.publish_by_walk(true)?;
        let is_behind = |mirror: &Mirror| !mirror.behind.is_empty();
        if self.mirror.as_ref().is_none_or(is_behind) {
            self.publish_by_walk(true)?;
        }
        Ok(delta)
    }

    /// Whether files of the published site are gone.
    pub fn is_damaged(&self) -> bool {
        let site = self.site.as_ref();
        site.is_some_and(|site| !Listing::has_all(&self.folders.out, site))
    }

    /// The files of the site that the folder holds, with their digests. After that, the first update need not be whole.
    ///
    /// As long as this publisher has published nothing, the folder is looked at: what the manifest names is ours, and
    /// only files with an unknown stamp are read. Returns `None` if files of the site are missing or cannot be read, or
    /// if the manifest is not as we write it.
    pub fn published_files(&mut self) -> Option<&BTreeMap<OutputPath, Digest>> {
        let is_old = self.listing.as_ref().is_some_and(Listing::is_old);
        if self.site.is_none() || is_old {
            (self.site, self.listing) = (None, None);
            self.list_published();
        }
        self.site.as_ref()
    }

    /// A folder for outputs that wait, on the disk of the site. Returns `None` if it cannot be created.
    pub fn drafts(&self) -> Option<PathBuf> {
        let folder = self.folders.drafts.clone();
        own_files::create_folder(&folder).ok().map(|()| folder)
    }

    /// Whether the last build into `out` has left a snapshot.
    pub fn has_snapshot(out: &Path) -> bool {
        folders::snapshot_of(out).is_some_and(|file| file.is_file())
    }

    /// Reads what the last build into `out` remembered. Takes no lock and creates nothing. Returns `None` if there is
    /// nothing, or if it is damaged.
    pub fn read_snapshot(out: &Path) -> Option<Vec<u8>> {
        snapshot::read(&folders::snapshot_of(out)?)
    }

    /// The file for what this build remembers.
    pub fn snapshot_file(&self) -> SnapshotFile {
        SnapshotFile::at(self.folders.snapshot.clone())
    }

    /// Reads the stat cache of the files from which the site in `out` was made. It is empty if there is none. Takes no
    /// lock and creates nothing.
    pub fn read_source_cache(out: &Path) -> StatCache {
        folders::sources_of(out).map_or_else(StatCache::default, |file| StatCache::load(&file))
    }

    /// Saves the stat cache of the files from which the site was made. If that fails, the next build reads them again.
    pub fn save_source_cache(&self, cache: &StatCache) {
        cache.save(&self.folders.sources);
    }

    /// Whether it is not known which site is, or should be, in the folder.
    fn is_unknown(&self) -> bool {
        self.site.is_none() && !self.pending.is_whole
    }

    /// Looks up which site is published.
    fn list_published(&mut self) -> Option<()> {
        let listing = Listing::take(&self.folders.out)?;
        let (site, cache) = listing.digests(&self.folders.out, &self.cache)?;
        if let Some(cache) = cache {
            self.replace_cache(cache);
        }
        (self.site, self.listing) = (Some(site), Some(listing));
        Some(())
    }

    fn replace_cache(&mut self, cache: StatCache) {
        if cache != self.cache {
            cache.save(&self.folders.stamps);
            self.cache = cache;
        }
    }

    /// Brings back foreign files that went away with the folder that was live before.
    fn bring_back_strays(&self, mirror: &Mirror) {
        let is_ours = |path: &OutputPath| {
            path == manifest::path()
                || mirror.behind.contains(path)
                || self.site.as_ref().is_some_and(|it| it.contains_key(path))
        };
        rescue(&self.folders.spare, &self.folders.out, |path: &OsStr| {
            let output = path.to_str().map(OutputPath::file);
            mirror.has_foreign(path) || output.is_some_and(|path| is_ours(&path))
        });
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        if let Some(mirror) = &self.mirror
            && mirror.strays == Strays::Possible
        {
            self.bring_back_strays(mirror);
        }
    }
}
