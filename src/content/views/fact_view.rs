//! What is said of a fact about a body: in its timeline, its feed and its calendar.

use core::ptr;
use std::borrow::Cow;
use std::mem;

use super::PageContext;
use super::calendar::part_title;
use super::facts::{Fact, SeatHolder};
use crate::base::date::{Date, When};
use crate::content::graph::{AnyLink, BodyPart, Link, SeatLinks};
use crate::content::model::translation::SeatWords;
use crate::content::model::{
    Change, ChangeKind, Each, EntityKind, Holder, Meeting, Name, Role, SeatNames, seat_name,
};
use crate::content::news::{MeetingNews, NewsItem, NewsKind};
use crate::notation::scalar::Text;

/// What a fact says: a label of the theme, and the words in it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactView<'a> {
    /// The key of the label: `feed-left`.
    pub label: String,
    /// The words, by the names that the label has for them.
    pub words: Vec<(&'static str, Word<'a>)>,
}

/// A word in the label of a fact.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word<'a> {
    /// As it is.
    Text(Cow<'a, str>),
    /// Another label, for one.
    Label(String),
}

impl<'a> FactView<'a> {
    /// The words, where `label` tells what stands for a key.
    pub fn in_words(&self, label: impl Fn(&str) -> String) -> Vec<(&'static str, String)> {
        let words = self.words.iter().map(|(name, word)| {
            let word = match word {
                Word::Text(text) => text.to_string(),
                Word::Label(key) => label(key),
            };
            (*name, word)
        });
        let mut words: Vec<(&str, String)> = words.collect();
        let of = words.iter().position(|(name, _)| *name == "of");
        if let Some((_, of)) = of.map(|at| words.remove(at))
            && let Some((_, seat)) = words.iter_mut().find(|(name, _)| *name == "seat")
        {
            *seat = seat_name(seat, &of);
        }
        words
    }

    /// That what was told is told no longer.
    pub(super) fn corrected() -> FactView<'a> {
        let label = "feed-corrected".to_owned();
        FactView {
            label,
            words: Vec::new(),
        }
    }

    /// What a fact of a day says, with the titles of a moment, as in [`PageContext::title_at`].
    pub(super) fn new(
        page: &PageContext<'a>,
        day: Date,
        fact: Fact<'a>,
        moment: Option<i64>,
    ) -> FactView<'a> {
        // A renaming is told with the name that it gave, even after another one.
        let moment = moment.and_then(|moment| match fact {
            Fact::Changed(of, it, None) if it.kind == ChangeKind::Rename => {
                let part = page.graph.get(of.body).written.part(of.table);
                next_rename(page, it, part?.changes)
            }
            Fact::OrganizationChanged(of, it, None) if it.kind == ChangeKind::Rename => {
                next_rename(page, it, page.graph.history(of).changes)
            }
            _ => Some(moment),
        });
        let date = ("date", Word::Text(page.locale.day(day)));
        let name = |part| ("name", Word::Text(part_title(page, part, moment)));
        let meeting = |link| ("title", text(page.title_at(AnyLink::Meeting(link), moment)));
        let of_holder = |label: String, of, who| {
            let mut words = holder(page, of, who, moment);
            words.push(date.clone());
            (label, words)
        };
        let (label, words) = match fact {
            Fact::Established(part) => ("feed-established".to_owned(), vec![name(part), date]),
            Fact::Ended(part) => ("feed-ended".to_owned(), vec![name(part), date]),
            Fact::Changed(part, change, into) => {
                let into = into.map(|into| part_title(page, into, moment));
                changed(change.kind, name(part), date, into)
            }
            Fact::OrganizationChanged(organization, change, into) => {
                let name = ("name", text(page.title_at(organization.into(), moment)));
                let into = into.map(|into| page.title_at(into.into(), moment).into());
                changed(change.kind, name, date, into)
            }
            Fact::Started(part, seat, who) => {
                of_holder(holder_label("feed-started", who), (part, seat), who)
            }
            Fact::Confirmed(part, seat, who) => {
                of_holder("feed-confirmed".to_owned(), (part, seat), who)
            }
            Fact::Left(part, seat, who) => {
                of_holder(holder_label("feed-left", who), (part, seat), who)
            }
            Fact::TermOver(part) => ("calendar-term-over".to_owned(), vec![name(part), date]),
            Fact::Vacant(part, seat, who) => of_holder("feed-vacant".to_owned(), (part, seat), who),
            Fact::SeatAdded(part, seat) => {
                of_seat(page, "feed-seat-added", date, (part, seat), moment)
            }
            Fact::SeatEnded(part, seat) => {
                of_seat(page, "feed-seat-ended", date, (part, seat), moment)
            }
            Fact::Called(link) => (
                "feed-called".to_owned(),
                vec![meeting(link), when(page, link)],
            ),
            Fact::Cancelled(link) => (
                "feed-cancelled".to_owned(),
                vec![meeting(link), when(page, link)],
            ),
            Fact::Held(link) => ("feed-held".to_owned(), vec![meeting(link), date]),
            Fact::Minutes(link) => ("feed-minutes".to_owned(), vec![meeting(link)]),
            Fact::Updated => ("feed-updated".to_owned(), Vec::new()),
            Fact::News(item) => news(page, item),
        };
        FactView { label, words }
    }
}

