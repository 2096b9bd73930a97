//! Fixes that hints propose, made in the texts of a site. Nothing is written to disk here.
//!
//! A fix is kept only if the site with it has been checked: its error must be gone, and none may have come.

mod attempt;
mod census;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{AsOf, Observer, Turn, Workspace};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::output::MemoryStore;
use crate::base::source::{Changes, SourceFile, SourcePath, SourceTree};
use crate::content::model::EntityKind;
use crate::notation::place::Locator;
use crate::site::sources::Sources;
use attempt::{Attempt, Texts};
use census::{Census, Comparison};

pub(super) use census::{Identity, identity};

/// The most times that fixes are looked for. One that is made can bring another to light.
const MAX_ROUNDS: usize = 200;

/// The most times that an attempt goes on with fixes of what it has brought to light.
const MAX_FOLLOWED: usize = 8;

/// A site whose texts get fixes.
pub struct Mender<'a> {
    sources: &'a mut Sources,
    workspace: &'a mut Workspace,
    as_of: AsOf,
    each_lost_address: bool,
    /// The sources with the fixes.
    tree: SourceTree,
    texts: BTreeMap<SourcePath, Mended>,
    /// The number of fixes of the last round that did not help.
    refused: usize,
}

/// A text that got fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The text on disk.
    pub before: Arc<str>,
    /// The text with its fixes.
    pub after: Arc<str>,
    /// The number of fixes.
    pub fixes: usize,
}

