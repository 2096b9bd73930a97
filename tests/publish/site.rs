//! A folder to publish into, and words for what happens to it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use raccordo::base::digest::Digest;
use raccordo::base::output::{Output, OutputContent, OutputPath};
use raccordo::site::publish::{Delta, MANIFEST, PublishError, Publisher, Update};
use tempfile::TempDir;

/// A file as a visitor of the folder sees it: bytes (or where a link leads), modification time, inode.
pub(crate) type Seen = BTreeMap<String, (Vec<u8>, SystemTime, u64)>;

/// An output folder `out` in a folder of its own.
pub(crate) struct Site {
    pub(crate) root: TempDir,
}

impl Site {
    pub(crate) fn new() -> Site {
        let root = tempfile::tempdir().unwrap();
        Site { root }
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.root.path().join("out")
    }

    pub(crate) fn publish(&self, files: &[(&str, &str)]) -> Delta {
        publish(&self.out(), &outputs(files)).unwrap()
    }

    /// Writes a file by hand.
    pub(crate) fn put(&self, path: &str, text: &str) {
        let file = self.out().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub(crate) fn seen(&self) -> Seen {
        entries(&self.out())
            .filter(|entry| !entry.file_type().is_dir())
            .map(|entry| {
                let metadata = entry.metadata().unwrap();
                let bytes = fs::read_link(entry.path())
                    .map(|to| to.into_os_string().into_encoded_bytes())
                    .or_else(|_| fs::read(entry.path()))
                    .unwrap();
                let path = entry.path().strip_prefix(self.out()).unwrap();
                let seen = (bytes, metadata.modified().unwrap(), metadata.ino());
                (path.to_str().unwrap().to_owned(), seen)
            })
            .collect()
    }

    /// `path text` of each file but the manifest.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.seen()
            .iter()
            .filter(|(path, _)| *path != MANIFEST)
            .map(|(path, (bytes, ..))| format!("{path} {}", String::from_utf8_lossy(bytes)))
            .collect()
    }

    pub(crate) fn folder_times(&self) -> Vec<(PathBuf, u64, SystemTime)> {
        entries(&self.out())
            .filter(|entry| entry.file_type().is_dir())
            .map(|entry| {
                let metadata = entry.metadata().unwrap();
                (
                    entry.into_path(),
                    metadata.ino(),
                    metadata.modified().unwrap(),
                )
            })
            .collect()
    }
}

/// Publishes a whole site, once.
pub(crate) fn publish(out: &Path, outputs: &[Output]) -> Result<Delta, PublishError> {
    Publisher::open(out)?.publish(Update::whole(outputs.to_vec()))
}

fn entries(out: &Path) -> impl Iterator<Item = walkdir::DirEntry> {
    walkdir::WalkDir::new(out)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
}

pub(crate) fn outputs(files: &[(&str, &str)]) -> Vec<Output> {
    files
        .iter()
        .map(|(path, text)| Output::of(OutputPath::file(path), text.as_bytes().to_vec()))
        .collect()
}

pub(crate) fn copy(path: &str, source: &Path) -> Output {
    Output {
        path: OutputPath::file(path),
        content: OutputContent::Copy(source.into()),
        digest: Digest::of(&fs::read(source).unwrap_or_default()),
    }
}

/// `+created ~replaced -removed =unchanged`.
pub(crate) fn said(delta: &Delta) -> String {
    let marked = [
        (&delta.created, '+'),
        (&delta.replaced, '~'),
        (&delta.removed, '-'),
    ];
    let mut words: Vec<String> = marked
        .iter()
        .flat_map(|(paths, mark)| paths.iter().map(move |path| format!("{mark}{path}")))
        .collect();
    words.push(format!("={}", delta.unchanged));
    words.join(" ")
}
