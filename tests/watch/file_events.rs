//! Changes as editors and git make them are seen through file events and by polling.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use raccordo::base::source::SourcePath;
use raccordo::site::sources::{ChangeHints, Sources};
use raccordo::site::watch::{Watch, WatchEvent, WatchMode};

use super::folder::{Folder, assert_fresh, known};

/// A site that is watched.
struct Watched {
    folder: Folder,
    watch: Watch,
    sources: Sources,
}

impl Watched {
    fn new(folder: Folder, mode: WatchMode) -> Watched {
        let mut watch = Watch::new(&folder.root, mode, &[folder.at("public")]).unwrap();
        let sources = folder.open();
        watch.follow(sources.link_dependencies());
        Watched {
            folder,
            watch,
            sources,
        }
    }

    fn events() -> Watched {
        Watched::new(Folder::new(), WatchMode::Events)
    }

    /// Waits until the sources are those on disk. Returns how many times the watch reported a change.
    #[track_caller]
    fn settle(&mut self) -> usize {
        let deadline = Instant::now() + Duration::from_secs(20);
        let mut looks = 0;
        let mut fresh = known(&self.folder.open());
        while known(&self.sources) != fresh {
            let WatchEvent::Changed(hints) = self.watch.wait(Some(deadline)) else {
                assert_fresh(&self.sources, &self.folder.root);
                panic!("nothing was told");
            };
            looks += 1;
            self.sources.refresh(&hints);
            self.watch.follow(self.sources.link_dependencies());
            fresh = known(&self.folder.open());
        }
        looks
    }

    /// Reads all changes that the watch has to report.
    fn drain(&mut self) {
        let quiet = Duration::from_millis(30);
        while let WatchEvent::Changed(hints) = self.watch.wait(Some(Instant::now() + quiet)) {
            let changes = self.sources.refresh(&hints);
            self.watch.follow(self.sources.link_dependencies());
            if changes.is_empty() && self.watch.mode() != WatchMode::Events {
                return;
            }
        }
    }

    /// Asserts that the folder of a file is watched.
    #[track_caller]
    fn sees(&mut self, path: &str) {
        self.drain();
        self.folder.write(path, &format!("{:?}", Instant::now()));
        assert!(self.settle() > 0);
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.at(path)
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.at(from), self.at(to)).unwrap();
    }

    fn run(&self, program: &str, args: &[&str]) {
        let run = Command::new(program)
            .args(args)
            .current_dir(&self.folder.root)
            .output();
        assert!(
            run.as_ref().is_ok_and(|it| it.status.success()),
            "{program} {args:?} {run:?}"
        );
    }
}

/// Makes a change once with events and once with polling.
fn each_way(change: impl Fn(&mut Watched)) {
    for mode in [
        WatchMode::Events,
        WatchMode::Poll(Duration::from_millis(20)),
    ] {
        let mut watched = Watched::new(Folder::new(), mode);
        change(&mut watched);
        watched.settle();
    }
}

#[test]
fn a_save_by_rename_is_seen() {
    each_way(|it| {
        it.folder.write("content/.x.tmp", "two");
        it.rename("content/.x.tmp", "content/_index.md");
        it.settle();
        it.folder.write("site.toml~", "title = \"B\"");
        it.rename("site.toml~", "site.toml");
        it.settle();
        assert_eq!(it.sources.tree().settings.text(), "title = \"B\"");
    });
}

#[test]
fn a_save_in_place_is_seen() {
    each_way(|it| {
        for text in ["two", "", "three"] {
            it.folder.write("content/_index.md", text);
            it.settle();
        }
        it.run("sed", &["-i", "s/three/four/", "content/_index.md"]);
    });
}

#[test]
fn a_save_that_renames_the_old_file_is_seen() {
    each_way(|it| {
        it.rename("content/_index.md", "content/_index.md~");
        it.folder.write("content/_index.md", "two");
    });
}

