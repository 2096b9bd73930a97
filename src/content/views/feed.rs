//! Feeds: what has happened to a body, or on the whole site, for feed readers (Atom, RFC 4287).

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::FactView;
use super::PageContext;
use super::facts::{self, Fact};
use crate::base::date::Date;
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, Link};
use crate::content::model::{Body, EntityKind, Name};
use crate::content::news::NewsItem;

/// The most days that the feed of a body tells of.
const DAYS_OF_BODY: usize = 50;
/// The most entries that the feed of the site has.
const ENTRIES_OF_SITE: usize = 100;

/// What a feed shows.
pub struct FeedView<'a> {
    /// An address that never changes, and that leads nowhere (RFC 4151).
    pub id: String,
    /// The name of the body or of the site.
    pub title: &'a str,
    /// Who publishes it.
    pub author: &'a str,
    /// The absolute address of the feed.
    pub address: String,
    /// The absolute address of the page with the same content.
    pub page: String,
    /// The time zone of the site.
    pub zone: jiff::tz::TimeZone,
    /// The moment of the newest entry.
    pub updated: Timestamp,
    /// The entries, the newest first.
    pub entries: Vec<EntryView<'a>>,
}

/// An entry: the facts about a body on a day.
pub struct EntryView<'a> {
    /// An address that never changes, and that leads nowhere.
    pub id: String,
    /// The title of the body.
    pub body: &'a str,
    /// The absolute address of its page.
    pub page: String,
    /// The moment of the last change that was told on the day, or another moment of it.
    pub updated: Timestamp,
    /// The facts, in the order of the page.
    pub facts: Vec<FactView<'a>>,
}

/// Where the feed in the folder of a page is.
pub fn path(page: &OutputPath) -> OutputPath {
    OutputPath::file(&format!("{}feed.xml", page.folder()))
}

impl<'a> FeedView<'a> {
    /// The feed of a body.
    pub(super) fn of_body(page: &PageContext<'a>, body: Link<Body>) -> FeedView<'a> {
        let mut days: BTreeMap<Date, Vec<Fact<'a>>> = BTreeMap::new();
        facts::each(page, body, |day, fact| {
            days.entry(day).or_default().push(fact)
        });
        let newest = days.into_iter().rev().take(DAYS_OF_BODY);
        let subject = Subject::of(page, body);
        let entries = newest.map(|(day, facts)| EntryView::new(page, &subject, day, facts));
        let entries = entries.flatten().collect();
        let output = page.graph.summary(body.into()).output();
        let place = (subject.tag, page.localized(output));
        FeedView::new(page, place, page.title(body.into()), entries)
    }

    /// The feed of the site.
    pub(super) fn of_site(page: &PageContext<'a>) -> FeedView<'a> {
        let mut newest: BTreeSet<(Date, &str, Option<Link<Body>>)> = BTreeSet::new();
        let mut add = |day, id, body| {
            newest.insert((day, id, body));
            if newest.len() > ENTRIES_OF_SITE {
                newest.pop_first();
            }
        };
        for body in bodies(page) {
            let id = page.graph.get(body).node.id();
            facts::each(page, body, |day, _| add(day, id, Some(body)));
        }
        for (id, news) in withdrawn(page) {
            news_by_day(page, news, |day, _| add(day, id, None));
        }
        let entries = newest.into_iter().filter_map(|(day, id, body)| {
            let mut facts = Vec::new();
            let mut tell = |of, fact| {
                if of == day {
                    facts.push(fact);
                }
            };
            let subject = match body {
                Some(body) => {
                    facts::each(page, body, tell);
                    Subject::of(page, body)
                }
                None => {
                    let news = page.news.of(page.recorder, id);
                    news_by_day(page, news, &mut tell);
                    Subject::withdrawn(page, id, news)?
                }
            };
            EntryView::new(page, &subject, day, facts)
        });
        let entries = entries.collect();
        let (title, _) = page.local(&page.site.written.title);
        let place = (tag(page, ""), page.localized(&OutputPath::page("")));
        FeedView::new(page, place, title, entries)
    }

    fn new(
        page: &PageContext<'a>,
        (id, html): (String, OutputPath),
        title: &'a str,
        mut entries: Vec<EntryView<'a>>,
    ) -> FeedView<'a> {
        entries.sort_by(|a, b| (b.updated, &a.id).cmp(&(a.updated, &b.id)));
        let written = &page.site.written;
        let author = written.authority.as_ref().unwrap_or(&written.title);
        FeedView {
            id,
            title,
            author: page.local(author).0,
            address: page.absolute(&path(&html)).unwrap_or_default(),
            page: page.absolute(&html).unwrap_or_default(),
            zone: written.zone(),
            // A feed in which nothing has happened yet.
            updated: entries
                .first()
                .map_or(Timestamp::UNIX_EPOCH, |it| it.updated),
            entries,
        }
    }
}

/// The body that an entry is about.
struct Subject<'a> {
    name: Name,
    /// The id of its feed.
    tag: String,
    title: &'a str,
    /// The absolute address of its page, or of the site if it has none any more.
    page: String,
}

