//! The git repository that a site is in: its folders, and what is asked of the program `git`.
//!
//! `git` is asked, because nothing else knows all its formats; where there is no `git`, or no history,
//! nothing is known.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use super::read::Seen;
use crate::base::date::Date;
use crate::base::source::SourcePath;

/// The files that change when the last commit becomes another, besides those under `refs/heads`.
const TELLING: [&str; 6] = [
    "HEAD",
    "logs/HEAD",
    "packed-refs",
    "refs",
    "shallow",
    "reftable/tables.list",
];

/// Where a repository keeps what it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::site) struct Repository {
    /// The folder of this working tree.
    own: PathBuf,
    /// The folder that all its working trees share; often the same.
    common: PathBuf,
}

/// How the telling files are; two that are equal and settled mean the same last commit.
pub(super) type Print = Vec<(PathBuf, Option<Seen>)>;

impl Repository {
    /// The repository that a folder is in, if any.
    pub(in crate::site) fn of(folder: &Path) -> Option<Repository> {
        folder
            .ancestors()
            .find_map(|above| at(above, &above.join(".git")))
    }

    /// The folders in which the telling files are, whether they are there or not. The last one is to be
    /// looked at with all folders in it.
    pub(in crate::site) fn folders(&self) -> Vec<PathBuf> {
        let (own, common) = (&self.own, &self.common);
        let mut folders = vec![own.clone(), own.join("logs")];
        if own != common {
            folders.push(common.clone());
        }
        folders.extend([common.join("reftable"), common.join("refs"), self.heads()]);
        folders
    }

    /// Whether a change at a path may mean another last commit.
    pub(in crate::site) fn is_told_by(&self, path: &Path) -> bool {
        let telling = |folder: &PathBuf| TELLING.iter().any(|name| folder.join(name) == path);
        let is_lock = path.extension().is_some_and(|ending| ending == "lock");
        let is_head = path.starts_with(self.heads()) && !is_lock;
        let holds = self.folders().iter().any(|folder| folder == path);
        is_head || holds || telling(&self.own) || telling(&self.common)
    }

    /// Whether a path is one of the repository's own folders, or in one, or above one.
    pub(super) fn is_near(&self, path: &Path) -> bool {
        [&self.own, &self.common]
            .iter()
            .any(|folder| path.starts_with(folder) || folder.starts_with(path))
    }

    /// How the telling files are now.
    pub(super) fn print(&self) -> Print {
        let head = self.own.join("HEAD");
        let branch = fs::read_to_string(&head).unwrap_or_default();
        let branch = branch.strip_prefix("ref:").map(str::trim);
        let mut files = vec![head, self.own.join("logs/HEAD")];
        let shared = ["packed-refs", "shallow", "reftable/tables.list"];
        files.extend(
            shared
                .iter()
                .copied()
                .chain(branch)
                .map(|name| self.common.join(name)),
        );
        let now = SystemTime::now();
        let seen = |file: &PathBuf| fs::metadata(file).ok().map(|it| Seen::new(&it, now));
        files
            .into_iter()
            .map(|file| (file.clone(), seen(&file)))
            .collect()
    }

    /// Whether `git` is changing files now, as when it goes over to another branch: it says so by a file,
    /// which it may leave behind when it is killed.
    pub(in crate::site) fn is_at_work(&self, longest: Duration) -> bool {
        let lock = fs::metadata(self.own.join("index.lock")).and_then(|lock| lock.modified());
        lock.is_ok_and(|since| since.elapsed().is_ok_and(|age| age < longest))
    }

    fn heads(&self) -> PathBuf {
        self.common.join("refs/heads")
    }
}

fn at(folder: &Path, dot_git: &Path) -> Option<Repository> {
    let own = match fs::read_to_string(dot_git) {
        Ok(text) => folder.join(text.strip_prefix("gitdir:")?.trim()),
        Err(_) => dot_git.to_owned(),
    };
    let own = own.canonicalize().ok()?;
    if !own.join("HEAD").exists() {
        return None;
    }
    let common = fs::read_to_string(own.join("commondir"))
        .ok()
        .and_then(|text| own.join(text.trim()).canonicalize().ok());
    Some(Repository {
        common: common.unwrap_or_else(|| own.clone()),
        own,
    })
}

/// Whether two prints mean the same last commit for sure.
pub(super) fn is_same(before: &Print, now: &Print) -> bool {
    before.len() == now.len()
        && before.iter().zip(now).all(|((path, before), (same, now))| {
            path == same
                && match (before, now) {
                    (None, None) => true,
                    (Some(before), Some(now)) => now.is_as(before),
                    _ => false,
                }
        })
}

/// The last commit of a working tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Its name.
    commit: String,
    /// Whether the history was cut off.
    pub(super) shallow: bool,
}

/// The last commit; `None` where there is no history, or no `git`.
pub(super) fn head(root: &Path) -> Option<Head> {
    let child = git(root, &["rev-parse", "--is-shallow-repository", "HEAD"])?;
    let output = child.wait_with_output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut lines = text.lines();
    let (shallow, commit) = (lines.next()? == "true", lines.next()?.to_owned());
    // Without a commit, `git` repeats the word.
    (commit != "HEAD").then_some(Head { commit, shallow })
}

/// Walks the history from a commit: each file of the content that it names, and the day of the commit.
/// Ends when `each` says so; hands back whether it came to the end.
pub(super) fn walk(
    root: &Path,
    head: &Head,
    mut each: impl FnMut(SourcePath, Date) -> bool,
) -> bool {
    // Each commit: its day in the time zone of who made it, then the files that it changed.
    let log = git(
        root,
        &[
            "log",
            "-z",
            "--format=%x01%cs",
            "--name-only",
            "--no-renames",
            "--relative",
            &head.commit,
            "--",
            "content",
        ],
    );
    let Some(mut log) = log else { return true };
    let mut whole = true;
    let mut day = None;
    for field in log
        .stdout
        .take()
        .into_iter()
        .flat_map(|it| BufReader::new(it).split(0))
    {
        let Ok(field) = field else { break };
        let text = String::from_utf8_lossy(&field);
        let text = text.trim_start_matches('\n');
        if let Some(date) = text.strip_prefix('\u{1}') {
            day = Date::parse(date.trim());
        } else if let Some(day) = day.filter(|_| !text.is_empty())
            && !each(SourcePath::new(text), day)
        {
            whole = false;
            break;
        }
    }
    let _ = log.kill();
    let _ = log.wait();
    whole
}

fn git(root: &Path, args: &[&str]) -> Option<Child> {
    let mut git = Command::new("git");
    git.arg("-C")
        .arg(root)
        .args(args)
        .env("GIT_OPTIONAL_LOCKS", "0");
    git.stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()
}