#[test]
fn a_save_that_removes_the_old_file_first_is_one_change() {
    let mut it = Watched::events();
    it.folder.write("content/a.md", "before");
    it.settle();
    it.drain();
    // `mv` from another disk removes the old file first. Some editors hide it first.
    let takings: [fn(&Path); 2] = [
        |file| fs::remove_file(file).unwrap(),
        |file| fs::rename(file, file.with_file_name(".a.md.old")).unwrap(),
    ];
    for (round, take_away) in takings.into_iter().enumerate() {
        let text = format!("after {round}");
        let (file, new) = (it.at("content/a.md"), text.clone());
        let writer = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(20));
            // Nobody reads a file that is half written, so that the time between is all that matters.
            let written = file.with_file_name(".a.md.new");
            fs::write(&written, new).unwrap();
            take_away(&file);
            std::thread::sleep(Duration::from_millis(5));
            fs::rename(written, file).unwrap();
        });
        let deadline = Instant::now() + Duration::from_secs(20);
        let WatchEvent::Changed(hints) = it.watch.wait(Some(deadline)) else {
            panic!("nothing was told");
        };
        let changes = it.sources.refresh(&hints);
        let path = SourcePath::new("content/a.md");
        let found = changes.texts.get(&path).and_then(Option::as_ref);
        let found = found.map(|file| file.text());
        assert_eq!(
            found.as_deref(),
            Some(text.as_str()),
            "nobody looks in between"
        );
        writer.join().unwrap();
        it.drain();
    }
}

#[test]
fn a_folder_moved_out_and_in_is_seen() {
    each_way(|it| {
        it.folder.write("content/a/b/x.md", "x");
        it.settle();
        it.rename("content/a", "away");
        it.settle();
        assert_eq!(it.sources.tree().texts.len(), 1);
        it.rename("away", "content/c");
        it.settle();
        it.sees("content/c/b/x.md");
        it.rename("content", "gone");
        it.settle();
        it.rename("gone", "content");
        it.settle();
        it.sees("content/c/b/new.md");
    });
}

#[test]
fn swapped_folders_are_seen() {
    each_way(|it| {
        it.folder.write("content/a/x.md", "a");
        it.folder.write("content/b/x.md", "b");
        it.settle();
        it.rename("content/a", "content/t");
        it.rename("content/b", "content/a");
        it.rename("content/t", "content/b");
        it.settle();
        it.sees("content/a/x.md");
        it.sees("content/b/x.md");
    });
}

#[test]
fn new_folders_in_new_folders_are_watched() {
    each_way(|it| {
        for round in 0..10 {
            it.folder.write(&format!("content/{round}/b/c/x.md"), "x");
            it.folder
                .write(&format!("themes/t{round}/static/x.css"), "x");
            it.settle();
        }
        it.sees("content/9/b/c/x.md");
        it.sees("themes/t9/static/x.css");
    });
}

#[test]
fn removed_files_and_folders_are_seen() {
    each_way(|it| {
        it.folder.write("content/a/x.md", "x");
        it.settle();
        fs::remove_file(it.at("content/a/x.md")).unwrap();
        it.settle();
        fs::remove_dir_all(it.at("content/a")).unwrap();
        it.folder.write("content/short.md", "x");
        fs::remove_file(it.at("content/short.md")).unwrap();
        it.folder.write("content/a/y.md", "y");
        it.settle();
        it.sees("content/a/z.md");
    });
}

#[test]
fn targets_of_links_are_watched() {
    each_way(|it| {
        it.folder.link("content/l", "common/deep");
        it.settle();
        it.folder.write("content/common/deep/x.md", "x");
        it.settle();
        it.sees("content/common/deep/x.md");
        it.sees("content/common/deep/new/y.md");
        it.rename("content/common", "content/other");
        it.settle();
        it.folder.write("content/common/deep/x.md", "again");
        it.settle();
        it.sees("content/common/deep/x.md");
        it.folder.write("config/site.toml", "title = \"B\"");
        fs::remove_file(it.at("site.toml")).unwrap();
        it.folder.link("site.toml", "config/site.toml");
        it.settle();
        it.sees("config/site.toml");
        it.sees("content/Thumbs.db");
        it.rename("content", "away");
        it.settle();
        it.rename("away", "content");
        it.settle();
    });
}

