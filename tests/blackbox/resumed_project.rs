//! What a project makes after its process has ended, turn after turn, is what it would have made at once.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use raccordo::base::source::{Changes, SourcePath};
use raccordo::build::{Project, Site, Turned};
use raccordo::content::findings::ChangedFiles;
use raccordo::notation::place::Finding;
use raccordo::site::sources::ChangeHints;
use tempfile::TempDir;

use crate::in_process::{Published, day, fresh_turn_on_disk, options, placed, published, text};
use crate::incremental::holds_every_change;
use crate::preview::Looker;
use crate::process::write;
use crate::random_edits::{Edit, Files, act, edit, first, replace};
use crate::site::temporary_folder;

/// Some edits, and what becomes of the process before the turn in which it meets them.
#[derive(Clone, Debug)]
struct Burst {
    edits: Vec<Edit>,
    /// Whether a snapshot is saved before.
    saved: bool,
    /// Whether another process takes its place, with the snapshot that was last saved.
    restarted: bool,
    /// When the turn is cancelled, because more has changed: after so many pages.
    cancelled: Option<usize>,
}

fn burst() -> impl Strategy<Value = Burst> {
    let edits = prop::collection::vec(edit(), 1..4);
    // Hard are old snapshots, and what comes back to how it was when they were saved.
    let back = prop::bool::weighted(0.4);
    let cancelled = prop::option::weighted(0.3, 0..40_usize);
    let all = (
        edits,
        prop::bool::weighted(0.2),
        any::<bool>(),
        back,
        cancelled,
    );
    all.prop_map(|(mut edits, saved, restarted, back, cancelled)| {
        edits.extend(back.then_some(Edit::RestoreAll));
        Burst {
            edits,
            saved,
            restarted,
            cancelled,
        }
    })
}

/// A site on disk, and the project that builds it.
struct OnDisk {
    folder: TempDir,
    files: Files,
    today: i64,
    /// `None` between two processes.
    project: Option<Project>,
}

