//! The program `git`, run so that nothing but a git directory and some arguments decides what it does.
//!
//! It is the program and not a library, because nothing else reads all formats of repositories, and because a library
//! that reads most of them would be the largest dependency by far.
//!
//! A repository may come from anybody, and its configuration can name programs for git to run. So:
//!
//! - git never searches for a repository, and never takes one that lies in its way: it is always told which.
//! - The environment is empty, so neither hooks, users nor systems configure anything.
//! - Commands that read commits get a git directory that has no configuration but ours ([`Git::bare`]). From the
//!   repository they get the objects only, which are data.
//! - The one command that gets the repository itself, `rev-parse`, finds the commit that a name stands for. It runs no
//!   program, and of the objects it reads commits and tags only.
//!
//! Owners do not matter then, so git is not asked to refuse the repositories of other users.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The most bytes of a message of git that are read.
const MAX_MESSAGE: u64 = 4096;

/// The variables without which git, or the libraries that it needs, are not found on some systems; besides `PATH`.
const KEPT_VARIABLES: [&str; 3] = ["DEVELOPER_DIR", "LD_LIBRARY_PATH", "SystemRoot"];

/// The environment of git.
const ENVIRONMENT: [(&str, &str); 11] = [
    // No configuration of the system or a user.
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_ATTR_NOSYSTEM", "1"),
    // Nothing is written or fetched, nobody is asked.
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_ALLOW_PROTOCOL", "none"),
    ("GIT_TERMINAL_PROMPT", "0"),
    // Commits as they were made.
    ("GIT_NO_REPLACE_OBJECTS", "1"),
    ("GIT_GRAFT_FILE", "/dev/null"),
    // Paths and messages as they are.
    ("GIT_LITERAL_PATHSPECS", "1"),
    ("LC_ALL", "C"),
];

/// The reason why git gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// There is no program `git`.
    NotFound,
    /// It was silent for too long.
    Silent,
    /// It was not asked: the content is in a repository of its own, which is not that of the site.
    Elsewhere,
    /// It failed with this message, which may be empty.
    Failed(String),
}

impl From<io::Error> for NoAnswer {
    fn from(error: io::Error) -> NoAnswer {
        NoAnswer::Failed(error.to_string())
    }
}

/// The program `git`, with an empty folder of its own, in which it runs.
pub(super) struct Git {
    folder: TempDir,
    program: OsString,
    patience: Duration,
}

impl Git {
    /// Makes the folder. Git may be silent for the time of `patience`.
    pub(super) fn new(patience: Duration) -> Result<Git, NoAnswer> {
        Ok(Git {
            folder: tempfile::tempdir()?,
            program: "git".into(),
            patience,
        })
    }

    pub(super) fn command(&self, git_dir: &Path) -> Command {
        let mut git = Command::new(&self.program);
        let kept = KEPT_VARIABLES.iter().copied();
        git.env_clear()
            .envs(kept.filter_map(|name| Some((name, env::var_os(name)?))))
            .envs(ENVIRONMENT)
            .env("PATH", absolute_folders(env::var_os("PATH").as_deref()))
            .current_dir(self.folder.path())
            .args(["--no-pager", "--git-dir"])
            .arg(git_dir);
        git
    }

    /// A command for a new, bare git directory that has these objects, and nothing else of a repository. The length of
    /// a hash tells their format.
    pub(super) fn bare(&self, objects: &Path, hash: &str) -> Result<Command, NoAnswer> {
        let git_dir = self.folder.path().join("git");
        let config = match hash.len() {
            64 => {
                "[core]\nrepositoryFormatVersion = 1\nbare = true\n[extensions]\nobjectFormat = sha256\n"
            }
            _ => "[core]\nrepositoryFormatVersion = 0\nbare = true\n",
        };
        fs::create_dir_all(git_dir.join("refs"))?;
        fs::write(git_dir.join("config"), config)?;
        fs::write(git_dir.join("HEAD"), "ref: refs/heads/none\n")?;
        let mut git = self.command(&git_dir);
        git.env("GIT_OBJECT_DIRECTORY", objects);
        Ok(git)
    }

