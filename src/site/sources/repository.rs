//! The git repository that a site is in: where its folders are, and which of its files change with a commit.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::names::CONTENT_FOLDER;
use super::observed_stamp::ObservedStamp;
use crate::site::regular_file;

/// The most bytes that are read of a file of the repository. All such files have a line or two.
const MAX_BYTES: u64 = 64 * 1024;

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
    /// The folder that has the `.git`.
    working_tree: PathBuf,
    /// The git directory of this working tree.
    git_dir: PathBuf,
    /// The git directory that all working trees share. Often the same.
    common_dir: PathBuf,
}

/// Whether the content of a site is a repository of its own, such as a submodule.
pub(super) fn is_content_elsewhere(root: &Path) -> bool {
    let git = root.join(CONTENT_FOLDER).join(".git");
    git.symlink_metadata().is_ok()
}

/// The stamps of the files that change with the last commit. `None` stands for a file that does not exist.
pub(super) type RefStamps = Vec<(PathBuf, Option<ObservedStamp>)>;

impl Repository {
    /// Finds the repository that a folder is in: the nearest `.git`, from there upwards. A bare repository that lies
    /// in the way is none, because it has no working tree. A `.git` that is damaged counts; what git says about it can be
    /// reported.
    pub(in crate::site) fn find(folder: &Path) -> Option<Repository> {
        folder
            .ancestors()
            .find_map(|above| open(above, &above.join(".git")))
    }

    /// The bare repository that a folder is, which somebody has named.
    pub(super) fn bare(folder: &Path) -> Option<Repository> {
        let git_dir = folder.canonicalize().ok()?;
        let has = |name: &str| git_dir.join(name).symlink_metadata().is_ok();
        (has("HEAD") && has("objects") && has("refs")).then(|| Repository {
            working_tree: git_dir.clone(),
            common_dir: git_dir.clone(),
            git_dir,
        })
    }

    /// The path of a folder in the working tree, with a `/` at its end. Empty at the root.
    pub(super) fn path_to(&self, folder: &Path) -> OsString {
        let folder = folder.strip_prefix(&self.working_tree);
        let mut path = OsString::new();
        for component in folder.unwrap_or(Path::new("")).components() {
            if let Component::Normal(name) = component {
                path.push(name);
                path.push("/");
            }
        }
        path
    }

    /// The folder that has the `.git`.
    pub(super) fn root(&self) -> &Path {
        &self.working_tree
    }

    /// Whether the working tree has a file in a folder, given with a `/` at its end.
    pub(super) fn has_file(&self, folder: &str, name: &str) -> bool {
        let file = self.working_tree.join(folder).join(name);
        file.symlink_metadata().is_ok()
    }

    pub(super) fn git_dir(&self) -> &Path {
        &self.git_dir
    }

    pub(super) fn objects(&self) -> PathBuf {
        self.common_dir.join("objects")
    }

    /// Whether it is a shallow clone, which has only the last part of the history.
    pub(super) fn is_shallow(&self) -> bool {
        fs::metadata(self.common_dir.join("shallow")).is_ok_and(|file| file.len() > 0)
    }

    /// Whether the branch of this working tree has a file of its own, which names its last commit.
    pub(super) fn has_branch_file(&self) -> bool {
        self.branch_file().is_some_and(|file| file.exists())
    }

    fn branch_file(&self) -> Option<PathBuf> {
        let head = read_text(&self.git_dir.join("HEAD")).unwrap_or_default();
        let branch = head.strip_prefix("ref:").map(str::trim);
        branch.map(|name| self.common_dir.join(name))
    }

    /// The folders, which may not exist, whose files change with the last commit. The last one counts with all folders
    /// below it.
    pub(in crate::site) fn ref_folders(&self) -> Vec<PathBuf> {
        let (git_dir, common_dir) = (&self.git_dir, &self.common_dir);
        let mut folders = vec![git_dir.clone(), git_dir.join("logs")];
        if git_dir != common_dir {
            folders.extend([common_dir.clone(), git_dir.join("reftable")]);
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
        let own = ["HEAD", "logs/HEAD", "reftable/tables.list"];
        let shared = ["packed-refs", "shallow", "reftable/tables.list"];
        let own = own.map(|name| self.git_dir.join(name));
        let shared = shared.map(|name| self.common_dir.join(name));
        let files = own.into_iter().chain(shared).chain(self.branch_file());
        let now = SystemTime::now();
        let stamp = |file: &PathBuf| {
            let metadata = fs::metadata(file).ok()?;
            Some(ObservedStamp::new(&metadata, now))
        };
        files.map(|file| (file.clone(), stamp(&file))).collect()
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
    fs::symlink_metadata(dot_git).ok()?;
    let lacks = |name: &str| {
        let file = fs::symlink_metadata(dot_git.join(name));
        file.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    // As while it is being created. A repository that has objects and no HEAD has lost it.
    if dot_git.is_dir() && lacks("HEAD") && lacks("objects") {
        return None;
    }
    // In a linked working tree or a submodule it is a file that says where the git directory is.
    let link = read_text(dot_git);
    let link = link
        .as_deref()
        .and_then(|text| text.strip_prefix("gitdir:"));
    let git_dir = link.map_or_else(|| dot_git.to_owned(), |path| folder.join(path.trim()));
    let git_dir = git_dir.canonicalize().unwrap_or(git_dir);
    let common_dir = read_text(&git_dir.join("commondir"))
        .and_then(|text| git_dir.join(text.trim()).canonicalize().ok());
    Some(Repository {
        working_tree: folder.to_owned(),
        common_dir: common_dir.unwrap_or_else(|| git_dir.clone()),
        git_dir,
    })
}

/// Reads a small text file. Returns `None` if it is something else, which may not even end.
fn read_text(path: &Path) -> Option<String> {
    let mut text = String::new();
    let file = regular_file::open(&path.canonicalize().ok()?).ok()?;
    file.take(MAX_BYTES).read_to_string(&mut text).ok()?;
    Some(text)
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
