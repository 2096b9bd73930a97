//! Publishing after any history: sites that come and go, foreign files, tampering, lost or broken work folders.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::SystemTime;

use proptest::prelude::*;
use proptest::sample::select;
use raccordo::base::output::{Output, OutputPath};
use raccordo::site::publish::MANIFEST;

use crate::site::publish;

const OURS: &[&str] = &[
    "index.html",
    "a/index.html",
    "a/style.css",
    "a/b/c/index.html",
    "d",
    "d/index.html",
    "e f/à.html",
];
const THEIRS: &[&str] = &["CNAME", ".well-known/x", "a/notes.txt", "g/h/i"];
/// Few and of equal length, so that a tampered file differs in nothing but its bytes, or not even in those.
const TEXTS: &[&str] = &["one", "two", "six", "longer"];

#[derive(Clone, Debug)]
enum Step {
    /// Somebody writes a file, and may give it back its old time.
    Edit(&'static str, &'static str, bool),
    Delete(&'static str),
    /// Until what was written is old enough for its digest to be remembered.
    Wait,
    LoseWork,
    LoseSpare,
    /// A killed build left a file in the spare tree.
    LitterSpare(&'static str, &'static str),
    DamageManifest,
    DamageStamps,
    Publish(BTreeMap<&'static str, &'static str>),
}

fn step() -> impl Strategy<Value = Step> {
    let any_path = || select([OURS, THEIRS].concat());
    let text = || select(TEXTS);
    let site = proptest::collection::btree_map(select(OURS), text(), 0..OURS.len());
    prop_oneof![
        6 => (any_path(), text(), any::<bool>()).prop_map(|(p, t, old)| Step::Edit(p, t, old)),
        3 => any_path().prop_map(Step::Delete),
        1 => Just(Step::Wait),
        1 => Just(Step::LoseWork),
        1 => Just(Step::LoseSpare),
        1 => (any_path(), text()).prop_map(|(p, t)| Step::LitterSpare(p, t)),
        1 => Just(Step::DamageManifest),
        1 => Just(Step::DamageStamps),
        6 => site.prop_map(|mut site| {
            if site.contains_key("d") {
                site.remove("d/index.html");
            }
            Step::Publish(site)
        }),
    ]
}

proptest! {
    #![proptest_config(crate::proptest_config::cases(150))]

    #[test]
    fn after_any_history_the_folder_is_the_site_and_what_is_foreign(
        steps in proptest::collection::vec(step(), 1..25)
    ) {
        let root = crate::temporary_folder();
        let mut world = World {
            root: root.path(),
            owned: BTreeSet::new(),
            once_owned: BTreeSet::new(),
        };
        for step in steps {
            world.take(step)?;
        }
    }
}

struct World<'a> {
    root: &'a Path,
    owned: BTreeSet<String>,
    /// What was ours before the manifest was damaged. It still is, if it is as it was published.
    once_owned: BTreeSet<String>,
}

