//! What is made again after an edit, and what is not.

use std::collections::BTreeSet;

use raccordo::base::source::Changes;
use raccordo::build::{Observer, Workspace};

use crate::in_process::{Outcome, Published, day, fresh_turn, observed_turn, options};
use crate::memory_sources::MemorySources;
use crate::random_edits::{Files, first, replace};

/// A site whose words are replaced, turn after turn.
pub(crate) struct Editing {
    files: Files,
    sources: MemorySources,
    workspace: Workspace,
}

impl Editing {
    /// Makes it for the first time.
    pub(crate) fn start(files: Files) -> (Editing, Outcome) {
        Editing::start_before(files, Observer::default())
    }

    /// The same, before somebody's eyes.
    pub(crate) fn start_before(files: Files, observer: Observer<'_>) -> (Editing, Outcome) {
        let mut editing = Editing {
            sources: MemorySources::new(&files),
            files,
            workspace: Workspace::new(options()),
        };
        let everything = editing.sources.everything();
        let outcome = editing.go_on(everything, observer);
        (editing, outcome)
    }

    /// Replaces a word everywhere in a file, and makes what follows.
    fn replace(&mut self, path: &str, from: &str, to: &str) -> Outcome {
        self.replace_before(path, from, to, Observer::default())
    }

    /// The same, before somebody's eyes.
    pub(crate) fn replace_before(
        &mut self,
        path: &str,
        from: &str,
        to: &str,
        observer: Observer<'_>,
    ) -> Outcome {
        replace(self.files.get_mut(path), from, to);
        self.look(observer)
    }

    /// Deletes a file, and makes what follows.
    pub(crate) fn remove(&mut self, path: &str) -> Outcome {
        self.files.remove(path).unwrap();
        self.look(Observer::default())
    }

    fn look(&mut self, observer: Observer<'_>) -> Outcome {
        let now = MemorySources::new(&self.files);
        let since = now.changes_since(&self.sources);
        self.sources = now;
        self.go_on(since, observer)
    }

    /// Makes what is left, and what follows from changes.
    pub(crate) fn go_on(&mut self, since: Changes, observer: Observer<'_>) -> Outcome {
        observed_turn(&mut self.workspace, &self.sources, since, day(0), observer)
    }

    /// What a new workspace makes.
    pub(crate) fn fresh(&self) -> Outcome {
        fresh_turn(&options(), &self.sources, day(0))
    }
}

/// The paths of the pages that were made.
pub(crate) fn made(outcome: &Outcome) -> Vec<&str> {
    let made = outcome.rendered.iter().map(|(path, _)| path.as_str());
    made.collect()
}

/// Makes a site with these settings, then with others, and holds that against what a new workspace makes.
fn settings_are_taken_over(files: &Files, old: &str, new: &str) {
    let (mut editing, first) = Editing::start(files.clone());
    let mut published = Published::of(first.update.unwrap());
    let outcome = editing.replace("site.toml", old, new);
    let wanted = editing.fresh();
    assert_eq!(outcome.findings, wanted.findings);
    let whole = Published::of(wanted.update.unwrap_or_else(|| panic!("{new}")));
    published.take(outcome.update.unwrap());
    assert_eq!(published.0, whole.0);
}

#[test]
fn a_home_page_that_nobody_has_written_is_called_as_the_site_is() {
    let mut files = first();
    for home in ["content/_index.md", "content/_index.de.md"] {
        files.remove(home);
    }
    let titles = ["\"Tavoli\"", "{it = \"Consulte\", de = \"Beiräte\"}"];
    for title in titles {
        settings_are_taken_over(&files, "\"Consulte\"", title);
    }
}

#[test]
fn other_words_around_the_pages_are_taken_over() {
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
        settings_are_taken_over(&first(), old, new);
    }
}

#[test]
fn a_text_alone_makes_its_own_page_again() {
    let (mut editing, _) = Editing::start(first());
    let outcome = editing.replace("content/consulta.md", "lavora", "opera");
    // The German page shows the Italian text.
    let pages = ["consulta/index.html", "de/consulta/index.html"];
    assert_eq!(made(&outcome), pages);
    assert_eq!(outcome.update.unwrap().put.len(), 2);
}

