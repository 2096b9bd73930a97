//! What was given and is not published yet.

use std::collections::BTreeMap;

use super::error::PublishError;
use super::manifest;
use super::plan::Wanted;
use super::{Delta, Update};
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};

/// Files and their digests.
pub(super) type Digests = BTreeMap<OutputPath, Digest>;

/// Files that become others, or (`None`) are no more.
pub(super) type Changes = BTreeMap<OutputPath, Option<Output>>;

/// The updates that are not published yet, taken together.
pub(super) enum Given {
    /// The whole site.
    Whole(BTreeMap<OutputPath, Output>),
    /// How it differs from what is published.
    Part(Changes),
}

impl Given {
    /// Adds an update; what is newer wins.
    ///
    /// # Errors
    /// A whole site with two files at one path, or a file at the manifest's path. The update is then not added.
    pub(super) fn add(&mut self, update: Update) -> Result<(), PublishError> {
        check(&update)?;
        let Update {
            whole,
            put,
            removed,
        } = update;
        let put = put.into_iter().map(|output| (output.path.clone(), output));
        match self {
            _ if whole => *self = Given::Whole(put.collect()),
            Given::Whole(site) => {
                for path in &removed {
                    site.remove(path);
                }
                site.extend(put);
            }
            Given::Part(changes) => {
                changes.extend(removed.into_iter().map(|path| (path, None)));
                changes.extend(put.map(|(path, output)| (path, Some(output))));
            }
        }
        Ok(())
    }

    /// Whether this says anything about the path.
    pub(super) fn names(&self, path: &OutputPath) -> bool {
        match self {
            Given::Whole(site) => site.contains_key(path),
            Given::Part(changes) => changes.contains_key(path),
        }
    }

    /// The whole site that is wanted, given the one that is published.
    pub(super) fn wanted<'a>(&'a self, published: &'a Digests) -> Vec<Wanted<'a>> {
        match self {
            Given::Whole(site) => {
                // The manifest comes on top.
                let mut wanted = Vec::with_capacity(site.len() + 1);
                wanted.extend(site.values().map(fresh));
                wanted
            }
            Given::Part(changes) => {
                let old = published
                    .iter()
                    .filter(|(path, _)| !changes.contains_key(*path))
                    .map(|(path, digest)| Wanted {
                        path,
                        digest: *digest,
                        content: None,
                    });
                let mut wanted: Vec<Wanted<'a>> =
                    old.chain(changes.values().flatten().map(fresh)).collect();
                wanted.sort_by(|a, b| a.path.cmp(b.path));
                wanted
            }
        }
    }
}

impl Default for Given {
    fn default() -> Self {
        Given::Part(Changes::new())
    }
}

/// The output, wanted.
pub(super) fn fresh(output: &Output) -> Wanted<'_> {
    Wanted {
        path: &output.path,
        digest: output.digest,
        content: Some(&output.content),
    }
}

fn check(update: &Update) -> Result<(), PublishError> {
    let manifest = manifest::path();
    let mut paths: Vec<&OutputPath> = update.put.iter().map(|output| &output.path).collect();
    let twice = if update.whole {
        paths.sort();
        paths
            .windows(2)
            .find_map(|pair| (pair.first() == pair.last()).then(|| pair.first().copied()))
            .flatten()
    } else {
        None
    };
    let clash = twice.or_else(|| paths.into_iter().find(|path| **path == manifest));
    clash.map_or(Ok(()), |path| {
        Err(PublishError::Clash {
            first: path.clone(),
            second: path.clone(),
        })
    })
}

/// The changes that change something.
pub(super) fn effective(site: &Digests, changes: &Changes) -> Changes {
    let is_effective = |(path, change): &(&OutputPath, &Option<Output>)| match change {
        Some(output) => site.get(*path) != Some(&output.digest),
        None => site.contains_key(*path),
    };
    changes
        .iter()
        .filter(is_effective)
        .map(|(path, change)| (path.clone(), change.clone()))
        .collect()
}

/// What effective changes do to the site.
pub(super) fn delta_of(site: &Digests, changes: &Changes) -> Delta {
    let mut delta = Delta::default();
    for (path, change) in changes {
        let paths = match change {
            None => &mut delta.removed,
            Some(_) if site.contains_key(path) => &mut delta.replaced,
            Some(_) => &mut delta.created,
        };
        paths.push(path.clone());
    }
    delta.unchanged = site.len() - delta.replaced.len() - delta.removed.len();
    delta
}
