//! Long lists, cut into pages.
//!
//! What is listed on the page of a thing is who mentions it. Where those are many, the list goes over
//! several pages. The cuts follow from the entries themselves, not from their number: an entry that
//! comes or goes changes its own page of the list, and hardly ever another.

use std::collections::{BTreeSet, HashMap};

use super::graph::{AnyLink, Graph, How, Mention, Reader};
use super::locale::Locale;
use super::memo::{Changed, Key, Memo, Reads};
use super::model::EntityKind;
use crate::vocabulary::digest::Digest;

/// The name spaces of the keys of lists: what is on a page of one, how many pages it has.
const PART: u8 = 20;
const COUNT: u8 = 21;

/// The long lists of a site.
#[derive(Debug)]
pub struct Listings {
    /// How many entries a list may have on one page.
    length: usize,
    parts: Memo<(AnyLink, usize), Vec<Vec<Mention>>>,
    /// The order of things by their titles in a language, and whether they end a page.
    ranks: HashMap<(AnyLink, usize), Rank>,
    /// Things whose list has another number of pages since the last update.
    recounted: BTreeSet<AnyLink>,
}

#[derive(Clone, Debug)]
struct Rank {
    order: i64,
    title: Box<[u8]>,
    /// Of the name: the last word on the order, and the first on the cut.
    name: Digest,
}

impl Listings {
    /// Lists that go over several pages when they have more entries than this.
    pub fn new(length: usize) -> Listings {
        Listings {
            length,
            parts: Memo::default(),
            ranks: HashMap::new(),
            recounted: BTreeSet::new(),
        }
    }

    /// Brings the lists up to date, and adds to what has changed which pages of them have.
    pub fn update(&mut self, graph: &Graph, locales: &[Locale], changed: &mut Changed) {
        self.forget_ranks(changed, locales.len());
        self.recounted.clear();
        for (thing, language) in self.stale(graph, locales, changed) {
            self.update_list(graph, thing, language, locales, changed);
        }
    }

    /// How many pages the list of a thing has in a language.
    pub fn count(&self, thing: AnyLink, language: usize) -> usize {
        self.parts.get((thing, language)).map_or(1, Vec::len)
    }

