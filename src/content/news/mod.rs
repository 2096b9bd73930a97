//! What the commits of a site tell besides its content: what was removed, moved, cancelled, and when something was said.
//!
//! The content tells what happened on the days that it names. What it no longer says it cannot tell: that a meeting was
//! on another day, that a seat has gone. That stands in the history alone. Feeds put both together, by body and by day:
//!
//! - What a commit changed is told on the day of the commit, which never changes.
//! - Nothing about a person comes from the history. Who is withdrawn from the content, perhaps because the name must not
//!   be published, is not named again.
//! - Of a day of which the content has told something that it no longer says, an entry stays that says so. So no entry
//!   ever vanishes but for the limits: those of feeds, and that of how far the history is read. Where the content tells
//!   something else of the day, or tells only later what happened on it, the entry says when it was revised.
//! - Bodies, organizations and meetings have the titles that they had when it was told.
//!
//! Each commit is compared once ([`CommitNews::new`]); [`News`] keeps what came of it, by the hash of the commit.

mod commit;
mod dates;
mod item;
mod told;

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::tz::TimeZone;

use super::draft_pages::DraftPages;
use super::graph::{KeySpace, Node};
use super::model::{EntityKind, Name};
use crate::base::date::Date;
use crate::base::source::CommitStamp;
use crate::incremental::memo::{Changed, DependencyRecorder, Key};
use told::Told;

pub use commit::CommitNews;
pub use item::{MeetingNews, NewsItem, NewsKind};

/// What the commits of a site tell of its bodies.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct News {
    /// The hash of the last commit that was asked for.
    head: Option<String>,
    /// The commits, the last one first. `None` if the history does not tell.
    commits: Option<Vec<CommitNews>>,
    /// When the site began, in seconds since 1970. `None` if it is not known.
    beginning: Option<i64>,
    /// What the commits tell, by what it is about today.
    told: Told,
    /// Whether `told` does not follow from the commits yet.
    is_stale: bool,
}

impl News {
    /// The hash of the last commit that was asked for.
    pub fn head(&self) -> Option<&str> {
        self.head.as_deref()
    }

    /// Whether there is a history and earlier texts in it are missing, so that it does not tell.
    pub fn lacks_texts(&self) -> bool {
        self.head.is_some() && self.commits.is_none()
    }

    /// What is known of a commit. One after which a text cannot be read is looked at again each time: what mends the text is
    /// compared with what stood there before.
    pub fn commit(&self, hash: &str) -> Option<&CommitNews> {
        let mut commits = self.commits.iter().flatten();
        commits.find(|it| it.hash == hash && !it.breaks_a_text)
    }

    /// Takes over the last commits, the last one first, and when the site began. `None` if the history does not tell.
    pub fn set(&mut self, head: Option<String>, commits: Option<(Vec<CommitNews>, Option<i64>)>) {
        let (commits, beginning) = commits.unzip();
        *self = News {
            head,
            commits,
            beginning: beginning.flatten(),
            told: std::mem::take(&mut self.told),
            is_stale: true,
        };
    }

    /// Notes that other files are hidden as drafts.
    pub fn mark_stale(&mut self) {
        self.is_stale = true;
    }

    /// Brings up to date what is told, and returns of what else is told. What stands in files that are hidden is not.
    #[must_use]
    pub fn update(&mut self, drafts: &DraftPages) -> Changed {
        if !std::mem::take(&mut self.is_stale) {
            return Changed::new();
        }
        let told = Told::new(self.commits.as_deref(), self.beginning, drafts);
        let before = std::mem::replace(&mut self.told, told);
        differences(&before, &self.told)
    }

    /// Whether the history tells. If it does, what it tells is told by it alone.
    pub fn is_known(&self, recorder: &DependencyRecorder) -> bool {
        recorder.record(beginning_key());
        self.told.is_known
    }

    /// When the site began. `None` if that is not known.
    pub fn beginning(&self, recorder: &DependencyRecorder) -> Option<i64> {
        recorder.record(beginning_key());
        self.told.beginning
    }

    /// What is told of a body.
    pub fn of(&self, recorder: &DependencyRecorder, id: &str) -> &[NewsItem] {
        recorder.record(body_key(id));
        self.told.bodies.get(id).map_or(&[], Vec::as_slice)
    }

