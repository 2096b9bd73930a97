//! The changes of things: those that came, those that went, and those that are not as they were.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::change::{Change, Evidence};
use super::classify::change;
use super::difference::{Difference, Step, differences};
use super::fuse::fused;
use super::identity::{Renamed, Renaming};
use super::kind::Kind;
use super::mapping::{NewIds, mapped};
use super::side::{Side, Subject, Thing};
use super::{holders, links, words};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::markdown::ParsedText;
use crate::notation::value::Value;

/// The changes of all things.
pub(super) fn changes(before: &Side, after: &Side, renamed: &Renamed) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut matched: BTreeSet<&Subject> = BTreeSet::new();
    for (subject, old) in &before.things {
        let renaming = renamed.get(subject);
        let now = renaming.map_or(subject, |it| &it.to);
        match after.things.get(now) {
            Some(new) => {
                matched.insert(&new.subject);
                let pair = Pair {
                    before,
                    after,
                    old: &mapped(old, renamed),
                    new,
                    renaming,
                    renamed,
                };
                changes.extend(pair.changes());
            }
            None if is_within_missing(subject, after, renamed) || after.may_have(old) => {}
            None => changes.push(Change {
                date: old.facts.get("start").clone(),
                ..Change::of(withdrawn(subject.kind), old)
            }),
        }
    }
    for (subject, new) in &after.things {
        let has_come = !matched.contains(subject) && !before.may_have(new);
        let parent = subject.parent();
        let came_with_body = parent.is_some_and(|it| !matched.contains(&it));
        if has_come && !came_with_body {
            changes.push(appeared(new));
        }
    }
    changes
}

/// The changes of the settings.
pub(super) fn settings(
    before: &Value,
    after: &Value,
    file: &SourcePath,
    renamed: &Renamed,
) -> Vec<Change> {
    let site = Thing {
        subject: Subject {
            kind: "site",
            id: file.to_string(),
        },
        title: after.get("title").as_text().unwrap_or_default().to_owned(),
        file: file.clone(),
        output: OutputPath::page(""),
        first_address: String::new(),
        facts: Value::Absent,
        texts: std::collections::BTreeMap::new(),
    };
    let before = NewIds::new(&site.subject, renamed).value("", before);
    let changed = differences(&before, after).into_iter();
    let changed = changed.map(|difference| Change {
        kind: Kind::SettingsChanged,
        ..change(&site, difference)
    });
    changed.collect()
}

/// Whether the body of a table is gone, too: its tables go without saying.
fn is_within_missing(subject: &Subject, side: &Side, renamed: &Renamed) -> bool {
    let parent = subject.parent();
    parent.is_some_and(|parent| {
        let now = renamed.get(&parent).map_or(&parent, |it| &it.to);
        !side.things.contains_key(now)
    })
}

fn withdrawn(kind: &str) -> Kind {
    match kind {
        "body" => Kind::BodyWithdrawn,
        "organization" => Kind::OrganizationWithdrawn,
        "person" => Kind::PersonWithdrawn,
        "meeting" => Kind::MeetingWithdrawn,
        "document" => Kind::DocumentWithdrawn,
        _ => Kind::ThingWithdrawn,
    }
}

fn appeared(thing: &Thing) -> Change {
    let (kind, date) = match thing.subject.kind {
        "body" => (Kind::BodyAdded, thing.facts.get("valid").get("from")),
        "organization" => (Kind::OrganizationAdded, &Value::Absent),
        "person" => (Kind::PersonAdded, &Value::Absent),
        "meeting" => (Kind::of_new_meeting(thing), thing.facts.get("start")),
        "document" => (Kind::DocumentAdded, thing.facts.get("date")),
        _ => (Kind::ThingAdded, &Value::Absent),
    };
    let other = match kind {
        Kind::BodyAdded => "parent",
        _ => "place",
    };
    Change {
        date: date.clone(),
        other: thing.facts.get(other).clone(),
        ..Change::of(kind, thing)
    }
}

impl Kind {
    /// Who writes down a meeting says that it takes place, that it does not, or that it was held.
    fn of_new_meeting(meeting: &Thing) -> Kind {
        match meeting.facts.get("status").as_text() {
            Some("cancelled") => Kind::MeetingCancelled,
            Some("held") => Kind::MeetingHeld,
            _ => Kind::MeetingScheduled,
        }
    }
}

/// A thing before and after.
struct Pair<'a> {
    before: &'a Side,
    after: &'a Side,
    /// With the ids of today in what it names.
    old: &'a Thing,
    new: &'a Thing,
    renaming: Option<&'a Renaming>,
    renamed: &'a Renamed,
}