/// The moment of the next renaming. Until then, the name is the one that this change gave. `None` if there is none.
fn next_rename<T>(page: &PageContext<'_>, change: &Change<T>, all: &[Change<T>]) -> Option<i64> {
    let later = all.iter();
    let later = later.filter(|it| it.kind == ChangeKind::Rename && it.date > change.date);
    let next = later.map(|it| it.date.first()).min()?;
    Some(next.start(&page.site.written.zone())?.as_second())
}

/// What a commit tells, by the titles of its time.
fn news<'a>(page: &PageContext<'a>, item: &'a NewsItem) -> (String, Vec<(&'static str, Word<'a>)>) {
    let organization = |id: &'a str, moment| {
        let kind = EntityKind::Organization;
        let name = Name::parse(kind, id);
        let then = name.and_then(|it| page.news.title_at(page.recorder, &it, moment));
        let now = || page.graph.named(kind, id).map(|link| page.title(link));
        ("name", text(then.or_else(now).unwrap_or(id)))
    };
    let when = |typed: &'a str| match When::parse(typed) {
        Some(start) => Word::Text(moment(page, &start)),
        None => text(typed),
    };
    let meeting = |it: &'a MeetingNews| {
        let link = page.graph.named(EntityKind::Meeting, &it.id);
        let is_same = |link: &AnyLink| {
            let summary = page.graph.summary(*link);
            summary.title(&page.site.language) == it.title
        };
        let title = link.filter(is_same).map_or(&*it.title, |it| page.title(it));
        let title = text(title);
        vec![("title", title), ("when", when(&it.start))]
    };
    let (label, words) = match &item.kind {
        NewsKind::Added => ("added", vec![("name", text(&item.title))]),
        NewsKind::Withdrawn(_) => ("withdrawn", vec![("name", text(&item.title))]),
        NewsKind::Renamed(before, after) => (
            "renamed",
            vec![("before", text(before)), ("name", text(after))],
        ),
        NewsKind::Updated => ("updated", Vec::new()),
        NewsKind::Joined(id) => ("joined", vec![organization(id, item.seconds)]),
        // It had left before it was called otherwise, or its id was another's.
        NewsKind::Parted(id) => ("parted", vec![organization(id, item.seconds - 1)]),
        NewsKind::HolderWithdrawn => ("holder-withdrawn", Vec::new()),
        NewsKind::SeatWithdrawn(Some(office)) => {
            ("seat-withdrawn-named", vec![("seat", text(office))])
        }
        NewsKind::SeatWithdrawn(None) => ("seat-withdrawn", Vec::new()),
        NewsKind::Called(it) => ("called", meeting(it)),
        NewsKind::Cancelled(it) => ("cancelled", meeting(it)),
        NewsKind::Reinstated(it) => ("reinstated", meeting(it)),
        NewsKind::Moved(it, before) => {
            let mut words = meeting(it);
            words.push(("before", when(before)));
            ("moved", words)
        }
        NewsKind::MeetingRenamed(it, before) => {
            let mut words = meeting(it);
            words.push(("before", text(before)));
            ("meeting-renamed", words)
        }
        NewsKind::Changed(it) => ("meeting-changed", meeting(it)),
        NewsKind::MeetingWithdrawn(it) => ("meeting-withdrawn", meeting(it)),
        NewsKind::Minutes(it) => ("minutes", meeting(it)),
        NewsKind::MinutesWithdrawn(it) => ("minutes-withdrawn", meeting(it)),
        NewsKind::Document(it) => ("document", meeting(it)),
        NewsKind::Corrected(of) => {
            let day = Date::from_unix(item.seconds, &page.site.written.zone()).unwrap_or(*of);
            ("revised", vec![("date", Word::Text(page.locale.day(day)))])
        }
    };
    (format!("feed-{label}"), words)
}

