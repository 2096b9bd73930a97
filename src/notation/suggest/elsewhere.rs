//! Keys that belong to another place of the same page.

use super::italian;
use crate::notation::schema::{Record, Shape};

/// Where a key belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// In an entry of `seats` with this role.
    Seat(&'static str),
    /// In an entry of `holders` of the seat, which says whom it substitutes.
    Substitute,
    /// In a page of its own, or in `procedure`.
    Meeting,
    /// In `channels`, as a channel of this kind; of a record that has contacts, in one of those.
    Channel(&'static str, bool),
    /// Below one of these keys of the record, under this name.
    Below(Vec<&'static str>, &'static str),
}

/// The words for those who hold a seat, with the role of the seat.
const ROLES: &[(&[&str], &str)] = &[
    (
        &[
            "presidente",
            "presidenza",
            "chair",
            "chairman",
            "chairperson",
            "president",
        ],
        "chair",
    ),
    (
        &[
            "vicepresidente",
            "vice_presidente",
            "vice_chair",
            "vice_president",
            "deputy_chair",
        ],
        "vice_chair",
    ),
    (&["segretario", "segretaria", "secretary"], "secretary"),
    (
        &["osservatore", "osservatori", "observer", "observers"],
        "observer",
    ),
    (
        &["consulente", "consulenti", "consultant", "consultants"],
        "consultant",
    ),
    (
        &[
            "invitati", "invitato", "ospiti", "ospite", "guest", "guests",
        ],
        "guest",
    ),
];

/// The words for meetings.
const MEETINGS: &[&str] = &[
    "riunioni", "riunione", "sedute", "seduta", "incontri", "meetings", "meeting",
];

/// The words for ways to reach somebody, with the kind of the channel.
const CHANNELS: &[(&[&str], &str)] = &[
    (
        &["telefono", "tel", "cellulare", "phone", "telephone"],
        "phone",
    ),
    (&["fax"], "fax"),
    (
        &["mail", "e_mail", "email", "posta", "posta_elettronica"],
        "email",
    ),
    (&["pec"], "pec"),
];

/// Keys that say too little to tell where they belong.
const VAGUE: &[&str] = &[
    "id", "name", "title", "kind", "text", "note", "date", "from", "until", "into", "value",
    "display", "count", "each",
];

/// Where a key that the record does not have belongs, if that is known.
pub fn elsewhere(key: &str, record: &'static Record) -> Option<Elsewhere> {
    let word = super::folded(key);
    if record.field("seats").is_some() && record.field("procedure").is_some() {
        let mut roles = ROLES.iter();
        if let Some((_, role)) = roles.find(|(words, _)| words.contains(&word.as_str())) {
            return Some(Elsewhere::Seat(role));
        }
        if MEETINGS.contains(&word.as_str()) {
            return Some(Elsewhere::Meeting);
        }
    }
    let is_substitute = ["supplente", "sostituto", "sostituta"].contains(&word.as_str());
    if is_substitute && record.field("substitutes").is_some() {
        return Some(Elsewhere::Substitute);
    }
    if let Some((_, kind)) = CHANNELS
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()))
    {
        if record.field("channels").is_some() {
            return Some(Elsewhere::Channel(kind, false));
        }
        if record.field("contacts").is_some() {
            return Some(Elsewhere::Channel(kind, true));
        }
    }
    let english = italian::english_keys(key).iter().copied();
    std::iter::once(word.as_str())
        .chain(english)
        .find_map(|key| below(key, record))
}

fn below(key: &str, record: &'static Record) -> Option<Elsewhere> {
    let parents = record.fields.iter().filter_map(|parent| {
        let field = record_of(parent.shape)?.field(key)?;
        // A table has what its body has.
        (parent.key != "tables").then_some((parent.key, field.key))
    });
    let (parents, keys): (Vec<_>, Vec<_>) = parents.unzip();
    let key = keys.first().filter(|_| !VAGUE.contains(&key))?;
    Some(Elsewhere::Below(parents, key))
}

/// The record that a shape is, or that its items are.
fn record_of(shape: &'static Shape) -> Option<&'static Record> {
    match shape {
        Shape::Record(record) => Some(record),
        Shape::Optional(inner) | Shape::List { item: inner, .. } => record_of(inner),
        _ => None,
    }
}
