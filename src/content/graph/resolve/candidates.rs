//! What a broken reference may have been meant as: the names of a site, gathered when the first reference is broken.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::base::source::SourcePath;
use crate::content::graph::directory::Directory;
use crate::content::graph::link::AnyLink;
use crate::content::model::EntityKind;
use crate::notation::scalar::Id;
use crate::notation::suggest::{self, Names, is_slip};

/// The names of a site while references are resolved.
#[derive(Default)]
pub(in crate::content::graph) struct Candidates {
    ids: Mutex<BTreeMap<EntityKind, Arc<Names>>>,
    spoken: Mutex<BTreeMap<EntityKind, Arc<SpokenNames>>>,
    files: OnceLock<Files>,
    anchors: Mutex<HashMap<AnyLink, Arc<Names>>>,
}

/// The id of the only thing with each name, folded; `None` if several things have it.
type SpokenNames = HashMap<String, Option<Id>>;

/// The files of a site.
struct Files {
    /// The first file of each path, whatever its case and Unicode form, and whether it is the only one.
    by_folded: HashMap<String, (SourcePath, bool)>,
    /// The first file of each name, and whether it is the only one.
    by_name: HashMap<String, (SourcePath, bool)>,
    by_folder: HashMap<String, Names>,
}

impl Candidates {
    pub(super) fn ids(&self, kind: EntityKind, directory: &Directory) -> Arc<Names> {
        let mut known = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        let names = || Arc::new(Names::new(directory.ids(kind)));
        Arc::clone(known.entry(kind).or_insert_with(names))
    }

    /// The id of the only thing of a kind that has this title or acronym, or had this id.
    pub(super) fn named(&self, kind: EntityKind, name: &str, directory: &Directory) -> Option<Id> {
        let mut known = self.spoken.lock().unwrap_or_else(PoisonError::into_inner);
        let names = || Arc::new(spoken_names(kind, directory));
        let names = known.entry(kind).or_insert_with(names);
        names.get(&suggest::folded(name)).cloned().flatten()
    }

    /// The anchors of the text and the parts of a page, which `find` finds.
    pub(super) fn anchors<'a, I: IntoIterator<Item = &'a str>>(
        &self,
        page: AnyLink,
        find: impl FnOnce() -> I,
    ) -> Arc<Names> {
        let mut known = self.anchors.lock().unwrap_or_else(PoisonError::into_inner);
        let names = || Arc::new(Names::new(find()));
        Arc::clone(known.entry(page).or_insert_with(names))
    }

    /// The file that a path without a file was meant as: the same but for case or Unicode form, one of the same name in any
    /// folder, or of a similar name in the same folder. Also returns whether nothing else can be meant.
    pub(super) fn file<'a, I: Iterator<Item = &'a SourcePath>>(
        &self,
        path: &SourcePath,
        files: impl FnOnce() -> I,
    ) -> Option<(SourcePath, bool)> {
        let files = self.files.get_or_init(|| Files::new(files()));
        let name = path.file_name();
        let same = files.by_folded.get(&folded(path));
        // In another folder, the same name may be that of another document: `2024/verbale.pdf`.
        let elsewhere = || {
            let (file, _) = files.by_name.get(name).filter(|_| name != "_index.md")?;
            Some((file.clone(), false))
        };
        let near = || files.by_folder.get(path.folder())?.near(path.as_str());
        let near = || near().map(|it| (it.word, it.is_certain && is_slip(path.as_str(), it.word)));
        let found = same.cloned().or_else(elsewhere);
        found.or_else(|| near().map(|(file, is_certain)| (SourcePath::new(file), is_certain)))
    }
}

impl Files {
    fn new<'a>(files: impl Iterator<Item = &'a SourcePath>) -> Files {
        let (mut by_folded, mut by_name) = (HashMap::new(), HashMap::new());
        let mut by_folder: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for file in files {
            let same = by_folded.entry(folded(file));
            let same = same.and_modify(|(_, is_only)| *is_only = false);
            same.or_insert_with(|| (file.clone(), true));
            let named = by_name.entry(file.file_name().to_owned());
            let named = named.and_modify(|(_, is_only)| *is_only = false);
            named.or_insert_with(|| (file.clone(), true));
            by_folder
                .entry(file.folder())
                .or_default()
                .push(file.as_str());
        }
        let by_folder = by_folder.into_iter();
        let by_folder = by_folder.map(|(folder, files)| (folder.to_owned(), Names::new(files)));
        Files {
            by_folded,
            by_name,
            by_folder: by_folder.collect(),
        }
    }
}

fn spoken_names(kind: EntityKind, directory: &Directory) -> SpokenNames {
    let mut names = SpokenNames::new();
    for entity in directory.entities(kind) {
        for name in entity.spoken_names() {
            let id = Some(entity.name.id.clone());
            let known = names.entry(suggest::folded(name));
            known
                .and_modify(|it| *it = it.take().filter(|it| Some(it) == id.as_ref()))
                .or_insert(id);
        }
    }
    names
}

/// A text with every letter in one character where there is one, not followed by its accent.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

fn folded(path: &SourcePath) -> String {
    composed(path.as_str()).to_lowercase()
}
