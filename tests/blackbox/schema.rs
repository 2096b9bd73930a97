//! The shape of a type explains whatever serde refuses, so that every fault has a place.

use proptest::prelude::*;
use raccordo::base::code::Severity;
use raccordo::base::diagnostic::Diagnostic;
use raccordo::base::source::SourcePath;
use raccordo::content::model::{Body, Meeting, Registry};
use raccordo::content::settings::Settings;
use raccordo::notation::schema::Typed;
use raccordo::notation::yaml::AnyValue;
use raccordo::notation::{check, toml, yaml};

use crate::fixtures::good;
use crate::random_text::{apply_to_text, text_change};

/// Fails if serde finds a fault in a text and the shape finds none.
fn is_explained<T: Typed>(path: &str, text: &str) -> Result<(), TestCaseError> {
    let file = SourcePath::new(path);
    if path.ends_with(".toml") {
        if let (Err(found), Ok(tree)) = (toml::read::<T>(&file, text), toml::tree(&file, text)) {
            prop_assert!(
                !check::check(&file, &tree, T::SHAPE, None).is_empty(),
                "{found:?}\n{text}"
            );
        }
    } else if let (found, Some(_), Ok(tree)) = (
        yaml::read::<T>(&file, text, 0..text.len()).faults,
        // The two parsers of YAML may disagree about syntax.
        yaml::read::<AnyValue>(&file, text, 0..text.len()).value,
        yaml::tree(&file, text, 0..text.len()),
    ) {
        let is_error = |fault: &Diagnostic| fault.severity(false) == Severity::Error;
        prop_assert!(
            !found.iter().any(is_error) || !check::check(&file, &tree, T::SHAPE, None).is_empty(),
            "{found:?}\n{text}"
        );
    }
    Ok(())
}

fn front_matter(page: &str) -> String {
    good(page).split("---\n").nth(1).unwrap().to_owned()
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(300))]

    #[test]
    fn the_shape_explains_what_serde_refuses(changes in prop::collection::vec(text_change(), 1..4)) {
        let changed = |text: String| changes.iter().fold(text, |text, change| apply_to_text(&text, change));
        is_explained::<Body>("content/a.md", &changed(front_matter("content/consulta.md")))?;
        is_explained::<Meeting>("content/a.md", &changed(front_matter("content/riunione.md")))?;
        is_explained::<Registry>("content/a.yaml", &changed(good("content/areas.yaml")))?;
        is_explained::<Settings>("site.toml", &changed(good("site.toml")))?;
    }
}

/// Values that YAML reads in unexpected ways, for every kind of field.
#[test]
fn serde_and_shape_agree_on_odd_values() {
    const ODD: &[&str] = &[
        "",
        "~",
        "null",
        "Null",
        "true",
        "True",
        "yes",
        "on",
        "0",
        "00",
        "07",
        "-0",
        "+1",
        "-1",
        "1_0",
        "1.0",
        "1e3",
        ".5",
        ".inf",
        ".nan",
        "0x1F",
        "0o7",
        "0b1",
        "99999999999",
        "99999999999999999999",
        "2026-01-01",
        "2026-01-01T10:00",
        "\"\"",
        "' '",
        "'~'",
        "\"7\"",
        "[]",
        "[~]",
        "[[]]",
        "{}",
        "{a: ~}",
        "{~: a}",
        "{[]: a}",
        "|\n      x\n",
        ">-\n      x\n",
        "!!str x",
        "&a x",
        "*a",
        "12:30:00",
        "=",
        "<<",
        "{min: 1}",
        "{min: ~}",
        "{max: a}",
        "[1, 2]",
        "[true]",
        "\u{a0}",
        "\"\\u0000\"",
        "\"\\t\"",
        "x # y",
        "zones",
    ];
    let mut wrong = Vec::new();
    let mut look = |result: Result<(), TestCaseError>, key: &str, value: &str| {
        if result.is_err() {
            wrong.push(format!("{key}: {value}"));
        }
    };
    for value in ODD {
        for key in [
            "title",
            "kind",
            "order",
            "draft",
            "updated",
            "topics",
            "aliases",
            "extra",
            "members",
            "valid",
            "territory",
            "summary",
            "type",
        ] {
            let rest: String = front_matter("content/consulta.md")
                .split_inclusive('\n')
                .filter(|line| !line.starts_with(&format!("{key}:")))
                .collect();
            let text = format!("{key}: {value}\n{rest}");
            look(is_explained::<Body>("content/a.md", &text), key, value);
        }
        for key in [
            "count",
            "each",
            "from",
            "voting",
            "term_months",
            "holders",
            "note",
            "eligible",
            "delegated_by",
        ] {
            let seat = format!("id: b\n    basis: expert\n    {key}: {value}\n");
            let text = front_matter("content/consulta.md")
                .replace("id: esperto\n    basis: expert\n", &seat);
            look(is_explained::<Body>("content/a.md", &text), key, value);
        }
        for key in ["vacant", "substitutes", "name", "from", "person"] {
            let text = front_matter("content/consulta.md").replace(
                "{person: anna-rossi,",
                &format!("{{{key}: {value}, acting: true,"),
            );
            look(is_explained::<Body>("content/a.md", &text), key, value);
        }
        for settings in [
            "title = ",
            "title = \"A\"\nmenus = ",
            "title = \"A\"\nlanguages = ",
        ] {
            let text = format!("{settings}{value}\n");
            look(
                is_explained::<Settings>("site.toml", &text),
                settings,
                value,
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