impl<'a> Mender<'a> {
    pub(super) fn new(
        sources: &'a mut Sources,
        workspace: &'a mut Workspace,
        as_of: AsOf,
    ) -> Mender<'a> {
        Mender {
            tree: sources.tree().clone(),
            sources,
            workspace,
            as_of,
            each_lost_address: false,
            texts: BTreeMap::new(),
            refused: 0,
        }
    }

    /// Makes fixes until there are none left to make.
    pub fn mend(&mut self) {
        self.list_lost_addresses(true);
        self.mend_each();
        self.list_lost_addresses(false);
    }

    /// Has lost addresses reported one by one, as each has its own fix, or by folder.
    fn list_lost_addresses(&mut self, each: bool) {
        self.each_lost_address = each;
        let errors = self.workspace.findings().errors(false);
        if errors.iter().any(|it| it.code == Code::LostAddress) {
            self.turn(&BTreeMap::new());
        }
    }

    fn mend_each(&mut self) {
        for _ in 0..MAX_ROUNDS {
            let errors = self.workspace.findings().errors(false).into_iter();
            let wanted: Vec<Diagnostic> = errors.filter(|it| it.fix.is_some()).cloned().collect();
            // What was refused in one round may help in the next.
            self.refused = 0;
            if !self.attempt(&wanted.iter().collect::<Vec<_>>()) {
                return;
            }
        }
    }

    /// The texts that got fixes.
    pub fn texts(&self) -> &BTreeMap<SourcePath, Mended> {
        &self.texts
    }

    /// The number of fixes that were not made, because they did not help or did harm.
    pub fn refused(&self) -> usize {
        self.refused
    }

    /// Gives up the fixes in some files, which could not be written.
    pub fn give_up(&mut self, files: &[SourcePath]) {
        let given_up = files.iter().filter_map(|it| self.texts.remove_entry(it));
        let texts: BTreeMap<SourcePath, Arc<str>> =
            given_up.map(|(file, it)| (file, it.before)).collect();
        if !texts.is_empty() {
            self.turn(&texts);
        }
    }

    /// What is known of the site with the fixes.
    pub fn workspace(&self) -> &Workspace {
        self.workspace
    }

    /// The text of a file, with its fixes.
    pub fn text(&self, file: &SourcePath) -> Option<Arc<str>> {
        match self.texts.get(file) {
            Some(mended) => Some(mended.after.clone()),
            None => self.sources.text(file).map(Arc::from),
        }
    }

    /// Tries to make fixes. If they do harm, halves of them are tried. Returns whether any was made.
    fn attempt(&mut self, wanted: &[&Diagnostic]) -> bool {
        let text_of = |file: &SourcePath| self.text(file);
        let mut attempt = Attempt::new(self, &text_of, wanted.iter().copied());
        if attempt.made.is_empty() {
            return false;
        }
        if self.helps(&mut attempt) {
            self.keep(attempt);
            return true;
        }
        if wanted.len() == 1 {
            self.refused += 1;
            return false;
        }
        let (one, other) = wanted.split_at(wanted.len() / 2);
        let was_made = self.attempt(one);
        let errors = self.workspace.findings().errors(false);
        let errors: BTreeSet<&Diagnostic> = errors.into_iter().collect();
        let is_still_there = |it: &&Diagnostic| errors.contains(it);
        let other: Vec<&Diagnostic> = other.iter().copied().filter(is_still_there).collect();
        self.attempt(&other) || was_made
    }

    /// Whether an attempt helps, with the fixes of what it brings to light. If it does not, the texts are again what they
    /// were before it.
    fn helps(&mut self, attempt: &mut Attempt<'_>) -> bool {
        let state = self.workspace.state();
        let are_all_hidden = state.is_none();
        let is_unread = |file: &&SourcePath| !state.is_some_and(|it| it.graph.is_read(file));
        let unread = attempt.after.texts.keys().filter(is_unread);
        let mut unread: BTreeSet<SourcePath> = unread.cloned().collect();
        let types = self.types(&attempt.after);
        let before = self.census(&attempt.before);
        self.turn(&attempt.after.texts);
        let new_types = self.types(&attempt.after).into_iter();
        let have_changed = new_types.filter(|it| !types.contains(it));
        unread.extend(have_changed.map(|(file, _)| file));
        let after = self.census(&attempt.after);
        let mut made = Census::default();
        for diagnostic in &attempt.made {
            let in_line = attempt.after.texts.contains_key(&diagnostic.place.file);
            made.count_once(diagnostic, in_line);
        }
        let mut comparison = Comparison {
            before,
            after,
            made,
            unread,
            are_all_hidden,
        };
        for _ in 0..MAX_FOLLOWED {
            if comparison.is_better() {
                return true;
            }
            if !self.follow(attempt, &comparison) {
                break;
            }
            comparison.after = self.census(&attempt.after);
        }
        self.turn(&attempt.before.texts);
        false
    }

    /// Makes the fixes of the errors that an attempt has brought to light. Returns whether there are any.
    fn follow(&mut self, attempt: &mut Attempt<'_>, comparison: &Comparison) -> bool {
        let errors = self.workspace.findings().errors(false).into_iter();
        let brought = errors.filter(|it| it.fix.is_some() && comparison.has_come(it));
        let text_of = |file: &SourcePath| {
            let text = attempt.after.texts.get(file).cloned();
            text.or_else(|| self.text(file))
        };
        let more = Attempt::new(self, &text_of, brought);
        if more.made.is_empty() {
            return false;
        }
        attempt.go_on(more);
        self.turn(&attempt.after.texts);
        true
    }

    fn types(&self, texts: &Texts) -> BTreeSet<(SourcePath, EntityKind)> {
        let state = self.workspace.state();
        let graph = state.map(|it| &it.graph);
        let files = texts.texts.keys();
        files
            .filter_map(|file| Some((file.clone(), graph?.type_of_page(file)?)))
            .collect()
    }

    fn keep(&mut self, attempt: Attempt<'_>) {
        for (file, after) in attempt.after.texts {
            let before = attempt.before.texts.get(&file).cloned().unwrap_or_default();
            let fixes = attempt.fixes.get(&file).copied().unwrap_or(0);
            let mended = self.texts.entry(file).or_insert(Mended {
                before,
                after: Arc::default(),
                fixes: 0,
            });
            mended.after = after;
            mended.fixes += fixes;
        }
    }

    /// Counts the errors of the site, and those in the lines of these texts in which something changes.
    fn census(&self, changing: &Texts) -> Census {
        let mut locator = Locator::new(|file: &SourcePath| changing.texts.get(file).cloned());
        let mut census = Census::default();
        for error in self.workspace.findings().errors(false) {
            let in_line = changing.texts.contains_key(&error.place.file) && {
                let location = locator.location(&error.place);
                changing.lines.contains(&(location.file, location.line))
            };
            census.count(error, in_line);
        }
        census
    }

    fn turn(&mut self, texts: &BTreeMap<SourcePath, Arc<str>>) {
        let mut changes = Changes::default();
        for (path, text) in texts {
            let mut file = SourceFile::new(path.clone(), text.as_bytes().to_vec());
            if *path == self.tree.settings.path {
                self.tree.settings = file;
                changes.settings = true;
            } else if let Some(state) = self.tree.texts.get_mut(path) {
                file.state.committed = state.committed;
                *state = file.state;
                changes.texts.insert(path.clone(), Some(file));
            }
        }
        let (mut changes, needs_all) = self
            .workspace
            .load_settings_and_theme(&self.tree, changes.clone());
        if needs_all {
            changes = self.sources.everything().then(changes);
            for (path, mended) in &self.texts {
                if let Some(state) = self.tree.texts.get(path)
                    && !texts.contains_key(path)
                {
                    let mut file = SourceFile::new(path.clone(), mended.after.as_bytes().to_vec());
                    file.state.committed = state.committed;
                    changes.texts.insert(path.clone(), Some(file));
                }
            }
        }
        let turn = Turn {
            tree: &self.tree,
            changes,
            faults: self.sources.faults(),
            as_of: self.as_of,
            each_lost_address: self.each_lost_address,
        };
        self.workspace.turn(turn, &MemoryStore, Observer::default());
    }

    /// Whether a file is the settings or a text of the content. Files of themes are left alone.
    fn is_source(&self, file: &SourcePath) -> bool {
        *file == self.tree.settings.path || self.tree.texts.contains_key(file)
    }
}
