//! What happened on a seat, from its holders before and after.
//!
//! A holder has no id. It is known by the seat, by who it is, and by the day on which it began.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::classify::is_more_precise;
use super::difference::{Difference, differences};
use super::items::{Pair, Unpaired, path_name};
use super::kind::Kind;
use super::normal::folded;
use super::side::{Subject, Thing};
use crate::base::date::{PartialDate, Period};
use crate::notation::suggest;
use crate::notation::value::Value;

/// The names of all who hold a seat of a thing after the changes, once they are asked for.
pub(super) type Seated = OnceCell<BTreeSet<String>>;

/// The changes of a seat whose holders differ, and who may sit in these terms. `title_of` finds the name of a person.
pub(super) fn changes(
    thing: &Thing,
    difference: &Difference,
    (terms, seated): (&[&Value], &Seated),
    title_of: &dyn Fn(&Subject) -> Option<String>,
) -> Vec<Change> {
    let now = difference.after.items();
    let mut first_days: BTreeMap<Value, Value> = BTreeMap::new();
    for holder in now {
        let from = dated(holder, terms.iter().rev().copied())
            .get("from")
            .clone();
        let first = first_days.entry(who(holder)).or_insert(from.clone());
        *first = from.min(first.clone());
    }
    let seat = Seat {
        thing,
        difference,
        terms,
        seated,
        title_of,
        first_days,
    };
    let mut holders = Unpaired::new(difference.before.items(), now);
    let from = |holder: &Value| holder.get("from").clone();
    holders.pair_equal();
    holders.pair_unique(|it| Some(Value::List(vec![who(it), from(it)])));
    holders.pair_unique(|it| {
        let until = Some(it.get("until")).filter(|until| !until.is_absent())?;
        Some(Value::List(vec![who(it), until.clone()]))
    });
    holders.pair_unique(|it| Some(who(it)));
    holders.pair_unique(|it| {
        let named = [it.get("person"), it.get("name")].into_iter();
        let mut names = named.filter_map(|it| name(it, title_of));
        Some(Value::List(vec![Value::Text(names.next()?), from(it)]))
    });
    holders.pair_alike(is_spelled_alike);
    seat.changes(holders.finish())
}

/// Whether two names that began on the same day are those of one person, of which one is misspelt.
fn is_spelled_alike(one: &Value, other: &Value) -> bool {
    let names = one.get("name").as_text().zip(other.get("name").as_text());
    let near = names.and_then(|(one, other)| suggest::near(one, [other]));
    let from = one.get("from");
    !from.is_absent() && from == other.get("from") && near.is_some_and(|it| it.is_certain)
}

/// Who a holder is: a person, a name, an organization, or nobody.
fn who(holder: &Value) -> Value {
    if is_vacancy(holder) {
        return Value::Word("vacant".to_owned());
    }
    let keys = ["person", "name", "on_behalf_of"].into_iter();
    let mut named = keys.map(|key| holder.get(key)).filter(|it| !it.is_absent());
    match named.next() {
        Some(Value::Text(name)) => Value::Text(folded(name)),
        other => other.cloned().unwrap_or_default(),
    }
}

/// A holder with the days that it has from its term: the first one with its id.
pub fn dated<'t>(holder: &Value, mut terms: impl Iterator<Item = &'t Value>) -> Value {
    let id = holder.get("term");
    let term = terms.find(|it| !id.is_absent() && it.get("id") == id);
    let days = |term: &Value| ["from", "until"].map(|key| (key, term.get(key).clone()));
    let days = term.map(|term| Value::record(days(term)));
    days.unwrap_or_default().and(holder.clone())
}

/// The name of a person who is referred to or named, to tell persons apart.
fn name(who: &Value, title_of: &dyn Fn(&Subject) -> Option<String>) -> Option<String> {
    let title = Subject::referred(who).and_then(|it| title_of(&it));
    let name = title.or(who.as_text().map(str::to_owned))?;
    Some(folded(&name))
}

