//! The updates that are not published yet.

use std::collections::BTreeMap;

use super::error::PublishError;
use super::manifest;
use super::update::{Changes, Digests, Update};
use crate::base::output::{Output, OutputPath};

/// All updates that are not published yet, taken together.
pub(super) enum Pending {
    /// The whole site.
    Whole(BTreeMap<OutputPath, Output>),
    /// Its differences from the published site.
    Part(Changes),
}

impl Pending {
    /// Adds an update, which wins over earlier ones.
    ///
    /// # Errors
    /// [`PublishError::Clash`] if a whole site has two files at one path, or if a file is at the manifest's path. The
    /// update is then not added.
    pub(super) fn add(&mut self, update: Update) -> Result<(), PublishError> {
        check(&update)?;
        let Update {
            whole,
            put,
            removed,
        } = update;
        let put = put.into_iter().map(|output| (output.path.clone(), output));
        match self {
            _ if whole => *self = Pending::Whole(put.collect()),
            Pending::Whole(site) => {
                for path in &removed {
                    site.remove(path);
                }
                site.extend(put);
            }
            Pending::Part(changes) => {
                changes.extend(removed.into_iter().map(|path| (path, None)));
                changes.extend(put.map(|(path, output)| (path, Some(output))));
            }
        }
        Ok(())
    }

    /// Whether this is the whole site.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self, Pending::Whole(_))
    }

    /// Whether the updates name this path.
    pub(super) fn names(&self, path: &OutputPath) -> bool {
        match self {
            Pending::Whole(site) => site.contains_key(path),
            Pending::Part(changes) => changes.contains_key(path),
        }
    }

    /// The changes that make a difference to the published site. Returns `None` if the whole site is pending.
    pub(super) fn changes(&self, published: &Digests) -> Option<Changes> {
        let Pending::Part(changes) = self else {
            return None;
        };
        let differs = |(path, change): &(&OutputPath, &Option<Output>)| {
            published.get(*path) != change.as_ref().map(|output| &output.digest)
        };
        let changes = changes.iter().filter(differs);
        Some(
            changes
                .map(|(path, it)| (path.clone(), it.clone()))
                .collect(),
        )
    }
}

impl Default for Pending {
    fn default() -> Self {
        Pending::Part(Changes::new())
    }
}

fn check(update: &Update) -> Result<(), PublishError> {
    let mut paths: Vec<&OutputPath> = update.put.iter().map(|output| &output.path).collect();
    let mut clash = None;
    if update.whole {
        paths.sort();
        let mut pairs = paths.windows(2);
        let twice = pairs.find(|pair| pair.first() == pair.last());
        clash = twice.and_then(|pair| pair.first().copied());
    }
    let clash = clash.or_else(|| paths.into_iter().find(|path| *path == manifest::path()));
    clash.map_or(Ok(()), |path| {
        Err(PublishError::Clash {
            first: path.clone(),
            second: path.clone(),
        })
    })
}
