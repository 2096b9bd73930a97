//! What there is: every name, page and address of the site, before any reference is looked up.

mod draft;
mod taken;
mod unwritten;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

pub use draft::{Claim, Draft, Stands, claims};
pub use taken::{Owner, Taken};

use super::arena::Link;
use super::entity::AnyLink;
use super::keys::{self, Facet};
use super::site::in_language;
use crate::domain::markdown::Text;
use crate::domain::memo::Changed;
use crate::domain::model::{Body, EntityKind, Name, Ref, Section, Topic, Translation};
use crate::domain::parse::Facts;
use crate::domain::settings::{Settings, Vocabulary, VocabularyKind};
use crate::vocabulary::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::vocabulary::language::Language;
use crate::vocabulary::notation::scalar::Id;
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::source::SourcePath;

/// What holds for the whole site.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The settings.
    pub settings: &'a Arc<Settings>,
    /// Where they are.
    pub settings_path: &'a SourcePath,
    /// The controlled lists.
    pub vocabulary: &'a Arc<Vocabulary>,
}

/// Every name, page and address of a site.
#[derive(Debug, Default)]
pub struct Directory {
    names: BTreeMap<EntityKind, HashMap<Id, Named>>,
    /// How many places of each kind's arena are given out.
    places: BTreeMap<EntityKind, u32>,
    drafts: HashMap<AnyLink, Arc<Draft>>,
    /// The names of which a file says something; none for a page that is at fault.
    files: HashMap<SourcePath, Vec<Name>>,
    translations: HashMap<SourcePath, BTreeMap<Language, Words>>,
    addresses: HashMap<String, BTreeSet<AnyLink>>,
    /// For each id, the bodies that say that they are a part of the body of that id.
    grown: HashMap<String, BTreeMap<Id, Link<Body>>>,
    /// How often a topic is used.
    used: BTreeMap<String, usize>,
    /// How many entries of registries there are.
    entries: BTreeMap<EntityKind, usize>,
    /// Which outputs are taken.
    pub taken: Taken,
}

/// The words of a page in another language.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The file.
    pub file: SourcePath,
    /// What it says instead of the facts' words.
    pub translation: Arc<Translation>,
    /// Its text.
    pub text: Arc<Text>,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A thing of the graph.
    Thing(AnyLink),
    /// A draft, which is not published.
    Draft,
    /// Something in a file that is at fault itself; a reference to it is not a second fault.
    Broken,
}

/// What a file is to links that lead to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InFile {
    /// The page of a thing.
    Page(AnyLink),
    /// A page that is not published yet.
    Draft,
    /// A page that is at fault itself.
    Broken,
}

/// What an update did.
#[derive(Debug, Default)]
pub struct News {
    /// What looks different from before.
    pub changed: Changed,
    /// Things whose description is new or has changed.
    pub described: BTreeSet<AnyLink>,
    /// Things that are no longer there.
    pub gone: BTreeSet<AnyLink>,
    /// Names of which other files say something than before.
    pub names: BTreeSet<Name>,
    /// Whether outputs were taken or given back.
    pub outputs: bool,
}

#[derive(Debug, Default)]
struct Named {
    link: Option<AnyLink>,
    known: Option<Known>,
    claims: BTreeMap<Order, Stands>,
}

/// Which of several claims to a name holds: the first. A thing before a draft before what is broken;
/// a page before an entry before what nobody has written; then by file.
type Order = (u8, u8, SourcePath, usize);

impl Directory {
    /// Takes over what a file says now; `None` if it is gone, or says nothing of names.
    pub fn claim(
        &mut self,
        file: &SourcePath,
        claims: Option<Vec<Claim>>,
        around: &Surroundings<'_>,
        news: &mut News,
    ) {
        let mut touched: BTreeSet<Name> = BTreeSet::new();
        for name in self.files.remove(file).unwrap_or_default() {
            let named = self.named(&name);
            named.claims.retain(|(.., path, _), _| path != file);
            touched.insert(name);
        }
        if let Some(claims) = claims {
            let mut names = Vec::with_capacity(claims.len());
            for (index, Claim { name, stands }) in claims.into_iter().enumerate() {
                let order = order(&stands, file, index, around.settings_path);
                self.named(&name).claims.insert(order, stands);
                names.push(name.clone());
                touched.insert(name);
            }
            self.files.insert(file.clone(), names);
        }
        news.changed.insert(keys::file(file.as_str()));
        for name in touched {
            self.settle(&name, around, news);
            news.names.insert(name);
        }
    }

