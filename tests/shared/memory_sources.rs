//! The sources of a site in memory, and the turns of a workspace that is made from them.
// No test needs all of it.
#![allow(dead_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use raccordo::base::digest::Digest;
use raccordo::base::output::MemoryStore;
use raccordo::base::source::{Asset, Changes, SourceFile, SourcePath, SourceTree};
use raccordo::build::{AsOf, Observer, Outcome, Turn, Workspace};
use raccordo::site::theme::add_embedded;

/// Files with their bytes, by path from the root of the site.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The sources of a site in memory.
pub struct MemorySources {
    files: Files,
    tree: SourceTree,
}

impl MemorySources {
    /// The sources in these files. There is no theme but those among them.
    pub fn new(files: &Files) -> MemorySources {
        let mut tree = SourceTree {
            settings: file("site.toml", &files["site.toml"]),
            texts: BTreeMap::new(),
            assets: BTreeMap::new(),
            themes: BTreeMap::new(),
            addresses: None,
        };
        for (path, bytes) in files {
            let source = SourcePath::new(path);
            if path.starts_with("themes/") {
                tree.themes.insert(source, file(path, bytes));
            } else if is_text(path) {
                tree.texts.insert(source, file(path, bytes).state);
            } else if path.starts_with("content/") {
                tree.assets.insert(source, asset(path, bytes));
            }
        }
        let files = files.clone();
        MemorySources { files, tree }
    }

    /// The same, with the theme that comes with the program.
    pub fn with_embedded_theme(mut self) -> MemorySources {
        add_embedded(&mut self.tree.themes);
        self
    }

    /// The sources.
    pub fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// All of them, as in a first turn.
    pub fn everything(&self) -> Changes {
        Changes {
            settings: true,
            texts: self.with_bytes(self.tree.texts.keys().cloned()),
            assets: self.tree.assets.keys().cloned().collect(),
            themes: self.tree.themes.keys().cloned().collect(),
            addresses: None,
            faults: true,
        }
    }

    /// How they differ from those of before.
    pub fn changes_since(&self, before: &MemorySources) -> Changes {
        let (now, before) = (&self.tree, &before.tree);
        Changes {
            settings: before.settings.state != now.settings.state,
            texts: self.with_bytes(differing(&before.texts, &now.texts, |it| it.digest)),
            assets: differing(&before.assets, &now.assets, |it| it.digest),
            themes: differing(&before.themes, &now.themes, |it| it.state.digest),
            addresses: None,
            faults: false,
        }
    }

    /// The text of a file, for the places of findings.
    pub fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        let theme = self.tree.themes.get(path);
        let bytes = match theme {
            Some(file) => &file.bytes,
            None => self
                .files
                .get(path.as_str())
                .filter(|_| !self.tree.assets.contains_key(path))?,
        };
        Some(String::from_utf8_lossy(bytes).into())
    }

    /// Texts with their bytes; `None` for those that are gone.
    fn with_bytes(
        &self,
        paths: impl IntoIterator<Item = SourcePath>,
    ) -> BTreeMap<SourcePath, Option<SourceFile>> {
        let texts = paths.into_iter().map(|path| {
            let bytes = self.files.get(path.as_str());
            let text = bytes.map(|bytes| file(path.as_str(), bytes));
            (path, text)
        });
        texts.collect()
    }
}

/// Takes a turn with a workspace that remembers no other sources than these, as a project does.
pub fn turn(
    workspace: &mut Workspace,
    sources: &MemorySources,
    changes: Changes,
    as_of: AsOf,
    observer: Observer<'_>,
) -> Outcome {
    let (mut changes, needs_all) = workspace.load_settings_and_theme(sources.tree(), changes);
    if needs_all {
        changes = changes.then(sources.everything());
    }
    let turn = Turn {
        tree: sources.tree(),
        changes,
        faults: &[],
        as_of,
        each_lost_address: false,
    };
    workspace.turn(turn, &MemoryStore, observer)
}

fn file(path: &str, bytes: &[u8]) -> SourceFile {
    SourceFile::new(SourcePath::new(path), bytes.to_vec())
}

/// A file that is copied. It is nowhere on disk.
fn asset(path: &str, bytes: &[u8]) -> Asset {
    Asset {
        path: SourcePath::new(path),
        on_disk: Arc::from(Path::new(path)),
        size: bytes.len() as u64,
        digest: Digest::of(bytes),
    }
}

fn is_text(path: &str) -> bool {
    path.starts_with("content/") && (path.ends_with(".md") || path.ends_with(".yaml"))
}

/// The paths of files that are new, gone or others.
fn differing<T>(
    before: &BTreeMap<SourcePath, T>,
    now: &BTreeMap<SourcePath, T>,
    digest: impl Fn(&T) -> Digest,
) -> BTreeSet<SourcePath> {
    let paths: BTreeSet<&SourcePath> = before.keys().chain(now.keys()).collect();
    let digests = |path| (before.get(path).map(&digest), now.get(path).map(&digest));
    let differing = paths.into_iter().filter(|path| {
        let (before, now) = digests(*path);
        before != now
    });
    differing.cloned().collect()
}
