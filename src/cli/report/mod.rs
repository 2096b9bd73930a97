//! Reports of findings: for people, for programs, for code forges.
//!
//! A report is written file by file, so that even a long one needs little memory. Nothing here prints: the caller passes
//! the writer.

mod github;
mod human;
pub(super) mod json;
mod sarif;
mod span;

use std::io::{self, Write};
use std::sync::Arc;

use clap::ValueEnum;

use crate::base::code::Severity;
use crate::base::diagnostic::{Diagnostic, Tally};
use crate::base::source::SourcePath;
use crate::messages::Messages;
use crate::notation::place::{Finding, Location, Locator};

/// The format of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the lines of the source, for people.
    #[default]
    Human,
    /// One JSON object.
    Json,
    /// Workflow commands of GitHub Actions, which show findings beside the change.
    Github,
    /// SARIF 2.1.0, the OASIS standard for the results of static analysis.
    Sarif,
}

/// Findings, and the options for writing them.
pub struct Report<'a> {
    /// The findings, by file.
    pub findings: &'a [&'a Diagnostic],
    /// The path of the site in its repository, with a `/` at its end, for the formats that code forges read.
    pub folder: String,
    /// Whether every warning is an error.
    pub strict: bool,
    /// Whether the format for people has every warning, too.
    pub all: bool,
    /// The catalogue of messages.
    pub messages: &'a Messages,
    /// Reads the text of a file. Returns `None` for a file without a text.
    pub text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>,
}

impl Report<'_> {
    /// Writes the findings in a format. Only the format for people has colours.
    ///
    /// # Errors
    /// The writer fails.
    pub fn write(&self, format: Format, colours: bool, to: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Human => human::write(self, colours, to),
            Format::Json => json::write(self, to),
            Format::Github => github::write(self, to),
            Format::Sarif => sarif::write(self, to),
        }
    }

    /// Each finding as text for people, without colours.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        self.located().map(|it| human::text(self, &it))
    }

    /// The number of errors and warnings.
    pub fn tally(&self) -> Tally {
        Tally::of(self.findings.iter().copied(), self.strict)
    }

    /// All findings, by file and place.
    fn located(&self) -> impl Iterator<Item = Finding> {
        located(self.findings, self.text_of)
    }

    fn forge_path(&self, location: &Location) -> String {
        format!("{}{}", self.folder, location.file)
    }

    fn severity(&self, diagnostic: &Diagnostic) -> Severity {
        diagnostic.severity(self.strict)
    }
}

/// Finds the places of diagnostics, one file at a time.
fn located<'a>(
    diagnostics: &[&'a Diagnostic],
    text_of: &'a dyn Fn(&SourcePath) -> Option<Arc<str>>,
) -> impl Iterator<Item = Finding> {
    let files = diagnostics.chunk_by(|a, b| a.place.file == b.place.file);
    let mut locator = Locator::new(text_of);
    files.flat_map(move |file| locator.locate(file.iter().copied()))
}

/// The word for a severity in formats that programs read.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Accepted => "accepted",
    }
}

#[cfg(test)]
mod tests;
