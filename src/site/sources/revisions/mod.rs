//! The texts of a site at a commit, and those on disk. Both are read by the same rules.
//!
//! Each version of a file is read once, however many commits have it. Nothing is fetched, nothing is checked out.

mod error;
mod listing;
mod on_disk;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use error::RevisionError;
pub use on_disk::texts_on_disk;
use rayon::prelude::*;
use sha1::{Digest, Sha1};

use super::commits::is_hash;
use super::git::{Git, NoAnswer};
use super::names::CONTENT_FOLDER;
use super::repository::{self, Repository};
use crate::base::source::{SETTINGS_FILE, SourceFile, SourcePath};
use crate::site::regular_file;
use listing::{Blob, Listing, listing, only_site};
pub(super) use listing::{is_source, is_text};

/// How long git may be silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// The texts of a site: its settings, and its pages and registries.
#[derive(Clone, Debug)]
pub struct SiteTexts {
    /// `site.toml`.
    pub settings: Arc<SourceFile>,
    /// Markdown and registries, by path.
    pub texts: BTreeMap<SourcePath, Arc<SourceFile>>,
    /// All other files of the content, by path: the name that git gives to their bytes.
    pub others: BTreeMap<SourcePath, String>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its hash.
    pub hash: String,
}

/// A commit in a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The commit.
    pub commit: Commit,
    /// When it was made, in seconds since 1970. `None` if the commit does not tell.
    pub seconds: Option<i64>,
    /// The first line of its message.
    pub subject: String,
}

/// Texts that were read at commits, by path and hash. A text that is the same at two commits is one value.
#[derive(Debug, Default)]
pub struct KnownTexts(BTreeMap<(SourcePath, String), Arc<SourceFile>>);

impl KnownTexts {
    /// The texts that lie on disk: most are the same at a commit, and need not be unpacked there.
    pub fn of(texts: &SiteTexts) -> KnownTexts {
        let pages = texts.texts.par_iter().map(|(_, file)| file);
        let all = pages.chain(rayon::iter::once(&texts.settings));
        let named = all.map(|file| {
            let version = (file.path.clone(), blob_hash(&file.bytes));
            (version, Arc::clone(file))
        });
        KnownTexts(named.collect())
    }
}

/// Whether git may store a file in these bytes: with other line ends, or as a pointer to where Git LFS has it.
fn is_stored_as(file: &[u8], stored: &[u8]) -> bool {
    let unix = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        bytes.retain(|byte| *byte != b'\r');
        bytes
    };
    stored.starts_with(b"version https://git-lfs.github.com/spec/") || unix(file) == unix(stored)
}

/// The name that git gives to a blob of these bytes, in a repository that uses SHA-1. In one that uses SHA-256, no blob has
/// such a name.
fn blob_hash(bytes: &[u8]) -> String {
    let hash = Sha1::new_with_prefix(format!("blob {}\0", bytes.len()));
    format!("{:x}", hash.chain_update(bytes).finalize())
}

/// The repository of a site, to read the site at its commits.
pub struct Revisions {
    root: PathBuf,
    repository: Repository,
    git: Git,
    /// The path of the site in the repository, with a `/` at its end. `None` in a bare repository, where it is sought.
    folder: Option<String>,
}

impl Revisions {
    /// Opens the repository that a folder is in, or the bare one that it is.
    ///
    /// # Errors
    /// There is none.
    pub fn open(folder: &Path) -> Result<Revisions, RevisionError> {
        let root = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let is_site = root.join(SETTINGS_FILE).symlink_metadata().is_ok();
        let bare = || Repository::bare(&root).filter(|_| !is_site);
        let (repository, folder) = match bare() {
            Some(repository) => (repository, None),
            None => {
                let repository = Repository::find(&root);
                let repository = repository.ok_or(RevisionError::NoRepository(root.clone()))?;
                let folder = repository.path_to(&root).to_string_lossy().into_owned();
                (repository, Some(folder))
            }
        };
        if is_site && repository::is_content_elsewhere(&root) {
            return Err(RevisionError::Elsewhere);
        }
        let git = Git::new(PATIENCE)?;
        Ok(Revisions {
            root,
            repository,
            git,
            folder,
        })
    }

