//! What a value with faulty keys still says.
//!
//! A page with a misspelt key is not published, but its references and numbers are checked in the same
//! run, so that an editor hears of all faults at once.

use super::schema::{Record, Shape};
use super::suggest;
use super::tree::{Entry, Node, Value};
use crate::base::language::Language;

/// Renames misspelt keys to those that they were meant as, and removes unknown keys.
pub(super) fn repair_keys(node: &mut Node, shape: &Shape) {
    match (shape, &mut node.value) {
        (Shape::Optional(inner), _) => repair_keys(node, inner),
        (Shape::List { item, .. }, Value::List(items)) => {
            items.iter_mut().for_each(|it| repair_keys(it, item))
        }
        (Shape::Map(inner), Value::Mapping(entries)) => {
            entries
                .iter_mut()
                .for_each(|entry| repair_keys(&mut entry.value, inner));
        }
        (Shape::ByLanguage(inner), Value::Mapping(entries)) => {
            entries.retain(|entry| Language::parse(&entry.key).is_some());
            entries
                .iter_mut()
                .for_each(|entry| repair_keys(&mut entry.value, inner));
        }
        (Shape::Record(record), Value::Mapping(entries)) => repair_record(entries, record),
        (Shape::Either(shapes), Value::Mapping(_)) => {
            let record = shapes
                .iter()
                .find(|shape| matches!(shape, Shape::Record(_)));
            record
                .into_iter()
                .for_each(|record| repair_keys(node, record));
        }
        _ => {}
    }
}

fn repair_record(entries: &mut Vec<Entry>, record: &'static Record) {
    let mut free = suggest::free_keys(entries, record);
    for entry in entries.iter_mut() {
        if record.field(&entry.key).is_none()
            && let Some(meant) = suggest::key_for(&entry.key, &free, record)
        {
            meant.key().clone_into(&mut entry.key);
            free.retain(|key| *key != meant.key());
        }
    }
    entries.retain(|entry| record.field(&entry.key).is_some());
    for entry in entries {
        if let Some(field) = record.field(&entry.key) {
            repair_keys(&mut entry.value, field.shape);
        }
    }
}
