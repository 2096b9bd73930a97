//! Those who appoint or propose the holders of a seat, or keep the papers of a body.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Card, PageContext, SeatRefView};
use crate::content::graph::{BodyPart, PartyLink};
use crate::content::model::{Party, Translation};

/// Somebody who appoints, proposes or keeps papers. Exactly one of `to`, `seat` and `name` is there.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct PartyView<'a> {
    /// The organization, body or table. `none` if it has no page, or is a seat.
    pub to: Option<Card<'a>>,
    /// The seat whose holder it is. `none` otherwise.
    pub seat: Option<SeatRefView<'a>>,
    /// The name: "Consiglio provinciale". `none` if it has a page or is a seat.
    pub name: Option<&'a str>,
    /// The language of the name: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
}

impl<'a> PartyView<'a> {
    pub(super) fn new(
        page: &PageContext<'a>,
        written: &'a Party,
        link: Option<PartyLink>,
        around: BodyPart,
        words: Option<&'a Translation>,
    ) -> PartyView<'a> {
        match link {
            Some(PartyLink::Organization(link)) => PartyView::to(page.card(link)),
            Some(PartyLink::Body(part)) => PartyView::to(page.part_card(part)),
            Some(PartyLink::Seat(at)) => PartyView {
                seat: SeatRefView::new(page, at, around),
                ..PartyView::default()
            },
            None => {
                let (name, lang) = page.worded(words, written.name.as_ref());
                PartyView {
                    name,
                    lang,
                    ..PartyView::default()
                }
            }
        }
    }

    /// Somebody who has a page.
    pub(super) fn to(card: Card<'a>) -> PartyView<'a> {
        PartyView {
            to: Some(card),
            ..PartyView::default()
        }
    }
}
