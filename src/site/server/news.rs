//! What has changed since a page was sent.

use std::collections::{BTreeSet, VecDeque};
use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::Arc;

use crate::base::output::OutputPath;
use crate::site::preview::Preview;

use super::Settings;
use super::address::BasePath;

/// The present state, and how it came about.
#[derive(Debug)]
pub(super) struct News {
    pub(super) settings: Arc<Settings>,
    pub(super) overlay: Option<Arc<str>>,
    /// The site that is shown before it is published.
    preview: Option<Arc<Preview>>,
    /// Whether it is another one that will be published.
    is_outdated: bool,
    mark: Mark,
    /// The changes up to `mark`, the last one at the back.
    recent: VecDeque<Changes>,
    is_stopped: bool,
}

/// A state of the site, told from those of any other run of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    run: u64,
    revision: u64,
}

/// What is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Changes {
    /// These files, of which there may be none.
    Files(BTreeSet<OutputPath>),
    /// Many, or nobody knows which.
    All,
}

/// More files than these are said to be all.
const MANY: usize = 200;
/// A page that has slept through more changes than these reloads.
const REMEMBERED: usize = 64;

impl News {
    pub(super) fn new(settings: Settings) -> News {
        News {
            settings: Arc::new(settings),
            overlay: None,
            preview: None,
            is_outdated: false,
            mark: Mark {
                run: RandomState::new().build_hasher().finish(),
                revision: 0,
            },
            recent: VecDeque::new(),
            is_stopped: false,
        }
    }

    /// The present state.
    pub(super) fn mark(&self) -> Mark {
        self.mark
    }

    /// The site that is shown before it is published.
    pub(super) fn preview(&self) -> Option<&Arc<Preview>> {
        self.preview.as_ref()
    }

    /// This site is shown from now on. Its pages have changed, and what was wrong no longer is.
    pub(super) fn show(&mut self, preview: Arc<Preview>) {
        self.change(preview.pages());
        self.overlay = None;
        self.preview = Some(preview);
        self.is_outdated = false;
    }

    /// What was shown is not what will be published next. Nobody need be told.
    pub(super) fn outdate(&mut self) -> bool {
        self.is_outdated = true;
        false
    }

    /// What was shown is not to be published: its pages are again what they were before.
    pub(super) fn withdraw(&mut self) -> bool {
        let shown = self.preview.take();
        if let Some(shown) = &shown {
            self.change(shown.pages());
        }
        shown.is_some()
    }

    /// A site is published, in which these files have changed. Those that were shown before are known.
    pub(super) fn publish(&mut self, changed: &[OutputPath]) -> bool {
        let shown = self.preview.take();
        let known = shown.as_ref().filter(|_| !self.is_outdated);
        let is_known = |path: &OutputPath| known.is_some_and(|known| known.has(path));
        let mut unknown = changed.iter().filter(|path| !is_known(path)).peekable();
        let is_news = unknown.peek().is_some();
        if is_news {
            self.change(unknown);
        }
        is_news || shown.is_some()
    }

    fn change<'a>(&mut self, changed: impl Iterator<Item = &'a OutputPath>) {
        let changed: BTreeSet<OutputPath> = changed.take(MANY + 1).cloned().collect();
        self.note(match changed.len() {
            0..=MANY => Changes::Files(changed),
            _ => Changes::All,
        });
    }

    fn note(&mut self, changes: Changes) {
        self.mark.revision += 1;
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back(changes);
    }

    /// Tells whether it is another one.
    pub(super) fn set_overlay(&mut self, html: Option<String>) -> bool {
        let is_other = self.overlay.as_deref() != html.as_deref();
        self.overlay = html.map(Arc::from);
        is_other
    }

    pub(super) fn configure(&mut self, settings: Settings) {
        let base = |settings: &Settings| BasePath::of(&settings.base_path);
        let has_moved = base(&self.settings) != base(&settings);
        self.settings = Arc::new(settings);
        if has_moved {
            self.note(Changes::All);
        }
    }

    /// What has changed since a state; nothing is known of one of another run.
    pub(super) fn since(&self, mark: Mark) -> Changes {
        let missed = match self.mark.revision.checked_sub(mark.revision) {
            Some(missed) if mark.run == self.mark.run => usize::try_from(missed).ok(),
            _ => None,
        };
        let known = missed.and_then(|missed| self.recent.len().checked_sub(missed));
        known.map_or(Changes::All, |known| {
            together(self.recent.iter().skip(known))
        })
    }

    pub(super) fn stop(&mut self) {
        self.is_stopped = true;
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped
    }
}

