//! The files that the new tree is to hold.

use super::manifest;
use super::update::Changes;
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputContent, OutputPath};

/// A file that the new tree is to hold.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) path: &'a OutputPath,
    /// The digest of its bytes. `None` for a manifest of which nobody needs it.
    pub(super) digest: Option<Digest>,
    /// Its bytes. `None` if it is as it was published before.
    pub(super) content: Option<&'a OutputContent>,
}

impl<'a> Wanted<'a> {
    /// A file with these bytes.
    pub(super) fn fresh(output: &'a Output) -> Wanted<'a> {
        Wanted {
            path: &output.path,
            digest: Some(output.digest),
            content: Some(&output.content),
        }
    }

    pub(super) fn manifest(
        content: Option<&'a OutputContent>,
        digest: Option<Digest>,
    ) -> Wanted<'a> {
        Wanted {
            path: manifest::path(),
            digest,
            content,
        }
    }

    /// What becomes of these published files through changes, and the new files among the changes.
    pub(super) fn after(
        published: impl Iterator<Item = (&'a OutputPath, &'a Digest)>,
        changes: &'a Changes,
    ) -> Vec<Wanted<'a>> {
        let stays = published.filter(|(path, _)| !changes.contains_key(*path));
        let stays = stays.map(|(path, digest)| Wanted {
            path,
            digest: Some(*digest),
            content: None,
        });
        let fresh = changes.values().flatten().map(Wanted::fresh);
        let mut wanted: Vec<Wanted<'a>> = stays.chain(fresh).collect();
        wanted.sort_by(|a, b| a.path.cmp(b.path));
        wanted
    }
}
