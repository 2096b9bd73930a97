//! What the commits of a site tell together, by what it is about today.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::tz::TimeZone;

use super::{CommitNews, MeetingNews, NewsItem, NewsKind, is_one_of_many};
use crate::base::date::Date;
use crate::base::source::{CommitStamp, SourcePath};
use crate::content::draft_pages::DraftPages;
use crate::content::graph::Node;
use crate::content::model::{EntityKind, Name};

/// What commits tell.
#[derive(Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub(super) struct Told {
    /// Whether the history tells.
    pub is_known: bool,
    /// When the site began, in seconds since 1970. `None` if it is not known.
    pub beginning: Option<i64>,
    /// By the ids of bodies, in the order of time.
    pub bodies: BTreeMap<String, Vec<NewsItem>>,
    /// The things that were changed since the beginning, with the last commits that did.
    pub changed: BTreeMap<Name, Option<CommitStamp>>,
    /// The moments until which things had other titles, with those, in the order of time. Of persons no title is kept.
    pub titles: BTreeMap<Name, Vec<(i64, Option<String>)>>,
}

impl Told {
    /// What commits tell, given from the last one back. What stands in files that are hidden as drafts is not told.
    pub fn new(
        commits: Option<&[CommitNews]>,
        beginning: Option<i64>,
        drafts: &DraftPages,
    ) -> Told {
        let mut reading = Reading {
            drafts,
            told: Told {
                is_known: commits.is_some(),
                beginning,
                ..Told::default()
            },
            today: BTreeMap::new(),
            oldest: BTreeMap::new(),
        };
        for commit in commits.into_iter().flatten() {
            reading.add(commit);
        }
        reading.finish()
    }

    /// The last commit that changed a thing, or the beginning, as the commit of number 0.
    pub fn last_commit(&self, name: &Name) -> Option<CommitStamp> {
        let beginning = self.beginning;
        let beginning = beginning.map(|seconds| CommitStamp { seconds, number: 0 });
        self.changed.get(name).copied().flatten().or(beginning)
    }

    /// The day of the last change of a thing.
    pub fn last_change(&self, node: &Node, zone: &TimeZone) -> Option<Date> {
        let of_entry = || Date::from_unix(self.last_commit(&node.name)?.seconds, zone);
        let of_entry = is_one_of_many(node).then(of_entry).flatten();
        of_entry.or_else(|| node.last_change())
    }

    /// Notes a commit that changed a thing, unless a later one is known.
    fn note(&mut self, name: Name, stamp: Option<CommitStamp>) {
        let last = self.changed.entry(name).or_insert(stamp);
        let number = |it: &Option<CommitStamp>| it.map(|it| it.number);
        if number(&stamp) > number(last) {
            *last = stamp;
        }
    }
}

/// The commits, read from the last one back.
struct Reading<'a> {
    drafts: &'a DraftPages,
    told: Told,
    /// The names that things of earlier names have today.
    today: BTreeMap<Name, Name>,
    /// What the oldest commit that is about a meeting found of it, by the id of the meeting, with the id of the body.
    oldest: BTreeMap<String, (String, Option<(MeetingNews, SourcePath)>)>,
}

impl Reading<'_> {
    fn add(&mut self, commit: &CommitNews) {
        for name in &commit.changed {
            self.told.note(self.name_today(name), commit.stamp);
        }
        for (body, item) in &commit.items {
            self.add_item(body, item.clone());
        }
        // What had another name before this commit has that of today.
        for (old, new) in &commit.renamed {
            self.today.insert(old.clone(), self.name_today(new));
        }
        for (name, title) in &commit.titles {
            let titles = self.told.titles.entry(self.name_today(name)).or_default();
            titles.extend(commit.stamp.map(|it| (it.seconds, title.clone())));
        }
        for (body, meeting, file) in &commit.meetings {
            let id = self.id_today(EntityKind::Meeting, &meeting.id);
            let body = self.id_today(EntityKind::Body, body);
            let found = Some((meeting.clone(), file.clone()));
            self.oldest.insert(id, (body, found));
        }
    }

    fn add_item(&mut self, body: &str, mut item: NewsItem) {
        let body = self.id_today(EntityKind::Body, body);
        if let NewsKind::Joined(id) | NewsKind::Parted(id) = &mut item.kind {
            *id = self.id_today(EntityKind::Organization, id);
        }
        if let Some(meeting) = item.kind.meeting_mut() {
            meeting.id = self.id_today(EntityKind::Meeting, &meeting.id);
            self.oldest.insert(meeting.id.clone(), (body.clone(), None));
        }
        if !self.drafts.hide(&item.file) {
            self.told.bodies.entry(body).or_default().push(item);
        }
    }

    fn finish(mut self) -> Told {
        self.add_first_meetings();
        for titles in self.told.titles.values_mut() {
            titles.sort_by_key(|(seconds, _)| *seconds);
        }
        for items in self.told.bodies.values_mut() {
            items.reverse();
            items.sort_by_key(|it| it.seconds);
            // Only of a body that comes back is what it tells of the past told anew.
            let mut listed = items.iter().filter(|it| it.is_listing());
            let new = listed.next().filter(|it| it.kind == NewsKind::Added);
            if let Some(since) = new.map(|it| it.seconds) {
                items.retain(|it| it.seconds != since || !it.is_correction());
            }
        }
        self.told
    }

    /// Adds what the commit of the beginning said of meetings that were changed later.
    fn add_first_meetings(&mut self) {
        let Some(seconds) = self.told.beginning else {
            return;
        };
        for (id, (body, first)) in std::mem::take(&mut self.oldest) {
            let first = first.filter(|(_, file)| !self.drafts.hide(file));
            let Some((meeting, file)) = first else {
                continue;
            };
            let item = NewsItem {
                seconds,
                title: String::new(),
                kind: MeetingNews { id, ..meeting }.said(),
                file,
            };
            self.told.bodies.entry(body).or_default().push(item);
        }
    }

    fn name_today(&self, name: &Name) -> Name {
        self.today.get(name).unwrap_or(name).clone()
    }

    fn id_today(&self, kind: EntityKind, id: &str) -> String {
        super::id_today(&self.today, kind, id)
    }
}
