//! The texts of a site at a commit, and those on disk. Both are read by the same rules.
//!
//! The objects of all commits are read by one `git cat-file`, each blob once. Nothing is fetched, nothing is checked out.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;

use super::commits::is_hash;
use super::git::{Git, NoAnswer};
use super::names::{self, CONTENT_FOLDER, SourceKind};
use super::naming::{Fate, fate};
use super::repository::Repository;
use super::skipped::Skipped;
use super::{LoadError, walk};
use crate::base::source::{SETTINGS_FILE, SourceFile, SourcePath};
use crate::site::regular_file;

/// How long git may be silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// The texts of a site: its settings, and its pages and registries.
#[derive(Clone, Debug)]
pub struct SiteTexts {
    /// `site.toml`.
    pub settings: Arc<SourceFile>,
    /// Markdown and registries, by path.
    pub texts: BTreeMap<SourcePath, Arc<SourceFile>>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its hash.
    pub hash: String,
}

/// The reason why a commit cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisionError {
    /// The site in this folder is in no repository.
    NoRepository(PathBuf),
    /// There is no such commit.
    Unknown {
        /// The name as typed.
        revision: String,
        /// Whether the repository has only the last part of its history.
        is_shallow: bool,
        /// The branch of the same name at the origin.
        remote: Option<String>,
    },
    /// Two commits have no common ancestor.
    Unrelated,
    /// The commit has no site.
    NoSite(String),
    /// The repository was cloned without some of the objects.
    MissingObjects,
    /// There is no program `git`.
    NoGit,
    /// Git was silent for too long.
    Silent,
    /// Git failed with this message.
    Failed(String),
}

impl From<NoAnswer> for RevisionError {
    fn from(reason: NoAnswer) -> RevisionError {
        match reason {
            NoAnswer::NotFound => RevisionError::NoGit,
            NoAnswer::Silent => RevisionError::Silent,
            NoAnswer::Failed(message) => RevisionError::Failed(message),
        }
    }
}

/// The texts of the site that lies in a folder.
///
/// # Errors
/// The settings cannot be read.
pub fn texts_on_disk(root: &Path) -> Result<SiteTexts, LoadError> {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let settings = regular_file::read(&root.join(SETTINGS_FILE))
        .map_err(|error| LoadError::Settings(root.join(SETTINGS_FILE), Skipped::from_io(&error)))?;
    let walked = walk::walk(&root, Path::new(CONTENT_FOLDER));
    let read = |file: walk::FoundFile| {
        let path = names::source_path(&file.site_path)?;
        let is_text = names::source_kind(&path) == SourceKind::Text;
        let bytes = is_text.then(|| regular_file::read(&file.real_path).ok())??;
        Some((path.clone(), Arc::new(SourceFile::new(path, bytes))))
    };
    let texts: Vec<_> = walked.files.into_par_iter().filter_map(read).collect();
    let settings = SourceFile::new(SourcePath::new(SETTINGS_FILE), settings);
    Ok(SiteTexts {
        settings: Arc::new(settings),
        texts: texts.into_iter().collect(),
    })
}

/// The repository of a site, to read the site at its commits.
pub struct Revisions {
    root: PathBuf,
    repository: Repository,
    git: Git,
    /// The path of the site in the repository, with a `/` at its end. `None` in a bare repository, where it is sought.
    folder: Option<String>,
}

/// A file in the tree of a commit.
struct Blob {
    path: SourcePath,
    hash: String,
}

