//! Seats, seen from who sits in them.

use serde::Serialize;

use super::common::Card;
use super::lens::Lens;
use super::seat::{HolderView, seat_words};
use crate::domain::graph::{AnyLink, How, Link, Nth, SeatAt, Through};
use crate::domain::model::{Body, Role};

/// A seat, seen from an organization or person.
#[derive(Clone, Debug, Serialize)]
pub struct SeatMention {
    /// The body, and its page with the anchor of the table.
    pub body: Card,
    /// The title of the table.
    pub table: Option<String>,
    /// The language of that title, where it is not the page's.
    pub table_lang: Option<String>,
    /// As in [`SeatView`](super::SeatView).
    pub role: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub basis: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub office: Option<String>,
    /// As in [`SeatView`](super::SeatView).
    pub office_lang: Option<String>,
    /// `pool`, `each` or `holder`.
    pub through: &'static str,
    /// Who sits there.
    pub holder: Option<HolderView>,
    /// Whether it is so on the day that the site speaks of.
    pub current: bool,
}

impl Lens<'_> {
    /// Seats as the page of an organization or person shows them: those of today first.
    pub(super) fn mentions(&self) -> Vec<SeatMention> {
        let mentions = self.listed.iter();
        let seats = mentions.filter_map(|mention| match (mention.by, mention.how) {
            (AnyLink::Body(body), How::Sits(at)) => self.mention(body, at),
            _ => None,
        });
        let mut seats: Vec<SeatMention> = seats.collect();
        seats.sort_by(|a, b| {
            b.current
                .cmp(&a.current)
                .then_with(|| self.locale.compare(&a.body.title, &b.body.title))
        });
        seats
    }

    fn mention(&self, link: Link<Body>, at: SeatAt) -> Option<SeatMention> {
        let body = self.graph.get(link);
        let table = at.table.map(Nth::index);
        let mut parts = body.links.parts.iter();
        let part = parts.find(|part| part.table == table)?;
        let seat = part.seats.get(at.seat.index())?;
        let mut card = self.card(AnyLink::Body(link));
        let valid = body.written.part(table)?.valid;
        let table = table.and_then(|table| body.written.tables.get(table));
        if let Some(table) = table {
            card.href = format!("{}#{}", card.href, table.id);
        }
        let holder = match at.through {
            Through::Holder(nth) => {
                let holder = seat.written.holders.get(nth.index());
                holder.map(|holder| (nth.index(), holder))
            }
            Through::Pool | Through::Each => None,
        };
        let ended = valid.ended_before(self.site.as_of);
        let words = self.words(link);
        let words = seat_words(
            words,
            table.map(|table| table.id.as_str()),
            seat.written.id.as_str(),
        );
        let (office, office_lang) = self.said(
            words.and_then(|words| words.office.as_ref()),
            seat.written.office.as_ref(),
        );
        let (table, table_lang) = table.map(|table| self.table_title(link, table)).unzip();
        Some(SeatMention {
            body: card,
            table,
            table_lang: table_lang.flatten(),
            role: seat.written.role.unwrap_or(Role::Member).as_str(),
            basis: seat.written.basis.as_str(),
            office,
            office_lang,
            through: match at.through {
                Through::Pool => "pool",
                Through::Each => "each",
                Through::Holder(_) => "holder",
            },
            current: !ended && holder.is_none_or(|(_, holder)| self.is_current(holder)),
            holder: holder.map(|(index, holder)| self.holder(seat, index, holder)),
        })
    }
}