    /// Whether a folder is a bare repository.
    pub fn is_bare(folder: &Path) -> bool {
        Repository::bare(folder).is_some()
    }

    /// The folder that was opened.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The commit that a name stands for: a branch, a tag, a hash, `HEAD~1`.
    ///
    /// # Errors
    /// There is none, or git gives no answer.
    pub fn commit(&self, revision: &str) -> Result<Commit, RevisionError> {
        if let Some(hash) = self.resolve(revision)? {
            return Ok(Commit { hash });
        }
        let remote = format!("origin/{revision}");
        let is_remote = self.resolve(&remote)?.is_some();
        Err(RevisionError::Unknown {
            revision: revision.to_owned(),
            is_shallow: self.repository.is_shallow(),
            remote: is_remote.then_some(remote),
        })
    }

    /// The last commit that two commits have in common.
    ///
    /// # Errors
    /// There is none, or git gives no answer.
    pub fn common_ancestor(&self, one: &Commit, other: &Commit) -> Result<Commit, RevisionError> {
        let mut command = self.git.bare(&self.repository.objects(), &one.hash)?;
        command.args(["merge-base", &one.hash, &other.hash]);
        match self.git.line(command) {
            Ok(hash) if is_hash(&hash) => Ok(Commit { hash }),
            // The bare directory does not know where a shallow history is cut off.
            _ if self.repository.is_shallow() => {
                let revision = format!("{}...{}", one.hash, other.hash);
                Err(RevisionError::cut_off(revision))
            }
            Ok(_) => Err(RevisionError::Unrelated),
            Err(NoAnswer::Failed(message)) if message.is_empty() => Err(RevisionError::Unrelated),
            Err(reason) => Err(reason.into()),
        }
    }

    /// Reads the texts of the site at a commit: only those that are not among the known ones, to which it adds them.
    ///
    /// # Errors
    /// The commit has no site, or not all of it is there.
    pub fn read(
        &self,
        commit: &Commit,
        known: &mut KnownTexts,
    ) -> Result<SiteTexts, RevisionError> {
        let mut listing = self.list(commit)?;
        self.follow_links(commit, &mut listing)?;
        let version = |blob: &Blob| (blob.path.clone(), blob.hash.clone());
        let new = listing.files.iter();
        let new: Vec<&Blob> = new
            .filter(|it| !known.0.contains_key(&version(it)))
            .collect();
        let bytes = self.blobs(commit, &new.iter().map(|it| &*it.hash).collect())?;
        for blob in new {
            let bytes = bytes.get(&*blob.hash).cloned().unwrap_or_default();
            let file = SourceFile::new(blob.path.clone(), bytes);
            known.0.insert(version(blob), Arc::new(file));
        }
        let files = listing.files.iter();
        let files = files.filter_map(|blob| {
            let file = known.0.get(&version(blob))?;
            Some((blob.path.clone(), Arc::clone(file)))
        });
        let mut texts: BTreeMap<_, _> = files.collect();
        let settings = texts.remove(&SourcePath::new(SETTINGS_FILE));
        let settings = settings.ok_or_else(|| RevisionError::NoSite(commit.hash.clone()))?;
        let others = listing.others.into_iter();
        Ok(SiteTexts {
            settings,
            texts,
            others: others.map(|it| (it.path, it.hash)).collect(),
        })
    }