impl<'a> Subject<'a> {
    fn of(page: &PageContext<'a>, body: Link<Body>) -> Subject<'a> {
        let output = page.graph.summary(body.into()).output();
        Subject {
            name: page.graph.summary(body.into()).name().clone(),
            tag: body_tag(page, &page.first_address(page.graph.get(body))),
            title: page.title(body.into()),
            page: page.absolute(&page.localized(output)).unwrap_or_default(),
        }
    }

    /// A body that is no more. Returns `None` if its id cannot be one.
    fn withdrawn(page: &PageContext<'a>, id: &str, news: &'a [NewsItem]) -> Option<Subject<'a>> {
        let home = page.localized(&OutputPath::page(""));
        let mut titles = news.iter().rev().map(|it| it.title.as_str());
        let mut addresses = news.iter().rev().filter_map(NewsItem::withdrawn_from);
        Some(Subject {
            name: Name::parse(EntityKind::Body, id)?,
            tag: body_tag(page, addresses.next().unwrap_or_default()),
            title: titles.find(|it| !it.is_empty()).unwrap_or_default(),
            page: page.absolute(&home).unwrap_or_default(),
        })
    }
}

impl<'a> EntryView<'a> {
    /// What happened to a body on a day. Returns `None` at the ends of the calendar.
    fn new(
        page: &PageContext<'a>,
        subject: &Subject<'a>,
        day: Date,
        mut facts: Vec<Fact<'a>>,
    ) -> Option<EntryView<'a>> {
        let id = format!("{}/{day}", subject.tag);
        let (updated, told_at) = moment(page, &id, day, &facts)?;
        // What is told of the day says more than that something else was told, but for when that was.
        let zone = page.site.written.zone();
        let is_correction = |it: &Fact<'_>| matches!(it, Fact::News(it) if it.is_correction());
        let last = facts.iter().rfind(|it| is_correction(it)).copied();
        facts.retain(|it| !is_correction(it));
        // Facts that the content tells are in the order of their words, wherever they are written.
        let facts = facts.iter().map(|fact| {
            let view = FactView::new(page, day, *fact, Some(told_at));
            let words = Some(&view)
                .filter(|_| !matches!(fact, Fact::News(_)))
                .cloned();
            ((fact.order(page, told_at), words), view)
        });
        let mut facts: Vec<_> = facts.collect();
        facts.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut views: Vec<FactView<'a>> = Vec::new();
        for (_, view) in facts {
            if !views.contains(&view) {
                views.push(view);
            }
        }
        if let Some(Fact::News(item)) = last {
            if views.is_empty() {
                views.push(FactView::corrected());
            } else if Date::from_unix(item.seconds, &zone) != Some(day) {
                views.push(FactView::new(page, day, Fact::News(item), None));
            }
        }
        let then = page.news.title_at(page.recorder, &subject.name, told_at);
        Some(EntryView {
            updated,
            id,
            body: then.unwrap_or(subject.title),
            page: subject.page.clone(),
            facts: views,
        })
    }
}

