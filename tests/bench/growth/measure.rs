//! Runs the program on each kind at each size.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use tempfile::TempDir;

use super::{Kind, kinds};
use crate::measure::child::peak_of;
use crate::measure::{Done, Fallible, ms, table};

/// How often a program is looked at.
const LOOK: Duration = Duration::from_millis(2);

/// What is measured.
pub struct Asked {
    /// So many, in ascending order.
    pub numbers: Vec<usize>,
    /// The kinds whose names have one of these in them; if there are none, all.
    pub names: Vec<String>,
    /// How long a program may take, in seconds.
    pub limit: u64,
    /// The folder in which sites are made.
    pub within: PathBuf,
}

/// The runs on a site, each as the arguments of the program.
const RUNS: [(&str, &[&str]); 6] = [
    ("check", &["check", "--format", "json"]),
    ("human", &["check", "--all"]),
    ("github", &["check", "--format", "github"]),
    ("sarif", &["check", "--format", "sarif"]),
    ("build", &["build"]),
    ("again", &["build"]),
];

/// What came of a run.
#[derive(Clone, Copy)]
struct Run {
    time: f64,
    peak: f64,
    end: End,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Good,
    Faulty,
    Crashed,
    Late,
}

/// Measures each kind at each size, and prints a line for each: the time of each run at the largest size, and the
/// exponent by which it grew from the size before.
pub fn print(asked: &Asked) -> Done {
    let mut rows = Vec::new();
    let is_asked = |kind: &&Kind| {
        asked.names.is_empty() || asked.names.iter().any(|name| kind.name.contains(name))
    };
    for kind in kinds().filter(is_asked) {
        let row = measure(kind, asked)?;
        eprintln!("{}", row.join(" | "));
        rows.push(row);
    }
    let mut head = vec!["kind", "bytes"];
    head.extend(RUNS.iter().map(|(name, _)| *name));
    head.push("peak ÷ bytes");
    println!("{}", table::markdown(&head, &rows));
    Ok(())
}

fn measure(kind: &Kind, asked: &Asked) -> Fallible<Vec<String>> {
    let mut before: Option<(usize, Vec<Run>)> = None;
    let mut row = Vec::new();
    for number in &asked.numbers {
        let files = (kind.site)(*number);
        let bytes = files.bytes();
        let folder = TempDir::with_prefix_in("growth-", &asked.within)?;
        files.write(folder.path())?;
        let mut runs = Vec::new();
        for (_, arguments) in RUNS {
            runs.push(run(arguments, folder.path(), asked.limit)?);
        }
        row = vec![kind.name.to_owned(), bytes.to_string()];
        let cells = runs.iter().enumerate().map(|(index, run)| {
            let known = before
                .as_ref()
                .and_then(|(few, runs)| Some((*few, runs.get(index)?)));
            cell(run, known, *number)
        });
        row.extend(cells);
        let peak = runs.iter().map(|run| run.peak).fold(0.0, f64::max);
        row.push(format!(
            "{:.1}",
            peak * 1024.0 * 1024.0 / bytes.max(1) as f64
        ));
        if runs.iter().any(|run| run.end == End::Late) {
            break;
        }
        before = Some((*number, runs));
    }
    Ok(row)
}

fn cell(run: &Run, before: Option<(usize, &Run)>, number: usize) -> String {
    let mark = match run.end {
        End::Good => "",
        End::Faulty => " !",
        End::Crashed => " CRASHED",
        End::Late => " LATE",
    };
    let exponent = before.map_or(String::new(), |(few, before)| {
        let exponent = (run.time / before.time).ln() / (number as f64 / few as f64).ln();
        format!(" ({exponent:.1})")
    });
    format!("{}{exponent}{mark}", table::ms(run.time))
}

/// Runs the program, until it ends or the limit is over.
fn run(arguments: &[&str], root: &Path, limit: u64) -> Fallible<Run> {
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_raccordo"))
        .args(arguments)
        .args(["--as-of", crate::generate::AS_OF, "--root"])
        .arg(root)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    let end = loop {
        if let Some(status) = child.try_wait()? {
            break match status.code() {
                Some(0) => End::Good,
                Some(1) => End::Faulty,
                _ => End::Crashed,
            };
        }
        if started.elapsed() > Duration::from_secs(limit) {
            child.kill()?;
            child.wait()?;
            break End::Late;
        }
        let now = fs::read_to_string(&status).ok();
        peak = now.and_then(|it| peak_of(&it)).or(peak);
        thread::sleep(LOOK);
    };
    let time = ms(started.elapsed());
    Ok(Run {
        time,
        peak: peak.unwrap_or_default(),
        end,
    })
}
