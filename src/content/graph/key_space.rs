//! Key spaces: all kinds of data that a product can read and that can change.

use std::hash::Hash;

use super::link::AnyLink;
use crate::incremental::memo::Key;

/// A kind of key. The number of a space is a part of saved keys.
///
/// The compiler rejects two spaces with the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum KeySpace {
    /// [`Facet::Summary`](super::Facet::Summary) of an entity.
    Summary = 1,
    /// [`Facet::Facts`](super::Facet::Facts) of an entity.
    Facts = 2,
    /// [`Facet::Texts`](super::Facet::Texts) of an entity.
    Texts = 3,
    /// [`Facet::Backlinks`](super::Facet::Backlinks) of an entity.
    Backlinks = 4,
    /// The anchors on the page of an entity.
    Anchors = 5,
    /// The areas that an organization leads.
    LedAreas = 6,
    /// The history of an organization.
    History = 7,
    /// A facet of a body.
    BodyFacet = 8,
    /// The entities of a kind.
    EntitiesOfKind = 10,
    /// The target of a name.
    Name = 11,
    /// The set of all names.
    Names = 12,
    /// A source file, as a target of links.
    File = 13,
    /// The set of all source files.
    Files = 14,
    /// The page at an address.
    Address = 15,
    /// The tables and child bodies of the body with an id.
    BodyParts = 16,
    /// The content of a file that pages embed.
    FileContent = 17,
    /// The set of all outputs.
    Outputs = 18,
    /// The addresses of all pages, with their languages and the days of their last changes.
    Addresses = 19,
    /// The entries of a page of a list.
    ListPage = 20,
    /// The number of pages of a list.
    ListPageCount = 21,
    /// The entries of a page of the alphabetical index.
    IndexPage = 22,
    /// The letters of the alphabetical index.
    IndexLetters = 23,
    /// The ids of the seats of a body, with their numbers of places.
    Seats = 24,
    /// The seats that are held by the holders of seats of a body.
    HeldSeats = 25,
    /// A list that the theme declares, in a language.
    ThemeList = 26,
    /// The day of which the site speaks.
    Day = 27,
    /// The number of entries of a long list, or of the alphabetical index.
    ListTotal = 28,
    /// What the history tells.
    News = 29,
    /// All titles and acronyms, and the ids that things had before.
    SpokenNames = 30,
    /// The period in which an organization exists.
    Existence = 31,
}

impl KeySpace {
    /// The key of a number, which must fit into 56 bits.
    pub fn number(self, number: u64) -> Key {
        Key::number(self as u8, number)
    }

    /// The key of an entity.
    pub(super) fn of(self, link: AnyLink) -> Key {
        self.number((link.kind() as u64) << 32 | u64::from(link.index()))
    }

    /// The key of a hashed value.
    pub fn hash(self, value: impl Hash) -> Key {
        Key::hash(self as u8, value)
    }

    /// The key of a space that has only one.
    pub fn single(self) -> Key {
        self.number(0)
    }
}
