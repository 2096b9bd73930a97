//! How many findings a report shows.

use crate::site::{Run, Site};

/// A site in which five pages have no summary.
fn site() -> Site {
    let names = ["a", "b", "c", "d", "e"];
    let page = "---\ntitle: Nota\nreviewed: 2026-10-01\n---\n";
    names.iter().fold(Site::new(), |site, name| {
        site.file(&format!("content/{name}.md"), page)
    })
}

/// How many pages without a summary are shown.
fn shown(run: &Run<'_>) -> usize {
    run.stderr.matches("warning[missing-summary]").count()
}

const REST: &str = "\n… and 2 more of this kind; `--all` shows all, \
                    `raccordo explain missing-summary` explains them\n";

#[test]
fn the_first_warnings_of_a_kind_are_shown_and_the_others_counted() {
    let site = site();
    // The second build finds that nothing has changed, and shows the same.
    for run in [site.check(), site.build(), site.build()] {
        run.succeeds();
        assert_eq!(shown(&run), 3, "{}", run.stderr);
        assert_eq!(run.stderr.matches(REST).count(), 1, "{}", run.stderr);
        assert!(run.stdout.contains("; 5 warnings"), "{}", run.stdout);
    }
}

#[test]
fn all_warnings_are_shown_if_that_is_asked_for() {
    let site = site().arg("--all");
    for run in [site.check(), site.build(), site.build()] {
        run.succeeds();
        assert_eq!(shown(&run), 5, "{}", run.stderr);
        assert!(!run.stderr.contains("--all"), "{}", run.stderr);
    }
}

#[test]
fn all_errors_are_shown_after_the_warnings() {
    let strict = site().arg("--strict");
    let run = strict.check();
    assert_eq!(run.exit, Some(1));
    assert_eq!(run.stderr.matches("error[missing-summary]").count(), 5);
    let broken = site().file("content/0.md", "---\ntitel: A\n---\n");
    let run = broken.check();
    let (warnings, errors) = run.stderr.split_once("error[").unwrap();
    assert_eq!(warnings.matches("warning[").count(), 3, "{}", run.stderr);
    assert!(warnings.contains("… and 3 more"), "{}", run.stderr);
    assert!(!errors.contains("warning["), "{}", run.stderr);
}

#[test]
fn programs_get_all_warnings() {
    let site = site();
    for run in [site.build_json(), site.build_json()] {
        assert_eq!(run.warnings().len(), 5);
    }
}
