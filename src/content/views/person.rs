//! The page of a person.

use serde::Serialize;

use super::common::Anchors;
use super::lens::Lens;
use super::mention::SeatMention;
use crate::content::graph::Link;
use crate::content::model::Person;

/// `person`: who holds seats. Only what follows from seats is said of a person.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView<'a> {
    /// The given name.
    pub given: &'a str,
    /// The family name.
    pub family: &'a str,
    /// The rule that allows the name to be published.
    pub publication_basis: Option<&'a str>,
    /// The seats held now, then those held before.
    pub seats: Vec<SeatMention<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> Lens<'a> {
    /// The view of a person.
    pub fn person(&self, link: Link<Person>) -> PersonView<'a> {
        let written = &self.graph.get(link).written;
        PersonView {
            given: written.given.as_str(),
            family: written.family.as_str(),
            publication_basis: written.publication_basis.as_ref().map(|it| it.as_str()),
            seats: self.mentions(),
            anchors: self.anchors(),
        }
    }
}
