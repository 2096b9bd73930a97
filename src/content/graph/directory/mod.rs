//! The directory: all names, pages and addresses of the site, before references are resolved.

mod generated;
mod indexes;
mod name_entry;
mod output_owners;
mod published_path;
mod snapshot;
mod unresolved;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

pub use name_entry::NameTarget;
pub use output_owners::{OutputOwners, Owner};
pub use published_path::{alias_output, asset_output, asset_source};
pub(super) use snapshot::RestoredEntity;
pub use unresolved::{Claim, ClaimSubject, UnresolvedEntity, claims};

use name_entry::{NameEntry, claim_rank};

use super::keys;
use super::link::AnyLink;
use super::link::Link;
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::markdown::ParsedText;
use crate::content::model::{Body, EntityKind, Name, Section, Translation};
use crate::content::settings::{Settings, Vocabulary, VocabularyKind};
use crate::incremental::memo::Changed;
use crate::notation::scalar::Id;

/// The settings that all entities share.
#[derive(Clone, Copy)]
pub struct SiteContext<'a> {
    /// The settings.
    pub settings: &'a Arc<Settings>,
    /// The file of the settings.
    pub settings_path: &'a SourcePath,
    /// The controlled lists.
    pub vocabulary: &'a Arc<Vocabulary>,
}

/// All names, pages and addresses of a site.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Directory {
    names: BTreeMap<EntityKind, HashMap<Id, NameEntry>>,
    /// The number of links that were given out, for each kind.
    arena_sizes: BTreeMap<EntityKind, u32>,
    #[borsh(skip)]
    unresolved: HashMap<AnyLink, Arc<UnresolvedEntity>>,
    /// The names that a file claims. Empty for a page with faults that hide its name.
    files: HashMap<SourcePath, Vec<Name>>,
    /// The translations of pages, by the file of the original.
    #[borsh(skip)]
    translations: HashMap<SourcePath, BTreeMap<Language, PageTranslation>>,
    /// The entities at an address, in no order. There is nearly always one only.
    addresses: HashMap<String, Vec<AnyLink>>,
    /// For the id of a body, the bodies that name it as their parent.
    child_bodies: HashMap<String, BTreeMap<Id, Link<Body>>>,
    /// The number of uses of each topic.
    topic_counts: BTreeMap<String, usize>,
    /// The number of entries of registries, for each kind.
    entry_counts: BTreeMap<EntityKind, usize>,
    /// The owners of all outputs.
    pub output_owners: OutputOwners,
}

/// The translation of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageTranslation {
    /// The file.
    pub file: SourcePath,
    /// The translated words of the facts.
    pub facts: Arc<Translation>,
    /// The translated text.
    pub text: Arc<ParsedText>,
}

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

/// The changes that an update of the directory makes.
#[derive(Debug, Default)]
pub struct DirectoryChanges {
    /// The changed keys.
    pub changed: Changed,
    /// The entities that are new or have changed.
    pub updated: BTreeSet<AnyLink>,
    /// The removed entities.
    pub removed: BTreeSet<AnyLink>,
    /// The names whose claims have changed.
    pub names: BTreeSet<Name>,
    /// Whether the owners of outputs have changed.
    pub outputs: bool,
}

impl Directory {
    /// Replaces the claims of a file. `None` if it was removed, or claims no names.
    pub fn set_claims(
        &mut self,
        file: &SourcePath,
        claims: Option<Vec<Claim>>,
        site: &SiteContext<'_>,
        changes: &mut DirectoryChanges,
    ) {
        let mut touched: BTreeSet<Name> = BTreeSet::new();
        for name in self.files.remove(file).unwrap_or_default() {
            let named = self.name_entry(&name);
            named.claims.retain(|((.., path, _), _)| path != file);
            touched.insert(name);
        }
        if let Some(claims) = claims {
            let mut names = Vec::with_capacity(claims.len());
            for (index, Claim { name, subject }) in claims.into_iter().enumerate() {
                let rank = claim_rank(&subject, file, index, site.settings_path);
                let others = &mut self.name_entry(&name).claims;
                let place = others.partition_point(|(other, _)| *other < rank);
                others.reserve_exact(1);
                others.insert(place, (rank, subject));
                names.push(name.clone());
                touched.insert(name);
            }
            self.files.insert(file.clone(), names);
        }
        changes.changed.insert(keys::file(file.as_str()));
        for name in touched {
            self.update_name(&name, site, changes);
            changes.names.insert(name);
        }
    }

    /// Replaces the translation of a page. `None` if it was removed.
    pub fn set_translation(
        &mut self,
        original: &SourcePath,
        language: &Language,
        translation: Option<PageTranslation>,
        changes: &mut DirectoryChanges,
    ) {
        let translations = self.translations.entry(original.clone()).or_default();
        match translation {
            Some(it) => drop(translations.insert(language.clone(), it)),
            None => drop(translations.remove(language)),
        }
        if translations.is_empty() {
            self.translations.remove(original);
        }
        if let Some(FileTarget::Page(link)) = self.file_target(original) {
            changes.updated.insert(link);
            changes.changed.insert(keys::anchors(link));
        }
    }

    /// Adds the generated topics and sections.
    pub fn add_generated(&mut self, site: &SiteContext<'_>, changes: &mut DirectoryChanges) {
        // Source paths are relative, so these cannot be the paths of files.
        let [topics, sections] = ["/topics", "/sections"].map(SourcePath::new);
        let claims = self.generated_topics(site);
        self.set_claims(&topics, Some(claims), site, changes);
        // After the topics, because the list of topics has the generated ones too.
        let claims = self.generated_sections(site);
        self.set_claims(&sections, Some(claims), site, changes);
    }

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

    /// Reports all claims to a name but the first. A generated entity gives way to a written one, and an entry of a
    /// registry to a page, without a report.
    pub fn duplicates(&self, name: &Name, site: &SiteContext<'_>) -> Vec<Diagnostic> {
        let named = self.names.get(&name.kind).and_then(|it| it.get(&name.id));
        let claims = named.into_iter().flat_map(|named| &named.claims);
        let mut entities = claims.filter_map(|(_, it)| match it {
            ClaimSubject::Entity(entity) if entity.origin.file != *site.settings_path => {
                Some(entity)
            }
            _ => None,
        });
        let Some(first) = entities.next() else {
            return Vec::new();
        };
        let others = entities.filter(|other| !other.origin.registry || first.origin.registry);
        others.map(|other| other.duplicate(first)).collect()
    }

    fn name_entry(&mut self, name: &Name) -> &mut NameEntry {
        let of_kind = self.names.entry(name.kind).or_default();
        of_kind.entry(name.id.clone()).or_default()
    }

    /// Whether an entity comes from this claim.
    fn is_current(&self, link: AnyLink, claimed: &Arc<UnresolvedEntity>) -> bool {
        let current = self.unresolved.get(&link);
        current.is_some_and(|current| current.origin == claimed.origin)
    }

    /// Whether there is a written section at an address.
    fn has_written_section(&self, address: &str, settings: &SourcePath) -> bool {
        let links = self.addresses.get(address).into_iter().flatten();
        let mut sections = links.filter(|link| link.kind() == EntityKind::Section);
        sections.any(|link| {
            let section = self.unresolved.get(link);
            section.is_some_and(|section| section.origin.file != *settings)
        })
    }
}

impl SiteContext<'_> {
    /// The label of a term of a controlled list in the language of the site.
    fn label(&self, list: VocabularyKind, word: &str) -> String {
        let language = self.settings.default_language();
        let label = self.vocabulary.label(list, word, &language, &language);
        label.into_owned()
    }
}