    /// Gives the files on disk that git would store as they are at a commit the names that they have there: line ends may
    /// differ on disk, and a large file may be stored elsewhere. Only what differs is read.
    pub fn settle(&self, commit: &Commit, there: &SiteTexts, on_disk: &mut SiteTexts) {
        let differing = there.others.iter().filter(|(path, hash)| {
            let here = on_disk.others.get(*path);
            here.is_some_and(|here| here != *hash)
        });
        let differing: Vec<(&SourcePath, &String)> = differing.collect();
        let hashes = differing.iter().map(|(_, hash)| hash.as_str()).collect();
        // In a partial clone they may be missing. Then they are others.
        let blobs = self.blobs(commit, &hashes).unwrap_or_default();
        for (path, hash) in differing {
            let here = regular_file::read(&self.root.join(path.as_str()));
            let stored = blobs.get(hash.as_str());
            if let (Ok(here), Some(stored)) = (here, stored)
                && is_stored_as(&here, stored)
            {
                on_disk.others.insert(path.clone(), hash.clone());
            }
        }
    }

    /// The commits that changed the site, from a commit back, in the line of first parents. Where its folder had another
    /// name, those of that folder.
    ///
    /// # Errors
    /// The history is not whole, or git gives no answer.
    pub fn history(&self, from: &Commit) -> Result<Vec<LogEntry>, RevisionError> {
        if self.repository.is_shallow() {
            return Err(RevisionError::Shallow);
        }
        let mut entries = self.history_in(from, self.folder.as_deref())?;
        while let (Some(first), Some(_)) = (entries.last(), &self.folder) {
            let Some(hash) = self.resolve(&format!("{}^", first.commit.hash))? else {
                break;
            };
            let earlier = Commit { hash };
            let Some(folder) = self.earlier_folder(&self.tree(&earlier, &[])?) else {
                break;
            };
            let more = self.history_in(&earlier, Some(&folder))?;
            if more.is_empty() {
                break;
            }
            entries.extend(more);
        }
        Ok(entries)
    }

    /// The commits that changed the site in a folder.
    fn history_in(
        &self,
        from: &Commit,
        folder: Option<&str>,
    ) -> Result<Vec<LogEntry>, RevisionError> {
        let mut command = self.git.bare(&self.repository.objects(), &from.hash)?;
        command.args([
            "log",
            "-z",
            "--first-parent",
            "--format=%H %ct %s",
            &from.hash,
        ]);
        if let Some(folder) = folder {
            command.arg("--").args(site_paths(folder));
        }
        let mut entries = Vec::new();
        self.git.run(command, |line| {
            entries.extend(log_entry(&String::from_utf8_lossy(line)));
            true
        })?;
        Ok(entries)
    }

    /// The last commit that changed a file of the site, from a commit back. `None` if none did.
    ///
    /// # Errors
    /// Git gives no answer.
    pub fn last_change(&self, from: &Commit, file: &str) -> Result<Option<Commit>, RevisionError> {
        let mut command = self.git.bare(&self.repository.objects(), &from.hash)?;
        let path = format!("{}{file}", self.folder.as_deref().unwrap_or_default());
        command.args(["log", "-1", "--format=%H", &from.hash, "--", &path]);
        let hash = self.git.line(command).ok().filter(|hash| is_hash(hash));
        Ok(hash.map(|hash| Commit { hash }))
    }

    /// The hash of the commit with this name.
    fn resolve(&self, revision: &str) -> Result<Option<String>, RevisionError> {
        // A colon would name a file, or have git search all messages; a dash would be an option.
        let is_name = !revision.starts_with('-') && !revision.contains([':', '\0', '\n']);
        if !is_name || revision.is_empty() {
            return Ok(None);
        }
        let mut command = self.git.command(self.repository.git_dir());
        command.args(["rev-parse", "--quiet", "--verify"]);
        command.arg(format!("{revision}^{{commit}}"));
        match self.git.line(command) {
            Ok(hash) => Ok(Some(hash).filter(|hash| is_hash(hash))),
            Err(NoAnswer::Failed(_)) => Ok(None),
            Err(reason) => Err(reason.into()),
        }
    }

