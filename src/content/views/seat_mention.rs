//! Seats as the page of an organization or person lists them.

use serde::Serialize;

use super::context::with_anchor;
use super::holder::is_current;
use super::{Card, HolderView, PageContext};
use crate::content::graph::{
    AnyLink, BodyPart, CompactIndex, Link, Relation, SeatFacet, SeatRelation, SeatRole,
};
use crate::content::model::{Body, Holder, Role};

/// A seat to which an organization or person comes.
#[derive(Clone, Debug, Serialize)]
pub struct SeatMention<'a> {
    /// The body. If the seat is in a table, its `href` leads to the table.
    pub body: Card<'a>,
    /// The title of the table: "Tavolo tecnico". `none` if the seat is in the body itself.
    pub table: Option<&'a str>,
    /// The language of that title: `it`. `none` if it is the page's.
    pub table_lang: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub role: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub basis: &'static str,
    /// As in [`SeatView`](super::SeatView).
    pub office: Option<&'a str>,
    /// As in [`SeatView`](super::SeatView).
    pub office_lang: Option<&'a str>,
    /// How the organization or person comes to the seat: from the `pool` of organizations, because there is
    /// one place for `each` of some, or as or through a `holder`.
    pub through: &'static str,
    /// The holder, for `holder`. `none` otherwise.
    pub holder: Option<HolderView<'a>>,
    /// Whether this holds on the site's day (`site.as_of`).
    pub current: bool,
}

/// A seat to which the subject of the page comes, with what is needed to sort and to show it.
struct Sitting<'a> {
    body: Link<Body>,
    body_title: &'a str,
    piece: SeatFacet<'a>,
    role: SeatRole,
    /// The holder and its number.
    holder: Option<(usize, &'a Holder)>,
    current: bool,
}

/// The seats to which the subject of the page comes: those of today first, then by the title of the body.
pub(super) fn seat_mentions<'a>(page: &PageContext<'a>) -> Vec<SeatMention<'a>> {
    let mentions = page.mentions.iter();
    let sittings = mentions.filter_map(|mention| match (mention.from, mention.relation) {
        (AnyLink::Body(body), Relation::Seat(at)) => Sitting::new(page, body, at),
        _ => None,
    });
    let mut sittings: Vec<Sitting<'_>> = sittings.collect();
    sittings.sort_by(|one, other| {
        other
            .current
            .cmp(&one.current)
            .then_with(|| page.locale.compare(one.body_title, other.body_title))
    });
    let views = sittings.iter().map(|sitting| sitting.view(page));
    views.collect()
}

impl<'a> Sitting<'a> {
    fn new(page: &PageContext<'a>, body: Link<Body>, at: SeatRelation) -> Option<Sitting<'a>> {
        let table = at.table.map(CompactIndex::index);
        let piece = page.graph.seat(BodyPart { body, table }, at.seat.index())?;
        let holder = match at.role {
            SeatRole::Holder(nth) => {
                let holder = piece.seat.written.holders.get(nth.index());
                holder.map(|holder| (nth.index(), holder))
            }
            SeatRole::Pool | SeatRole::Each => None,
        };
        let ended = piece.valid.ended_before(page.site.as_of);
        Some(Sitting {
            body,
            body_title: page.title(AnyLink::Body(body)),
            piece,
            role: at.role,
            holder,
            current: !ended && holder.is_none_or(|(_, holder)| is_current(page, holder)),
        })
    }

    fn view(&self, page: &PageContext<'a>) -> SeatMention<'a> {
        let SeatFacet {
            seat,
            table,
            translations,
            ..
        } = self.piece;
        let written = &seat.written;
        let translation = translations.get(page.language());
        let words = translation.and_then(|it| it.seat(table.map(|it| it.id), &written.id));
        let (office, office_lang) = page.translated(
            words.and_then(|words| words.office.as_deref()),
            written.office.as_deref(),
        );
        let mut body = page.card(self.body);
        if let Some(table) = table {
            body.href = with_anchor(body.href, table.id);
        }
        let (table, table_lang) = table.map(|table| page.table_title(table)).unzip();
        SeatMention {
            body,
            table,
            table_lang: table_lang.flatten(),
            role: written.role.unwrap_or(Role::Member).as_str(),
            basis: written.basis.as_str(),
            office,
            office_lang,
            through: match self.role {
                SeatRole::Pool => "pool",
                SeatRole::Each => "each",
                SeatRole::Holder(_) => "holder",
            },
            holder: self.holder.map(|it| HolderView::new(page, seat, it)),
            current: self.current,
        }
    }
}
