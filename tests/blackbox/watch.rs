//! `raccordo watch`: examples of edits, errors and interruptions.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::fixtures::full_files;
use crate::process::{Place, Process, built, program, read_folder, try_read_folder, write};
use crate::timings::parsed_texts;

const PAGE: &str = "content/consulta.md";

/// A watch of the full site that has built it once.
fn watch() -> (Place, Process) {
    let place = Place::new(&full_files());
    let mut process = place.start(&["watch"]);
    process.says("Watching");
    (place, process)
}

#[test]
fn one_program_writes_at_a_time_and_ctrl_c_ends_it() {
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
fn a_watch_resumes_where_the_last_one_ended() {
    let (place, mut process) = watch();
    place.is_fresh(&mut process);
    process.end("INT");
    // Whether most texts were not parsed again when it started.
    let is_resumed = |process: &mut Process| {
        process.says("Stage ");
        process.says("Watching");
        parsed_texts(&process.stderr()) < 10
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
        assert!(is_resumed(&mut process), "{}", process.stderr());
        // One edit before the start and one after it.
        place.replace("content/consulta.md", "title: ", "title: A");
        place.is_fresh(&mut process);
        process.end("INT");
    }
    place.replace("content/orari.md", "title: ", "titolo: ");
    let mut process = place.start(&["watch", "--timings"]);
    process.says("titolo");
    process.says("Watching");
    let said = process.stderr();
    assert!(
        !said.contains("Stage "),
        "a turn that failed has no table of stages"
    );
    place.replace("content/orari.md", "titolo: ", "title: ");
    place.is_fresh(&mut process);
    process.end("KILL");
    // A build publishes the site meanwhile.
    built(&place.root(), &place.out());
    let mut process = place.start(&["watch", "--timings"]);
    place.is_fresh(&mut process);
    assert!(is_resumed(&mut process), "{}", process.stderr());
}

#[test]
fn no_error_ends_the_watch() {
    let (place, mut process) = watch();
    let files = full_files();
    let broken: &[(&str, &[u8])] = &[
        ("site.toml", b"[["),
        ("site.toml", b"title = \"A\"\ntheme = \"nessuno\"\n"),
        ("themes/mini/templates/page.html", b"{{ page. }}"),
        ("themes/mini/theme.toml", b"\xff"),
        (PAGE, b"---\ntitle: [\n---\n"),
    ];
    for (path, bytes) in broken {
        let site = read_folder(&place.out());
        write(&place.at(path), bytes);
        process.says_next("the site stays as it was");
        assert!(read_folder(&place.out()) == site, "{path}");
        write(&place.at(path), &files[*path]);
        process.says_next("No more errors.");
    }
    let elsewhere = place.at("../elsewhere");
    for gone in ["site.toml", "themes/mini", "themes", "content"] {
        let site = read_folder(&place.out());
        fs::rename(place.at(gone), &elsewhere).unwrap();
        process.says_next("the site stays as it was");
        assert!(read_folder(&place.out()) == site, "{gone}");
        fs::rename(&elsewhere, place.at(gone)).unwrap();
        process.says_next("No more errors.");
        assert!(read_folder(&place.out()) == site, "{gone}");
    }
    // Removed file by file: the rest may be a site for a moment.
    for gone in ["themes/mini", "content"] {
        // The watch may see several steps and print each.
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
fn a_removed_output_folder_is_published_again() {
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
fn what_is_removed_from_the_output_folder_comes_back_after_any_save() {
    let (place, mut process) = watch();
    let text = fs::read(place.at(PAGE)).unwrap();
    for removed in [
        "index.html",
        "consulta/index.html",
        ".raccordo-manifest",
        "",
    ] {
        let path = place.out().join(removed);
        match removed {
            "" => fs::remove_dir_all(place.out()).unwrap(),
            _ => fs::remove_file(path).unwrap(),
        }
        // A save that changes no bytes.
        write(&place.at(PAGE), &text);
        place.is_fresh(&mut process);
    }
    said_no_errors(&process);
}

#[test]
fn a_foreign_file_in_the_output_folder_stays() {
    let (place, mut process) = watch();
    write(&place.out().join("CNAME"), b"consulte.example");
    for word in ["opera", "agisce", "siede"] {
        let text = fs::read_to_string(place.at(PAGE)).unwrap();
        write(&place.at(PAGE), format!("{text}\n{word}\n").as_bytes());
        let mut wanted = place.fresh().built.unwrap();
        wanted.insert("CNAME".to_owned(), b"consulte.example".to_vec());
        process.until("the site and what was put there", |_| {
            (try_read_folder(&place.out())? == wanted).then_some(())
        });
    }
    // A foreign file deep among the pages is brought back when the watch has time, or at its end.
    let deep = "consulta/mio.txt";
    write(&place.out().join(deep), b"mio");
    place.replace(PAGE, "La consulta lavora", "La consulta siede");
    process.until("the new page", |_| {
        let page = fs::read_to_string(place.out().join("consulta/index.html")).ok()?;
        page.contains("La consulta siede").then_some(())
    });
    process.end("INT");
    assert_eq!(read_folder(&place.out())[deep], b"mio");
}

#[test]
fn files_that_come_and_go_cause_no_errors() {
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
fn each_finding_is_printed_once() {
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
    let mut files = full_files();
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
    place.replace("site.toml", "title = \"Consulte", "title == \"Consulte");
    process.says_next("error[toml-syntax]");
    process.says_next("site.toml: one error");
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
fn branches_and_commits_are_followed() {
    let mut files = full_files();
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
    place.replace("themes/mini/theme.toml", "tavoli", "gruppi");
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
