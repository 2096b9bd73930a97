//! The small parts that several views share: terms, contacts, changes, anchors.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::mailto::mailto;
use super::{Card, DateView, PageContext};
use crate::content::model::{Change, Channel, ChannelKind, Contact, Translation};
use crate::content::page_section::PageSection;
use crate::content::settings::VocabularyKind;

/// A word of a controlled list.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct TermView<'a> {
    /// The word: `steering_group`.
    pub key: &'a str,
    /// Its name in the page's language: "Cabina di regia".
    pub label: Cow<'a, str>,
}

/// An office or person to contact.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ContactView<'a> {
    /// The office: "Ufficio di piano". `none` if it is not known.
    pub office: Option<&'a str>,
    /// The language of the office: `it`. `none` if it is the page's.
    pub office_lang: Option<&'a str>,
    /// The name of the person. `none` if none is made public.
    pub person: Option<&'a str>,
    /// The ways to reach it, in the order of the source.
    pub channels: Vec<ChannelView<'a>>,
    /// A note, such as opening hours. `none` if there is none.
    pub note: Option<&'a str>,
    /// The language of the note: `it`. `none` if it is the page's.
    pub note_lang: Option<&'a str>,
}

/// A way to reach an office or person.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ChannelView<'a> {
    /// The kind: `phone`, `fax`, `email`, `pec` (certified e-mail), `web` or `address`.
    pub kind: &'static str,
    /// The number or address for machines: `+390321378111`.
    pub value: &'a str,
    /// The number or address for people: "0321 378 111". The same as `value` if nothing else was typed.
    pub display: &'a str,
    /// A link: `tel:+390321378111`, `mailto:info@example.it` or the address of a web page. `none` for a fax and a
    /// postal address.
    pub href: Option<Cow<'a, str>>,
}

/// A change in the history of a body, table or organization.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ChangeView<'a> {
    /// What happened: `establishment`, `renewal`, `lapse`, `reconstitution`, `suspension`, `resumption`, `rename`, `merger`, `split` or
    /// `closing`; `beginning` or `end` where only the period of a body says so, in `stopped`.
    pub kind: &'static str,
    /// When it took effect.
    pub date: DateView<'a>,
    /// Whether that is after the day of the page.
    pub is_future: bool,
    /// What it became, or what it was merged into. `none` if that has no page.
    pub into: Option<Card<'a>>,
    /// The other thing that was changed, and has become this one or a part of it. `none` if it is a change of this one.
    pub of: Option<Card<'a>>,
    /// A note. `none` if there is none.
    pub note: Option<&'a str>,
    /// The language of the note: `it`. `none` if it is the page's.
    pub note_lang: Option<&'a str>,
}

/// The anchors of the sections that a page may have, in its language, by section: `anchors.legal_basis` is
/// `base-giuridica` on an Italian page.
///
/// The sections are `composition`, `members`, `activities`, `aims`, `procedure`, `about`, `territory`, `legal_basis`,
/// `instruments`, `related`, `meetings`, `documents`, `contacts`, `seats`, `history`, `contents` and
/// `details`.
pub type Anchors = BTreeMap<&'static str, &'static str>;

impl<'a> PageContext<'a> {
    pub(super) fn term(&self, list: VocabularyKind, word: &'a str) -> TermView<'a> {
        TermView {
            key: word,
            label: self.label(list, word),
        }
    }

    pub(super) fn change<T>(
        &self,
        change: &'a Change<T>,
        into: Option<Card<'a>>,
        words: Option<&'a Translation>,
    ) -> ChangeView<'a> {
        let (note, note_lang) = self.worded(words, change.note.as_ref());
        ChangeView {
            kind: change.kind.as_str(),
            date: self.date(change.date),
            is_future: change.date.first() > self.as_of,
            into,
            of: None,
            note,
            note_lang,
        }
    }

    /// A change of another thing, by which it has become this one or a part of it. A note on it is told on its own page.
    pub(super) fn change_of<T>(&self, change: &'a Change<T>, of: Card<'a>) -> ChangeView<'a> {
        ChangeView {
            of: Some(of),
            note: None,
            note_lang: None,
            ..self.change(change, None, None)
        }
    }

    /// Contacts of a thing with this translation.
    pub(super) fn contacts(
        &self,
        contacts: &'a [Contact],
        words: Option<&'a Translation>,
    ) -> Vec<ContactView<'a>> {
        let contacts = contacts.iter().map(|contact| {
            let (office, office_lang) = self.worded(words, contact.office.as_ref());
            let (note, note_lang) = self.worded(words, contact.note.as_ref());
            ContactView {
                office,
                office_lang,
                person: contact.person.as_deref(),
                channels: contact.channels.iter().map(channel).collect(),
                note,
                note_lang,
            }
        });
        contacts.collect()
    }

    pub(super) fn anchors(&self) -> Anchors {
        let sections = PageSection::ALL.iter();
        let anchors = sections.map(|it| (it.as_str(), it.anchor(self.language())));
        anchors.collect()
    }
}

fn channel(channel: &Channel) -> ChannelView<'_> {
    let value = channel.value.as_str();
    ChannelView {
        kind: channel.kind.as_str(),
        value,
        display: channel.display.as_deref().unwrap_or(value),
        href: match channel.kind {
            ChannelKind::Phone => Some(format!("tel:{value}").into()),
            ChannelKind::Email | ChannelKind::Pec => Some(mailto(value, "").into()),
            ChannelKind::Web => Some(value.into()),
            ChannelKind::Fax | ChannelKind::Address => None,
        },
    }
}
