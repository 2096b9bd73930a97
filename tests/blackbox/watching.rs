//! `raccordo watch`, the real one: whatever is done on disk, the folder is what a build would make.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::edits::{Edit, Files, act, edit, first};
use crate::many::cases;
use crate::process::{
    Everything, Fresh, Place, Process, built, differing, everything, fresh, program, whole, write,
};

/// How a program saves a file.
#[derive(Clone, Copy, Debug)]
enum Saving {
    /// It empties the file and writes it.
    Truncating,
    /// It writes another beside it, which takes its place, as `sed -i` does.
    Atomic,
    /// The same, with a hidden one.
    Hidden,
    /// It moves the file away, writes another, and deletes the one before, as vim does.
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

/// A site on disk that is edited, and every state that somebody may have seen since all was well.
struct Desk {
    place: Place,
    first: Files,
    files: Files,
    states: Vec<Files>,
}

impl Desk {
    fn new() -> Desk {
        let first = first();
        Desk {
            place: Place::new(&first),
            files: first.clone(),
            first,
            states: Vec::new(),
        }
    }

    /// Does an edit with real files.
    fn act(&mut self, edit: &Edit, saving: Saving) {
        let mut after = self.files.clone();
        act(&mut after, &self.first, edit);
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

    /// Whether this is the site of one of the states in between, which was published before an error came.
    fn was_between(&self, site: &Everything) -> bool {
        let states = self.states.iter().rev();
        states
            .filter_map(|files| fresh(files).built)
            .any(|it| it == *site)
    }
}

/// The last report for programs.
fn last_report(process: &Process) -> String {
    let all = process.stdout();
    all.lines()
        .last()
        .map(|line| format!("{line}\n"))
        .unwrap_or_default()
}

/// Waits until the process has said and done what a build says and does.
fn settles(process: &mut Process, desk: &mut Desk, site: &mut Everything) {
    let Fresh { built, findings } = fresh(&desk.files);
    let out = desk.place.out();
    match built {
        Some(wanted) => {
            process.until("the site is fresh", |it| {
                let now = whole(&out)?;
                (now == wanted && last_report(it) == findings).then_some(())
            });
            *site = wanted;
            desk.states = vec![desk.files.clone()];
        }
        None => {
            process.until(&findings, |it| (last_report(it) == findings).then_some(()));
            let now = process.until("the site is whole", |_| whole(&out));
            if now != *site {
                let differing = differing(&now, site);
                assert!(
                    desk.was_between(&now),
                    "neither before nor between: {differing:?}"
                );
                *site = now;
            }
        }
    }
}

fn watched_is_fresh(bursts: &[Burst], more: &[&str]) {
    let mut desk = Desk::new();
    let args: Vec<&str> = ["watch", "--format", "json"]
        .iter()
        .chain(more)
        .copied()
        .collect();
    let mut process = desk.place.start(&args);
    process.says("Watching");
    let mut site = Everything::new();
    settles(&mut process, &mut desk, &mut site);
    for burst in bursts {
        for (edit, saving) in burst {
            desk.act(edit, *saving);
        }
        settles(&mut process, &mut desk, &mut site);
    }
    process.end("KILL");
    let Fresh { built: wanted, .. } = fresh(&desk.files);
    let after = built(&desk.place.root(), &desk.place.out());
    let now = everything(&desk.place.out());
    match wanted {
        Some(wanted) => assert!(now == wanted, "{:?}", differing(&now, &wanted)),
        None => assert!(after.built.is_none() && now == site),
    }
}

/// Tries some sequences. They are not made smaller: each try takes a process and its time.
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
fn watched_is_fresh_whatever_is_done() {
    try_out(8, 4, &[]);
}

#[test]
fn watched_without_events_is_fresh_too() {
    try_out(1, 3, &["--poll", "50"]);
}

const PAGE: &str = "content/consulta.md";

/// A watch of the site with everything, ready.
fn watch() -> (Place, Process) {
    let place = Place::new(&first());
    let mut process = place.start(&["watch"]);
    process.says("Watching");
    (place, process)
}

#[test]
fn one_at_a_time_and_ctrl_c_ends_it() {
    let (place, mut process) = watch();
    for other in ["build", "watch"] {
        let other = program(&[other], &place.root(), &place.out())
            .output()
            .unwrap();
        let said = String::from_utf8(other.stderr).unwrap();
        assert_eq!(other.status.code(), Some(2), "{said}");
        assert!(said.contains("Another build is writing to"), "{said}");
    }
    place.replace(PAGE, "lavora", "opera");
    place.is_fresh(&mut process);
    let (status, time) = process.end("INT");
    assert_eq!(status.code(), Some(0), "{}", process.stderr());
    assert!(time < Duration::from_secs(1), "{time:?}");
    place.replace(PAGE, "opera", "lavora");
    let after = built(&place.root(), &place.out());
    assert!(after.built == place.fresh().built && after.built.is_some());
}

#[test]
fn it_goes_on_where_the_last_one_ended() {
    let (place, mut process) = watch();
    place.is_fresh(&mut process);
    process.end("INT");
    let recalls = |process: &Process| {
        let said = process.stderr();
        said.lines().any(|line| line.starts_with("recall"))
    };
    let edits = [
        ("content/orari.md", "title: ", "title: Nuovi, "),
        (
            "content/organizations.yaml",
            "Comune di Alba",
            "Città di Alba",
        ),
        ("content/orari.md", "title: Nuovi, ", "title: "),
    ];
    for (path, from, to) in edits {
        place.replace(path, from, to);
        let mut process = place.start(&["watch", "--timings"]);
        place.is_fresh(&mut process);
        process.says("recall");
        // Two in one: while it is away, and while it is there.
        place.replace("content/consulta.md", "title: ", "title: A");
        place.is_fresh(&mut process);
        process.end("INT");
    }
    place.replace("content/orari.md", "title: ", "titolo: ");
    let mut process = place.start(&["watch", "--timings"]);
    process.says("titolo");
    place.replace("content/orari.md", "titolo: ", "title: ");
    place.is_fresh(&mut process);
    assert!(!recalls(&process), "nothing is said of a turn that failed");
    process.end("KILL");
    // A build has made it meanwhile.
    built(&place.root(), &place.out());
    let mut process = place.start(&["watch", "--timings"]);
    place.is_fresh(&mut process);
    process.says("recall");
}

#[test]
fn nothing_that_breaks_ends_it() {
    let (place, mut process) = watch();
    let files = first();
    let broken: &[(&str, &[u8])] = &[
        ("site.toml", b"[["),
        ("site.toml", b"title = \"A\"\ntheme = \"nessuno\"\n"),
        ("themes/mini/templates/page.html", b"{{ page. }}"),
        ("themes/mini/theme.toml", b"\xff"),
        (PAGE, b"---\ntitle: [\n---\n"),
    ];
    for (path, bytes) in broken {
        let site = everything(&place.out());
        write(&place.at(path), bytes);
        process.says_next("the site stays as it was");
        assert!(everything(&place.out()) == site, "{path}");
        write(&place.at(path), &files[*path]);
        process.says_next("No more errors.");
    }
    let elsewhere = place.at("../elsewhere");
    for gone in ["site.toml", "themes/mini", "themes", "content"] {
        let site = everything(&place.out());
        fs::rename(place.at(gone), &elsewhere).unwrap();
        process.says_next("the site stays as it was");
        assert!(everything(&place.out()) == site, "{gone}");
        fs::rename(&elsewhere, place.at(gone)).unwrap();
        process.says_next("No more errors.");
        assert!(everything(&place.out()) == site, "{gone}");
    }
    // File by file: what is left may be a site for a moment.
    for gone in ["themes/mini", "content"] {
        // It may have been seen in several steps, each of which was said.
        process.has_been_heard();
        fs::remove_dir_all(place.at(gone)).unwrap();
        process.says_next("the site stays as it was");
        for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with(gone)) {
            write(&place.at(path), bytes);
        }
        process.says_next("No more errors.");
        place.is_fresh(&mut process);
    }
    place.replace(PAGE, "lavora", "opera");
    place.is_fresh(&mut process);
}

#[test]
fn a_lost_output_folder_comes_back_whole() {
    let (place, mut process) = watch();
    for work_too in [false, true] {
        fs::remove_dir_all(place.out()).unwrap();
        if work_too {
            fs::remove_dir_all(place.at(".public.raccordo")).unwrap();
        }
        let text = fs::read_to_string(place.at(PAGE)).unwrap();
        write(&place.at(PAGE), format!("{text}\nAncora.\n").as_bytes());
        place.is_fresh(&mut process);
    }
    said_no_errors(&process);
}

#[test]
fn a_file_put_into_the_output_folder_stays() {
    let (place, mut process) = watch();
    write(&place.out().join("CNAME"), b"consulte.example");
    for word in ["opera", "agisce", "siede"] {
        let text = fs::read_to_string(place.at(PAGE)).unwrap();
        write(&place.at(PAGE), format!("{text}\n{word}\n").as_bytes());
        let mut wanted = place.fresh().built.unwrap();
        wanted.insert("CNAME".to_owned(), b"consulte.example".to_vec());
        process.until("the site and what was put there", |_| {
            (whole(&place.out())? == wanted).then_some(())
        });
    }
    // Deep among the pages nobody looks while there is more to do.
    let deep = "consulta/mio.txt";
    write(&place.out().join(deep), b"mio");
    place.replace(PAGE, "La consulta lavora", "La consulta siede");
    process.until("the new page", |_| {
        let page = fs::read_to_string(place.out().join("consulta/index.html")).ok()?;
        page.contains("La consulta siede").then_some(())
    });
    process.end("INT");
    assert_eq!(everything(&place.out())[deep], b"mio");
}

#[test]
fn files_that_come_and_go_are_no_errors() {
    let (place, mut process) = watch();
    let picture = place.at("content/foto.png");
    let whole = fs::read(&picture).unwrap();
    for round in 0..60 {
        let other = place.at(&format!("content/sed{round}"));
        let after = format!("picture {round}").repeat(2000);
        write(&other, &[&whole[..], after.as_bytes()].concat());
        if round % 3 == 0 {
            std::thread::sleep(Duration::from_millis(round / 6));
        }
        fs::rename(other, &picture).unwrap();
    }
    place.is_fresh(&mut process);
    said_no_errors(&process);
}

#[test]
fn findings_are_said_once() {
    let (place, mut process) = watch();
    place.replace(PAGE, "summary: Riunisce i comuni della provincia.\n", "");
    process.says_next("warning[missing-summary]");
    process.says_next("; 2 warnings");
    place.replace(PAGE, "title: Consulta", "# Una nota.\ntitle: Consulta");
    process.says_next("content/consulta.md: ");
    place.replace(PAGE, "kind: coordination", "kind: coordinazione");
    process.says_next("error[unknown-value]");
    process.says_next("content/consulta.md: one error, the site stays as it was");
    place.replace(PAGE, "kind: coordinazione", "kind: coordination");
    process.says_next("No more errors. content/consulta.md: ");
    process.says_next("; 2 warnings");
    let said = process.stderr();
    for code in ["missing-summary", "expired-mandate", "unknown-value"] {
        assert_eq!(said.matches(&format!("[{code}]")).count(), 1, "{said}");
    }
}

#[test]
fn only_new_findings_are_reported_however_many_there_are() {
    let mut files = first();
    let page = |title: &str| format!("---\ntitle: {title}\nreviewed: 2026-10-01\n---\n");
    for number in 0..9 {
        let path = format!("content/note/nota-{number}.md");
        files.insert(path, page("Nota").into());
    }
    let place = Place::new(&files);
    let mut process = place.start(&["watch"]);
    process.says_next("… and 6 more of this kind; `--all` shows all");
    process.says_next("; 10 warnings");
    process.says_next("Watching");
    let reported = |process: &Process| process.stderr().matches("[missing-summary]").count();
    assert_eq!(reported(&process), 3, "{}", process.stderr());

    write(
        &place.at("content/note/nota-5.md"),
        page("Altra").as_bytes(),
    );
    process.says_next("content/note/nota-5.md: ");
    write(&place.at("content/note/altra.md"), page("Altra").as_bytes());
    process.says_next("warning[missing-summary]");
    process.says_next("content/note/altra.md:2:8");
    process.says_next("; 11 warnings");
    place.replace("site.toml", "title = ", "title == ");
    process.says_next("error[toml-syntax]");
    process.says_next("site.toml: 2 errors");
    place.replace("site.toml", "title == ", "title = ");
    process.says_next("No more errors. site.toml: ");
    process.says_next("; 11 warnings");
    assert_eq!(reported(&process), 4, "{}", process.stderr());
}

#[track_caller]
fn said_no_errors(process: &Process) {
    let said = process.stderr();
    assert!(!said.contains("error"), "{said}");
}

/// `git` on a day of November 2026.
fn git(root: &Path, day: u8, args: &[&str]) {
    let date = format!("2026-11-{day:02}T12:00:00Z");
    let output = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(args)
        .envs([("GIT_AUTHOR_DATE", &date), ("GIT_COMMITTER_DATE", &date)])
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?} {output:?}");
}

