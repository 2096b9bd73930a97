//! Lookups in the directory.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{ClaimSubject, Directory, NameTarget, PageTranslation, UnresolvedEntity};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::graph::link::{AnyLink, Link};
use crate::content::model::{Body, EntityKind, Section};
use crate::notation::scalar::Id;

/// The target of a link to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileTarget {
    /// The page of an entity.
    Page(AnyLink),
    /// A draft, which is not published.
    Draft,
    /// A page with faults.
    Broken,
}

impl Directory {
    /// The target of a name.
    pub fn name_target(&self, kind: EntityKind, id: &str) -> Option<NameTarget> {
        self.names.get(&kind)?.get(id)?.target
    }

    /// All ids of a kind, sorted.
    pub fn ids(&self, kind: EntityKind) -> Vec<&str> {
        let named = self.names.get(&kind).into_iter().flatten();
        let with_target = named.filter(|(_, named)| named.target.is_some());
        let mut ids: Vec<&str> = with_target.map(|(id, _)| id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    /// The entities of a kind, in no order.
    pub fn entities(&self, kind: EntityKind) -> impl Iterator<Item = &UnresolvedEntity> {
        let links = self.names.get(&kind).into_iter().flatten();
        let entities = links.filter_map(|(_, named)| self.unresolved.get(&named.link?));
        entities.map(|entity| &**entity)
    }

    /// The unresolved form of an entity.
    pub fn unresolved(&self, link: AnyLink) -> Option<&Arc<UnresolvedEntity>> {
        self.unresolved.get(&link)
    }

    /// The translations of the page of an entity.
    pub fn translations(
        &self,
        entity: &UnresolvedEntity,
    ) -> Option<&BTreeMap<Language, PageTranslation>> {
        self.translations
            .get(&entity.origin.file)
            .filter(|_| !entity.origin.registry)
    }

    /// The translations of the page in a file.
    pub fn translations_of(
        &self,
        file: &SourcePath,
    ) -> Option<impl Iterator<Item = &PageTranslation>> {
        self.translations.get(file).map(|words| words.values())
    }

    /// Whether no fault keeps a file from being read, so that nothing in it is left unchecked.
    pub fn is_read(&self, file: &SourcePath) -> bool {
        let Some(names) = self.files.get(file) else {
            let mut translations = self.translations.values().flat_map(BTreeMap::values);
            return translations.any(|it| it.file == *file);
        };
        names.iter().any(|name| {
            let named = self.names.get(&name.kind).and_then(|it| it.get(&name.id));
            let mut claims = named.into_iter().flat_map(|named| &named.claims);
            let is_whole = |subject: &ClaimSubject| !matches!(subject, ClaimSubject::Broken);
            claims.any(|((.., of, _), subject)| of == file && is_whole(subject))
        })
    }

    /// The type of the page in a file. Returns `None` for a registry.
    pub fn type_of_page(&self, file: &SourcePath) -> Option<EntityKind> {
        let names = self.files.get(file)?;
        let is_page = file.as_str().ends_with(".md");
        Some(names.first().filter(|_| is_page)?.kind)
    }

    /// The target of a link to a file. Returns `None` if the file is no page.
    pub fn file_target(&self, path: &SourcePath) -> Option<FileTarget> {
        if !path.as_str().ends_with(".md") {
            return None;
        }
        let name = self.files.get(path)?.first();
        let named = name.and_then(|name| self.names.get(&name.kind)?.get(&name.id));
        let mut claims = named.into_iter().flat_map(|named| &named.claims);
        let claim = claims.find(|((.., file, _), _)| file == path);
        let link = named.and_then(|named| named.link);
        Some(match (claim.map(|(_, subject)| subject), link) {
            (Some(ClaimSubject::Draft), _) => FileTarget::Draft,
            (Some(ClaimSubject::Entity(it)), Some(link)) if self.is_current(link, it) => {
                FileTarget::Page(link)
            }
            _ => FileTarget::Broken,
        })
    }

    /// The files of all pages, sorted.
    pub fn pages(&self) -> Vec<&SourcePath> {
        let pages = self.unresolved.values().filter(|it| !it.origin.registry);
        let mut files: Vec<&SourcePath> = pages.map(|it| &it.origin.file).collect();
        files.sort_unstable();
        files
    }

    /// The page at an address, such as `novara/`.
    pub fn page_at_address(&self, address: &str) -> Option<AnyLink> {
        let links = self.addresses.get(address)?.iter().copied();
        // Several at one address are a fault. The choice between them must be the same on every run.
        links.min_by_key(|link| self.unresolved.get(link).map(|it| &it.name))
    }

    /// The section at an address.
    pub fn section_at(&self, address: &str) -> Option<Link<Section>> {
        let links = self.addresses.get(address)?.iter();
        let sections = links.filter(|link| link.kind() == EntityKind::Section);
        match sections.min_by_key(|link| self.unresolved.get(link).map(|it| &it.name))? {
            AnyLink::Section(section) => Some(*section),
            _ => None,
        }
    }

    /// The bodies that name the body with this id as their parent.
    pub fn child_bodies(&self, id: &str) -> Option<&BTreeMap<Id, Link<Body>>> {
        self.child_bodies.get(id)
    }

    /// Whether there is a written section at an address.
    pub(super) fn has_written_section(&self, address: &str, settings: &SourcePath) -> bool {
        let links = self.addresses.get(address).into_iter().flatten();
        let mut sections = links.filter(|link| link.kind() == EntityKind::Section);
        sections.any(|link| {
            let section = self.unresolved.get(link);
            section.is_some_and(|section| section.origin.file != *settings)
        })
    }

    /// Whether an entity comes from this claim.
    fn is_current(&self, link: AnyLink, claimed: &Arc<UnresolvedEntity>) -> bool {
        let current = self.unresolved.get(&link);
        current.is_some_and(|current| current.origin == claimed.origin)
    }
}
