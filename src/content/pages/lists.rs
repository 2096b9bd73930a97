//! Long lists, cut into pages.
//!
//! What is listed on the page of a thing is who mentions it. Where those are many, the list goes over
//! several pages.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use rayon::prelude::*;

use super::cut::{self, Cut, Few};
use crate::base::digest::Digest;
use crate::content::graph::{self, AnyLink, Graph, How, Mention, Reader};
use crate::content::locale::Locale;
use crate::content::model::EntityKind;
use crate::incremental::memo::{Changed, Key, Reads};

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

    /// Brings the lists up to date, and says which of their pages have changed.
    #[must_use]
    pub fn update(&mut self, graph: &Graph, locales: &[Locale], changed: &Changed) -> Changed {
        self.recounted.clear();
        self.forget_ranks(changed, locales.len());
        // Who mentions other things than before, or stands elsewhere in the lists.
        let others = graph::faced(changed).chain(graph::described(changed));
        let others: Few<AnyLink> = others.collect();
        let stale = self.stale(graph, changed).into_iter();
        let stale: Vec<Stale> = stale
            .map(|thing| self.look_at(graph, thing, &others))
            .collect();
        for (language, locale) in locales.iter().enumerate() {
            let fresh = stale.iter().flat_map(|list| &list.fresh);
            self.rank(graph, fresh.map(|entry| entry.by), language, locale);
        }
        let languages = |list| (0..locales.len()).map(move |language| (list, language));
        let lists: Vec<(&Stale, usize)> = stale.iter().flat_map(languages).collect();
        let cut: Vec<Option<Parts>> = lists
            .par_iter()
            .map(|(list, language)| self.cut(list, *language, &others))
            .collect();
        let mut pages = Changed::new();
        for ((list, language), parts) in lists.into_iter().zip(cut) {
            self.put(list.thing, language, parts, &mut pages);
        }
        pages
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

    fn put(&mut self, thing: AnyLink, language: usize, parts: Option<Parts>, pages: &mut Changed) {
        let key = (thing, language);
        let now = parts.as_deref().unwrap_or_default();
        let before = self.parts.get(&key).map_or(&[] as &[_], Vec::as_slice);
        let stale = cut::different(before, now).map(|number| part(thing, language, number));
        pages.extend(stale);
        if before.len() != now.len() {
            pages.insert(count(thing, language));
            self.recounted.insert(thing);
        }
        match parts {
            Some(parts) => drop(self.parts.insert(key, parts)),
            None => drop(self.parts.remove(&key)),
        }
    }

    /// What comes into a list of which the entries of some others may be others than before: theirs, or, if most
    /// of the list is not known, all.
    fn look_at(&self, graph: &Graph, thing: AnyLink, others: &Few<AnyLink>) -> Stale {
        let known = self.parts.get(&(thing, 0));
        let known = known.map_or(0, |parts| parts.iter().map(Vec::len).sum::<usize>());
        // Whether it is the home page may be another matter, too.
        let anew = others.all().len() > known / 8 || others.has(&thing);
        let mut fresh = if !graph.has(thing) {
            Vec::new()
        } else if anew {
            listed(graph, thing, |_| true, |kind| graph.of_kind(kind))
        } else {
            let there = others.all().iter().copied().filter(|link| graph.has(*link));
            let of_kind = |kind| there.clone().filter(|link| link.kind() == kind).collect();
            listed(graph, thing, |link| others.has(&link), of_kind)
        };
        if anew && !self.length.is_needed(fresh.len()) {
            fresh.clear();
        }
        Stale { thing, anew, fresh }
    }

    /// Sorts the entries of a long list, and cuts it; nothing if it is not long.
    fn cut(&self, list: &Stale, language: usize, others: &Few<AnyLink>) -> Option<Parts> {
        let order = Order {
            lists: self,
            of: list.thing.kind(),
            language,
        };
        let parts = if list.anew {
            let fresh = list.fresh.iter().map(|entry| order.ranked(entry)).collect();
            let parts = cut::again(&[], |_| false, fresh, &order).into_iter();
            let entries = parts.map(|part| part.into_iter().map(|(.., entry)| entry).collect());
            entries.collect()
        } else {
            let known = self.parts.get(&(list.thing, language))?;
            let is_gone = |entry: &Mention| others.has(&entry.by);
            cut::again(known, is_gone, list.fresh.clone(), &order)
        };
        let count = parts.iter().map(Vec::len).sum();
        Some(parts).filter(|_| self.length.is_needed(count))
    }

    /// Finds out the order of things that is not known.
    fn rank(
        &mut self,
        graph: &Graph,
        links: impl Iterator<Item = AnyLink>,
        language: usize,
        locale: &Locale,
    ) {
        let unknown = links.filter(|link| !self.ranks.contains_key(&(*link, language)));
        let unknown: BTreeSet<AnyLink> = unknown.collect();
        let ranks: Vec<_> = unknown
            .into_par_iter()
            .map(|link| ((link, language), Rank::of(graph, link, locale)))
            .collect();
        self.ranks.extend(ranks);
    }

    fn forget_ranks(&mut self, changed: &Changed, languages: usize) {
        for link in graph::faced(changed) {
            for language in 0..languages {
                self.ranks.remove(&(link, language));
            }
        }
    }
}

