//! Visitors who come while updates are published see one whole site or the next, never a mixture.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use raccordo::base::output::{Output, OutputPath};
use raccordo::site::publish::{MANIFEST, Publisher, Update};
use rustix::fs::{Mode, OFlags, open, openat};

const ROUNDS: usize = 300;

#[test]
fn at_every_instant_the_site_is_whole() {
    let root = crate::temporary_folder();
    let out = root.path().join("out");
    let mut publisher = Publisher::open(&out).unwrap();
    publisher.publish(whole(0)).unwrap();
    let started = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| visits(&out, &started));
        for round in 1..=ROUNDS {
            started.store(round, SeqCst);
            let update = match round % 50 {
                0 => whole(round),
                _ => Update {
                    whole: false,
                    put: changing(round),
                    removed: vec![only(round - 1)],
                },
            };
            publisher.publish(update).unwrap();
            std::thread::sleep(Duration::from_millis(1));
        }
        started.store(ROUNDS + 1, SeqCst);
        let seen = reader.join().unwrap();
        assert!(seen.len() > ROUNDS / 10, "too few visits: {}", seen.len());
    });
}

/// Visits until all is over. Which rounds were seen.
fn visits(out: &Path, started: &AtomicUsize) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    loop {
        let before = started.load(SeqCst);
        // There is a folder at every instant. It is this one even after it was swapped away.
        let folder = open(out, OFlags::DIRECTORY, Mode::empty()).unwrap();
        let read = |path: &str| {
            let file = openat(&folder, path, OFlags::RDONLY, Mode::empty()).ok()?;
            std::io::read_to_string(fs::File::from(file)).ok()
        };
        let pages = (0..5).map(|page| read(&format!("changing/{page}/index.html")));
        let pages: BTreeSet<Option<String>> = pages.collect();
        let still = (0..20).all(|page| read(&format!("still/{page}/index.html")).is_some());
        let manifest = read(MANIFEST).unwrap_or_default();
        let alone: Vec<usize> = (before.saturating_sub(1)..=before)
            .filter(|round| read(only(*round).as_str()).is_some())
            .collect();
        match started.load(SeqCst) {
            over if over > ROUNDS => return seen,
            // Else the folder may be the spare one again, and be worked on.
            after if after == before => {
                let [round] = alone[..] else {
                    panic!("in round {before}: {alone:?}");
                };
                assert_eq!(pages, BTreeSet::from([Some(round.to_string())]));
                assert!(still && manifest.contains(only(round).as_str()));
                seen.insert(round);
            }
            _ => {}
        }
    }
}

fn whole(round: usize) -> Update {
    let still = (0..20).map(|page| output(&format!("still/{page}/index.html"), "still"));
    Update::whole(changing(round).into_iter().chain(still).collect())
}

fn changing(round: usize) -> Vec<Output> {
    let text = round.to_string();
    let pages = (0..5).map(|page| output(&format!("changing/{page}/index.html"), &text));
    pages.chain([output(only(round).as_str(), &text)]).collect()
}

/// A file that is in the site of this round only.
fn only(round: usize) -> OutputPath {
    OutputPath::file(&format!("only-{round}/index.html"))
}

fn output(path: &str, text: &str) -> Output {
    Output::of(OutputPath::file(path), text.as_bytes().to_vec())
}