#[test]
fn other_branches_and_commits() {
    let mut files = first();
    let page = |number: usize, word: &str| {
        let text = format!(
            "---\ntitle: Pagina {number}\nsummary: Una di molte.\nreviewed: 2026-10-01\n---\n{word} [](ref:body/consulta).\n"
        );
        (
            format!("content/molte/{}/p{number}.md", number % 7),
            text.into_bytes(),
        )
    };
    files.extend((0..300).map(|number| page(number, "Uno")));
    let place = Place::new(&files);
    let root = place.root();
    let tracked = ["add", "content", "themes", "site.toml"];
    git(&root, 10, &["init", "-q", "-b", "uno"]);
    git(&root, 10, &tracked);
    git(&root, 10, &["commit", "-q", "-m", "uno"]);
    git(&root, 10, &["checkout", "-q", "-b", "due"]);
    (0..100).for_each(|number| fs::remove_file(place.at(&page(number, "").0)).unwrap());
    for (path, bytes) in (200..400).map(|number| page(number, "Due")) {
        write(&place.at(&path), &bytes);
    }
    fs::rename(place.at("content/tavoli"), place.at("content/gruppi")).unwrap();
    place.replace("content/cabina.md", "(tavoli/)", "(gruppi/)");
    git(&root, 10, &tracked);
    git(&root, 10, &["commit", "-q", "-m", "due"]);

    let mut process = place.start(&["watch"]);
    process.says("Watching");
    place.is_fresh(&mut process);
    for branch in ["uno", "due", "uno"] {
        git(&root, 10, &["checkout", "-q", branch]);
        place.is_fresh(&mut process);
    }
    let shown = || fs::read(place.out().join("molte/1/p1/index.html")).unwrap();
    write(&place.at(&page(1, "").0), &page(1, "Tre").1);
    place.is_fresh(&mut process);
    let before = shown();
    git(&root, 20, &["commit", "-q", "-a", "-m", "tre"]);
    place.is_fresh(&mut process);
    assert_ne!(shown(), before, "the day of the commit is not shown");
    said_no_errors(&process);
}
