//! What of a graph can be looked at and can change.

use std::collections::BTreeSet;

use super::Graph;
use super::arena::Link;
use super::entity::AnyLink;
use super::piece::Piece;
use crate::base::output::OutputPath;
use crate::content::model::{Body, EntityKind, Name};
use crate::incremental::memo::{Changed, Key};

const ANCHORS: u8 = 5;
const LED: u8 = 6;
const LIFE: u8 = 7;
const PIECE: u8 = 8;
const ALL: u8 = 10;

/// One side of a thing, and the name space of its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What others show of it: title, address, kind.
    Face = 1,
    /// All that is typed about it but its texts, and where that leads.
    Facts,
    /// Its texts, and where they lead.
    Texts,
    /// Who mentions it.
    Mentions,
}

impl Side {
    /// All sides.
    pub(super) const ALL: [Side; 4] = [Side::Face, Side::Facts, Side::Texts, Side::Mentions];
}

/// One side of a thing.
pub(super) fn side(side: Side, link: AnyLink) -> Key {
    of_thing(side as u8, link)
}

/// The places on the page of a thing that a link can name.
pub(super) fn anchors(link: AnyLink) -> Key {
    of_thing(ANCHORS, link)
}

/// Which areas an organization leads.
pub(super) fn led(link: AnyLink) -> Key {
    of_thing(LED, link)
}

/// What became of an organization, and until when there is one.
pub(super) fn life(link: AnyLink) -> Key {
    of_thing(LIFE, link)
}

/// A piece of a body.
pub(super) fn piece(body: Link<Body>, piece: Piece) -> Key {
    let (kind, table, nth) = match piece {
        Piece::Table(table) => (0, Some(table), 0),
        Piece::Seat(table, nth) => (1, table, nth),
        Piece::Activity(table, nth) => (2, table, nth),
        Piece::Bases(table) => (3, table, 0),
        Piece::Ties => (4, None, 0),
    };
    // What does not fit is at one place with others, and may be made in vain.
    let fit = |number: usize, bits: u32| (number as u64).min((1 << bits) - 1);
    let table = fit(table.map_or(0, |table| table + 1), 8);
    let place = kind << 18 | table << 10 | fit(nth, 10);
    Key::number(PIECE, u64::from(body.index()) << PLACE_BITS | place)
}

/// Pieces of a thing, which is a body if there are any.
pub(super) fn pieces(thing: AnyLink, pieces: Vec<Piece>) -> impl Iterator<Item = Key> {
    let body = match thing {
        AnyLink::Body(body) => Some(body),
        _ => None,
    };
    let pieces = body.map(|body| pieces.into_iter().map(move |it| piece(body, it)));
    pieces.into_iter().flatten()
}

/// In so many bits it is said which piece of a body.
const PLACE_BITS: u32 = 21;

/// What is another about a thing of which this one says something else than before.
pub(super) fn mentioned_by(by: AnyLink, thing: AnyLink) -> impl Iterator<Item = Key> {
    let led = (by.kind() == EntityKind::Area).then(|| led(thing));
    [side(Side::Mentions, thing)].into_iter().chain(led)
}

fn of_thing(space: u8, link: AnyLink) -> Key {
    let kind = link.kind() as u64;
    Key::number(space, kind << 32 | u64::from(link.index()))
}

/// Whether there are other things of a kind than before.
pub fn recounted(changed: &Changed, kind: EntityKind) -> bool {
    changed.contains(&all(kind))
}

/// Whether outputs have come, gone or moved.
pub fn retaken(changed: &Changed) -> bool {
    changed.contains(&outputs())
}

/// The things whose facts have changed, those that are gone among them.
pub fn described(changed: &Changed) -> impl Iterator<Item = AnyLink> {
    with(Side::Facts, changed)
}

/// The things that look different to others, those that are gone among them.
pub fn faced(changed: &Changed) -> impl Iterator<Item = AnyLink> {
    with(Side::Face, changed)
}

/// The things that are mentioned by others than before, those that are gone among them.
pub fn mentioned(changed: &Changed) -> impl Iterator<Item = AnyLink> {
    with(Side::Mentions, changed)
}

fn with(side: Side, changed: &Changed) -> impl Iterator<Item = AnyLink> {
    let all = Key::number(side as u8, 0)..Key::number(side as u8 + 1, 0);
    let keys = changed.range(all);
    keys.filter_map(|key| link(key.parts().1))
}

/// Why a product that looked at these keys is stale.
pub(super) fn causes(
    graph: &Graph,
    reads: impl Iterator<Item = Key>,
    changed: &Changed,
) -> BTreeSet<Cause> {
    let seen = reads.filter(|key| changed.contains(key));
    let causes = seen.filter_map(|key| {
        let (space, number) = key.parts();
        if space == ALL {
            return Some(Cause::All(kind(number)?));
        }
        if space == PIECE {
            let body = AnyLink::new(EntityKind::Body, u32::try_from(number >> PLACE_BITS).ok()?);
            return Some(Cause::Piece(graph.node(body).name.clone()));
        }
        let side = Side::ALL.into_iter().find(|side| *side as u8 == space)?;
        let name = graph.node(link(number)?).name.clone();
        Some(Cause::Thing(name, side))
    });
    causes.collect()
}

/// Something that has changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// One side of a thing.
    Thing(Name, Side),
    /// A piece of a body that others show.
    Piece(Name),
    /// Which things of a kind there are.
    All(EntityKind),
}

fn link(number: u64) -> Option<AnyLink> {
    let index = u32::try_from(number & u64::from(u32::MAX)).ok()?;
    Some(AnyLink::new(kind(number >> 32)?, index))
}

fn kind(number: u64) -> Option<EntityKind> {
    let mut kinds = EntityKind::ALL.iter().copied();
    kinds.find(|kind| *kind as u64 == number)
}

/// Which things of a kind there are.
pub(super) fn all(kind: EntityKind) -> Key {
    Key::number(ALL, kind as u64)
}

/// What a name stands for.
pub(super) fn name(kind: EntityKind, id: &str) -> Key {
    Key::hash(11, (kind, id))
}

/// Which names there are.
pub(super) fn names() -> Key {
    Key::number(12, 0)
}

/// What is in a file.
pub(super) fn file(path: &str) -> Key {
    Key::hash(13, path)
}

/// What is in a file that pages show.
pub fn content(file: &OutputPath) -> Key {
    Key::hash(17, file)
}

/// Which files there are.
pub(super) fn files() -> Key {
    Key::number(14, 0)
}

/// Which outputs are taken.
pub(super) fn outputs() -> Key {
    Key::number(18, 0)
}

/// At which addresses there are pages, in which languages, and when each last changed.
pub(super) fn addresses() -> Key {
    Key::number(19, 0)
}

/// Which page is at an address.
pub(super) fn address(address: &str) -> Key {
    Key::hash(15, address)
}

/// Which tables and parts of its own the body of an id has.
pub(super) fn parts(body: &str) -> Key {
    Key::hash(16, body)
}