/// Who a holder is, as it is written.
pub(super) fn shown(holder: &Value) -> Value {
    let keys = ["person", "name", "on_behalf_of"].into_iter();
    let mut named = keys.map(|key| holder.get(key)).filter(|it| !it.is_absent());
    named.next().cloned().unwrap_or_default()
}

/// The organization for which a person sits. Absent if none is named, and of an organization that sits itself.
fn represented(holder: &Value) -> Value {
    let organization = holder.get("on_behalf_of");
    match *organization == shown(holder) {
        true => Value::Absent,
        false => organization.clone(),
    }
}

/// A vacant place, and for whom it is.
fn vacancy(holder: &Value) -> Value {
    let kind = Value::Word("vacancy".to_owned());
    Value::record([
        ("kind", kind),
        ("on_behalf_of", holder.get("on_behalf_of").clone()),
    ])
}

/// For whom a holder stands in, if it is said.
fn substituted(holder: &Value) -> Value {
    match holder.get("substitutes") {
        Value::Flag(_) => Value::Absent,
        whom => whom.clone(),
    }
}

pub(super) fn is_vacancy(holder: &Value) -> bool {
    *holder.get("vacant") == Value::Flag(true)
}

/// The kind of a difference that is no event. What was not said before is no correction, and what may change with time
/// is none either.
fn plain_kind(difference: &Difference) -> Kind {
    match difference.pattern().as_str() {
        _ if difference.before.is_absent() => Kind::FactAdded,
        _ if difference.after.is_absent() => Kind::FactRemoved,
        "from" | "name" | "person" | "on_behalf_of" => Kind::HolderCorrected,
        _ => Kind::FactChanged,
    }
}

struct Seat<'a> {
    thing: &'a Thing,
    difference: &'a Difference,
    /// The terms before and after.
    terms: &'a [&'a Value],
    seated: &'a Seated,
    title_of: &'a dyn Fn(&Subject) -> Option<String>,
    /// The first day of each who holds it after the changes.
    first_days: BTreeMap<Value, Value>,
}

