//! The directory in a snapshot of its graph.
//!
//! A snapshot of the directory has neither the unresolved entities nor the translations of their pages: the entities of
//! the graph hold the same facts and texts, and [`Directory::restore`] takes them from there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Write};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::name_entry::{ClaimRank, NameEntry};
use super::{ClaimSubject, Directory, FileTarget, NameTarget, PageTranslation, UnresolvedEntity};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::graph::entity::Node;
use crate::content::graph::link::AnyLink;
use crate::content::graph::texts::Texts;
use crate::content::parse::Facts;

/// The parts of an entity of the graph that the directory needs.
pub(in crate::content::graph) struct RestoredEntity {
    /// The link to it.
    pub link: AnyLink,
    /// Its unresolved form.
    pub unresolved: Arc<UnresolvedEntity>,
    /// The translations of its page.
    pub translations: BTreeMap<Language, PageTranslation>,
}

impl RestoredEntity {
    pub(in crate::content::graph) fn new(
        link: AnyLink,
        node: &Node,
        facts: Facts,
        texts: &Texts,
    ) -> RestoredEntity {
        let translations = texts.others.iter().filter_map(|(language, page)| {
            let translation = PageTranslation {
                file: page.file.clone()?,
                facts: Arc::clone(node.translations.get(language)?),
                text: Arc::clone(&page.text),
            };
            Some((language.clone(), translation))
        });
        RestoredEntity {
            link,
            unresolved: Arc::new(UnresolvedEntity {
                name: node.name.clone(),
                origin: node.origin.clone(),
                title: node.title.clone(),
                output: node.output.clone(),
                committed: node.committed,
                commit: node.commit,
                facts,
                text: Arc::clone(&texts.own.text),
            }),
            translations: translations.collect(),
        }
    }
}

impl Directory {
    /// Adds the entities of the graph to a directory from a snapshot.
    pub(in crate::content::graph) fn restore(&mut self, entities: Vec<RestoredEntity>) {
        for entity in entities {
            let (link, unresolved) = (entity.link, entity.unresolved);
            if let Some((_, subject)) = self.name_entry(&unresolved.name).claims.first_mut() {
                *subject = ClaimSubject::Entity(unresolved.clone());
            }
            if !entity.translations.is_empty() {
                let file = unresolved.origin.file.clone();
                self.translations.insert(file, entity.translations);
            }
            self.unresolved.insert(link, unresolved);
        }
    }

    /// The files that are missing in a snapshot: translations of pages that are not published.
    pub fn unsaved_files(&self) -> BTreeSet<&SourcePath> {
        let is_unsaved = |original: &SourcePath| {
            !matches!(self.file_target(original), Some(FileTarget::Page(_)))
        };
        let unsaved = self
            .translations
            .iter()
            .filter(|(original, _)| is_unsaved(original));
        unsaved
            .flat_map(|(_, translations)| translations.values().map(|it| &it.file))
            .collect()
    }
}

impl NameEntry {
    /// Whether the first claim is for an entity of the graph.
    fn is_entity(&self) -> bool {
        matches!(self.target, Some(NameTarget::Entity(_)))
    }
}

impl BorshSerialize for NameEntry {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        self.link.serialize(writer)?;
        self.target.serialize(writer)?;
        let ranks: Vec<&ClaimRank> = self.claims.iter().map(|(rank, _)| rank).collect();
        ranks.serialize(writer)?;
        let claims = self.claims.iter().skip(usize::from(self.is_entity()));
        claims
            .map(|(_, subject)| subject)
            .collect::<Vec<_>>()
            .serialize(writer)
    }
}

impl BorshDeserialize for NameEntry {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let mut named = NameEntry {
            link: BorshDeserialize::deserialize_reader(reader)?,
            target: BorshDeserialize::deserialize_reader(reader)?,
            claims: Vec::new(),
        };
        let ranks = Vec::<ClaimRank>::deserialize_reader(reader)?;
        let subject = Vec::<ClaimSubject>::deserialize_reader(reader)?;
        // `restore` replaces this placeholder for the claim of an entity.
        let placeholder = named.is_entity().then_some(ClaimSubject::Broken);
        named.claims = ranks
            .into_iter()
            .zip(placeholder.into_iter().chain(subject))
            .collect();
        Ok(named)
    }
}
