//! The directory: all names, pages and addresses of the site, before references are resolved.

mod generated;
mod index_values;
mod indexes;
mod lookup;
mod name_entry;
mod output_owners;
mod published_path;
mod site_context;
mod snapshot;
mod unresolved;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

pub(super) use index_values::existence;
pub use lookup::FileTarget;
pub use name_entry::NameTarget;
pub use output_owners::{OutputOwners, Owner};
pub use published_path::{alias_output, asset_output, asset_source, first_address, old_paths};
pub use site_context::SiteContext;
pub(super) use snapshot::RestoredEntity;
pub use unresolved::{Claim, ClaimSubject, UnresolvedEntity, claims};

use name_entry::{NameEntry, claim_rank};

use super::key_space::KeySpace;
use super::link::AnyLink;
use super::link::Link;
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::markdown::ParsedText;
use crate::content::model::{Body, EntityKind, Name, Translation};
use crate::incremental::memo::Changed;
use crate::notation::scalar::Id;

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
        changes.changed.insert(KeySpace::File.hash(file.as_str()));
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
            changes.changed.insert(KeySpace::Anchors.of(link));
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
}
