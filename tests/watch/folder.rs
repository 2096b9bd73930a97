//! A site in a folder of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use raccordo::base::source::Changes;
use raccordo::base::source::{SourceFile, SourcePath, SourceTree};
use raccordo::site::sources::{Hints, Sources};

pub struct Folder {
    _keep: tempfile::TempDir,
    pub root: PathBuf,
}

impl Folder {
    /// A site with settings and one page.
    pub fn new() -> Folder {
        let keep =
            tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap());
        let root = keep.path().canonicalize().unwrap().join("site");
        let folder = Folder { _keep: keep, root };
        folder.write("site.toml", "title = \"A\"");
        folder.write("content/_index.md", "one");
        folder
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn link(&self, path: &str, target: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, path).unwrap();
    }

    pub fn git(&self, args: &[&str]) {
        let mut git = Command::new("git");
        git.arg("-C")
            .arg(&self.root)
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
        let output = git.args(args).output().unwrap();
        assert!(output.status.success(), "{args:?} {output:?}");
    }

    pub fn open(&self) -> Sources {
        Sources::open(&self.root).unwrap()
    }

    pub fn hints(&self, paths: &[&str]) -> Hints {
        Hints::Paths(paths.iter().map(|path| self.at(path)).collect())
    }
}

/// All files and faults of the sources as one text.
pub fn known(sources: &Sources) -> String {
    let tree = sources.tree();
    let mut known = String::new();
    let texts = tree.texts.iter().chain(&tree.themes);
    for (key, it) in texts.chain([(&tree.settings.path, &tree.settings)]) {
        let _ = writeln!(
            known,
            "{key} {} {} {:?} {:?}",
            it.path,
            it.digest,
            it.committed,
            it.text()
        );
    }
    for (key, it) in &tree.assets {
        let _ = writeln!(known, "{key} {it:?}");
    }
    for fault in sources.faults() {
        let _ = writeln!(known, "{fault:?}");
    }
    known
}

#[track_caller]
pub fn assert_fresh(sources: &Sources, root: &Path) {
    let fresh = Sources::open(root).unwrap();
    let (ours, fresh) = (known(sources), known(&fresh));
    if ours != fresh {
        let differs = |a: &str, b: &str| {
            let b: BTreeSet<&str> = b.lines().collect();
            let only: Vec<_> = a
                .lines()
                .filter(|line| !b.contains(line))
                .take(40)
                .collect();
            only.join("\n")
        };
        panic!(
            "kept:\n{}\nfresh:\n{}",
            differs(&ours, &fresh),
            differs(&fresh, &ours)
        );
    }
}

/// Refreshes the sources, and compares the changes that are reported with the real ones.
#[track_caller]
pub fn refresh(sources: &mut Sources, hints: &Hints) -> Changes {
    let (before, faults) = (states(sources.tree()), sources.faults().to_vec());
    let settings = sources.tree().settings.digest;
    let changes = sources.refresh(hints);
    let now = states(sources.tree());
    let expected = Changes {
        settings: settings != sources.tree().settings.digest,
        texts: differing(&before.0, &now.0),
        assets: differing(&before.1, &now.1),
        themes: differing(&before.2, &now.2),
        faults: faults != sources.faults(),
    };
    assert_eq!(changes, expected);
    changes
}

type States = BTreeMap<SourcePath, String>;

fn states(tree: &SourceTree) -> (States, States, States) {
    let files = |files: &BTreeMap<SourcePath, SourceFile>| {
        files
            .iter()
            .map(|(path, it)| (path.clone(), format!("{:?} {:?}", it.digest, it.committed)))
            .collect()
    };
    let assets = tree
        .assets
        .iter()
        .map(|(path, it)| (path.clone(), format!("{:?}", it.digest)));
    (files(&tree.texts), assets.collect(), files(&tree.themes))
}

fn differing(a: &States, b: &States) -> BTreeSet<SourcePath> {
    let paths = a.keys().chain(b.keys());
    paths
        .filter(|path| a.get(*path) != b.get(*path))
        .cloned()
        .collect()
}
