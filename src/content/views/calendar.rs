//! Calendars: the meetings of a body, or of the whole site, for calendar applications; of a body perhaps the ends of
//! mandates, too.

use std::borrow::Cow;

use jiff::Timestamp;

use super::{FactView, PageContext, mandate_events, meeting};
use crate::base::date::{Date, When};
use crate::base::output::OutputPath;
use crate::base::source::CommitStamp;
use crate::content::graph::{AnyLink, BodyPart, Link, Node, Reader, Relation, Site};
use crate::content::model::{Body, EntityKind, Meeting, MeetingStatus};

/// What a calendar shows.
pub struct CalendarView<'a> {
    /// The name of the body or of the site.
    pub name: &'a str,
    /// Where the calendar is published. `None` if the site has no address.
    pub address: Option<String>,
    /// The time zone of the site.
    pub zone: jiff::tz::TimeZone,
    /// The meetings, in the order of time.
    pub events: Vec<EventView<'a>>,
}

/// What a calendar shows of a meeting, or of a day on which mandates end.
pub struct EventView<'a> {
    /// A name that no other event has, and that stays when date, title, id or file of a meeting change.
    pub uid: String,
    /// A number that grows with each change.
    pub sequence: i32,
    /// The moment of the last change, where it is known.
    pub revised: Option<Timestamp>,
    /// When it begins.
    pub start: Time,
    /// When it ends, if that is known and later.
    pub end: Option<Time>,
    /// Whether it does not take place.
    pub is_cancelled: bool,
    /// The title, or that of the body whose mandates end.
    pub title: &'a str,
    /// The mandates that end. Empty for a meeting.
    pub ends: Vec<FactView<'a>>,
    /// The body or table that meets.
    pub body: Option<Cow<'a, str>>,
    /// Where it takes place.
    pub place: Option<&'a str>,
    /// The web address where one can take part.
    pub url: Option<&'a str>,
    /// The items on its agenda, in order.
    pub agenda: Vec<&'a str>,
    /// The title of the minutes.
    pub minutes: Option<&'a str>,
    /// The absolute address of its page. `None` if the site has no address.
    pub page: Option<String>,
}

/// When a meeting begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// On a day, at an hour that is not known.
    Day(Date),
    /// At a moment.
    Moment(Timestamp),
}

/// Where the calendar in the folder of a page is.
pub fn path(page: &OutputPath) -> OutputPath {
    OutputPath::file(&format!("{}calendar.ics", page.folder()))
}

/// Whether a body has a calendar: one without events would be none.
pub fn is_of(graph: Reader<'_>, site: &Site, body: Link<Body>) -> bool {
    let meetings = graph.count(body.into(), Relation::Meeting, EntityKind::Meeting);
    meetings > 0 || mandate_events::has_some(graph, site, body)
}

impl<'a> CalendarView<'a> {
    /// The calendar of a body.
    pub(super) fn of_body(page: &PageContext<'a>, body: Link<Body>) -> CalendarView<'a> {
        let backlinks = page.graph.backlinks(body.into()).into_iter();
        let meetings = backlinks.filter(|it| it.relation == Relation::Meeting);
        let (title, mandates) = (page.title(body.into()), mandate_events::all(page, body));
        let beside = page.graph.summary(body.into()).output();
        CalendarView::new(page, (title, beside), meetings.map(|it| it.from), mandates)
    }

    /// The calendar of the site.
    pub(super) fn of_site(page: &PageContext<'a>) -> CalendarView<'a> {
        let meetings = page.graph.all(EntityKind::Meeting);
        let (title, _) = page.local(&page.site.written.title);
        let home = OutputPath::page("");
        CalendarView::new(page, (title, &home), meetings, Vec::new())
    }

    fn new(
        page: &PageContext<'a>,
        (name, beside): (&'a str, &OutputPath),
        meetings: impl IntoIterator<Item = AnyLink>,
        mandates: Vec<EventView<'a>>,
    ) -> CalendarView<'a> {
        let zone = page.site.written.zone();
        let events = meetings.into_iter().filter_map(|link| match link {
            AnyLink::Meeting(meeting) => EventView::new(page, meeting, &zone),
            _ => None,
        });
        let mut events: Vec<EventView<'_>> = events.chain(mandates).collect();
        events.sort_by_cached_key(|it| (it.start.first_moment(&zone), it.uid.clone()));
        CalendarView {
            name,
            address: page.absolute(&path(&page.localized(beside))),
            zone,
            events,
        }
    }
}

impl<'a> EventView<'a> {
    /// Returns `None` for a meeting at the ends of the calendar.
    fn new(
        page: &PageContext<'a>,
        link: Link<Meeting>,
        zone: &jiff::tz::TimeZone,
    ) -> Option<EventView<'a>> {
        let meeting = page.graph.get(link);
        let (node, written) = (&meeting.node, &meeting.written);
        let start = Time::of(&written.start, zone)?;
        let end = written.end.as_ref();
        let end = end.and_then(|end| Time::of_end(end, &written.start, zone));
        let of_meeting = page.news.last_commit(page.recorder, &node.name);
        let stamp = node.commit.map(|of_file| of_meeting.unwrap_or(of_file));
        let revised = revision(stamp, node, zone);
        let is_cancelled = written.status == Some(MeetingStatus::Cancelled);
        let part = meeting.links.of;
        Some(EventView {
            uid: uid(page, &format!("meeting-{}", page.first_address(meeting))),
            sequence: sequence(stamp, revised, is_cancelled),
            revised,
            start,
            end: end.filter(|end| start.is_before(*end)),
            is_cancelled,
            title: page.title(AnyLink::Meeting(link)),
            ends: Vec::new(),
            body: part.map(|part| part_title(page, part, None)),
            place: meeting::place(page, meeting).0,
            url: written.url.as_deref(),
            agenda: meeting::agenda(page, meeting).0,
            minutes: meeting.links.minutes.map(|it| page.title(it.into())),
            page: page.absolute(&page.localized(&node.output)),
        })
    }
}

impl Time {
    /// Returns `None` at the ends of the calendar.
    fn of(when: &When, zone: &jiff::tz::TimeZone) -> Option<Time> {
        match when {
            When::Day(day) => Some(Time::Day(*day)),
            When::Moment(moment) => moment.instant(zone).map(Time::Moment),
        }
    }

