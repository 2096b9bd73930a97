//! What names a seat where another seat or a sentence mentions it.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Marked;
use super::{Card, PageContext};
use crate::content::graph::{BodyPart, SeatAt, SeatFacet};
use crate::content::model::Role;
use crate::content::model::translation::SeatWords;
use crate::notation::scalar::Text;

/// The name of a seat: its title, or else its office, or else its role and basis.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct SeatNameView<'a> {
    /// As in [`SeatView`](super::SeatView).
    pub id: &'a str,
    /// As in [`SeatView`](super::SeatView).
    pub title: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub title_lang: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub office: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub office_lang: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub subject: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub subject_lang: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub represents: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub represents_lang: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub role: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub basis: &'static str,
}

/// A seat that another mentions.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct SeatRefView<'a> {
    /// Its name.
    #[serde(flatten)]
    pub name: SeatNameView<'a>,
    /// The body or table that it is in. `none` if the other seat is there too.
    pub body: Option<Card<'a>>,
}

impl<'a> SeatRefView<'a> {
    /// A seat, as one in `around` mentions it.
    pub(super) fn new(
        page: &PageContext<'a>,
        at: SeatAt,
        around: BodyPart,
    ) -> Option<SeatRefView<'a>> {
        let facet = page.graph.seat(at.part, at.seat)?;
        Some(SeatRefView {
            name: SeatNameView::new(page, facet),
            body: (at.part != around).then(|| page.part_card(at.part)),
        })
    }
}

impl<'a> SeatNameView<'a> {
    /// The name of a seat in the language of the page.
    pub(super) fn new(page: &PageContext<'a>, facet: SeatFacet<'a>) -> SeatNameView<'a> {
        let written = &facet.seat.written;
        let translated = |of: fn(&SeatWords) -> Option<&Text>, own| facet.translated(page, of, own);
        let (title, title_lang) = translated(|it| it.title.as_ref(), written.title.as_ref());
        let (office, office_lang) = translated(|it| it.office.as_ref(), written.office.as_ref());
        let (subject, subject_lang) =
            translated(|it| it.subject.as_ref(), written.subject.as_ref());
        let (represents, represents_lang) =
            translated(|it| it.represents.as_ref(), written.represents.as_ref());
        SeatNameView {
            id: &written.id,
            title,
            title_lang,
            office,
            office_lang,
            subject,
            subject_lang,
            represents,
            represents_lang,
            role: written.role.unwrap_or(Role::Member).as_str(),
            basis: written.basis.as_str(),
        }
    }
}

impl<'a> SeatFacet<'a> {
    /// A text of the seat in the page's language, or else in the site's.
    pub(super) fn translated(
        &self,
        page: &PageContext<'a>,
        of: fn(&SeatWords) -> Option<&Text>,
        own: Option<&'a Text>,
    ) -> Marked<'a, Option<&'a str>> {
        let own = own.map(|text| text.as_str());
        page.translated(self.words(page).and_then(of).map(|it| it.as_str()), own)
    }

    /// The words of the seat in the page's language.
    pub(super) fn words(&self, page: &PageContext<'a>) -> Option<&'a SeatWords> {
        self.words_in(page.language())
    }
}
