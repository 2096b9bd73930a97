//! The stamps of our files in the live tree. To take them costs much less than a walk.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::manifest::{self, Manifest};
use super::permissions::is_readable;
use super::update::Digests;
use crate::base::output::OutputPath;
use crate::site::stamp::Stamp;
use crate::site::stat_cache::{CachedFile, StatCache, is_outdated};

/// A listing of this age is used as if it was taken now. What others do meanwhile is missed: a large site takes as long
/// to be published, and what others do in that time is missed, too.
const MAX_AGE: Duration = Duration::from_secs(2);

/// The stamps of our files at some moment. Foreign entries are not listed.
pub(super) struct Listing {
    taken: SystemTime,
    pub(super) manifest: Manifest,
    /// The files that the manifest names, in order. `None` for a file that is missing or is no file.
    files: Vec<(OutputPath, Option<Stamp>)>,
}

impl Listing {
    /// Takes a listing of our files in `out`. Returns `None` if the manifest there is not exactly as we write it.
    pub(super) fn take(out: &Path) -> Option<Listing> {
        let taken = SystemTime::now();
        let (owned, manifest) = manifest::read(out);
        let manifest = manifest?;
        let owned: Vec<OutputPath> = owned.into_iter().collect();
        let files = owned.into_par_iter().map(|path| {
            let stamp = stamp(out, &path);
            (path, stamp)
        });
        Some(Listing {
            taken,
            manifest,
            files: files.collect(),
        })
    }

    /// Whether all files of a site are there.
    pub(super) fn has_all(out: &Path, site: &Digests) -> bool {
        let mut files: Vec<&OutputPath> = site.keys().collect();
        files.push(manifest::path());
        files.into_par_iter().all(|path| stamp(out, path).is_some())
    }

    /// Whether the listing is too old to be used as if it was taken now.
    pub(super) fn is_old(&self) -> bool {
        !self.taken.elapsed().is_ok_and(|age| age < MAX_AGE)
    }

    /// The digests of the files, and the cache that knows them if so many are unknown to this one that it is worth
    /// saving. Unknown files are read. Returns `None` if a file is missing or cannot be read.
    pub(super) fn digests(
        &self,
        out: &Path,
        cache: &StatCache,
    ) -> Option<(Digests, Option<StatCache>)> {
        let unknown = AtomicUsize::new(0);
        let digest = |(path, stamp): &(OutputPath, Option<Stamp>)| {
            let stamp = stamp.as_ref()?;
            let digest = cache.digest(path.as_str(), stamp).or_else(|| {
                unknown.fetch_add(1, Ordering::Relaxed);
                cache.digest_or_read(out, path.as_str(), stamp)
            });
            Some((path.clone(), digest?))
        };
        let digests: Vec<_> = self.files.par_iter().map(digest).collect::<Option<_>>()?;
        let site: Digests = digests.into_iter().collect();
        let is_outdated = is_outdated(unknown.into_inner(), self.files.len());
        let cache = is_outdated.then(|| self.cache(&site));
        Some((site, cache))
    }

    /// The cache of these files, of which `site` has the digests.
    fn cache(&self, site: &Digests) -> StatCache {
        let files = self.files.iter().zip(site.values());
        let settled = files.filter_map(|((path, stamp), digest)| {
            let stamp = stamp.filter(|stamp| stamp.is_settled(self.taken))?;
            Some(CachedFile {
                path: path.into(),
                stamp,
                digest: *digest,
            })
        });
        StatCache::of(settled.collect())
    }

    /// Whether a file is listed, and is still as it was.
    pub(super) fn is_current(&self, path: &OutputPath, out: &Path) -> bool {
        let place = self.files.binary_search_by(|(file, _)| file.cmp(path));
        let listed = place.ok().and_then(|place| self.files.get(place)?.1);
        listed.is_some() && listed == stamp(out, path)
    }
}

/// The stamp of a file. Returns `None` if there is none, or something else, or if its owner may not read it.
pub(super) fn stamp(out: &Path, path: &OutputPath) -> Option<Stamp> {
    let metadata = fs::symlink_metadata(out.join(path.as_str())).ok()?;
    let is_page = metadata.is_file() && is_readable(&metadata.permissions());
    is_page.then(|| Stamp::of(&metadata))
}
