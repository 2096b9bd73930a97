//! Seats as the page of an organization or person lists them.

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::context::with_anchor;
use super::holder::{HeldSeat, NumberedHolder};
use super::{Card, ChangeView, HolderView, PageContext, SeatNameView};
use crate::content::graph::{
    AnyLink, BodyPart, CompactIndex, EachOf, HolderSource, Link, Relation, SeatAt, SeatFacet,
    SeatLinks, SeatRelation, SeatRole, Tense,
};
use crate::content::model::{Basis, Body};

/// A seat to which an organization or person comes.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct SeatMention<'a> {
    /// The body. If the seat is in a table, its `href` leads to the table.
    pub body: Card<'a>,
    /// The title of the table: "Tavolo tecnico". `none` if the seat is in the body itself.
    pub table: Option<&'a str>,
    /// The language of that title: `it`. `none` if it is the page's.
    pub table_lang: Option<&'a str>,
    /// The name of the seat.
    #[serde(flatten)]
    pub name: SeatNameView<'a>,
    /// As in [`SeatView`](super::SeatView).
    pub voting: Option<bool>,
    /// How the organization or person comes to the seat: from the `pool` of organizations, by right of an `office` of the
    /// organization, because there is one place for `each` of some, or as or through a `holder`.
    pub through: &'static str,
    /// Who sits there for the organization, or the person, in the order of the source. Empty if nobody is named.
    pub holders: Vec<HolderView<'a>>,
    /// The places of the organization that are known to be vacant now. They have no name.
    pub vacancies: Vec<HolderView<'a>>,
    /// When this holds, seen from the site's day (`site.as_of`): `now`, `future` or `past`.
    pub tense: &'static str,
    /// The change that has stopped the body or table, such as its lapse, if this holds on the site's day. `none` if it goes on.
    pub stopped: Option<ChangeView<'a>>,
}

/// A seat to which the subject of the page comes, with what is needed to sort and to show it.
struct Sitting<'a> {
    body: Link<Body>,
    body_title: &'a str,
    piece: SeatFacet<'a>,
    role: SeatRole,
    /// Where the holders are written: in this seat, or in one whose holders sit here by right.
    source: HolderSource<'a>,
    holders: Vec<NumberedHolder<'a>>,
    vacancies: Vec<NumberedHolder<'a>>,
    tense: Tense,
}

/// The seats to which the subject of the page comes: those of today first, those of the past last, then by the title of
/// the body.
pub(super) fn seat_mentions<'a>(page: &PageContext<'a>) -> Vec<SeatMention<'a>> {
    let mentions = page.mentions.iter();
    let mentions = mentions.filter_map(|mention| match (mention.from, mention.relation) {
        (AnyLink::Body(body), Relation::Seat(at)) => Some((body, at)),
        _ => None,
    });
    let mentions: Vec<(Link<Body>, SeatRelation)> = mentions.collect();
    // The mentions of one seat follow each other.
    let seats = mentions.chunk_by(|(body, at), (other, next)| {
        (body, at.table, at.seat) == (other, next.table, next.seat)
    });
    let mut held = HashMap::new();
    let sittings = seats.filter_map(|mentions| {
        let (body, at) = *mentions.first()?;
        let table = at.table.map(CompactIndex::index);
        let seat = SeatAt {
            part: BodyPart { body, table },
            seat: at.seat.index(),
        };
        let roles = mentions.iter().map(|(_, at)| at.role);
        // The holders of the other seat are told with that seat.
        let roles = roles.filter(|role| *role != SeatRole::HeldBy);
        let by_right = held.entry(body);
        let by_right = by_right.or_insert_with(|| page.graph.seats_held_by(body));
        Some(Sitting::all(
            page,
            seat,
            &roles.collect::<Vec<_>>(),
            by_right,
        ))
    });
    let mut sittings: Vec<Sitting<'_>> = sittings.flatten().collect();
    sittings.sort_by(|one, other| {
        let by_title = || page.locale.compare(one.body_title, other.body_title);
        one.tense.cmp(&other.tense).then_with(by_title)
    });
    let views = sittings.iter().map(|sitting| sitting.view(page));
    views.collect()
}

