//! What a commit tells, from the texts before and after it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use borsh::{BorshDeserialize, BorshSerialize};

use super::dates::{self, Tellings};
use super::{MeetingNews, NewsItem, NewsKind, id_today};
use crate::base::date::Date;
use crate::base::source::{CommitStamp, SourcePath};
use crate::content::changes::{self, Change, Kind, Side, Subject, Thing};
use crate::content::draft_pages::DraftPages;
use crate::content::model::{EntityKind, Name};
use crate::notation::value::Value;

/// What a commit tells.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct CommitNews {
    /// The hash of the commit.
    pub hash: String,
    /// Whether a text can be read no longer since.
    pub breaks_a_text: bool,
    /// When it was made.
    pub(super) stamp: Option<CommitStamp>,
    /// The things that it changed, with the ids since the commit.
    pub(super) changed: Vec<Name>,
    /// The bodies, organizations and meetings that have other ids since, with these.
    pub(super) renamed: Vec<(Name, Name)>,
    /// The things that have other titles since, or are no more, with what they were called. Of persons no title is kept.
    pub(super) titles: Vec<(Name, Option<String>)>,
    /// What happened, with the id of the body since the commit.
    pub(super) items: Vec<(String, NewsItem)>,
    /// The meetings that it changed or removed, as they were before, with the ids of the bodies.
    pub(super) meetings: Vec<(String, MeetingNews, SourcePath)>,
}

impl CommitNews {
    /// Compares what the texts that a commit changed said before and after it. Drafts count as if they were not there.
    pub fn new(hash: String, stamp: Option<CommitStamp>, before: Side, after: Side) -> CommitNews {
        let seconds = stamp.map(|it| it.seconds);
        let none = DraftPages::default();
        let (before, after) = (before.published(&none), after.published(&none));
        let comparison = changes::compare(&before, &after);
        let mut news = CommitNews {
            hash,
            breaks_a_text: false,
            stamp,
            changed: Vec::new(),
            renamed: Vec::new(),
            titles: Vec::new(),
            items: Vec::new(),
            meetings: Vec::new(),
        };
        let mut changed: BTreeSet<&Subject> = BTreeSet::new();
        for change in &comparison.changes {
            changed.insert(&change.subject);
            news.renamed.extend(renaming(change));
            let thing = after
                .thing(&change.subject)
                .or(before.thing(&change.subject));
            if let (Some(thing), Some(seconds)) = (thing, seconds) {
                let told = kinds(change, thing, seconds).into_iter();
                let told = told.map(|kind| (change.about.clone(), kind));
                let told = told.chain(left_body(change, thing));
                news.items.extend(told.map(|(about, kind)| {
                    let body = after.thing(&about).or(before.thing(&about));
                    let item = NewsItem {
                        seconds,
                        title: body.map_or_else(String::new, |it| it.title.clone()),
                        kind,
                        file: thing.file.clone(),
                    };
                    (about.id, item)
                }));
            }
        }
        let written = comparison.changes.iter().filter(|it| it.because.is_none());
        let written: BTreeSet<Name> = written.filter_map(|it| thing_name(&it.subject)).collect();
        news.changed = written.into_iter().collect();
        news.add_titles(&before, &after);
        news.add_meetings(&before, &changed);
        news.add_corrections(&before, &after);
        // What a table says and what its body says may be the same.
        let mut seen = HashSet::new();
        news.items.retain(|it| seen.insert(it.clone()));
        news
    }

    /// Notes the meetings that are not as they were, as they were.
    fn add_meetings(&mut self, before: &Side, changed: &BTreeSet<&Subject>) {
        let now: BTreeMap<&Name, &Name> =
            self.renamed.iter().map(|(old, new)| (old, new)).collect();
        let is_changed = |thing: &Thing| {
            let name = Name::parse(EntityKind::Meeting, &thing.subject.id);
            let now = name.and_then(|name| now.get(&name).copied());
            let now = now.map(Subject::from);
            changed.contains(now.as_ref().unwrap_or(&thing.subject))
        };
        let meetings = before.things().filter(|it| it.subject.kind == "meeting");
        let changed = meetings.filter(|it| is_changed(it));
        let meetings = changed.map(|thing| (thing.about().id, meeting(thing), thing.file.clone()));
        self.meetings = meetings.collect();
    }