    /// Lists the texts of the site at a commit. A site whose folder had another name then is found by being the only one.
    fn list(&self, commit: &Commit) -> Result<Listing, RevisionError> {
        let paths = self.folder.as_deref().map(site_paths);
        let lines = self.tree(commit, paths.as_ref().map_or(&[], |it| it.as_slice()))?;
        let found = listing(&lines, self.folder.as_deref()).filter(Listing::has_site);
        let found = match found {
            None if self.folder.is_some() => {
                let lines = self.tree(commit, &[])?;
                let folder = self.earlier_folder(&lines);
                folder.and_then(|folder| listing(&lines, Some(&folder)))
            }
            found => found,
        };
        found.ok_or_else(|| RevisionError::NoSite(commit.hash.clone()))
    }

    /// The folder of the only site in the whole tree of a commit. One that is still there, and is not this site, is another.
    fn earlier_folder(&self, tree: &[Vec<u8>]) -> Option<String> {
        let is_there = |folder: &String| self.repository.has_file(folder, SETTINGS_FILE);
        let is_other = |it: &String| self.folder.as_ref() == Some(it) || !is_there(it);
        only_site(tree).filter(is_other)
    }

    /// The lines of `ls-tree` for these paths, or for all.
    fn tree(&self, commit: &Commit, paths: &[String]) -> Result<Vec<Vec<u8>>, RevisionError> {
        let mut command = self.git.bare(&self.repository.objects(), &commit.hash)?;
        command.args(["ls-tree", "-r", "-z", "--full-tree", &commit.hash]);
        if !paths.is_empty() {
            command.arg("--").args(paths);
        }
        let mut lines = Vec::new();
        let answer = self.git.run(command, |line| {
            lines.push(line.to_vec());
            true
        });
        match answer {
            Ok(_) => Ok(lines),
            // The commit itself was found, so its trees are what is missing.
            Err(NoAnswer::Failed(_)) => Err(RevisionError::MissingObjects),
            Err(reason) => Err(reason.into()),
        }
    }

    /// Adds the files to which links lead within the content, or to which the content is a link itself.
    fn follow_links(&self, commit: &Commit, listing: &mut Listing) -> Result<(), RevisionError> {
        if let Some(link) = listing.content_link() {
            let (path, hash) = (link.path.clone(), link.hash.clone());
            let targets = self.blobs(commit, &BTreeSet::from([&*hash]))?;
            let target = targets
                .get(&*hash)
                .and_then(|it| std::str::from_utf8(it).ok());
            if let Some(target) = target.and_then(|target| path.join(target)) {
                let folder = format!("{}{target}", listing.folder);
                let lines = self.tree(commit, &[folder])?;
                listing.add_as_content(&lines, target.as_str());
            }
        }
        if !listing.links.is_empty() {
            let hashes = listing.links.iter().map(|it| it.hash.as_str()).collect();
            let targets = self.blobs(commit, &hashes)?;
            let linked = listing.linked(&targets);
            listing.files.extend(linked);
        }
        Ok(())
    }

    fn blobs<'h>(
        &self,
        commit: &Commit,
        hashes: &BTreeSet<&'h str>,
    ) -> Result<BTreeMap<&'h str, Vec<u8>>, RevisionError> {
        let command = self.git.bare(&self.repository.objects(), &commit.hash)?;
        let blobs = self.git.blobs(command, hashes)?;
        blobs.ok_or(RevisionError::MissingObjects)
    }
}

/// The paths of the settings and of the content of a site that is in a folder of the repository.
fn site_paths(folder: &str) -> [String; 2] {
    [SETTINGS_FILE, CONTENT_FOLDER].map(|name| format!("{folder}{name}"))
}

/// Reads a line of the log: hash, time and subject of a commit.
fn log_entry(line: &str) -> Option<LogEntry> {
    let (hash, rest) = line.trim_start().split_once(' ')?;
    let (seconds, subject) = rest.split_once(' ').unwrap_or((rest, ""));
    is_hash(hash).then(|| LogEntry {
        commit: Commit {
            hash: hash.to_owned(),
        },
        seconds: seconds.parse().ok(),
        subject: subject.to_owned(),
    })
}
