//! Any sequence of updates makes what one whole publication of the last state makes.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use proptest::prelude::*;
use proptest::sample::select;
use raccordo::base::output::{Output, OutputContent, OutputPath};
use raccordo::site::publish::{MANIFEST, PublishError, Publisher, Update};

use crate::site::{copy, outputs, publish};

const OURS: &[&str] = &[
    "index.html",
    "Index.html",
    "a/index.html",
    "a/b/c/index.html",
    "a/b/d",
    "d",
    "d/index.html",
    "d/e/f",
    "e f/à.html",
];
/// Some in places that the site may need.
const THEIRS: &[&str] = &["CNAME", ".well-known/x", "a/b/notes.txt", "d/e", "g/h/i"];
const TEXTS: &[&str] = &["one", "two", "six", "longer"];

type Site = BTreeMap<&'static str, &'static str>;

#[derive(Clone, Debug)]
enum Step {
    /// Some files are others, or (no text) are gone; whether the whole site is given, or only those.
    Update(BTreeMap<&'static str, Option<&'static str>>, bool),
    /// A file that cannot be read is to be copied: this fails until something else is put there.
    Unreadable(&'static str),
    Theirs(&'static str, &'static str),
    TheirsGone(&'static str),
    /// Somebody changes a file of the site.
    Tamper(&'static str, Option<&'static str>),
    LoseOut,
    LoseWork,
    Prepare,
    Reopen,
    /// Another program goes on where the last one ended.
    GoOn,
}

fn step() -> impl Strategy<Value = Step> {
    let text = || select(TEXTS);
    let change = || proptest::option::weighted(0.6, text());
    let changes = || proptest::collection::btree_map(select(OURS), change(), 0..4);
    prop_oneof![
        30 => (changes(), proptest::bool::weighted(0.1)).prop_map(|(c, w)| Step::Update(c, w)),
        2 => select(OURS).prop_map(Step::Unreadable),
        3 => (select(THEIRS), text()).prop_map(|(p, t)| Step::Theirs(p, t)),
        2 => select(THEIRS).prop_map(Step::TheirsGone),
        2 => (select(OURS), proptest::option::of(text())).prop_map(|(p, t)| Step::Tamper(p, t)),
        1 => Just(Step::LoseOut),
        1 => Just(Step::LoseWork),
        5 => Just(Step::Prepare),
        1 => Just(Step::Reopen),
        4 => Just(Step::GoOn),
    ]
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(200))]

    #[test]
    fn any_sequence_of_updates_makes_what_one_whole_publication_makes(
        steps in proptest::collection::vec(step(), 1..40)
    ) {
        let root = crate::temporary_folder();
        let mut world = World::new(root.path());
        for step in steps {
            world.take(step)?;
        }
    }
}

struct World {
    root: PathBuf,
    publisher: Option<Publisher>,
    /// What was given, whether it could be published or not.
    site: Site,
    /// Paths whose source cannot be read.
    unreadable: Vec<&'static str>,
    /// Whether somebody was at the files of the site since the trees were last compared.
    is_tampered: bool,
}

impl World {
    fn new(root: &Path) -> World {
        World {
            root: root.to_path_buf(),
            publisher: None,
            site: Site::new(),
            unreadable: Vec::new(),
            is_tampered: false,
        }
    }

    fn out(&self) -> PathBuf {
        self.root.join("out")
    }

    fn take(&mut self, step: Step) -> Result<(), TestCaseError> {
        match step {
            Step::Update(changes, whole) => self.update(changes, whole),
            Step::Unreadable(path) => {
                self.site.insert(path, "");
                self.unreadable.push(path);
                let put = vec![copy(path, Path::new("/nowhere"))];
                self.give(Update {
                    whole: false,
                    put,
                    removed: Vec::new(),
                })
            }
            Step::Theirs(path, text) => {
                // Their file may lie where the site's is; then it is tampering.
                self.is_tampered |= self.site.contains_key(path);
                write(&self.out().join(path), text);
                self.look()
            }
            Step::TheirsGone(path) => {
                self.is_tampered |= self.site.contains_key(path);
                drop(fs::remove_file(self.out().join(path)));
                self.look()
            }
            Step::Tamper(path, text) => {
                self.is_tampered = true;
                let file = self.out().join(path);
                drop(fs::remove_file(&file));
                if let Some(text) = text {
                    write(&file, text);
                }
                Ok(())
            }
            Step::LoseOut => {
                self.is_tampered = true;
                drop(fs::remove_dir_all(self.out()));
                Ok(())
            }
            Step::LoseWork => {
                drop(fs::remove_dir_all(self.root.join(".out.raccordo")));
                Ok(())
            }
            Step::Prepare => self.look(),
            Step::Reopen => {
                self.publisher = None;
                Ok(())
            }
            Step::GoOn => self.go_on(),
        }
    }

