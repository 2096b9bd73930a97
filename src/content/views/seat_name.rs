//! What names a seat where another seat or a sentence mentions it.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Marked;
use super::{Card, PageContext};
use crate::content::graph::{AnyLink, SeatAt, SeatFacet};
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
    pub role: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub basis: &'static str,
    /// The body or table that the seat is in. `none` if it is of the body that the page is about.
    pub body: Option<Card<'a>>,
}

impl<'a> SeatNameView<'a> {
    /// The name of a seat, with its body unless that is the one that the page is about.
    pub(super) fn new(
        page: &PageContext<'a>,
        at: SeatAt,
        subject: AnyLink,
    ) -> Option<SeatNameView<'a>> {
        let facet = page.graph.seat(at.part, at.seat)?;
        let written = &facet.seat.written;
        let (title, title_lang) =
            facet.translated(page, |it| it.title.as_ref(), written.title.as_ref());
        let (office, office_lang) =
            facet.translated(page, |it| it.office.as_ref(), written.office.as_ref());
        let is_elsewhere = AnyLink::Body(at.part.body) != subject;
        Some(SeatNameView {
            id: &written.id,
            title,
            title_lang,
            office,
            office_lang,
            role: written.role.unwrap_or(Role::Member).as_str(),
            basis: written.basis.as_str(),
            body: is_elsewhere.then(|| page.part_card(at.part)),
        })
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