    /// Notes what things were called until the commit that are called otherwise since.
    fn add_titles(&mut self, before: &Side, after: &Side) {
        let now: BTreeMap<&Name, &Name> =
            self.renamed.iter().map(|(old, new)| (old, new)).collect();
        let titles = before.things().filter_map(|thing| {
            let kinds = [
                EntityKind::Body,
                EntityKind::Meeting,
                EntityKind::Organization,
                EntityKind::Person,
            ];
            let kind = kinds
                .into_iter()
                .find(|it| it.as_str() == thing.subject.kind)?;
            let name = Name::parse(kind, &thing.subject.id)?;
            let now = Subject::from(*now.get(&name).unwrap_or(&&name));
            let is_same = after.thing(&now).is_some_and(|it| it.title == thing.title);
            let title = Some(thing.title.clone()).filter(|_| kind != EntityKind::Person);
            (!is_same).then_some((name, title))
        });
        self.titles = titles.collect();
    }

    /// Notes the days of which the content tells something else since the commit, and those before it of which it tells
    /// only now.
    fn add_corrections(&mut self, before: &Side, after: &Side) {
        let Some(CommitStamp { seconds, .. }) = self.stamp else {
            return;
        };
        let today = Date::from_unix(seconds, &jiff::tz::TimeZone::UTC);
        let (said, says) = (days(before), days(after));
        let now = self.renamed.iter().cloned().collect();
        let said = said.into_iter();
        let mut said: BTreeMap<String, _> = said
            .map(|(id, said)| (id_today(&now, EntityKind::Body, &id), said))
            .collect();
        for id in says.keys() {
            said.entry(id.clone()).or_default();
        }
        for (id, said) in said {
            let none = BTreeMap::new();
            let says = says.get(&id).unwrap_or(&none);
            let is_late = |day: &Date| !said.contains_key(day) && Some(*day) < today;
            let late = says.iter().filter(|(day, _)| is_late(day));
            let other = said
                .iter()
                .filter(|(day, was)| says.get(*day).is_none_or(|is| is.tellings != was.tellings));
            self.items.extend(other.chain(late).map(|(day, said)| {
                let item = NewsItem {
                    seconds,
                    title: said.title.clone(),
                    kind: NewsKind::Corrected(*day),
                    file: said.file.clone(),
                };
                (id.clone(), item)
            }));
        }
    }
}

/// What a side tells of a day, with the title of the body and a file.
struct Said {
    tellings: Tellings,
    title: String,
    file: SourcePath,
}

/// What a side tells of bodies, by their ids and by days.
fn days(side: &Side) -> BTreeMap<String, BTreeMap<Date, Said>> {
    let mut days: BTreeMap<String, BTreeMap<Date, Said>> = BTreeMap::new();
    for thing in side.things() {
        let told = match thing.subject.kind {
            "body" => dates::of_body(side, thing),
            "meeting" => dates::of_meeting(thing),
            _ => continue,
        };
        let about = thing.about();
        let title = side
            .thing(&about)
            .map_or_else(String::new, |it| it.title.clone());
        let of_body = days.entry(about.id).or_default();
        for (day, tellings) in told {
            let said = of_body.entry(day).or_insert_with(|| Said {
                tellings: Tellings::default(),
                title: title.clone(),
                file: thing.file.clone(),
            });
            said.tellings.extend(tellings);
        }
    }
    days
}

/// The name of a thing; of a table, that of its body.
fn thing_name(subject: &Subject) -> Option<Name> {
    let kind = EntityKind::of_word(subject.kind)?;
    Name::parse(kind, subject.id.split('/').next()?)
}

/// The new id of a body, organization or meeting.
fn renaming(change: &Change) -> Option<(Name, Name)> {
    let is_of_thing = change.kind == Kind::IdentityRenamed && change.field.is_empty();
    let kind = match change.subject.kind {
        "body" => EntityKind::Body,
        "meeting" => EntityKind::Meeting,
        "organization" => EntityKind::Organization,
        _ => return None,
    };
    let before = change.before.as_text().filter(|_| is_of_thing)?;
    Some((
        Name::parse(kind, before)?,
        Name::parse(kind, &change.subject.id)?,
    ))
}

/// What a change tells of a body. Days are told by what the content says of them.
fn kinds(change: &Change, thing: &Thing, seconds: i64) -> Vec<NewsKind> {
    match change.subject.kind {
        "body" => Vec::from_iter(of_body(change, thing, seconds)),
        "meeting" => of_meeting(change, thing),
        _ => Vec::new(),
    }
}