/// What is said of a seat without its holders.
fn of_seat<'a>(
    page: &PageContext<'a>,
    label: &str,
    date: (&'static str, Word<'a>),
    of: (BodyPart, &'a SeatLinks),
    moment: Option<i64>,
) -> (String, Vec<(&'static str, Word<'a>)>) {
    let words = seat_words(page, of, moment);
    (label.to_owned(), words.into_iter().chain([date]).collect())
}

fn text(text: &str) -> Word<'_> {
    Word::Text(text.into())
}

/// `feed-merger`, or `feed-merger-into`.
fn changed<'a>(
    kind: ChangeKind,
    name: (&'static str, Word<'a>),
    date: (&'static str, Word<'a>),
    into: Option<Cow<'a, str>>,
) -> (String, Vec<(&'static str, Word<'a>)>) {
    let label = format!("feed-{}", kind.as_str());
    let into = into.map(|into| ("into", Word::Text(into)));
    let label = match into {
        Some(_) => label + "-into",
        None => label,
    };
    (label, [name, date].into_iter().chain(into).collect())
}

/// When a meeting begins: the day, and the hour where it is known.
fn when<'a>(page: &PageContext<'a>, link: Link<Meeting>) -> (&'static str, Word<'a>) {
    let start = &page.graph.get(link).written.start;
    ("when", Word::Text(moment(page, start)))
}

fn moment<'a>(page: &PageContext<'a>, when: &When) -> Cow<'a, str> {
    let when = page.moment(when);
    match when.time {
        Some(time) => format!("{}, {time}", when.day.text).into(),
        None => when.day.text,
    }
}

fn holder_label(label: &str, (held, number): SeatHolder<'_>) -> String {
    let holder = held.written.holders.get(number);
    let is_acting = holder.is_some_and(|it| it.acting == Some(true));
    let is_substitute = holder.is_some_and(Holder::is_substitute);
    let is_delegate = holder.is_some_and(|it| it.delegate_of.is_some());
    match (is_acting, is_substitute, is_delegate) {
        (true, ..) => format!("{label}-acting"),
        (_, true, _) => format!("{label}-substitute"),
        (.., true) => format!("{label}-delegate"),
        _ => label.to_owned(),
    }
}

