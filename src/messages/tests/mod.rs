mod content;
mod samples;

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::base::diagnostic::Place;
use crate::base::source::SourcePath;

fn diagnostic(code: Code) -> Diagnostic {
    Diagnostic::new(code, Place::whole(&SourcePath::new("content/a.md")))
}

/// Every pattern of a catalogue, by message and attribute, with the variables in it.
fn variables(language: UiLanguage) -> BTreeMap<String, BTreeSet<String>> {
    let mut patterns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut pattern) = (String::new(), String::new());
    for line in language.source().lines() {
        let name = |text: &str| text.split(" =").next().unwrap().trim().to_owned();
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            message = name(line);
            pattern = message.clone();
            assert!(
                patterns.insert(pattern.clone(), BTreeSet::new()).is_none(),
                "twice: {pattern}"
            );
        } else if line.trim_start().starts_with('.') {
            pattern = format!("{message}{}", name(line));
            assert!(
                patterns.insert(pattern.clone(), BTreeSet::new()).is_none(),
                "twice: {pattern}"
            );
        }
        for variable in line.split('$').skip(1) {
            let end = variable
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .unwrap_or(variable.len());
            patterns
                .get_mut(&pattern)
                .unwrap()
                .insert(variable[..end].to_owned());
        }
    }
    patterns
}

/// A label's grammar is its language's: forms may be there in one and not in the other.
fn without_form(variable: &str) -> &str {
    FORMS
        .iter()
        .find_map(|(_, ending)| variable.strip_suffix(ending))
        .unwrap_or(variable)
}

#[test]
fn catalogues_are_fluent() {
    for language in UiLanguage::ALL {
        let parsed = FluentResource::try_new(language.source().to_owned());
        assert_eq!(parsed.err().map(|(_, errors)| errors), None, "{language:?}");
    }
}

#[test]
fn every_code_has_its_words_in_every_language() {
    for language in UiLanguage::ALL {
        let messages = Messages::new(language);
        for code in Code::ALL {
            let message = messages.message(&diagnostic(*code));
            assert_ne!(message, code.slug(), "no message in {language:?}");
            assert!(
                !message.contains('\n'),
                "{code} is longer than a line in {language:?}"
            );
            let why = messages.explain(*code);
            assert!(!why.contains("{$"), "{code}.why names a value: {why}");
            let sentences = why.matches(". ").count() + why.matches(".\n").count();
            assert!(
                (2..=7).contains(&sentences),
                "{code}.why has {sentences} sentences"
            );
            assert!(
                messages.gist(*code).ends_with('.'),
                "{}",
                messages.gist(*code)
            );
        }
    }
}

#[test]
fn languages_say_the_same_with_the_same_values() {
    let plain = |language| -> BTreeMap<String, BTreeSet<String>> {
        variables(language)
            .into_iter()
            .map(|(key, names)| {
                let names = names.iter().map(|name| without_form(name).to_owned());
                (key, names.collect())
            })
            .collect()
    };
    let (italian, english) = (plain(UiLanguage::Italian), plain(UiLanguage::English));
    for (key, names) in &italian {
        assert_eq!(Some(names), english.get(key), "{key}");
    }
    assert_eq!(
        italian.len(),
        english.len(),
        "only in English: {:?}",
        english
            .keys()
            .filter(|key| !italian.contains_key(*key))
            .collect::<Vec<_>>()
    );
}

#[test]
fn italian_words_for_an_italian_key() {
    let fault = diagnostic(Code::UnknownKey)
        .text("key", "titolo")
        .text("english", "title")
        .hint("english");
    let italian = Messages::new(UiLanguage::Italian);
    assert_eq!(italian.message(&fault), "La chiave «titolo» non esiste");
    assert_eq!(
        italian.hint(&fault).unwrap(),
        "si scrive in inglese: `title`"
    );
    let english = Messages::new(UiLanguage::English);
    assert_eq!(english.message(&fault), "There is no key `titolo` here");
    assert_eq!(
        english.hint(&fault).unwrap(),
        "keys are written in English: `title`"
    );
}

#[test]
fn labels_days_and_plurals() {
    let dangling = diagnostic(Code::DanglingReference)
        .label("type", "type-organization")
        .text("id", "cisa-42")
        .text("near", "cisa-24")
        .hint("near");
    let mandate = diagnostic(Code::ExpiredMandate)
        .text("seat", "presidente")
        .text("holder", "Anna Bianchi")
        .text("until", "2018-07-01");
    let unfilled = |vacant: i64| {
        diagnostic(Code::UnfilledSeat)
            .text("seat", "tecnici")
            .number("vacant", vacant)
            .number("places", 7)
    };
    let italian = Messages::new(UiLanguage::Italian);
    assert_eq!(
        italian.message(&dangling),
        "Nessuna organizzazione ha l'id «cisa-42»"
    );
    assert_eq!(
        italian.hint(&dangling).unwrap(),
        "forse volevi scrivere `cisa-24`"
    );
    assert_eq!(
        italian.message(&mandate),
        "Il mandato di Anna Bianchi nel seggio «presidente» è scaduto il giorno 1 luglio 2018"
    );
    assert_eq!(
        italian.message(&unfilled(1)),
        "Nel seggio «tecnici» un posto su 7 è senza titolare"
    );
    assert_eq!(
        italian.message(&unfilled(2)),
        "Nel seggio «tecnici» 2 posti su 7 sono senza titolare"
    );
    let english = Messages::new(UiLanguage::English);
    assert_eq!(
        english.message(&dangling),
        "No organization has the id `cisa-42`"
    );
    assert_eq!(
        english.message(&mandate),
        "The mandate of Anna Bianchi in the seat `presidente` ran out on 1 July 2018"
    );
}

#[test]
fn what_the_catalogue_lacks_shows_its_key() {
    let messages = Messages::new(UiLanguage::Italian);
    assert_eq!(messages.text("no-such-thing", &[]), "no-such-thing");
    let odd = diagnostic(Code::WrongTypeReference)
        .text("id", "a\n  b")
        .label("found", "type-odd");
    let shown = messages.message(&odd);
    assert!(
        shown.contains("a b") && shown.contains("type-odd"),
        "{shown}"
    );
}

#[test]
fn an_endless_value_is_cut() {
    let fault = diagnostic(Code::BadEmail).text("value", "x".repeat(100_000));
    let shown = Messages::new(UiLanguage::English).message(&fault);
    assert!(shown.len() < 1000 && shown.contains('…'));
}

#[test]
fn one_catalogue_serves_all_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Messages>();
}
