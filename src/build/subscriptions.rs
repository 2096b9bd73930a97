//! Writing calendars and feeds: what they show, in the words of the theme.

use std::io;

use fluent_bundle::FluentArgs;

use crate::content::views::FactView;
use crate::content::views::calendar::{CalendarView, EventView, Time};
use crate::content::views::feed::{EntryView, FeedView};
use crate::site::calendar::{self, Calendar, Event};
use crate::site::feed::{self, Entry, Feed};
use crate::site::theme::Templates;

/// The text of a calendar.
pub(super) fn write_calendar(view: &CalendarView<'_>, language: &str, words: &Templates) -> String {
    calendar::write(&Calendar {
        name: view.name,
        language,
        address: view.address.as_deref(),
        zone: &view.zone,
        events: view.events.iter().map(|it| event(it, words)).collect(),
    })
}

/// The text of a feed.
pub(super) fn write_feed(
    view: &FeedView<'_>,
    language: &str,
    words: &Templates,
) -> io::Result<Vec<u8>> {
    feed::write(&Feed {
        id: &view.id,
        title: view.title,
        language,
        author: view.author,
        address: &view.address,
        page: &view.page,
        zone: &view.zone,
        updated: view.updated,
        entries: view.entries.iter().map(|it| entry(it, words)).collect(),
    })
}

fn event<'a>(view: &'a EventView<'_>, words: &Templates) -> Event<'a> {
    let summary = match view.is_cancelled {
        // Some applications show no status.
        true => phrase(words, "calendar-cancelled", [("title", view.title)]).into(),
        false if !view.ends.is_empty() => {
            phrase(words, "calendar-mandates", [("title", view.title)]).into()
        }
        false => view.title.into(),
    };
    Event {
        uid: &view.uid,
        sequence: view.sequence,
        revised: view.revised,
        start: time(view.start),
        end: view.end.map(time),
        is_cancelled: view.is_cancelled,
        summary,
        description: description(view, words),
        location: view.place,
        url: view.page.as_deref(),
        category: view.body.as_deref(),
    }
}

fn description(view: &EventView<'_>, words: &Templates) -> String {
    let mut lines: Vec<String> = view.body.iter().map(ToString::to_string).collect();
    if !view.agenda.is_empty() {
        lines.push(format!("{}:", words.words("meeting-agenda", None)));
        let items = view.agenda.iter().zip(1..);
        lines.extend(items.map(|(item, number)| format!("{number}. {item}")));
    }
    let url = view.url.map(|url| ("meeting-url", url));
    let minutes = view.minutes.map(|minutes| ("meeting-minutes", minutes));
    let more = url.into_iter().chain(minutes);
    lines.extend(more.map(|(label, value)| format!("{}: {value}", words.words(label, None))));
    lines.extend(view.ends.iter().map(|it| fact(it, words)));
    lines.join("\n")
}

fn entry<'a>(view: &'a EntryView<'_>, words: &Templates) -> Entry<'a> {
    let facts = view.facts.iter().map(|it| fact(it, words));
    let facts: Vec<String> = facts.collect();
    let first = facts.first().map_or("", String::as_str);
    Entry {
        id: &view.id,
        title: format!("{}: {}", view.body, first.trim_end_matches('.')),
        page: &view.page,
        updated: view.updated,
        paragraphs: facts,
    }
}

fn fact(view: &FactView<'_>, words: &Templates) -> String {
    let one = FluentArgs::from_iter([("n", 1)]);
    let named = view.in_words(|key| words.words(key, Some(&one)).into_owned());
    words
        .words(&view.label, Some(&FluentArgs::from_iter(named)))
        .into_owned()
}

fn phrase<'a, const N: usize>(
    words: &Templates,
    key: &str,
    named: [(&'a str, &'a str); N],
) -> String {
    let named = FluentArgs::from_iter(named);
    words.words(key, Some(&named)).into_owned()
}

fn time(time: Time) -> calendar::Time {
    match time {
        Time::Day(day) => calendar::Time::Day(day.into()),
        Time::Moment(moment) => calendar::Time::Moment(moment),
    }
}
