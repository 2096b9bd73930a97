//! Pages in another language: the words, never the facts again.

use super::entity::EntityKind;
use super::page::EntryWords;
use crate::base::date::Date;
use crate::notation::scalar::{Id, Summary, Text};
use crate::record;

record! {
    /// The words of a page in another language. The file `page.de.md` belongs to `page.md`; what it
    /// leaves out is shown in the language of the site.
    pub struct Translation {
        /// What it is; must be what the page is.
        r#type: Option<EntityKind>,
        /// The title.
        title: Option<Text>,
        /// A shorter title.
        nav_title: Option<Text>,
        /// What the page says, in at most 255 characters.
        summary: Option<Summary>,
        /// The day of the last change.
        updated: Option<Date>,
        /// The day on which somebody last made sure that it is all still so.
        reviewed: Option<Date>,
        /// The words of activities.
        activities: Box<[ActivityWords]>,
        /// The words of tables.
        tables: Box<[TableWords]>,
        /// The words of seats.
        seats: Box<[SeatWords]>,
    }
}

impl Translation {
    /// Nothing but a title.
    pub fn titled(title: Option<Text>) -> Translation {
        Translation {
            r#type: None,
            title,
            nav_title: None,
            summary: None,
            updated: None,
            reviewed: None,
            activities: Box::default(),
            tables: Box::default(),
            seats: Box::default(),
        }
    }
}

impl From<&EntryWords> for Translation {
    fn from(words: &EntryWords) -> Translation {
        Translation {
            nav_title: words.nav_title.clone(),
            summary: words.summary.clone(),
            ..Translation::titled(words.title.clone())
        }
    }
}

record! {
    /// The words of an activity.
    pub struct ActivityWords {
        /// Which.
        id: Id,
        /// What it is.
        text: Text,
    }
}

record! {
    /// The words of a table.
    pub struct TableWords {
        /// Which.
        id: Id,
        /// The title.
        title: Option<Text>,
        /// What it does.
        summary: Option<Summary>,
        /// The words of its activities.
        activities: Box<[ActivityWords]>,
        /// The words of its seats.
        seats: Box<[SeatWords]>,
    }
}

record! {
    /// The words of a seat.
    pub struct SeatWords {
        /// Which.
        id: Id,
        /// The office that carries it.
        office: Option<Text>,
        /// What there is one place for each of, where that is a text.
        each: Option<Text>,
        /// On whose behalf its holder speaks.
        represents: Option<Text>,
        /// The offices from which a delegate may be chosen.
        eligible: Box<[Text]>,
        /// Anything else to know.
        note: Option<Text>,
    }
}
