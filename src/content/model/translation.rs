//! Translations of pages: the words of a page in another language. Facts are not repeated.

use std::collections::BTreeMap;

use super::{Accepted, EntityKind, EntryWords, HasId, Holder, IdList, LegalBasis};
use crate::base::date::Date;
use crate::notation::scalar::{Id, Summary, Text};
use crate::record;

record! {
    /// The words of a page in another language. `page.de.md` is a translation of `page.md`. Words that it
    /// does not have are shown in the language of the site.
    #[derive(Default)]
    pub struct Translation {
        /// The kind of thing. It must be that of the page.
        r#type: Option<EntityKind>,
        /// The title.
        title: Option<Text>,
        /// A shorter title.
        nav_title: Option<Text>,
        /// What the page says, in at most 255 characters.
        summary: Option<Summary>,
        /// The day of the last change.
        updated: Option<Date>,
        /// The day on which the page was last reviewed.
        reviewed: Option<Date>,
        /// Warnings about this file that are true and will stay.
        accepted: Box<[Accepted]>,
        /// How the body works.
        procedure: Option<ProcedureWords>,
        /// The sentence that introduces its seats.
        seats_lead: Option<Text>,
        /// The words of activities.
        activities: IdList<ActivityWords>,
        /// The words of tables.
        tables: IdList<TableWords>,
        /// The words of seats.
        seats: IdList<SeatWords>,
        /// The words of terms.
        terms: IdList<TermWords>,
        /// The words of legal bases.
        legal_basis: Box<[LegalBasisWords]>,
        /// Where the meeting takes place.
        place: Option<Text>,
        /// The items on the agenda of the meeting, all of them and in the same order.
        agenda: Box<[Text]>,
        /// Its other texts, each with its translation: `{Piano di zona: Zone plan}`. They are the names and acts of
        /// `instruments`, the names in `related`, `appointed_by` and `proposed_by`, offices and notes of `contacts`, notes
        /// of `changes`, why there are no `minutes`, and the `publication_basis` of a person.
        words: BTreeMap<String, Text>,
    }
}

/// A field of the words of the body, or of the table with this id.
macro_rules! of_part {
    ($translation:expr, $table:expr, $field:ident) => {
        match $table {
            Some(table) => &$translation.table(table)?.$field,
            None => &$translation.$field,
        }
    };
}

impl Translation {
    /// A translation of the title only.
    pub fn titled(title: Option<Text>) -> Translation {
        Translation {
            title,
            ..Translation::default()
        }
    }

    /// The words of the table with this id.
    pub fn table(&self, id: &str) -> Option<&TableWords> {
        self.tables.with_id(id)
    }

    /// How the body, or the table with this id, works.
    pub fn procedure(&self, table: Option<&str>) -> Option<&ProcedureWords> {
        of_part!(self, table, procedure).as_ref()
    }

    /// The sentence that introduces the seats of the body, or of the table with this id.
    pub fn seats_lead(&self, table: Option<&str>) -> Option<&Text> {
        of_part!(self, table, seats_lead).as_ref()
    }

    /// The words of an activity of the body, or of the table with this id.
    pub fn activity(&self, table: Option<&str>, id: &str) -> Option<&ActivityWords> {
        of_part!(self, table, activities).with_id(id)
    }

    /// The words of a seat of the body, or of the table with this id.
    pub fn seat(&self, table: Option<&str>, id: &str) -> Option<&SeatWords> {
        of_part!(self, table, seats).with_id(id)
    }

    /// The note of a term of the body, or of the table with this id.
    pub fn term_note(&self, table: Option<&str>, id: &str) -> Option<&str> {
        of_part!(self, table, terms).with_id(id)?.note.as_deref()
    }

    /// The note of a legal basis of the body, or of the table with this id.
    pub fn legal_note(&self, table: Option<&str>, basis: &LegalBasis) -> Option<&str> {
        let mut bases = of_part!(self, table, legal_basis).iter();
        let words = bases.find(|words| words.is_for(basis))?;
        words.note.as_deref()
    }
}

