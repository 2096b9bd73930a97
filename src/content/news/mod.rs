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

use std::collections::{BTreeMap, BTreeSet};

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::tz::TimeZone;

use super::draft_pages::DraftPages;
use super::graph::{KeySpace, Node};
use super::model::{EntityKind, Name};
use crate::base::date::Date;
use crate::base::source::{CommitStamp, SourcePath};
use crate::incremental::memo::{Changed, DependencyRecorder, Key};

/// What the commits of a site tell of its bodies.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct News {
    /// The hash of the last commit that was asked for.
    head: Option<String>,
    /// The commits, the last one first. `None` if the history does not tell.
    commits: Option<Vec<CommitNews>>,
    /// When the site began, in seconds since 1970. `None` if it is not known.
    beginning: Option<i64>,
    told: Told,
    /// Whether `told` does not follow from the commits yet.
    is_stale: bool,
}

/// What commits tell, by what it is about today.
#[derive(Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
struct Told {
    is_known: bool,
    beginning: Option<i64>,
    /// By the ids of bodies, in the order of time.
    bodies: BTreeMap<String, Vec<NewsItem>>,
    /// The things that were changed since the beginning, with the last commits that did.
    changed: BTreeMap<Name, Option<CommitStamp>>,
    titles: Titles,
}

/// The moments until which things had other titles, with those, in the order of time. Of persons no title is kept.
type Titles = BTreeMap<Name, Vec<(i64, Option<String>)>>;

/// What a commit tells.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct CommitNews {
    /// The hash of the commit.
    pub hash: String,
    /// Whether a text can be read no longer since.
    pub breaks_a_text: bool,
    /// When it was made.
    stamp: Option<CommitStamp>,
    /// The things that it changed, with the ids since the commit.
    changed: Vec<Name>,
    /// The bodies, organizations and meetings that have other ids since, with these.
    renamed: Vec<(Name, Name)>,
    /// The things that have other titles since, or are no more, with what they were called. Of persons no title is kept.
    titles: Vec<(Name, Option<String>)>,
    /// What happened, with the id of the body since the commit.
    items: Vec<(String, NewsItem)>,
    /// The meetings that it changed or removed, as they were before, with the ids of the bodies.
    meetings: Vec<(String, MeetingNews, SourcePath)>,
}

