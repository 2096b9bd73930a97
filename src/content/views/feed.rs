//! Feeds: what has happened to a body, or on the whole site, for feed readers (Atom, RFC 4287).

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::PageContext;
use super::facts::{self, Fact, FactView};
use crate::base::date::Date;
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, Link};
use crate::content::model::{Body, EntityKind, Name};

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
    /// A moment on the day.
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
        let id = body_tag(page, body);
        let entries = newest.map(|(day, facts)| EntryView::new(page, (body, &id), day, facts));
        let entries = entries.flatten().collect();
        let output = page.graph.summary(body.into()).output();
        let place = (id, page.localized(output));
        FeedView::new(page, place, page.title(body.into()), entries)
    }

    /// The feed of the site.
    pub(super) fn of_site(page: &PageContext<'a>) -> FeedView<'a> {
        let mut newest: BTreeSet<(Date, &Name, Link<Body>)> = BTreeSet::new();
        for body in bodies(page) {
            let name = &page.graph.get(body).node.name;
            facts::each(page, body, |day, _| {
                newest.insert((day, name, body));
                if newest.len() > ENTRIES_OF_SITE {
                    newest.pop_first();
                }
            });
        }
        let entries = newest.into_iter().filter_map(|(day, _, body)| {
            let mut facts = Vec::new();
            facts::each(page, body, |of, fact| {
                if of == day {
                    facts.push(fact);
                }
            });
            EntryView::new(page, (body, &body_tag(page, body)), day, facts)
        });
        let mut entries: Vec<EntryView<'_>> = entries.collect();
        entries.sort_by(|a, b| (b.updated, &a.id).cmp(&(a.updated, &b.id)));
        let (title, _) = page.local(&page.site.written.title);
        let place = (tag(page, ""), page.localized(&OutputPath::page("")));
        FeedView::new(page, place, title, entries)
    }

    fn new(
        page: &PageContext<'a>,
        (id, html): (String, OutputPath),
        title: &'a str,
        entries: Vec<EntryView<'a>>,
    ) -> FeedView<'a> {
        let written = &page.site.written;
        let author = written.authority.as_ref().unwrap_or(&written.title);
        FeedView {
            id,
            title,
            author: page.local(author).0,
            address: page.absolute(page.path).unwrap_or_default(),
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

impl<'a> EntryView<'a> {
    /// What happened to a body, with the id of its feed. Returns `None` at the ends of the calendar.
    fn new(
        page: &PageContext<'a>,
        (body, feed): (Link<Body>, &str),
        day: Date,
        facts: Vec<Fact<'a>>,
    ) -> Option<EntryView<'a>> {
        let id = format!("{feed}/{day}");
        let output = page.graph.summary(body.into()).output();
        let facts = facts.into_iter().map(|it| FactView::new(page, day, it));
        let start = day.start(&page.site.written.zone())?;
        Some(EntryView {
            updated: Timestamp::from_second(start.as_second() + second_of_day(&id)).ok()?,
            id,
            body: page.title(body.into()),
            page: page.absolute(&page.localized(output)).unwrap_or_default(),
            facts: facts.collect(),
        })
    }
}

/// A second in the first hour of a day. The facts of a day have no hour, but no two entries of a feed should have the
/// same moment, and that of an entry must not depend on the others.
fn second_of_day(id: &str) -> i64 {
    let digest = Digest::of(id.as_bytes());
    let bytes = digest.to_bytes().into_iter().take(4);
    bytes.fold(0, |number, byte| (number << 8 | i64::from(byte)) % 3600)
}

fn bodies<'a>(page: &PageContext<'a>) -> impl Iterator<Item = Link<Body>> + use<'a> {
    let bodies = page.graph.all(EntityKind::Body).into_iter();
    bodies.filter_map(|link| match link {
        AnyLink::Body(body) => Some(body),
        _ => None,
    })
}

fn body_tag(page: &PageContext<'_>, body: Link<Body>) -> String {
    tag(
        page,
        &format!("body/{}", page.graph.get(body).node.lasting_id()),
    )
}

/// An address that names something for ever: a tag of the host in a year in which it had it (RFC 4151). Feeds in other
/// languages are other feeds.
fn tag(page: &PageContext<'_>, name: &str) -> String {
    let host = page.site.written.permanent_host().unwrap_or_default();
    let language = page.language();
    match *language == page.site.language {
        true => format!("tag:{host},2026:/{name}"),
        false => format!("tag:{host},2026:/{language}/{name}"),
    }
}