impl LegalBasisWords {
    /// Whether these are the words of a legal basis.
    pub fn is_for(&self, basis: &LegalBasis) -> bool {
        let act = basis.act.as_ref().map(|act| act.as_str());
        self.act.as_ref().map(|act| act.as_str()) == act
            && (self.article.is_none() || self.article == basis.article)
    }
}

impl From<&EntryWords> for Translation {
    fn from(words: &EntryWords) -> Translation {
        Translation {
            nav_title: words.nav_title.clone(),
            summary: words.summary.clone(),
            place: words.place.clone(),
            agenda: words.agenda.clone(),
            words: words.words.clone(),
            ..Translation::titled(words.title.clone())
        }
    }
}

record! {
    /// The words of an activity.
    pub struct ActivityWords {
        /// The id of the activity.
        id: Id,
        /// The activity, in full.
        text: Text,
    }
}

record! {
    /// How a body or table works, in words.
    pub struct ProcedureWords {
        /// How often it meets.
        meets: Option<Text>,
        /// How many must be present.
        quorum: Option<Text>,
        /// How it decides.
        decisions: Option<Text>,
        /// Who convenes it.
        convened_by: Option<Text>,
        /// Where it meets.
        venue: Option<Text>,
        /// Who keeps its papers, if that is a text.
        secretariat: Option<Text>,
    }
}

record! {
    /// The words of a table.
    pub struct TableWords {
        /// The id of the table.
        id: Id,
        /// The title.
        title: Option<Text>,
        /// What the table does, in a sentence or two.
        summary: Option<Summary>,
        /// How the table works.
        procedure: Option<ProcedureWords>,
        /// The sentence that introduces its seats.
        seats_lead: Option<Text>,
        /// The words of its activities.
        activities: IdList<ActivityWords>,
        /// The words of its seats.
        seats: IdList<SeatWords>,
        /// The words of its terms.
        terms: IdList<TermWords>,
        /// The words of its legal bases.
        legal_basis: Box<[LegalBasisWords]>,
    }
}

record! {
    /// The words of a seat.
    pub struct SeatWords {
        /// The id of the seat.
        id: Id,
        /// Its own title.
        title: Option<Text>,
        /// The heading over this and other seats.
        group: Option<Text>,
        /// The office whose holder holds the seat.
        office: Option<Text>,
        /// The field in which its holders are experts.
        subject: Option<Text>,
        /// What there is one place for each of, if that is a text.
        each: Option<Text>,
        /// On whose behalf its holders speak.
        represents: Option<Text>,
        /// The offices from which a delegate may be chosen.
        eligible: Box<[Text]>,
        /// A note.
        note: Option<Text>,
        /// What the source says, translated.
        as_written: Option<Text>,
        /// The words of its holders.
        holders: IdList<HolderWords>,
    }
}

impl SeatWords {
    /// The first words of a holder.
    pub fn holder(&self, holder: &Holder) -> Option<&HolderWords> {
        let names = holder.names().into_iter().flatten();
        let first = names.filter_map(|name| self.holders.position(name)).min();
        self.holders.get(first?)
    }
}

record! {
    /// The words of a holder.
    pub struct HolderWords {
        /// The holder: the name, or the id of the person or organization.
        holder: Text,
        /// The office that the person holds elsewhere.
        office: Option<Text>,
        /// Whose delegate the person is.
        delegate_of: Option<Text>,
        /// Why the mandate ended.
        end_reason: Option<Text>,
        /// A note.
        note: Option<Text>,
    }
}

record! {
    /// The words of a term.
    pub struct TermWords {
        /// The id of the term.
        id: Id,
        /// A note.
        note: Option<Text>,
    }
}

/// Words are for what has the same id in the page.
macro_rules! words_of {
    ($($Words:ty: $id:ident),* $(,)?) => {
        $(impl HasId for $Words {
            fn id(&self) -> &str {
                &self.$id
            }
        })*
    };
}

words_of! {
    ActivityWords: id,
    TableWords: id,
    SeatWords: id,
    HolderWords: holder,
    TermWords: id,
}

record! {
    /// The words of a legal basis.
    pub struct LegalBasisWords {
        /// The id of the act. Without it, the words are of a basis whose act is missing.
        act: Option<Id>,
        /// The article, where the page cites several of the same act.
        article: Option<Text>,
        /// A note.
        note: Option<Text>,
    }
}
