//! The kind of a difference, by the kind of thing and the place in it.

use super::change::Change;
use super::difference::{Difference, Step};
use super::kind::Kind;
use super::side::Thing;
use super::words;
use crate::notation::value::Value;

/// Whether something came, went, or is another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Added,
    Removed,
    Changed,
}

impl Turn {
    fn of(difference: &Difference) -> Turn {
        match (difference.before.is_absent(), difference.after.is_absent()) {
            (true, _) => Turn::Added,
            (_, true) => Turn::Removed,
            _ => Turn::Changed,
        }
    }
}

/// The change that a difference is.
pub(super) fn change(thing: &Thing, difference: Difference) -> Change {
    let pattern = difference.pattern();
    let kind = kind(thing.subject.kind, &pattern, &difference);
    let label = difference.labels().next().cloned().unwrap_or_default();
    let is_list_of_names = [
        "members[]",
        "topics[]",
        "related[]",
        "instruments[]",
        "aliases[]",
        "documents[]",
    ];
    let is_told_by_value = matches!(kind, Kind::FactAdded | Kind::FactRemoved)
        && matches!(difference.path.last(), Some(Step::Item(..)))
        && difference.labels().count() == 1;
    let (part, who) = match is_list_of_names.contains(&pattern.as_str()) {
        _ if is_told_by_value => (Value::Absent, Value::Absent),
        true => (Value::Absent, label),
        false => (label, Value::Absent),
    };
    let date = match thing.subject.kind {
        "meeting" => thing.facts.get("start").clone(),
        _ => date(&pattern, &difference),
    };
    let other = match kind {
        Kind::TermAdded => difference.after.get("until").clone(),
        Kind::MeetingHour => hour(&difference.after),
        _ => Value::Absent,
    };
    let counts = (kind == Kind::MeetingAgenda)
        .then(|| words::counts(difference.before.items(), difference.after.items()));
    let counts = counts.or_else(|| {
        let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
        let [before, after] = [&difference.before, &difference.after].map(text);
        let words = |text: &'_ str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        (kind == Kind::ActivityReworded).then(|| words::counts(&words(&before), &words(&after)))
    });
    Change {
        field: difference.field(),
        part,
        who,
        date,
        other,
        counts,
        before: difference.before,
        after: difference.after,
        ..Change::of(kind, thing)
    }
}

/// The hour of a moment: `15:30`.
fn hour(moment: &Value) -> Value {
    let parts = moment.as_text().and_then(|it| it.split_once('T'));
    let hour = parts.map(|(_, hour)| hour.get(..5).unwrap_or(hour));
    hour.map_or(Value::Absent, |hour| Value::Text(hour.to_owned()))
}

/// The day of a difference that is one.
fn date(pattern: &str, difference: &Difference) -> Value {
    match pattern {
        "valid.until" => difference.after.clone(),
        "terms[]" => difference.after.get("from").clone(),
        _ => Value::Absent,
    }
}

fn kind(subject: &str, pattern: &str, difference: &Difference) -> Kind {
    use Turn::{Added, Removed};
    let turn = Turn::of(difference);
    let of_subject = match subject {
        "body" => of_body(pattern, turn),
        "organization" => of_organization(pattern, turn),
        "meeting" => of_meeting(pattern, turn, difference),
        "document" => Some(Kind::DocumentChanged),
        "person" => Some(Kind::PersonChanged),
        _ => (pattern == "title").then_some(Kind::ThingRenamed),
    };
    match (of_page(pattern, turn).or(of_subject), turn) {
        _ if is_more_precise(difference) => Kind::FactPrecise,
        (Some(kind), _) => kind,
        (None, Added) => Kind::FactAdded,
        (None, Removed) => Kind::FactRemoved,
        (None, Turn::Changed) => Kind::FactChanged,
    }
}

/// What pages of all kinds have.
fn of_page(pattern: &str, turn: Turn) -> Option<Kind> {
    let first = pattern.split(['.', '[']).next().unwrap_or_default();
    let kind = match (first, pattern) {
        ("aliases", _) => Kind::IdentityAlias,
        (_, "topics[]") if turn == Turn::Removed => Kind::TopicRemoved,
        (_, "topics[]") => Kind::TopicAdded,
        (_, "contacts[]" | "contacts[].channels[]") => match turn {
            Turn::Added => Kind::ContactAdded,
            Turn::Removed => Kind::ContactRemoved,
            Turn::Changed => Kind::ContactChanged,
        },
        ("contacts", _) => Kind::ContactChanged,
        _ if pattern.ends_with("].id") => Kind::IdentityRenamed,
        _ => return None,
    };
    Some(kind)
}

