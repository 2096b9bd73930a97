//! The long lists of a site, cut into pages.
//!
//! The page of a thing lists the things that mention it. A list with more entries than the settings allow
//! goes over several pages.

use std::collections::{BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;

use super::chunked_list::{ChunkSize, ChunkedList, Entry};
use crate::base::digest::Digest;
use crate::content::graph::{
    self, AnyLink, Backlink, EntitySummary, Graph, KeySpace, Reader, Relation,
};
use crate::content::locale::Locale;
use crate::content::model::EntityKind;
use crate::incremental::memo::{Changed, DependencyRecorder, Key};

/// The kinds of things that the home page lists, wherever they are.
const KINDS_ON_HOME_PAGE: [EntityKind; 2] = [EntityKind::Body, EntityKind::Topic];

/// The long lists of a site.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub struct Listings {
    size: ChunkSize,
    /// The long lists, each by the thing whose page it is on and the number of a language.
    lists: HashMap<(AnyLink, usize), ChunkedList<Listed>>,
    /// The things whose list has a different number of pages since the last update.
    resized: BTreeSet<AnyLink>,
}

/// An entry of a long list.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
struct Listed {
    mention: Backlink,
    is_boundary: bool,
}

impl Entry for Listed {
    fn is_boundary(&self) -> bool {
        self.is_boundary
    }

    fn stays_with(&self, next: &Listed) -> bool {
        self.mention.from == next.mention.from
    }
}

impl Listings {
    /// Lists that go over several pages if they have more than `max` entries.
    pub fn new(max: usize) -> Listings {
        Listings {
            size: ChunkSize::new(max),
            lists: HashMap::new(),
            resized: BTreeSet::new(),
        }
    }

    /// Brings the lists up to date. Returns which of their pages have changed.
    #[must_use]
    pub fn update(&mut self, graph: &Graph, locales: &[Locale], changed: &Changed) -> Changed {
        self.resized.clear();
        let moved = graph::changed_summaries(changed).chain(graph::changed_facts(changed));
        let moved: BTreeSet<AnyLink> = moved.collect();
        let stale: Vec<AnyLink> = self.stale(graph, changed).into_iter().collect();
        let mut pages = Changed::new();
        for (language, locale) in locales.iter().enumerate() {
            let updated = stale
                .par_iter()
                .map(|thing| self.updated(graph, (*thing, language), locale, &moved));
            let updated: Vec<ChunkedList<Listed>> = updated.collect();
            for (thing, list) in stale.iter().zip(updated) {
                self.put(*thing, language, list, &mut pages);
            }
        }
        pages
    }

    /// The number of pages that the list of a thing has in a language.
    pub fn page_count(&self, thing: AnyLink, language: usize) -> usize {
        self.lists
            .get(&(thing, language))
            .map_or(1, ChunkedList::chunk_count)
    }

    /// The number of entries that the long list of a thing has on all its pages.
    pub fn total(&self, recorder: &DependencyRecorder, thing: AnyLink, language: usize) -> usize {
        recorder.record(total_key(thing, language));
        let list = self.lists.get(&(thing, language));
        list.map_or(0, total)
    }