    /// The things whose list has got another number of pages in the last update.
    pub fn recounted(&self) -> impl Iterator<Item = AnyLink> + '_ {
        self.recounted.iter().copied()
    }

    /// What a page of the list of a thing shows, in the language of this number: who mentions it.
    pub fn entries(
        &self,
        graph: Reader<'_>,
        reads: &Reads,
        thing: AnyLink,
        language: usize,
        number: usize,
    ) -> Vec<Mention> {
        match self.parts.get((thing, language)) {
            Some(parts) => {
                reads.note(part(thing, language, number));
                reads.note(count(thing, language));
                parts.get(number).cloned().unwrap_or_default()
            }
            None => {
                reads.note(count(thing, language));
                let mut entries = graph.mentions(thing);
                add_all(graph, thing, &mut entries);
                entries
            }
        }
    }

    /// Things whose list may be another, with each language.
    fn stale(
        &mut self,
        graph: &Graph,
        locales: &[Locale],
        changed: &Changed,
    ) -> BTreeSet<(AnyLink, usize)> {
        let mut stale = self.parts.stale(changed);
        let length = self.length;
        let mentioned = super::graph::mentioned(changed).filter(|link| graph.has(*link));
        let grown = mentioned.filter(|link| graph.mention_count(*link) > length);
        let home = graph.home().filter(|_| super::graph::recounted(changed));
        for link in grown.chain(home) {
            stale.extend((0..locales.len()).map(|language| (link, language)));
        }
        stale
    }

    fn update_list(
        &mut self,
        graph: &Graph,
        thing: AnyLink,
        language: usize,
        locales: &[Locale],
        changed: &mut Changed,
    ) {
        let reads = Reads::default();
        let reader = Reader::new(graph, &reads);
        let now = graph.has(thing).then(|| {
            let mut entries = reader.mentions_unsorted(thing);
            add_all(reader, thing, &mut entries);
            entries
        });
        let now = now.filter(|entries| entries.len() > self.length);
        let before = match now {
            Some(entries) => {
                let parts = self.cut(reader, thing, language, locales, entries);
                self.parts.put((thing, language), parts, reads)
            }
            None => self.parts.remove((thing, language)),
        };
        let now = self.parts.get((thing, language));
        let (before, now) = (
            before.as_deref().unwrap_or_default(),
            now.map(Vec::as_slice).unwrap_or_default(),
        );
        if before.len() != now.len() {
            changed.insert(count(thing, language));
            self.recounted.insert(thing);
        }
        for number in 0..before.len().max(now.len()) {
            if before.get(number) != now.get(number) {
                changed.insert(part(thing, language, number));
            }
        }
    }

    /// Sorts the entries of a long list, and cuts it.
    fn cut(
        &mut self,
        graph: Reader<'_>,
        thing: AnyLink,
        language: usize,
        locales: &[Locale],
        mut entries: Vec<Mention>,
    ) -> Vec<Vec<Mention>> {
        self.rank(graph, language, locales, &entries);
        let rank = |entry: &Mention| self.ranks.get(&(entry.by, language));
        let sort = |entry: &Mention| {
            let rank = rank(entry);
            (
                group(thing.kind(), entry),
                rank.map(|rank| (rank.order, &rank.title, rank.name)),
            )
        };
        // The entries of one thing keep the order of its source.
        entries.sort_by(|a, b| sort(a).cmp(&sort(b)));
        let mut parts = Vec::new();
        let mut part: Vec<Mention> = Vec::new();
        for entry in entries {
            let last = part.last().map(|last| last.by);
            let ends = part.last().and_then(rank).is_some_and(|it| self.ends(it));
            let full = ends && part.len() >= self.length / 5 || part.len() >= self.length;
            if full && last != Some(entry.by) {
                parts.push(std::mem::take(&mut part));
            }
            part.push(entry);
        }
        parts.push(part);
        parts
    }

    /// Whether an entry ends a page that is long enough: one in so many, by nothing but its name.
    fn ends(&self, rank: &Rank) -> bool {
        let every = u8::try_from(self.length / 3).unwrap_or(u8::MAX).max(2);
        rank.name.first().is_multiple_of(every)
    }

    /// Finds out the order of things that have none yet.
    fn rank(
        &mut self,
        graph: Reader<'_>,
        language: usize,
        locales: &[Locale],
        entries: &[Mention],
    ) {
        let Some(locale) = locales.get(language) else {
            return;
        };
        for entry in entries {
            let face = graph.face(entry.by);
            self.ranks
                .entry((entry.by, language))
                .or_insert_with(|| Rank {
                    order: face.order().unwrap_or(i64::MAX),
                    title: locale.sort_key(face.title(&locale.language)),
                    name: Digest::of(face.name().to_string().as_bytes()),
                });
        }
    }

    fn forget_ranks(&mut self, changed: &Changed, languages: usize) {
        for link in super::graph::faced(changed) {
            for language in 0..languages {
                self.ranks.remove(&(link, language));
            }
        }
    }
}

/// The home page lists all bodies and topics.
fn add_all(graph: Reader<'_>, thing: AnyLink, entries: &mut Vec<Mention>) {
    let AnyLink::Section(_) = thing else { return };
    if graph.face(thing).section().is_some() {
        return;
    }
    let here: BTreeSet<AnyLink> = entries.iter().map(|entry| entry.by).collect();
    let kinds = [EntityKind::Body, EntityKind::Topic];
    let all = kinds.into_iter().flat_map(|kind| graph.all(kind));
    let others = all.filter(|link| !here.contains(link));
    entries.extend(others.map(|by| Mention {
        by,
        how: How::Within,
    }));
}

/// The order of the lists on a page.
fn group(of: EntityKind, entry: &Mention) -> u8 {
    match entry.how {
        How::Within | How::Topic => match entry.by.kind() {
            EntityKind::Section | EntityKind::Topic => 0,
            EntityKind::Body => 1,
            _ if of == EntityKind::Topic => 3,
            _ => 2,
        },
        How::Activity(..) => 2,
        How::Authority | How::Meets => 0,
        How::Member => 1,
        How::Sits(_) => 2,
        _ => 3,
    }
}

fn part(thing: AnyLink, language: usize, number: usize) -> Key {
    Key::hash(PART, (thing, language, number))
}

fn count(thing: AnyLink, language: usize) -> Key {
    Key::hash(COUNT, (thing, language))
}
