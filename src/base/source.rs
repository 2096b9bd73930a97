//! The source files of a site, as values.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::digest::Digest;

/// The name of the settings file, which marks the root of a site.
pub const SETTINGS_FILE: &str = "site.toml";

/// The name of the list of published addresses, beside the settings.
pub const ADDRESSES_FILE: &str = "urls.txt";

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

path!(SourcePath);

impl SourcePath {
    /// A path of a site's file.
    pub fn new(path: &str) -> SourcePath {
        SourcePath(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder of the file. Empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The name of the file in its folder.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The target of a relative link in this file. Returns `None` if the link leaves the root.
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

    /// The relative path to this file from the folder of another, by which [`Self::join`] leads back here.
    pub fn relative_from(&self, other: &SourcePath) -> String {
        let from = other.folder().split('/').filter(|part| !part.is_empty());
        let shared = from.clone().zip(self.folder().split('/'));
        let shared = shared.take_while(|(a, b)| a == b).count();
        let up = from.skip(shared).map(|_| "..");
        let down = self.as_str().split('/').skip(shared);
        up.chain(down).collect::<Vec<_>>().join("/")
    }
}

/// A text file with its bytes: a page, a registry, the settings, a file of a theme.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path from the site's root.
    pub path: SourcePath,
    /// The version of the file.
    pub state: FileState,
    /// The bytes, which may not be UTF-8.
    pub bytes: Vec<u8>,
}

/// The version of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FileState {
    /// The digest of the bytes.
    pub digest: Digest,
    /// The last commit that changed the file. `None` if the history does not tell.
    pub committed: Option<CommitStamp>,
}

/// When a commit was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CommitStamp {
    /// In seconds since 1970, by the clock of whoever made it.
    pub seconds: i64,
    /// The length of the longest line of commits that ends in one that changed the file. It never falls: that of a later
    /// commit is higher, whatever clocks say and whichever branch was merged into which.
    pub number: u32,
}

impl SourceFile {
    /// A file without a history.
    pub fn new(path: SourcePath, bytes: Vec<u8>) -> SourceFile {
        let state = FileState {
            digest: Digest::of(&bytes),
            committed: None,
        };
        SourceFile { path, state, bytes }
    }

    /// The text, for reports. Bytes that are not UTF-8 are replaced, which changes the offsets after them.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }
}

/// A file that pages may link to and that is copied as it is: an image, a PDF.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The path from the site's root.
    pub path: SourcePath,
    /// The absolute path of the file.
    pub on_disk: Arc<Path>,
    /// The number of bytes.
    pub size: u64,
    /// The digest of the bytes.
    pub digest: Digest,
}

/// All source files of a site. Texts have only their states here; their bytes are in [`Changes`].
#[derive(Clone, Debug)]
pub struct SourceTree {
    /// `site.toml`.
    pub settings: SourceFile,
    /// Markdown and registries under `content/`, by path.
    pub texts: BTreeMap<SourcePath, FileState>,
    /// All other files under `content/`, by path.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// Files under `themes/`, by path, and those of the theme that comes with the program.
    pub themes: BTreeMap<SourcePath, SourceFile>,
    /// The list of published addresses, if there is one.
    pub addresses: Option<SourceFile>,
}

/// The changes to a source tree: files that were added or removed, or have a new digest or date.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Whether `site.toml` has changed.
    pub settings: bool,
    /// The changed Markdown and registries with their new bytes. `None` stands for a removed file.
    pub texts: BTreeMap<SourcePath, Option<SourceFile>>,
    /// The changed assets.
    pub assets: BTreeSet<SourcePath>,
    /// The changed files of themes.
    pub themes: BTreeSet<SourcePath>,
    /// The list of published addresses, if it has changed.
    pub addresses: Option<SourcePath>,
    /// Whether the findings about unreadable files have changed.
    pub faults: bool,
}

impl Changes {
    /// Whether there are no changes.
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
        self.addresses = later.addresses.or(self.addresses);
        self.faults |= later.faults;
        self
    }

    /// The changed files, without the settings.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        let texts = self.texts.keys();
        let others = self.assets.iter().chain(&self.themes);
        texts.chain(others).chain(&self.addresses)
    }
}
