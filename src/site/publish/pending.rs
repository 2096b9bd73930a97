//! The updates that are not published yet.

use super::error::PublishError;
use super::manifest;
use super::update::{Changes, Digests, Update};
use super::wanted::Wanted;
use crate::base::output::{Output, OutputPath};

/// All updates that are not published yet, taken together.
#[derive(Default)]
pub(super) struct Pending {
    pub(super) is_whole: bool,
    changes: Changes,
}

impl Pending {
    /// Adds an update, which wins over earlier ones.
    ///
    /// # Errors
    /// [`PublishError::Clash`] if a whole site has two files at one path, or if a file is at the manifest's path. The
    /// update is then not added.
    pub(super) fn add(&mut self, update: Update) -> Result<(), PublishError> {
        if let Some(path) = clash(&update) {
            return Err(PublishError::Clash {
                first: path.clone(),
                second: path.clone(),
            });
        }
        if update.whole {
            self.is_whole = true;
            self.changes.clear();
        }
        let removed = update.removed.into_iter().map(|path| (path, None));
        let put = update.put.into_iter();
        let put = put.map(|output| (output.path.clone(), Some(output)));
        self.changes.extend(removed.chain(put));
        Ok(())
    }

    /// The changes that make a difference to the published site. Returns `None` if the whole site is pending.
    pub(super) fn changes(&self, published: &Digests) -> Option<Changes> {
        let differs = |(path, change): &(&OutputPath, &Option<Output>)| {
            published.get(*path) != change.as_ref().map(|output| &output.digest)
        };
        let changes = self.changes.iter().filter(differs);
        let changes = changes.map(|(path, change)| (path.clone(), change.clone()));
        (!self.is_whole).then(|| changes.collect())
    }

    /// The files of the site after the updates, in order of path and without the manifest.
    pub(super) fn wanted<'a>(&'a self, published: Option<&'a Digests>) -> Vec<Wanted<'a>> {
        let published = published.filter(|_| !self.is_whole);
        Wanted::after(published.into_iter().flatten(), &self.changes)
    }
}

/// The path of the update that cannot be published.
fn clash(update: &Update) -> Option<&OutputPath> {
    let mut paths: Vec<&OutputPath> = update.put.iter().map(|output| &output.path).collect();
    paths.sort();
    let mut pairs = paths.iter().zip(paths.iter().skip(1));
    let twice = pairs.find(|(path, next)| update.whole && path == next);
    let reserved = || paths.iter().find(|path| **path == manifest::path());
    twice.map(|(path, _)| path).or_else(reserved).copied()
}
