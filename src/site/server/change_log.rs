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
