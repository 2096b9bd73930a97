//! What has happened to a body, by day: the facts that its timeline and its feed tell.

use std::collections::{BTreeSet, HashMap};

use super::PageContext;
use super::timeline::seats_for_a_time;
use crate::base::date::{Date, PartialDate, Period, When};
use crate::content::graph::{
    AnyLink, Backlink, BodyPart, Link, Part, Relation, SeatLinks, WrittenPart,
};
use crate::content::model::{
    Body, Change, Holder, Meeting, MeetingStatus, Organization, Person, Role,
};
use crate::content::news::{NewsItem, NewsKind};

/// A fact about a body.
#[derive(Clone, Copy)]
pub(super) enum Fact<'a> {
    /// The body or table begins.
    Established(BodyPart),
    /// The body or table ends.
    Ended(BodyPart),
    /// Something becomes of the body or table.
    Changed(BodyPart, &'a Change<Body>, Option<BodyPart>),
    /// Something becomes of an organization that takes part.
    OrganizationChanged(
        Link<Organization>,
        &'a Change<Organization>,
        Option<Link<Organization>>,
    ),
    /// Somebody takes a seat.
    Started(BodyPart, &'a SeatLinks, SeatHolder<'a>),
    /// Somebody who sat on a seat takes it for another time.
    Confirmed(BodyPart, &'a SeatLinks, SeatHolder<'a>),
    /// Somebody leaves a seat.
    Left(BodyPart, &'a SeatLinks, SeatHolder<'a>),
    /// A term of the body or table is over.
    TermOver(BodyPart),
    /// A seat is added to those of the body or table.
    SeatAdded(BodyPart, &'a SeatLinks),
    /// A seat is one of the body or table no more.
    SeatEnded(BodyPart, &'a SeatLinks),
    /// A place of a seat is vacant.
    Vacant(BodyPart, &'a SeatLinks, SeatHolder<'a>),
    /// A meeting is called.
    Called(Link<Meeting>),
    /// A meeting does not take place.
    Cancelled(Link<Meeting>),
    /// A meeting was held.
    Held(Link<Meeting>),
    /// The minutes of a meeting are published.
    Minutes(Link<Meeting>),
    /// The page says something else.
    Updated,
    /// What a commit tells.
    News(&'a NewsItem),
}

/// The seat in which a holder is written, which may be that of another body, and the number of the holder there.
pub(super) type SeatHolder<'a> = (&'a SeatLinks, usize);

/// When somebody sits, and the role to which they were elected for that time.
type Mandate = (Period, Option<Role>);

/// Calls `tell` with each fact about a body whose day is known and has come, in no order of time.
pub(super) fn each<'a>(
    page: &PageContext<'a>,
    body: Link<Body>,
    mut tell: impl FnMut(Date, Fact<'a>),
) {
    let as_of = page.as_of;
    let mut tell = |date: PartialDate, fact| {
        if let Some(day) = date.day().filter(|day| *day <= as_of) {
            tell(day, fact);
        }
    };
    each_dated(page, body, &mut tell);
    let node = &page.graph.get(body).node;
    let is_known = page.news.is_known(page.recorder);
    if is_known {
        let zone = page.site.written.zone();
        for item in page.news.of(page.recorder, node.id()) {
            if let Some(day) = told_on(item, &zone) {
                tell(day.into(), Fact::News(item));
            }
        }
    } else if let Some(updated) = node.last_change() {
        tell(updated.into(), Fact::Updated);
    }
    let is_meeting = |it: &Backlink| it.relation == Relation::Meeting;
    let backlinks = page.graph.backlinks(AnyLink::Body(body)).into_iter();
    for backlink in backlinks.filter(is_meeting) {
        if let AnyLink::Meeting(meeting) = backlink.from {
            of_meeting(page, meeting, is_known, &mut tell);
        }
    }
}

/// The day on which a commit tells something. `None` at the ends of the calendar, and of what is no news: a meeting that
/// had been before it was written down is not called.
pub(super) fn told_on(item: &NewsItem, zone: &jiff::tz::TimeZone) -> Option<Date> {
    let day = Date::from_unix(item.seconds, zone)?;
    match &item.kind {
        NewsKind::Corrected(of) => Some(*of).filter(|of| *of <= day),
        NewsKind::Called(meeting) => {
            let start = When::parse(&meeting.start)?.date(zone);
            (start >= day && !meeting.is_held()).then_some(day)
        }
        _ => Some(day),
    }
}

/// Calls `tell` with each fact about a body that has a date, known in part perhaps, in no order of time. What is written
/// about its meetings, and when, is not among them.
pub(super) fn each_dated<'a>(
    page: &PageContext<'a>,
    body: Link<Body>,
    mut tell: impl FnMut(PartialDate, Fact<'a>),
) {
    let mut tell = |date: Option<PartialDate>, fact| {
        if let Some(date) = date {
            tell(date, fact);
        }
    };
    let entity = page.graph.get(body);
    for (part, written) in entity.parts() {
        let of = BodyPart {
            body,
            table: part.table,
        };
        of_part(page, of, (part, written), &mut tell);
    }
    let existence = entity.written.own_existence(None).days;
    let mut seen = BTreeSet::new();
    let organizations = page.graph.affiliations(body).each();
    let organizations = organizations.map(|it| it.organization);
    for organization in organizations.filter(|it| seen.insert(*it)) {
        let history = page.graph.history(organization);
        let changes = history.changes.iter().zip(history.successors);
        for (change, into) in changes.filter(|(it, _)| !existence.excludes(it.date)) {
            let fact = Fact::OrganizationChanged(organization, change, *into);
            tell(Some(change.date), fact);
        }
    }
}

fn of_part<'a>(
    page: &PageContext<'a>,
    of: BodyPart,
    (part, written): (&'a Part, WrittenPart<'a>),
    tell: &mut impl FnMut(Option<PartialDate>, Fact<'a>),
) {
    // The tables of a body have its validity, unless they have their own.
    let tables = &page.graph.get(of.body).written.tables;
    let has_own = |table: usize| tables.get(table).is_some_and(|it| it.valid.is_some());
    if of.table.is_none_or(has_own) {
        tell(written.valid.from, Fact::Established(of));
        tell(written.valid.until, Fact::Ended(of));
    }
    for (change, into) in written.changes.iter().zip(&part.successors) {
        tell(Some(change.date), Fact::Changed(of, change, *into));
    }
    for (date, fact) in seats_for_a_time(of, part) {
        tell(date, fact);
    }
    for seat in &part.seats {
        let sources = seat.holder_sources(page.graph).into_iter();
        let holders = sources.flat_map(|it| it.each_holder().map(move |holder| (it.seat, holder)));
        let sitting: Vec<_> = holders
            .map(|(held, (number, (holder, links)))| ((held, number), holder, links.period))
            .collect();
        let mut mandates: HashMap<_, Vec<Mandate>> = HashMap::new();
        for (_, holder, period) in &sitting {
            let of_same = mandates.entry(mandate_of(holder)).or_default();
            of_same.push((*period, holder.role));
        }
        for (who, holder, period) in sitting {
            if holder.is_vacant() {
                tell(period.from, Fact::Vacant(of, seat, who));
                continue;
            }
            let mandates = mandates.get(&mandate_of(holder)).into_iter().flatten();
            let others = || mandates.clone().filter(|(it, _)| *it != period);
            let before = others().find(|(it, _)| it.is_followed_by(period));
            let after = others().find(|(it, _)| period.is_followed_by(*it));
            // Who takes or gives up a role and keeps the place takes or gives up that role only.
            let is_taken = |other: Option<&Mandate>| match other {
                Some((_, role)) => *role != holder.role && holder.role.is_some(),
                None => true,
            };
            if is_taken(before) {
                tell(period.from, Fact::Started(of, seat, who));
            } else if before.is_some_and(|(_, role)| *role == holder.role) {
                tell(period.from, Fact::Confirmed(of, seat, who));
            }
            if is_taken(after) {
                tell(period.until, Fact::Left(of, seat, who));
            }
        }
    }
}

/// By what the mandates of one person on a seat are known: what the person is called, and whether it stands in for another.
fn mandate_of(holder: &Holder) -> (&str, bool) {
    let mut names = holder.names().into_iter().flatten();
    (names.next().unwrap_or_default(), holder.is_substitute())
}

/// A meeting is called or cancelled when its file says so; in the end, on its day. If the history tells, that is the day
/// on which the site began, unless a commit tells another.
fn of_meeting<'a>(
    page: &PageContext<'a>,
    link: Link<Meeting>,
    is_known: bool,
    tell: &mut impl FnMut(PartialDate, Fact<'a>),
) {
    let meeting = page.graph.get(link);
    let zone = page.site.written.zone();
    let day = meeting.written.start.date(&zone);
    let is_told = is_known && page.news.has_changed(page.recorder, &meeting.node.name);
    let beginning = || Date::from_unix(page.news.beginning(page.recorder)?, &zone);
    let said = match is_known {
        true => beginning().filter(|_| !is_told),
        false => Some(meeting.node.last_change().map_or(day, |said| said.min(day))),
    };
    let is_to_come = match is_known {
        true => said.is_some_and(|said| day >= said),
        false => day >= page.as_of,
    };
    match (meeting.written.status, said) {
        (Some(MeetingStatus::Held), _) => tell(day.into(), Fact::Held(link)),
        (Some(MeetingStatus::Cancelled), Some(said)) => tell(said.into(), Fact::Cancelled(link)),
        (_, Some(said)) if is_to_come => tell(said.into(), Fact::Called(link)),
        _ => {}
    }
    if let Some(minutes) = meeting.links.minutes.filter(|_| !is_known) {
        let minutes = page.graph.get(minutes);
        let published = minutes.node.last_change().map(PartialDate::from);
        if let Some(published) = published.or(minutes.written.date) {
            tell(published, Fact::Minutes(link));
        }
    }
}

impl Fact<'_> {
    /// The order of the facts of a day, besides that in which they are told: a meeting that the first commit called has the
    /// same place whether the content tells of it or, since it was changed, the history; and that something else was
    /// changed comes last.
    pub(super) fn order(&self, page: &PageContext<'_>, moment: i64) -> impl Ord + use<> {
        let beginning = page.news.beginning(page.recorder);
        let (rank, meeting) = match self {
            Fact::Called(link) | Fact::Cancelled(link) => {
                let written = &page.graph.get(*link).written;
                let start = written.start.on_clocks_of(&page.site.written.zone());
                let name = page.graph.summary((*link).into()).name();
                let then = page.news.title_at(page.recorder, name, moment);
                let title = then.unwrap_or(&written.title);
                (1, Some((start.to_string(), title.to_owned())))
            }
            Fact::News(item) => match &item.kind {
                NewsKind::Called(it) | NewsKind::Cancelled(it)
                    if Some(item.seconds) == beginning =>
                {
                    (1, Some((it.start.clone(), it.title.clone())))
                }
                NewsKind::Updated => (3, None),
                _ => (2, None),
            },
            _ => (0, None),
        };
        (rank, meeting)
    }

    /// The person who takes or leaves a seat, if the person has a page or entry.
    pub(super) fn person(&self) -> Option<Link<Person>> {
        match self {
            Fact::Started(.., (held, number))
            | Fact::Confirmed(.., (held, number))
            | Fact::Left(.., (held, number)) => held.holders.get(*number)?.person,
            _ => None,
        }
    }
}
