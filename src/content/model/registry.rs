//! Registries: files of many small things.

use super::{Area, Document, Meeting, Organization, Person, Topic};
use std::sync::Arc;

use crate::record;

record! {
    /// A YAML file of entries. Each has the fields that a page of its kind has.
    pub struct Registry {
        /// Organizations.
        organizations: Box<[Arc<Organization>]>,
        /// Laws, plans, acts and other documents.
        documents: Box<[Arc<Document>]>,
        /// Parts of the country.
        areas: Box<[Arc<Area>]>,
        /// Persons.
        persons: Box<[Arc<Person>]>,
        /// Meetings.
        meetings: Box<[Arc<Meeting>]>,
        /// Subjects.
        topics: Box<[Arc<Topic>]>,
    }
}