/// What the tree of a commit has of a site.
#[derive(Default)]
struct Listing {
    files: Vec<Blob>,
    /// Symbolic links to files and folders.
    links: Vec<Blob>,
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
                let folder = folder_in(&repository, &root);
                (repository, Some(folder))
            }
        };
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
        let mut hash = String::new();
        let answer = self.git.run(command, |line| {
            hash = String::from_utf8_lossy(line).trim().to_owned();
            true
        });
        match answer {
            Ok(_) if is_hash(&hash) => Ok(Commit { hash }),
            // The bare directory does not know where a shallow history is cut off.
            _ if self.repository.is_shallow() => Err(RevisionError::Unknown {
                revision: format!("{}...{}", one.hash, other.hash),
                is_shallow: true,
                remote: None,
            }),
            Ok(_) => Err(RevisionError::Unrelated),
            Err(NoAnswer::Failed(message)) if message.is_empty() => Err(RevisionError::Unrelated),
            Err(reason) => Err(reason.into()),
        }
    }

    /// Reads the texts of the site at commits.
    ///
    /// # Errors
    /// A commit has no site, or not all of it is there.
    pub fn read<const N: usize>(
        &self,
        commits: [&Commit; N],
    ) -> Result<[SiteTexts; N], RevisionError> {
        let mut listings = Vec::new();
        for commit in commits {
            let mut listing = self.list(commit)?;
            self.follow_links(commit, &mut listing)?;
            listings.push(listing.files);
        }
        let hashes: BTreeSet<&str> = listings.iter().flatten().map(|it| &*it.hash).collect();
        let bytes = self.blobs(commits.first().copied(), &hashes)?;
        // A file that is the same in two commits is one value.
        let mut made: BTreeMap<(&SourcePath, &str), Arc<SourceFile>> = BTreeMap::new();
        for blob in listings.iter().flatten() {
            let bytes = bytes.get(&*blob.hash).cloned().unwrap_or_default();
            let file = || Arc::new(SourceFile::new(blob.path.clone(), bytes));
            made.entry((&blob.path, &blob.hash)).or_insert_with(file);
        }
        let texts_of = |listing: &[Blob]| -> Option<SiteTexts> {
            let files = listing.iter().filter_map(|blob| {
                let file = made.get(&(&blob.path, blob.hash.as_str()))?;
                Some((blob.path.clone(), Arc::clone(file)))
            });
            let mut texts: BTreeMap<_, _> = files.collect();
            let settings = texts.remove(&SourcePath::new(SETTINGS_FILE))?;
            Some(SiteTexts { settings, texts })
        };
        let mut read = Vec::new();
        for (commit, listing) in commits.iter().zip(&listings) {
            let no_site = || RevisionError::NoSite(commit.hash.clone());
            read.push(texts_of(listing).ok_or_else(no_site)?);
        }
        read.try_into()
            .map_err(|_| RevisionError::Failed(String::new()))
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
        let mut hash = String::new();
        let answer = self.git.run(command, |line| {
            hash = String::from_utf8_lossy(line).trim().to_owned();
            true
        });
        match answer {
            Ok(_) => Ok(Some(hash).filter(|hash| is_hash(hash))),
            Err(NoAnswer::Failed(_)) => Ok(None),
            Err(reason) => Err(reason.into()),
        }
    }

    /// Lists the texts of the site at a commit, and the links among its files.
    fn list(&self, commit: &Commit) -> Result<Listing, RevisionError> {
        let mut command = self.git.bare(&self.repository.objects(), &commit.hash)?;
        command.args(["ls-tree", "-r", "-z", "--full-tree", &commit.hash]);
        if let Some(folder) = &self.folder {
            command.arg("--");
            command.args([SETTINGS_FILE, CONTENT_FOLDER].map(|name| format!("{folder}{name}")));
        }
        let mut entries = Vec::new();
        let answer = self.git.run(command, |line| {
            entries.extend(entry(line));
            true
        });
        match answer {
            Ok(_) => {}
            // The commit itself was found, so its trees are what is missing.
            Err(NoAnswer::Failed(_)) => return Err(RevisionError::MissingObjects),
            Err(reason) => return Err(reason.into()),
        }
        let folder = match &self.folder {
            Some(folder) => folder.clone(),
            None => site_folder(&entries)
                .ok_or_else(|| RevisionError::NoSite(commit.hash.clone()))?
                .to_owned(),
        };
        let mut listing = Listing::default();
        for (mode, hash, path) in &entries {
            let Some(path) = path.strip_prefix(&folder).filter(|path| is_source(path)) else {
                continue;
            };
            let blob = Blob {
                path: SourcePath::new(path),
                hash: hash.clone(),
            };
            match mode.as_str() {
                "120000" => listing.links.push(blob),
                _ if is_text(path) => listing.files.push(blob),
                _ => {}
            }
        }
        Ok(listing)
    }

    /// Adds the files to which links lead within the content.
    fn follow_links(&self, commit: &Commit, listing: &mut Listing) -> Result<(), RevisionError> {
        if listing.links.is_empty() {
            return Ok(());
        }
        let hashes = listing.links.iter().map(|it| it.hash.as_str()).collect();
        let targets = self.blobs(Some(commit), &hashes)?;
        let mut linked = Vec::new();
        for link in &listing.links {
            let target = targets.get(link.hash.as_str());
            let target = target.and_then(|bytes| std::str::from_utf8(bytes).ok());
            let Some(target) = target.and_then(|target| link.path.join(target)) else {
                continue;
            };
            let files = listing.files.iter().filter_map(|file| {
                let below = file.path.as_str().strip_prefix(target.as_str())?;
                let is_below = below.is_empty() || below.starts_with('/');
                let path = format!("{}{below}", link.path);
                (is_below && is_text(&path)).then(|| Blob {
                    path: SourcePath::new(&path),
                    hash: file.hash.clone(),
                })
            });
            linked.extend(files);
        }
        listing.files.extend(linked);
        Ok(())
    }

    /// Reads blobs.
    fn blobs<'h>(
        &self,
        commit: Option<&Commit>,
        hashes: &BTreeSet<&'h str>,
    ) -> Result<BTreeMap<&'h str, Vec<u8>>, RevisionError> {
        let Some(commit) = commit else {
            return Ok(BTreeMap::new());
        };
        let command = self.git.bare(&self.repository.objects(), &commit.hash)?;
        let hashes: Vec<&str> = hashes.iter().copied().collect();
        let mut read = Vec::with_capacity(hashes.len());
        let visit = |object: Option<&[u8]>| read.push(object.map(<[u8]>::to_vec));
        self.git.read_objects(command, &hashes, visit)?;
        if read.iter().any(Option::is_none) || read.len() < hashes.len() {
            return Err(RevisionError::MissingObjects);
        }
        Ok(hashes.into_iter().zip(read.into_iter().flatten()).collect())
    }
}

