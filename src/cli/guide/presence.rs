//! Whether a field must be there, in words.

use super::types::Place;
use crate::base::diagnostic::Arg;
use crate::content::rules;
use crate::messages::Messages;
use crate::notation::schema::{Field, Record};

/// Whether a field must be there, in words.
pub(super) fn presence(place: &Place, messages: &Messages) -> String {
    let (one, _) = rules::alternatives(place.record);
    let names = ("names", Arg::Text(one.join(", ")));
    match is_needed(place.record, place.field) {
        true => messages.text("guide-required", &[]),
        false if one.contains(&place.field.key) => messages.text("guide-one-of", &[names]),
        false => messages.text("guide-optional", &[]),
    }
}

/// Whether nothing can stand in for a field.
pub(super) fn is_needed(record: &Record, field: &Field) -> bool {
    !field.is_optional() || rules::alternatives(record).0 == [field.key]
}
