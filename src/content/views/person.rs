//! The page of a person.

use schemars::JsonSchema;
use serde::Serialize;

use super::seat_mention::seat_mentions;
use super::{Anchors, PageContext, SeatMention};
use crate::content::graph::Link;
use crate::content::model::Person;

/// `person`: a person who holds seats. The page says no more than name and seats.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct PersonView<'a> {
    /// The given name: "Maria".
    pub given: &'a str,
    /// The family name: "Rossi".
    pub family: &'a str,
    /// The rule that allows the name to be published: "D.Lgs. 33/2013, art. 14". `none` if none was typed.
    pub publication_basis: Option<&'a str>,
    /// The language of that rule: `it`. `none` if it is the page's.
    pub publication_basis_lang: Option<&'a str>,
    /// The seats held today, then those held before.
    pub seats: Vec<SeatMention<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> PersonView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Person>) -> PersonView<'a> {
        let person = page.graph.get(link);
        let (written, words) = (&person.written, page.translation_of(&person.node));
        let basis = written.publication_basis.as_ref();
        let (publication_basis, publication_basis_lang) = page.worded(words, basis);
        PersonView {
            given: &written.given,
            family: &written.family,
            publication_basis,
            publication_basis_lang,
            seats: seat_mentions(page),
            anchors: page.anchors(),
        }
    }
}
