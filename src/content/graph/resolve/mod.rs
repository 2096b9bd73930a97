//! The looking up of references: a description becomes a thing whose links lead somewhere.
//!
//! [`lookup`] finds what a reference means; [`bodies`], [`things`] and [`texts`] lead the references of
//! a thing and of its texts, [`site`] those of menus and foot. What leads nowhere is reported and left
//! out, so that one pass finds all of it. A graph with holes is never planned: the build stops at
//! the first error.

mod bodies;
mod lookup;
mod site;
mod texts;
mod things;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Graph;
use super::directory::{Directory, Draft, Surroundings};
use super::entity::{AnyLink, Entity, Linked, NoLinks, Node, PageText, Texts};
use super::keys::{self, Side};
use super::mention::mentions;
use super::piece;
use super::reader::{Face, Life};
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::source::{Asset, SourcePath};
use crate::content::model::{EntityKind, Translation};
use crate::content::parse::Facts;
use crate::content::settings::VocabularyKind;
use crate::incremental::memo::{Changed, Reads};
use crate::notation::scalar::Text;

pub(super) use site::resolve as site;

use lookup::Resolver;

/// In what references are looked up.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    pub directory: &'a Directory,
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    pub around: Surroundings<'a>,
}

/// Puts something into the graph, and adds to what has changed.
type Put = Box<dyn FnOnce(&mut Graph, &mut Changed) + Send>;

/// A thing with its links, to be put into the graph, and its faults.
pub(super) struct Resolved {
    pub put: Put,
    pub faults: Vec<Diagnostic>,
}

impl<'a> World<'a> {
    /// Leads the references of a thing.
    pub(super) fn resolve(self, link: AnyLink, draft: &Draft, reads: &'a Reads) -> Resolved {
        let mut resolver = self.resolver(reads);
        let texts = resolver.texts(link, draft);
        let node = resolver.node(draft);
        macro_rules! thing {
            ($link:ident, $written:ident, $links:expr) => {{
                let links = $links;
                put($link, node, Arc::clone($written), links, texts)
            }};
        }
        let put = match (link, &draft.facts) {
            (AnyLink::Body(to), Facts::Body(it)) => thing!(to, it, resolver.body(draft, it)),
            (AnyLink::Organization(to), Facts::Organization(it)) => {
                thing!(to, it, resolver.organization(draft, it))
            }
            (AnyLink::Person(to), Facts::Person(it)) => thing!(to, it, NoLinks),
            (AnyLink::Meeting(to), Facts::Meeting(it)) => {
                thing!(to, it, resolver.meeting(draft, it))
            }
            (AnyLink::Document(to), Facts::Document(it)) => {
                thing!(to, it, resolver.document(draft, it))
            }
            (AnyLink::Area(to), Facts::Area(it)) => thing!(to, it, resolver.area(draft, it)),
            (AnyLink::Topic(to), Facts::Topic(it)) => thing!(to, it, NoLinks),
            (AnyLink::Page(to), Facts::Page(it)) => thing!(to, it, NoLinks),
            (AnyLink::Section(to), Facts::Section(it)) => thing!(to, it, NoLinks),
            // A link is of the kind of its name, and so is the description.
            _ => Box::new(|_: &mut Graph, _: &mut Changed| {}),
        };
        Resolved {
            put,
            faults: resolver.faults,
        }
    }

    fn resolver(self, reads: &'a Reads) -> Resolver<'a> {
        Resolver {
            directory: self.directory,
            assets: self.assets,
            around: self.around,
            reads,
            faults: Vec::new(),
        }
    }
}

impl Resolver<'_> {
    fn node(&mut self, draft: &Draft) -> Node {
        Node {
            name: draft.name.clone(),
            origin: draft.origin.clone(),
            title: draft.title.clone(),
            output: draft.output.clone(),
            translations: self.translations(draft),
            updated: draft.updated,
            topics: self.topics(draft),
            section: self.section_above(&draft.output.address()),
        }
    }

