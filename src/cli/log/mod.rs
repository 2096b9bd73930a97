//! `raccordo log`: what changed in each commit of the history, as facts.

mod told;

use std::collections::BTreeMap;
use std::mem;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;

use super::args::LogArgs;
use super::console::print_to_stdout;
use super::diff::folder;
use super::failure::Failure;
use crate::build::{Compared, compare};
use crate::messages::Messages;
use crate::notation::suggest::{folded, nearest};
use crate::site::sources::{KnownTexts, LogEntry, RevisionError, Revisions, SiteTexts};
use told::{ToldCommit, renamed, renamings};

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
    let mut history = History::open(args)?;
    let mut is_told = false;
    let mut id = match args.body.as_deref() {
        Some(typed) => match history.id_today(typed)? {
            Some(id) => Some(id),
            None => return Err(unknown(typed, &history.titles_today()?)),
        },
        None => None,
    };
    history.each(|entry, compared| {
        let told = ToldCommit::new(entry, compared, id.as_deref());
        if let Some(text) = told.text(args.format, messages) {
            print_to_stdout(&text);
            is_told = true;
        }
        if let Some(id) = &mut id {
            let earlier = renamings(compared).find_map(|(was, is)| renamed(id, is, was));
            *id = earlier.unwrap_or_else(|| mem::take(id));
        }
        ControlFlow::Continue(())
    })?;
    match args.body.as_deref() {
        Some(typed) if !is_told => Err(unknown(typed, &history.titles_today()?)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// The commits that changed a site, the last one first.
struct History {
    revisions: Revisions,
    entries: Vec<LogEntry>,
    known: KnownTexts,
}

impl History {
    fn open(args: &LogArgs) -> Result<History, Failure> {
        let revisions = Revisions::open(&folder(args.root.as_deref())?)?;
        Ok(History {
            entries: revisions.history(&revisions.commit("HEAD")?)?,
            revisions,
            known: KnownTexts::default(),
        })
    }

    /// Compares the site at each commit with what it was before, until `tell` breaks.
    fn each(
        &mut self,
        mut tell: impl FnMut(&LogEntry, &Compared) -> ControlFlow<()>,
    ) -> Result<(), Failure> {
        let mut after = None;
        for (index, entry) in self.entries.iter().enumerate() {
            let now = match after.take() {
                Some(texts) => texts,
                None => match state(&self.revisions, entry, &mut self.known)? {
                    Some(texts) => texts,
                    // There is no site before, either, or none that anybody has published.
                    None => continue,
                },
            };
            after = match self.entries.get(index + 1) {
                Some(earlier) => state(&self.revisions, earlier, &mut self.known)?,
                None => None,
            };
            let before = after.clone().unwrap_or_else(|| empty(&now));
            if compare(&before, &now).is_some_and(|it| tell(entry, &it).is_break()) {
                break;
            }
        }
        Ok(())
    }

    /// The ids and titles of all things at the last commit.
    fn titles_today(&mut self) -> Result<Vec<(String, String)>, Failure> {
        let Some(last) = self.entries.first() else {
            return Ok(Vec::new());
        };
        let last = state(&self.revisions, last, &mut self.known)?;
        let things = last.and_then(|texts| compare(&empty(&texts), &texts));
        let titles = things.map(|it| it.comparison.titles).unwrap_or_default();
        Ok(titles
            .into_iter()
            .map(|(it, title)| (it.id, title))
            .collect())
    }

    /// The id at the last commit of what has an id there, or had it before: a table may be named without its body. `None` if
    /// nothing ever had it.
    fn id_today(&mut self, id: &str) -> Result<Option<String>, Failure> {
        let titles = self.titles_today()?;
        if titles.iter().any(|(it, _)| it == id) {
            return Ok(Some(id.to_owned()));
        }
        let mut tables = titles.into_iter().map(|(it, _)| it).filter(|it| {
            let within = it.split_once('/');
            within.is_some_and(|(_, table)| table == id)
        });
        match (tables.next(), tables.next()) {
            (Some(table), None) => Ok(Some(table)),
            _ => self.id_after(id),
        }
    }

    /// The id that a thing, or the only table, has today that was last called `id` earlier. A commit that only refers to the id does not
    /// count.
    fn id_after(&mut self, id: &str) -> Result<Option<String>, Failure> {
        let mut later: Vec<(String, String)> = Vec::new();
        let mut found: Option<String> = None;
        let table = format!("/{id}");
        self.each(|_, compared| {
            let here = renamings(compared).map(|(was, is)| (was.to_owned(), is.to_owned()));
            let here: Vec<_> = here.collect();
            let mut ids = compared.comparison.titles.keys().map(|it| &*it.id);
            let is_here = ids.clone().any(|it| it == id)
                || here.iter().any(|(was, is)| renamed(id, was, is).is_some());
            let mut tables = ids.by_ref().filter(|it| it.ends_with(&table));
            found = match (is_here, tables.next(), tables.next()) {
                (true, ..) => Some(id.to_owned()),
                (_, Some(only), None) => Some(only.to_owned()),
                _ => None,
            };
            later.extend(here);
            match found {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            }
        })?;
        let renamings = later.iter().rev();
        Ok(found.map(|id| renamings.fold(id, |id, (was, is)| renamed(&id, was, is).unwrap_or(id))))
    }
}

/// That nothing ever had an id, and which thing of the last commit may be meant: that of a similar id, or of this title.
fn unknown(id: &str, titles: &[(String, String)]) -> Failure {
    let failure = Failure::new("cli-unknown-thing").text("value", id);
    let table = format!("/{id}");
    let is_named =
        |(it, title): &&(String, String)| folded(title) == folded(id) || it.ends_with(&table);
    let named = titles.iter().find(is_named).map(|(it, _)| &**it);
    let ids = titles
        .iter()
        .flat_map(|(it, _)| [Some(&**it), it.split('/').nth(1)]);
    let near = named.or_else(|| nearest(id, ids.flatten()));
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
        others: BTreeMap::new(),
    }
}
