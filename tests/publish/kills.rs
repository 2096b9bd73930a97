//! Publishing that is killed, or that runs out of room: the folder holds one whole site or the other.
//!
//! The tests run this same binary again as a child that does nothing but publish.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use raccordo::base::output::{Output, OutputContent, OutputPath};
use raccordo::site::publish::{MANIFEST, Publisher, Update};

use crate::site::publish;

const OUT: &str = "PUBLISH_INTO";
const READY: &str = "ready to be killed";
const PUBLISHED: &str = "published";
/// In case nobody kills the child.
const WITHOUT_A_KILL: Duration = Duration::from_secs(60);
const BIG: usize = 3_000_000;

#[test]
fn a_kill_at_any_moment_leaves_one_whole_site() {
    survives("kills::child_publishes_without_end");
}

#[test]
fn a_kill_at_any_moment_of_an_update_leaves_one_whole_site() {
    survives("kills::child_updates_without_end");
}

fn survives(child_test: &str) {
    let root = crate::temporary_folder();
    let out = root.path().join("out");
    let moment = time_of_a_publication(&out);
    let mut seen = [0_usize; 3];
    for kill in 0..40 {
        // Every now and then from nothing: then no site at all is right, too.
        if kill % 8 == 0 {
            let _ = fs::remove_dir_all(&out);
            let _ = fs::remove_dir_all(root.path().join(".out.raccordo"));
        } else if kill % 8 == 1 && !out.exists() {
            publish(&out, &site(0)).unwrap();
        }
        let may_be_missing = !out.exists();
        // Counted in publications, and not in time, of which a busy machine needs more.
        let mut child = Publishing::start(child_test, &out);
        let mut kill_at = None;
        while kill_at.is_none_or(|at| Instant::now() < at) {
            // A gap between two renames is too short to be hit by a kill, not to be seen.
            assert!(may_be_missing || out.exists(), "no site for a moment");
            if kill_at.is_none() && child.count() >= kill % 5 {
                kill_at = Some(Instant::now() + moment.mul_f64(random()));
            }
        }
        child.kill();
        match which(&out) {
            Some(number) => seen[number] += 1,
            None if may_be_missing && !out.exists() => seen[2] += 1,
            None => panic!("neither site after kill {kill}"),
        }
    }
    assert!(seen[0] > 0 && seen[1] > 0, "always the same site: {seen:?}");
    // And the next build carries on.
    publish(&out, &site(0)).unwrap();
    assert_eq!(which(&out), Some(0));
    publish(&out, &site(1)).unwrap();
    assert_eq!(which(&out), Some(1));
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    // A limit on the size of a file stands for the disk: writing fails half-way, with the same result
    // for the writer. With the signal left at its default, the process is killed in the middle of the write.
    for (ignore_signal, exit) in [("trap '' XFSZ;", Some(0)), ("", None)] {
        let root = crate::temporary_folder();
        let out = root.path().join("out");
        publish(&out, &site(0)).unwrap();
        let status = Command::new("sh")
            .arg("-c")
            .arg(format!("{ignore_signal} ulimit -f 1000; exec \"$@\""))
            .arg("sh")
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "kills::child_has_no_room", "--nocapture"])
            .env(OUT, &out)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.code(), exit);
        assert_eq!(which(&out), Some(0));
        publish(&out, &site(1)).unwrap();
        assert_eq!(which(&out), Some(1));
    }
}

#[test]
fn child_publishes_without_end() {
    let Ok(out) = std::env::var(OUT) else { return };
    let sites = [site(0), site(1)];
    println!("\n{READY}");
    let start = Instant::now();
    while start.elapsed() < WITHOUT_A_KILL {
        for site in sites.iter().rev() {
            publish(Path::new(&out), site).unwrap();
            println!("{PUBLISHED}");
        }
    }
}

