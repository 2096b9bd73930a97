//! After any sequence of changes, refreshed sources are those that opening the site finds.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use raccordo::site::StatCache;
use raccordo::site::sources::{ChangeHints, Sources};

use super::folder::{Folder, assert_fresh, refresh};
use super::stat_cache::settle;

const FOLDERS: [&str; 10] = [
    "content/common",
    "content",
    "content/a",
    "content/a/b",
    "content/c",
    "themes/mine",
    "themes/civico",
    "common",
    "common/s",
    "content/.hidden",
];
const NAMES: [&[u8]; 12] = [
    b"x.md",
    b"y.yaml",
    b"z.png",
    b"l",
    b"m",
    b"a",
    b"b",
    b".dot.md",
    b"x.md~",
    b"#x#",
    b"odd\xff.md",
    b"s",
];
const TARGETS: [&str; 18] = [
    "../c",
    "../a/x.md",
    "a/b",
    "../common/x.md",
    "../common",
    "../common/s",
    "x.md",
    "a",
    "../content/a",
    ".",
    "..",
    "../../common/x.md",
    "l",
    "m/x.md",
    "nowhere",
    "@/common/l",
    "@/content/c",
    "@/../outside",
];

#[derive(Clone, Debug)]
enum Op {
    Write(usize, usize, u8),
    MakeFolder(usize, usize),
    Remove(usize, usize),
    RemoveFolder(usize),
    Rename((usize, usize), (usize, usize)),
    RenameFolder(usize, usize, usize),
    Link(usize, usize, usize),
    Settings(u8),
    LinkSettings,
}

#[derive(Clone, Copy, Debug)]
enum Told {
    Exactly,
    Folders,
    More,
    Everything,
}

fn op() -> impl Strategy<Value = Op> {
    let folder = || 0..FOLDERS.len();
    let place = || (0..FOLDERS.len(), 0..NAMES.len());
    prop_oneof![
        6 => (place(), 0..3u8).prop_map(|((f, n), text)| Op::Write(f, n, text)),
        1 => place().prop_map(|(f, n)| Op::MakeFolder(f, n)),
        3 => place().prop_map(|(f, n)| Op::Remove(f, n)),
        1 => folder().prop_map(Op::RemoveFolder),
        3 => (place(), place()).prop_map(|(a, b)| Op::Rename(a, b)),
        2 => (folder(), place()).prop_map(|(a, (f, n))| Op::RenameFolder(a, f, n)),
        5 => (place(), 0..TARGETS.len()).prop_map(|((f, n), t)| Op::Link(f, n, t)),
        1 => (0..3u8).prop_map(Op::Settings),
        1 => Just(Op::LinkSettings),
    ]
}

fn told() -> impl Strategy<Value = Told> {
    prop_oneof![
        Just(Told::Exactly),
        Just(Told::Folders),
        Just(Told::More),
        Just(Told::Everything)
    ]
}

/// Changes files and notes their real paths.
struct Disk<'a> {
    root: &'a Path,
    touched: BTreeSet<PathBuf>,
}