/// The moment of the last commit that told something on a day, or something else; if none did, a moment in the first hour
/// of the day. The facts of a day have no hour, but no two entries of a feed should have the same moment, and that of an
/// entry must not depend on the others. The second value is the moment, in seconds since 1970, of which the titles are.
fn moment(
    page: &PageContext<'_>,
    id: &str,
    day: Date,
    facts: &[Fact<'_>],
) -> Option<(Timestamp, i64)> {
    // What the first commit said of meetings is told by the content, too, as long as they stay as they were.
    let beginning = page.news.beginning(page.recorder);
    let commits = facts.iter().filter_map(|fact| match fact {
        Fact::News(item) => Some(item.seconds),
        // No earlier name of a person is told again.
        fact => {
            let name = page.graph.summary(fact.person()?.into()).name();
            page.news.titled_since(page.recorder, name)
        }
    });
    let commits: Vec<i64> = commits.filter(|it| Some(*it) != beginning).collect();
    let digest = Digest::of(id.as_bytes());
    let bytes = digest.to_bytes().into_iter().take(4);
    let number = bytes.fold(0, |number, byte| (number << 8 | i64::from(byte)) % 3600);
    let first = day.start(&page.site.written.zone())?.as_second() + number;
    let last = commits.iter().copied().max();
    let seconds = last.map(|last| last.div_euclid(60) * 60 + number % 60);
    // Whatever a commit adds makes the moment a later one, also in the same minute.
    let more = i64::try_from(commits.len()).unwrap_or_default();
    let updated = seconds.map_or(first, |it| it.max(first) + more);
    let told_at = last.map_or(first, |last| last.max(first));
    Some((Timestamp::from_second(updated).ok()?, told_at))
}

/// The bodies that are no more, and what is told of them.
fn withdrawn<'a>(page: &PageContext<'a>) -> impl Iterator<Item = (&'a str, &'a [NewsItem])> {
    let graph = page.graph;
    let told = page.news.all(page.recorder);
    let is_gone = |news: &[NewsItem]| news.iter().any(|it| it.withdrawn_from().is_some());
    let gone =
        told.filter(move |(id, news)| is_gone(news) && graph.named(EntityKind::Body, id).is_none());
    gone.collect::<Vec<_>>().into_iter()
}

/// Calls `tell` with what is told of a body that is no more.
fn news_by_day<'a>(
    page: &PageContext<'a>,
    news: &'a [NewsItem],
    mut tell: impl FnMut(Date, Fact<'a>),
) {
    let zone = page.site.written.zone();
    for item in news {
        if let Some(day) = facts::told_on(item, &zone).filter(|day| *day <= page.as_of) {
            tell(day, Fact::News(item));
        }
    }
}

fn bodies<'a>(page: &PageContext<'a>) -> impl Iterator<Item = Link<Body>> + use<'a> {
    let bodies = page.graph.all(EntityKind::Body).into_iter();
    bodies.filter_map(|link| match link {
        AnyLink::Body(body) => Some(body),
        _ => None,
    })
}

fn body_tag(page: &PageContext<'_>, first_address: &str) -> String {
    tag(page, &format!("body/{first_address}"))
}

/// An address that names something for ever: a tag of the host in a year in which it had it (RFC 4151), in the folder of
/// the site, because another folder of the host may be another site. Feeds in other languages are other feeds.
fn tag(page: &PageContext<'_>, name: &str) -> String {
    let (host, folder) = page.site.written.permanent_host().unwrap_or_default();
    let language = page.language();
    match *language == page.site.language {
        true => format!("tag:{host},2026:/{folder}{name}"),
        false => format!("tag:{host},2026:/{folder}{language}/{name}"),
    }
}
