//! What a site has although nobody has written it: the home page, the lists of registries, the topics
//! that are used.

use std::sync::Arc;

use super::draft::{Claim, Draft, Stands, list_folder, list_key};
use super::{Directory, Surroundings};
use crate::base::diagnostic::NodePath;
use crate::base::output::OutputPath;
use crate::content::graph::entity::Origin;
use crate::content::model::{EntityKind, Name, Section, Topic};
use crate::content::parse::Facts;
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::{Id, Text};

/// The kinds that registries list.
const LISTED: [EntityKind; 5] = [
    EntityKind::Organization,
    EntityKind::Document,
    EntityKind::Area,
    EntityKind::Person,
    EntityKind::Topic,
];

impl Directory {
    /// The topics that are used, and that only the controlled list describes.
    pub(super) fn unwritten_topics(&self, around: &Surroundings<'_>) -> Vec<Claim> {
        let known = |word: &&String| around.vocabulary.has(VocabularyKind::Topic, word);
        let folder = list_folder(around.settings.paths.as_ref(), EntityKind::Topic);
        let topics = self.used.keys().filter(known).filter_map(|word| {
            let title = around.label(VocabularyKind::Topic, word);
            let output = format!("{folder}/{word}");
            let named = |id, title| Facts::Topic(Arc::new(Topic::named(id, title)));
            unwritten(around, EntityKind::Topic, word, &title, &output, named)
        });
        topics.collect()
    }

    /// The home page, and the pages of lists that have entries, where there is no section of that address.
    pub(super) fn unwritten_sections(&self, around: &Surroundings<'_>) -> Vec<Claim> {
        let language = around.settings.default_language();
        let title = around.settings.title.in_site_language(&language).to_owned();
        let home = [("home", title, String::new())];
        let filled = LISTED.iter().filter(|kind| self.entries.contains_key(kind));
        let lists = filled.map(|kind| {
            let key = list_key(*kind);
            let folder = list_folder(around.settings.paths.as_ref(), *kind);
            let title = around.label(VocabularyKind::List, key);
            (key, title, folder.to_owned())
        });
        let missing = home.into_iter().chain(lists).filter(|(_, _, folder)| {
            let address = OutputPath::page(folder).address();
            !self.has_section(&address, around.settings_path)
        });
        let sections = missing.filter_map(|(id, title, folder)| {
            let named = |id, title| Facts::Section(Arc::new(Section::named(id, title)));
            unwritten(around, EntityKind::Section, id, &title, &folder, named)
        });
        sections.collect()
    }
}

fn unwritten(
    around: &Surroundings<'_>,
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
        file: around.settings_path.clone(),
        prefix: NodePath::default(),
        registry: true,
    };
    let draft = Draft {
        name: name.clone(),
        origin,
        title: title.as_str().into(),
        output: OutputPath::page(folder),
        updated: None,
        facts: facts(id, title),
        text: Arc::default(),
    };
    Some(Claim {
        name,
        stands: Stands::Thing(Arc::new(draft)),
    })
}
