//! The directory in a snapshot of its graph.
//!
//! The descriptions of things are not in it, nor are the words of their pages in other languages: the things hold the
//! same facts and texts, and [`Directory::restore`] takes them from there.

use std::collections::BTreeSet;
use std::io::{self, Read, Write};

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Directory, InFile, Known, Named, Order, Stands};
use crate::base::source::SourcePath;
use crate::content::graph::entity::Description;

impl Directory {
    /// Takes over the descriptions of the things of the graph, after the rest was read from a snapshot.
    pub(in crate::content::graph) fn restore(&mut self, descriptions: Vec<Description>) {
        for Description { link, draft, words } in descriptions {
            if let Some((_, stands)) = self.named(&draft.name).claims.first_mut() {
                *stands = Stands::Thing(draft.clone());
            }
            if !words.is_empty() {
                self.translations.insert(draft.origin.file.clone(), words);
            }
            self.drafts.insert(link, draft);
        }
    }

    /// The files that a snapshot says nothing of: translations of pages that are not published.
    pub fn unsaved_files(&self) -> BTreeSet<&SourcePath> {
        let is_unsaved =
            |original: &SourcePath| !matches!(self.in_file(original), Some(InFile::Page(_)));
        let unsaved = self
            .translations
            .iter()
            .filter(|(original, _)| is_unsaved(original));
        unsaved
            .flat_map(|(_, words)| words.values().map(|it| &it.file))
            .collect()
    }
}

impl Named {
    /// Whether the first claim is the description of a thing of the graph.
    fn is_thing(&self) -> bool {
        matches!(self.known, Some(Known::Thing(_)))
    }
}

impl BorshSerialize for Named {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        self.link.serialize(writer)?;
        self.known.serialize(writer)?;
        let orders: Vec<&Order> = self.claims.iter().map(|(order, _)| order).collect();
        orders.serialize(writer)?;
        let claims = self.claims.iter().skip(usize::from(self.is_thing()));
        claims
            .map(|(_, stands)| stands)
            .collect::<Vec<_>>()
            .serialize(writer)
    }
}

impl BorshDeserialize for Named {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let mut named = Named {
            link: BorshDeserialize::deserialize_reader(reader)?,
            known: BorshDeserialize::deserialize_reader(reader)?,
            claims: Vec::new(),
        };
        let orders = Vec::<Order>::deserialize_reader(reader)?;
        let stands = Vec::<Stands>::deserialize_reader(reader)?;
        // Until `restore`, the description of a thing is missing.
        let missing = named.is_thing().then_some(Stands::Broken);
        named.claims = orders
            .into_iter()
            .zip(missing.into_iter().chain(stands))
            .collect();
        Ok(named)
    }
}
