use std::collections::{BTreeMap, BTreeSet};

use walkdir::WalkDir;

use super::*;
use crate::base::diagnostic::Place;
use crate::base::source::SourcePath;

fn diagnostic(code: Code) -> Diagnostic {
    Diagnostic::new(code, Place::whole(&SourcePath::new("content/a.md")))
}

/// The variables of each pattern of a catalogue. Patterns are named `message` or `message.attribute`.
fn variables(language: UiLanguage) -> BTreeMap<String, BTreeSet<String>> {
    let mut patterns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut pattern) = (String::new(), String::new());
    for line in language.source().lines() {
        let name = line.split(" =").next().unwrap().trim();
        let is_message = line.starts_with(|first: char| first.is_ascii_lowercase());
        if is_message {
            message = name.to_owned();
        }
        if is_message || name.starts_with('.') {
            let attribute = if is_message { "" } else { name };
            pattern = format!("{message}{attribute}");
            let earlier = patterns.insert(pattern.clone(), BTreeSet::new());
            assert_eq!(earlier, None, "twice: {pattern}");
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        for variable in line.split('$').skip(1) {
            let variable = variable.split(|c| !is_name(c)).next().unwrap();
            let variables = patterns.get_mut(&pattern).unwrap();
            variables.insert(variable.to_owned());
        }
    }
    patterns
}

/// The variable of a label, without its form. Languages need different forms.
fn without_form(variable: &str) -> &str {
    let mut stems = FORMS
        .iter()
        .map(|(_, suffix)| variable.strip_suffix(suffix));
    stems.find_map(|stem| stem).unwrap_or(variable)
}

#[test]
fn catalogues_have_no_syntax_errors() {
    for language in UiLanguage::ALL {
        let parsed = FluentResource::try_new(language.source().to_owned());
        assert_eq!(parsed.err().map(|(_, errors)| errors), None, "{language:?}");
    }
}

#[test]
fn every_code_has_a_message_and_an_explanation_in_every_language() {
    for language in UiLanguage::ALL {
        let (messages, known) = (Messages::new(language), variables(language));
        for code in Code::ALL {
            let names = known[code.slug()].iter();
            let args: Vec<_> = names.map(|it| (&**it, Arg::Text("x".to_owned()))).collect();
            let message = messages.text(code.slug(), &args);
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
            let summary = messages.summary(*code);
            assert!(summary.ends_with('.'), "{summary}");
        }
    }
}

#[test]
fn all_languages_have_the_same_messages_and_variables() {
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
fn messages_inflect_labels_format_dates_and_count() {
    let dangling = diagnostic(Code::DanglingReference)
        .label("type", "type-organization")
        .text("id", "cisa-42")
        .text("near", "cisa-24")
        .hint("near");
    let mandate = diagnostic(Code::ExpiredMandate)
        .text("seat", "presidente")
        .text("holder", "Anna Bianchi")
        .text("until", "2018-07-01");
    let month = diagnostic(Code::ExpiredMandate)
        .text("seat", "presidente")
        .text("holder", "Anna Bianchi")
        .text("until", "2018-07");
    let unfilled = |unnamed: i64| {
        diagnostic(Code::UnfilledSeat)
            .text("seat", "tecnici")
            .number("unnamed", unnamed)
            .number("places", 7)
    };
    let italian = Messages::new(UiLanguage::Italian);
    assert_eq!(italian.message(&dangling), "Nessun ente ha l'id «cisa-42»");
    assert_eq!(
        italian.hint(&dangling).unwrap(),
        "forse volevi scrivere `cisa-24`"
    );
    assert_eq!(
        italian.message(&mandate),
        "Il mandato di Anna Bianchi nel seggio «presidente» è scaduto: 1º luglio 2018"
    );
    assert_eq!(
        italian.message(&month),
        "Il mandato di Anna Bianchi nel seggio «presidente» è scaduto: luglio 2018"
    );
    assert_eq!(
        italian.message(&unfilled(1)),
        "Nel seggio «tecnici» un posto su 7 non ha un titolare indicato"
    );
    assert_eq!(
        italian.message(&unfilled(2)),
        "Nel seggio «tecnici» 2 posti su 7 non hanno un titolare indicato"
    );
    let english = Messages::new(UiLanguage::English);
    assert_eq!(
        english.message(&dangling),
        "No organization has the id `cisa-42`"
    );
    assert_eq!(
        english.message(&mandate),
        "The mandate of Anna Bianchi in the seat `presidente` has run out: 1 July 2018"
    );
}

#[test]
fn a_missing_message_shows_its_key() {
    let messages = Messages::new(UiLanguage::Italian);
    assert_eq!(messages.text("no-such-thing", &[]), "no-such-thing");
}

#[test]
fn a_long_value_is_cut() {
    let fault = diagnostic(Code::BadEmail).text("value", "x".repeat(100_000));
    let shown = Messages::new(UiLanguage::English).message(&fault);
    assert!(shown.len() < 2000 && shown.contains('…'));
}

/// The source code without tests, by path.
fn code() -> BTreeMap<String, String> {
    let files = WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let files = files.into_iter().map(|entry| {
        let path = entry.unwrap().into_path();
        path.to_string_lossy().into_owned()
    });
    let code = files.filter(|path| path.ends_with(".rs") && !path.contains("tests"));
    code.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

/// What follows one of these beginnings in the source code, up to the end of the literal, and where.
fn literals_after(beginnings: &[&str]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (path, code) in code() {
        for beginning in beginnings {
            for rest in code.split(beginning).skip(1) {
                let literal = rest.split('"').next().unwrap_or_default();
                let prefix = beginning.rsplit('"').next().unwrap_or_default();
                found.insert(format!("{prefix}{literal}"), path.clone());
            }
        }
    }
    assert!(found.len() > 10, "{found:?}");
    found
}

#[test]
fn every_hint_in_the_code_is_in_the_catalogues() {
    let asked = literals_after(&[".hint(\"", "hint: \"", ".hint(if section { \""]);
    for language in UiLanguage::ALL {
        let attributes: BTreeSet<String> = variables(language)
            .into_keys()
            .filter_map(|key| Some(key.split_once('.')?.1.to_owned()))
            .collect();
        for (name, path) in &asked {
            assert!(attributes.contains(name), "{name}, asked for in {path}");
        }
    }
}

#[test]
fn every_label_in_the_code_is_in_the_catalogues() {
    let asked = literals_after(&["\"detail-", "\"left-", "\"active-", "\"shape-"]);
    for language in UiLanguage::ALL {
        let known = variables(language);
        for (name, path) in &asked {
            assert!(known.contains_key(name), "{name}, named in {path}");
        }
    }
}
