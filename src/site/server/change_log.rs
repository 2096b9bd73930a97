//! Which files of the site have changed since a page was sent.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use crate::base::output::OutputPath;

/// The number of changed files from which all pages reload.
const MAX_NAMED_FILES: usize = 200;

/// A state of the site. A page names the revision that it shows when it asks for events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Revision {
    /// A random number, so that no revision of an earlier server is taken for one of this server.
    server: u64,
    number: u64,
}

/// The current revision of the site, and the last revision in which each file changed.
#[derive(Debug)]
pub(super) struct ChangeLog {
    current: Revision,
    /// The last revision in which all files may have changed.
    all_changed: u64,
    /// The files that have changed since.
    files: BTreeMap<OutputPath, u64>,
}

impl ChangeLog {
    pub(super) fn new() -> ChangeLog {
        ChangeLog {
            current: Revision {
                server: RandomState::new().build_hasher().finish(),
                number: 0,
            },
            all_changed: 0,
            files: BTreeMap::new(),
        }
    }

    pub(super) fn current(&self) -> Revision {
        self.current
    }

    /// Records a revision in which these files changed.
    pub(super) fn record<'a>(&mut self, changed: impl Iterator<Item = &'a OutputPath>) {
        let changed: Vec<&OutputPath> = changed.take(MAX_NAMED_FILES + 1).collect();
        if changed.len() > MAX_NAMED_FILES {
            return self.record_all();
        }
        self.current.number += 1;
        let number = self.current.number;
        let changed = changed.into_iter().map(|path| (path.clone(), number));
        self.files.extend(changed);
    }

    /// Records a revision in which all files may have changed.
    pub(super) fn record_all(&mut self) {
        self.current.number += 1;
        self.all_changed = self.current.number;
        self.files.clear();
    }

    /// The files that have changed since a revision. Returns `None` if all may have changed.
    pub(super) fn since(&self, revision: Revision) -> Option<Vec<&OutputPath>> {
        let known = self.all_changed..=self.current.number;
        if revision.server != self.current.server || !known.contains(&revision.number) {
            return None;
        }
        let is_newer = |(_, number): &(_, &u64)| **number > revision.number;
        let changed: Vec<_> = self
            .files
            .iter()
            .filter(is_newer)
            .map(|(path, _)| path)
            .collect();
        (changed.len() <= MAX_NAMED_FILES).then_some(changed)
    }
}

impl Revision {
    pub(super) fn parse(text: &str) -> Option<Revision> {
        let (server, number) = text.split_once('-')?;
        Some(Revision {
            server: u64::from_str_radix(server, 16).ok()?,
            number: number.parse().ok()?,
        })
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.server, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(log: &mut ChangeLog, names: &[&str]) {
        let files: Vec<_> = names.iter().map(|name| OutputPath::file(name)).collect();
        log.record(files.iter());
    }

    fn since(log: &ChangeLog, revision: Revision) -> Option<Vec<&str>> {
        let files = log.since(revision)?;
        Some(files.into_iter().map(OutputPath::as_str).collect())
    }

    #[test]
    fn a_page_learns_of_the_changes_it_missed() {
        let mut log = ChangeLog::new();
        let first = log.current();
        assert_eq!(since(&log, first), Some(vec![]));
        record(&mut log, &["a", "b"]);
        let second = log.current();
        record(&mut log, &["b", "c"]);
        assert_eq!(since(&log, first), Some(vec!["a", "b", "c"]));
        assert_eq!(since(&log, second), Some(vec!["b", "c"]));
        assert_eq!(since(&log, log.current()), Some(vec![]));
    }

    #[test]
    fn since_an_unknown_revision_all_files_have_changed() {
        let mut log = ChangeLog::new();
        let first = log.current();
        let of_other_server = Revision {
            server: first.server ^ 1,
            ..first
        };
        let in_future = Revision {
            number: u64::MAX,
            ..first
        };
        for unknown in [of_other_server, in_future] {
            assert_eq!(since(&log, unknown), None);
        }
        log.record_all();
        assert_eq!(since(&log, first), None);
        assert_eq!(since(&log, log.current()), Some(vec![]));
    }

    #[test]
    fn many_changed_files_are_all_files() {
        let names: Vec<String> = (0..=MAX_NAMED_FILES).map(|it| it.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (last, others) = names.split_last().unwrap();
        let mut log = ChangeLog::new();
        let first = log.current();
        record(&mut log, others);
        assert!(since(&log, first).is_some());
        record(&mut log, &[last]);
        assert_eq!(since(&log, first), None);
        let second = log.current();
        record(&mut log, &names);
        assert_eq!(since(&log, second), None);
    }

    #[test]
    fn a_revision_is_parsed_as_it_is_displayed() {
        let revision = ChangeLog::new().current();
        assert_eq!(Revision::parse(&revision.to_string()), Some(revision));
        assert_eq!(Revision::parse("x-1"), None);
    }
}