    /// Runs a command. Calls `visit` with each field of the output; zero bytes separate them. Ends when `visit` returns
    /// false. Returns whether the output came to its end.
    pub(super) fn run(
        &self,
        command: Command,
        visit: impl FnMut(&[u8]) -> bool,
    ) -> Result<bool, NoAnswer> {
        self.run_with(command, Stdio::null(), next_field, visit)
    }

    /// Runs a command that prints one line. Returns the line.
    pub(super) fn line(&self, command: Command) -> Result<String, NoAnswer> {
        let mut line = String::new();
        self.run(command, |field| {
            line = String::from_utf8_lossy(field).trim().to_owned();
            true
        })?;
        Ok(line)
    }

    /// Reads objects by their hashes. Returns `None` if one is missing.
    pub(super) fn blobs<'h>(
        &self,
        mut command: Command,
        hashes: &BTreeSet<&'h str>,
    ) -> Result<Option<BTreeMap<&'h str, Vec<u8>>>, NoAnswer> {
        command.args(["cat-file", "--batch"]);
        let mut blobs = Vec::with_capacity(hashes.len());
        self.run_with(command, lines(hashes)?, next_object, |object| {
            blobs.extend(object.split_first().map(|(_, bytes)| bytes.to_vec()));
            true
        })?;
        let is_whole = blobs.len() == hashes.len();
        Ok(is_whole.then(|| hashes.iter().copied().zip(blobs).collect()))
    }

    /// The sizes of objects in bytes. A missing one has none.
    pub(super) fn object_sizes<'h>(
        &self,
        mut command: Command,
        hashes: &BTreeSet<&'h str>,
    ) -> Result<BTreeMap<&'h str, u64>, NoAnswer> {
        command.args(["cat-file", "--batch-check=%(objectsize)"]);
        let mut sizes = Vec::with_capacity(hashes.len());
        self.run_with(command, lines(hashes)?, next_line, |line| {
            let size = std::str::from_utf8(line).ok();
            sizes.push(size.and_then(|it| it.parse().ok()).unwrap_or_default());
            true
        })?;
        Ok(hashes.iter().copied().zip(sizes).collect())
    }

    /// Runs a command with an input. `next` cuts the output into parts, for which `visit` is called.
    fn run_with(
        &self,
        mut command: Command,
        input: Stdio,
        next: NextPart,
        mut visit: impl FnMut(&[u8]) -> bool,
    ) -> Result<bool, NoAnswer> {
        let messages = tempfile::tempfile()?;
        let child = command
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(messages.try_clone()?)
            .spawn();
        let mut child = child.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => NoAnswer::NotFound,
            _ => error.into(),
        })?;
        let ended = self.read(&mut child, next, &mut visit);
        if !matches!(ended, Ok(Some(_))) {
            let _ = child.kill();
            let _ = child.wait();
        }
        match ended? {
            Some(status) if !status.success() => Err(NoAnswer::Failed(first_message(messages)?)),
            Some(_) => Ok(true),
            None => Ok(false),
        }
    }

    /// Reads the output. Returns the status of a command that has ended, and `None` if `visit` ended the reading.
    fn read(
        &self,
        child: &mut Child,
        next: NextPart,
        visit: &mut impl FnMut(&[u8]) -> bool,
    ) -> Result<Option<ExitStatus>, NoAnswer> {
        let parts = parts(child, next)?;
        loop {
            match parts.recv_timeout(self.patience) {
                Ok(part) if visit(&part) => {}
                Ok(_) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => return Err(NoAnswer::Silent),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        let deadline = Instant::now() + self.patience;
        loop {
            match child.try_wait()? {
                Some(status) => return Ok(Some(status)),
                None if Instant::now() > deadline => return Err(NoAnswer::Silent),
                None => thread::sleep(Duration::from_millis(1)),
            }
        }
    }
}

/// An input that has each hash on a line.
fn lines(hashes: &BTreeSet<&str>) -> io::Result<Stdio> {
    let mut lines = tempfile::tempfile()?;
    for hash in hashes {
        writeln!(lines, "{hash}")?;
    }
    lines.rewind()?;
    Ok(lines.into())
}

/// Reads the next part of an output. Returns `None` at its end.
type NextPart = fn(&mut BufReader<ChildStdout>) -> io::Result<Option<Vec<u8>>>;

/// Reads the parts of the output in a thread, which a silent command does not stop.
fn parts(child: &mut Child, next: NextPart) -> io::Result<Receiver<Vec<u8>>> {
    let (sender, parts) = sync_channel(1024);
    let output = child.stdout.take();
    thread::Builder::new().spawn(move || {
        let Some(mut output) = output.map(BufReader::new) else {
            return;
        };
        while let Ok(Some(part)) = next(&mut output) {
            if sender.send(part).is_err() {
                break;
            }
        }
    })?;
    Ok(parts)
}

fn next_field(output: &mut BufReader<ChildStdout>) -> io::Result<Option<Vec<u8>>> {
    next_until(0, output)
}

fn next_line(output: &mut BufReader<ChildStdout>) -> io::Result<Option<Vec<u8>>> {
    next_until(b'\n', output)
}

fn next_until(end: u8, output: &mut BufReader<ChildStdout>) -> io::Result<Option<Vec<u8>>> {
    let mut field = Vec::new();
    output.read_until(end, &mut field)?;
    let is_end = field.is_empty();
    if field.last() == Some(&end) {
        field.pop();
    }
    Ok((!is_end).then_some(field))
}

/// Reads an object as `cat-file --batch` prints it: a line that ends in its size, its bytes, and a line break. A zero byte
/// comes before the bytes here; nothing stands for an object that is missing.
fn next_object(output: &mut BufReader<ChildStdout>) -> io::Result<Option<Vec<u8>>> {
    let mut header = String::new();
    if output.read_line(&mut header)? == 0 {
        return Ok(None);
    }
    let size = header.trim_end().rsplit(' ').next();
    let Some(size) = size.and_then(|size| size.parse::<u64>().ok()) else {
        return Ok(Some(Vec::new()));
    };
    let mut object = vec![0];
    output.by_ref().take(size).read_to_end(&mut object)?;
    output.read_exact(&mut [0])?;
    Ok(Some(object))
}

/// The first message of git that says why it failed. What comes after a colon or in quotes may be the content of a
/// file, which a repository of a stranger could have chosen with a link.
fn first_message(mut messages: File) -> io::Result<String> {
    let mut text = Vec::new();
    messages.rewind()?;
    messages.take(MAX_MESSAGE).read_to_end(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    let fatal = text.lines().find_map(|line| line.strip_prefix("fatal: "));
    let first = || text.lines().find(|line| !line.trim().is_empty());
    let message = fatal.or_else(first).unwrap_or_default();
    let message = [": ", " '"].into_iter().fold(message, |text, mark| {
        text.split_once(mark).map_or(text, |(before, _)| before)
    });
    Ok(message.trim().trim_end_matches(':').to_owned())
}

/// The absolute folders of `PATH`. In others, which are looked up from where one stands, a site could have a `git`.
fn absolute_folders(path: Option<&OsStr>) -> OsString {
    let folders = path.into_iter().flat_map(env::split_paths);
    let absolute: Vec<PathBuf> = folders.filter(|folder| folder.is_absolute()).collect();
    env::join_paths(absolute).unwrap_or_default()
}

#[cfg(unix)]
#[cfg(test)]
mod tests;