fn of_body(pattern: &str, turn: Turn) -> Option<Kind> {
    use Turn::{Added, Removed};
    let kind = match (pattern, turn) {
        ("title", _) => Kind::BodyRenamed,
        ("kind", _) => Kind::BodyKind,
        ("authority", _) => Kind::BodyAuthority,
        ("parent", _) => Kind::BodyParent,
        ("valid.until", Added) => Kind::BodyEnded,
        ("valid.until", _) => Kind::BodyUntil,
        ("terms[]", Added) => Kind::TermAdded,
        ("terms[]", Removed) => Kind::TermRemoved,
        ("members[]", Added) => Kind::MemberJoined,
        ("members[]", Removed) => Kind::MemberLeft,
        ("territory.zones.lead", _) => Kind::ZoneLead,
        ("seats[]", Added) => Kind::SeatAdded,
        ("seats[]", Removed) => Kind::SeatRemoved,
        ("seats[].count", Added) => Kind::SeatCountKnown,
        ("seats[].count", _) => Kind::SeatCount,
        ("seats[].role", _) => Kind::SeatRole,
        ("seats[].basis", _) => Kind::SeatBasis,
        ("seats[].pool", _) => Kind::SeatPool,
        ("seats[].voting", _) => Kind::SeatVoting,
        ("seats[].term_months", _) => Kind::SeatTerm,
        ("legal_basis[]", Added) => Kind::LegalAdded,
        ("legal_basis[]", Removed) => Kind::LegalRemoved,
        ("legal_basis[].act", Added) => Kind::LegalFound,
        ("activities[]", Added) => Kind::ActivityAdded,
        ("activities[]", Removed) => Kind::ActivityRemoved,
        ("activities[].text", _) => Kind::ActivityReworded,
        ("instruments[]", Removed) => Kind::InstrumentRemoved,
        ("instruments[]", _) => Kind::InstrumentAdded,
        ("related[]", Removed) => Kind::RelatedRemoved,
        ("related[]", _) => Kind::RelatedAdded,
        _ if pattern.starts_with("territory.") => Kind::TerritoryChanged,
        _ if pattern.starts_with("legal_basis[].") => Kind::LegalChanged,
        _ if pattern.starts_with("terms[].") => Kind::TermChanged,
        _ => return None,
    };
    Some(kind)
}

fn of_organization(pattern: &str, turn: Turn) -> Option<Kind> {
    match pattern {
        "title" => Some(Kind::OrganizationRenamed),
        "ipa" | "tax_code" | "istat" => Some(Kind::OrganizationCodes),
        "valid.until" if turn == Turn::Added => Some(Kind::OrganizationClosed),
        "valid.until" => Some(Kind::OrganizationUntil),
        _ => None,
    }
}

fn of_meeting(pattern: &str, turn: Turn, difference: &Difference) -> Option<Kind> {
    let was = difference.before.as_text();
    match (pattern, difference.after.as_text()) {
        ("body", _) => Some(Kind::MeetingBody),
        ("end", _) => Some(Kind::MeetingEnd),
        ("start", _) if is_same_day(difference) => Some(Kind::MeetingHour),
        ("start", _) => Some(Kind::MeetingMoved),
        ("place" | "url", _) => Some(Kind::MeetingPlace),
        ("status", Some("cancelled")) => Some(Kind::MeetingCancelled),
        ("status", Some("held")) => Some(Kind::MeetingHeld),
        ("status", _) if was == Some("cancelled") => Some(Kind::MeetingReinstated),
        ("status", _) if was == Some("held") => Some(Kind::MeetingNotHeld),
        ("agenda", _) => Some(Kind::MeetingAgenda),
        ("minutes", Some(_)) => Some(Kind::MeetingMinutes),
        ("minutes", None) => was.map(|_| Kind::MeetingMinutesWithdrawn),
        ("documents[]", _) if turn == Turn::Removed => Some(Kind::MeetingDocumentRemoved),
        ("documents[]", _) => Some(Kind::MeetingDocumentAdded),
        ("title", _) => Some(Kind::ThingRenamed),
        _ => None,
    }
}

/// Whether a moment has become a day, or the other way round: the hour is known, or no longer.
fn is_same_day(difference: &Difference) -> bool {
    let sides = [&difference.before, &difference.after];
    let [before, after] = sides.map(|it| it.as_text().unwrap_or_default());
    let is_hour = |more: Option<&str>| more.is_some_and(|it| it.starts_with('T'));
    is_hour(after.strip_prefix(before)) || is_hour(before.strip_prefix(after))
}

/// Whether the value after is a date that begins as the one before: `2019`, then `2019-05-01`.
pub(super) fn is_more_precise(difference: &Difference) -> bool {
    let (Value::Text(before), Value::Text(after)) = (&difference.before, &difference.after) else {
        return false;
    };
    let is_date = |text: &str| {
        matches!(text.len(), 4 | 7 | 10)
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    let more = after.strip_prefix(before.as_str());
    is_date(before) && is_date(after) && more.is_some_and(|more| more.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_was_known_in_part_is_known_better() {
        let precise = |before: &str, after: &str| {
            is_more_precise(&Difference {
                path: Vec::new(),
                before: Value::Text(before.to_owned()),
                after: Value::Text(after.to_owned()),
            })
        };
        assert!(precise("2019", "2019-05") && precise("2019-05", "2019-05-01"));
        assert!(!precise("2019", "2020-05-01") && !precise("2019-05-01", "2019"));
        assert!(!precise("2019", "2019") && !precise("a-b", "a-b-c"));
    }
}
