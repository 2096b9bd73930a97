//! What templates see: the fields of views, as plain data.

use std::collections::{BTreeMap, BTreeSet};

/// The fields of all views.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewFields {
    /// What each variable of a template holds.
    pub variables: BTreeMap<String, Shape>,
    /// The fields of each type of record.
    pub records: BTreeMap<String, BTreeMap<String, Shape>>,
}

/// What a variable or field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A text, a number or a flag.
    Scalar,
    /// Anything: what editors type, and what a template makes itself.
    Any,
    /// A list.
    List(Box<Shape>),
    /// Values under names that the view does not fix.
    Map(Box<Shape>),
    /// A record of this type.
    Record(String),
}

impl ViewFields {
    /// The fields of a type of record.
    pub fn of(&self, record: &str) -> impl Iterator<Item = &str> {
        let fields = self.records.get(record).into_iter().flatten();
        fields.map(|(name, _)| name.as_str())
    }

    /// The fields of all types.
    pub fn all(&self) -> BTreeSet<&str> {
        let records = self.records.values();
        let names = records.flat_map(|fields| fields.keys().map(String::as_str));
        names.collect()
    }
}
