//! The files of the built site, and their paths.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::digest::Digest;
use super::portable_path::{self, PathFault};

/// The name of the list of all files of a site, which is published with them.
pub const MANIFEST: &str = ".raccordo-manifest";

/// A file of the built site: relative, `/`-separated, without `.`, `..` or empty parts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct OutputPath(Arc<str>);

path!(OutputPath);

impl OutputPath {
    /// The file of the page in this folder: `novara` is `novara/index.html`, the empty folder the home page.
    pub fn page(folder: &str) -> OutputPath {
        OutputPath::file(&format!("{folder}/index.html"))
    }

    /// Any file. Empty parts and dots are dropped, so that no path leads out of the site.
    pub fn file(path: &str) -> OutputPath {
        let parts: Vec<&str> = path
            .split('/')
            .filter(|part| !matches!(*part, "" | "." | ".."))
            .collect();
        OutputPath(parts.join("/").into())
    }

    /// The path as text: `novara/index.html`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder of the file, with a `/` at its end. Empty at the root.
    pub fn folder(&self) -> &str {
        let end = self.0.rfind('/').map_or(0, |at| at + 1);
        self.0.get(..end).unwrap_or_default()
    }

    /// The address on a host, percent-encoded, without a leading `/`: a page's folder with its `/`
    /// (`novara/`), or the file.
    pub fn address(&self) -> String {
        let path = match self.0.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => &self.0,
        };
        encode(path).into_owned()
    }

    /// The path that this one and all those share that some disk takes for the same.
    pub fn folded(&self) -> OutputPath {
        match portable_path::folded(&self.0) {
            Cow::Borrowed(_) => self.clone(),
            Cow::Owned(folded) => OutputPath(folded.into()),
        }
    }

    /// Why no file can be published at this path. Returns `None` if one can.
    pub fn fault(&self) -> Option<PathFault> {
        PathFault::of(&self.0)
    }

    /// The relative path from a page to the root of the site: `../../`. Empty for the home page.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The path as part of a link, percent-encoded: `novara/index.html`.
    pub fn href(&self) -> Cow<'_, str> {
        encode(&self.0)
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A file of the built site.
#[derive(Clone, Debug)]
pub struct Output {
    /// The path in the site.
    pub path: OutputPath,
    /// The bytes, or where they are.
    pub content: OutputContent,
    /// The digest of the content's bytes.
    pub digest: Digest,
}

/// The content of an output.
#[derive(Clone, Debug)]
pub enum OutputContent {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// The bytes of a file on disk, by its absolute path.
    Copy(Arc<Path>),
    /// The bytes of a temporary file, which is moved into the site.
    TemporaryFile(Arc<dyn TemporaryFile>),
}

/// A temporary file with the bytes of an output. Dropping it removes the file, unless the file was moved.
pub trait TemporaryFile: fmt::Debug + Send + Sync {
    /// The path of the file before it is moved.
    fn path(&self) -> PathBuf;

    /// Moves the file to a path on the same disk. A file can be moved once.
    fn move_to(&self, to: &Path) -> io::Result<()>;
}

/// Stores the bytes of outputs until they are published. Called from many threads.
pub trait ContentStore: Sync {
    /// Stores bytes.
    fn add(&self, bytes: Vec<u8>) -> OutputContent;
}

/// A store in memory.
pub struct MemoryStore;

impl ContentStore for MemoryStore {
    fn add(&self, bytes: Vec<u8>) -> OutputContent {
        OutputContent::Bytes(bytes.into())
    }
}

impl Output {
    /// An output made of bytes.
    pub fn of(path: OutputPath, bytes: Vec<u8>) -> Output {
        let digest = Digest::of(&bytes);
        Output {
            path,
            content: OutputContent::Bytes(bytes.into()),
            digest,
        }
    }
}

fn encode(path: &str) -> Cow<'_, str> {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    // Nearly every path is plain. Without an early exit, the loop checks many bytes at once.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() | matches!(byte, b'/' | b'-' | b'.');
    if path.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return Cow::Borrowed(path);
    }
    const UNESCAPED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'/')
        .remove(b'-')
        .remove(b'_')
        .remove(b'.')
        .remove(b'~');
    Cow::from(utf8_percent_encode(path, UNESCAPED))
}
