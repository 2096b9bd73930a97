//! The texts of a thing that its translations have in `words`, because they have no id.

use std::collections::BTreeSet;

use super::body::WrittenPart;
use crate::content::model::{Contact, Minutes};
use crate::content::parse::Facts;
use crate::notation::scalar::Text;

/// The texts of a thing that its translations have in `words`.
pub fn other_words(facts: &Facts) -> BTreeSet<&str> {
    let texts: Vec<&Option<Text>> = match facts {
        Facts::Body(body) => {
            let parts = body.parts().map(|(_, part)| part);
            return parts.flat_map(of_part).collect();
        }
        Facts::Organization(it) => {
            let notes = it.changes.iter().map(|change| &change.note);
            of_contacts(&it.contacts).chain(notes).collect()
        }
        Facts::Person(it) => vec![&it.publication_basis],
        Facts::Meeting(it) => match &it.minutes {
            Some(Minutes::None(reason)) => return [reason.none.as_str()].into(),
            Some(Minutes::Document(_)) | None => Vec::new(),
        },
        Facts::Document(_) | Facts::Area(_) | Facts::Topic(_) => Vec::new(),
        Facts::Page(_) | Facts::Section(_) => Vec::new(),
    };
    texts.into_iter().flatten().map(Text::as_str).collect()
}

fn of_part(part: WrittenPart<'_>) -> impl Iterator<Item = &str> {
    let names = part.instruments.iter().map(|it| it.name.as_str());
    let acts = part.instruments.iter().map(|it| &it.adopted_by);
    let related = part.related.iter().map(|it| &it.name);
    let notes = part.changes.iter().map(|it| &it.note);
    let parties = part.seats.iter();
    let parties = parties.flat_map(|it| [&it.appointed_by, &it.proposed_by]);
    let parties = parties.flatten().map(|it| &it.name);
    let texts = acts.chain(related).chain(notes).chain(parties);
    let texts = texts.chain(of_contacts(part.contacts));
    names.chain(texts.flatten().map(Text::as_str))
}

fn of_contacts(contacts: &[Contact]) -> impl Iterator<Item = &Option<Text>> {
    contacts.iter().flat_map(|it| [&it.office, &it.note])
}
