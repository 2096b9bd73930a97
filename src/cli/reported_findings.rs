//! The findings that `watch` has reported, so that it reports each finding once.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::base::code::Severity;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::SourcePath;
use crate::content::findings::{ChangedFiles, Findings};
use crate::notation::place::Locator;

/// The findings that were reported in earlier turns.
///
/// A turn takes time in proportion to the findings of the changed files only.
#[derive(Default)]
pub(super) struct ReportedFindings {
    /// The findings of the last turn.
    found: ByFile,
    /// The warnings that disappeared while the site had errors. An error can keep a file from being read, and its
    /// warnings come back when the error is corrected.
    hidden: ByFile,
}

type ByFile = BTreeMap<SourcePath, Vec<Identity>>;

/// The identity of a finding in its file, as a hash.
///
/// An error at another place is another error. A warning at another place is the same warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    Error(u64),
    Warning(u64),
}

impl ReportedFindings {
    /// Takes over the findings of a turn. Returns the new ones, by file. If a finding occurs more often than before, the
    /// additional ones are new.
    pub(super) fn update<'f>(
        &mut self,
        findings: &'f Findings,
        changed: &ChangedFiles,
        strict: bool,
        text_of: impl Fn(&SourcePath) -> Option<Arc<str>>,
    ) -> Vec<&'f Diagnostic> {
        let all: BTreeSet<SourcePath>;
        let files = match changed {
            ChangedFiles::Only(files) => files,
            ChangedFiles::All => {
                let before = self.found.keys().chain(self.hidden.keys());
                all = findings.files().chain(before).cloned().collect();
                &all
            }
        };
        let mut locator = Locator::new(text_of);
        let mut identity = |diagnostic: &Diagnostic| {
            let mut hasher = DefaultHasher::new();
            (diagnostic.code, &diagnostic.args).hash(&mut hasher);
            if diagnostic.severity(strict) == Severity::Warning {
                return Identity::Warning(hasher.finish());
            }
            let location = locator.location(&diagnostic.place);
            (location.line, location.column, location.span()).hash(&mut hasher);
            Identity::Error(hasher.finish())
        };
        let has_errors = findings.has_errors(strict);
        let mut new = Vec::new();
        for file in files {
            let found = findings.in_file(file).map(|it| (identity(it), it));
            new.extend(self.update_file(file, found.collect(), has_errors));
        }
        if !has_errors {
            self.hidden.clear();
        }
        new
    }

    fn update_file<'f>(
        &mut self,
        file: &SourcePath,
        found: Vec<(Identity, &'f Diagnostic)>,
        has_errors: bool,
    ) -> Vec<&'f Diagnostic> {
        let identities = found.iter().map(|(identity, _)| *identity).collect();
        let before = replace(&mut self.found, file, identities);
        let mut known: BTreeMap<Identity, usize> = BTreeMap::new();
        for identity in before
            .into_iter()
            .chain(replace(&mut self.hidden, file, Vec::new()))
        {
            *known.entry(identity).or_default() += 1;
        }
        let is_new = |(identity, diagnostic)| match known.get_mut(&identity) {
            Some(left @ 1..) => {
                *left -= 1;
                None
            }
            _ => Some(diagnostic),
        };
        let new = found.into_iter().filter_map(is_new).collect();
        if has_errors {
            let warnings = known.into_iter();
            let warnings = warnings.filter(|(it, _)| matches!(it, Identity::Warning(_)));
            let hidden = warnings.flat_map(|(it, count)| std::iter::repeat_n(it, count));
            replace(&mut self.hidden, file, hidden.collect());
        }
        new
    }
}

