//! Long lists, cut into pages.
//!
//! What is listed on the page of a thing is who mentions it. Where those are many, the list goes over
//! several pages.

use std::collections::{BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use rayon::prelude::*;

use super::cut::{self, Cut};
use super::graph::{self, AnyLink, Graph, How, Mention, Reader};
use super::locale::Locale;
use super::memo::{Changed, Key, Reads};
use super::model::EntityKind;
use crate::vocabulary::digest::Digest;

/// The name spaces of the keys of lists: what is on a page of one, how many pages it has.
const PART: u8 = 20;
const COUNT: u8 = 21;

/// The long lists of a site.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub struct Listings {
    length: Cut,
    /// The pages of each long list, in the language of this number.
    parts: HashMap<(AnyLink, usize), Parts>,
    /// The order of things by their titles in a language, and whether they end a page.
    ranks: HashMap<(AnyLink, usize), Rank>,
    /// Things whose list has another number of pages since the last update.
    recounted: BTreeSet<AnyLink>,
}

type Parts = Vec<Vec<Mention>>;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
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
            length: Cut::new(length),
            parts: HashMap::new(),
            ranks: HashMap::new(),
            recounted: BTreeSet::new(),
        }
    }

    /// Brings the lists up to date, and adds to what has changed which pages of them have.
    pub fn update(&mut self, graph: &Graph, locales: &[Locale], changed: &mut Changed) {
        self.recounted.clear();
        self.forget_ranks(changed, locales.len());
        let lists: Vec<(AnyLink, usize)> = self
            .stale(graph, changed)
            .into_iter()
            .flat_map(|thing| (0..locales.len()).map(move |language| (thing, language)))
            .collect();
        let entries: Vec<Option<Vec<Mention>>> = lists
            .iter()
            .map(|(thing, _)| {
                Some(listed(graph, *thing)?).filter(|it| self.length.is_needed(it.len()))
            })
            .collect();
        for ((_, language), entries) in lists.iter().zip(&entries) {
            let locale = locales.get(*language);
            let entries = entries.iter().flatten();
            entries.for_each(|entry| self.rank(graph, entry.by, *language, locale));
        }
        let cut: Vec<Option<Parts>> = lists
            .par_iter()
            .zip(entries)
            .map(|((thing, language), entries)| Some(self.cut(*thing, *language, entries?)))
            .collect();
        for ((thing, language), parts) in lists.into_iter().zip(cut) {
            self.put(thing, language, parts, changed);
        }
    }

    /// How many pages the list of a thing has in a language.
    pub fn count(&self, thing: AnyLink, language: usize) -> usize {
        self.parts.get(&(thing, language)).map_or(1, Vec::len)
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
        match self.parts.get(&(thing, language)) {
            Some(parts) => {
                reads.note(part(thing, language, number));
                reads.note(count(thing, language));
                parts.get(number).cloned().unwrap_or_default()
            }
            None => {
                reads.note(count(thing, language));
                let mut entries = graph.mentions(thing);
                if graph.face(thing).is_home() {
                    add_all(&mut entries, |kind| graph.all(kind));
                }
                entries
            }
        }
    }

    /// Things that have or had a long list, which may be another: somebody mentions them who did not,
    /// or no longer, or who looks different.
    fn stale(&self, graph: &Graph, changed: &Changed) -> BTreeSet<AnyLink> {
        let faced = graph::faced(changed);
        let listing = faced.flat_map(|link| graph.mentioned_by(link).chain([link]));
        let home =
            graph::faced(changed).any(|link| kinds_at_home().any(|kind| kind == link.kind()));
        let mut at_home = kinds_at_home();
        let home = home || at_home.any(|kind| graph::recounted(changed, kind));
        let home = graph.home().filter(|_| home);
        let all = graph::mentioned(changed).chain(listing).chain(home);
        let is_long = |link: &AnyLink| {
            self.parts.contains_key(&(*link, 0))
                || graph.has(*link) && self.length.is_needed(graph.mention_count(*link))
        };
        all.filter(|link| is_long(link) || graph.home() == Some(*link))
            .collect()
    }

    fn put(
        &mut self,
        thing: AnyLink,
        language: usize,
        parts: Option<Parts>,
        changed: &mut Changed,
    ) {
        let key = (thing, language);
        let now = parts.as_deref().unwrap_or_default();
        let before = self.parts.get(&key).map_or(&[] as &[_], Vec::as_slice);
        let stale = cut::different(before, now).map(|number| part(thing, language, number));
        changed.extend(stale);
        if before.len() != now.len() {
            changed.insert(count(thing, language));
            self.recounted.insert(thing);
        }
        match parts {
            Some(parts) => drop(self.parts.insert(key, parts)),
            None => drop(self.parts.remove(&key)),
        }
    }

    /// Sorts the entries of a long list, and cuts it.
    fn cut(&self, thing: AnyLink, language: usize, entries: Vec<Mention>) -> Parts {
        let ranked = entries.into_iter().filter_map(|entry| {
            let rank = self.ranks.get(&(entry.by, language))?;
            Some((group(thing.kind(), &entry), rank, entry))
        });
        let mut ranked: Vec<(u8, &Rank, Mention)> = ranked.collect();
        // The entries of one thing keep the order of its source.
        ranked.sort_by(|(group, rank, _), (other, other_rank, _)| {
            group.cmp(other).then_with(|| rank.cmp(other_rank))
        });
        let mut parts = Vec::new();
        let mut part: Vec<Mention> = Vec::new();
        let mut ends = false;
        for (_, rank, entry) in ranked {
            if self.length.is_full(part.len(), ends)
                && part.last().is_some_and(|last| last.by != entry.by)
            {
                parts.push(std::mem::take(&mut part));
            }
            part.push(entry);
            ends = self.length.ends_after(rank.name);
        }
        parts.push(part);
        parts
    }

    /// Finds out the order of a thing, unless it is known.
    fn rank(&mut self, graph: &Graph, link: AnyLink, language: usize, locale: Option<&Locale>) {
        let Some(locale) = locale else { return };
        self.ranks.entry((link, language)).or_insert_with(|| {
            let face = graph.face(link);
            Rank {
                order: face.order().unwrap_or(i64::MAX),
                title: locale.sort_key(face.title(&locale.language)),
                name: Digest::of(face.name().to_string().as_bytes()),
            }
        });
    }

    fn forget_ranks(&mut self, changed: &Changed, languages: usize) {
        for link in graph::faced(changed) {
            for language in 0..languages {
                self.ranks.remove(&(link, language));
            }
        }
    }
}

/// Who mentions a thing, in no order; nothing if it is gone.
fn listed(graph: &Graph, thing: AnyLink) -> Option<Vec<Mention>> {
    if !graph.has(thing) {
        return None;
    }
    let mut entries = graph.mentions_of(thing).to_vec();
    if graph.face(thing).is_home() {
        add_all(&mut entries, |kind| graph.of_kind(kind));
    }
    Some(entries)
}

/// The home page lists all bodies and topics.
fn add_all(entries: &mut Vec<Mention>, of_kind: impl Fn(EntityKind) -> Vec<AnyLink>) {
    let here: BTreeSet<AnyLink> = entries.iter().map(|entry| entry.by).collect();
    let all = kinds_at_home().flat_map(of_kind);
    let others = all.filter(|link| !here.contains(link));
    entries.extend(others.map(|by| Mention {
        by,
        how: How::Within,
    }));
}

fn kinds_at_home() -> impl Iterator<Item = EntityKind> {
    [EntityKind::Body, EntityKind::Topic].into_iter()
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