    /// The things whose list got a different number of pages in the last update.
    pub fn resized(&self) -> impl Iterator<Item = AnyLink> + '_ {
        self.resized.iter().copied()
    }

    /// The entries on a page of the list of a thing: the mentions of it. Pages are counted from 0.
    pub fn entries(
        &self,
        graph: Reader<'_>,
        recorder: &DependencyRecorder,
        thing: AnyLink,
        language: usize,
        page: usize,
    ) -> Vec<Backlink> {
        recorder.record(page_count_key(thing, language));
        match self.lists.get(&(thing, language)) {
            Some(list) => {
                recorder.record(page_key(thing, language, page));
                let entries = list.chunk(page).unwrap_or_default();
                entries.iter().map(|entry| entry.mention).collect()
            }
            None => {
                let mentions = graph.backlinks(thing);
                with_home_entries(mentions, graph.summary(thing), |kind| graph.all(kind))
            }
        }
    }

    /// The things that have or had a long list in which something may have changed: a thing mentions them
    /// that did not, or no longer does, or has another title or order.
    fn stale(&self, graph: &Graph, changed: &Changed) -> BTreeSet<AnyLink> {
        let summaries = || graph::changed_summaries(changed);
        let related = summaries().flat_map(|thing| graph.related_entities(thing).chain([thing]));
        let home = graph.home();
        let is_home_stale = summaries().any(|it| KINDS_ON_HOME_PAGE.contains(&it.kind()));
        let is_long = |thing: AnyLink| {
            self.lists.contains_key(&(thing, 0))
                || graph.has(thing) && self.size.is_exceeded_by(graph.backlink_count(thing))
        };
        graph::changed_backlinks(changed)
            .chain(related)
            .chain(home.filter(|_| is_home_stale))
            .filter(|thing| is_long(*thing) || home == Some(*thing))
            .collect()
    }

    /// The list of a thing after the `moved` things changed.
    fn updated(
        &self,
        graph: &Graph,
        (thing, language): (AnyLink, usize),
        locale: &Locale,
        moved: &BTreeSet<AnyLink>,
    ) -> ChunkedList<Listed> {
        let empty = ChunkedList::default();
        let list = self.lists.get(&(thing, language)).unwrap_or(&empty);
        // If the thing itself changed, it may have become the home page.
        let is_rebuilt = moved.len() > list.len() / 8 || moved.contains(&thing);
        let is_removed = |by: AnyLink| is_rebuilt || moved.contains(&by);
        let mut inserted = Vec::new();
        if graph.has(thing) {
            let mentions = graph.backlinks_of(thing).to_vec();
            inserted =
                with_home_entries(mentions, graph.summary(thing), |kind| graph.of_kind(kind));
            inserted.retain(|mention| is_removed(mention.from));
        }
        let sort_key = |mention: &Backlink| {
            let rank = Rank::of(graph, mention.from, locale);
            (group(thing.kind(), mention), rank)
        };
        let inserted = inserted.into_par_iter().map(|mention| {
            let key = sort_key(&mention);
            let is_boundary = self.size.is_boundary(key.1.name);
            let entry = Listed {
                mention,
                is_boundary,
            };
            (key, entry)
        });
        list.updated(
            |entry| is_removed(entry.mention.from),
            inserted.collect(),
            |entry| sort_key(&entry.mention),
            self.size,
        )
    }

    /// Replaces the list of a thing, and adds its changed pages to `pages`.
    fn put(
        &mut self,
        thing: AnyLink,
        language: usize,
        list: ChunkedList<Listed>,
        pages: &mut Changed,
    ) {
        let size = self.size;
        let page_count = |list: &ChunkedList<Listed>| {
            let is_long = size.is_exceeded_by(list.len());
            is_long.then(|| list.chunk_count())
        };
        let before = self.lists.remove(&(thing, language)).unwrap_or_default();
        let changed = before.changed_chunks(&list);
        pages.extend(changed.map(|page| page_key(thing, language, page)));
        if page_count(&before) != page_count(&list) {
            pages.insert(page_count_key(thing, language));
            self.resized.insert(thing);
        }
        if total(&before) != total(&list) {
            pages.insert(total_key(thing, language));
        }
        if page_count(&list).is_some() {
            self.lists.insert((thing, language), list);
        }
    }
}

/// The place of a thing among the entries of one group, in one language.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    order: i64,
    title: Box<[u8]>,
    /// The digest of the name. It decides between equal titles.
    name: Digest,
}

impl Rank {
    fn of(graph: &Graph, thing: AnyLink, locale: &Locale) -> Rank {
        let face = graph.summary(thing);
        Rank {
            order: face.order().unwrap_or(i64::MAX),
            title: locale.sort_key(face.title(&locale.language)),
            name: Digest::of(face.name().to_string().as_bytes()),
        }
    }
}

/// The entries of the list of a thing: its mentions, and on the home page all bodies and topics.
fn with_home_entries(
    mut mentions: Vec<Backlink>,
    face: EntitySummary<'_>,
    of_kind: impl Fn(EntityKind) -> Vec<AnyLink>,
) -> Vec<Backlink> {
    if face.is_home() {
        let listed: BTreeSet<AnyLink> = mentions.iter().map(|mention| mention.from).collect();
        let all = KINDS_ON_HOME_PAGE.into_iter().flat_map(of_kind);
        let others = all.filter(|thing| !listed.contains(thing));
        mentions.extend(others.map(|by| Backlink {
            from: by,
            relation: Relation::Section,
        }));
    }
    mentions
}

/// The group of an entry on the page of a thing of kind `of`. Groups follow each other as on the page.
fn group(of: EntityKind, entry: &Backlink) -> u8 {
    match entry.relation {
        Relation::Section | Relation::Topic => match entry.from.kind() {
            EntityKind::Section | EntityKind::Topic => 0,
            EntityKind::Body => 1,
            _ if of == EntityKind::Topic => 3,
            _ => 2,
        },
        Relation::Activity(..) => 2,
        Relation::Authority | Relation::Meeting => 0,
        Relation::Member => 1,
        Relation::Seat(_) => 2,
        _ => 3,
    }
}

/// The number of entries of a list. What mentions the thing several times in one way is one of them.
fn total(list: &ChunkedList<Listed>) -> usize {
    let next = list.chunks().flatten().skip(1);
    let pairs = list.chunks().flatten().zip(next);
    list.len() - pairs.filter(|(one, next)| one.stays_with(next)).count()
}

fn total_key(thing: AnyLink, language: usize) -> Key {
    KeySpace::ListTotal.hash((thing, language))
}

fn page_key(thing: AnyLink, language: usize, page: usize) -> Key {
    KeySpace::ListPage.hash((thing, language, page))
}

fn page_count_key(thing: AnyLink, language: usize) -> Key {
    KeySpace::ListPageCount.hash((thing, language))
}
