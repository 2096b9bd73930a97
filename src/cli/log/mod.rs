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
use crate::notation::suggest::{folded, nearest};
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
    let revisions = Revisions::open(&folder(args.root.as_deref())?)?;
    let entries = revisions.history(&revisions.commit("HEAD")?)?;
    let mut known = KnownTexts::default();
    let mut wanted = args.body.clone();
    let (mut after, mut is_told) = (None, false);
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
                is_told = true;
            }
            wanted = wanted.map(|id| told.earlier_id(id));
        }
    }
    match &args.body {
        Some(id) if !is_told => Err(unknown(id, entries.first(), &revisions, &mut known)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// That nothing ever had an id, and which thing of the last commit may be meant: that of a similar id, or of this title.
fn unknown(
    id: &str,
    last: Option<&LogEntry>,
    revisions: &Revisions,
    known: &mut KnownTexts,
) -> Failure {
    let failure = Failure::new("cli-unknown-thing").text("value", id);
    let last = last.and_then(|last| state(revisions, last, known).ok().flatten());
    let things = last.and_then(|texts| compare(&empty(&texts), &texts));
    let titles = things.map(|it| it.comparison.titles).unwrap_or_default();
    let named = titles.iter().find(|(_, it)| folded(it) == folded(id));
    let named = named.map(|(subject, _)| subject.id.as_str());
    let near = named.or_else(|| nearest(id, titles.keys().map(|it| it.id.as_str())));
    match near {
        Some(near) => failure.text("near", near).with_hint("cli-near-hint"),
        None => failure,
    }
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
