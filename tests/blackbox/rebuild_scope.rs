//! Which pages an edit makes again.

use std::collections::BTreeSet;

use raccordo::base::source::Changes;
use raccordo::build::Observer;

use crate::edited_site::{EditedSite, made};
use crate::fixtures::{Files, full_files};
use crate::in_process::{Outcome, Published};

/// Changes the settings of a built site, and compares it with what a new workspace makes.
fn settings_are_taken_over(files: &Files, old: &str, new: &str) {
    let (mut site, first) = EditedSite::build(files.clone());
    let mut published = Published::of(first.update.unwrap());
    let outcome = site.replace("site.toml", old, new);
    let wanted = site.fresh();
    assert_eq!(outcome.findings, wanted.findings);
    let whole = Published::of(wanted.update.unwrap_or_else(|| panic!("{new}")));
    published.take(outcome.update.unwrap());
    assert_eq!(published.0, whole.0);
}

#[test]
fn a_generated_home_page_takes_the_title_of_the_site() {
    let mut files = full_files();
    for home in ["content/_index.md", "content/_index.de.md"] {
        files.remove(home);
    }
    let titles = ["\"Tavoli\"", "{it = \"Consulte\", de = \"Beiräte\"}"];
    for title in titles {
        settings_are_taken_over(&files, "\"Consulte\"", title);
    }
}

#[test]
fn changed_settings_show_on_all_pages() {
    for (old, new) in [
        ("\"Consulte\"", "{it = \"Consulte\", de = \"Beiräte\"}"),
        ("body/consulta", "body/cabina"),
        ("to = \"ref:page/privacy\"", "to = \"https://example.org/\""),
        (
            "credits = ",
            "contacts = [{channels = [{kind = \"pec\", value = \"x@y.example\"}]}]\ncredits = ",
        ),
        ("language = ", "logo = \"foto.png\"\nlanguage = "),
        (
            "language = ",
            "feedback = {email = \"urp@consulte.example\"}\nlanguage = ",
        ),
        ("consulte.example/sito", "consulte.example"),
    ] {
        settings_are_taken_over(&full_files(), old, new);
    }
}

#[test]
fn a_changed_text_rebuilds_its_own_page_only() {
    let (mut site, _) = EditedSite::build(full_files());
    let outcome = site.replace("content/consulta.md", "lavora", "opera");
    // The German page shows the Italian text.
    let pages = ["consulta/index.html", "de/consulta/index.html"];
    assert_eq!(made(&outcome), pages);
    assert_eq!(outcome.update.unwrap().put.len(), 2);
}

#[test]
fn a_mended_template_rebuilds_the_pages_on_which_it_failed() {
    const TEMPLATE: &str = "themes/mini/templates/body.html";
    let (mut site, whole) = EditedSite::build(full_files());
    let failed = site.replace(TEMPLATE, "{{ page }}", "{{ page.x.y }}");
    assert!(failed.update.is_none());
    // The error is found again, because it is still there.
    let other = site.replace("content/consulta.md", "lavora", "opera");
    assert!(other.update.is_none() && other.findings.len() > whole.findings.len());
    let mended = site.replace(TEMPLATE, "{{ page.x.y }}", "{{ page }}");
    assert_eq!(mended.findings, whole.findings);
    let update = mended.update.unwrap();
    let put = update.put.iter().map(|output| output.path.to_string());
    assert_eq!(
        put.collect::<Vec<_>>(),
        ["consulta/index.html", "de/consulta/index.html"]
    );
}

#[test]
fn mended_settings_rebuild_no_page() {
    let (mut site, whole) = EditedSite::build(full_files());
    let broken = site.replace("site.toml", "title = ", "title == ");
    assert!(broken.update.is_none());
    let paths: BTreeSet<_> = broken
        .findings
        .iter()
        .map(|it| it.diagnostic.place.file.as_str())
        .collect();
    // The warning of before is there with the faults of the settings.
    let expected = ["content/cabina.md", "site.toml"];
    assert_eq!(paths, BTreeSet::from(expected));
    let missed = site.replace("content/consulta.md", "lavora", "opera");
    assert_eq!(missed.findings, broken.findings);
    assert!(missed.update.is_none());
    let mended = site.replace("site.toml", "title == ", "title = ");
    let pages = ["consulta/index.html", "de/consulta/index.html"];
    assert_eq!(made(&mended), pages);
    assert_eq!(
        (mended.findings, mended.pages),
        (whole.findings, whole.pages)
    );
}

#[test]
fn a_changed_body_rebuilds_the_pages_that_show_the_change() {
    for (path, from, to, expected) in [
        ("consulta", "0171 445566", "0171 445567", &["consulta/"][..]),
        (
            "consulta",
            "{act: delibera-1, relation: establishes}",
            "{act: delibera-1, relation: regulates}",
            &["consulta/", "atti/"],
        ),
        (
            "cabina",
            "Prepara i piani",
            "Scrive i piani",
            &["cabina/", "argomenti/"],
        ),
        (
            "cabina",
            "Ugo Neri",
            "Ugo Nero",
            // Anna Rossi sits in the same seat.
            &["cabina/", "enti/", "anna-rossi/"],
        ),
        (
            "cabina",
            "members: [comune-alba, comune-bra]",
            "members: [comune-alba]",
            // The home page has a map of who sits where.
            &["cabina/", "enti/", "index.html"],
        ),
        (
            "cabina",
            "title: Tavolo tecnico",
            "title: Tavolo dei tecnici",
            // The home page names the next meeting, which is one of the table.
            &[
                "cabina/",
                "enti/",
                "argomenti/",
                "sedute/",
                "calendar.ics",
                "index.html",
            ],
        ),
    ] {
        let (mut site, _) = EditedSite::build(full_files());
        let outcome = site.replace(&format!("content/{path}.md"), from, to);
        let made = made(&outcome);
        // Redirects and feeds depend on all facts of the body.
        let is_page = |path: &&&str| {
            !path.starts_with("vecchia") && !path.ends_with("feed.xml") && **path != "_redirects"
        };
        let paths = made.iter().filter(is_page);
        let own = paths.map(|path| path.trim_start_matches("de/"));
        let folders: BTreeSet<&str> = own
            .filter_map(|path| path.split_inclusive('/').next())
            .collect();
        let expected: BTreeSet<&str> = expected.iter().copied().collect();
        assert_eq!(folders, expected, "{to}: {made:?}");
    }
}

#[test]
fn a_changed_title_rebuilds_one_page_of_the_index() {
    let (mut site, _) = EditedSite::build(full_files());
    let of_index = |outcome: &Outcome| {
        let made = made(outcome).into_iter();
        made.filter(|path| path.starts_with("indice/")).count()
    };
    // The new title has the same place in the order.
    let outcome = site.replace("content/orari.md", "title: Orari", "title: Oràri");
    assert_eq!(of_index(&outcome), 1);
    assert!(of_index(&site.fresh()) > 2);
}

#[test]
fn a_workspace_without_pages_makes_them_again() {
    let (mut site, first) = EditedSite::build(full_files());
    let whole = |outcome: Outcome| {
        let update = outcome.update.unwrap();
        assert!(update.whole);
        update.put.len()
    };
    site.workspace.forget_outputs();
    let again = site.turn(Changes::default(), Observer::default());
    assert_eq!(whole(again), whole(first));
}
