//! Registries: many small things in one file.

use crate::vocabulary::shared::Shared;

use super::area::Area;
use super::document::Document;
use super::organization::Organization;
use super::page::Topic;
use super::person::Person;
use crate::record;

record! {
    /// A YAML file of entries, each with the fields of the page of its type.
    pub struct Registry {
        /// Organizations.
        organizations: Vec<Shared<Organization>>,
        /// Laws, plans, acts.
        documents: Vec<Shared<Document>>,
        /// Parts of the country.
        areas: Vec<Shared<Area>>,
        /// Persons.
        persons: Vec<Shared<Person>>,
        /// Subjects.
        topics: Vec<Shared<Topic>>,
    }
}
