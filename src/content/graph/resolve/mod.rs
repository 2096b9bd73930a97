//! Resolution: an unresolved entity becomes an entity whose references are links.
//!
//! [`lookup`] finds the target of a reference. [`bodies`], [`facts`] and [`texts`] resolve the references in the facts and
//! the texts of an entity, and [`site`] those of the menus and the footer. Broken references are reported and left out,
//! so that one build reports all of them. Pages of a graph with broken references are never built.

mod bodies;
mod candidates;
mod commit;
mod facts;
mod lookup;
mod orphan_words;
mod seats;
mod site;
mod terms;
mod texts;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Graph;
use super::directory::{Directory, SiteContext, UnresolvedEntity};
use super::entity::{NoLinks, Node};
use super::link::AnyLink;
use super::texts::{PageText, Texts};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;
use crate::base::source::{Asset, SourcePath};
use crate::content::markdown::ParsedText;
use crate::content::model::{EntityKind, Translation};
use crate::content::parse::Facts;
use crate::content::settings::VocabularyKind;
use crate::incremental::memo::{Changed, DependencyRecorder};
use crate::notation::scalar::Text;

pub(super) use candidates::Candidates;
pub(super) use site::resolve as site;

use commit::{Commit, commit};
use lookup::Resolver;

/// What references are resolved against.
#[derive(Clone, Copy)]
pub(super) struct ResolutionContext<'a> {
    pub directory: &'a Directory,
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    pub site: SiteContext<'a>,
    pub candidates: &'a Candidates,
}

/// A resolved entity, and the faults of its references.
pub(super) struct Resolved {
    /// Stores the entity in a graph.
    pub commit: Commit,
    pub faults: Vec<Diagnostic>,
}

impl<'a> ResolutionContext<'a> {
    pub(super) fn resolve(
        self,
        link: AnyLink,
        entity: &UnresolvedEntity,
        recorder: &'a DependencyRecorder,
    ) -> Resolved {
        let mut resolver = self.resolver(recorder);
        let texts = resolver.texts(link, entity);
        let node = resolver.node(entity);
        resolver.check_words(entity);
        macro_rules! commit {
            ($link:ident, $written:ident, $links:expr) => {{
                let links = $links;
                commit($link, node, Arc::clone($written), links, texts)
            }};
        }
        let commit = match (link, &entity.facts) {
            (AnyLink::Body(to), Facts::Body(it)) => commit!(to, it, resolver.body(to, entity, it)),
            (AnyLink::Organization(to), Facts::Organization(it)) => {
                commit!(to, it, resolver.organization(entity, it))
            }
            (AnyLink::Person(to), Facts::Person(it)) => commit!(to, it, NoLinks),
            (AnyLink::Meeting(to), Facts::Meeting(it)) => {
                commit!(to, it, resolver.meeting(entity, it))
            }
            (AnyLink::Document(to), Facts::Document(it)) => {
                commit!(to, it, resolver.document(entity, it))
            }
            (AnyLink::Area(to), Facts::Area(it)) => commit!(to, it, resolver.area(entity, it)),
            (AnyLink::Topic(to), Facts::Topic(it)) => commit!(to, it, NoLinks),
            (AnyLink::Page(to), Facts::Page(it)) => commit!(to, it, NoLinks),
            (AnyLink::Section(to), Facts::Section(it)) => commit!(to, it, NoLinks),
            // Cannot happen: the link and the facts are of the kind of the name.
            _ => Box::new(|_: &mut Graph, _: &mut Changed| {}),
        };
        Resolved {
            commit,
            faults: resolver.faults,
        }
    }

    /// The faults of the links in a text whose page is not known. Its own anchors are not known either.
    pub(super) fn faults_of_text(self, file: &SourcePath, text: &ParsedText) -> Vec<Diagnostic> {
        // There are few such texts, and each is looked at again whenever something changes.
        let recorder = DependencyRecorder::default();
        let mut resolver = self.resolver(&recorder);
        for link in text.links.decompress() {
            let place = || Place::span(file, link.span.clone());
            let _ = resolver.target(file, &link.destination, link.kind, &place);
        }
        resolver.faults
    }

    fn resolver<'r>(self, recorder: &'r DependencyRecorder) -> Resolver<'r>
    where
        'a: 'r,
    {
        Resolver {
            directory: self.directory,
            assets: self.assets,
            site: self.site,
            candidates: self.candidates,
            recorder,
            seats: HashMap::new(),
            terms: HashMap::new(),
            faults: Vec::new(),
        }
    }
}

impl Resolver<'_> {
    fn node(&mut self, entity: &UnresolvedEntity) -> Node {
        Node {
            name: entity.name.clone(),
            origin: entity.origin.clone(),
            title: entity.title.clone(),
            output: entity.output.clone(),
            translations: self.translations(entity),
            updated: entity.facts.described().common().updated,
            committed: entity.committed,
            commit: entity.commit,
            topics: self.topics(entity),
            section: self.section_above(&entity.output.address()),
        }
    }

    /// The translations of an entity: of a generated one from the controlled lists, else from the entry of a registry or
    /// from the files beside the page.
    fn translations(&self, entity: &UnresolvedEntity) -> BTreeMap<Language, Arc<Translation>> {
        let settings = self.site.settings;
        let languages = settings.all_languages().into_iter().skip(1);
        let entries = &entity.facts.described().common().translations.0;
        let is_generated = entity.origin.file == *self.site.settings_path;
        let from_facts = languages.filter_map(|language| {
            let translation = if is_generated {
                self.generated_translation(entity, &language)
            } else {
                let entry = entries.get(&language);
                entry.map(Translation::from)
            };
            Some((language, Arc::new(translation?)))
        });
        let mut translations: BTreeMap<_, _> = from_facts.collect();
        let files = self.directory.translations(entity).into_iter().flatten();
        translations.extend(files.map(|(language, it)| (language.clone(), it.facts.clone())));
        translations
    }

    /// The translation of a generated entity by the settings.
    fn generated_translation(
        &self,
        entity: &UnresolvedEntity,
        language: &Language,
    ) -> Option<Translation> {
        let word = entity.name.id.as_str();
        let list = match entity.name.kind {
            EntityKind::Topic => VocabularyKind::Topic,
            _ if entity.output.address().is_empty() => {
                let site = self.site.settings.default_language();
                let (title, tag) = self.site.settings.title.in_language(language, &site);
                return (tag == language.as_str()).then(|| Translation::titled(Text::parse(title)));
            }
            _ => VocabularyKind::List,
        };
        let label = self.site.vocabulary.label_in(list, word, language)?;
        Some(Translation::titled(Some(label.clone())))
    }

    fn texts(&mut self, link: AnyLink, entity: &UnresolvedEntity) -> Texts {
        if entity.origin.registry {
            return Texts::default();
        }
        let language = self.site.settings.default_language();
        let own = self.text(&entity.origin.file, &entity.text, link, &language);
        let translations = self.directory.translations(entity).into_iter().flatten();
        let others = translations.map(|(language, it)| {
            let text = self.text(&it.file, &it.text, link, language);
            (language.clone(), text)
        });
        let others = others.collect::<BTreeMap<_, PageText>>();
        Texts { own, others }
    }
}