impl OnDisk {
    /// A site that was never built.
    fn new(files: &Files) -> OnDisk {
        let mut site = OnDisk {
            folder: temporary_folder(),
            files: Files::new(),
            today: 0,
            project: None,
        };
        site.replace_files(files);
        site
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// Brings the files on disk up to date.
    fn replace_files(&mut self, files: &Files) {
        for path in self.files.keys().filter(|path| !files.contains_key(*path)) {
            fs::remove_file(self.root().join(path)).unwrap();
        }
        for (path, bytes) in files {
            if self.files.get(path) != Some(bytes) {
                write(&self.root().join(path), bytes);
            }
        }
        self.files.clone_from(files);
    }

    fn project(&mut self) -> &mut Project {
        self.project.as_mut().unwrap()
    }

    /// Goes on in a new process.
    fn restart(&mut self) {
        self.project = None;
        let site = Site {
            root: self.root(),
            day: Some(day(self.today)),
            out: self.out(),
            options: options(),
        };
        self.project = Some(Project::resume(site).unwrap());
    }

    /// What has changed since the last look.
    fn look(&mut self) -> Changes {
        let today = day(self.today);
        let project = self.project();
        project.set_day(today);
        project.refresh(&ChangeHints::Everything)
    }

    /// Everything that was found, and the files in which other things may be found than when this was last called.
    fn take_findings(&mut self) -> (Vec<Finding>, ChangedFiles) {
        let project = self.project();
        let changed = project.workspace_mut().take_changed_files();
        let text_of = |path: &SourcePath| text(project.sources(), path);
        (placed(project.workspace().findings(), text_of), changed)
    }

    fn published(&self) -> Published {
        Published(published(&self.out()))
    }

    fn turn(&mut self, changes: Changes, looker: &Looker) -> Turned {
        self.project().turn(changes, looker.observer())
    }

    /// Takes a turn that publishes something.
    fn good_turn(&mut self, changes: Changes) {
        let turned = self.turn(changes, &Looker::default());
        turned.published.unwrap().unwrap();
    }

    /// Holds the published site against what a new workspace makes.
    fn is_fresh(&self) {
        let wanted = fresh_turn_on_disk(&options(), &self.root(), day(self.today));
        let wanted = Published::of(wanted.update.unwrap());
        assert_eq!(self.published().0, wanted.0);
    }
}

fn resumed_is_fresh(bursts: &[Burst]) -> Result<(), TestCaseError> {
    let first = first();
    let mut files = first.clone();
    let mut site = OnDisk::new(&files);
    site.restart();
    site.good_turn(Changes::default());
    site.project().save();
    let (mut findings, _) = site.take_findings();
    let mut is_good = true;
    for burst in bursts {
        if burst.saved && is_good {
            site.project().save();
        }
        for edit in &burst.edits {
            act(&mut files, &first, edit);
            site.today += i64::from(matches!(edit, Edit::Wait));
        }
        site.replace_files(&files);
        let changes = match burst.restarted {
            true => {
                site.restart();
                Changes::default()
            }
            false => site.look(),
        };
        let before = site.published();
        let looker = Looker::leaving(burst.cancelled);
        let turned = site.turn(changes, &looker);
        let (found, changed) = site.take_findings();
        let findings_before = std::mem::replace(&mut findings, found);
        holds_every_change(&changed, &findings_before, &findings)?;
        is_good = turned.published.is_some();
        if turned.outcome.cancelled {
            prop_assert!(!is_good && turned.outcome.rendered.is_empty());
            continue;
        }

        let wanted = fresh_turn_on_disk(&options(), &site.root(), day(site.today));
        prop_assert_eq!(&findings, &wanted.findings);
        prop_assert_eq!(turned.outcome.pages, wanted.pages);
        prop_assert_eq!(is_good, wanted.update.is_some());
        if let (Some(published), Some(whole)) = (turned.published, wanted.update) {
            published.unwrap();
            let new = Published::of(whole);
            looker.hold(&before, &new)?;
            prop_assert_eq!(&site.published().0, &new.0);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(60))]

    #[test]
    fn a_resumed_project_goes_on_as_if_it_were_fresh(
        bursts in prop::collection::vec(burst(), 1..8)
    ) {
        resumed_is_fresh(&bursts)?;
    }
}

#[test]
fn what_goes_is_unpublished_though_it_was_published_after_the_snapshot() {
    let mut files = first();
    files.insert("content/piano.png".to_owned(), b"1".to_vec());
    let mut site = OnDisk::new(&files);
    site.restart();
    site.good_turn(Changes::default());
    site.project().save();
    let before = site.published();

    // The second page of a list and a file are others, and then they are gone.
    replace(
        files.get_mut("content/cabina.md"),
        "title: ",
        "title: Nuovo ",
    );
    files.insert("content/piano.png".to_owned(), b"2".to_vec());
    site.replace_files(&files);
    let changes = site.look();
    site.good_turn(changes);
    let published = site.published();
    for path in ["organizations/comune-alba/2/index.html", "piano.png"] {
        assert_ne!(published.0.get(path), before.0.get(path), "{path}");
    }
    act(
        &mut files,
        &first(),
        &Edit::ReplaceAll("comune-alba", "comune-bra"),
    );
    files.remove("content/piano.png");
    site.replace_files(&files);
    site.restart();
    site.good_turn(Changes::default());
    site.is_fresh();
}

#[test]
fn texts_that_are_parsed_again_are_read_as_they_are_now() {
    let page = "---\ntitle: A\nsummary: A.\n---\n";
    let settings = "title = \"A\"\nlanguage = \"it\"\n";
    let files = [("site.toml", settings), ("content/a.md", page)];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let mut site = OnDisk::new(&files.into());
    let found = |project: &Project| format!("{:?}", project.workspace().findings());
    for is_resumed in [false, true] {
        write(&site.root().join("site.toml"), settings.as_bytes());
        write(&site.root().join("content/a.md"), page.as_bytes());
        if is_resumed {
            // The texts are in the snapshot, so that the project has never read them.
            site.restart();
            site.good_turn(Changes::default());
            site.project().save();
        }
        site.restart();
        site.good_turn(Changes::default());
        assert!(!found(site.project()).contains("DanglingReference"));

        // Nobody tells of the edit of the page.
        let edited = format!("{page}[B](ref:page/b)\n");
        write(&site.root().join("content/a.md"), edited.as_bytes());
        let other = settings.replace("\"it\"", "\"en\"");
        write(&site.root().join("site.toml"), other.as_bytes());
        let told =
            ChangeHints::Paths([site.root().canonicalize().unwrap().join("site.toml")].into());
        let changes = site.project().refresh(&told);
        assert!(changes.settings && changes.texts.is_empty());
        site.turn(changes, &Looker::default());
        assert!(found(site.project()).contains("DanglingReference"));
    }
}
