//! Pages that another program has made and published.

use std::collections::BTreeMap;

use super::{Pages, Why};
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::build::pending::Pending;
use crate::content::pages::plan::PlannedPage;

impl Pages {
    /// Takes over, of pages as they once were, that these files are published. Pages and copies that are not are made
    /// again. Whether that can be: what was made of images and for the search must be as it was.
    pub(in crate::build) fn stand_on(&mut self, published: &BTreeMap<OutputPath, Digest>) -> bool {
        let mut others = published.clone();
        let images = self.images.files().map(|(path, digest)| (path, digest));
        let mut made = self.indexed.iter().chain(images);
        if made.any(|(path, digest)| others.remove(path) != Some(*digest)) {
            return false;
        }
        // What is made again, or goes, is what is published, whoever has made that.
        self.copies_stale = false;
        self.copies.retain(|path, digest| {
            let published = others.remove(path);
            self.copies_stale |= published != Some(*digest);
            published.is_some_and(|published| {
                *digest = published;
                true
            })
        });
        self.pending = Pending::after_the_first();
        let mut pages: Vec<PlannedPage> = self.all().cloned().collect();
        pages.sort_unstable();
        for PlannedPage { id, path } in pages {
            let stands = match (others.remove(&path), self.made.get_mut(id)) {
                (Some(published), Some(made)) => std::mem::replace(made, published) == published,
                (published, _) => {
                    self.made.remove(id);
                    others.extend(published.map(|digest| (path, digest)));
                    false
                }
            };
            if !stands {
                self.stale.insert(id, Why::New);
            }
        }
        let gone = others.into_keys();
        gone.for_each(|path| self.pending.remove(path));
        true
    }
}
