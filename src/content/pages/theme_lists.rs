//! The lists that the theme declares: the next meetings, the bodies that changed last, and whatever else it asks for.

mod sort_value;

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;
use crate::content::graph::{self, AnyLink, Graph, KeySpace, Link, Reader, Site};
use crate::content::locale::Locale;
use crate::content::model::{EntityKind, MeetingStatus, Name, Section};
use crate::incremental::memo::{Changed, DependencyRecorder, Key};
use crate::notation::query::{Query, SortBy, When};
use crate::notation::suggest::{near, propose};
use sort_value::SortValue;

/// A list that the theme declares: its name, and its query.
pub type Declared = (String, Query);

/// The lists of a site that its theme declares.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct ThemeLists {
    lists: Vec<ThemeList>,
}

/// A list, in each language in which its order differs.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct ThemeList {
    name: String,
    query: Query,
    /// Whether everything that belongs there is in it.
    is_filled: bool,
    sorted: Vec<Sorted>,
    /// The last days of meetings of several days.
    last_days: BTreeMap<AnyLink, Date>,
}

/// Things in an order. Equal things are in the order of their names.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
struct Sorted {
    order: BTreeMap<SortKey, AnyLink>,
    keys: BTreeMap<AnyLink, SortKey>,
}

type SortKey = (SortValue, Name);

/// What decides whether a thing is in a list, and where.
struct Sorting<'a> {
    reader: Reader<'a>,
    site: &'a Site,
    locales: &'a [Locale],
}

impl ThemeLists {
    /// Takes over the lists that the theme declares. If they differ from those before, all are made anew by the next
    /// update.
    pub fn declare(&mut self, declared: &[Declared], languages: usize) {
        let before = self.lists.iter().map(|it| (&it.name, &it.query));
        if before.eq(declared.iter().map(|(name, query)| (name, query))) {
            return;
        }
        let lists = declared.iter().map(|(name, query)| {
            let differs = matches!(query.sort_by(), SortBy::Order | SortBy::Title);
            let orders = if differs { languages.max(1) } else { 1 };
            ThemeList {
                name: name.clone(),
                query: query.clone(),
                is_filled: false,
                sorted: (0..orders).map(|_| Sorted::default()).collect(),
                last_days: BTreeMap::new(),
            }
        });
        self.lists = lists.collect();
    }

    /// Brings the lists up to date. Returns those of which something else is shown.
    #[must_use]
    pub fn update(
        &mut self,
        graph: &Graph,
        site: &Site,
        locales: &[Locale],
        changed: &Changed,
    ) -> Changed {
        // What is read here is noted nowhere: whatever may change it is in `changed`.
        let recorder = DependencyRecorder::default();
        let sorting = Sorting {
            reader: Reader::new(graph, &recorder),
            site,
            locales,
        };
        let moved = graph::changed_facts(changed).chain(graph::changed_summaries(changed));
        let moved: Vec<AnyLink> = moved.collect();
        let has_moved_section = moved.iter().any(|it| it.kind() == EntityKind::Section);
        let mut keys = Changed::new();
        for list in &mut self.lists {
            // What is in a section depends on where that section is.
            let is_moved = has_moved_section && list.query.section.is_some();
            let is_remade = !list.is_filled || is_moved;
            list.is_filled = true;
            let before = list.all_shown(site);
            match is_remade {
                true => graph.all().for_each(|it| list.put(graph, &sorting, it)),
                false => moved.iter().for_each(|it| list.put(graph, &sorting, *it)),
            }
            let removed = moved.iter().filter(|it| !graph.has(**it));
            removed.for_each(|it| list.put(graph, &sorting, *it));
            let shown = list.all_shown(site).into_iter().zip(before);
            let differing = shown.enumerate().filter(|(_, (now, before))| now != before);
            keys.extend(differing.map(|(language, _)| key(&list.name, language)));
        }
        keys
    }

    /// The lists on the page of a template, each with its things. A list that is not there is empty.
    pub fn on_page<'a>(
        &'a self,
        recorder: &'a DependencyRecorder,
        site: &'a Site,
        (template, language): (&'a str, usize),
    ) -> impl Iterator<Item = (&'a str, Vec<AnyLink>)> {
        self.lists.iter().map(move |list| {
            let order = if list.sorted.len() > 1 { language } else { 0 };
            let things = list.query.is_on(template).then(|| {
                recorder.record(key(&list.name, order));
                let sorted = list.sorted.get(order);
                sorted.map(|it| list.shown(it, site)).unwrap_or_default()
            });
            (&*list.name, things.unwrap_or_default())
        })
    }

    /// The faults of lists of sections that the site does not have. `place` is that of the section of a list.
    pub fn faults(&self, graph: &Graph, place: impl Fn(&str) -> Option<Place>) -> Vec<Diagnostic> {
        let recorder = DependencyRecorder::default();
        let reader = Reader::new(graph, &recorder);
        let asked = self.lists.iter().filter_map(|list| {
            let section = list.query.section.as_deref()?;
            Some((section, place(&list.name)?))
        });
        let asked: Vec<(&str, Place)> = asked.collect();
        if asked.is_empty() {
            return Vec::new();
        }
        let sections = graph.of_kind(EntityKind::Section).into_iter();
        let ids: Vec<&str> = sections.map(|it| reader.summary(it).id()).collect();
        let missing = asked
            .into_iter()
            .filter(|(section, _)| !ids.contains(section));
        let faults = missing.map(|(section, place)| {
            let fault = Diagnostic::new(Code::DanglingReference, place);
            let fault = fault.text("id", section).label("type", "type-section");
            propose(near(section, ids.iter().copied()), fault, section)
        });
        faults.collect()
    }
}

