//! The page of a person.

use serde::Serialize;

use super::common::Anchors;
use super::lens::Lens;
use super::mention::SeatMention;
use crate::domain::graph::Link;
use crate::domain::model::Person;

/// `person`: who holds seats. Only what follows from seats is said of a person.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    /// The given name.
    pub given: String,
    /// The family name.
    pub family: String,
    /// The rule that allows the name to be published.
    pub publication_basis: Option<String>,
    /// The seats held now, then those held before.
    pub seats: Vec<SeatMention>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl Lens<'_> {
    /// The view of a person.
    pub fn person(&self, link: Link<Person>) -> PersonView {
        let written = &self.graph.get(link).written;
        PersonView {
            given: written.given.to_string(),
            family: written.family.to_string(),
            publication_basis: written.publication_basis.as_ref().map(ToString::to_string),
            seats: self.mentions(),
            anchors: self.anchors(),
        }
    }
}