#[test]
fn a_checkout_is_few_changes() {
    let folder = Folder::new();
    folder.git(&["init", "-q", "-b", "main"]);
    for (branch, text) in [("main", "one"), ("other", "two")] {
        if branch != "main" {
            folder.git(&["checkout", "-q", "-b", branch]);
        }
        (0..300).for_each(|page| folder.write(&format!("content/{}/{page}.md", page % 7), text));
        folder.git(&["add", "-A"]);
        folder.git(&["commit", "-q", "-m", text]);
    }
    let mut it = Watched::new(folder, WatchMode::Events);
    for branch in ["main", "other"] {
        it.folder.git(&["checkout", "-q", branch]);
        let looks = it.settle();
        // A slow machine may see some steps, but not one for each file.
        assert!(looks < 20, "{looks}");
    }
    it.folder.write("content/0/0.md", "three");
    it.settle();
    it.folder.git(&["stash", "-q"]);
    it.settle();
    it.folder.git(&["stash", "pop", "-q"]);
    it.settle();
    it.folder.git(&[
        "commit",
        "-q",
        "-a",
        "-m",
        "x",
        "--date=2001-01-01T00:00:00Z",
    ]);
    it.settle();
}

#[test]
fn a_first_commit_dates_files() {
    let mut it = Watched::events();
    it.folder.git(&["init", "-q"]);
    it.drain();
    it.folder.git(&["add", "-A"]);
    it.folder.git(&["commit", "-q", "-m", "x"]);
    assert!(it.settle() > 0);
    assert!(
        it.sources
            .tree()
            .texts
            .values()
            .all(|file| file.committed.is_some())
    );
}

#[test]
fn files_that_are_no_sources_wake_nobody() {
    let folder = Folder::new();
    folder.git(&["init", "-q"]);
    folder.write("public/index.html", "x");
    folder.link("content/all", "../public");
    let mut it = Watched::new(folder, WatchMode::Events);
    it.drain();
    for path in [
        "public/index.html",
        "public/new/x.html",
        ".public.raccordo/x",
        "content/.x.swp",
        "notes.txt",
    ] {
        it.folder.write(path, "new");
    }
    it.folder.git(&["add", "-A"]);
    let _ = fs::read(it.at("content/_index.md")).unwrap();
    let next = it
        .watch
        .wait(Some(Instant::now() + Duration::from_millis(100)));
    assert_eq!(next, WatchEvent::Deadline);
}

#[test]
fn a_handle_ends_the_waiting() {
    for mode in [WatchMode::Events, WatchMode::Poll(Duration::from_secs(60))] {
        let mut it = Watched::new(Folder::new(), mode);
        let handle = it.watch.handle();
        let thread = std::thread::spawn(move || handle.wake());
        assert_eq!(it.watch.wait(None), WatchEvent::Woken);
        thread.join().unwrap();
        assert_eq!(it.watch.wait(Some(Instant::now())), WatchEvent::Deadline);
        assert_eq!(it.watch.mode(), mode);
    }
}

#[test]
fn endless_writing_does_not_delay_changes() {
    let mut it = Watched::events();
    let log = it.at("content/log.md");
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let writer = std::thread::spawn(move || {
        while stopped
            .recv_timeout(Duration::from_micros(300))
            .is_err_and(|it| it == std::sync::mpsc::RecvTimeoutError::Timeout)
        {
            fs::write(&log, format!("{:?}", Instant::now())).unwrap();
        }
    });
    let next = it
        .watch
        .wait(Some(Instant::now() + Duration::from_secs(20)));
    drop(stop);
    writer.join().unwrap();
    let WatchEvent::Changed(hints @ ChangeHints::Paths(_)) = next else {
        panic!("{next:?}");
    };
    it.sources.refresh(&hints);
    it.settle();
}

#[test]
fn a_watch_needs_a_folder() {
    assert!(Watch::new(Path::new("/no/such/folder"), WatchMode::Events, &[]).is_err());
}
