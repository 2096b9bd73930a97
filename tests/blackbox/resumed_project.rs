//! A project that goes on in new processes, turn after turn, has built the site of a fresh build.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use raccordo::base::source::{Changes, SourcePath};
use raccordo::build::{Project, Site, Turned};
use raccordo::content::findings::ChangedFiles;
use raccordo::notation::place::Finding;
use raccordo::site::sources::ChangeHints;
use tempfile::TempDir;

use crate::fixtures::{Files, full_files, replace, temporary_folder};
use crate::in_process::{Published, day, fresh_turn_on_disk, options, placed, text};
use crate::incremental::assert_changed_files;
use crate::preview::PreviewReader;
use crate::process::write;
use crate::random_edits::{Edit, apply_edit, edit};

/// The edits before a turn, and what happens to the process meanwhile.
#[derive(Clone, Debug)]
struct Burst {
    edits: Vec<Edit>,
    /// Whether the process saves a snapshot before these edits.
    saved: bool,
    /// Whether another process goes on with the snapshot that was saved last.
    restarted: bool,
    /// After how many pages the turn is interrupted, as when more files change.
    interrupted_after: Option<usize>,
}

fn burst() -> impl Strategy<Value = Burst> {
    let edits = prop::collection::vec(edit(), 1..4);
    // The hard cases are old snapshots, and sources that become again what they were when the snapshot was saved.
    let back = prop::bool::weighted(0.4);
    let interrupted_after = prop::option::weighted(0.3, 0..40_usize);
    let all = (
        edits,
        prop::bool::weighted(0.2),
        any::<bool>(),
        back,
        interrupted_after,
    );
    all.prop_map(|(mut edits, saved, restarted, back, interrupted_after)| {
        edits.extend(back.then_some(Edit::RestoreAll));
        Burst {
            edits,
            saved,
            restarted,
            interrupted_after,
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

    /// Looks at all files. Returns what has changed.
    fn look(&mut self) -> Changes {
        let today = day(self.today);
        let project = self.project();
        project.set_day(today);
        project.refresh(&ChangeHints::Everything)
    }

    /// All findings, and the files whose findings may have changed since the last call.
    fn take_findings(&mut self) -> (Vec<Finding>, ChangedFiles) {
        let project = self.project();
        let changed = project.workspace_mut().take_changed_files();
        let text_of = |path: &SourcePath| text(project.sources(), path);
        (placed(project.workspace().findings(), text_of), changed)
    }

    fn published(&self) -> Published {
        Published::read(&self.out())
    }

    fn turn(&mut self, changes: Changes, reader: &PreviewReader) -> Turned {
        self.project().turn(changes, reader.observer())
    }

    /// Takes a turn that publishes something.
    fn good_turn(&mut self, changes: Changes) {
        let turned = self.turn(changes, &PreviewReader::default());
        turned.published.unwrap().unwrap();
    }

    /// Asserts that the published site is that of a new workspace.
    fn assert_fresh(&self) {
        let wanted = fresh_turn_on_disk(&options(), &self.root(), day(self.today));
        let wanted = Published::of(wanted.update.unwrap());
        assert_eq!(self.published().0, wanted.0);
    }
}

/// Builds after each burst of edits, and compares the site and the findings with those of a new workspace.
fn resumed_is_fresh(bursts: &[Burst]) -> Result<(), TestCaseError> {
    let first = full_files();
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
            apply_edit(&mut files, &first, edit);
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
        let reader = PreviewReader::interrupting_after(burst.interrupted_after);
        let turned = site.turn(changes, &reader);
        let (found, changed) = site.take_findings();
        let findings_before = std::mem::replace(&mut findings, found);
        assert_changed_files(&changed, &findings_before, &findings)?;
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
            reader.assert_preview(&before, &new)?;
            prop_assert_eq!(&site.published().0, &new.0);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(60))]

    #[test]
    fn random_edits_and_restarts_give_the_site_of_a_fresh_build(
        bursts in prop::collection::vec(burst(), 1..8)
    ) {
        resumed_is_fresh(&bursts)?;
    }
}

#[test]
fn files_published_after_the_snapshot_are_removed() {
    let mut files = full_files();
    files.insert("content/piano.png".to_owned(), b"1".to_vec());
    let mut site = OnDisk::new(&files);
    site.restart();
    site.good_turn(Changes::default());
    site.project().save();
    let before = site.published();

    // The second page of a list and a picture change, and then they go.
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
    for path in ["enti/comune-alba/2/index.html", "piano.png"] {
        assert_ne!(published.0.get(path), before.0.get(path), "{path}");
    }
    apply_edit(
        &mut files,
        &full_files(),
        &Edit::ReplaceAll("comune-alba", "provincia-cuneo"),
    );
    files.remove("content/piano.png");
    site.replace_files(&files);
    site.restart();
    site.good_turn(Changes::default());
    site.assert_fresh();
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

        // No hint names the edit of the page.
        let edited = format!("{page}[B](ref:page/b)\n");
        write(&site.root().join("content/a.md"), edited.as_bytes());
        let other = settings.replace("\"it\"", "\"en\"");
        write(&site.root().join("site.toml"), other.as_bytes());
        let told =
            ChangeHints::Paths([site.root().canonicalize().unwrap().join("site.toml")].into());
        let changes = site.project().refresh(&told);
        assert!(changes.settings && changes.texts.is_empty());
        site.turn(changes, &PreviewReader::default());
        assert!(found(site.project()).contains("DanglingReference"));
    }
}