impl<'a> Sitting<'a> {
    /// What there is to say of a seat, and of the seats of other bodies that its holders hold by right.
    fn all(
        page: &PageContext<'a>,
        seat: SeatAt,
        roles: &[SeatRole],
        by_right: &HashMap<SeatAt, Vec<(SeatAt, HolderSource<'a>)>>,
    ) -> Vec<Sitting<'a>> {
        let Some(piece) = page.graph.seat(seat.part, seat.seat) else {
            return Vec::new();
        };
        let own = HolderSource::own(piece.seat);
        let mut sittings = Sitting::of(page, (seat.part.body, piece), own, roles);
        let named = roles.iter().copied();
        let named = named.filter(|role| matches!(role, SeatRole::Holder(_)));
        let named: Vec<SeatRole> = named.collect();
        if !named.is_empty() {
            for (other, source) in by_right.get(&seat).into_iter().flatten() {
                let there = page.graph.seat(other.part, other.seat);
                let there = there.map(|it| (other.part.body, it));
                let by_right = there.map(|it| Sitting::of(page, it, *source, &named));
                sittings.extend(by_right.into_iter().flatten());
            }
        }
        sittings
    }

    /// Who sits there now, who will and who did.
    fn of(
        page: &PageContext<'a>,
        (body, piece): (Link<Body>, SeatFacet<'a>),
        source: HolderSource<'a>,
        roles: &[SeatRole],
    ) -> Vec<Sitting<'a>> {
        let held = HeldSeat::new(page, (piece.seat, source), None);
        let place = roles
            .iter()
            .find(|role| !matches!(role, SeatRole::Holder(_)));
        let named = roles.iter().filter_map(|role| match role {
            SeatRole::Holder(number) => Some(number.index()),
            _ => None,
        });
        let named: HashSet<usize> = named.collect();
        let is_for_anybody = place.is_some() && comes_from_one(piece.seat);
        let is_meant = |(number, (holder, links)): &NumberedHolder<'a>| {
            let of_all = is_for_anybody && links.on_behalf_of.is_none();
            of_all || named.contains(number) && held.is_about(page, holder, links)
        };
        let (vacancies, holders): (Vec<_>, Vec<_>) = held
            .entries(page)
            .filter(|(_, holder)| is_meant(holder))
            .partition(|(_, (_, (holder, _)))| holder.is_vacant());
        // What does not exist has no place, and none of its places is vacant.
        let existence = page.existence_of_subject();
        let tense_of_place = Tense::of(existence.within(piece.seat.life.days), page.as_of);
        let sittings = [Tense::Now, Tense::Future, Tense::Past].into_iter();
        let sittings = sittings.filter_map(|tense| {
            let of_tense = |all: &[(Tense, NumberedHolder<'a>)]| -> Vec<NumberedHolder<'a>> {
                let of_tense = all.iter().filter(|(its, _)| *its == tense);
                of_tense.map(|(_, holder)| *holder).collect()
            };
            let vacancies = match tense {
                Tense::Now if existence.may_contain(page.as_of) => of_tense(&vacancies),
                _ => Vec::new(),
            };
            let holders = of_tense(&holders);
            let place = place.filter(|_| tense == tense_of_place);
            let first = holders.first().or(vacancies.first());
            let holder = first.map(|it| SeatRole::Holder(CompactIndex::new(it.0)));
            Some(Sitting {
                body,
                body_title: page.title(AnyLink::Body(body)),
                piece,
                role: place.copied().or(holder)?,
                source,
                holders,
                vacancies,
                tense,
            })
        });
        sittings.collect()
    }

    fn view(&self, page: &PageContext<'a>) -> SeatMention<'a> {
        let SeatFacet { seat, table, .. } = self.piece;
        let written = &seat.written;
        let mut body = page.card(self.body);
        if let Some(table) = table {
            body.href = with_anchor(body.href, table.id);
        }
        let (table, table_lang) = table.map(|table| page.table_title(table)).unzip();
        let held = HeldSeat::new(page, (seat, self.source), self.piece.words(page));
        let views = |holders: &[NumberedHolder<'a>]| {
            let holders = holders.iter();
            let views = holders.map(|it| HolderView::new(page, &held, *it));
            views.collect()
        };
        SeatMention {
            body,
            table,
            table_lang: table_lang.flatten(),
            name: SeatNameView::new(page, self.piece),
            voting: written.voting,
            through: match self.role {
                SeatRole::Pool if written.basis == Basis::ExOfficio && comes_from_one(seat) => {
                    "office"
                }
                SeatRole::Pool => "pool",
                SeatRole::Each => "each",
                SeatRole::Holder(_) | SeatRole::HeldBy => "holder",
            },
            holders: views(&self.holders),
            vacancies: views(&self.vacancies),
            tense: self.tense.as_str(),
            stopped: (self.piece.stopped_on(page.as_of))
                .filter(|_| self.tense == Tense::Now)
                .map(|it| page.change(it, None, None)),
        }
    }
}

/// Whether all holders of a seat come from the same organization.
fn comes_from_one(seat: &SeatLinks) -> bool {
    match &seat.each {
        None => seat.from.len() == 1,
        Some(EachOf::List(list)) => list.len() == 1,
        Some(_) => false,
    }
}
