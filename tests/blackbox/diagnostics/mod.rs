//! Tables of faulty files. Each fault is reported at its line, alone and in one site with all the others.

mod all_at_once;
mod bodies;
mod files;
mod mistakes;
mod near_names;
mod on_disk;
mod proposals;
mod references;
pub(crate) mod rule_examples;
pub(crate) mod settings;
mod shape;
mod text;

use crate::faulty_page::{Composed, with_keys, with_text};
use crate::site::{Found, Site, is_at};

/// A fault in files of its own.
pub(crate) struct Case {
    name: &'static str,
    files: Vec<(String, Vec<u8>)>,
    /// The expected errors: `code file:line` or `code file:line:column`.
    expected: Vec<String>,
}

/// A body `content/NAME.md` with these keys instead of the good ones. Expected lines count from 1 in `keys`.
fn body(name: &'static str, keys: &str, expected: &[&str]) -> Case {
    page(name, with_keys("content/consulta.md", keys), expected)
}

/// An organization `content/NAME.md`.
fn organization(name: &'static str, keys: &str, expected: &[&str]) -> Case {
    let good = "type: organization\ntitle: Ente\nkind: consortium\nsummary: Un ente.\n";
    let given = |line: &str| {
        let key = line.split(':').next().unwrap_or_default();
        keys.lines().any(|it| it.starts_with(&format!("{key}:")))
    };
    let rest: String = good
        .split_inclusive('\n')
        .filter(|line| !given(line))
        .collect();
    let text = format!("---\n{keys}{rest}---\n");
    page(name, Composed { text, before: 1 }, expected)
}

/// A meeting `content/NAME.md`.
fn meeting(name: &'static str, keys: &str, expected: &[&str]) -> Case {
    page(name, with_keys("content/riunione.md", keys), expected)
}

/// A person `content/NAME.md`.
fn person(name: &'static str, keys: &str, expected: &[&str]) -> Case {
    page(name, with_keys("content/anna-rossi.md", keys), expected)
}

/// A plain page `content/NAME.md` with these keys.
fn plain(name: &'static str, keys: &str, expected: &[&str]) -> Case {
    page(name, with_keys("content/privacy.md", keys), expected)
}

/// A plain page `content/NAME.md` with this text. Expected lines count from 1 in `text`.
fn text(name: &'static str, text: &str, expected: &[&str]) -> Case {
    page(name, with_text("content/privacy.md", text), expected)
}

/// A registry `content/NAME.yaml`.
fn registry(name: &'static str, yaml: &str, expected: &[&str]) -> Case {
    let file = format!("content/{name}.yaml");
    let expected = expected.iter().map(|it| placed(it, &file, 0)).collect();
    let files = vec![(file, yaml.into())];
    Case {
        name,
        files,
        expected,
    }
}

/// Whole files. What is expected has their paths.
fn files(name: &'static str, files: &[(&str, &[u8])], expected: &[&str]) -> Case {
    let owned = |(path, bytes): &(&str, &[u8])| ((*path).to_owned(), bytes.to_vec());
    Case {
        name,
        files: files.iter().map(owned).collect(),
        expected: expected.iter().map(|it| (*it).to_owned()).collect(),
    }
}

fn page(name: &'static str, composed: Composed, expected: &[&str]) -> Case {
    let file = format!("content/{name}.md");
    let placed = |it: &&str| placed(it, &file, composed.before);
    let expected = expected.iter().map(placed).collect();
    let files = vec![(file.clone(), composed.text.into())];
    Case {
        name,
        files,
        expected,
    }
}

/// The place `1:3` in `unknown-key 1:3` as a place in the whole file.
fn placed(expected: &str, file: &str, before: usize) -> String {
    let (code, place) = expected.split_once(' ').unwrap();
    let (line, column) = place.split_once(':').unwrap_or((place, ""));
    let line = line.parse::<usize>().unwrap() + before;
    let column = if column.is_empty() {
        String::new()
    } else {
        format!(":{column}")
    };
    format!("{code} {file}:{line}{column}")
}

fn all() -> Vec<Case> {
    let parts = [
        shape::cases(),
        references::cases(),
        bodies::cases(),
        text::cases(),
        files::cases(),
    ];
    parts.into_iter().flatten().collect()
}

/// The good site with the files of a case.
fn site_of(case: &Case) -> Site {
    let files = case.files.iter();
    files.fold(Site::new(), |site, (path, bytes)| site.file(path, bytes))
}

fn fails_alone(cases: Vec<Case>) {
    let mut wrong = String::new();
    for case in cases {
        let site = site_of(&case);
        let run = site.check_in_process();
        let errors = run.errors();
        let mut expected = case.expected.clone();
        expected.sort();
        let mut found = errors.clone();
        found.sort();
        let equal =
            found.len() == expected.len() && found.iter().zip(&expected).all(|(f, e)| is_at(f, e));
        if !equal {
            wrong.push_str(&format!(
                "\n{}: expected {:?}\n   found {:?}",
                case.name, case.expected, errors
            ));
        } else {
            run.fails();
        }
        for file in run.findings().iter().flat_map(Found::files) {
            if !site.path(&file).exists() {
                wrong.push_str(&format!("\n{}: there is no {file}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The other tests run the check in their own process. This one shows that the program prints the same.
#[test]
fn the_program_prints_what_the_check_in_process_finds() {
    for case in all().iter().step_by(40) {
        let site = site_of(case);
        let run = site.build_json();
        run.fails();
        let in_process = site.check_in_process();
        assert_eq!((run.stdout, run.exit), (in_process.stdout, in_process.exit));
    }
}

#[test]
fn shapes() {
    fails_alone(shape::cases());
}

#[test]
fn references() {
    fails_alone(references::cases());
}

#[test]
fn bodies() {
    fails_alone(bodies::cases());
}

#[test]
fn texts() {
    fails_alone(text::cases());
}

#[test]
fn broken_files() {
    fails_alone(files::cases());
}

#[test]
fn one_run_finds_all_faults() {
    let cases = all();
    let files = cases.iter().flat_map(|case| &case.files);
    let site = files.fold(Site::new(), |site, (path, bytes)| site.file(path, bytes));
    let run = site.build_json();
    let errors = run.errors();
    let missing: Vec<&String> = cases
        .iter()
        .flat_map(|case| &case.expected)
        .filter(|expected| !errors.iter().any(|error| is_at(error, expected)))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
    run.fails();
}
