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
use crate::content::parse::ParsedFile;
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
            let news = |commit: &RecentCommit| match known.commit(&commit.hash) {
                Some(known) => known.clone(),
                None => commit_news(commit, &parsed, settings),
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

fn commit_news(commit: &RecentCommit, parsed: &Parsed, settings: &Settings) -> CommitNews {
    let side = |of: fn(&ChangedText) -> &Option<Arc<SourceFile>>| {
        let files = commit.changes.iter().filter_map(|it| of(it).as_ref());
        Side::new(files.filter_map(|it| parsed.get(&version(it))), settings)
    };
    let (before, after) = (side(|it| &it.before), side(|it| &it.after));
    CommitNews::new(commit.hash.clone(), commit.seconds, before, after)
}

fn version(file: &SourceFile) -> (SourcePath, Digest) {
    (file.path.clone(), file.state.digest)
}
