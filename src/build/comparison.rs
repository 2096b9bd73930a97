//! The comparison of two states of a site.
//!
//! A file that is the same on both sides is parsed only if a changed file may refer to what is in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use memchr::memmem;
use rayon::prelude::*;

use crate::base::component::ThemeInterface;
use crate::base::output::OutputPath;
use crate::base::source::{ADDRESSES_FILE, SourceFile, SourcePath};
use crate::content::changes::{self, Comparison, Side};
use crate::content::draft_pages::DraftPages;
use crate::content::parse::{self, FileKind, ParsedFile, classify, original};
use crate::content::settings::{Settings, Vocabulary};
use crate::notation::schema::Typed;
use crate::site::sources::{KnownTexts, Revisions, SiteTexts, texts_on_disk};

/// Two states of a site, compared.
#[derive(Debug)]
pub struct Compared {
    /// What has changed.
    pub comparison: Comparison,
    /// The words of the controlled lists.
    pub vocabulary: Vocabulary,
    /// The settings after the change.
    pub settings: Settings,
}

/// Compares two states of a site. Returns `None` if the settings of neither can be read.
pub fn compare(before: &SiteTexts, after: &SiteTexts) -> Option<Compared> {
    let (old, new) = (settings(before), settings(after));
    let unreadable = [old.is_none(), new.is_none()];
    let old = old.or_else(|| new.clone())?;
    let new = new.unwrap_or_else(|| old.clone());
    let drafts =
        |texts: &Texts, settings| DraftPages::sections_of(texts.values().map(|it| &**it), settings);
    let states = States {
        texts: [&before.texts, &after.texts],
        settings: [&old, &new],
        drafts: [drafts(&before.texts, &old), drafts(&after.texts, &new)],
        has_same_rules: old.have_same_content_as(&new),
        replaced: replaced(before, after),
    };
    let [old_side, new_side] = states.sides();
    let mut comparison = changes::compare(&old_side, &new_side);
    comparison.add_replaced(&new_side, &states.replaced);
    let file = &after.settings.path;
    comparison.add_settings(&old.to_value(), &new.to_value(), file);
    for (unread, is_unreadable) in comparison.unread.iter_mut().zip(unreadable) {
        unread.retain(|path| states.differs(path));
        unread.extend(is_unreadable.then(|| file.clone()));
    }
    Some(Compared {
        comparison,
        vocabulary: Vocabulary::new(new.vocabularies.as_ref()),
        settings: new,
    })
}

/// The pages on disk that are elsewhere than when the addresses of the site were accepted, or at the last commit: where
/// they were, and where they are. None if no history tells.
pub(super) fn moved_pages(root: &Path) -> BTreeMap<OutputPath, OutputPath> {
    let moved = || -> Option<BTreeMap<OutputPath, OutputPath>> {
        let revisions = Revisions::open(root).ok()?;
        let head = revisions.commit("HEAD").ok()?;
        let accepted = revisions.last_change(&head, ADDRESSES_FILE).ok()?;
        let accepted = accepted.filter(|it| *it != head);
        let on_disk = texts_on_disk(root).ok()?;
        let mut known = KnownTexts::of(&on_disk);
        let mut moved = BTreeMap::new();
        for commit in accepted.into_iter().chain([head]) {
            let before = revisions.read(&commit, &mut known).ok()?;
            moved.extend(compare(&before, &on_disk)?.comparison.moved);
        }
        Some(moved)
    };
    moved().unwrap_or_default()
}

/// The files that are no texts and have other bytes.
fn replaced(before: &SiteTexts, after: &SiteTexts) -> BTreeSet<SourcePath> {
    let files = before.others.iter();
    let replaced = files.filter(|(path, hash)| {
        let now = after.others.get(*path);
        now.is_some_and(|now| now != *hash)
    });
    replaced.map(|(path, _)| path.clone()).collect()
}

fn settings(texts: &SiteTexts) -> Option<Settings> {
    let file = &texts.settings;
    Settings::read(&file.path, std::str::from_utf8(&file.bytes).ok()?).ok()
}

type Texts = BTreeMap<SourcePath, Arc<SourceFile>>;

