//! Registries: many small things in one file.

use std::sync::Arc;

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
        organizations: Vec<Arc<Organization>>,
        /// Laws, plans, acts.
        documents: Vec<Arc<Document>>,
        /// Parts of the country.
        areas: Vec<Arc<Area>>,
        /// Persons.
        persons: Vec<Arc<Person>>,
        /// Subjects.
        topics: Vec<Arc<Topic>>,
    }
}
