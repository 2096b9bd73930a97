//! What the last commits tell: their texts are parsed, and compared.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::comparison::parse_to_compare;
use super::state::State;
use crate::base::digest::Digest;
use crate::base::source::{SourceFile, SourcePath};
use crate::content::changes::Side;
use crate::content::news::CommitNews;
use crate::content::parse::{FileContent, ParsedFile};
use crate::content::settings::Settings;
use crate::site::sources::{ChangedText, RecentCommit, RecentCommits};

impl State {
    /// Takes over the last commits. Those that are known are not looked into again.
    pub(super) fn take_commits(&mut self, head: Option<String>, recent: Option<RecentCommits>) {
        let recent = recent.map(|recent| {
            let (known, settings) = (&self.news, &self.settings);
            let new = recent.commits.iter();
            let new: Vec<&RecentCommit> =
                new.filter(|it| known.commit(&it.hash).is_none()).collect();
            let parsed = parse_all(&new, settings);
            let readable = readable_changes(&new, &parsed);
            let news = |commit: &RecentCommit| match known.commit(&commit.hash) {
                Some(known) => known.clone(),
                None => commit_news(commit, &readable, &parsed, settings),
            };
            let commits = recent.commits.par_iter().map(news).collect();
            (commits, recent.beginning)
        });
        self.news.set(head, recent);
    }
}

/// The versions of texts, parsed.
type Parsed = HashMap<(SourcePath, Digest), ParsedFile>;

/// Parses each version once, however many commits have it.
fn parse_all(commits: &[&RecentCommit], settings: &Settings) -> Parsed {
    let changes = commits.iter().flat_map(|commit| &commit.changes);
    let versions = changes.flat_map(|it| [&it.before, &it.after].into_iter().flatten());
    let versions: HashMap<_, &Arc<SourceFile>> = versions.map(|it| (version(it), it)).collect();
    let versions = versions.into_par_iter();
    let parsed = versions.map(|(version, file)| (version, parse_to_compare(file, settings)));
    parsed.collect()
}

/// The texts before and after a change.
type Versions<'a> = [Option<&'a SourceFile>; 2];

/// What each commit changed, without what breaks a text: where it can be read no longer, it goes on to say what it said,
/// until it can be read again. Nobody has seen it in between, because such a site is not built.
fn readable_changes<'a>(
    commits: &[&'a RecentCommit],
    parsed: &Parsed,
) -> HashMap<&'a str, Vec<Versions<'a>>> {
    let is_broken = |file: &SourceFile| {
        let parsed = parsed.get(&version(file));
        parsed
            .is_some_and(|it| matches!(it.content, FileContent::Broken(_)) || !it.unread.is_empty())
    };
    let mut last_readable: HashMap<&SourcePath, &SourceFile> = HashMap::new();
    let changes = commits.iter().rev().map(|commit| {
        let changes = commit.changes.iter().map(|ChangedText { before, after }| {
            let (before, after) = (before.as_deref(), after.as_deref());
            let path = before.or(after).map(|it| &it.path);
            let kept = path.and_then(|path| last_readable.remove(path));
            let kept = kept.filter(|_| before.is_some_and(is_broken));
            let before = kept.or(before);
            match before.filter(|it| !is_broken(it) && after.is_some_and(is_broken)) {
                Some(kept) => {
                    last_readable.insert(&kept.path, kept);
                    [before, before]
                }
                None => [before, after],
            }
        });
        (commit.hash.as_str(), changes.collect())
    });
    changes.collect()
}

fn commit_news(
    commit: &RecentCommit,
    readable: &HashMap<&str, Vec<Versions<'_>>>,
    parsed: &Parsed,
    settings: &Settings,
) -> CommitNews {
    let changes = readable.get(commit.hash.as_str()).into_iter().flatten();
    let [before, after] = [0, 1].map(|side| {
        let files = changes.clone().filter_map(|it| *it.get(side)?);
        Side::new(files.filter_map(|it| parsed.get(&version(it))), settings)
    });
    let digest = |file: Option<&SourceFile>| file.map(|it| it.state.digest);
    let now = commit.changes.iter().map(|it| digest(it.after.as_deref()));
    let said = changes.map(|[_, after]| digest(*after));
    let mut news = CommitNews::new(commit.hash.clone(), commit.stamp, before, after);
    news.breaks_a_text = !now.eq(said);
    news
}

fn version(file: &SourceFile) -> (SourcePath, Digest) {
    (file.path.clone(), file.state.digest)
}