#[test]
fn a_template_that_failed_on_pages_can_be_mended() {
    const TEMPLATE: &str = "themes/mini/templates/body.html";
    let (mut editing, whole) = Editing::start(first());
    let failed = editing.replace(TEMPLATE, "{{ page }}", "{{ page.x.y }}");
    assert!(failed.update.is_none());
    // The fault is still there, and so it is found again.
    let other = editing.replace("content/consulta.md", "lavora", "opera");
    assert!(other.update.is_none() && other.findings.len() > whole.findings.len());
    let mended = editing.replace(TEMPLATE, "{{ page.x.y }}", "{{ page }}");
    assert_eq!(mended.findings, whole.findings);
    let update = mended.update.unwrap();
    let put = update.put.iter().map(|output| output.path.to_string());
    assert_eq!(
        put.collect::<Vec<_>>(),
        ["consulta/index.html", "de/consulta/index.html"]
    );
}

#[test]
fn settings_that_cannot_be_read_for_a_while_cost_nothing() {
    let (mut editing, whole) = Editing::start(first());
    let broken = editing.replace("site.toml", "title = ", "title == ");
    assert!(broken.update.is_none());
    let paths: BTreeSet<_> = broken
        .findings
        .iter()
        .map(|it| it.diagnostic.place.file.as_str())
        .collect();
    assert_eq!(paths, BTreeSet::from(["site.toml"]));
    let missed = editing.replace("content/consulta.md", "lavora", "opera");
    assert_eq!((missed.findings, missed.pages), (broken.findings, 0));
    let mended = editing.replace("site.toml", "title == ", "title = ");
    let pages = ["consulta/index.html", "de/consulta/index.html"];
    assert_eq!(made(&mended), pages);
    assert_eq!(
        (mended.findings, mended.pages),
        (whole.findings, whole.pages)
    );
}

#[test]
fn a_page_is_made_again_for_those_pieces_of_a_body_that_it_shows() {
    for (path, from, to, expected) in [
        ("consulta", "0171 445566", "0171 445567", &["consulta/"][..]),
        (
            "consulta",
            "{act: delibera-1, relation: establishes}",
            "{act: delibera-1, relation: regulates}",
            &["consulta/", "documents/"],
        ),
        (
            "cabina",
            "Prepara i piani",
            "Scrive i piani",
            &["cabina/", "topics/"],
        ),
        (
            "cabina",
            "Ugo Neri",
            "Ugo Nero",
            // She sits in that seat, too.
            &["cabina/", "organizations/", "anna-rossi/"],
        ),
        (
            "cabina",
            "members: [comune-alba, comune-bra]",
            "members: [comune-alba]",
            // The home page has a map of who sits where.
            &["cabina/", "organizations/", "index.html"],
        ),
        (
            "cabina",
            "title: Tavolo tecnico",
            "title: Tavolo dei tecnici",
            &["cabina/", "organizations/", "topics/"],
        ),
    ] {
        let (mut editing, _) = Editing::start(first());
        let outcome = editing.replace(&format!("content/{path}.md"), from, to);
        let made = made(&outcome);
        // Those of old addresses look at whatever a body says of its own.
        let paths = made.iter().filter(|path| !path.starts_with("vecchia"));
        let own = paths.map(|path| path.trim_start_matches("de/"));
        let folders: BTreeSet<&str> = own
            .filter_map(|path| path.split_inclusive('/').next())
            .collect();
        let expected: BTreeSet<&str> = expected.iter().copied().collect();
        assert_eq!(folders, expected, "{to}: {made:?}");
    }
}

#[test]
fn a_title_makes_the_pages_of_the_index_again_that_show_it() {
    let (mut editing, _) = Editing::start(first());
    let of_index = |outcome: &Outcome| {
        let made = made(outcome).into_iter();
        made.filter(|path| path.starts_with("a-z/")).count()
    };
    // Another title at the same place in the order.
    let outcome = editing.replace("content/orari.md", "title: Orari", "title: Oràri");
    assert_eq!(of_index(&outcome), 1);
    assert!(of_index(&editing.fresh()) > 2);
}

#[test]
fn a_workspace_whose_pages_are_lost_makes_them_again() {
    let (mut editing, first) = Editing::start(first());
    let whole = |outcome: Outcome| {
        let update = outcome.update.unwrap();
        assert!(update.whole);
        update.put.len()
    };
    editing.workspace.forget_outputs();
    let again = editing.go_on(Changes::default(), Observer::default());
    assert_eq!(whole(again), whole(first));
}
