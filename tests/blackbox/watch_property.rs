//! Whatever is done on disk while `raccordo watch` runs, the output folder is what a build would make.

use std::fs;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::fixtures::{Files, full_files};
use crate::process::{
    FolderContent, Fresh, Place, Process, built, differing, fresh, read_folder, try_read_folder,
    write,
};
use crate::proptest_config::cases;
use crate::random_edits::{Edit, apply_edit, edit};

/// How a program saves a file.
#[derive(Clone, Copy, Debug)]
enum Saving {
    /// It truncates the file and writes it.
    Truncating,
    /// It writes a file beside it and renames that one, as `sed -i` does.
    Atomic,
    /// The same with a hidden file.
    Hidden,
    /// It renames the old file, writes a new one and deletes the old one, as vim does.
    Backup,
}

fn saving() -> impl Strategy<Value = Saving> {
    prop::sample::select(vec![
        Saving::Truncating,
        Saving::Atomic,
        Saving::Hidden,
        Saving::Backup,
    ])
}

type Burst = Vec<(Edit, Saving)>;

fn bursts(count: usize) -> impl Strategy<Value = Vec<Burst>> {
    prop::collection::vec(prop::collection::vec((edit(), saving()), 1..6), count)
}

/// A site on disk that is edited, and every state that it has had since its last good build.
struct EditedFolder {
    place: Place,
    first: Files,
    files: Files,
    states: Vec<Files>,
}

impl EditedFolder {
    fn new() -> EditedFolder {
        let first = full_files();
        EditedFolder {
            place: Place::new(&first),
            files: first.clone(),
            first,
            states: Vec::new(),
        }
    }

    /// Does an edit with real files.
    fn apply(&mut self, edit: &Edit, saving: Saving) {
        let mut after = self.files.clone();
        apply_edit(&mut after, &self.first, edit);
        if let Edit::MoveFolder(from, to) = edit {
            let (from_there, to_there) = (self.place.at(from), self.place.at(to));
            if from_there.is_dir() && !to_there.exists() {
                fs::rename(from_there, to_there).unwrap();
                self.files = after;
                self.states.push(self.files.clone());
                return;
            }
        }
        let changed = after
            .iter()
            .filter(|(path, bytes)| self.files.get(*path) != Some(*bytes));
        let changed: Vec<_> = changed
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect();
        let mut gone: Vec<String> = self.files.keys().cloned().collect();
        gone.retain(|path| !after.contains_key(path));
        for (path, bytes) in changed {
            match gone.iter().position(|it| self.files[it] == bytes) {
                Some(at) => self.rename(&gone.swap_remove(at), &path),
                None => self.save(&path, bytes, saving),
            }
        }
        for path in gone {
            fs::remove_file(self.place.at(&path)).unwrap();
            self.files.remove(&path);
            self.states.push(self.files.clone());
        }
    }

    fn rename(&mut self, from: &str, to: &str) {
        let goal = self.place.at(to);
        fs::create_dir_all(goal.parent().unwrap()).unwrap();
        fs::rename(self.place.at(from), goal).unwrap();
        let bytes = self.files.remove(from).unwrap();
        self.note(to, bytes);
    }

    fn save(&mut self, path: &str, bytes: Vec<u8>, saving: Saving) {
        let file = self.place.at(path);
        let beside = |name: &str| match path.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{name}"),
            None => name.to_owned(),
        };
        match saving {
            Saving::Truncating => write(&file, &bytes),
            Saving::Atomic => {
                let other = beside("sedX1y2Z3");
                write(&self.place.at(&other), &bytes);
                self.note(&other, bytes.clone());
                fs::rename(self.place.at(&other), file).unwrap();
                self.files.remove(&other);
            }
            Saving::Hidden => {
                let other = self.place.at(&beside(".#saving"));
                write(&other, &bytes);
                fs::rename(other, file).unwrap();
            }
            Saving::Backup => {
                let kept = self.place.at(&format!("{path}~"));
                let was_there = fs::rename(&file, &kept).is_ok();
                if was_there {
                    self.files.remove(path);
                    self.states.push(self.files.clone());
                }
                write(&file, &bytes);
                if was_there {
                    fs::remove_file(kept).unwrap();
                }
            }
        }
        self.note(path, bytes);
    }

    fn note(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes);
        self.states.push(self.files.clone());
    }

    /// Whether this is the site of one of those states, published before the error came.
    fn is_intermediate_site(&self, site: &FolderContent) -> bool {
        let states = self.states.iter().rev();
        states
            .filter_map(|files| fresh(files).built)
            .any(|it| it == *site)
    }
}

/// The last line on standard output: the report of the last turn as JSON.
fn last_report(process: &Process) -> String {
    let all = process.stdout();
    all.lines()
        .last()
        .map(|line| format!("{line}\n"))
        .unwrap_or_default()
}

/// Waits until the report and the output folder are those of a build.
fn settles(process: &mut Process, folder: &mut EditedFolder, site: &mut FolderContent) {
    let Fresh { built, findings } = fresh(&folder.files);
    let out = folder.place.out();
    match built {
        Some(wanted) => {
            process.until("the site is fresh", |it| {
                let now = try_read_folder(&out)?;
                (now == wanted && last_report(it) == findings).then_some(())
            });
            *site = wanted;
            folder.states = vec![folder.files.clone()];
        }
        None => {
            process.until(&findings, |it| (last_report(it) == findings).then_some(()));
            let now = process.until("the site is whole", |_| try_read_folder(&out));
            if now != *site {
                let differing = differing(&now, site);
                assert!(
                    folder.is_intermediate_site(&now),
                    "neither before nor between: {differing:?}"
                );
                *site = now;
            }
        }
    }
}

fn watched_is_fresh(bursts: &[Burst], more: &[&str]) {
    let mut folder = EditedFolder::new();
    let args: Vec<&str> = ["watch", "--format", "json"]
        .iter()
        .chain(more)
        .copied()
        .collect();
    let mut process = folder.place.start(&args);
    process.says("Watching");
    let mut site = FolderContent::new();
    settles(&mut process, &mut folder, &mut site);
    for burst in bursts {
        for (edit, saving) in burst {
            folder.apply(edit, *saving);
        }
        settles(&mut process, &mut folder, &mut site);
    }
    process.end("KILL");
    let Fresh { built: wanted, .. } = fresh(&folder.files);
    let after = built(&folder.place.root(), &folder.place.out());
    let now = read_folder(&folder.place.out());
    match wanted {
        Some(wanted) => assert!(now == wanted, "{:?}", differing(&now, &wanted)),
        None => assert!(after.built.is_none() && now == site),
    }
}

/// Tries random sequences. proptest must not shrink them: each try runs a process.
fn try_out(usual: u32, count: usize, more: &[&str]) {
    let mut runner = TestRunner::new(ProptestConfig {
        max_shrink_iters: 0,
        ..cases(usual)
    });
    let tried = runner.run(&bursts(count), |bursts| {
        watched_is_fresh(&bursts, more);
        Ok(())
    });
    tried.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn random_edits_give_the_site_of_a_build() {
    try_out(8, 4, &[]);
}

#[test]
fn random_edits_found_by_polling_give_the_site_of_a_build() {
    try_out(1, 3, &["--poll", "50"]);
}