impl Rank {
    fn of(graph: &Graph, link: AnyLink, locale: &Locale) -> Rank {
        let face = graph.face(link);
        Rank {
            order: face.order().unwrap_or(i64::MAX),
            title: locale.sort_key(face.title(&locale.language)),
            name: Digest::of(face.name().to_string().as_bytes()),
        }
    }
}

/// A list that may be another than before.
struct Stale {
    thing: AnyLink,
    /// Whether nothing of it is known.
    anew: bool,
    /// What comes into it, in no order.
    fresh: Vec<Mention>,
}

/// The order of the entries of a thing's list in a language.
struct Order<'a> {
    lists: &'a Listings,
    of: EntityKind,
    language: usize,
}

/// An entry and its place in the order.
type Ranked<'a> = (u8, Option<&'a Rank>, Mention);

impl<'a> Order<'a> {
    fn ranked(&self, entry: &Mention) -> Ranked<'a> {
        let rank = self.lists.ranks.get(&(entry.by, self.language));
        (group(self.of, entry), rank, *entry)
    }

    /// Whether a page with so many entries takes no more, given its last.
    fn is_full(&self, entries: usize, last: Option<&Rank>) -> bool {
        let length = self.lists.length;
        length.is_full(
            entries,
            last.is_some_and(|last| length.ends_after(last.name)),
        )
    }
}

impl<'a> cut::Rule<Ranked<'a>> for Order<'_> {
    fn order(&self, a: &Ranked<'a>, b: &Ranked<'a>) -> Ordering {
        // The entries of one thing keep the order of its source.
        a.0.cmp(&b.0).then_with(|| a.1.cmp(&b.1))
    }

    fn is_full(&self, page: &[Ranked<'a>], next: &Ranked<'a>) -> bool {
        page.last()
            .is_some_and(|(_, rank, last)| last.by != next.2.by && self.is_full(page.len(), *rank))
    }
}

impl cut::Rule<Mention> for Order<'_> {
    fn order(&self, a: &Mention, b: &Mention) -> Ordering {
        self.order(&self.ranked(a), &self.ranked(b))
    }

    fn is_full(&self, page: &[Mention], next: &Mention) -> bool {
        page.last()
            .is_some_and(|last| last.by != next.by && self.is_full(page.len(), self.ranked(last).1))
    }
}

/// Who of some mentions a thing, in no order.
fn listed(
    graph: &Graph,
    thing: AnyLink,
    is_one: impl Fn(AnyLink) -> bool,
    of_kind: impl Fn(EntityKind) -> Vec<AnyLink>,
) -> Vec<Mention> {
    let mentions = graph.mentions_of(thing).iter().copied();
    let mut entries: Vec<Mention> = mentions.filter(|it| is_one(it.by)).collect();
    if graph.face(thing).is_home() {
        add_all(&mut entries, of_kind);
    }
    entries
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