    /// The end of what begins at another time, of the same kind as that. What begins at an hour and ends on a later day goes
    /// on until that day is over; on the same day, nothing is known of its end.
    fn of_end(end: &When, start: &When, zone: &jiff::tz::TimeZone) -> Option<Time> {
        match (start, end) {
            (When::Day(_), _) => Some(Time::Day(end.date(zone))),
            (When::Moment(_), When::Day(day)) => {
                let is_later = *day > start.date(zone);
                let next = day.after_days(1).filter(|_| is_later)?;
                next.start(zone).map(Time::Moment)
            }
            _ => Time::of(end, zone),
        }
    }

    /// The first moment of a day, or the moment itself.
    pub fn first_moment(self, zone: &jiff::tz::TimeZone) -> Timestamp {
        match self {
            Time::Day(day) => day.start(zone).unwrap_or(Timestamp::MIN),
            Time::Moment(moment) => moment,
        }
    }

    /// Whether the other is of the same kind and later.
    fn is_before(self, other: Time) -> bool {
        match (self, other) {
            (Time::Day(start), Time::Day(end)) => start < end,
            (Time::Moment(start), Time::Moment(end)) => start < end,
            _ => false,
        }
    }
}

/// The title of a body, with that of its table before it. `moment` is as in [`PageContext::title_at`].
pub(super) fn part_title<'a>(
    page: &PageContext<'a>,
    part: BodyPart,
    moment: Option<i64>,
) -> Cow<'a, str> {
    let body = page.title_at(AnyLink::Body(part.body), moment);
    match page.graph.table(part) {
        Some(table) => format!("{} – {body}", page.table_title(table).0).into(),
        None => body.into(),
    }
}

/// The moment of the last change of a meeting or body: of its last commit, else the day that was typed.
pub(super) fn revision(
    stamp: Option<CommitStamp>,
    node: &Node,
    zone: &jiff::tz::TimeZone,
) -> Option<Timestamp> {
    let committed = stamp.map(|it| Timestamp::from_second(it.seconds));
    let committed = committed.and_then(Result::ok);
    committed.or_else(|| node.last_change()?.start(zone))
}

/// A number that grows with each change. It follows the commits in their order, of which their clocks may tell another.
/// Where no history is kept, it follows the days that were typed, and what is cancelled is newer: that a meeting takes
/// place after all cannot be told on the same day then. History that is written anew may have fewer commits.
pub(super) fn sequence(
    stamp: Option<CommitStamp>,
    revised: Option<Timestamp>,
    is_cancelled: bool,
) -> i32 {
    /// Days since 1970 are fewer for long, so a site that begins to keep a history goes on. So are the numbers from 100,000
    /// that were those of a file, before they were those of a meeting.
    const FIRST_COMMIT: i64 = 200_000;
    let number = match stamp {
        Some(commit) => FIRST_COMMIT + i64::from(commit.number),
        None => revised.map_or(0, |at| at.as_second().max(0) / 86_400),
    };
    let sequence = number * 2 + i64::from(is_cancelled);
    i32::try_from(sequence).unwrap_or(i32::MAX)
}

/// A name on the host of the site, if it has one, and in its folder there: several sites on one host have their own. What
/// was published without a host gets another name with the first `base_url`: nothing tells whether anybody has read it
/// before. Later, `permanent_host` keeps the names.
pub(super) fn uid(page: &PageContext<'_>, name: &str) -> String {
    match page.site.written.permanent_host() {
        Some((host, folder)) => format!("{folder}{name}@{host}"),
        None => name.to_owned(),
    }
}
