//! Errors counted before and after fixes are made.

use std::collections::BTreeMap;

use crate::base::code::Code;
use crate::base::diagnostic::{Arg, Diagnostic};
use crate::base::source::SourcePath;

/// What a finding says, wherever in its file: two with the same words are the same.
pub(super) type Identity = (SourcePath, Code, Vec<Arg>);

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
        *self.same.entry(identity(error)).or_default() += 1;
        let key = (error.place.file.clone(), error.code);
        *self.by_file.entry(key.clone()).or_default() += 1;
        // Lost addresses are looked for when there are no other errors, and may be those of any page.
        if in_line && error.code != Code::LostAddress {
            *self.by_line.entry(key).or_default() += 1;
        }
    }
}

/// The identity of a finding.
pub(super) fn identity(diagnostic: &Diagnostic) -> Identity {
    let args = diagnostic.args.iter().map(|(_, arg)| arg.clone());
    (
        diagnostic.place.file.clone(),
        diagnostic.code,
        args.collect(),
    )
}

/// Whether nothing is counted more often than before, less those that were taken away.
pub(super) fn is_within<K: Ord>(
    after: &BTreeMap<K, usize>,
    before: &BTreeMap<K, usize>,
    made: &BTreeMap<K, usize>,
) -> bool {
    let count = |of: &BTreeMap<K, usize>, key| of.get(key).copied().unwrap_or(0);
    after
        .iter()
        .all(|(key, after)| *after <= count(before, key).saturating_sub(count(made, key)))
}