impl Pair<'_> {
    fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::from_iter(self.identity());
        let mut old_facts = self.old.facts.clone();
        if self.is_declared() {
            // The alias that tells of the new id is no change besides it.
            let mut fields = old_facts.into_fields();
            fields.insert("aliases".to_owned(), self.new.facts.get("aliases").clone());
            old_facts = Value::record(fields);
        }
        let mut found = differences(&old_facts, &self.new.facts);
        found.retain_mut(|it| !it.pattern().starts_with("translations") || self.is_reading(it));
        changes.extend(fused(self.new, &mut found));
        let seated = holders::Seated::new();
        for difference in found {
            match difference.pattern().as_str() {
                "seats[].holders" => {
                    let (terms, title_of) = (self.terms(), self.title_of());
                    changes.extend(holders::changes(
                        self.new,
                        &difference,
                        (&terms, &seated),
                        &title_of,
                    ));
                }
                _ => changes.push(change(self.new, difference)),
            }
        }
        changes.extend(self.text());
        let languages: BTreeSet<&Option<String>> =
            self.old.texts.keys().chain(self.new.texts.keys()).collect();
        changes.extend(
            languages
                .into_iter()
                .filter_map(|it| self.links(it.as_deref())),
        );
        changes.extend(self.translations());
        for change in &mut changes {
            change.files.insert(self.old.file.clone());
        }
        changes
    }

    fn is_declared(&self) -> bool {
        self.renaming.and_then(|it| it.evidence) == Some(Evidence::Declared)
    }

    /// The change of the id, or of the place of a table.
    fn identity(&self) -> Option<Change> {
        let evidence = self.renaming?.evidence?;
        let is_within = |thing: &Thing| thing.subject.parent().is_some();
        let has_moved = is_within(self.old) != is_within(self.new);
        let kind = match has_moved {
            true => Kind::IdentityMoved,
            false => Kind::IdentityRenamed,
        };
        Some(Change {
            before: Value::Text(self.old.subject.id.clone()),
            after: Value::Text(self.new.subject.id.clone()),
            evidence: Some(evidence),
            ..Change::of(kind, self.new)
        })
    }

    /// The terms in which holders sit, of both sides: those of the thing, and those of the body that it is a table of.
    fn terms(&self) -> Vec<&Value> {
        let sides = [(self.before, self.old), (self.after, self.new)];
        let things = sides.into_iter().flat_map(|(side, thing)| {
            let body = thing.subject.parent();
            let body = body.and_then(|it| side.things.get(&it));
            [Some(thing), body].into_iter().flatten()
        });
        things
            .flat_map(|it| it.facts.get("terms").items())
            .collect()
    }

    /// Finds the titles of persons, by which their names are known again.
    fn title_of(&self) -> impl Fn(&Subject) -> Option<String> {
        |subject| {
            let sides = [self.after, self.before].into_iter();
            let mut things = sides.filter_map(|side| side.things.get(subject));
            things.next().map(|thing| thing.title.clone())
        }
    }

    /// The change of the text.
    fn text(&self) -> Option<Change> {
        let counts = words::changed(text(self.old, None), text(self.new, None))?;
        Some(Change {
            field: "text".to_owned(),
            counts: Some(counts),
            ..Change::of(Kind::TextChanged, self.new)
        })
    }

    /// That a text leads elsewhere. A link that came or went with words goes without saying.
    fn links(&self, language: Option<&str>) -> Option<Change> {
        let [old, new] = [self.old, self.new].map(|thing| text(thing, language));
        let (was, is) = ((self.before, self.old, old), (self.after, self.new, new));
        let [before, after] = links::differing(was, is, self.renamed);
        let differs = !before.is_absent() && !after.is_absent();
        let is_same = before.is_absent() && after.is_absent();
        let is_told = differs || !is_same && words::changed(old, new).is_none();
        is_told.then(|| Change {
            field: "text".to_owned(),
            part: language.map_or(Value::Absent, |it| Value::Text(it.to_owned())),
            before,
            after,
            ..Change::of(Kind::TextLink, self.new)
        })
    }

    /// Whether the day is another on which a translation was reviewed. That of a new translation goes without saying.
    fn is_reading(&self, difference: &mut Difference) -> bool {
        let [_, step, Step::Key(key)] = difference.path.as_mut_slice() else {
            return false;
        };
        let Step::Key(language) = step.clone() else {
            return false;
        };
        let is_there = |thing: &Thing| {
            let words = thing.facts.get("translations").get(&language).clone();
            words.into_fields().keys().any(|it| it != "reviewed")
        };
        let is_told = key == "reviewed" && is_there(self.old) && is_there(self.new);
        *step = Step::Item(language.clone(), Value::Text(language));
        is_told
    }

    /// The changes of the translations, one for each language: of the words in the facts and of the text.
    fn translations(&self) -> Vec<Change> {
        let languages = |thing: &Thing| {
            let of_facts = thing.facts.get("translations").clone().into_fields();
            let of_texts = thing.texts.keys().flatten().cloned();
            of_facts.into_keys().chain(of_texts).collect::<Vec<_>>()
        };
        let all: BTreeSet<String> = [self.old, self.new]
            .into_iter()
            .flat_map(languages)
            .collect();
        let changed = all.into_iter().filter_map(|language| {
            let [old, new] = [self.old, self.new].map(|thing| {
                let facts = thing.facts.get("translations").get(&language);
                let mut facts = facts.clone().into_fields();
                facts.remove("reviewed");
                (Value::record(facts), text(thing, Some(&language)))
            });
            let is_same_text = words::changed(old.1, new.1).is_none();
            if is_same_text && differences(&old.0, &new.0).is_empty() {
                return None;
            }
            let words = |(facts, text): (Value, &ParsedText)| {
                [words::of_value(&facts), words::of_text(text)].concat()
            };
            Some(Change {
                field: format!("translations.{language}"),
                counts: Some(words::counts(&words(old), &words(new))),
                part: Value::Text(language),
                ..Change::of(Kind::TranslationChanged, self.new)
            })
        });
        changed.collect()
    }
}

/// The text of a thing, in its own language or in another. An empty one if it has none.
fn text<'a>(thing: &'a Thing, language: Option<&str>) -> &'a ParsedText {
    static EMPTY: LazyLock<ParsedText> = LazyLock::new(ParsedText::default);
    let text = thing.texts.get(&language.map(str::to_owned));
    text.map_or(&EMPTY, |text| text)
}
