//! What a build is made from, as values: the files of a site and what is known about them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::digest::Digest;

/// The name of the settings file, which marks the root of a site.
pub const SETTINGS_FILE: &str = "site.toml";

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
pub struct SourcePath(Arc<str>);

impl From<&SourcePath> for Arc<str> {
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

/// A text file with its bytes: a page, a registry, the settings, a file of a theme.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Where it is, from the site's root.
    pub path: SourcePath,
    /// Which version of it this is.
    pub state: FileState,
    /// Its bytes, which may not be UTF-8.
    pub bytes: Vec<u8>,
}

/// Which version of a file this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FileState {
    /// The digest of its bytes.
    pub digest: Digest,
    /// The day of the last commit that changed it, where the history knows it.
    pub committed: Option<Date>,
}

impl SourceFile {
    /// A file whose history is not known.
    pub fn new(path: SourcePath, bytes: Vec<u8>) -> SourceFile {
        let state = FileState {
            digest: Digest::of(&bytes),
            committed: None,
        };
        SourceFile { path, state, bytes }
    }

    /// Its text for reports. Bytes that are not UTF-8 are replaced; the text before the first of them keeps its
    /// offsets.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
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

/// Everything that a build is made from. Texts are there by their state only: their bytes travel with [`Changes`].
#[derive(Debug)]
pub struct SourceTree {
    /// `site.toml`.
    pub settings: SourceFile,
    /// Markdown and registries under `content/`, by path.
    pub texts: BTreeMap<SourcePath, FileState>,
    /// All other files under `content/`, by path.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// Files under `themes/`, by path, and those of the theme that comes with the program.
    pub themes: BTreeMap<SourcePath, SourceFile>,
}

/// What has changed in a source tree: files that are new, gone, or have another digest or date.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Whether `site.toml` has changed.
    pub settings: bool,
    /// Markdown and registries as they are now; `None` for those that are gone.
    pub texts: BTreeMap<SourcePath, Option<SourceFile>>,
    /// Files that are copied.
    pub assets: BTreeSet<SourcePath>,
    /// Files of themes.
    pub themes: BTreeSet<SourcePath>,
    /// Whether other files than before cannot be read.
    pub faults: bool,
}

impl Changes {
    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        !self.settings && !self.faults && self.files().next().is_none()
    }

    /// These changes, followed by later ones.
    #[must_use]
    pub fn then(mut self, later: Changes) -> Changes {
        self.settings |= later.settings;
        self.texts.extend(later.texts);
        self.assets.extend(later.assets);
        self.themes.extend(later.themes);
        self.faults |= later.faults;
        self
    }

    /// The files that have changed, the settings left out.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        let texts = self.texts.keys();
        texts.chain(&self.assets).chain(&self.themes)
    }
}