    /// The words of a thing in other languages: from the controlled lists where nobody has written it,
    /// else from the entry of a registry, or from the files beside a page.
    fn translations(&self, draft: &Draft) -> BTreeMap<Language, Arc<Translation>> {
        let settings = self.around.settings;
        let languages = settings.all_languages().into_iter().skip(1);
        let entries = &draft.facts.described().common().translations.0;
        let unwritten = draft.origin.file == *self.around.settings_path;
        let said = languages.filter_map(|language| {
            let words = if unwritten {
                self.listed(draft, &language)
            } else {
                let entry = entries.get(&language);
                entry.map(Translation::from)
            };
            Some((language, Arc::new(words?)))
        });
        let mut translations: BTreeMap<_, _> = said.collect();
        let files = self.directory.words(draft).into_iter().flatten();
        translations.extend(files.map(|(language, it)| (language.clone(), it.translation.clone())));
        translations
    }

    /// What the settings call a thing that nobody has written.
    fn listed(&self, draft: &Draft, language: &Language) -> Option<Translation> {
        let word = draft.name.id.as_str();
        let list = match draft.name.kind {
            EntityKind::Topic => VocabularyKind::Topic,
            _ if draft.output.address().is_empty() => {
                let site = self.around.settings.default_language();
                let (title, tag) = self.around.settings.title.in_language(language, &site);
                return (tag == language.as_str()).then(|| Translation::titled(Text::parse(title)));
            }
            _ => VocabularyKind::List,
        };
        let label = self.around.vocabulary.label_in(list, word, language)?;
        Some(Translation::titled(Some(label.clone())))
    }

    fn texts(&mut self, link: AnyLink, draft: &Draft) -> Texts {
        if draft.origin.registry {
            return Texts::default();
        }
        let language = self.around.settings.default_language();
        let own = self.text(&draft.origin.file, &draft.text, link, &language);
        let words = self.directory.words(draft).into_iter().flatten();
        let others = words.map(|(language, words)| {
            let text = self.text(&words.file, &words.text, link, language);
            (language.clone(), text)
        });
        let others = others.collect::<BTreeMap<_, PageText>>();
        Texts { own, others }
    }
}

/// Puts a thing into the graph, and says which of its sides look different.
fn put<T: Linked + Send + Sync + 'static>(
    link: super::Link<T>,
    node: Node,
    written: Arc<T>,
    links: T::Links,
    texts: Texts,
) -> Put
where
    T::Links: Send,
{
    let entity = Entity {
        node,
        written,
        links,
    };
    Box::new(move |graph, changed| {
        let any = T::any(link);
        let mentioned = mentions(&entity);
        let before = T::arena_mut(graph).put(link, (entity, texts));
        let (now, now_texts) = (&T::arena(graph)[link], T::arena(graph).texts(link));
        let mut said = Vec::new();
        let (mut face, mut facts, mut text) = (true, true, true);
        let mut is_listed_otherwise = true;
        let mut life = Life::of_any(now).is_some();
        let mut pieces = Vec::new();
        if let Some((entity, texts)) = before.as_deref() {
            life = Life::of_any(entity) != Life::of_any(now);
            face = Face::of(entity) != Face::of(now);
            is_listed_otherwise = !entity.node.is_listed_as(&now.node);
            facts = entity != now;
            if facts {
                pieces = piece::changed_of_any(entity, now);
            }
            text = texts != now_texts;
            said = mentions(entity);
        }
        let sides = [
            (Side::Face, face),
            (Side::Facts, facts),
            (Side::Texts, text),
        ];
        let different = sides.into_iter().filter(|(_, different)| *different);
        changed.extend(different.map(|(side, _)| keys::side(side, any)));
        changed.extend(life.then(|| keys::life(any)));
        changed.extend(is_listed_otherwise.then(keys::addresses));
        changed.extend(keys::pieces(any, pieces));
        // Whoever sorts mentions by who makes them has looked at those faces.
        for thing in graph.mentions.replace(any, &said, &mentioned) {
            changed.extend(keys::mentioned_by(any, thing));
        }
    })
}