impl Seat<'_> {
    fn changes(&self, pairs: Vec<Pair<'_>>) -> Vec<Change> {
        let mut changes = Vec::new();
        let (mut gone, mut new) = (Vec::new(), Vec::new());
        let mut is_filled = false;
        let added = pairs.iter().filter(|it| it.before.is_none());
        let begins = added.filter_map(|it| Some(self.dated(it.after?).get("from").clone()));
        let begins: Vec<Value> = begins.collect();
        for pair in pairs {
            match (pair.before, pair.after) {
                (Some(before), Some(after)) => {
                    let ends = before.get("until").is_absent() && !after.get("until").is_absent();
                    is_filled |= is_vacancy(before) && ends;
                    if !(is_vacancy(before) && ends) {
                        changes.extend(self.corrections(before, after, &begins));
                    }
                }
                (Some(before), None) if is_vacancy(before) && before.get("until").is_absent() => {
                    is_filled = true;
                }
                (Some(before), None) => gone.push(self.dated(before)),
                (None, Some(after)) => new.push(self.dated(after)),
                (None, None) => {}
            }
        }
        let has_new = new.iter().any(|it| !is_vacancy(it));
        for holder in &new {
            changes.push(self.entry(holder, is_filled));
        }
        if is_filled && !has_new {
            changes.push(self.change(Kind::SeatFilled, &Value::Absent));
        }
        changes.extend(gone.iter().map(|it| self.withdrawn(it)));
        self.join_succession(changes)
    }

    fn dated(&self, holder: &Value) -> Value {
        dated(holder, self.terms.iter().rev().copied())
    }

    /// A holder who is no longer listed, or a period of one who still has a seat.
    fn withdrawn(&self, holder: &Value) -> Change {
        let who = match is_vacancy(holder) {
            true => vacancy(holder),
            false if self.is_seated(holder) => shown(holder),
            false => return self.change(Kind::HolderWithdrawn, holder),
        };
        Change {
            who,
            before: holder.get("until").clone(),
            ..self.change(Kind::HolderPeriodWithdrawn, holder)
        }
    }

    /// Whether a holder has any seat after the changes.
    fn is_seated(&self, holder: &Value) -> bool {
        let name = |it: &Value| name(&shown(it), self.title_of);
        let seated = self.seated.get_or_init(|| {
            let seats = self.thing.facts.get("seats").items().iter();
            let holders = seats.flat_map(|it| it.get("holders").items());
            holders
                .filter(|it| !is_vacancy(it))
                .filter_map(name)
                .collect()
        });
        name(holder).is_some_and(|it| seated.contains(&it))
    }

    fn change(&self, kind: Kind, holder: &Value) -> Change {
        Change {
            field: self.field(holder),
            part: self.difference.labels().next().cloned().unwrap_or_default(),
            who: shown(holder),
            date: holder.get("from").clone(),
            ..Change::of(kind, self.thing)
        }
    }

    /// The path of a holder: `seats[presidente].holders[Anna Bianchi]`.
    fn field(&self, holder: &Value) -> String {
        let name = path_name(holder);
        format!("{}[{name}]", self.difference.field())
    }

    /// A holder who is new in the list.
    fn entry(&self, holder: &Value, is_filled: bool) -> Change {
        let first = self.first_days.get(&who(holder));
        let was_there = first.is_some_and(|first| first < holder.get("from"));
        let is_set = |key| !holder.get(key).is_absent();
        let kind = match () {
            () if self.is_past(holder) => Kind::HolderPast,
            () if is_vacancy(holder) => Kind::SeatVacated,
            () if is_set("acting") => Kind::HolderActing,
            () if is_set("substitutes") => Kind::HolderSubstitute,
            () if was_there => Kind::HolderReappointed,
            () if is_filled => Kind::SeatFilled,
            () => Kind::HolderStarted,
        };
        Change {
            organization: represented(holder),
            other: substituted(holder),
            after: holder.get("until").clone(),
            ..self.change(kind, holder)
        }
    }

    /// Whether somebody who was listed before has come after a holder who is new in the list: no day is needed to see that
    /// this one only completes the past.
    fn is_past(&self, holder: &Value) -> bool {
        let until = holder.get("until");
        let listed = self.difference.before.items().iter();
        let mut begins = listed.map(|it| self.dated(it).get("from").clone());
        !until.is_absent() && !is_vacancy(holder) && begins.any(|from| from >= *until)
    }

    /// The changes of a holder who is on both lists. `begins` has the first days of those who are new in the list.
    fn corrections(&self, before: &Value, after: &Value, begins: &[Value]) -> Vec<Change> {
        let found = differences(before, after);
        let changed = |key: &str| found.iter().find(|it| it.pattern() == key);
        // Who leaves before the day that was written says why, or others take the place in the time that is left.
        let leaves_early = |it: &Difference| {
            let has_reason = changed("end_reason").is_some_and(|it| it.before.is_absent());
            let is_replaced = |from: &Value| (&it.after..=&it.before).contains(&from);
            it.after < it.before && (has_reason || begins.iter().any(is_replaced))
        };
        let has_ended = changed("until")
            .is_some_and(|it| !it.after.is_absent() && (it.before.is_absent() || leaves_early(it)));
        let is_identified = changed("person").is_some() && changed("name").is_some();
        let told = |difference: &&Difference| match difference.pattern().as_str() {
            "end_reason" => !has_ended,
            "name" => !is_identified,
            "substitutes" => {
                let sides = [&difference.before, &difference.after];
                let [before, after] = sides.map(|it| name(it, self.title_of));
                before.is_none() || before != after
            }
            key @ ("from" | "until" | "act") => {
                let values = [(before, &difference.after), (after, &difference.before)];
                let is_left_out = |(holder, other): (&Value, _)| {
                    holder.get(key).is_absent() && self.has_from_term(holder, key, other)
                };
                !values.into_iter().any(is_left_out)
            }
            _ => true,
        };
        let changes = found.iter().filter(told).map(|difference| {
            let kind = self.kind(difference, has_ended, is_identified);
            self.correction(kind, difference, after)
        });
        changes.collect()
    }

    fn correction(&self, kind: Kind, difference: &Difference, holder: &Value) -> Change {
        let is_removed = difference.after.is_absent();
        let date = match kind {
            Kind::HolderEnded => holder.get("until"),
            Kind::HolderActing | Kind::HolderSubstitute if !is_removed => holder.get("from"),
            _ => &Value::Absent,
        };
        let before = match &difference.before {
            // For whom is said now, and nothing else was said before.
            Value::Flag(_) if kind == Kind::HolderSubstitute && !is_removed => Value::Absent,
            before => before.clone(),
        };
        let change = Change {
            field: format!("{}.{}", self.field(holder), difference.field()),
            date: date.clone(),
            reason: holder.get("end_reason").clone(),
            organization: match kind {
                Kind::HolderEnded => represented(holder),
                _ => Value::Absent,
            },
            other: substituted(holder),
            before,
            after: difference.after.clone(),
            ..self.change(kind, holder)
        };
        match (is_vacancy(holder), kind) {
            (false, _) => change,
            (true, Kind::FactPrecise) => Change {
                who: vacancy(holder),
                ..change
            },
            // A vacancy has no event of its own for these.
            (true, other) => Change {
                kind: plain_kind(difference),
                who: match other {
                    Kind::HolderBehalf => vacancy(&Value::Absent),
                    _ => vacancy(holder),
                },
                ..change
            },
        }
    }

    /// Whether a holder has this value from the term.
    fn has_from_term(&self, holder: &Value, key: &str, value: &Value) -> bool {
        let mut terms = self.terms.iter();
        let id = holder.get("term");
        !id.is_absent() && terms.any(|it| it.get("id") == id && it.get(key) == value)
    }

    fn kind(&self, difference: &Difference, has_ended: bool, is_identified: bool) -> Kind {
        let is_new = difference.before.is_absent();
        match difference.pattern().as_str() {
            _ if is_more_precise(difference) => Kind::FactPrecise,
            "until" if has_ended => Kind::HolderEnded,
            "until" => Kind::HolderUntil,
            "on_behalf_of" => Kind::HolderBehalf,
            "acting" => Kind::HolderActing,
            "substitutes" => Kind::HolderSubstitute,
            "person" if is_identified && is_new => Kind::HolderIdentified,
            "person" if is_identified => Kind::HolderNamed,
            _ => plain_kind(difference),
        }
    }

    /// If one leaves and one comes at that time, the one succeeds the other.
    fn join_succession(&self, mut changes: Vec<Change>) -> Vec<Change> {
        let places = |kind| {
            let found = changes.iter().enumerate();
            let found = found.filter(|(_, it)| it.kind == kind);
            found.map(|(index, _)| index).collect::<Vec<_>>()
        };
        let (ended, started) = (places(Kind::HolderEnded), places(Kind::HolderStarted));
        let ([ended], [started]) = (ended.as_slice(), started.as_slice()) else {
            return changes;
        };
        let (Some(left), Some(came)) = (changes.get(*ended).cloned(), changes.get_mut(*started))
        else {
            return changes;
        };
        let day = |value: &Value| PartialDate::parse(value.as_text()?);
        let (until, from) = (day(&left.date), day(&came.date));
        let mandate = Period { from: None, until };
        if mandate.is_followed_by(Period { from, until: None }) {
            came.kind = Kind::HolderSucceeded;
            came.other = left.who;
            came.reason = left.reason;
            changes.remove(*ended);
        }
        changes
    }
}
