//! Errors counted before and after fixes are made.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::code::Code;
use crate::base::diagnostic::{Arg, Diagnostic};
use crate::base::fix::Change;
use crate::base::source::SourcePath;

/// What a finding says, wherever in its file: two with the same words are the same.
pub(in crate::build) type Identity = (SourcePath, Code, Vec<Arg>);

/// The number of errors, counted in several ways.
#[derive(Default)]
pub(super) struct Census {
    pub(super) same: BTreeMap<Identity, usize>,
    pub(super) by_file: BTreeMap<(SourcePath, Code), usize>,
    /// In the lines in which something changes.
    pub(super) by_line: BTreeMap<(SourcePath, Code), usize>,
}

impl Census {
    /// Counts an error, and in its line if that changes.
    pub(super) fn count(&mut self, error: &Diagnostic, in_line: bool) {
        self.add(error, in_line, faults_in(error));
    }

    /// Counts an error of which a fix takes away one fault at least, and maybe not all.
    pub(super) fn count_once(&mut self, error: &Diagnostic, in_line: bool) {
        self.add(error, in_line, 1);
    }

    fn add(&mut self, error: &Diagnostic, in_line: bool, weight: usize) {
        *self.same.entry(identity(error)).or_default() += 1;
        let key = (error.place.file.clone(), error.code);
        *self.by_file.entry(key.clone()).or_default() += weight;
        // Lost addresses are looked for when there are no other errors, and may be those of any page.
        if in_line && error.code != Code::LostAddress {
            *self.by_line.entry(key).or_default() += weight;
        }
    }
}

/// The number of faults that an error tells of: several facts in a translation are one error.
fn faults_in(error: &Diagnostic) -> usize {
    match error.fix.as_ref().map(|fix| &fix.change) {
        Some(Change::Copied { keys, .. }) => keys.len(),
        _ => 1,
    }
}

pub(in crate::build) fn identity(diagnostic: &Diagnostic) -> Identity {
    let args = diagnostic.args.iter().map(|(_, arg)| arg.clone());
    (
        diagnostic.place.file.clone(),
        diagnostic.code,
        args.collect(),
    )
}

/// The errors before fixes were made and after, and those for which they were made.
pub(super) struct Comparison {
    pub(super) before: Census,
    pub(super) after: Census,
    pub(super) made: Census,
    /// The files that could not be read before, or were read as another type. Their other errors come to light now.
    pub(super) unread: BTreeSet<SourcePath>,
    /// Whether nothing could be read before, because of the settings.
    pub(super) are_all_hidden: bool,
}

impl Comparison {
    /// Whether the errors for which fixes were made are gone, and none has come.
    pub(super) fn is_better(&self) -> bool {
        self.are_gone() && self.none_came_in_lines() && self.none_came_in_files()
    }

    fn are_gone(&self) -> bool {
        let mut made = self.made.same.iter();
        made.all(|(key, made)| count(&self.after.same, key) + made <= count(&self.before.same, key))
    }

    /// Whether an error has come.
    pub(super) fn has_come(&self, error: &Diagnostic) -> bool {
        let key = identity(error);
        count(&self.after.same, &key) + count(&self.made.same, &key)
            > count(&self.before.same, &key)
    }

    fn none_came_in_lines(&self) -> bool {
        let mut after = self.after.by_line.iter();
        after.all(|(key, after)| {
            let made = count(&self.made.by_line, key);
            *after <= count(&self.before.by_line, key).saturating_sub(made)
        })
    }

    fn none_came_in_files(&self) -> bool {
        let mut after = self.after.by_file.iter();
        self.are_all_hidden
            || after.all(|(key, after)| {
                let made = count(&self.made.by_file, key);
                self.was_hidden(key)
                    || *after <= count(&self.before.by_file, key).saturating_sub(made)
            })
    }

    /// Whether errors could not be found before. Lost addresses are looked for when there are no other errors.
    fn was_hidden(&self, (file, code): &(SourcePath, Code)) -> bool {
        let is_lost = |code: &Code| *code == Code::LostAddress;
        let mut before = self.before.by_file.keys();
        self.unread.contains(file) && !is_between_things(*code)
            || is_lost(code) && !before.any(|(_, code)| is_lost(code))
    }
}

/// Whether an error is that two things do not go together. What a file says is not hidden by its type then, but new.
fn is_between_things(code: Code) -> bool {
    matches!(
        code,
        Code::DuplicateKey
            | Code::DuplicateId
            | Code::DuplicateAddress
            | Code::ParentCycle
            | Code::DelegationCycle
    )
}

fn count<K: Ord>(of: &BTreeMap<K, usize>, key: &K) -> usize {
    of.get(key).copied().unwrap_or(0)
}
