//! The small parts of views.

use std::borrow::Cow;

use serde::Serialize;

use super::lens::Lens;
use crate::base::date::{Date, Moment, Period};
use crate::content::anchors::PageSection;
use crate::content::model::{Change, Contact};

/// A thing as others show it: in a list, in a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct Card<'a> {
    /// `body`, `organization`, `person`, `meeting`, `document`, `area`, `topic`, `page`, `section`.
    pub kind: &'static str,
    /// Its id.
    pub id: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// The way to it from this page.
    pub href: String,
    /// What it says in a sentence.
    pub summary: Option<&'a str>,
    /// What kind of body, organization … it is: "Comune".
    pub label: Option<Cow<'a, str>>,
    /// The language of the title, where it is not the page's.
    pub lang: Option<&'a str>,
    /// The language of the summary, where it is not the page's.
    pub summary_lang: Option<&'a str>,
}

/// A word of a controlled list.
#[derive(Clone, Debug, Serialize)]
pub struct TermView<'a> {
    /// The word: `steering_group`.
    pub key: &'a str,
    /// What it is called: "Cabina di regia".
    pub label: Cow<'a, str>,
}

/// A day.
#[derive(Clone, Debug, Serialize)]
pub struct DayView<'a> {
    /// `2018-07-01`
    pub iso: Date,
    /// "1 luglio 2018"
    pub text: Cow<'a, str>,
}

/// A moment.
#[derive(Clone, Debug, Serialize)]
pub struct MomentView<'a> {
    /// `2026-03-14T15:30:00+01:00`
    pub iso: String,
    /// The day.
    pub day: DayView<'a>,
    /// `15:30`
    pub time: String,
}

/// A stretch of days, either end open.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodView<'a> {
    /// The first day.
    pub from: Option<DayView<'a>>,
    /// The last day.
    pub until: Option<DayView<'a>>,
    /// Whether it is over.
    pub ended: bool,
}

/// Whom to call.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView<'a> {
    /// The office.
    pub office: Option<&'a str>,
    /// The person.
    pub person: Option<&'a str>,
    /// The ways to reach it.
    pub channels: Vec<ChannelView<'a>>,
    /// Anything else to know.
    pub note: Option<&'a str>,
}

/// A way to reach somebody.
#[derive(Clone, Debug, Serialize)]
pub struct ChannelView<'a> {
    /// `phone`, `fax`, `email`, `pec`, `web`, `address`.
    pub kind: &'static str,
    /// As machines use it.
    pub value: &'a str,
    /// As people write it.
    pub display: &'a str,
    /// `tel:…`, `mailto:…` or the address of the page; none for a postal address and a fax.
    pub href: Option<Cow<'a, str>>,
}

/// What became of a body or organization.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView<'a> {
    /// `merger`, `split`, `rename`, `closing`.
    pub kind: &'static str,
    /// When.
    pub date: DayView<'a>,
    /// What it became, or went into.
    pub into: Option<Card<'a>>,
    /// Anything else to know.
    pub note: Option<&'a str>,
}

/// The anchors of the sections that a page may have, in its language.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)] // Each is the section of its name.
pub struct Anchors {
    pub activities: &'static str,
    pub aims: &'static str,
    pub composition: &'static str,
    pub members: &'static str,
    pub territory: &'static str,
    pub legal_basis: &'static str,
    pub instruments: &'static str,
    pub related: &'static str,
    pub meetings: &'static str,
    pub documents: &'static str,
    pub contacts: &'static str,
    pub seats: &'static str,
    pub history: &'static str,
    pub contents: &'static str,
    pub details: &'static str,
}

impl<'a> Lens<'a> {
    pub(super) fn day(&self, date: Date) -> DayView<'a> {
        DayView {
            iso: date,
            text: self.locale.day(date),
        }
    }

    pub(super) fn moment(&self, moment: &Moment) -> MomentView<'a> {
        let iso = moment.in_zone(&self.site.written.zone());
        MomentView {
            iso,
            day: self.day(moment.date()),
            time: moment.time(),
        }
    }

    pub(super) fn period(&self, period: Period) -> Option<PeriodView<'a>> {
        (period != Period::default()).then(|| PeriodView {
            from: period.from.map(|day| self.day(day)),
            until: period.until.map(|day| self.day(day)),
            ended: period.ended_before(self.site.as_of),
        })
    }

    pub(super) fn contacts(&self, contacts: &'a [Contact]) -> Vec<ContactView<'a>> {
        contacts.iter().map(contact).collect()
    }

    pub(super) fn change<T>(
        &self,
        change: &'a Change<T>,
        into: Option<Card<'a>>,
    ) -> ChangeView<'a> {
        ChangeView {
            kind: change.kind.as_str(),
            date: self.day(change.date),
            into,
            note: change.note.as_ref().map(|it| it.as_str()),
        }
    }

    pub(super) fn anchors(&self) -> Anchors {
        let anchor = |section: PageSection| section.anchor(&self.locale.language);
        Anchors {
            activities: anchor(PageSection::Activities),
            aims: anchor(PageSection::Aims),
            composition: anchor(PageSection::Composition),
            members: anchor(PageSection::Members),
            territory: anchor(PageSection::Territory),
            legal_basis: anchor(PageSection::LegalBasis),
            instruments: anchor(PageSection::Instruments),
            related: anchor(PageSection::Related),
            meetings: anchor(PageSection::Meetings),
            documents: anchor(PageSection::Documents),
            contacts: anchor(PageSection::Contacts),
            seats: anchor(PageSection::Seats),
            history: anchor(PageSection::History),
            contents: anchor(PageSection::Contents),
            details: anchor(PageSection::Details),
        }
    }
}

fn contact(contact: &Contact) -> ContactView<'_> {
    use crate::content::model::ChannelKind;
    let channels = contact.channels.iter().map(|channel| {
        let value = channel.value.as_str();
        let href: Option<Cow<'_, str>> = match channel.kind {
            ChannelKind::Phone => Some(format!("tel:{value}").into()),
            ChannelKind::Email | ChannelKind::Pec => Some(format!("mailto:{value}").into()),
            ChannelKind::Web => Some(value.into()),
            ChannelKind::Fax | ChannelKind::Address => None,
        };
        let display = channel.display.as_ref().map_or(value, |it| it.as_str());
        ChannelView {
            kind: channel.kind.as_str(),
            display,
            value,
            href,
        }
    });
    ContactView {
        office: contact.office.as_ref().map(|it| it.as_str()),
        person: contact.person.as_ref().map(|it| it.as_str()),
        channels: channels.collect(),
        note: contact.note.as_ref().map(|it| it.as_str()),
    }
}
