//! What a site has although nobody has written it: the home page, the lists of registries, the topics
//! that are used.

use std::sync::Arc;

use super::collect::{Collector, Shelf, list_folder};
use crate::domain::graph::entity::{Origin, Words};
use crate::domain::model::{Name, Ref, Section, Topic};
use crate::domain::settings::{Vocabulary, VocabularyKind};
use crate::vocabulary::diagnostic::NodePath;
use crate::vocabulary::notation::scalar::{Id, Text};
use crate::vocabulary::output::OutputPath;

impl Collector<'_> {
    /// What a site has although nobody has written it: the home page, the lists of registries, the
    /// topics that are used.
    pub(super) fn unwritten(&mut self, vocabulary: &Vocabulary) {
        let settings = self.input.settings;
        let language = settings.default_language();
        let label = |kind, word: &str| vocabulary.label(kind, word, &language, &language);
        for word in self.used_topics() {
            if vocabulary.has(VocabularyKind::Topic, &word) {
                let folder = list_folder(settings.paths.as_ref(), "topics");
                let title = label(VocabularyKind::Topic, &word);
                self.add_unwritten(&word, &title, &format!("{folder}/{word}"), Topic::named);
            }
        }
        let title = settings.title.to_string();
        self.add_section("home", &title, "");
        let filled = [
            (
                "organizations",
                self.collected
                    .organizations
                    .iter()
                    .any(|it| it.node.origin.registry),
            ),
            (
                "documents",
                self.collected
                    .documents
                    .iter()
                    .any(|it| it.node.origin.registry),
            ),
            (
                "areas",
                self.collected
                    .areas
                    .iter()
                    .any(|it| it.node.origin.registry),
            ),
            (
                "persons",
                self.collected
                    .persons
                    .iter()
                    .any(|it| it.node.origin.registry),
            ),
            (
                "topics",
                self.collected
                    .topics
                    .iter()
                    .any(|it| it.node.origin.registry),
            ),
        ];
        for (list, _) in filled.iter().filter(|(_, filled)| *filled) {
            let title = label(VocabularyKind::List, list);
            self.add_section(list, &title, &list_folder(settings.paths.as_ref(), list));
        }
    }

    fn add_section(&mut self, id: &str, title: &str, folder: &str) {
        let output = OutputPath::page(folder);
        if !self
            .collected
            .sections
            .iter()
            .any(|section| section.node.output == output)
        {
            self.add_unwritten(id, title, folder, Section::named);
        }
    }

    fn add_unwritten<T: Shelf>(
        &mut self,
        id: &str,
        title: &str,
        folder: &str,
        make: fn(Id, Text) -> T,
    ) {
        let (Some(id), Some(title)) = (Id::parse(id), Text::parse(title)) else {
            return;
        };
        if self.seen.contains_key(&Name {
            kind: T::KIND,
            id: id.clone(),
        }) {
            return;
        }
        let origin = Origin {
            file: self.input.settings_path.clone(),
            prefix: NodePath::default(),
            registry: true,
        };
        let written = Arc::new(make(id.clone(), title));
        self.add(
            id,
            &written,
            origin,
            OutputPath::page(folder),
            Words::default(),
            None,
        );
    }

    fn used_topics(&self) -> Vec<String> {
        let mut used: Vec<String> = Vec::new();
        let collected = &self.collected;
        let mut note = |topics: &[Ref<Topic>]| {
            used.extend(topics.iter().map(|topic| topic.as_str().to_owned()));
        };
        collected.bodies.iter().for_each(|it| {
            note(&it.written.common.topics);
            it.written
                .parts()
                .for_each(|(_, part)| part.activities.iter().for_each(|each| note(&each.topics)));
            it.written
                .tables
                .iter()
                .for_each(|table| note(&table.topics));
        });
        collected
            .organizations
            .iter()
            .for_each(|it| note(&it.written.common.topics));
        collected
            .persons
            .iter()
            .for_each(|it| note(&it.written.common.topics));
        collected
            .meetings
            .iter()
            .for_each(|it| note(&it.written.common.topics));
        collected
            .documents
            .iter()
            .for_each(|it| note(&it.written.common.topics));
        collected
            .areas
            .iter()
            .for_each(|it| note(&it.written.common.topics));
        collected
            .pages
            .iter()
            .for_each(|it| note(&it.written.common.topics));
        collected
            .sections
            .iter()
            .for_each(|it| note(&it.written.common.topics));
        used.sort_unstable();
        used.dedup();
        used
    }
}