impl ThemeList {
    /// Moves a thing to its place in each order, or removes it if it is in the list no more.
    fn put(&mut self, graph: &Graph, sorting: &Sorting<'_>, thing: AnyLink) {
        let is_listed = graph.has(thing) && sorting.is_listed(&self.query, thing);
        let zone = sorting.site.written.zone();
        let last = is_listed.then(|| sort_value::last_day(sorting.reader, &zone, thing));
        match last.flatten() {
            Some(last) => self.last_days.insert(thing, last),
            None => self.last_days.remove(&thing),
        };
        for (sorted, locale) in self.sorted.iter_mut().zip(sorting.locales) {
            let value = is_listed
                .then(|| sorting.value(&self.query, thing, &locale.language, locale))
                .flatten();
            let name = || sorting.reader.node(thing).0.name.clone();
            sorted.put(thing, value.map(|value| (value, name())));
        }
    }

    fn all_shown(&self, site: &Site) -> Vec<Vec<AnyLink>> {
        self.sorted.iter().map(|it| self.shown(it, site)).collect()
    }

    /// The things that are shown.
    fn shown(&self, sorted: &Sorted, site: &Site) -> Vec<AnyLink> {
        let (query, day) = (&self.query, SortValue::text(&site.as_of.to_string()));
        let (all, limit) = (&sorted.order, query.limit());
        let begins = |((value, _), _): &(&SortKey, &AnyLink)| *value >= day;
        let goes_on = |link: &AnyLink| self.last_days.get(link) >= Some(&site.as_of);
        // What is past grows without end, so what is coming is looked for from the end.
        let to_begin = || all.iter().rev().take_while(begins);
        let coming = || {
            let long = self.last_days.keys().filter(|it| goes_on(it));
            let keyed = long.filter_map(|link| all.get_key_value(sorted.keys.get(link)?));
            let begun = keyed.filter(|it| !begins(it));
            let mut coming: Vec<_> = begun.chain(to_begin()).collect();
            coming.sort_by_key(|(key, _)| *key);
            coming
        };
        let is_past = |it: &(&SortKey, &AnyLink)| !goes_on(it.1);
        let shown: Vec<_> = match (query.when, query.is_reversed()) {
            (None, false) => all.iter().take(limit).collect(),
            (None, true) => all.iter().rev().take(limit).collect(),
            (Some(When::Coming), true) => coming().into_iter().rev().take(limit).collect(),
            (Some(When::Coming), false) => coming().into_iter().take(limit).collect(),
            (Some(When::Past), false) => {
                let past = all.iter().take_while(|it| !begins(it));
                past.filter(is_past).take(limit).collect()
            }
            (Some(When::Past), true) => {
                let past = all.iter().rev().skip_while(begins);
                past.filter(is_past).take(limit).collect()
            }
        };
        shown.into_iter().map(|(_, link)| *link).collect()
    }
}

impl Sorting<'_> {
    /// Whether a thing is of a kind, in a section and with values under `extra` as the list wants it. A meeting that was
    /// cancelled is in no list, and one that was held is not to come.
    fn is_listed(&self, query: &Query, thing: AnyLink) -> bool {
        let kind = thing.kind().as_str();
        let (_, common) = self.reader.node(thing);
        let mut wanted = query.extra.iter().flatten();
        query.of.iter().any(|it| it.as_str() == kind)
            && wanted.all(|(key, value)| common.extra.field(key).as_ref() == Some(value))
            && query
                .section
                .as_deref()
                .is_none_or(|id| self.is_in(thing, id))
            && !sort_value::is_said(self.reader, thing, MeetingStatus::Cancelled)
            && !(query.when == Some(When::Coming)
                && sort_value::is_said(self.reader, thing, MeetingStatus::Held))
    }

    fn is_in(&self, thing: AnyLink, section: &str) -> bool {
        let above = |it: Link<Section>| self.reader.summary(it.into()).section();
        let first = self.reader.summary(thing).section();
        let mut sections = std::iter::successors(first, |it| above(*it));
        sections.any(|it| self.reader.summary(it.into()).id() == section)
    }

    /// By what a thing is sorted. Returns `None` if it has no such value, and so is not in the list.
    fn value(
        &self,
        query: &Query,
        thing: AnyLink,
        language: &Language,
        locale: &Locale,
    ) -> Option<SortValue> {
        let (node, common) = self.reader.node(thing);
        let face = self.reader.summary(thing);
        let title = || locale.sort_key(face.title(language));
        match query.sort_by() {
            SortBy::Order => Some(SortValue::ordered(face.order(), &title())),
            SortBy::Title => Some(SortValue::bytes(&title())),
            SortBy::Date => {
                let zone = self.site.written.zone();
                sort_value::date(self.reader, &zone, thing).map(|it| SortValue::text(&it))
            }
            SortBy::Updated => node
                .last_change()
                .map(|it| SortValue::text(&it.to_string())),
            SortBy::Extra(key) => SortValue::of(&common.extra.field(key)?),
        }
    }
}

impl Sorted {
    /// Moves a thing to its place, or removes it if it has none.
    fn put(&mut self, thing: AnyLink, key: Option<SortKey>) {
        let before = match &key {
            Some(key) => self.keys.insert(thing, key.clone()),
            None => self.keys.remove(&thing),
        };
        if let Some(before) = before {
            self.order.remove(&before);
        }
        if let Some(key) = key {
            self.order.insert(key, thing);
        }
    }
}

fn key(list: &str, order: usize) -> Key {
    KeySpace::ThemeList.hash((list, order))
}
