//! Seats, seen from who sits in them.

use serde::Serialize;

use super::common::Card;
use super::lens::{Lens, anchored};
use super::seat::{HolderView, seat_words};
use crate::content::graph::{AnyLink, BodyPart, How, Link, Nth, SeatAt, SeatPiece, Through};
use crate::content::model::{Body, Holder, Role};

/// A seat, seen from an organization or person.
#[derive(Clone, Debug, Serialize)]
pub struct SeatMention<'a> {
    /// The body, and its page with the anchor of the table.
    pub body: Card<'a>,
    /// The title of the table.
    pub table: Option<&'a str>,
    /// The language of that title, where it is not the page's.
    pub table_lang: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub role: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub basis: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub office: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub office_lang: Option<&'a str>,
    /// `pool`, `each` or `holder`.
    pub through: &'static str,
    /// Who sits there.
    pub holder: Option<HolderView<'a>>,
    /// Whether it is so on the day that the site speaks of.
    pub current: bool,
}

/// A seat to which the subject of the page comes, and all by which it is told when it is shown.
struct Sitting<'a> {
    body: Link<Body>,
    title: &'a str,
    piece: SeatPiece<'a>,
    through: Through,
    holder: Option<(usize, &'a Holder)>,
    current: bool,
}

impl<'a> Lens<'a> {
    /// Seats as the page of an organization or person shows them: those of today first.
    pub(super) fn mentions(&self) -> Vec<SeatMention<'a>> {
        let mentions = self.listed.iter();
        let sittings = mentions.filter_map(|mention| match (mention.by, mention.how) {
            (AnyLink::Body(body), How::Sits(at)) => self.sitting(body, at),
            _ => None,
        });
        let mut sittings: Vec<Sitting<'_>> = sittings.collect();
        sittings.sort_by(|a, b| {
            b.current
                .cmp(&a.current)
                .then_with(|| self.locale.compare(a.title, b.title))
        });
        sittings.iter().map(|it| self.mention(it)).collect()
    }

    fn sitting(&self, link: Link<Body>, at: SeatAt) -> Option<Sitting<'a>> {
        let table = at.table.map(Nth::index);
        let part = BodyPart { body: link, table };
        let piece = self.graph.seat(part, at.seat.index())?;
        let holder = match at.through {
            Through::Holder(nth) => {
                let holder = piece.seat.written.holders.get(nth.index());
                holder.map(|holder| (nth.index(), holder))
            }
            Through::Pool | Through::Each => None,
        };
        let ended = piece.valid.ended_before(self.site.as_of);
        Some(Sitting {
            body: link,
            title: self.title(AnyLink::Body(link)),
            piece,
            through: at.through,
            holder,
            current: !ended && holder.is_none_or(|(_, holder)| self.is_current(holder)),
        })
    }

    fn mention(&self, sitting: &Sitting<'a>) -> SeatMention<'a> {
        let SeatPiece { seat, table, .. } = sitting.piece;
        let words = seat_words(
            sitting.piece.words.of(self.language()),
            table.map(|table| table.id),
            seat.written.id.as_str(),
        );
        let (office, office_lang) = self.said(
            words.and_then(|words| words.office.as_ref()),
            seat.written.office.as_ref(),
        );
        let mut card = self.card(AnyLink::Body(sitting.body));
        if let Some(table) = table {
            card.href = anchored(card.href, table.id);
        }
        let (table, table_lang) = table.map(|table| self.table_title(table)).unzip();
        SeatMention {
            body: card,
            table,
            table_lang: table_lang.flatten(),
            role: seat.written.role.unwrap_or(Role::Member).as_str(),
            basis: seat.written.basis.as_str(),
            office,
            office_lang,
            through: match sitting.through {
                Through::Pool => "pool",
                Through::Each => "each",
                Through::Holder(_) => "holder",
            },
            holder: sitting
                .holder
                .map(|(index, holder)| self.holder(seat, index, holder)),
            current: sitting.current,
        }
    }
}
