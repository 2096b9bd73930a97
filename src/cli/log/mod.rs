//! `raccordo log`: what changed in each commit of the history, as facts.

mod told;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;

use super::args::LogArgs;
use super::console::print_to_stdout;
use super::diff::folder;
use super::failure::Failure;
use crate::build::compare;
use crate::messages::Messages;
use crate::site::sources::{KnownTexts, LogEntry, RevisionError, Revisions, SiteTexts};
use told::ToldCommit;

/// How the history is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// For people, on a terminal.
    #[default]
    Human,
    /// A JSON object for each commit, in a line.
    Json,
}

/// Prints what changed, the last commit first. The exit status is 0, whether anything has or not.
pub(super) fn log(args: &LogArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let revisions = Revisions::open(&folder(args.root.as_deref(), true)?)?;
    let entries = revisions.history(&revisions.commit("HEAD")?)?;
    let mut known = KnownTexts::default();
    let mut wanted = args.body.clone();
    let mut after = None;
    for (index, entry) in entries.iter().enumerate() {
        let now = match after.take() {
            Some(texts) => texts,
            None => match state(&revisions, entry, &mut known)? {
                Some(texts) => texts,
                // There is no site before, either, or none that anybody has published.
                None => continue,
            },
        };
        after = match entries.get(index + 1) {
            Some(earlier) => state(&revisions, earlier, &mut known)?,
            None => None,
        };
        let before = after.clone().unwrap_or_else(|| empty(&now));
        if let Some(compared) = compare(&before, &now) {
            let told = ToldCommit::new(entry, &compared, wanted.as_deref());
            if let Some(text) = told.text(args.format, messages) {
                print_to_stdout(&text);
            }
            wanted = wanted.map(|id| told.earlier_id(id));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The site at a commit. `None` if there was none yet.
fn state(
    revisions: &Revisions,
    entry: &LogEntry,
    known: &mut KnownTexts,
) -> Result<Option<SiteTexts>, Failure> {
    match revisions.read(&entry.commit, known) {
        Ok(texts) => Ok(Some(texts)),
        Err(RevisionError::NoSite(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A site before its first page.
fn empty(texts: &SiteTexts) -> SiteTexts {
    SiteTexts {
        settings: Arc::clone(&texts.settings),
        texts: BTreeMap::new(),
    }
}
