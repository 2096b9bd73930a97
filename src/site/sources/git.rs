//! The git repository that a site is in.
//!
//! The history is read with the program `git`, because nothing else reads all formats of repositories. Without `git`,
//! or without a history, files have no dates.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use super::observed_stamp::ObservedStamp;
use crate::base::date::Date;
use crate::base::source::SourcePath;

/// The files that change with the last commit, besides those under `refs/heads`.
const REF_FILES: [&str; 6] = [
    "HEAD",
    "logs/HEAD",
    "packed-refs",
    "refs",
    "shallow",
    "reftable/tables.list",
];

/// The folders of a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::site) struct Repository {
    /// The git directory of this working tree.
    git_dir: PathBuf,
    /// The git directory that all working trees share. Often the same.
    common_dir: PathBuf,
}

/// The stamps of the files that change with the last commit. `None` stands for a file that does not exist.
pub(super) type RefStamps = Vec<(PathBuf, Option<ObservedStamp>)>;

impl Repository {
    /// Finds the repository that a folder is in.
    pub(in crate::site) fn find(folder: &Path) -> Option<Repository> {
        folder
            .ancestors()
            .find_map(|above| open(above, &above.join(".git")))
    }

    /// The folders, which may not exist, whose files change with the last commit. The last one counts with all folders
    /// below it.
    pub(in crate::site) fn ref_folders(&self) -> Vec<PathBuf> {
        let (git_dir, common_dir) = (&self.git_dir, &self.common_dir);
        let mut folders = vec![git_dir.clone(), git_dir.join("logs")];
        if git_dir != common_dir {
            folders.push(common_dir.clone());
        }
        folders.extend([
            common_dir.join("reftable"),
            common_dir.join("refs"),
            self.heads(),
        ]);
        folders
    }

    /// Whether a change at a path may mean a new last commit.
    pub(in crate::site) fn is_ref(&self, path: &Path) -> bool {
        let is_ref_file = |folder: &PathBuf| REF_FILES.iter().any(|name| folder.join(name) == path);
        let is_lock = path.extension().is_some_and(|ending| ending == "lock");
        let is_head = path.starts_with(self.heads()) && !is_lock;
        let is_folder = self.ref_folders().iter().any(|folder| folder == path);
        is_head || is_folder || is_ref_file(&self.git_dir) || is_ref_file(&self.common_dir)
    }

    /// Whether a path is in a git directory, or contains one.
    pub(super) fn overlaps(&self, path: &Path) -> bool {
        [&self.git_dir, &self.common_dir]
            .iter()
            .any(|folder| path.starts_with(folder) || folder.starts_with(path))
    }

    /// The present stamps of the files that change with the last commit.
    pub(super) fn ref_stamps(&self) -> RefStamps {
        let head = self.git_dir.join("HEAD");
        let branch = fs::read_to_string(&head).unwrap_or_default();
        let branch = branch.strip_prefix("ref:").map(str::trim);
        let mut files = vec![head, self.git_dir.join("logs/HEAD")];
        let shared = ["packed-refs", "shallow", "reftable/tables.list"];
        files.extend(
            shared
                .iter()
                .copied()
                .chain(branch)
                .map(|name| self.common_dir.join(name)),
        );
        let now = SystemTime::now();
        let stamp = |file: &PathBuf| {
            let metadata = fs::metadata(file).ok()?;
            Some(ObservedStamp::new(&metadata, now))
        };
        files
            .into_iter()
            .map(|file| (file.clone(), stamp(&file)))
            .collect()
    }

    /// Whether `git` is changing files, as in a checkout. It holds a lock file meanwhile. A lock older than `max_age` was
    /// left behind by a `git` that was killed.
    pub(in crate::site) fn is_locked(&self, max_age: Duration) -> bool {
        let lock = fs::metadata(self.git_dir.join("index.lock")).and_then(|lock| lock.modified());
        lock.is_ok_and(|since| since.elapsed().is_ok_and(|age| age < max_age))
    }

    fn heads(&self) -> PathBuf {
        self.common_dir.join("refs/heads")
    }
}

fn open(folder: &Path, dot_git: &Path) -> Option<Repository> {
    let git_dir = match fs::read_to_string(dot_git) {
        Ok(text) => folder.join(text.strip_prefix("gitdir:")?.trim()),
        Err(_) => dot_git.to_owned(),
    };
    let git_dir = git_dir.canonicalize().ok()?;
    if !git_dir.join("HEAD").exists() {
        return None;
    }
    let common_dir = fs::read_to_string(git_dir.join("commondir"))
        .ok()
        .and_then(|text| git_dir.join(text.trim()).canonicalize().ok());
    Some(Repository {
        common_dir: common_dir.unwrap_or_else(|| git_dir.clone()),
        git_dir,
    })
}

/// Whether these stamps certainly belong to the same last commit.
pub(super) fn is_same_commit(before: &RefStamps, now: &RefStamps) -> bool {
    before.len() == now.len()
        && before.iter().zip(now).all(|((path, before), (same, now))| {
            path == same
                && match (before, now) {
                    (None, None) => true,
                    (Some(before), Some(now)) => now.is_unchanged_since(before),
                    _ => false,
                }
        })
}

/// The last commit of a working tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The hash of the commit.
    commit: String,
    /// Whether the repository is a shallow clone, which has only the last part of the history.
    pub(super) is_shallow: bool,
}

/// Asks for the last commit. Returns `None` without a history or without `git`.
pub(super) fn head(root: &Path) -> Option<Head> {
    let child = git(root, &["rev-parse", "--is-shallow-repository", "HEAD"])?;
    let output = child.wait_with_output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut lines = text.lines();
    let (is_shallow, commit) = (lines.next()? == "true", lines.next()?.to_owned());
    // If there is no commit, `git` repeats the argument.
    (commit != "HEAD").then_some(Head { commit, is_shallow })
}

/// Walks the history back from a commit. Calls `visit` with each changed file of the content and the day of the commit.
/// Ends when `visit` returns false. Returns whether the walk came to the end of the history.
pub(super) fn walk_history(
    root: &Path,
    head: &Head,
    mut visit: impl FnMut(SourcePath, Date) -> bool,
) -> bool {
    // Each commit is its day in the time zone of the committer, then the files that it changed.
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
    let mut is_complete = true;
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
            && !visit(SourcePath::new(text), day)
        {
            is_complete = false;
            break;
        }
    }
    let _ = log.kill();
    let _ = log.wait();
    is_complete
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
