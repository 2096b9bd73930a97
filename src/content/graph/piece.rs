//! What others show of a body, piece by piece: the title of a table, a seat, an activity, what a part rests on, with whom
//! it is tied. Who shows one of them is not made again because another has changed.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::arena::Link;
use super::body::{BodyLinks, EachOf, Part, SeatLinks};
use super::entity::{Entity, Linked};
use crate::base::date::Period;
use crate::base::language::Language;
use crate::content::model::{
    Activity, Body, Document, LegalBasis, Organization, Table, Translation,
};

/// A piece of a body: of itself, where `None` is said for a table, or of one of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The title of a table.
    Table(usize),
    /// A seat.
    Seat(Option<usize>, usize),
    /// An activity.
    Activity(Option<usize>, usize),
    /// What it rests on.
    Bases(Option<usize>),
    /// Of what it is a part, and who sits in it.
    Ties,
}

/// What others show of a table.
#[derive(Clone, Copy)]
pub struct TablePiece<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title in the language of the site.
    pub title: &'a str,
    words: Words<'a>,
}

/// What others show of a seat.
#[derive(Clone, Copy, PartialEq)]
pub struct SeatPiece<'a> {
    /// The seat.
    pub seat: &'a SeatLinks,
    /// The table in which it is.
    pub table: Option<TablePiece<'a>>,
    /// From when to when that, or else the body, exists.
    pub valid: Period,
    /// The words of the body in other languages.
    pub words: Words<'a>,
}

/// What others show of an activity.
#[derive(Clone, Copy, PartialEq)]
pub struct ActivityPiece<'a> {
    /// The activity.
    pub activity: &'a Activity,
    /// The id of the table whose it is.
    pub table: Option<&'a str>,
    /// The words of the body in other languages.
    pub words: Words<'a>,
}

/// What others show of what a part rests on.
#[derive(Clone, Copy, PartialEq)]
pub struct BasesPiece<'a> {
    written: &'a [LegalBasis],
    acts: &'a [Option<Link<Document>>],
}

/// Of what a body is a part, and who sits in it.
#[derive(Clone, Copy)]
pub struct TiesPiece<'a>(&'a BodyLinks);

/// The words of a body in other languages.
#[derive(Clone, Copy, PartialEq)]
pub struct Words<'a>(&'a BTreeMap<Language, Arc<Translation>>);

impl<'a> Words<'a> {
    /// What a translation says of the body.
    pub fn of(self, language: &Language) -> Option<&'a Translation> {
        self.0.get(language).map(|words| &**words)
    }
}

impl PartialEq for TablePiece<'_> {
    /// Of the words in other languages, those that say its title.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.title == other.title && self.titles().eq(other.titles())
    }
}

impl<'a> TablePiece<'a> {
    pub(super) fn of(body: &'a Entity<Body>, table: usize) -> Option<TablePiece<'a>> {
        let table: &Table = body.written.tables.get(table)?;
        Some(TablePiece {
            id: table.id.as_str(),
            title: table.title.as_str(),
            words: Words(&body.node.translations),
        })
    }

    /// Its title in another language, where a translation says one.
    pub fn title_in(self, language: &Language) -> Option<&'a str> {
        let mut tables = self.words.of(language)?.tables.iter();
        let table = tables.find(|table| table.id.as_str() == self.id)?;
        table.title.as_ref().map(|title| title.as_str())
    }

    fn titles(self) -> impl Iterator<Item = (&'a Language, &'a str)> {
        let languages = self.words.0.keys();
        languages.filter_map(move |language| Some((language, self.title_in(language)?)))
    }
}

impl<'a> SeatPiece<'a> {
    pub(super) fn of(
        body: &'a Entity<Body>,
        table: Option<usize>,
        seat: usize,
    ) -> Option<SeatPiece<'a>> {
        Some(SeatPiece {
            seat: part(body, table)?.seats.get(seat)?,
            table: table.and_then(|table| TablePiece::of(body, table)),
            valid: body.written.part(table)?.valid,
            words: Words(&body.node.translations),
        })
    }
}