fn together<'a>(all: impl Iterator<Item = &'a Changes>) -> Changes {
    let mut files = BTreeSet::new();
    for changes in all {
        match changes {
            Changes::Files(more) => files.extend(more.iter().cloned()),
            Changes::All => return Changes::All,
        }
    }
    if files.len() > MANY {
        return Changes::All;
    }
    Changes::Files(files)
}

impl Mark {
    pub(super) fn parse(text: &str) -> Option<Mark> {
        let (run, revision) = text.split_once('-')?;
        Some(Mark {
            run: u64::from_str_radix(run, 16).ok()?,
            revision: revision.parse().ok()?,
        })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{}", self.run, self.revision)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Words;
    use super::*;

    fn news() -> News {
        let word = String::new;
        News::new(Settings {
            base_path: "/".to_owned(),
            words: Words {
                language: word(),
                overlay: word(),
                close: word(),
                refused: word(),
                missing: word(),
            },
        })
    }

    fn files(names: &[&str]) -> Vec<OutputPath> {
        names.iter().map(|name| OutputPath::file(name)).collect()
    }

    fn changes(names: &[&str]) -> Changes {
        Changes::Files(files(names).into_iter().collect())
    }

    #[test]
    fn a_page_hears_what_it_missed() {
        let mut news = news();
        let first = news.mark();
        assert_eq!(news.since(first), changes(&[]));
        news.publish(&files(&["a", "b"]));
        let second = news.mark();
        news.publish(&files(&["b", "c"]));
        assert_eq!(news.since(first), changes(&["a", "b", "c"]));
        assert_eq!(news.since(second), changes(&["b", "c"]));
        assert_eq!(news.since(news.mark()), changes(&[]));
    }

    #[test]
    fn what_is_not_remembered_is_all() {
        let mut news = news();
        let first = news.mark();
        for _ in 0..REMEMBERED {
            news.publish(&files(&["a"]));
        }
        assert_eq!(news.since(first), changes(&["a"]));
        news.publish(&files(&["a"]));
        assert_eq!(news.since(first), Changes::All);
        let other_run = Mark {
            run: first.run ^ 1,
            ..news.mark()
        };
        assert_eq!(news.since(other_run), Changes::All);
        let not_yet = Mark {
            revision: u64::MAX,
            ..first
        };
        assert_eq!(news.since(not_yet), Changes::All);
    }

    #[test]
    fn many_files_are_all() {
        let mut news = news();
        let first = news.mark();
        let names = |n: usize| (0..n).map(|i| OutputPath::file(&i.to_string()));
        news.publish(&names(MANY).collect::<Vec<_>>());
        assert_ne!(news.since(first), Changes::All);
        news.publish(&files(&["one more"]));
        assert_eq!(news.since(first), Changes::All);
    }

    fn shown(news: &mut News, names: &[&str]) {
        news.show(Arc::new(Preview::new(files(names), [])));
    }

    #[test]
    fn a_page_that_was_shown_need_not_hear_of_it_again() {
        let mut news = news();
        shown(&mut news, &["a", "b"]);
        let seen = news.mark();
        assert!(news.publish(&files(&["a", "b", "c"])));
        assert_eq!(news.since(seen), changes(&["c"]));
    }

    #[test]
    fn a_page_that_was_shown_and_is_published_otherwise_hears_of_it() {
        let mut news = news();
        shown(&mut news, &["a", "b"]);
        let seen = news.mark();
        news.outdate();
        assert!(news.preview().is_some(), "who asks for a page waits");
        news.publish(&files(&["a", "c"]));
        assert_eq!(news.since(seen), changes(&["a", "c"]));

        // What is shown in its place counts.
        shown(&mut news, &["a"]);
        news.outdate();
        shown(&mut news, &["a", "b"]);
        let seen = news.mark();
        news.publish(&files(&["a", "b"]));
        assert_eq!(news.since(seen), changes(&[]));
    }

    #[test]
    fn a_mark_is_read_as_it_is_written() {
        let mark = news().mark();
        assert_eq!(Mark::parse(&mark.to_string()), Some(mark));
        assert_eq!(Mark::parse("x-1"), None);
    }
}
