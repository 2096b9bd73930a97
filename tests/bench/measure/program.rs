//! Whole programs, from their start to their exit.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{Done, Fallible, THREADS, ms};
use crate::generate::AS_OF;

/// How often the memory of a program is looked at. The peak that the system keeps never sinks, so only what a
/// program takes in its last moment can be missed.
const LOOK: Duration = Duration::from_millis(3);

/// A run of a program.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// From its start to its exit, in milliseconds.
    pub time: f64,
    /// The most memory that it held at any time, in MiB, where the system says so.
    pub peak: Option<f64>,
}

/// `raccordo build`, as it is typed.
pub fn build(root: &Path, out: &Path) -> Fallible<Run> {
    raccordo("build", root, &["--out".as_ref(), out.as_os_str()])
}

/// `raccordo check`, as it is typed.
pub fn check(root: &Path) -> Fallible<Run> {
    raccordo("check", root, &[])
}

fn raccordo(command: &str, root: &Path, more: &[&OsStr]) -> Fallible<Run> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_raccordo"));
    program.args([
        command,
        "--as-of",
        AS_OF,
        "--jobs",
        &THREADS.to_string(),
        "--root",
    ]);
    run(program.arg(root).args(more))
}

/// `hugo`, from nothing: neither its output nor what it keeps is there.
pub fn hugo(root: &Path, out: &Path, cache: &Path) -> Fallible<Run> {
    for folder in [out, cache, &root.join("resources")] {
        remove(folder)?;
    }
    let mut program = Command::new("hugo");
    program
        .args(["--quiet", "--source"])
        .arg(root)
        .arg("--destination")
        .arg(out);
    run(program
        .arg("--cacheDir")
        .arg(cache)
        .env("GOMAXPROCS", THREADS.to_string()))
}

/// `pagefind`, into a folder beside the site.
pub fn pagefind(site: &Path, index: &Path) -> Fallible<Run> {
    remove(index)?;
    let mut program = Command::new("pagefind");
    program
        .arg("--site")
        .arg(site)
        .arg("--output-path")
        .arg(index);
    run(program.env("RAYON_NUM_THREADS", THREADS.to_string()))
}

/// What a program says of its version, if it is there.
pub fn version(name: &str, argument: &str) -> Option<String> {
    let said = Command::new(name).arg(argument).output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    let words = said
        .split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    Some(words.split('+').next()?.to_owned())
}

/// Removes a folder if it is there.
pub fn remove(folder: &Path) -> Done {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn run(command: &mut Command) -> Fallible<Run> {
    let started = Instant::now();
    let child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let (id, ended) = (child.id(), AtomicBool::new(false));
    thread::scope(|scope| {
        let watching = scope.spawn(|| peak_until(id, &ended));
        let output = child.wait_with_output();
        let time = ms(started.elapsed());
        ended.store(true, Ordering::Release);
        let peak = watching.join().unwrap_or_default();
        let output = output?;
        if output.status.success() {
            return Ok(Run { time, peak });
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let said: Vec<&str> = said.lines().take(20).collect();
        Err(format!("{command:?} has failed:\n{}", said.join("\n")).into())
    })
}

fn peak_until(id: u32, ended: &AtomicBool) -> Option<f64> {
    let status = format!("/proc/{id}/status");
    let mut peak = None;
    while !ended.load(Ordering::Acquire) {
        let now = fs::read_to_string(&status)
            .ok()
            .and_then(|it| super::child::peak_of(&it));
        peak = now.or(peak);
        thread::sleep(LOOK);
    }
    peak
}