struct States<'a> {
    texts: [&'a Texts; 2],
    settings: [&'a Settings; 2],
    drafts: [DraftPages; 2],
    /// Whether the settings of both give files the same meaning.
    has_same_rules: bool,
    /// The files that were replaced.
    replaced: BTreeSet<SourcePath>,
}

impl States<'_> {
    /// The things of both states, as far as they may differ or are named by what differs.
    fn sides(&self) -> [Side; 2] {
        let [old, new] = self.settings;
        let changed = self.changed_files();
        let read = |which: usize, files: &BTreeSet<&SourcePath>| -> Vec<ParsedFile> {
            let texts = self.texts.get(which).into_iter();
            let settings = if which == 0 { old } else { new };
            let files: Vec<_> = texts
                .flat_map(|texts| files.iter().filter_map(|path| texts.get(*path)))
                .collect();
            parse_all(&files, settings)
        };
        let mut parsed = [read(0, &changed), read(1, &changed)];
        let wanted: BTreeSet<String> = (parsed.iter())
            .zip(self.settings)
            .flat_map(|(files, settings)| Side::new(files, settings).names())
            .collect();
        let context = self.context(&changed, &wanted);
        let [before, after] = &mut parsed;
        let shared = read(1, &context);
        before.extend(shared.iter().cloned());
        after.extend(shared);
        let [drafts_before, drafts_after] = &self.drafts;
        [
            Side::new(before.iter(), old).published(drafts_before),
            Side::new(after.iter(), new).published(drafts_after),
        ]
    }

    /// The files that are not the same, and the other languages of such pages.
    fn changed_files(&self) -> BTreeSet<&SourcePath> {
        let [before, after] = self.texts;
        let [drafts_before, drafts_after] = &self.drafts;
        let differs = |path: &&SourcePath| {
            let becomes_draft = drafts_before.hide(path) != drafts_after.hide(path);
            !self.has_same_rules || self.differs(path) || becomes_draft
        };
        let paths: BTreeSet<&SourcePath> = before.keys().chain(after.keys()).collect();
        let changed: BTreeSet<&SourcePath> = paths.iter().copied().filter(differs).collect();
        let [_, settings] = self.settings;
        let originals: BTreeSet<SourcePath> = changed
            .iter()
            .map(|path| original(path, settings))
            .collect();
        let is_of_changed = |path: &&SourcePath| originals.contains(&original(path, settings));
        paths.into_iter().filter(is_of_changed).collect()
    }

    fn differs(&self, path: &SourcePath) -> bool {
        let [before, after] =
            (self.texts).map(|texts| texts.get(path).map(|file| file.state.digest));
        before != after
    }

    /// The unchanged files that may describe something of these ids, or lead to a file that was replaced: all registries,
    /// and the pages that have one of them as their name or in their text.
    fn context(
        &self,
        changed: &BTreeSet<&SourcePath>,
        ids: &BTreeSet<String>,
    ) -> BTreeSet<&SourcePath> {
        let [_, settings] = self.settings;
        let [_, texts] = self.texts;
        let leads_to_replaced = |bytes: &[u8]| {
            let mut names = self.replaced.iter().map(SourcePath::file_name);
            names.any(|name| memmem::find(bytes, name.as_bytes()).is_some())
        };
        let may_describe =
            |(path, file): &(&SourcePath, &Arc<SourceFile>)| match classify(path, settings) {
                FileKind::Registry => true,
                FileKind::Translation(_) => false,
                FileKind::SectionIndex => true,
                FileKind::Page => {
                    let is_named = ids.contains(parse::stem(path, settings));
                    is_named || has_id(&file.bytes, ids) || leads_to_replaced(&file.bytes)
                }
            };
        let unchanged = texts.iter().filter(|(path, _)| !changed.contains(path));
        let context = unchanged.filter(may_describe);
        context.map(|(path, _)| path).collect()
    }
}

/// Whether one of these ids may be that of the page. Whatever looks like an id is looked at.
fn has_id(bytes: &[u8], ids: &BTreeSet<String>) -> bool {
    memmem::find_iter(bytes, b"id").any(|at| {
        let rest = bytes.get(at + 2..).unwrap_or_default();
        let rest = rest.get(..rest.len().min(260)).unwrap_or_default();
        let rest = String::from_utf8_lossy(rest);
        let rest = rest.trim_start_matches(['"', '\'']).trim_start();
        let value = rest.strip_prefix(':').map(str::trim_start);
        let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | '}' | '"' | '\'');
        let value = value.map(|value| value.trim_start_matches(['"', '\'']));
        let id = value.and_then(|value| value.split(is_end).next());
        id.is_some_and(|id| ids.contains(id))
    })
}

fn parse_all(files: &[&Arc<SourceFile>], settings: &Settings) -> Vec<ParsedFile> {
    let files = files.par_iter();
    files.map(|file| parse_to_compare(file, settings)).collect()
}

/// Parses a file of a state that is compared with another. Without the components of a theme, what calls them is still
/// told apart by name and arguments.
pub(super) fn parse_to_compare(file: &SourceFile, settings: &Settings) -> ParsedFile {
    parse::parse(file, settings, &ThemeInterface::default()).0
}
