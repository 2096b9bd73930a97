//! A commit and its changes, as they are shown.

use serde_json::json;

use super::{LogEntry, LogFormat};
use crate::base::date::Date;
use crate::base::diagnostic::Arg;
use crate::build::Compared;
use crate::cli::diff::json::{Commit, ToldChange};
use crate::cli::diff::sentence::Teller;
use crate::content::changes::{Change, Kind};
use crate::messages::Messages;

/// The ids of things before and after a commit that changed them.
pub(super) fn renamings(compared: &Compared) -> impl Iterator<Item = (&str, &str)> {
    let changes = compared.comparison.changes.iter();
    let of_things = changes.filter(|it| {
        let is_renaming = matches!(it.kind, Kind::IdentityRenamed | Kind::IdentityMoved);
        is_renaming && it.field.is_empty()
    });
    of_things.filter_map(|it| Some((it.before.as_text()?, &*it.subject.id)))
}

/// The id of a thing, or of a table of it, after the thing was renamed.
pub(super) fn renamed(id: &str, from: &str, to: &str) -> Option<String> {
    let rest = id.strip_prefix(from)?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
}

/// A commit and those of its changes that are asked for.
pub(super) struct ToldCommit<'a> {
    entry: &'a LogEntry,
    compared: &'a Compared,
    changes: Vec<&'a Change>,
}

impl<'a> ToldCommit<'a> {
    /// The changes of a commit that concern a body, or another thing of this id; all of them without one.
    pub(super) fn new(entry: &'a LogEntry, compared: &'a Compared, id: Option<&str>) -> Self {
        let is_wanted = |change: &&Change| {
            let mut ids = [&change.about, &change.concerns, &change.subject].into_iter();
            // A table comes and goes with its body.
            let is_whole = matches!(change.kind, Kind::BodyAdded | Kind::BodyWithdrawn);
            id.is_none_or(|id| {
                let is_below = || renamed(id, &change.subject.id, "").is_some();
                ids.any(|it| it.id == id) || is_whole && is_below()
            })
        };
        let changes = compared.comparison.changes.iter().filter(is_wanted);
        ToldCommit {
            entry,
            compared,
            changes: changes.collect(),
        }
    }

    /// The commit in a format. `None` if it has no changes.
    pub(super) fn text(&self, format: LogFormat, messages: &Messages) -> Option<String> {
        let teller = Teller::new(self.compared, messages);
        (!self.changes.is_empty()).then(|| match format {
            LogFormat::Human => self.human(&teller, messages),
            LogFormat::Json => self.json(&teller),
        })
    }

    fn human(&self, teller: &Teller<'_>, messages: &Messages) -> String {
        let commit = self.entry.commit.hash.chars().take(10).collect();
        let args = [
            ("date", Arg::Text(self.day().unwrap_or_default())),
            ("commit", Arg::Text(commit)),
            ("subject", Arg::Text(self.entry.subject.clone())),
        ];
        let heading = messages.text("change-commit", &args);
        let changes = self.changes.iter();
        let lines = changes.map(|change| format!("  {}\n", teller.sentence(change)));
        format!("{heading}\n{}", lines.collect::<String>())
    }

    fn json(&self, teller: &Teller<'_>) -> String {
        let changes = self.changes.iter();
        let commit = Commit {
            commit: &self.entry.commit.hash,
            date: self.day(),
            subject: &self.entry.subject,
            changes: changes.map(|it| ToldChange::new(it, teller)).collect(),
        };
        json!(commit).to_string()
    }

    /// The day of the commit, in the time zone of the site.
    fn day(&self) -> Option<String> {
        let zone = self.compared.settings.zone();
        Date::from_unix(self.entry.seconds?, &zone).map(|day| day.to_string())
    }
}
