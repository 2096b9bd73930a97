//! What holds for any site, however it is broken.

use proptest::prelude::*;
use raccordo::base::output::OutputContent;
use raccordo::base::source::SourcePath;
use raccordo::build::Options;
use raccordo::content::model::{Body, Meeting, Registry};
use raccordo::content::settings::Settings;

use raccordo::notation::schema::Typed;
use raccordo::notation::yaml::AnyValue;
use raccordo::notation::{check, toml, yaml};

use crate::in_process::{Outcome, day, fresh_turn, fresh_turn_on_disk};
use crate::memory_sources::{Files, MemorySources};
use crate::site::{Site, good, good_files};

/// A change to a text.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    DropLine(usize),
    RepeatLine(usize),
    MoveLine(usize, usize),
    Indent(usize),
    Insert(usize, String),
    Drop(usize, usize),
    Cut(usize),
}

pub(crate) fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        "[\\x00-\\x7f]{1,3}",
        "(\\[|\\{|\\]|\\}|: |- |\"|'|#|&a|\\*a|!!x|---\n|\\||>|<b>|\\{\\{ <|\\{% |\\]\\(|\n\n# |\u{feff}|è|👥|\t|\r\n|~|null|2026-02-30|ref:)",
    ];
    prop_oneof![
        any::<usize>().prop_map(Change::DropLine),
        any::<usize>().prop_map(Change::RepeatLine),
        any::<(usize, usize)>().prop_map(|(from, to)| Change::MoveLine(from, to)),
        any::<usize>().prop_map(Change::Indent),
        (any::<usize>(), piece).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (any::<usize>(), 1..12_usize).prop_map(|(at, length)| Change::Drop(at, length)),
        any::<usize>().prop_map(Change::Cut),
    ]
}

pub(crate) fn apply(text: &str, change: &Change) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let line = |number: &usize| number % lines.len();
    let mut letters: Vec<char> = text.chars().collect();
    let letter = |number: &usize| number % letters.len();
    match change {
        Change::DropLine(at) => drop(lines.remove(line(at))),
        Change::RepeatLine(at) => lines.insert(line(at), lines[line(at)]),
        Change::MoveLine(from, to) => {
            let (from, to) = (line(from), line(to));
            let moved = lines.remove(from);
            lines.insert(to.min(lines.len()), moved);
        }
        Change::Indent(at) => lines.insert(line(at), "  "),
        Change::Insert(at, piece) => {
            let at = letter(at);
            letters.splice(at..at, piece.chars());
            return letters.into_iter().collect();
        }
        Change::Drop(at, length) => {
            let at = letter(at);
            letters.drain(at..(at + length).min(letters.len()));
            return letters.into_iter().collect();
        }
        Change::Cut(at) => {
            letters.truncate(letter(at));
            return letters.into_iter().collect();
        }
    }
    lines.concat()
}

/// The good site with some changes, as values.
fn changed_files() -> impl Strategy<Value = Files> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), change()), 1..6);
    changes.prop_map(|changes| {
        let mut files = good_files();
        let names: Vec<String> = files
            .keys()
            .filter(|path| !path.ends_with(".png"))
            .cloned()
            .collect();
        for (index, change) in changes {
            let name = index.get(&names);
            let text = String::from_utf8(files[name].clone()).unwrap();
            files.insert(name.clone(), apply(&text, &change).into_bytes());
        }
        files
    })
}

fn build(files: &Files) -> Outcome {
    let options = Options {
        pages: true,
        ..Options::default()
    };
    fresh_turn(&options, &MemorySources::new(files), day(0))
}

/// Whether every fault that serde finds in a text is explained by the shape.
fn is_explained<T: Typed>(path: &str, text: &str) -> Result<(), TestCaseError> {
    let file = SourcePath::new(path);
    if path.ends_with(".toml") {
        if let (Err(found), Ok(tree)) = (toml::read::<T>(&file, text), toml::tree(&file, text)) {
            prop_assert!(
                !check::check(&file, &tree, T::SHAPE).is_empty(),
                "{found:?}\n{text}"
            );
        }
    } else if let ((_, found), (Some(_), _), Ok(tree)) = (
        yaml::read::<T>(&file, text, 0..text.len()),
        // What the one parser of YAML takes for a fault of syntax, the other may let pass.
        yaml::read::<AnyValue>(&file, text, 0..text.len()),
        yaml::tree(&file, text, 0..text.len()),
    ) {
        prop_assert!(
            found.is_empty() || !check::check(&file, &tree, T::SHAPE).is_empty(),
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
    fn no_change_makes_it_panic(files in changed_files()) {
        let outcome = build(&files);
        let errors = outcome.findings.iter().any(|it| {
            it.diagnostic.severity(false) == raccordo::base::code::Severity::Error
        });
        prop_assert_eq!(outcome.update.is_none(), errors);
        for finding in &outcome.findings {
            prop_assert!(finding.location.line > 0 && finding.location.start <= finding.location.end);
        }
    }

    #[test]
    fn what_serde_refuses_the_shape_explains(changes in prop::collection::vec(change(), 1..4)) {
        let changed = |text: String| changes.iter().fold(text, |text, change| apply(&text, change));
        is_explained::<Body>("content/a.md", &changed(front_matter("content/consulta.md")))?;
        is_explained::<Meeting>("content/a.md", &changed(front_matter("content/riunione.md")))?;
        is_explained::<Registry>("content/a.yaml", &changed(good("content/areas.yaml")))?;
        is_explained::<Settings>("site.toml", &changed(good("site.toml")))?;
    }
}

/// Values that look like others, in every place of a type.
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

#[test]
fn the_same_files_make_the_same_bytes() {
    let one = Site::new().arg("--jobs").arg("1");
    let many = good_files()
        .into_iter()
        .rev()
        .fold(Site::empty(), |site, (path, bytes)| site.file(&path, bytes))
        .arg("--jobs")
        .arg("2");
    one.build().succeeds();
    many.build().succeeds();
    assert_eq!(one.built(), many.built());
    let options = Options {
        pages: true,
        ..Options::default()
    };
    let in_process = fresh_turn_on_disk(&options, one.folder.path(), day(0));
    let outputs = in_process.update.unwrap().put;
    assert!(outputs.iter().all(|output| match &output.content {
        OutputContent::Bytes(bytes) => one.built()[output.path.as_str()] == **bytes,
        _ => true,
    }));
}

#[test]
fn the_same_faults_are_told_in_the_same_order() {
    let broken = |site: Site| {
        let pages = ["a", "b", "c", "d", "e", "f"];
        pages.iter().fold(site, |site, page| {
            site.file(
                &format!("content/{page}.md"),
                "---\ntitel: A\n---\n# B\n\n[c](x.md)\n",
            )
        })
    };
    let one = broken(Site::new()).arg("--jobs").arg("1");
    let two = broken(Site::new()).arg("--jobs").arg("2");
    assert_eq!(one.check().stderr, two.check().stderr);
}
