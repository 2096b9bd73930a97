//! What the templates of new things are filled in with: the title, and what can be told from it and from the site.

use tera::Context;

use super::place::Place;
use crate::build::AsOf;
use crate::cli::args::Thing;
use crate::content::inventory::Inventory;
use crate::content::model::{EntityKind, Seat};
use crate::content::settings::{LocalText, Settings, Vocabulary, VocabularyKind};
use crate::notation::meant::when_in;
use crate::notation::scalar::Id;
use crate::notation::schema::Shape;
use crate::notation::yaml::quoted;

pub(super) struct Keys<'a> {
    pub(super) thing: Thing,
    pub(super) title: &'a str,
    pub(super) id: &'a Id,
    pub(super) place: &'a Place,
    pub(super) body: Option<&'a str>,
    pub(super) settings: &'a Settings,
    pub(super) inventory: &'a Inventory,
    pub(super) now: AsOf,
}

/// The day of a new meeting, in days from now.
const DAYS_TO_MEETING: i64 = 7;

/// The variables of a template. What is not known is an empty text.
pub(super) fn values(keys: &Keys<'_>) -> Context {
    let mut values = Context::new();
    values.insert("title", &quoted(keys.title));
    values.insert("id", &quoted_if_needed(keys.id));
    let is_page = matches!(keys.place, Place::Page(_));
    values.insert("is_page", &is_page);
    let (given, family) = names(keys.title);
    values.insert("given", &quoted(given));
    values.insert("family", &quoted(family));
    values.insert("body", &keys.body.map(quoted_if_needed).unwrap_or_default());
    values.insert("authority", &authority(keys));
    let told = when_in(keys.title);
    values.insert("is_day_told", &told.is_some());
    let is_hour_told = told.as_ref().is_some_and(|it| it.contains('T'));
    values.insert("is_hour_told", &is_hour_told);
    values.insert("start", &told.unwrap_or_else(|| meeting_day(keys)));
    values.insert("roles", &words("role"));
    values.insert("bases", &words("basis"));
    let list = match keys.thing.kind() {
        Some(EntityKind::Body) => Some((VocabularyKind::Body, "coordination")),
        Some(EntityKind::Organization) => Some((VocabularyKind::Organization, "association")),
        Some(EntityKind::Document) => Some((VocabularyKind::Document, "act")),
        Some(EntityKind::Area) => Some((VocabularyKind::Area, "zone")),
        _ => None,
    };
    if let Some((list, default)) = list {
        add_kind(&mut values, keys, list, default);
    }
    values
}

/// The word of a controlled list that the title has, else a default; and all words with their names.
fn add_kind(values: &mut Context, keys: &Keys<'_>, list: VocabularyKind, default: &str) {
    let vocabulary = Vocabulary::new(keys.settings.vocabularies.as_ref());
    let language = keys.settings.default_language();
    let words = vocabulary.named_words(list, &language);
    let told = vocabulary.word_in(list, keys.title);
    values.insert("kind", told.unwrap_or(default));
    values.insert("is_kind_told", &told.is_some());
    values.insert("kinds", &words.join(", "));
}

/// The words that a key of a seat can have.
fn words(key: &str) -> String {
    let mut shape = Seat::RECORD.field(key).map(|field| field.shape);
    while let Some(Shape::Optional(inner)) = shape {
        shape = Some(inner);
    }
    match shape {
        Some(Shape::Word(words)) => words.join(", "),
        _ => String::new(),
    }
}

/// The organization that publishes the site, or else the first one there is.
fn authority(keys: &Keys<'_>) -> String {
    let publisher = keys.settings.authority.as_ref();
    let publisher = publisher.map(LocalText::all).unwrap_or_default();
    let organizations = || keys.inventory.of_kind(EntityKind::Organization);
    let named = organizations().find(|it| publisher.contains(&it.title.as_str()));
    let found = named.or_else(|| organizations().next());
    found
        .map(|it| quoted_if_needed(&it.name.id))
        .unwrap_or_default()
}

/// An id as YAML reads it as a text: one that may be a number, or is `null`, is in quotes.
fn quoted_if_needed(id: &str) -> String {
    let is_word = id.starts_with(|first: char| first.is_ascii_alphabetic());
    match is_word && !id.eq_ignore_ascii_case("null") {
        true => id.to_owned(),
        false => quoted(id),
    }
}

/// A day in the near future, at which nobody has agreed to meet yet.
fn meeting_day(keys: &Keys<'_>) -> String {
    let today = keys.now.day(keys.settings).date;
    today
        .after_days(DAYS_TO_MEETING)
        .unwrap_or(today)
        .to_string()
}

/// The given and the family name. Small words such as `De` belong to the family name; so do capitals that come first, as in
/// "ROSSI Mario".
fn names(title: &str) -> (&str, &str) {
    if let Some(names) = names_by_capitals(title) {
        return names;
    }
    const PARTICLES: &str = "de del della dei degli di da dal dalla lo la le van von zu der den";
    let mut at = title.rfind(' ').map_or(0, |space| space + 1);
    loop {
        let before = title.get(..at).unwrap_or_default().trim_end();
        let start = before.rfind(' ').map_or(0, |space| space + 1);
        let word = before.get(start..).unwrap_or_default().to_lowercase();
        if start == 0 || !PARTICLES.split(' ').any(|it| it == word) {
            let (given, family) = title.split_at_checked(at).unwrap_or(("", title));
            return (given.trim_end(), family);
        }
        at = start;
    }
}

/// The given name, and the family name of which it is known by its capitals.
fn names_by_capitals(title: &str) -> Option<(&str, &str)> {
    let is_small = |c: char| c.is_lowercase() || c == '.';
    let is_in_capitals = |word: &&str| {
        let word = word.trim_end();
        word.chars().count() > 1 && !word.contains(is_small)
    };
    let words = title.split_inclusive(' ').take_while(is_in_capitals);
    let (family, given) = title.split_at_checked(words.map(str::len).sum())?;
    (!family.is_empty() && !given.is_empty()).then(|| (given, family.trim_end()))
}