fn holder<'a>(
    page: &PageContext<'a>,
    of: (BodyPart, &'a SeatLinks),
    (held, number): SeatHolder<'a>,
    moment: Option<i64>,
) -> Vec<(&'static str, Word<'a>)> {
    let holder = held.written.holders.get(number);
    let links = held.holders.get(number);
    let person = links.and_then(|links| links.person);
    let name = person.map(|person| page.title(person.into()));
    let name = name.or_else(|| holder?.name.as_deref());
    let organization = links.and_then(|it| it.on_behalf_of);
    let organization = organization.map(|it| page.title_at(it.into(), moment));
    let [mut seat, mut detail, mut table] = seat_words(page, of, moment);
    // Whoever sits by right of another seat does not sit for whom they have that.
    let is_detail = name.is_some() || holder.is_some_and(Holder::is_vacant);
    if let Some(organization) = organization.filter(|_| is_detail && ptr::eq(held, of.1))
        && detail.1 == text("")
    {
        detail.1 = text(organization);
    }
    // An organization of which nobody is named.
    let name = name.or(organization).unwrap_or_default();
    // Whoever was elected to a role sits on another seat. Both are told, unless the other is held because of the role.
    let elected = holder
        .and_then(|it| it.role)
        .filter(|_| ptr::eq(held, of.1));
    if let Some(role) = elected {
        let role = Word::Label(format!("role-{}", role.as_str()));
        if let office @ Word::Text(_) = mem::replace(&mut seat.1, role) {
            detail.1 = office;
        }
    }
    let office = holder.and_then(|it| own_office(page, of, held, it));
    if let (Some(office), Word::Text(table)) =
        (office.filter(|it| seat.1 != text(it)), &mut table.1)
    {
        table.to_mut().extend(["; ", office]);
    }
    vec![("name", text(name)), seat, detail, table]
}

/// The office that a holder has elsewhere. A translation of the body's page has that of a holder who is written in the body.
fn own_office<'a>(
    page: &PageContext<'a>,
    of: (BodyPart, &'a SeatLinks),
    held: &SeatLinks,
    holder: &'a Holder,
) -> Option<&'a str> {
    let words = translated_seat(page, of).filter(|_| ptr::eq(held, of.1));
    let words = words.and_then(|it| it.holder(holder));
    let translated = words.and_then(|it| it.office.as_deref());
    translated.or(holder.office.as_deref())
}

/// The words of a seat in the language of the page, if its body is translated.
fn translated_seat<'a>(
    page: &PageContext<'a>,
    (part, seat): (BodyPart, &'a SeatLinks),
) -> Option<&'a SeatWords> {
    let table = page.graph.table(part).map(|it| it.id);
    page.translation(part.body)?.seat(table, &seat.written.id)
}

/// The seat, what tells it from others that are called so, and its table after a comma, if it is in one.
fn seat_words<'a>(
    page: &PageContext<'a>,
    (part, seat): (BodyPart, &'a SeatLinks),
    moment: Option<i64>,
) -> [(&'static str, Word<'a>); 3] {
    let written = &*seat.written;
    let table = page.graph.table(part);
    let words = translated_seat(page, (part, seat));
    let said = |of: fn(&SeatWords) -> &Option<Text>, own: &'a Option<Text>| {
        let words = words.and_then(|it| of(it).as_deref());
        words.or(own.as_deref()).map(text)
    };
    let each = || match &written.each {
        Some(Each::Text(own)) => {
            let translated = words.and_then(|it| it.each.as_deref());
            Some(text(translated.unwrap_or(own)))
        }
        _ => None,
    };
    let role = written.role.filter(|role| *role != Role::Member);
    let names = SeatNames {
        title: said(|it| &it.title, &written.title),
        office: said(|it| &it.office, &written.office),
        role: role.map(|role| Word::Label(format!("role-{}", role.as_str()))),
        basis: Word::Label(format!("holder-{}", written.basis.as_str())),
        subject: said(|it| &it.subject, &written.subject),
        represents: said(|it| &it.represents, &written.represents).or_else(each),
    };
    let (word, of) = names.name(|| match &*seat.from {
        [only] => Some(text(page.title_at((*only).into(), moment))),
        _ => None,
    });
    let table = table.map_or_else(String::new, |it| format!(", {}", page.table_title(it).0));
    let of = of.unwrap_or(text(""));
    [
        ("seat", word),
        ("of", of),
        ("table", Word::Text(table.into())),
    ]
}