impl Disk<'_> {
    fn path(&self, folder: usize, name: usize) -> PathBuf {
        self.root
            .join(FOLDERS[folder])
            .join(OsStr::from_bytes(NAMES[name]))
    }

    fn touch(&mut self, path: &Path) {
        let folder = path.parent().unwrap();
        if let Ok(folder) = folder.canonicalize() {
            self.touched.insert(folder.join(path.file_name().unwrap()));
        }
    }

    /// Makes the folders above a path. Returns whether there is a folder now.
    fn make_above(&mut self, path: &Path) -> bool {
        let missing: Vec<_> = path
            .ancestors()
            .skip(1)
            .take_while(|it| fs::symlink_metadata(it).is_err())
            .collect();
        for folder in missing.into_iter().rev() {
            if fs::create_dir(folder).is_ok() {
                self.touch(folder);
            }
        }
        path.parent().unwrap().is_dir()
    }

    /// Writes a file. Returns whether it is there now.
    fn write(&mut self, path: &Path, content: &[u8]) -> bool {
        if !self.make_above(path) {
            return false;
        }
        self.touch(path);
        let is_written = fs::write(path, content).is_ok();
        // The path may be a link, so the real file is touched too.
        if let Ok(real) = path.canonicalize() {
            self.touched.insert(real);
        }
        is_written
    }

    fn remove(&mut self, path: &Path) {
        self.touch(path);
        let _ = fs::remove_file(path);
        if fs::symlink_metadata(path).is_ok_and(|it| it.is_dir()) {
            let _ = fs::remove_dir_all(path);
        }
    }

    fn rename(&mut self, from: &Path, to: &Path) {
        if self.make_above(to) {
            self.touch(from);
            self.touch(to);
            let _ = fs::rename(from, to);
        }
    }

    fn apply(&mut self, op: &Op) {
        match *op {
            Op::Write(folder, name, text) => {
                self.write(&self.path(folder, name), &[text]);
            }
            Op::MakeFolder(folder, name) => {
                let path = self.path(folder, name).join("inner");
                self.make_above(&path);
            }
            Op::Remove(folder, name) => {
                let path = self.path(folder, name);
                self.remove(&path);
            }
            Op::RemoveFolder(folder) => self.remove(&self.root.join(FOLDERS[folder])),
            Op::Rename(from, to) => self.rename(&self.path(from.0, from.1), &self.path(to.0, to.1)),
            Op::RenameFolder(from, folder, name) => {
                self.rename(&self.root.join(FOLDERS[from]), &self.path(folder, name));
            }
            Op::Link(folder, name, target) => {
                let path = self.path(folder, name);
                let target = TARGETS[target].replace('@', self.root.to_str().unwrap());
                if self.make_above(&path) {
                    self.touch(&path);
                    let _ = std::os::unix::fs::symlink(target, &path);
                }
            }
            Op::Settings(text) => {
                let path = self.root.join("site.toml");
                self.remove(&path);
                fs::write(&path, [text]).unwrap();
            }
            Op::LinkSettings => {
                let path = self.root.join("common/x.md");
                if self.write(&path, b"linked") {
                    self.remove(&self.root.join("site.toml"));
                    std::os::unix::fs::symlink("common/x.md", self.root.join("site.toml")).unwrap();
                }
            }
        }
    }

    fn hints(&self, told: Told) -> ChangeHints {
        let touched = self.touched.iter();
        ChangeHints::Paths(match told {
            Told::Exactly => touched.cloned().collect(),
            Told::Folders => touched
                .map(|path| path.parent().unwrap().to_owned())
                .collect(),
            Told::More => {
                let more = [
                    "content/c",
                    "public/x",
                    ".git/HEAD",
                    "content/no/such/thing.md",
                    "site.toml",
                ];
                touched
                    .cloned()
                    .chain(more.iter().map(|path| self.root.join(path)))
                    .collect()
            }
            Told::Everything => return ChangeHints::Everything,
        })
    }
}

/// A site, and a file outside it to which links may lead.
fn beside_another() -> Folder {
    let folder = Folder::new();
    let outside = folder.root.parent().unwrap().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("x.md"), "out").unwrap();
    folder
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(150))]

    #[test]
    fn a_refresh_finds_what_opening_finds(
        rounds in prop::collection::vec((prop::collection::vec(op(), 1..6), told()), 1..12),
    ) {
        let folder = beside_another();
        let mut sources = folder.open();
        let mut pending = BTreeSet::new();
        for (ops, told) in rounds {
            let mut disk = Disk { root: &folder.root, touched: std::mem::take(&mut pending) };
            ops.iter().for_each(|op| disk.apply(op));
            refresh(&mut sources, &disk.hints(told));
            if Sources::open(&folder.root).is_ok() {
                assert_fresh(&sources, &folder.root);
            } else {
                prop_assert!(sources.faults().iter().any(|fault| fault.place.file.as_str() == "site.toml"));
            }
        }
    }

    #[test]
    fn opening_with_a_stat_cache_finds_what_opening_finds(
        before in prop::collection::vec(op(), 1..12),
        after in prop::collection::vec(op(), 0..6),
    ) {
        let folder = beside_another();
        let mut disk = Disk { root: &folder.root, touched: BTreeSet::new() };
        before.iter().for_each(|op| disk.apply(op));
        // Before that, the stat cache would not hold files that were just written.
        settle();
        let known = Sources::open(&folder.root).map(|sources| sources.stat_cache().to_bytes().unwrap());
        after.iter().for_each(|op| disk.apply(op));
        if let Ok(known) = known && Sources::open(&folder.root).is_ok() {
            let sources = Sources::open_with_cache(&folder.root, StatCache::from_bytes(&known)).unwrap();
            assert_fresh(&sources, &folder.root);
        }
    }
}