    /// What is told of all bodies, also of those that are no more.
    pub fn all(&self, recorder: &DependencyRecorder) -> impl Iterator<Item = (&str, &[NewsItem])> {
        recorder.record(all_key());
        let bodies = self.told.bodies.iter();
        bodies.map(|(id, items)| (id.as_str(), items.as_slice()))
    }

    /// The title that a thing had at a moment, in seconds since 1970. `None` if it is that of today, and of a person.
    pub fn title_at(
        &self,
        recorder: &DependencyRecorder,
        name: &Name,
        seconds: i64,
    ) -> Option<&str> {
        recorder.record(title_key(name));
        let mut titles = self.told.titles.get(name)?.iter();
        let (_, title) = titles.find(|(until, _)| *until > seconds)?;
        title.as_deref()
    }

    /// When a thing got the title that it has, in seconds since 1970. `None` if it always had it, as far as is known.
    pub fn titled_since(&self, recorder: &DependencyRecorder, name: &Name) -> Option<i64> {
        recorder.record(title_key(name));
        let (since, _) = self.told.titles.get(name)?.last()?;
        Some(*since)
    }

    /// Whether a thing was changed since the beginning.
    pub fn has_changed(&self, recorder: &DependencyRecorder, name: &Name) -> bool {
        recorder.record(change_key(name));
        self.told.changed.contains_key(name)
    }

    /// The last commit that changed a thing, where the history tells. A number of 0 is that of the beginning.
    pub fn last_commit(&self, recorder: &DependencyRecorder, name: &Name) -> Option<CommitStamp> {
        recorder.record(change_key(name));
        recorder.record(beginning_key());
        self.told.last_commit(name)
    }

    /// The day of the last change of a thing: as written, else from the history.
    pub fn last_change(
        &self,
        recorder: &DependencyRecorder,
        node: &Node,
        zone: impl FnOnce() -> TimeZone,
    ) -> Option<Date> {
        if !is_one_of_many(node) {
            return node.last_change();
        }
        recorder.record(change_key(&node.name));
        recorder.record(beginning_key());
        self.told.last_change(node, &zone())
    }

    /// The days of the last changes of all things.
    pub fn last_changes(
        &self,
        recorder: &DependencyRecorder,
        zone: TimeZone,
    ) -> impl Fn(&Node) -> Option<Date> {
        recorder.record(changes_key());
        recorder.record(beginning_key());
        move |node| self.told.last_change(node, &zone)
    }
}

/// The keys of what is told otherwise than before.
fn differences(before: &Told, told: &Told) -> Changed {
    let bodies = differing(&before.bodies, &told.bodies);
    let mut changed: Changed = bodies.map(|id| body_key(id)).collect();
    if !changed.is_empty() {
        changed.insert(all_key());
    }
    changed.extend(differing(&before.changed, &told.changed).map(change_key));
    if before.changed != told.changed {
        changed.insert(changes_key());
    }
    changed.extend(differing(&before.titles, &told.titles).map(title_key));
    if (before.is_known, before.beginning) != (told.is_known, told.beginning) {
        changed.insert(beginning_key());
    }
    changed
}

/// The keys of two maps that do not have the same values in both.
fn differing<'a, K: Ord, V: PartialEq>(
    one: &'a BTreeMap<K, V>,
    other: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = &'a K> {
    let keys = one.keys().chain(other.keys());
    keys.filter(|key| one.get(*key) != other.get(*key))
}

/// Whether the commits of its file tell nothing of a thing: they may have changed other entries of a registry.
fn is_one_of_many(node: &Node) -> bool {
    node.origin.registry && node.committed.is_some() && node.updated.is_none()
}

/// The id that a thing of an earlier id has today.
fn id_today(today: &BTreeMap<Name, Name>, kind: EntityKind, id: &str) -> String {
    let now = Name::parse(kind, id).and_then(|name| today.get(&name));
    now.map_or_else(|| id.to_owned(), |name| name.id.to_string())
}

fn body_key(id: &str) -> Key {
    KeySpace::News.hash((EntityKind::Body, id))
}

fn change_key(name: &Name) -> Key {
    KeySpace::News.hash(("change", name))
}

fn title_key(name: &Name) -> Key {
    KeySpace::News.hash(("title", name))
}

fn changes_key() -> Key {
    KeySpace::News.hash("changes")
}

fn all_key() -> Key {
    KeySpace::News.hash("all")
}

fn beginning_key() -> Key {
    KeySpace::News.hash("beginning")
}
