//! DraftPages: what is not published because a page says `draft: true`.
//!
//! A section that is a draft hides everything in its folder. The files beside pages belong to these pages: where all
//! pages of a folder are drafts, its files are not published either.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use super::parse::{FileKind, classify, original};
use super::settings::Settings;
use crate::base::source::{Asset, Changes, SourceFile, SourcePath, SourceTree};
use crate::notation::front_matter;
use crate::notation::yaml;

/// The drafts of a site, and the files that they hide.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct DraftPages {
    /// The pages that say so themselves.
    pages: BTreeSet<SourcePath>,
    /// The files that are not published because of them.
    files: BTreeSet<SourcePath>,
}

impl DraftPages {
    /// The drafts among these files that are sections.
    pub fn sections_of<'a>(
        files: impl Iterator<Item = &'a SourceFile>,
        settings: &Settings,
    ) -> DraftPages {
        let sections = files.filter(|it| is_index(&it.path) && is_draft(it, settings));
        DraftPages {
            pages: sections.map(|it| it.path.clone()).collect(),
            ..DraftPages::default()
        }
    }

    /// Takes over changed texts. Adds to the changes the files that have become hidden or visible. Returns whether
    /// other texts have, because of their section.
    pub fn update(
        &mut self,
        changes: &mut Changes,
        tree: &SourceTree,
        settings: &Settings,
    ) -> bool {
        let before = self.sections();
        for (path, file) in &changes.texts {
            match file.as_ref().is_some_and(|it| is_draft(it, settings)) {
                true => self.pages.insert(path.clone()),
                false => self.pages.remove(path),
            };
        }
        let files = self.hidden_files(tree, settings);
        let changed = files.symmetric_difference(&self.files).cloned();
        changes.assets.extend(changed);
        self.files = files;
        self.sections() != before
    }

    /// Whether a text is in a section that is a draft.
    pub fn hide(&self, path: &SourcePath) -> bool {
        !self.pages.is_empty() && folders(path).any(|folder| self.is_section(folder))
    }

    /// The files that are published.
    pub fn visible_files<'a>(&self, tree: &'a SourceTree) -> Cow<'a, BTreeMap<SourcePath, Asset>> {
        if self.files.is_empty() {
            return Cow::Borrowed(&tree.assets);
        }
        let visible = tree.assets.iter();
        let visible = visible.filter(|(path, _)| !self.files.contains(*path));
        Cow::Owned(
            visible
                .map(|(path, it)| (path.clone(), it.clone()))
                .collect(),
        )
    }

    /// The drafts that are sections. The home page hides only itself.
    fn sections(&self) -> BTreeSet<SourcePath> {
        let pages = self.pages.iter().cloned();
        pages.filter(is_index).collect()
    }

    fn is_section(&self, folder: &str) -> bool {
        let index = SourcePath::new(&format!("{folder}/{INDEX}"));
        is_index(&index) && self.pages.contains(&index)
    }

    fn hidden_files(&self, tree: &SourceTree, settings: &Settings) -> BTreeSet<SourcePath> {
        if self.pages.is_empty() {
            return BTreeSet::new();
        }
        // Whether all pages are drafts, of each folder that has some.
        let mut of_drafts: HashMap<&str, bool> = HashMap::new();
        for path in tree.texts.keys() {
            let is_draft = match classify(path, settings) {
                FileKind::Translation(_) => self.pages.contains(&original(path, settings)),
                _ => self.pages.contains(path),
            };
            *of_drafts.entry(path.folder()).or_insert(true) &= is_draft;
        }
        let is_hidden = |path: &&SourcePath| {
            let nearest = folders(path).find_map(|folder| of_drafts.get(folder));
            nearest == Some(&true) || self.hide(path)
        };
        tree.assets.keys().filter(is_hidden).cloned().collect()
    }
}

/// The page of a section.
const INDEX: &str = "_index.md";

fn is_index(path: &SourcePath) -> bool {
    path.file_name() == INDEX && path.folder().contains('/')
}

/// The folder of a file and those above it.
fn folders(path: &SourcePath) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path.folder()), |folder| {
        folder.rsplit_once('/').map(|(above, _)| above)
    })
}

fn is_draft(file: &SourceFile, settings: &Settings) -> bool {
    let is_page = matches!(
        classify(&file.path, settings),
        FileKind::Page | FileKind::SectionIndex
    );
    let Some(text) = std::str::from_utf8(&file.bytes).ok().filter(|_| is_page) else {
        return false;
    };
    // Most pages do not have the key.
    if !text.contains("draft") {
        return false;
    }
    let front_matter = front_matter::cut(text).ok();
    let front_matter = front_matter.and_then(|parts| text.get(parts.front_matter));
    let draft = front_matter.and_then(|it| yaml::text_of_key(&file.path, it, "draft"));
    draft.is_some_and(|draft| draft.eq_ignore_ascii_case("true"))
}