impl<'a> ActivityPiece<'a> {
    pub(super) fn of(
        body: &'a Entity<Body>,
        table: Option<usize>,
        activity: usize,
    ) -> Option<ActivityPiece<'a>> {
        let written = body.written.part(table)?;
        Some(ActivityPiece {
            activity: written.activities.get(activity)?,
            table: written.id,
            words: Words(&body.node.translations),
        })
    }
}

impl<'a> BasesPiece<'a> {
    pub(super) fn of(body: &'a Entity<Body>, table: Option<usize>) -> Option<BasesPiece<'a>> {
        Some(BasesPiece {
            written: body.written.part(table)?.legal_basis,
            acts: &part(body, table)?.acts,
        })
    }

    /// Each with the act, if that is known.
    pub fn each(self) -> impl Iterator<Item = (&'a LegalBasis, Option<Link<Document>>)> {
        self.written.iter().zip(self.acts.iter().copied())
    }
}

impl PartialEq for TiesPiece<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.parent() == other.parent() && self.organizations().eq(other.organizations())
    }
}

impl<'a> TiesPiece<'a> {
    pub(super) fn of(body: &'a Entity<Body>) -> TiesPiece<'a> {
        TiesPiece(&body.links)
    }

    /// The body that it is a part of.
    pub fn parent(self) -> Option<Link<Body>> {
        self.0.parent
    }

    /// The organizations that are members of it, or sit in it or its tables.
    pub fn organizations(self) -> impl Iterator<Item = Link<Organization>> + use<'a> {
        let seats = self.0.parts.iter().flat_map(|part| &part.seats);
        let seated = seats.flat_map(|seat| {
            let list: &[_] = match &seat.each {
                Some(EachOf::List(list)) => list,
                Some(EachOf::Members | EachOf::Zones(_) | EachOf::Text) | None => &[],
            };
            let holders = seat.holders.iter().filter_map(|it| it.on_behalf_of);
            list.iter().chain(&seat.from).copied().chain(holders)
        });
        self.0.members.iter().copied().chain(seated)
    }
}

/// The pieces of a thing of any kind that are others now.
pub(super) fn changed_of_any<T: Linked>(before: &Entity<T>, now: &Entity<T>) -> Vec<Piece> {
    let (before, now): (&dyn Any, &dyn Any) = (before, now);
    let Some((before, now)) = before.downcast_ref().zip(now.downcast_ref()) else {
        return Vec::new();
    };
    let pieces = all(before).chain(all(now));
    pieces.filter(|piece| piece.is_other(before, now)).collect()
}

/// The pieces of a body.
pub(super) fn all(body: &Entity<Body>) -> impl Iterator<Item = Piece> {
    let of_parts = body.parts().flat_map(|(part, written)| {
        let table = part.table;
        let seats = (0..part.seats.len()).map(move |nth| Piece::Seat(table, nth));
        let activities = (0..written.activities.len()).map(move |nth| Piece::Activity(table, nth));
        let whole = table
            .map(Piece::Table)
            .into_iter()
            .chain([Piece::Bases(table)]);
        whole.chain(seats).chain(activities)
    });
    of_parts.chain([Piece::Ties])
}

impl Piece {
    fn is_other(self, before: &Entity<Body>, now: &Entity<Body>) -> bool {
        match self {
            Piece::Table(table) => TablePiece::of(before, table) != TablePiece::of(now, table),
            Piece::Seat(table, nth) => {
                SeatPiece::of(before, table, nth) != SeatPiece::of(now, table, nth)
            }
            Piece::Activity(table, nth) => {
                ActivityPiece::of(before, table, nth) != ActivityPiece::of(now, table, nth)
            }
            Piece::Bases(table) => BasesPiece::of(before, table) != BasesPiece::of(now, table),
            Piece::Ties => TiesPiece::of(before) != TiesPiece::of(now),
        }
    }
}

fn part(body: &Entity<Body>, table: Option<usize>) -> Option<&Part> {
    let mut parts = body.links.parts.iter();
    parts.find(|part| part.table == table)
}
