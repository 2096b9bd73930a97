//! A site in a folder of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use raccordo::base::digest::Digest;
use raccordo::base::source::{Changes, SourcePath, SourceTree};
use raccordo::site::sources::{ChangeHints, Sources};

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

    pub fn hints(&self, paths: &[&str]) -> ChangeHints {
        ChangeHints::Paths(paths.iter().map(|path| self.at(path)).collect())
    }
}

/// All files and faults of the sources as one text.
pub fn known(sources: &Sources) -> String {
    let tree = sources.tree();
    let mut known = String::new();
    for (path, state) in &tree.texts {
        let _ = writeln!(known, "{path} {state:?} {:?}", sources.text(path));
    }
    for (key, it) in tree
        .themes
        .iter()
        .chain([(&tree.settings.path, &tree.settings)])
    {
        let _ = writeln!(known, "{key} {} {:?} {:?}", it.path, it.state, it.text());
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

/// The paths of what has changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changed {
    pub settings: bool,
    pub texts: BTreeSet<SourcePath>,
    pub assets: BTreeSet<SourcePath>,
    pub themes: BTreeSet<SourcePath>,
    pub faults: bool,
}

impl Changed {
    pub fn is_empty(&self) -> bool {
        *self == Changed::default()
    }
}

/// Refreshes the sources, and compares the changes that are reported with the real ones. Changed texts must be those of
/// the tree.
#[track_caller]
pub fn refresh(sources: &mut Sources, hints: &ChangeHints) -> Changed {
    let (before, faults) = (states(sources.tree()), sources.faults().to_vec());
    let settings = sources.tree().settings.state;
    let changes = sources.refresh(hints);
    let now = states(sources.tree());
    let expected = Changed {
        settings: settings != sources.tree().settings.state,
        texts: differing(&before.0, &now.0),
        assets: differing(&before.1, &now.1),
        themes: differing(&before.2, &now.2),
        faults: faults != sources.faults(),
    };
    assert_texts(sources, &changes);
    let changed = Changed {
        settings: changes.settings,
        texts: changes.texts.into_keys().collect(),
        assets: changes.assets,
        themes: changes.themes,
        faults: changes.faults,
    };
    assert_eq!(changed, expected);
    changed
}

/// Compares the texts of changes with the tree.
#[track_caller]
pub fn assert_texts(sources: &Sources, changes: &Changes) {
    for (path, file) in &changes.texts {
        let state = file.as_ref().map(|file| &file.state);
        assert_eq!(state, sources.tree().texts.get(path), "{path}");
        if let Some(file) = file {
            assert_eq!(file.state.digest, Digest::of(&file.bytes), "{path}");
            assert_eq!(file.path, *path);
        }
    }
}

type States = BTreeMap<SourcePath, String>;

fn states(tree: &SourceTree) -> (States, States, States) {
    let texts = tree.texts.iter();
    let texts = texts.map(|(path, it)| (path.clone(), format!("{it:?}")));
    let assets = tree.assets.iter();
    let assets = assets.map(|(path, it)| (path.clone(), format!("{:?}", it.digest)));
    let themes = tree.themes.iter();
    let themes = themes.map(|(path, it)| (path.clone(), format!("{:?}", it.state)));
    (texts.collect(), assets.collect(), themes.collect())
}

fn differing(a: &States, b: &States) -> BTreeSet<SourcePath> {
    let paths = a.keys().chain(b.keys());
    paths
        .filter(|path| a.get(*path) != b.get(*path))
        .cloned()
        .collect()
}
