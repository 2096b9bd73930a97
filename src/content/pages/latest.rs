//! What the home page names first: the next meetings, and the bodies that changed last.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::date::Date;
use crate::content::graph::{self, AnyLink, Graph, KeySpace, Link, Reader, Site};
use crate::content::model::{Meeting, MeetingStatus, Name};
use crate::incremental::memo::{Changed, DependencyRecorder, Key};

/// How many of each are named.
const SHOWN: usize = 5;

/// The meetings and bodies of a site in the order of time.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Latest {
    /// The meetings that are not cancelled, by their start.
    meetings: Timeline,
    /// The bodies, by the day of their last change.
    bodies: Timeline,
}

/// Things in the order of time. Things of the same time are in the order of their names.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
struct Timeline {
    order: BTreeMap<TimelineKey, AnyLink>,
    keys: BTreeMap<AnyLink, TimelineKey>,
}

/// A day, or a day and an hour, in an order that is that of time: `2026-03-14 15:30`; and the name of the thing.
type TimelineKey = (String, Name);

impl Latest {
    /// Brings the order up to date. Returns what has changed in what the home page names.
    #[must_use]
    pub fn update(&mut self, graph: &Graph, site: &Site, changed: &Changed) -> Changed {
        let before = (self.next(site.as_of), self.last());
        // What is read here is noted nowhere: whatever may change it is in `changed`.
        let recorder = DependencyRecorder::default();
        let reader = Reader::new(graph, &recorder);
        let moved = graph::changed_facts(changed).chain(graph::changed_summaries(changed));
        let zone = site.written.zone();
        for thing in moved {
            let time = |time: Option<String>| Some((time?, reader.node(thing).0.name.clone()));
            let is_there = graph.has(thing);
            match thing {
                AnyLink::Meeting(it) => {
                    let start = is_there.then(|| start(reader, &zone, it)).flatten();
                    self.meetings.put(thing, time(start));
                }
                AnyLink::Body(_) => {
                    let updated = is_there.then(|| reader.node(thing).0.updated).flatten();
                    self.bodies
                        .put(thing, time(updated.map(|day| day.to_string())));
                }
                _ => {}
            }
        }
        let (meetings, bodies) = (self.next(site.as_of), self.last());
        let keys = [
            (meetings != before.0).then(meetings_key),
            (bodies != before.1).then(bodies_key),
        ];
        keys.into_iter().flatten().collect()
    }

    /// The first meetings on a day or later, the next one first.
    pub fn next_meetings(&self, recorder: &DependencyRecorder, day: Date) -> Vec<Link<Meeting>> {
        recorder.record(meetings_key());
        let links = self.next(day).into_iter().filter_map(|link| match link {
            AnyLink::Meeting(link) => Some(link),
            _ => None,
        });
        links.collect()
    }

    /// The bodies that changed last, the last one first.
    pub fn changed_bodies(&self, recorder: &DependencyRecorder) -> Vec<AnyLink> {
        recorder.record(bodies_key());
        self.last()
    }

    fn next(&self, day: Date) -> Vec<AnyLink> {
        let day = day.to_string();
        let past = self.meetings.order.iter().rev();
        let coming = past.take_while(|((start, _), _)| *start >= day);
        let mut coming: Vec<AnyLink> = coming.map(|(_, link)| *link).collect();
        coming.reverse();
        coming.truncate(SHOWN);
        coming
    }

    fn last(&self) -> Vec<AnyLink> {
        let order = self.bodies.order.values().rev();
        order.take(SHOWN).copied().collect()
    }
}

impl Timeline {
    /// Moves a thing to its place, or removes it if it has none.
    fn put(&mut self, thing: AnyLink, key: Option<TimelineKey>) {
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

/// Day and hour at which a meeting begins. Returns `None` if it was cancelled.
fn start(graph: Reader<'_>, zone: &jiff::tz::TimeZone, link: Link<Meeting>) -> Option<String> {
    let written = &graph.get(link).written;
    let start = &written.start;
    let is_cancelled = written.status == Some(MeetingStatus::Cancelled);
    let time = start.time(zone).unwrap_or_default();
    (!is_cancelled).then(|| format!("{} {time}", start.date(zone)))
}

fn meetings_key() -> Key {
    KeySpace::Latest.number(0)
}

fn bodies_key() -> Key {
    KeySpace::Latest.number(1)
}