/// The path of a site in the repository, with a `/` at its end. Empty at the root.
fn folder_in(repository: &Repository, root: &Path) -> String {
    let site = root.strip_prefix(repository.working_tree());
    let names = site.unwrap_or(Path::new("")).components();
    let names = names.filter_map(|component| match component {
        Component::Normal(name) => Some(format!("{}/", name.to_string_lossy())),
        _ => None,
    });
    names.collect()
}

/// Reads a line of `ls-tree`: mode, hash and path of a file or link. Names that are not UTF-8 are not part of a site.
fn entry(line: &[u8]) -> Option<(String, String, String)> {
    let line = std::str::from_utf8(line).ok()?;
    let (about, path) = line.split_once('\t')?;
    let mut words = about.split(' ');
    let (mode, kind, hash) = (words.next()?, words.next()?, words.next()?);
    (kind == "blob").then(|| (mode.to_owned(), hash.to_owned(), path.to_owned()))
}

/// The folder of the settings that are nearest to the root, with a `/` at its end.
fn site_folder(entries: &[(String, String, String)]) -> Option<&str> {
    let paths = entries.iter().map(|(.., path)| path.as_str());
    let folders = paths.filter_map(|path| path.strip_suffix(SETTINGS_FILE));
    let folders = folders.filter(|folder| folder.is_empty() || folder.ends_with('/'));
    folders.min_by_key(|folder| (folder.matches('/').count(), *folder))
}

/// Whether a path is that of the settings, or of something in the content that is read.
fn is_source(path: &str) -> bool {
    let mut names = path.split('/');
    match names.next() {
        Some(SETTINGS_FILE) => names.next().is_none(),
        Some(CONTENT_FOLDER) => names.all(|name| {
            let name = OsStr::new(name);
            names::is_visible(name)
                && names::skipped_by_name(name, fate(&name.to_string_lossy())).is_none()
        }),
        _ => false,
    }
}

/// Whether a path is that of the settings, of a page or of a registry.
fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path == SETTINGS_FILE || matches!(fate(name), Fate::Page | Fate::Registry)
}
