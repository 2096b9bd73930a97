//! Reading whole files, in parallel.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::names::{SourceKind, source_kind};
use super::observed_stamp::ObservedStamp;
use crate::base::digest::Digest;
use crate::base::source::{Asset, SourceFile, SourcePath};
use crate::site::regular_file;

/// Fewer files are read sooner by one thread than by several.
const MIN_PARALLEL_FILES: usize = 8;

pub(super) struct FileToRead {
    /// The path from the root, before links are followed.
    pub(super) site_path: PathBuf,
    /// The absolute path, without links.
    pub(super) real_path: PathBuf,
    /// The path from the root as a value.
    pub(super) path: SourcePath,
    /// The stamp of the file before it is read.
    pub(super) observed: ObservedStamp,
    /// The digest of the bytes, if the cache has it. Then a text is not read yet.
    pub(super) digest: Option<Digest>,
}

pub(super) enum ReadContent {
    /// A text.
    Text(SourceFile),
    /// A text that was not read, because the cache has its digest.
    CachedText(Digest),
    /// A file of a theme.
    Theme(SourceFile),
    /// The list of published addresses.
    Addresses(SourceFile),
    /// An asset.
    Asset(Asset),
}

pub(super) fn read_files(files: Vec<FileToRead>) -> Vec<(FileToRead, io::Result<ReadContent>)> {
    let read = |file: FileToRead| {
        let content = read_file(&file);
        (file, content)
    };
    if files.len() < MIN_PARALLEL_FILES {
        return files.into_iter().map(read).collect();
    }
    files.into_par_iter().map(read).collect()
}

fn read_file(file: &FileToRead) -> io::Result<ReadContent> {
    let on_disk = &file.real_path;
    let read = || {
        Ok(SourceFile::new(
            file.path.clone(),
            regular_file::read(on_disk)?,
        ))
    };
    match (source_kind(&file.path), file.digest) {
        (SourceKind::Text, Some(digest)) => Ok(ReadContent::CachedText(digest)),
        (SourceKind::Text, None) => read().map(ReadContent::Text),
        (SourceKind::Theme, _) => read().map(ReadContent::Theme),
        (SourceKind::Addresses, _) => read().map(ReadContent::Addresses),
        (SourceKind::Asset, digest) => Ok(ReadContent::Asset(Asset {
            path: file.path.clone(),
            size: file.observed.stamp().size,
            digest: digest.map_or_else(|| Digest::of_reader(regular_file::open(on_disk)?), Ok)?,
            on_disk: Arc::from(on_disk.as_path()),
        })),
    }
}
