//! Compressed copies of the text files of the site.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{OutputId, Outputs};
use crate::base::digest::Digest;
use crate::base::output::{ContentStore, Output, OutputPath};
use crate::incremental::memo::Dependencies;
use crate::site::compressed_files;

impl Outputs {
    /// Puts compressed copies of the files that are to be published into the table, and removes those of files that are
    /// gone. At a path at which the content has a file of its own, there is no copy.
    pub(in crate::build) fn compress(&mut self, store: &dyn ContentStore) {
        let owned = self.other_paths();
        self.remove_copies_of_none(&owned);
        let fresh: Vec<&Output> = self.update.outputs().collect();
        let fresh = fresh.into_par_iter().with_max_len(1);
        let copied = fresh.filter(|it| owned.contains(&it.path)).map(|output| {
            let copies = compressed_files::copies(output).into_iter();
            let copies = copies.filter(|(path, _)| !owned.contains(path));
            let copies = copies.map(|(path, bytes)| Output {
                path,
                digest: Digest::of(&bytes),
                content: store.add(bytes),
            });
            (output.path.clone(), copies.collect())
        });
        let copied: Vec<(OutputPath, Vec<Output>)> = copied.collect();
        for (path, copies) in copied {
            self.put(OutputId::Compressed(path), copies, Dependencies::default());
        }
    }

    fn other_paths(&self) -> BTreeSet<OutputPath> {
        let entries = self.made.entries().into_iter();
        let others = entries.filter(|(id, ..)| !matches!(id, OutputId::Compressed(_)));
        let files = others.flat_map(|(_, files, _)| files);
        files.map(|(path, _)| path.clone()).collect()
    }

    fn remove_copies_of_none(&mut self, owned: &BTreeSet<OutputPath>) {
        let known = self.made.products().filter(|id| match id {
            OutputId::Compressed(path) => !owned.contains(path),
            _ => false,
        });
        let gone: Vec<OutputId> = known.cloned().collect();
        gone.iter().for_each(|id| self.remove(id));
    }
}
