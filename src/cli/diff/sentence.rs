//! Changes as sentences.

use super::super::numbers::number;
use super::show::Shower;
use crate::base::diagnostic::Arg;
use crate::build::Compared;
use crate::content::changes::{Change, Kind};
use crate::messages::Messages;
use crate::notation::value::Value;

/// Tells changes as sentences.
pub(in crate::cli) struct Teller<'a> {
    shower: Shower<'a>,
    messages: &'a Messages,
}

impl<'a> Teller<'a> {
    /// Tells in the language of the messages.
    pub(in crate::cli) fn new(compared: &'a Compared, messages: &'a Messages) -> Teller<'a> {
        let shower = Shower { compared, messages };
        Teller { shower, messages }
    }

    /// A change as a sentence, in one line.
    pub(in crate::cli) fn sentence(&self, change: &Change) -> String {
        let args = [
            self.place(change).as_slice(),
            &self.values(change),
            &self.circumstances(change),
            &counts(change),
        ]
        .concat();
        let mut sentence = self.messages.text(&key(change.kind), &args);
        // A value may end in a full stop of its own.
        if sentence.ends_with("..") && !sentence.ends_with("...") {
            sentence.pop();
        }
        sentence
    }

    fn shown(&self, change: &Change, value: &Value) -> String {
        self.shower.value(change, &keys(&change.field), value)
    }

    /// What has changed, and what it belongs to.
    fn place(&self, change: &Change) -> [(&'static str, Arg); 7] {
        let title = change.title.clone();
        let about = Value::Reference(change.about.kind, change.about.id.clone());
        let about = self.shower.value(change, "", &about);
        let part = short(self.shower.name(change, &change.part));
        let args = [("thing", Arg::Text(title)), ("part", Arg::Text(part))];
        let place = match change.part.is_absent() {
            true => change.title.clone(),
            false => self.messages.text("change-place", &args),
        };
        let place = match change.who.is_absent() {
            true => place,
            false => format!("{place}, {}", self.shown(change, &change.who)),
        };
        let [thing, part] = args;
        [
            thing,
            part,
            ("place", Arg::Text(place)),
            ("about", Arg::Text(about)),
            ("type", Arg::Label(format!("type-{}", change.subject.kind))),
            ("field", Arg::Text(self.shower.label(&keys(&change.field)))),
            ("path", Arg::Text(change.field.clone())),
        ]
    }

    /// The values before and after.
    fn values(&self, change: &Change) -> [(&'static str, Arg); 4] {
        let shown = |value: &Value| {
            Arg::Text(match (change.kind, value) {
                (Kind::HolderSeat, seat) => self.shower.name(change, seat),
                // A contact that came or went is called by its name; a channel has a value.
                (Kind::ContactAdded | Kind::ContactRemoved, Value::Record(_)) => {
                    self.shown(change, value.get("value"))
                }
                _ => self.shown(change, value),
            })
        };
        let args = [
            ("before", shown(&change.before)),
            ("after", shown(&change.after)),
            ("turn", Arg::Text(turn(change).to_owned())),
        ];
        let both = self.messages.text("change-values", &args);
        let [before, after, turn] = args;
        [before, after, turn, ("values", Arg::Text(both))]
    }

    /// Who, and for whom, unless the name of the seat says that.
    fn who(&self, change: &Change) -> String {
        let who = self.shown(change, &change.who);
        if change.organization.is_absent() {
            return who;
        }
        let organization = self.shown(change, &change.organization);
        let seat = self.shower.name(change, &change.part);
        match seat.ends_with(&organization) {
            true => who,
            false => format!("{who} ({organization})"),
        }
    }

    /// Who, when and why.
    fn circumstances(&self, change: &Change) -> [(&'static str, Arg); 7] {
        let shown = |value| Arg::Text(self.shown(change, value));
        // The catalogue puts a preposition before these, which depends on how much is known.
        let raw = |values: &[&Value]| {
            let mut given = values.iter().filter_map(|it| it.as_text());
            Arg::Text(given.next().unwrap_or_default().to_owned())
        };
        let until = match change.kind {
            Kind::TermAdded => &change.other,
            Kind::HolderPeriodWithdrawn => &change.before,
            _ => &change.after,
        };
        let evidence = change.evidence.map_or("equal", |it| it.as_str());
        let evidence = Arg::Label(format!("change-evidence-{evidence}"));
        [
            ("who", Arg::Text(self.who(change))),
            ("other", shown(&change.other)),
            ("date", shown(&change.date)),
            ("reason", shown(&change.reason)),
            ("day", raw(&[&change.date, &change.after, &change.before])),
            ("until", raw(&[until])),
            ("evidence", evidence),
        ]
    }
}

/// How many words or items came and went, and how a number has changed.
fn counts(change: &Change) -> [(&'static str, Arg); 4] {
    let (added, removed) = match change.counts {
        Some((added, removed)) => (number(added), number(removed)),
        None => (Arg::Text(String::new()), Arg::Text(String::new())),
    };
    let (direction, places) = growth(change);
    [
        ("added", added),
        ("removed", removed),
        ("direction", Arg::Text(direction.to_owned())),
        ("number", places),
    ]
}

/// A name that is not longer than a line.
fn short(name: String) -> String {
    const MAX_CHARS: usize = 80;
    match name.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name,
    }
}

/// The key of the sentence in the catalogue: `change-seat-count-known`.
pub(super) fn key(kind: Kind) -> String {
    format!("change-{}", kind.code().replace(['.', '_'], "-"))
}

/// The keys of a path: `seats.count` of `seats[presidenti].count`.
fn keys(path: &str) -> String {
    let mut parts = path.split('[');
    let first = parts.next().into_iter();
    let rest = parts.filter_map(|part| Some(part.rsplit_once(']')?.1));
    first.chain(rest).collect()
}

/// How a value has changed. Yes, no and `permanent` are told as they are, and not as what comes or goes.
fn turn(change: &Change) -> &'static str {
    let is_answer = |it: &Value| match it {
        Value::Word(word) => word == "permanent",
        other => matches!(other, Value::Flag(_)),
    };
    match (&change.before, &change.after) {
        (Value::Absent, answer) if is_answer(answer) => "said",
        (answer, Value::Absent) if is_answer(answer) => "unsaid",
        (Value::Absent, Value::List(_)) => "more",
        (Value::Absent, _) => "added",
        (_, Value::Absent) => "removed",
        _ => "changed",
    }
}

/// Whether a number grew, and by how much; or whether only the order of words or items is another.
fn growth(change: &Change) -> (&'static str, Arg) {
    if change.counts == Some((0, 0)) {
        return ("reordered", Arg::Number(0));
    }
    let (Value::Number(before), Value::Number(after)) = (&change.before, &change.after) else {
        return ("other", Arg::Number(0));
    };
    let direction = if after < before { "fewer" } else { "more" };
    (direction, Arg::Number((after - before).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::UiLanguage;

    #[test]
    fn every_kind_has_a_sentence_in_every_language() {
        for language in UiLanguage::ALL {
            let messages = Messages::new(language);
            for kind in Kind::ALL {
                assert_ne!(messages.text(&key(*kind), &[]), key(*kind), "{language:?}");
            }
        }
    }

    #[test]
    fn the_keys_of_a_path_are_what_stands_outside_of_its_items() {
        let table = [
            ("title", "title"),
            ("valid.until", "valid.until"),
            ("seats[a.b].count.min", "seats.count.min"),
            ("seats[a]", "seats"),
            ("contacts[a [b] c].channels[phone]", "contacts.channels"),
        ];
        for (path, field) in table {
            assert_eq!(keys(path), field);
        }
    }
}