/// Something that a commit tells of a body.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct NewsItem {
    /// When the commit was made, in seconds since 1970.
    pub seconds: i64,
    /// The title of the body, as it was.
    pub title: String,
    /// What happened.
    pub kind: NewsKind,
    /// The file that said it.
    file: SourcePath,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum NewsKind {
    /// The body is listed.
    Added,
    /// The body is no longer listed. Feeds knew it by this address.
    Withdrawn(String),
    /// It has another name: that before, and that since.
    Renamed(String, String),
    /// Something else about it was changed.
    Updated,
    /// The organization of this id takes part.
    Joined(String),
    /// It no longer does.
    Parted(String),
    /// A holder is no longer listed.
    HolderWithdrawn,
    /// The seat of this office is no longer listed.
    SeatWithdrawn(Option<String>),
    /// A meeting is called.
    Called(MeetingNews),
    /// A meeting does not take place.
    Cancelled(MeetingNews),
    /// A meeting that was cancelled takes place after all.
    Reinstated(MeetingNews),
    /// A meeting that began when the text says begins at another time.
    Moved(MeetingNews, String),
    /// A meeting that had the title of the text has another.
    MeetingRenamed(MeetingNews, String),
    /// End, place or agenda of a meeting have changed.
    Changed(MeetingNews),
    /// A meeting is no longer listed.
    MeetingWithdrawn(MeetingNews),
    /// The minutes of a meeting are published.
    Minutes(MeetingNews),
    /// The minutes of a meeting are published no longer.
    MinutesWithdrawn(MeetingNews),
    /// A document of a meeting is published.
    Document(MeetingNews),
    /// What the content told of a day is not what it tells now.
    Corrected(Date),
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct MeetingNews {
    /// The id.
    pub id: String,
    /// The title, as it was.
    pub title: String,
    /// When it begins, as typed.
    pub start: String,
    /// The word for its state: `cancelled`.
    status: String,
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
        let told = self.tell(drafts);
        let before = std::mem::replace(&mut self.told, told);
        let ids: BTreeSet<&String> = before
            .bodies
            .keys()
            .chain(self.told.bodies.keys())
            .collect();
        let differs = |id: &&String| before.bodies.get(*id) != self.told.bodies.get(*id);
        let mut changed: Changed = ids
            .into_iter()
            .filter(differs)
            .map(|id| body_key(id))
            .collect();
        if !changed.is_empty() {
            changed.insert(all_key());
        }
        let of_commits = before.changed.keys().chain(self.told.changed.keys());
        let of_commits =
            of_commits.filter(|it| before.changed.get(*it) != self.told.changed.get(*it));
        changed.extend(of_commits.map(change_key));
        if before.changed != self.told.changed {
            changed.insert(changes_key());
        }
        let named = before.titles.keys().chain(self.told.titles.keys());
        let named = named.filter(|it| before.titles.get(it) != self.told.titles.get(it));
        changed.extend(named.map(title_key));
        if (before.is_known, before.beginning) != (self.told.is_known, self.told.beginning) {
            changed.insert(beginning_key());
        }
        changed
    }

    fn tell(&self, drafts: &DraftPages) -> Told {
        let mut told = Told {
            is_known: self.commits.is_some(),
            beginning: self.beginning,
            ..Told::default()
        };
        // From the last commit back: what had another id then has its own of today.
        let mut today: BTreeMap<Name, Name> = BTreeMap::new();
        let mut oldest: BTreeMap<String, (String, Option<(MeetingNews, SourcePath)>)> =
            BTreeMap::new();
        for commit in self.commits.iter().flatten() {
            for name in &commit.changed {
                told.note(today.get(name).unwrap_or(name), commit.stamp);
            }
            for (body, item) in &commit.items {
                let body = id_today(&today, EntityKind::Body, body);
                let mut item = item.clone();
                if let NewsKind::Joined(id) | NewsKind::Parted(id) = &mut item.kind {
                    *id = id_today(&today, EntityKind::Organization, id);
                }
                if let Some(meeting) = item.kind.meeting_mut() {
                    meeting.id = id_today(&today, EntityKind::Meeting, &meeting.id);
                    oldest.insert(meeting.id.clone(), (body.clone(), None));
                }
                if !drafts.hide(&item.file) {
                    told.bodies.entry(body).or_default().push(item);
                }
            }
            for (old, new) in &commit.renamed {
                let new = today.get(new).unwrap_or(new).clone();
                today.insert(old.clone(), new);
            }
            for (name, title) in &commit.titles {
                let name = today.get(name).unwrap_or(name).clone();
                let titles = told.titles.entry(name).or_default();
                titles.extend(commit.stamp.map(|it| (it.seconds, title.clone())));
            }
            for (body, meeting, file) in &commit.meetings {
                let id = id_today(&today, EntityKind::Meeting, &meeting.id);
                let body = id_today(&today, EntityKind::Body, body);
                oldest.insert(id, (body, Some((meeting.clone(), file.clone()))));
            }
        }
        for titles in told.titles.values_mut() {
            titles.sort_by_key(|(seconds, _)| *seconds);
        }
        for (id, (body, first)) in oldest {
            // What the commit of the beginning said of a meeting that was changed later.
            if let (Some((meeting, file)), Some(seconds)) = (first, self.beginning)
                && !drafts.hide(&file)
            {
                let meeting = MeetingNews { id, ..meeting };
                let item = NewsItem {
                    seconds,
                    title: String::new(),
                    kind: meeting.said(),
                    file,
                };
                told.bodies.entry(body).or_default().push(item);
            }
        }
        for items in told.bodies.values_mut() {
            items.reverse();
            items.sort_by_key(|it| it.seconds);
            // Only of a body that comes back is what it tells of the past told anew.
            let mut listed = items.iter().filter(|it| it.is_listing());
            let new = listed.next().filter(|it| it.kind == NewsKind::Added);
            if let Some(since) = new.map(|it| it.seconds) {
                items.retain(|it| it.seconds != since || !it.is_correction());
            }
        }
        told
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

impl Told {
    /// Notes a commit that changed a thing, unless a later one is known.
    fn note(&mut self, name: &Name, stamp: Option<CommitStamp>) {
        let last = self.changed.entry(name.clone()).or_insert(stamp);
        let number = |it: &Option<CommitStamp>| it.map(|it| it.number);
        if number(&stamp) > number(last) {
            *last = stamp;
        }
    }

    fn last_commit(&self, name: &Name) -> Option<CommitStamp> {
        let beginning = self.beginning;
        let beginning = beginning.map(|seconds| CommitStamp { seconds, number: 0 });
        self.changed.get(name).copied().flatten().or(beginning)
    }

    fn last_change(&self, node: &Node, zone: &TimeZone) -> Option<Date> {
        let of_entry = || Date::from_unix(self.last_commit(&node.name)?.seconds, zone);
        let of_entry = is_one_of_many(node).then(of_entry).flatten();
        of_entry.or_else(|| node.last_change())
    }
}

impl NewsItem {
    /// The address by which feeds knew a body that is no longer listed, if it tells of that.
    pub fn withdrawn_from(&self) -> Option<&str> {
        match &self.kind {
            NewsKind::Withdrawn(address) => Some(address),
            _ => None,
        }
    }

    /// Whether it says that the body is listed, or no longer.
    fn is_listing(&self) -> bool {
        matches!(self.kind, NewsKind::Added | NewsKind::Withdrawn(_))
    }

    /// Whether it says only that something else was told.
    pub fn is_correction(&self) -> bool {
        matches!(self.kind, NewsKind::Corrected(_))
    }
}

impl NewsKind {
    /// The meeting that it is about.
    fn meeting_mut(&mut self) -> Option<&mut MeetingNews> {
        match self {
            NewsKind::Called(it)
            | NewsKind::Cancelled(it)
            | NewsKind::Reinstated(it)
            | NewsKind::Moved(it, _)
            | NewsKind::MeetingRenamed(it, _)
            | NewsKind::Changed(it)
            | NewsKind::MeetingWithdrawn(it)
            | NewsKind::Minutes(it)
            | NewsKind::MinutesWithdrawn(it)
            | NewsKind::Document(it) => Some(it),
            _ => None,
        }
    }
}

impl MeetingNews {
    /// What is said by who writes down a meeting: that it is called, or cancelled.
    fn said(self) -> NewsKind {
        match self.status.as_str() {
            "cancelled" => NewsKind::Cancelled(self),
            _ => NewsKind::Called(self),
        }
    }

    /// Whether it was held.
    pub fn is_held(&self) -> bool {
        self.status == "held"
    }
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
