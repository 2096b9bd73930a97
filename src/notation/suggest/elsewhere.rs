//! Keys that belong to another place of the same page.

use super::foreign_words::{self, Meaning};
use crate::notation::schema::Record;

/// Where a key belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// In an entry of `seats` with this role.
    Seat(&'static str),
    /// In an entry of `holders` of the seat, which says whom it substitutes.
    Substitute,
    /// In an entry of `holders` of the seat, as its name.
    Holder,
    /// In `name`, together with the given name.
    FullName,
    /// In `delegable` of the seat, or in an entry of `holders`, which says whose delegate it is.
    Delegate,
    /// In `appointed_by` of the seat, or in its `basis`.
    Appointment,
    /// In a page of its own, or in `procedure`.
    Meeting,
    /// In `channels`, as a channel of this kind; of a record that has contacts, in one of those.
    Channel(&'static str, bool),
    /// Below one of these keys of the record, under this name.
    Below(Vec<&'static str>, &'static str),
}

/// The words for those who hold a seat, with the role of the seat.
const ROLES: &[Meaning] = &[
    (
        "chair",
        "presidente presidenza chair chairman chairperson president vorsitz vorsitzender vorsitzende",
    ),
    (
        "vice_chair",
        "vicepresidente vice_presidente vice_chair vice_president deputy_chair",
    ),
    ("secretary", "segretario segretaria secretary"),
    ("observer", "osservatore osservatori observer observers"),
    ("consultant", "consulente consulenti consultant consultants"),
    ("guest", "invitati invitato ospiti ospite guest guests"),
];

/// The words for meetings.
const MEETINGS: &[&str] = &[
    "riunioni",
    "riunione",
    "sedute",
    "seduta",
    "incontri",
    "meetings",
    "meeting",
    "sitzungen",
];

/// The words for ways to reach somebody, with the kind of the channel.
const CHANNELS: &[Meaning] = &[
    ("phone", "telefono tel cellulare phone telephone"),
    ("fax", "fax"),
    ("email", "mail e_mail email posta posta_elettronica"),
    ("pec", "pec"),
    ("address", "indirizzo address anschrift"),
];

/// The words for those who hold a seat, in the entry of the seat itself.
const HOLDERS: &[&str] = &[
    "nome",
    "name",
    "nominativo",
    "titolare",
    "persona",
    "person",
    "componente",
    "componenti",
    "membri",
    "members",
];

/// The words for the half of a name.
const FAMILY_NAMES: &[&str] = &["cognome", "family", "family_name", "surname", "nachname"];

/// The words for those who come for others.
const DELEGATES: &[&str] = &["delegato", "delegata", "delegati", "delegate"];

/// The words for those who were appointed.
const APPOINTED: &[&str] = &["nominato", "nominata", "nominati", "nominate"];

/// The words for when somebody sits, with the key. In the seat itself, `from` has organizations.
const MANDATES: &[Meaning] = &[
    (
        "from",
        "dal inizio decorrenza data_inizio in_carica_dal since",
    ),
    ("until", "al fino_al fine scadenza data_fine"),
];

/// Keys that say too little to tell where they belong.
const VAGUE: &[&str] = &[
    "id", "name", "title", "kind", "text", "note", "date", "from", "until", "into", "value",
    "display", "count", "each",
];

/// Where a key belongs that is about the holders of a seat, if the record is a seat. It means no key of the seat itself.
pub(super) fn about_holders(key: &str, record: &'static Record) -> Option<Elsewhere> {
    record.field("holders")?;
    let word = super::folded(key);
    let is_one_of = |words: &[&str]| words.contains(&word.as_str());
    if is_one_of(HOLDERS) {
        return Some(Elsewhere::Holder);
    }
    if is_one_of(DELEGATES) {
        return Some(Elsewhere::Delegate);
    }
    if is_one_of(APPOINTED) {
        return Some(Elsewhere::Appointment);
    }
    let mandate = foreign_words::meaning(&word, MANDATES);
    mandate.map(|key| Elsewhere::Below(vec!["holders"], key))
}

/// Where a key that the record does not have belongs, if that is known.
pub fn elsewhere(key: &str, record: &'static Record) -> Option<Elsewhere> {
    let about_holders = about_holders(key, record);
    if about_holders.is_some() {
        return about_holders;
    }
    let word = super::folded(key);
    if record.field("seats").is_some() && record.field("procedure").is_some() {
        if let Some(role) = foreign_words::meaning(&word, ROLES) {
            return Some(Elsewhere::Seat(role));
        }
        if MEETINGS.contains(&word.as_str()) {
            return Some(Elsewhere::Meeting);
        }
    }
    let is_substitute = ["supplente", "sostituto", "sostituta", "deputy"].contains(&word.as_str());
    if is_substitute && record.field("substitutes").is_some() {
        return Some(Elsewhere::Substitute);
    }
    if FAMILY_NAMES.contains(&word.as_str()) && record.field("on_behalf_of").is_some() {
        return Some(Elsewhere::FullName);
    }
    if DELEGATES.contains(&word.as_str()) && record.field("delegate_of").is_some() {
        return Some(Elsewhere::Delegate);
    }
    if let Some(kind) = foreign_words::meaning(&word, CHANNELS) {
        if record.field("channels").is_some() {
            return Some(Elsewhere::Channel(kind, false));
        }
        if record.field("contacts").is_some() {
            return Some(Elsewhere::Channel(kind, true));
        }
    }
    let mut english = foreign_words::english_keys(key);
    below(&word, record).or_else(|| english.find_map(|key| below(key, record)))
}

fn below(key: &str, record: &'static Record) -> Option<Elsewhere> {
    let parents = record.fields.iter().filter_map(|parent| {
        let field = parent.shape.record()?.field(key)?;
        // A table has what its body has.
        (parent.key != "tables").then_some((parent.key, field.key))
    });
    let (parents, keys): (Vec<_>, Vec<_>) = parents.unzip();
    let key = keys.first().filter(|_| !VAGUE.contains(&key))?;
    Some(Elsewhere::Below(parents, key))
}
