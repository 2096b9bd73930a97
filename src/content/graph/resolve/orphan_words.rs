//! Words of a translation for something that its page does not have: an activity, a table, a seat, a holder, a term, an act.
//!
//! The page would leave them out without a word; most often an id was changed in the page and not in its translations.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::lookup::Resolver;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::base::fix::Change;
use crate::base::source::SourcePath;
use crate::content::graph::body::WrittenPart;
use crate::content::graph::directory::UnresolvedEntity;
use crate::content::graph::other_words::other_words;
use crate::content::model::translation::{ActivityWords, LegalBasisWords, SeatWords, TermWords};
use crate::content::model::{Body, EntityKind, Holder, Seat, Translation};
use crate::content::parse::Facts;
use crate::notation::suggest::Names;

/// The words of a translation for a body itself, or for one of its tables.
struct PartWords<'a> {
    path: NodePath,
    activities: &'a [ActivityWords],
    seats: &'a [SeatWords],
    terms: &'a [TermWords],
    legal_basis: &'a [LegalBasisWords],
}

/// What words may be for.
#[derive(Default)]
struct Ids<'a> {
    all: BTreeSet<&'a str>,
    /// The same, once one that is like another has been looked for.
    names: OnceCell<Names>,
}

impl<'a> FromIterator<&'a str> for Ids<'a> {
    fn from_iter<I: IntoIterator<Item = &'a str>>(ids: I) -> Ids<'a> {
        Ids {
            all: ids.into_iter().collect(),
            names: OnceCell::new(),
        }
    }
}

impl Ids<'_> {
    fn nearest(&self, id: &str) -> Option<&str> {
        let names = || Names::new(self.all.iter().copied());
        self.names.get_or_init(names).nearest(id)
    }
}

/// The words of one file.
struct Words<'a> {
    file: &'a SourcePath,
    /// The id of the page or entry that is translated.
    id: &'a str,
    orphans: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    /// Reports the words of the translations of a page that are for nothing in it.
    pub(super) fn check_words(&mut self, entity: &UnresolvedEntity) {
        let body = match &entity.facts {
            Facts::Body(body) => Some(&**body),
            _ => None,
        };
        let entries = &entity.facts.described().common().translations.0;
        if entries.is_empty() && self.directory.translations(entity).is_none() {
            return;
        }
        let others = other_words(&entity.facts).into_iter().collect();
        let mut words = Words {
            file: &entity.origin.file,
            id: entity.name.id.as_str(),
            orphans: &mut self.faults,
        };
        for (language, entry) in entries {
            let path = entity
                .origin
                .prefix
                .key("translations")
                .key(language.as_str());
            words.check_others(&path, &entry.into(), &entity.facts, &others);
        }
        let translations = self.directory.translations(entity).into_iter().flatten();
        for (_, translation) in translations {
            words.file = &translation.file;
            words.check(&translation.facts, body);
            words.check_type(&translation.facts, entity.name.kind);
            let path = NodePath::default();
            words.check_others(&path, &translation.facts, &entity.facts, &others);
        }
    }
}

