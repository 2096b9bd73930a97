//! Registries: files of many small things.

use super::{Area, Document, Organization, Person, Topic};
use crate::base::shared::Shared;

use crate::record;

record! {
    /// A YAML file of entries. Each has the fields that a page of its kind has.
    pub struct Registry {
        /// Organizations.
        organizations: Box<[Shared<Organization>]>,
        /// Laws, plans, acts and other documents.
        documents: Box<[Shared<Document>]>,
        /// Parts of the country.
        areas: Box<[Shared<Area>]>,
        /// Persons.
        persons: Box<[Shared<Person>]>,
        /// Subjects.
        topics: Box<[Shared<Topic>]>,
    }
}