fn of_body(change: &Change, thing: &Thing, seconds: i64) -> Option<NewsKind> {
    let is_table = change.subject.id.contains('/');
    let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
    let who = || text(&change.who);
    Some(match change.kind {
        Kind::IdentityRenamed | Kind::IdentityMoved | Kind::IdentityAlias => return None,
        Kind::BodyAdded if !is_table => NewsKind::Added,
        Kind::BodyWithdrawn if !is_table => NewsKind::Withdrawn(thing.first_address.clone()),
        Kind::MemberJoined => NewsKind::Joined(who()),
        Kind::MemberLeft => NewsKind::Parted(who()),
        // The number of places follows from the members.
        _ if change.because.is_some() => return None,
        // The content tells a name that it gives a day.
        Kind::BodyRenamed if change.date.is_absent() => {
            NewsKind::Renamed(text(&change.before), text(&change.after))
        }
        Kind::HolderWithdrawn => NewsKind::HolderWithdrawn,
        Kind::SeatRemoved => {
            // The name of a seat is its title or office; of one with a role, the title comes after that.
            let name = change.part.get("name");
            let has_role = matches!(name, Value::Word(_));
            let title = Some(change.part.get("of")).filter(|_| has_role);
            let names = [&change.part, name].into_iter().chain(title);
            let mut offices = names.filter(|it| matches!(it, Value::Text(_)));
            NewsKind::SeatWithdrawn(offices.next().map(text))
        }
        _ if is_told_on_its_day(change, seconds) => return None,
        _ => NewsKind::Updated,
    })
}

/// Whether the content tells of a change on the day on which it took effect, and that is one of the year before the commit:
/// feeds, which tell of so many days only, surely have it.
fn is_told_on_its_day(change: &Change, seconds: i64) -> bool {
    let is_dated = matches!(
        change.kind,
        Kind::BodyEnded
            | Kind::BodyMerged
            | Kind::BodySplit
            | Kind::BodyClosed
            | Kind::BodyEstablished
            | Kind::BodyRenewed
            | Kind::BodyLapsed
            | Kind::BodyReconstituted
            | Kind::BodySuspended
            | Kind::BodyResumed
            | Kind::SeatVacated
            | Kind::SeatFilled
            | Kind::HolderStarted
            | Kind::HolderEnded
            | Kind::HolderSucceeded
            | Kind::HolderReappointed
            | Kind::HolderActing
            | Kind::HolderSubstitute
    );
    let today = Date::from_unix(seconds, &jiff::tz::TimeZone::UTC);
    let age = dates::day(&change.date).and_then(|day| Some(today?.days_since(day)));
    is_dated && age.is_some_and(|days| (0..=365).contains(&days))
}

fn of_meeting(change: &Change, thing: &Thing) -> Vec<NewsKind> {
    let meeting = meeting(thing);
    match change.kind {
        Kind::MeetingScheduled | Kind::MeetingHeld | Kind::MeetingCancelled
            if change.field.is_empty() =>
        {
            let minutes = thing.facts.get("minutes").as_text().is_some();
            let minutes = minutes.then(|| NewsKind::Minutes(meeting.clone()));
            [meeting.said()].into_iter().chain(minutes).collect()
        }
        Kind::MeetingCancelled => vec![NewsKind::Cancelled(meeting)],
        Kind::MeetingMoved => {
            let before = change.before.as_text().unwrap_or_default().to_owned();
            vec![NewsKind::Moved(meeting, before)]
        }
        Kind::ThingRenamed => {
            let before = change.before.as_text().unwrap_or_default().to_owned();
            vec![NewsKind::MeetingRenamed(meeting, before)]
        }
        Kind::MeetingReinstated => vec![NewsKind::Reinstated(meeting)],
        Kind::MeetingBody => vec![meeting.said()],
        Kind::MeetingPlace | Kind::MeetingAgenda | Kind::MeetingEnd | Kind::MeetingHour => {
            vec![NewsKind::Changed(meeting)]
        }
        Kind::MeetingDocumentAdded => vec![NewsKind::Document(meeting)],
        Kind::MeetingWithdrawn => vec![NewsKind::MeetingWithdrawn(meeting)],
        Kind::MeetingMinutes => vec![NewsKind::Minutes(meeting)],
        Kind::MeetingMinutesWithdrawn => vec![NewsKind::MinutesWithdrawn(meeting)],
        _ => Vec::new(),
    }
}

/// What is told of the body that a meeting is one of no longer.
fn left_body(change: &Change, thing: &Thing) -> Option<(Subject, NewsKind)> {
    let left = (change.kind == Kind::MeetingBody).then_some(&change.before)?;
    let body = Subject::referred(left)?;
    let whole = std::iter::successors(Some(body), Subject::parent).last()?;
    let about = whole != change.about;
    about.then(|| (whole, NewsKind::MeetingWithdrawn(meeting(thing))))
}

fn meeting(thing: &Thing) -> MeetingNews {
    let text = |key| {
        thing
            .facts
            .get(key)
            .as_text()
            .unwrap_or_default()
            .to_owned()
    };
    MeetingNews {
        id: thing.subject.id.clone(),
        title: thing.title.clone(),
        start: text("start"),
        status: text("status"),
    }
}
