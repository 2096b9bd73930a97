//! Generated entities, for which there is no source: the home page, the lists of registries, and used topics.
//!
//! A written entity of the same name replaces a generated one.

use std::sync::Arc;

use super::unresolved::{Claim, ClaimSubject, UnresolvedEntity};
use super::{Directory, SiteContext};
use crate::base::diagnostic::NodePath;
use crate::base::output::OutputPath;
use crate::content::graph::entity::Origin;
use crate::content::model::{EntityKind, Name, Section, Topic};
use crate::content::parse::Facts;
use crate::content::parse::REGISTRY_LISTS;
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::{Id, Text};

impl Directory {
    /// The used topics that the controlled list defines.
    pub(super) fn generated_topics(&self, site: &SiteContext<'_>) -> Vec<Claim> {
        let is_defined = |word: &&String| site.vocabulary.has(VocabularyKind::Topic, word);
        let folder = site.settings.list_folder(EntityKind::Topic);
        let topics = self
            .topic_counts
            .keys()
            .filter(is_defined)
            .filter_map(|word| {
                let title = site.label(VocabularyKind::Topic, word);
                let output = format!("{folder}/{word}");
                let named = |id, title| Facts::Topic(Arc::new(Topic::named(id, title)));
                generated(site, EntityKind::Topic, word, &title, &output, named)
            });
        topics.collect()
    }

    /// The home page and the pages of non-empty lists, except at the addresses of written sections.
    pub(super) fn generated_sections(&self, site: &SiteContext<'_>) -> Vec<Claim> {
        let language = site.settings.default_language();
        let title = site.settings.title.in_site_language(&language).to_owned();
        let home = [("home", title, String::new())];
        let filled = REGISTRY_LISTS
            .iter()
            .filter(|(_, kind)| self.entry_counts.contains_key(kind));
        let lists = filled.map(|(key, kind)| {
            let folder = site.settings.list_folder(*kind);
            let title = site.label(VocabularyKind::List, key);
            (*key, title, folder.to_owned())
        });
        let missing = home.into_iter().chain(lists).filter(|(_, _, folder)| {
            let address = OutputPath::page(folder).address();
            !self.has_written_section(&address, site.settings_path)
        });
        let sections = missing.filter_map(|(id, title, folder)| {
            let named = |id, title| Facts::Section(Arc::new(Section::named(id, title)));
            generated(site, EntityKind::Section, id, &title, &folder, named)
        });
        sections.collect()
    }
}

fn generated(
    site: &SiteContext<'_>,
    kind: EntityKind,
    id: &str,
    title: &str,
    folder: &str,
    facts: impl FnOnce(Id, Text) -> Facts,
) -> Option<Claim> {
    let (id, title) = (Id::parse(id)?, Text::parse(title)?);
    let name = Name {
        kind,
        id: id.clone(),
    };
    let origin = Origin {
        file: site.settings_path.clone(),
        prefix: NodePath::default(),
        registry: true,
    };
    let entity = UnresolvedEntity {
        name: name.clone(),
        origin,
        title: title.as_str().into(),
        output: OutputPath::page(folder),
        committed: None,
        commit: None,
        facts: facts(id, title),
        text: Arc::default(),
    };
    Some(Claim {
        name,
        subject: ClaimSubject::Entity(Arc::new(entity)),
    })
}
