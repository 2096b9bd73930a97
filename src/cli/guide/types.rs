//! What editors write, type by type, as the guide and `raccordo help` tell it.

use crate::content::model::{
    Area, Body, Common, Contact, Document, Holder, Meeting, Organization, Page, Person, Registry,
    Seat, Section, Table, Topic, Translation,
};
use crate::content::settings::Settings;
use crate::notation::schema::{Field, Record, Shape};

/// A type that has a page of its own in the guide.
pub(super) struct Type {
    /// Its word in commands, and the name of its page.
    pub(super) word: &'static str,
    pub(super) record: &'static Record,
}

pub(super) const TYPES: &[Type] = &[
    of("common", Common::RECORD),
    of("body", Body::RECORD),
    of("table", Table::RECORD),
    of("seat", Seat::RECORD),
    of("holder", Holder::RECORD),
    of("contact", Contact::RECORD),
    of("organization", Organization::RECORD),
    of("person", Person::RECORD),
    of("meeting", Meeting::RECORD),
    of("document", Document::RECORD),
    of("area", Area::RECORD),
    of("topic", Topic::RECORD),
    of("page", Page::RECORD),
    of("section", Section::RECORD),
    of("registry", Registry::RECORD),
    of("translation", Translation::RECORD),
    of("settings", Settings::RECORD),
];

const fn of(word: &'static str, record: &'static Record) -> Type {
    Type { word, record }
}

/// A field, where it stands in a type.
pub(super) struct Place {
    /// The type that declares it.
    pub(super) record: &'static Record,
    pub(super) field: &'static Field,
    /// The keys that lead to it from the type that has the page: `territory.zones.count`.
    pub(super) path: String,
}

impl Type {
    pub(super) fn named(word: &str) -> Option<&'static Type> {
        TYPES.iter().find(|it| it.word == word)
    }

    pub(super) fn of(record: &Record) -> Option<&'static Type> {
        TYPES.iter().find(|it| it.record.name == record.name)
    }

    /// Its own fields, each followed by those that are written below it. What has a page of its own is not entered, and
    /// what comes twice is entered once.
    pub(super) fn fields(&self) -> Vec<Place> {
        let mut places = Vec::new();
        add_fields(self.record, "", &mut vec![self.record.name], &mut places);
        places
    }
}

fn add_fields(
    record: &'static Record,
    prefix: &str,
    entered: &mut Vec<&'static str>,
    places: &mut Vec<Place>,
) {
    for field in record.fields {
        let path = format!("{prefix}{}", field.key);
        let below = format!("{path}.");
        places.push(Place {
            record,
            field,
            path,
        });
        for inner in records(field.shape) {
            if Type::of(inner).is_none() && !entered.contains(&inner.name) {
                entered.push(inner.name);
                add_fields(inner, &below, entered, places);
            }
        }
    }
}

pub(super) fn records(shape: &'static Shape) -> Vec<&'static Record> {
    match shape {
        Shape::Record(record) => vec![record],
        Shape::List { item: inner, .. }
        | Shape::Map(inner)
        | Shape::ByLanguage(inner)
        | Shape::Optional(inner) => records(inner),
        Shape::Either(shapes) => shapes.iter().flat_map(|it| records(it)).collect(),
        Shape::Text(_) | Shape::Flag | Shape::Integer { .. } | Shape::Word(_) | Shape::Any => {
            Vec::new()
        }
    }
}