fn replace(findings: &mut ByFile, file: &SourcePath, identities: Vec<Identity>) -> Vec<Identity> {
    let before = if identities.is_empty() {
        findings.remove(file)
    } else {
        findings.insert(file.clone(), identities)
    };
    before.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::code::Code;
    use crate::base::diagnostic::Place;
    use crate::content::findings::Finder;

    const TEXT: &str = "\n\n\n\n\n\n";

    #[derive(Default)]
    struct Watch {
        reported: ReportedFindings,
        findings: Findings,
    }

    fn file() -> SourcePath {
        SourcePath::new("content/a.md")
    }

    fn warning(line: usize) -> Diagnostic {
        Diagnostic::new(Code::MissingSummary, Place::span(&file(), line..line))
    }

    fn error(line: usize) -> Diagnostic {
        Diagnostic::new(Code::YamlSyntax, Place::span(&file(), line..line))
    }

    impl Watch {
        fn after(found: &[Diagnostic]) -> Watch {
            let mut watch = Watch::default();
            assert_eq!(watch.turn(found), found);
            watch
        }

        fn turn(&mut self, found: &[Diagnostic]) -> Vec<Diagnostic> {
            self.strict_turn(found, false)
        }

        fn strict_turn(&mut self, found: &[Diagnostic], strict: bool) -> Vec<Diagnostic> {
            self.findings.set(Finder::Parse(file()), found.to_vec());
            let changed = self.findings.take_changed();
            let text_of = |_: &SourcePath| Some(TEXT.into());
            let new = self
                .reported
                .update(&self.findings, &changed, strict, text_of);
            new.into_iter().cloned().collect()
        }
    }

    #[test]
    fn a_finding_is_reported_once() {
        let mut watch = Watch::after(&[warning(1), error(2)]);
        assert_eq!(watch.turn(&[warning(1), error(2)]), []);
        assert_eq!(watch.turn(&[warning(1), error(2), error(3)]), [error(3)]);
    }

    #[test]
    fn a_warning_that_moves_is_the_same_and_an_error_is_not() {
        let mut watch = Watch::after(&[warning(1), error(2)]);
        assert_eq!(watch.turn(&[warning(2), error(3)]), [error(3)]);
        assert_eq!(watch.strict_turn(&[warning(2)], true), [warning(2)]);
        assert_eq!(watch.strict_turn(&[warning(1)], true), [warning(1)]);
    }

    #[test]
    fn an_error_that_moves_with_the_text_is_reported_again() {
        let mut watch = Watch::after(&[error(2)]);
        watch.findings.mark_text_changed(&file());
        let changed = watch.findings.take_changed();
        let text_of = |_: &SourcePath| Some("\n".into());
        let new = watch
            .reported
            .update(&watch.findings, &changed, false, text_of);
        assert_eq!(new, [&error(2)]);
    }

    #[test]
    fn a_second_equal_warning_is_reported() {
        let mut watch = Watch::after(&[warning(1)]);
        assert_eq!(watch.turn(&[warning(1), warning(2)]), [warning(2)]);
    }

    #[test]
    fn warnings_that_an_error_hid_are_not_reported_again() {
        let mut watch = Watch::after(&[warning(1)]);
        assert_eq!(watch.turn(&[error(1)]), [error(1)]);
        assert_eq!(watch.turn(&[error(2)]), [error(2)]);
        assert_eq!(watch.turn(&[error(2), warning(3)]), []);
        assert_eq!(watch.turn(&[error(2)]), []);
        assert_eq!(watch.turn(&[warning(3)]), []);
        assert_eq!(watch.turn(&[]), []);
        assert_eq!(watch.turn(&[warning(1)]), [warning(1)]);
    }

    #[test]
    fn an_unchanged_file_is_not_read() {
        let mut watch = Watch::after(&[error(2)]);
        let text_of = |_: &SourcePath| -> Option<Arc<str>> { panic!("it is read") };
        let changed = watch.findings.take_changed();
        let new = watch
            .reported
            .update(&watch.findings, &changed, false, text_of);
        assert!(new.is_empty());
    }

    #[test]
    fn findings_are_compared_after_all_of_them_are_replaced() {
        let mut watch = Watch::after(&[warning(1)]);
        watch.findings = Findings::default();
        assert_eq!(watch.turn(&[warning(2), error(2)]), [error(2)]);
        watch.findings = Findings::default();
        assert_eq!(watch.turn(&[]), []);
        assert_eq!(watch.turn(&[warning(1)]), [warning(1)]);
    }
}