    /// Takes over the words of a page in another language.
    pub fn translate(
        &mut self,
        original: &SourcePath,
        language: &Language,
        words: Option<Words>,
        news: &mut News,
    ) {
        let translations = self.translations.entry(original.clone()).or_default();
        match words {
            Some(words) => drop(translations.insert(language.clone(), words)),
            None => drop(translations.remove(language)),
        }
        if translations.is_empty() {
            self.translations.remove(original);
        }
        if let Some(InFile::Page(link)) = self.in_file(original) {
            news.described.insert(link);
            news.changed.insert(keys::facet(Facet::Anchors, link));
        }
    }

    /// Adds what the site has although nobody has written it.
    pub fn complete(&mut self, around: &Surroundings<'_>, news: &mut News) {
        // Beside the paths of files, where none of these can be.
        let [topics, sections] = ["/topics", "/sections"].map(SourcePath::new);
        let claims = self.unwritten_topics(around);
        self.claim(&topics, Some(claims), around, news);
        // Topics that nobody has written are listed too.
        let claims = self.unwritten_sections(around);
        self.claim(&sections, Some(claims), around, news);
    }

    /// What a name stands for.
    pub fn known(&self, kind: EntityKind, id: &str) -> Option<Known> {
        self.names.get(&kind)?.get(id)?.known
    }