#[test]
fn child_updates_without_end() {
    let Ok(out) = std::env::var(OUT) else { return };
    let update = |from: usize, to: usize| {
        let is_in =
            |site: &[Output], file: &Output| site.iter().any(|other| other.path == file.path);
        let (from, to) = (site(from), site(to));
        let removed = from.iter().filter(|file| !is_in(&to, file));
        Update {
            whole: false,
            removed: removed.map(|file| file.path.clone()).collect(),
            // Those that stay the same are not even named.
            put: to
                .iter()
                .filter(|file| !file.path.as_str().starts_with("same"))
                .cloned()
                .collect(),
        }
    };
    let updates = [update(0, 1), update(1, 0)];
    println!("\n{READY}");
    let start = Instant::now();
    let mut publisher = Publisher::open(Path::new(&out)).unwrap();
    publisher.publish(Update::whole(site(0))).unwrap();
    println!("{PUBLISHED}");
    while start.elapsed() < WITHOUT_A_KILL {
        for update in &updates {
            publisher.publish(update.clone()).unwrap();
            println!("{PUBLISHED}");
        }
    }
}

#[test]
fn child_has_no_room() {
    let Ok(out) = std::env::var(OUT) else { return };
    let mut site = site(1);
    site.push(Output::of(OutputPath::file("big"), vec![7; BIG]));
    let error = publish(Path::new(&out), &site).unwrap_err();
    assert!(
        format!("{error:?}").starts_with("Io { action: Create, "),
        "{error:?}"
    );
}

/// A child that publishes, and says so each time.
struct Publishing {
    child: Child,
    said: mpsc::Receiver<()>,
    count: usize,
}

impl Publishing {
    /// A child that is about to publish.
    fn start(test: &str, out: &Path) -> Publishing {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(OUT, out)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map_while(Result::ok);
        assert!(lines.any(|line| line == READY));
        let (say, said) = mpsc::channel();
        std::thread::spawn(move || {
            for _ in lines.filter(|line| line == PUBLISHED) {
                let _ = say.send(());
            }
        });
        let count = 0;
        Publishing { child, said, count }
    }

    /// How many sites it has published until now.
    fn count(&mut self) -> usize {
        match self.said.try_recv() {
            Ok(()) => self.count += 1,
            Err(mpsc::TryRecvError::Empty) => {}
            Err(mpsc::TryRecvError::Disconnected) => panic!("the child has ended"),
        }
        self.count
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// How long it takes to publish one site over the other.
fn time_of_a_publication(out: &Path) -> Duration {
    publish(out, &site(1)).unwrap();
    let start = Instant::now();
    publish(out, &site(0)).unwrap();
    start.elapsed()
}

/// Two sites of some 300 files: a third is the same in both, a third differs, a third is in one only.
fn site(number: usize) -> Vec<Output> {
    (0..300)
        .map(|file| {
            let (path, text) = match file % 3 {
                0 => (format!("same/{file}/index.html"), format!("{file} ")),
                1 => (
                    format!("both/{file}/index.html"),
                    format!("{file} of {number} "),
                ),
                _ => (
                    format!("only-{number}/{file}/index.html"),
                    format!("{file} "),
                ),
            };
            Output::of(OutputPath::file(&path), text.repeat(200).into_bytes())
        })
        .collect()
}

/// Which site is there, by the bytes of every file and by the manifest.
fn which(out: &Path) -> Option<usize> {
    let mut there: BTreeMap<String, Vec<u8>> = walkdir::WalkDir::new(out)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let path = entry.path().strip_prefix(out).unwrap().to_str().unwrap();
            (path.to_owned(), fs::read(entry.path()).unwrap())
        })
        .collect();
    let manifest = String::from_utf8(there.remove(MANIFEST)?).unwrap();
    (0..2).find(|number| {
        let site = site(*number);
        let mut lines: Vec<&str> = site.iter().map(|file| file.path.as_str()).collect();
        lines.sort();
        let bytes = |file: &Output| match &file.content {
            OutputContent::Bytes(bytes) => bytes.to_vec(),
            _ => Vec::new(),
        };
        let files: BTreeMap<String, Vec<u8>> = site
            .iter()
            .map(|file| (file.path.to_string(), bytes(file)))
            .collect();
        files == there && manifest.lines().skip(1).eq(lines)
    })
}

/// From 0 to 1.
fn random() -> f64 {
    let number = std::hash::RandomState::new().build_hasher().finish();
    f64::from(u32::try_from(number >> 32).unwrap()) / f64::from(u32::MAX)
}
