//! What there is: every name, page and address of the site, before any reference is looked up.

mod describe;
mod draft;
mod snapshot;
mod taken;
mod unwritten;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

pub use draft::{Claim, Draft, Stands, claims};
pub use taken::{Owner, Taken};

use super::arena::Link;
use super::entity::AnyLink;
use super::keys;
use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::markdown::ParsedText;
use crate::content::model::{Body, EntityKind, Name, Section, Translation};
use crate::content::settings::{Settings, Vocabulary, VocabularyKind};
use crate::incremental::memo::Changed;
use crate::notation::scalar::Id;

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
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Directory {
    names: BTreeMap<EntityKind, HashMap<Id, Named>>,
    /// How many places of each kind's arena are given out.
    places: BTreeMap<EntityKind, u32>,
    #[borsh(skip)]
    drafts: HashMap<AnyLink, Arc<Draft>>,
    /// The names of which a file says something; none for a page that is at fault.
    files: HashMap<SourcePath, Vec<Name>>,
    /// The words of pages in other languages, by the file of the page.
    #[borsh(skip)]
    translations: HashMap<SourcePath, BTreeMap<Language, Words>>,
    /// Who is at an address, in no order. There is one nearly always.
    addresses: HashMap<String, Vec<AnyLink>>,
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
    pub text: Arc<ParsedText>,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
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
    /// In order. There is one nearly always, and many names: a list of a single one takes little room.
    claims: Vec<(Order, Stands)>,
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
            named.claims.retain(|((.., path, _), _)| path != file);
            touched.insert(name);
        }
        if let Some(claims) = claims {
            let mut names = Vec::with_capacity(claims.len());
            for (index, Claim { name, stands }) in claims.into_iter().enumerate() {
                let order = order(&stands, file, index, around.settings_path);
                let others = &mut self.named(&name).claims;
                let place = others.partition_point(|(other, _)| *other < order);
                others.reserve_exact(1);
                others.insert(place, (order, stands));
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
            news.changed.insert(keys::anchors(link));
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
        let claims = named.into_iter().flat_map(|named| &named.claims);
        let mut things = claims.filter_map(|(_, it)| match it {
            Stands::Thing(draft) if draft.origin.file != *around.settings_path => Some(draft),
            _ => None,
        });
        let Some(first) = things.next() else {
            return Vec::new();
        };
        let others = things.filter(|other| !other.origin.registry || first.origin.registry);
        others.map(|other| other.duplicate(first)).collect()
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
        let label = self.vocabulary.label(list, word, &language, &language);
        label.into_owned()
    }
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

/// Where an asset is published.
pub fn asset_output(path: &str) -> OutputPath {
    OutputPath::file(path.strip_prefix("content/").unwrap_or(path))
}

/// The file under `content/` that is published there.
pub fn asset_source(output: &OutputPath) -> SourcePath {
    SourcePath::new(&format!("content/{output}"))
}

/// Where the redirect of an alias is published.
pub fn alias_output(alias: &str) -> OutputPath {
    if alias.ends_with(".html") || alias.ends_with(".htm") {
        OutputPath::file(alias)
    } else {
        OutputPath::page(alias)
    }
}
