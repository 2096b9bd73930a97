//! Looking at files, and taking over what they are.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Sources;
use crate::base::digest::Digest;
use crate::base::source::{FileState, SourceFile, SourcePath};
use crate::site::sources::SETTINGS;
use crate::site::sources::changes::Before;
use crate::site::sources::fault::{Fault, is_gone};
use crate::site::sources::links::{self, Link};
use crate::site::sources::names::{self, Kind};
use crate::site::sources::read::{self, Seen, Value, Wanted};
use crate::site::sources::walk::{self, Look};

impl Sources {
    /// Looks at the settings. Whether they are others.
    pub(super) fn look_at_settings(&mut self) -> bool {
        let path = Path::new(SETTINGS);
        self.links.remove_below(path);
        let on_disk = self.root.join(path);
        if on_disk.is_symlink() {
            self.links
                .add(Link::follow(path.to_owned(), &self.root, path.as_os_str()));
        }
        match fs::read(on_disk) {
            Ok(bytes) => {
                self.unreadable.remove(path);
                let file = SourceFile::new(SourcePath::new(SETTINGS), bytes);
                let changed = file.state != self.tree.settings.state;
                self.tree.settings = file;
                changed
            }
            Err(error) => {
                let fault = match is_gone(&error) {
                    true => Fault::MISSING,
                    false => Fault::of(&error),
                };
                self.unreadable.insert(path.to_owned(), fault);
                false
            }
        }
    }

    /// Looks at a path below one of the folders, and at all that is below it.
    pub(super) fn look_at(&mut self, path: &Path, before: &mut Before) {
        let now = SystemTime::now();
        let Look {
            files,
            faults,
            links,
        } = walk::look(&self.root, path);
        let mut gone: BTreeSet<PathBuf> = links::below(&self.seen, path).cloned().collect();
        let unreadable: Vec<PathBuf> = links::below(&self.unreadable, path).cloned().collect();
        unreadable
            .iter()
            .for_each(|path| drop(self.unreadable.remove(path)));
        self.unreadable.extend(faults);
        self.links.remove_below(path);
        links.into_iter().for_each(|link| self.links.add(link));

        let mut wanted = Vec::new();
        for (shown, metadata) in files {
            let Some(source) = names::source_path(&shown) else {
                self.unreadable.insert(shown, Fault::NAME);
                continue;
            };
            gone.remove(&shown);
            let seen = Seen::new(&metadata, now);
            let known = self
                .seen
                .get(&shown)
                .is_some_and(|before| seen.is_as(before));
            // What was named itself is read in any case.
            if !known || shown == path {
                let digest = self.known.digest(source.as_str(), seen.stamp());
                let is_new = digest.is_none() && names::kind(&source) != Kind::Theme;
                self.unknown += usize::from(is_new);
                wanted.push(Wanted {
                    digest,
                    shown,
                    path: source,
                    seen,
                });
            }
        }
        gone.iter().for_each(|shown| self.remove(shown, before));
        for (wanted, value) in read::all(&self.root, wanted) {
            self.put(wanted, value, before);
        }
    }

    fn put(&mut self, wanted: Wanted, value: io::Result<Value>, before: &mut Before) {
        let Wanted {
            shown, path, seen, ..
        } = wanted;
        match value {
            Ok(value) => {
                before.note(&self.tree, &path);
                self.seen.insert(shown, seen);
                match value {
                    Value::Asset(asset) => drop(self.tree.assets.insert(path, asset)),
                    Value::KnownText(digest) => self.put_text(path, digest),
                    Value::File(file) if names::kind(&path) == Kind::Theme => {
                        self.tree.themes.insert(path, file);
                    }
                    Value::File(file) => {
                        self.put_text(path.clone(), file.state.digest);
                        self.unparsed.insert(path, file);
                    }
                }
            }
            Err(error) => {
                self.remove(&shown, before);
                // It may be gone since it was seen.
                if !is_gone(&error) {
                    self.unreadable.insert(shown, Fault::of(&error));
                }
            }
        }
    }

    fn remove(&mut self, shown: &Path, before: &mut Before) {
        let known = self.seen.remove(shown);
        if let Some(path) = known.and_then(|_| names::source_path(shown)) {
            before.note(&self.tree, &path);
            match names::kind(&path) {
                Kind::Asset => drop(self.tree.assets.remove(&path)),
                Kind::Theme => drop(self.tree.themes.remove(&path)),
                Kind::Text => {
                    self.tree.texts.remove(&path);
                    self.unparsed.remove(&path);
                }
            }
        }
    }

    /// Puts a text into the tree. Its date follows when all files were looked at.
    fn put_text(&mut self, path: SourcePath, digest: Digest) {
        let committed = self.history.date(&path);
        self.tree
            .texts
            .insert(path, FileState { digest, committed });
    }
}