    /// Every id of a kind, in order.
    pub fn ids(&self, kind: EntityKind) -> Vec<&str> {
        let named = self.names.get(&kind).into_iter().flatten();
        let known = named.filter(|(_, named)| named.known.is_some());
        let mut ids: Vec<&str> = known.map(|(id, _)| id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    /// The description of a thing.
    pub fn draft(&self, link: AnyLink) -> Option<&Arc<Draft>> {
        self.drafts.get(&link)
    }

    /// The words of a thing in other languages.
    pub fn words(&self, draft: &Draft) -> Option<&BTreeMap<Language, Words>> {
        self.translations
            .get(&draft.origin.file)
            .filter(|_| !draft.origin.registry)
    }

    /// The words of a file's page in other languages.
    pub fn translations_of(&self, file: &SourcePath) -> Option<impl Iterator<Item = &Words>> {
        self.translations.get(file).map(|words| words.values())
    }

    /// What a file is to links that lead to it.
    pub fn in_file(&self, path: &SourcePath) -> Option<InFile> {
        if !path.as_str().ends_with(".md") {
            return None;
        }
        let name = self.files.get(path)?.first();
        let named = name.and_then(|name| self.names.get(&name.kind)?.get(&name.id));
        let mut claims = named.into_iter().flat_map(|named| &named.claims);
        let its = claims.find(|((.., file, _), _)| file == path);
        let link = named.and_then(|named| named.link);
        Some(match (its.map(|(_, stands)| stands), link) {
            (Some(Stands::Draft), _) => InFile::Draft,
            (Some(Stands::Thing(it)), Some(link)) if self.holds(link, it) => InFile::Page(link),
            _ => InFile::Broken,
        })
    }

    /// The files of pages, in order.
    pub fn pages(&self) -> Vec<&SourcePath> {
        let pages = self.drafts.values().filter(|it| !it.origin.registry);
        let mut files: Vec<&SourcePath> = pages.map(|draft| &draft.origin.file).collect();
        files.sort_unstable();
        files
    }

    /// The page at an address: `novara/`.
    pub fn at(&self, address: &str) -> Option<AnyLink> {
        let links = self.addresses.get(address)?.iter().copied();
        // Where several are at one address, which is a fault, the same one on every run.
        links.min_by_key(|link| self.drafts.get(link).map(|draft| &draft.name))
    }

    /// The section at an address.
    pub fn section_at(&self, address: &str) -> Option<Link<Section>> {
        let links = self.addresses.get(address)?.iter();
        let sections = links.filter(|link| link.kind() == EntityKind::Section);
        match sections.min_by_key(|link| self.drafts.get(link).map(|draft| &draft.name))? {
            AnyLink::Section(section) => Some(*section),
            _ => None,
        }
    }

    /// The bodies that say that they are a part of the body of an id.
    pub fn grown(&self, id: &str) -> Option<&BTreeMap<Id, Link<Body>>> {
        self.grown.get(id)
    }

    /// Reports every claim to a name but the first. What nobody has written yields without a word, and
    /// so does an entry to the page of its name.
    pub fn duplicates(&self, name: &Name, around: &Surroundings<'_>) -> Vec<Diagnostic> {
        let named = self.names.get(&name.kind).and_then(|it| it.get(&name.id));
        let claims = named.map(|named| named.claims.values());
        let mut things = claims.into_iter().flatten().filter_map(|it| match it {
            Stands::Thing(draft) if draft.origin.file != *around.settings_path => Some(draft),
            _ => None,
        });
        let Some(first) = things.next() else {
            return Vec::new();
        };
        let others = things.filter(|other| !other.origin.registry || first.origin.registry);
        others.map(|other| other.duplicate(first)).collect()
    }

    /// Makes a name stand for its first claim.
    fn settle(&mut self, name: &Name, around: &Surroundings<'_>, news: &mut News) {
        let place = self.places.entry(name.kind).or_default();
        let named = self.names.entry(name.kind).or_default();
        let named = named.entry(name.id.clone()).or_default();
        let first = named.claims.values().next().cloned();
        if let (Some(Stands::Thing(_)), None) = (&first, named.link) {
            named.link = Some(AnyLink::new(name.kind, *place));
            *place += 1;
        }
        let (known, draft) = match (first, named.link) {
            (Some(Stands::Thing(draft)), Some(link)) => (Some(Known::Thing(link)), Some(draft)),
            (Some(Stands::Draft), _) => (Some(Known::Draft), None),
            (Some(_), _) => (Some(Known::Broken), None),
            (None, _) => (None, None),
        };
        if named.known != known {
            news.changed.insert(keys::name(name.kind, name.id.as_str()));
            if named.known.is_none() != known.is_none() {
                news.changed.insert(keys::names());
            }
            named.known = known;
        }
        if let Some(link) = named.link {
            self.describe(link, draft, around, news);
        }
    }

    /// Replaces the description of a thing, and whatever follows from it alone.
    fn describe(
        &mut self,
        link: AnyLink,
        draft: Option<Arc<Draft>>,
        around: &Surroundings<'_>,
        news: &mut News,
    ) {
        let before = match &draft {
            Some(draft) => self.drafts.insert(link, Arc::clone(draft)),
            None => self.drafts.remove(&link),
        };
        if before == draft {
            return;
        }
        match &draft {
            Some(_) => {
                news.described.insert(link);
                news.gone.remove(&link);
            }
            None => {
                news.gone.insert(link);
                news.described.remove(&link);
            }
        }
        if before.is_none() != draft.is_none() {
            news.changed.insert(keys::all(link.kind()));
        }
        let (before, now) = (before.as_deref(), draft.as_deref());
        for draft in before.iter().chain(&now).filter(|it| !it.origin.registry) {
            news.changed.insert(keys::file(draft.origin.file.as_str()));
        }
        if before.is_none_or(|it| it.origin.registry) != now.is_none_or(|it| it.origin.registry) {
            news.changed.insert(keys::files());
        }
        self.move_address(link, before, now, news);
        self.take_outputs(link, before, now, around, news);
        self.count_entries(before, now);
        self.count_topics(before, now);
        self.grow(link, before, now, news);
        if anchors(before) != anchors(now) {
            news.changed.insert(keys::facet(Facet::Anchors, link));
        }
    }

    fn move_address(
        &mut self,
        link: AnyLink,
        before: Option<&Draft>,
        now: Option<&Draft>,
        news: &mut News,
    ) {
        let [old, new] = [before, now].map(|it| it.map(|draft| draft.output.address()));
        if old == new {
            return;
        }
        if let Some(old) = old {
            let there = self.addresses.entry(old.clone()).or_default();
            there.remove(&link);
            if there.is_empty() {
                self.addresses.remove(&old);
            }
            news.changed.insert(keys::address(&old));
        }
        if let Some(new) = new {
            news.changed.insert(keys::address(&new));
            self.addresses.entry(new).or_default().insert(link);
        }
    }

    fn take_outputs(
        &mut self,
        link: AnyLink,
        before: Option<&Draft>,
        now: Option<&Draft>,
        around: &Surroundings<'_>,
        news: &mut News,
    ) {
        let [old, new] = [before, now].map(|it| it.map(|it| outputs(link, it, around)));
        if old == new {
            return;
        }
        for (path, owner, place) in old.into_iter().flatten() {
            self.taken.give_back(&path, owner, &place);
        }
        for (path, owner, place) in new.into_iter().flatten() {
            self.taken.take(&path, owner, place);
        }
        news.outputs = true;
    }

    fn count_entries(&mut self, before: Option<&Draft>, now: Option<&Draft>) {
        let entry = |it: &&Draft| it.origin.registry && it.name.kind != EntityKind::Section;
        for draft in before.into_iter().filter(entry) {
            release(&mut self.entries, &draft.name.kind);
        }
        for draft in now.into_iter().filter(entry) {
            *self.entries.entry(draft.name.kind).or_default() += 1;
        }
    }

    fn count_topics(&mut self, before: Option<&Draft>, now: Option<&Draft>) {
        let [old, new] = [before, now].map(|it| it.map(|it| topics(&it.facts)).unwrap_or_default());
        if old == new {
            return;
        }
        for topic in old {
            release(&mut self.used, topic.as_str());
        }
        for topic in new {
            *self.used.entry(topic.as_str().to_owned()).or_default() += 1;
        }
    }

    fn grow(
        &mut self,
        link: AnyLink,
        before: Option<&Draft>,
        now: Option<&Draft>,
        news: &mut News,
    ) {
        let AnyLink::Body(body) = link else { return };
        let [old, new] = [before, now].map(|it| it.and_then(written_body));
        let parent = |it: Option<&Body>| {
            it.and_then(|it| it.parent.as_ref())
                .map(|it| it.as_str().to_owned())
        };
        let Some(draft) = now.or(before) else { return };
        let id = draft.name.id.clone();
        if tables(old) != tables(new) {
            news.changed.insert(keys::parts(id.as_str()));
        }
        let (from, to) = (parent(old), parent(new));
        if from == to {
            return;
        }
        if let Some(from) = from {
            if let Some(parts) = self.grown.get_mut(&from) {
                parts.remove(&id);
            }
            news.changed.insert(keys::parts(&from));
        }
        if let Some(to) = to {
            news.changed.insert(keys::parts(&to));
            self.grown.entry(to).or_default().insert(id, body);
        }
    }

    fn named(&mut self, name: &Name) -> &mut Named {
        let of_kind = self.names.entry(name.kind).or_default();
        of_kind.entry(name.id.clone()).or_default()
    }

    /// Whether this is the description that holds for a thing.
    fn holds(&self, link: AnyLink, draft: &Arc<Draft>) -> bool {
        let held = self.drafts.get(&link);
        held.is_some_and(|held| held.origin == draft.origin)
    }

    /// Whether somebody has written a section of this address.
    fn has_section(&self, address: &str, settings: &SourcePath) -> bool {
        let links = self.addresses.get(address).into_iter().flatten();
        let mut sections = links.filter(|link| link.kind() == EntityKind::Section);
        sections.any(|link| {
            let draft = self.drafts.get(link);
            draft.is_some_and(|draft| draft.origin.file != *settings)
        })
    }
}

impl Surroundings<'_> {
    /// What a word of a controlled list is called in the language of the site.
    fn label(&self, list: VocabularyKind, word: &str) -> String {
        let language = self.settings.default_language();
        self.vocabulary.label(list, word, &language, &language)
    }
}

/// The places on a page that a link can name, and the title by which it is blamed for others.
fn anchors(draft: Option<&Draft>) -> Option<(&str, Vec<&str>, Vec<&Id>)> {
    let draft = draft?;
    let headings = draft.text.headings.iter().map(|it| it.id.as_str());
    Some((
        &*draft.title,
        headings.collect(),
        tables(written_body(draft)),
    ))
}

fn order(stands: &Stands, file: &SourcePath, index: usize, settings: &SourcePath) -> Order {
    let (rank, entry) = match stands {
        Stands::Thing(draft) => (0, draft.origin.registry),
        Stands::Draft => (1, false),
        Stands::Broken => (2, false),
    };
    let unwritten = matches!(stands, Stands::Thing(draft) if draft.origin.file == *settings);
    // What nobody has written yields even to what is not published.
    let rank = if unwritten { 3 } else { rank };
    (rank, u8::from(entry), file.clone(), index)
}

/// The outputs of a thing, each with the place where to report that it is taken.
fn outputs(
    link: AnyLink,
    draft: &Draft,
    around: &Surroundings<'_>,
) -> Vec<(OutputPath, Owner, Place)> {
    let at = |path: NodePath| Place {
        file: draft.origin.file.clone(),
        at: At::Value(path),
    };
    let prefix = &draft.origin.prefix;
    let place = if draft.origin.registry {
        at(prefix.key("id"))
    } else {
        Place::whole(&draft.origin.file)
    };
    let site = around.settings.default_language();
    let languages = around.settings.all_languages().into_iter();
    let pages = languages.map(|language| {
        let path = in_language(&draft.output, &language, &site);
        (path, Owner::Page(link), place.clone())
    });
    let aliases = draft.facts.described().common().aliases.iter().enumerate();
    let aliases = aliases.map(|(index, alias)| {
        let place = at(prefix.key("aliases").index(index));
        (alias_output(alias.as_str()), Owner::Alias(link), place)
    });
    pages.chain(aliases).collect()
}

/// Where an asset is published.
pub fn asset_output(path: &str) -> OutputPath {
    OutputPath::file(path.strip_prefix("content/").unwrap_or(path))
}

/// Where the redirect of an alias is published.
pub fn alias_output(alias: &str) -> OutputPath {
    if alias.ends_with(".html") || alias.ends_with(".htm") {
        OutputPath::file(alias)
    } else {
        OutputPath::page(alias)
    }
}

fn written_body(draft: &Draft) -> Option<&Body> {
    match &draft.facts {
        Facts::Body(body) => Some(body),
        _ => None,
    }
}

fn tables(body: Option<&Body>) -> Vec<&Id> {
    let tables = body.into_iter().flat_map(|body| &body.tables);
    tables.map(|table| &table.id).collect()
}

/// The topics that a thing names.
fn topics(facts: &Facts) -> Vec<&Ref<Topic>> {
    let mut topics: Vec<_> = facts.described().common().topics.iter().collect();
    if let Facts::Body(body) = facts {
        topics.extend(body.tables.iter().flat_map(|table| &table.topics));
        let activities = body.parts().flat_map(|(_, part)| part.activities);
        topics.extend(activities.flat_map(|activity| &activity.topics));
    }
    topics
}

fn release<K: Ord + std::borrow::Borrow<Q>, Q: Ord + ?Sized>(
    counts: &mut BTreeMap<K, usize>,
    key: &Q,
) {
    if let Some(count) = counts.get_mut(key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(key);
        }
    }
}