impl Words<'_> {
    /// Reports another type than that of the page.
    fn check_type(&mut self, translation: &Translation, kind: EntityKind) {
        let Some(typed) = translation.r#type.filter(|typed| *typed != kind) else {
            return;
        };
        let place = Place::value(self.file, NodePath::default().key("type"));
        let fault = Diagnostic::new(Code::MisplacedType, place);
        let fault = fault.text("value", typed.as_str());
        let fault = fault.text("near", kind.as_str()).hint("translation");
        let change = Change::word(typed.as_str(), kind.as_str());
        self.orphans.push(fault.fix(change));
    }

    fn check(&mut self, words: &Translation, body: Option<&Body>) {
        let of_body = PartWords {
            path: NodePath::default(),
            activities: &words.activities,
            seats: &words.seats,
            terms: &words.terms,
            legal_basis: &words.legal_basis,
        };
        self.check_part(&of_body, body.and_then(|it| it.part(None)));
        let tables = body.map(|it| &it.tables);
        let ids = tables.into_iter().flatten().map(|it| it.id.as_str());
        let ids = ids.collect();
        for (index, table) in words.tables.iter().enumerate() {
            let path = NodePath::default().key("tables").index(index);
            let id = table.id.as_str();
            let Some(position) = tables.and_then(|it| it.position(id)) else {
                self.report("table", path.key("id"), id, &ids);
                continue;
            };
            let of_table = PartWords {
                path,
                activities: &table.activities,
                seats: &table.seats,
                terms: &table.terms,
                legal_basis: &table.legal_basis,
            };
            self.check_part(&of_table, body.and_then(|it| it.part(Some(position))));
        }
    }

    /// Reports the words that are known by no id: those of a meeting, and other texts.
    fn check_others(
        &mut self,
        path: &NodePath,
        words: &Translation,
        facts: &Facts,
        others: &Ids<'_>,
    ) {
        let (place, items) = match facts {
            Facts::Meeting(it) => (it.place.as_ref(), it.agenda.len()),
            _ => (None, 0),
        };
        if let (Some(words), None) = (&words.place, place) {
            self.report("place", path.key("place"), words, &Ids::default());
        }
        let given = words.agenda.len();
        if given > 0 && given != items {
            let given = given.to_string();
            self.report("agenda", path.key("agenda"), &given, &Ids::default());
        }
        for text in words.words.keys() {
            if !others.all.contains(text.as_str()) {
                self.report("text", path.key("words").key(text), text, others);
            }
        }
    }

    fn check_part(&mut self, words: &PartWords<'_>, part: Option<WrittenPart<'_>>) {
        let path = |list: &str, index: usize| words.path.key(list).index(index);
        let activities = part.map_or(&[][..], |it| it.activities);
        let ids: Ids<'_> = activities.iter().map(|it| it.id.as_str()).collect();
        for (index, of) in words.activities.iter().enumerate() {
            self.check_id("activity", &path("activities", index), &of.id, &ids);
        }
        let terms = part.map_or(&[][..], |it| &**it.terms);
        let ids: Ids<'_> = terms.iter().map(|it| it.id.as_str()).collect();
        for (index, of) in words.terms.iter().enumerate() {
            self.check_id("term", &path("terms", index), &of.id, &ids);
        }
        let bases = part.map_or(&[][..], |it| it.legal_basis);
        let acts = bases.iter().filter_map(|it| it.act.as_ref());
        let acts: Ids<'_> = acts.map(|act| act.as_str()).collect();
        for (index, of) in words.legal_basis.iter().enumerate() {
            if !bases.iter().any(|basis| of.is_for(basis)) {
                let path = path("legal_basis", index);
                let path = if of.act.is_some() {
                    path.key("act")
                } else {
                    path
                };
                let act = of.act.as_deref().unwrap_or_default();
                self.report("act", path, act, &acts);
            }
        }
        let seats = part.map_or(&[][..], |it| it.seats).iter();
        // The first of several with one id counts.
        let seats: BTreeMap<_, _> = seats.rev().map(|it| (it.id.as_str(), it)).collect();
        let ids = seats.keys().copied().collect();
        for (index, of) in words.seats.iter().enumerate() {
            let path = path("seats", index);
            self.check_id("seat", &path, &of.id, &ids);
            if let Some(seat) = seats.get(of.id.as_str()) {
                self.check_holders(&path, of, seat);
            }
        }
    }

    /// Reports the words at `path` if their id is none of `ids`.
    fn check_id(&mut self, kind: &'static str, path: &NodePath, id: &str, ids: &Ids<'_>) {
        if !ids.all.contains(id) {
            self.report(kind, path.key("id"), id, ids);
        }
    }

    /// Holders are known by their names, or by the ids of persons and organizations.
    fn check_holders(&mut self, path: &NodePath, words: &SeatWords, seat: &Seat) {
        let names = seat.holders.iter().flat_map(Holder::names).flatten();
        let names: Ids<'_> = names.collect();
        for (index, of) in words.holders.iter().enumerate() {
            if !names.all.contains(&*of.holder) {
                let path = path.key("holders").index(index).key("holder");
                self.report("holder", path, &of.holder, &names);
            }
        }
    }

    fn report(&mut self, kind: &'static str, path: NodePath, id: &str, ids: &Ids<'_>) {
        let fault = Diagnostic::new(Code::OrphanWords, Place::value(self.file, path))
            .text("kind", kind)
            .text("id", id)
            .text("translated", self.id);
        self.orphans.push(match ids.nearest(id) {
            Some(near) => fault.text("near", near).hint("near"),
            None => fault,
        });
    }
}