impl World<'_> {
    fn take(&mut self, step: Step) -> Result<(), TestCaseError> {
        let out = self.root.join("out");
        let work = self.root.join(".out.raccordo");
        match step {
            Step::Edit(path, text, old) => edit(&out, path, text, old),
            Step::Delete(path) => drop(fs::remove_file(out.join(path))),
            Step::Wait => std::thread::sleep(std::time::Duration::from_millis(25)),
            Step::LoseWork => drop(fs::remove_dir_all(work)),
            Step::LoseSpare => drop(fs::remove_dir_all(work.join("site"))),
            Step::LitterSpare(path, text) => {
                let _ = fs::remove_file(work.join("site").join(path));
                edit(&work.join("site"), path, text, false);
            }
            Step::DamageManifest => {
                if out.exists() {
                    fs::write(out.join(MANIFEST), "damaged").unwrap();
                    self.once_owned.append(&mut self.owned);
                }
            }
            Step::DamageStamps => {
                if let Ok(mut text) = fs::read(work.join("stamps")) {
                    text.truncate(text.len() * 2 / 3);
                    fs::write(work.join("stamps"), text).unwrap();
                }
            }
            Step::Publish(site) => self.publish(&site)?,
        }
        Ok(())
    }

    fn publish(&mut self, site: &BTreeMap<&str, &str>) -> Result<(), TestCaseError> {
        let out = self.root.join("out");
        let outputs: Vec<Output> = site
            .iter()
            .map(|(path, text)| Output::of(OutputPath::file(path), text.as_bytes().to_vec()))
            .collect();
        let before = seen(&out);
        let is_foreign = |path: &str| !self.owned.contains(path) && !site.contains_key(path);
        let in_the_way = before
            .keys()
            .filter(|path| is_foreign(path))
            .any(|foreign| {
                site.keys().any(|ours| {
                    Path::new(ours).starts_with(foreign) || Path::new(foreign).starts_with(ours)
                })
            });
        if in_the_way {
            prop_assert!(publish(&out, &outputs).is_err());
            prop_assert_eq!(before, seen(&out));
            return Ok(());
        }

        let is_other = |path: &&str| {
            let there = before.get(*path).map(|seen| seen.0.as_str());
            !self.owned.contains(*path) && there.is_some_and(|there| there != site[*path])
        };
        let others: Vec<&str> = site.keys().copied().filter(is_other).collect();
        let published = publish(&out, &outputs);
        let is_refused = published.is_err();
        if !others.is_empty() {
            let may_be_ours = others.iter().all(|path| self.once_owned.contains(*path));
            prop_assert!(is_refused || may_be_ours, "{:?} replaced", others);
        }
        if is_refused {
            prop_assert!(!others.is_empty(), "{:?}", published);
            prop_assert_eq!(before, seen(&out));
            return Ok(());
        }

        let mut expected: BTreeMap<String, String> = before
            .iter()
            .filter(|(path, _)| is_foreign(path))
            .map(|(path, seen)| (path.clone(), seen.0.clone()))
            .collect();
        expected.extend(
            site.iter()
                .map(|(path, text)| ((*path).to_owned(), (*text).to_owned())),
        );

        let delta = published.unwrap();
        let after = seen(&out);
        let texts: BTreeMap<String, String> = after
            .iter()
            .map(|(path, seen)| (path.clone(), seen.0.clone()))
            .collect();
        prop_assert_eq!(texts, expected);
        for (path, now) in &after {
            if let Some(then) = before.get(path).filter(|then| then.0 == now.0) {
                prop_assert_eq!(then, now, "{}", path);
            }
        }
        let strings =
            |paths: &[OutputPath]| paths.iter().map(ToString::to_string).collect::<Vec<_>>();
        let ours = |was: &dyn Fn(Option<&str>, &str) -> bool| -> Vec<String> {
            site.iter()
                .filter(|(path, text)| was(before.get(**path).map(|seen| seen.0.as_str()), text))
                .map(|(path, _)| (*path).to_owned())
                .collect()
        };
        prop_assert_eq!(strings(&delta.created), ours(&|was, _| was.is_none()));
        prop_assert_eq!(
            strings(&delta.replaced),
            ours(&|was, text| was.is_some_and(|was| was != text))
        );
        prop_assert_eq!(delta.unchanged, ours(&|was, text| was == Some(text)).len());
        let gone: Vec<String> = before
            .keys()
            .filter(|path| !after.contains_key(*path))
            .cloned()
            .collect();
        prop_assert_eq!(strings(&delta.removed), gone);

        let folder = fs::metadata(&out).unwrap();
        let again = publish(&out, &outputs).unwrap();
        prop_assert!(again.is_empty() && again.unchanged == site.len());
        prop_assert_eq!(folder.ino(), fs::metadata(&out).unwrap().ino());
        self.owned = site.keys().map(|path| (*path).to_owned()).collect();
        self.once_owned.clear();
        Ok(())
    }
}

fn edit(root: &Path, path: &str, text: &str, old: bool) {
    let file = root.join(path);
    let time = fs::metadata(&file).and_then(|metadata| metadata.modified());
    // Where `d` is a file there can be no `d/index.html`, and the other way round.
    if fs::create_dir_all(file.parent().unwrap()).is_err() || fs::write(&file, text).is_err() {
        return;
    }
    if let (true, Ok(time)) = (old, time) {
        fs::File::options()
            .write(true)
            .open(file)
            .unwrap()
            .set_modified(time)
            .unwrap();
    }
}

fn seen(out: &Path) -> BTreeMap<String, (String, SystemTime, u64)> {
    walkdir::WalkDir::new(out)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let metadata = entry.metadata().unwrap();
            let path = entry
                .path()
                .strip_prefix(out)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let text = fs::read_to_string(entry.path()).unwrap();
            (path, (text, metadata.modified().unwrap(), metadata.ino()))
        })
        .filter(|(path, _)| path != MANIFEST)
        .collect()
}