    /// What an idle moment is for. Afterwards foreign files are in both trees.
    fn look(&mut self) -> Result<(), TestCaseError> {
        match self.publisher.as_mut().map(Publisher::tidy) {
            Some(Err(PublishError::Lost { .. })) => {
                prop_assert!(self.is_tampered, "lost without a reason");
                self.give(Update::whole(self.outputs()))
            }
            Some(Ok(_)) => {
                self.is_tampered = false;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Gives what is other than what is published.
    fn go_on(&mut self) -> Result<(), TestCaseError> {
        self.publisher = None;
        let mut publisher = Publisher::open(&self.out()).unwrap();
        let Some(published) = publisher.published_files() else {
            return Ok(());
        };
        let mut put = self.outputs();
        let is_site = |path: &&OutputPath| !put.iter().any(|output| output.path == **path);
        let removed = published.keys().filter(is_site).cloned().collect();
        put.retain(|output| published.get(&output.path) != Some(&output.digest));
        self.publisher = Some(publisher);
        self.give(Update {
            whole: false,
            put,
            removed,
        })
    }

    fn update(
        &mut self,
        changes: BTreeMap<&'static str, Option<&'static str>>,
        whole: bool,
    ) -> Result<(), TestCaseError> {
        let mut update = Update {
            whole,
            ..Update::default()
        };
        for (path, text) in changes {
            self.unreadable.retain(|other| *other != path);
            match text {
                Some(text) => {
                    self.site.insert(path, text);
                    update.put.extend(outputs(&[(path, text)]));
                }
                None => {
                    self.site.remove(path);
                    update.removed.push(OutputPath::file(path));
                }
            }
        }
        if whole {
            update = Update::whole(self.outputs());
        }
        self.give(update)
    }

    fn give(&mut self, update: Update) -> Result<(), TestCaseError> {
        let (update, mut publisher) = match self.publisher.take() {
            Some(publisher) => (update, publisher),
            None => {
                let publisher = Publisher::open(&self.out()).unwrap();
                (Update::whole(self.outputs()), publisher)
            }
        };
        let update_is_whole = update.whole;
        let before = entries(&self.out());
        // The other way, from the same start.
        let twin = self.root.join("twin");
        drop(fs::remove_dir_all(&twin));
        copy_tree(&self.out(), &twin);
        let expected = publish(&twin, &self.outputs());
        let given = publisher.publish(update);
        self.publisher = Some(publisher);

        let after = entries(&self.out());
        match (given, expected) {
            (Err(PublishError::Lost { .. }), _) => {
                prop_assert!(self.is_tampered && !update_is_whole);
                // A file that somebody put among the site's may have come back.
                let files = before.iter().filter(|(_, then)| then.0.is_some());
                for (path, then) in files {
                    prop_assert_eq!(Some(then), after.get(path), "{}", path);
                }
                return self.give(Update::whole(self.outputs()));
            }
            // A file that somebody put among the site's may have come back.
            (Err(_), Err(_)) if self.is_tampered => {}
            (Err(_), Err(_)) => prop_assert_eq!(before, after),
            (Ok(delta), Ok(expected)) => {
                if update_is_whole {
                    for (path, text) in &self.site {
                        prop_assert_eq!(after[*path].0.as_deref(), Some(text.as_bytes()));
                    }
                }
                if !self.is_tampered {
                    prop_assert_eq!(delta, expected);
                    let twin = entries(&twin);
                    prop_assert_eq!(bytes(&after), bytes(&twin));
                }
                for (path, now) in &after {
                    let same = before
                        .get(path)
                        .filter(|then| then.0 == now.0 && now.0.is_some());
                    if let Some(then) = same.filter(|_| path != MANIFEST && !self.is_tampered) {
                        prop_assert_eq!(then, now, "{}", path);
                    }
                }
                self.is_tampered &= !update_is_whole;
            }
            (Ok(delta), Err(expected)) => {
                // Somebody's file is where the site's unchanged one should be.
                prop_assert!(self.is_tampered, "{:?}, not {:?}", delta, expected);
            }
            // A file that somebody put where one of the site's is wanted now has come back.
            (Err(PublishError::InTheWay { .. }), Ok(_)) if self.is_tampered => {}
            (Err(error), Ok(_)) => prop_assert!(false, "{:?}", error),
        }
        Ok(())
    }

    fn outputs(&self) -> Vec<Output> {
        let output = |(path, text): (&&str, &&str)| Output {
            content: match self.unreadable.contains(path) {
                true => OutputContent::Copy(Path::new("/nowhere").into()),
                false => OutputContent::Bytes(text.as_bytes().into()),
            },
            ..outputs(&[(path, text)]).remove(0)
        };
        self.site.iter().map(output).collect()
    }
}

/// Writes a file if there can be one.
fn write(file: &Path, text: &str) {
    let _ = fs::create_dir_all(file.parent().unwrap());
    let _ = fs::write(file, text);
}

/// Bytes (none of a folder), modification time, inode.
type Seen = (Option<Vec<u8>>, SystemTime, u64);

fn entries(out: &Path) -> BTreeMap<String, Seen> {
    walkdir::WalkDir::new(out)
        .min_depth(1)
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| {
            let metadata = entry.metadata().unwrap();
            let path = entry.path().strip_prefix(out).unwrap().to_str().unwrap();
            let seen = (
                fs::read(entry.path()).ok(),
                metadata.modified().unwrap(),
                metadata.ino(),
            );
            (path.to_owned(), seen)
        })
        .collect()
}

fn bytes(entries: &BTreeMap<String, Seen>) -> Vec<(&String, &Option<Vec<u8>>)> {
    entries.iter().map(|(path, seen)| (path, &seen.0)).collect()
}

fn copy_tree(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from)
        .into_iter()
        .filter_map(Result::ok)
    {
        let goal = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(goal).unwrap();
        } else {
            fs::copy(entry.path(), goal).unwrap();
        }
    }
}
