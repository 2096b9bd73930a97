//! What was said already, so that a watch says it once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::report::Tally;
use crate::base::code::{Code, Severity};
use crate::base::diagnostic::Arg;
use crate::base::source::SourcePath;
use crate::notation::place::{Finding, Location};

/// What was said in the turns before.
#[derive(Default)]
pub(super) struct Said {
    findings: Vec<Finding>,
    /// How many errors and warnings there were in the last turn.
    tally: Tally,
}

/// What makes two findings the same to a reader. An error is looked for where it is; a warning that
/// moves with the lines around it is no other.
type Gist<'a> = (
    Code,
    &'a SourcePath,
    &'a [(Cow<'static, str>, Arg)],
    Option<&'a Location>,
);

impl Said {
    /// The findings that were not said before, each as often as it is there more often.
    pub(super) fn news(&self, findings: &[Finding], strict: bool) -> Vec<Finding> {
        let mut known: BTreeMap<Gist<'_>, usize> = BTreeMap::new();
        for finding in &self.findings {
            *known.entry(gist(finding, strict)).or_default() += 1;
        }
        let mut news = Vec::new();
        for finding in findings {
            match known.get_mut(&gist(finding, strict)) {
                Some(left @ 1..) => *left -= 1,
                _ => news.push(finding.clone()),
            }
        }
        news
    }

    /// How many there were in the last turn.
    pub(super) fn tally(&self) -> Tally {
        self.tally
    }

    /// Takes over the findings of a turn. While there are errors, warnings may only seem to be gone:
    /// what an error keeps from being read gives none.
    pub(super) fn replace(&mut self, findings: Vec<Finding>, strict: bool) {
        self.tally = Tally::of(&findings, strict);
        if self.tally.errors == 0 {
            self.findings = findings;
            return;
        }
        let before = std::mem::replace(&mut self.findings, findings);
        let gone = self.news(&before, strict);
        let is_warning = |it: &Finding| it.diagnostic.severity(strict) == Severity::Warning;
        self.findings.extend(gone.into_iter().filter(is_warning));
    }
}

fn gist(finding: &Finding, strict: bool) -> Gist<'_> {
    let diagnostic = &finding.diagnostic;
    let is_error = diagnostic.severity(strict) == Severity::Error;
    (
        diagnostic.code,
        &finding.location.file,
        &diagnostic.args,
        is_error.then_some(&finding.location),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::diagnostic::{Diagnostic, Place};

    fn finding(code: Code, line: usize) -> Finding {
        let file = SourcePath::new("content/a.md");
        Finding {
            location: Location {
                file: file.clone(),
                line,
                column: 1,
                start: line,
                end: line,
            },
            diagnostic: Diagnostic::new(code, Place::whole(&file)),
            related: None,
        }
    }

    fn warning(line: usize) -> Finding {
        finding(Code::MissingSummary, line)
    }

    fn error(line: usize) -> Finding {
        finding(Code::YamlSyntax, line)
    }

    fn after(findings: &[Finding]) -> Said {
        let mut said = Said::default();
        said.replace(findings.to_vec(), false);
        said
    }

    #[test]
    fn what_was_said_is_not_said_again() {
        let said = after(&[warning(1), error(2)]);
        assert_eq!(said.news(&[warning(1), error(2)], false), []);
        let news = said.news(&[warning(1), error(2), error(3)], false);
        assert_eq!(news, [error(3)]);
    }

    #[test]
    fn a_warning_that_moves_is_the_same_and_an_error_is_not() {
        let said = after(&[warning(1), error(2)]);
        let news = said.news(&[warning(2), error(3)], false);
        assert_eq!(news, [error(3)]);
        assert_eq!(said.news(&[warning(2)], true), [warning(2)]);
    }

    #[test]
    fn a_second_one_of_the_same_is_said() {
        let news = after(&[warning(1)]).news(&[warning(1), warning(2)], false);
        assert_eq!(news, [warning(2)]);
    }

    #[test]
    fn warnings_that_an_error_hid_are_not_said_again() {
        let mut said = after(&[warning(1)]);
        said.replace(vec![error(1)], false);
        said.replace(vec![error(2)], false);
        assert_eq!((said.tally().errors, said.tally().warnings), (1, 0));
        assert_eq!(said.news(&[warning(3)], false), []);
        said.replace(Vec::new(), false);
        assert_eq!(said.news(&[warning(1)], false), [warning(1)]);
    }
}
