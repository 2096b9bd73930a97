//! What a build is made from, as values: the files of a site and what is known about them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use borsh::{BorshDeserialize, BorshSerialize};

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::digest::Digest;
use super::shared::SharedStr;

/// A source file's path from the site's root, `/`-separated: `content/novara/_index.md`.
#[derive(
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub struct SourcePath(SharedStr);

impl From<&SourcePath> for SharedStr {
    fn from(path: &SourcePath) -> Self {
        path.0.clone()
    }
}

impl SourcePath {
    /// A path of a site's file.
    pub fn new(path: &str) -> SourcePath {
        SourcePath(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds the file, or nothing at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The name of the file in its folder.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The path that a relative link in this file leads to, or `None` when it leaves the root.
    pub fn join(&self, relative: &str) -> Option<SourcePath> {
        let mut parts: Vec<&str> = self
            .folder()
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(SourcePath(parts.join("/").into()))
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// A text file: Markdown, a registry, the settings, a template.
#[derive(Debug)]
pub struct SourceFile {
    /// Where, from the site's root.
    pub path: SourcePath,
    /// The digest of the bytes.
    pub digest: Digest,
    /// The day of the last commit that changed it, where the history knows it.
    pub committed: Option<Date>,
    /// As they were read, until somebody lets go of them.
    bytes: Mutex<Option<Arc<Vec<u8>>>>,
    /// Where they can be had again.
    archive: Option<Arc<dyn Archive>>,
    /// The text, once a report has asked for it.
    text: OnceLock<Option<Box<str>>>,
}

/// Where the bytes of files can be had again.
pub trait Archive: fmt::Debug + Send + Sync {
    /// What is in a file now, if it is there.
    fn read(&self, path: &SourcePath) -> Option<Vec<u8>>;
}

impl SourceFile {
    /// A file of which the history is not known, and whose bytes, which may not be UTF-8, are nowhere else.
    pub fn new(path: SourcePath, bytes: Vec<u8>) -> SourceFile {
        SourceFile {
            path,
            digest: Digest::of(&bytes),
            committed: None,
            bytes: Mutex::new(Some(Arc::new(bytes))),
            archive: None,
            text: OnceLock::new(),
        }
    }

    /// The same, with an archive that has its bytes, too.
    #[must_use]
    pub fn kept_in(self, archive: Arc<dyn Archive>) -> SourceFile {
        SourceFile {
            archive: Some(archive),
            ..self
        }
    }

    /// A file whose digest is known, and whose bytes are in an archive.
    pub fn known(path: SourcePath, digest: Digest, archive: Arc<dyn Archive>) -> SourceFile {
        SourceFile {
            path,
            digest,
            committed: None,
            bytes: Mutex::new(None),
            archive: Some(archive),
            text: OnceLock::new(),
        }
    }

    /// Its bytes. None when nobody holds them any more and the file has become another since, which the next look
    /// at the site will find.
    pub fn bytes(&self) -> Option<Arc<Vec<u8>>> {
        let held = self.bytes.lock().ok()?.clone();
        held.or_else(|| {
            let again = self.archive.as_ref()?.read(&self.path)?;
            (Digest::of(&again) == self.digest).then(|| Arc::new(again))
        })
    }

    /// Holds the bytes, as long as nobody lets go of them. Whether they are to be had.
    pub fn hold(&self) -> bool {
        let Some(bytes) = self.bytes() else {
            return false;
        };
        self.bytes.lock().is_ok_and(|mut held| {
            *held = Some(bytes);
            true
        })
    }

    /// Lets go of the bytes, if they can be had again. What was made of them is smaller, or lives as long.
    pub fn let_go(&self) {
        if self.archive.is_some()
            && let Ok(mut bytes) = self.bytes.lock()
        {
            *bytes = None;
        }
    }

    /// Its text, for reports: bytes that are not UTF-8 are replaced, and the text before the first of them keeps its
    /// places. None as for the bytes.
    pub fn text(&self) -> Option<&str> {
        let text = || {
            let bytes = self.bytes()?;
            Some(String::from_utf8_lossy(&bytes).into())
        };
        self.text.get_or_init(text).as_deref()
    }
}

/// A file that pages may link to and that is copied as it is: an image, a PDF.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Where, from the site's root.
    pub path: SourcePath,
    /// Where on this machine.
    pub on_disk: Arc<Path>,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// Everything that a build is made from. Stages after loading read nothing else.
#[derive(Debug)]
pub struct SourceTree {
    /// `site.toml`.
    pub settings: SourceFile,
    /// Markdown and registries under `content/`, by path.
    pub texts: BTreeMap<SourcePath, SourceFile>,
    /// All other files under `content/`, by path.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// Files under `themes/`, by path, and those of the theme that comes with the program.
    pub themes: BTreeMap<SourcePath, SourceFile>,
}

/// What has changed in a source tree: files that are new, gone, or have another digest or date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Whether `site.toml` has.
    pub settings: bool,
    /// Markdown and registries.
    pub texts: BTreeSet<SourcePath>,
    /// Files that are copied.
    pub assets: BTreeSet<SourcePath>,
    /// Files of themes.
    pub themes: BTreeSet<SourcePath>,
    /// Whether other files than before could not be read.
    pub faults: bool,
}

impl Changes {
    /// That there was nothing before.
    pub fn everything(tree: &SourceTree) -> Changes {
        Changes {
            settings: true,
            texts: tree.texts.keys().cloned().collect(),
            assets: tree.assets.keys().cloned().collect(),
            themes: tree.themes.keys().cloned().collect(),
            faults: true,
        }
    }

    /// Whether nothing has.
    pub fn is_empty(&self) -> bool {
        *self == Changes::default()
    }

    /// These, and then others.
    pub fn and(mut self, others: &Changes) -> Changes {
        self.settings |= others.settings;
        self.texts.extend(others.texts.iter().cloned());
        self.assets.extend(others.assets.iter().cloned());
        self.themes.extend(others.themes.iter().cloned());
        self.faults |= others.faults;
        self
    }

    /// The files that have, the settings left out.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        self.texts.iter().chain(&self.assets).chain(&self.themes)
    }
}

impl SourceTree {
    /// The text of a file, for reports: see [`SourceFile::text`].
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        let settings = Some(&self.settings).filter(|file| file.path == *path);
        let file = settings
            .or_else(|| self.texts.get(path))
            .or_else(|| self.themes.get(path));
        file?.text()
    }
}
