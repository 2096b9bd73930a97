//! Findings as text: for people, for programs, for code forges.
//!
//! Nothing here prints; the text goes where the caller sends it.

mod github;
mod human;
mod json;
mod sarif;
mod span;

use clap::ValueEnum;

use crate::base::code::Severity;
use crate::base::source::SourcePath;
use crate::messages::Messages;
use crate::notation::place::Finding;

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the line of the source, for people.
    #[default]
    Human,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions, which show findings beside the change.
    Github,
    /// SARIF 2.1.0, the OASIS standard for the results of static analysis.
    Sarif,
}

/// Findings, with what it takes to write them.
pub struct Report<'a> {
    /// What was found, in the order in which it is said.
    pub findings: &'a [Finding],
    /// Whether warnings count as errors.
    pub strict: bool,
    /// The words.
    pub messages: &'a Messages,
    /// The text of a file, if it has one.
    pub text_of: &'a dyn Fn(&SourcePath) -> Option<&'a str>,
}

/// How many findings of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Tally {
    /// Counts findings; under `strict`, warnings are errors.
    pub fn of(findings: &[Finding], strict: bool) -> Tally {
        let is_error = |it: &&Finding| it.diagnostic.severity(strict) == Severity::Error;
        let errors = findings.iter().filter(is_error).count();
        Tally {
            errors,
            warnings: findings.len() - errors,
        }
    }
}

impl Report<'_> {
    /// The findings in a format. Colours, for a terminal, are in the human format only.
    pub fn render(&self, format: Format, colours: bool) -> String {
        match format {
            Format::Human => human::render(self, colours),
            Format::Json => json::render(self),
            Format::Github => github::render(self),
            Format::Sarif => sarif::render(self),
        }
    }

    /// How many errors and warnings there are.
    pub fn tally(&self) -> Tally {
        Tally::of(self.findings, self.strict)
    }

    fn severity(&self, finding: &Finding) -> Severity {
        finding.diagnostic.severity(self.strict)
    }
}

/// The word for a severity in formats that programs read.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

#[cfg(test)]
mod tests;
