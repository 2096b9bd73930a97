//! `raccordo diff`: what changed between two revisions of a site, as facts.

mod human;
pub(super) mod json;
mod markdown;
pub(super) mod sentence;
mod show;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;

use super::args::DiffArgs;
use super::console::print_to_stdout;
use super::failure::Failure;
use crate::build::{Compared, compare};
use crate::messages::Messages;
use crate::site::sources::{KnownTexts, Revisions, find_root, texts_on_disk};
use sentence::Teller;

/// How the changes are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people, on a terminal.
    #[default]
    Human,
    /// For a comment on a pull request.
    Markdown,
    /// One JSON object.
    Json,
}

/// What is compared, as typed: a revision with another, or with the files on disk.
struct Range {
    from: String,
    /// `None` for the files on disk.
    to: Option<String>,
    /// Whether to begin where the second revision left the first.
    from_fork: bool,
}

impl Range {
    fn parse(typed: &str) -> Range {
        let or_head = |name: &str| match name {
            "" => "HEAD".to_owned(),
            name => name.to_owned(),
        };
        let (separator, from_fork) = match typed.contains("...") {
            true => ("...", true),
            false => ("..", false),
        };
        let (from, to) = match typed.split_once(separator) {
            Some((from, to)) => (from, Some(or_head(to))),
            None => (typed, None),
        };
        Range {
            // A variable of a script that is empty is no revision.
            from: match to {
                Some(_) => or_head(from),
                None => from.to_owned(),
            },
            to,
            from_fork,
        }
    }
}

struct Report<'a> {
    compared: &'a Compared,
    teller: Teller<'a>,
    /// The revisions as typed.
    typed: &'a str,
    /// The first state: what was typed, or the hash where two branches parted.
    from: String,
    /// The second state. `None` for the files on disk.
    to: Option<String>,
}

/// Prints what has changed. The exit status is 0, whether something has or not.
pub(super) fn diff(args: &DiffArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let typed = args.revisions.as_deref().unwrap_or("HEAD");
    let mut range = Range::parse(typed);
    let folder = folder(args.root.as_deref())?;
    if Revisions::is_bare(&folder) {
        // There are no files on disk.
        range.to.get_or_insert_with(|| "HEAD".to_owned());
    }
    let revisions = Revisions::open(&folder)?;
    let mut from = revisions.commit(&range.from)?;
    let [before, after] = match &range.to {
        Some(to) => {
            let mut known = KnownTexts::default();
            let to = revisions.commit(to)?;
            if range.from_fork {
                from = revisions.common_ancestor(&from, &to)?;
                range.from = from.hash.chars().take(12).collect();
            }
            [
                revisions.read(&from, &mut known)?,
                revisions.read(&to, &mut known)?,
            ]
        }
        None => {
            let mut on_disk = texts_on_disk(revisions.root())?;
            let mut known = KnownTexts::of(&on_disk);
            let before = revisions.read(&from, &mut known)?;
            revisions.settle(&from, &before, &mut on_disk);
            [before, on_disk]
        }
    };
    let compared = compare(&before, &after);
    let compared = compared.ok_or_else(|| Failure::new("cli-no-settings-in-revisions"))?;
    let report = Report {
        compared: &compared,
        teller: Teller::new(&compared, messages),
        typed,
        from: range.from,
        to: range.to,
    };
    let text = match args.format {
        DiffFormat::Human => human::text(&report, messages),
        DiffFormat::Markdown => markdown::text(&report, messages),
        DiffFormat::Json => json::text(&report),
    };
    print_to_stdout(text.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// The folder of the site, or a bare repository.
pub(super) fn folder(root: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(root) = root {
        return Ok(root.to_owned());
    }
    let here = Path::new(".");
    match find_root(here) {
        Ok(root) => Ok(root),
        Err(_) if Revisions::is_bare(here) => Ok(here.to_owned()),
        Err(error) => Err(error.into()),
    }
}
