//! Somebody who looks at every page of a site that is shown before it is published.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use raccordo::base::digest::Digest;
use raccordo::base::output::OutputPath;
use raccordo::base::source::Changes;
use raccordo::build::{Cancellation, Observer};
use raccordo::site::preview::{Preview, PreviewSink, PreviewState, RequestedPage};

use crate::in_process::Published;
use crate::random_edits::first;
use crate::rebuild_scope::{Editing, made};

/// Asks for every page as soon as it is shown.
#[derive(Default)]
pub(crate) struct Looker {
    shown: Mutex<Option<Shown>>,
    /// How often it still says that the turn is to go on; nothing where that is for ever.
    patience: Option<AtomicUsize>,
}

struct Shown {
    preview: Arc<Preview>,
    coming: Vec<(OutputPath, RequestedPage)>,
}

impl Cancellation for Looker {
    fn is_cancelled(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        let patience = self.patience.as_ref();
        patience.is_some_and(|left| left.fetch_update(Relaxed, Relaxed, less).is_err())
    }
}

impl PreviewSink for Looker {
    fn show(&self, preview: Arc<Preview>) {
        let look = |path: &OutputPath| match preview.request(path) {
            PreviewState::Requested(coming) => (path.clone(), coming),
            PreviewState::Unchanged | PreviewState::AtPublication => {
                panic!("{path} is not to be made")
            }
        };
        let coming = preview.pages().map(look).collect();
        let mut shown = self.shown.lock().unwrap();
        assert!(shown.is_none(), "shown twice");
        *shown = Some(Shown { preview, coming });
    }
}

impl Looker {
    /// One who wants something else when so many pages have been made.
    pub(crate) fn leaving(after: Option<usize>) -> Looker {
        Looker {
            patience: after.map(AtomicUsize::new),
            ..Looker::default()
        }
    }

    /// Follows a turn.
    pub(crate) fn observer(&self) -> Observer<'_> {
        Observer {
            progress: None,
            previews: Some(self),
            cancellation: Some(self),
        }
    }

    /// Holds what was seen against the sites that were published before and after. How much was seen.
    pub(crate) fn hold(
        self,
        before: &Published,
        after: &Published,
    ) -> Result<usize, TestCaseError> {
        let Some(Shown { preview, coming }) = self.shown.into_inner().unwrap() else {
            return Ok(0);
        };
        let count = coming.len();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        for (path, coming) in coming {
            let html = runtime.block_on(coming.html());
            let digest = html.map(|html| Digest::of(&html));
            prop_assert_eq!(digest.as_ref(), after.0.get(path.as_str()), "{}", path);
        }
        for path in before.0.keys().chain(after.0.keys()) {
            let place = OutputPath::file(path);
            let (was, is) = (before.0.get(path), after.0.get(path));
            let is_told = preview.contains(&place) || is.is_none() == preview.removes(&place);
            prop_assert!(is_told, "{} goes or stays, and is shown otherwise", path);
            prop_assert!(
                preview.contains(&place) || is.is_none() || was == is,
                "{}",
                path
            );
        }
        Ok(count)
    }
}

/// A site that is published, to be edited.
fn published() -> (Editing, Published) {
    let (editing, outcome) = Editing::start(first());
    let published = Published::of(outcome.update.unwrap());
    (editing, published)
}

/// What is seen when these files are others; how many pages, and whether the site is published.
fn seen(path: &str, old: &str, new: &str) -> (usize, bool) {
    let (mut editing, before) = published();
    let looker = Looker::default();
    let outcome = editing.replace_before(path, old, new, looker.observer());
    let Some(update) = outcome.update else {
        let shown = looker.shown.into_inner().unwrap();
        return (shown.map_or(0, |shown| shown.coming.len()), false);
    };
    let mut after = Published(before.0.clone());
    after.take(update);
    (looker.hold(&before, &after).unwrap(), true)
}

/// The pages that are made in two turns, of which the first is left after so many; and how many are seen in the second.
fn left(path: &str, old: &str, new: &str, after: usize) -> (Vec<String>, usize) {
    let (mut editing, before) = published();
    let outcome = editing.replace_before(path, old, new, Looker::leaving(Some(after)).observer());
    assert!(outcome.cancelled && outcome.update.is_none() && outcome.rendered.is_empty());

    let looker = Looker::default();
    let outcome = editing.go_on(Changes::default(), looker.observer());
    assert!(!outcome.cancelled);
    let made = made(&outcome).into_iter().map(str::to_owned).collect();
    let mut after = Published(before.0.clone());
    after.take(outcome.update.unwrap());
    let wanted = Published::of(editing.fresh().update.unwrap());
    assert_eq!(after.0, wanted.0);
    (made, looker.hold(&before, &after).unwrap())
}

const TEMPLATE: &str = "themes/mini/templates/body.html";

#[test]
fn a_change_of_many_pages_is_shown_before_it_is_published() {
    let (count, is_published) = seen(TEMPLATE, "<h1>", "<h1>new");
    assert!(count > 40 && is_published, "{count}");
}

#[test]
fn a_change_of_few_pages_is_published_at_once() {
    assert_eq!(seen("content/consulta.md", "lavora", "opera"), (0, true));
}

#[test]
fn what_was_left_is_made_in_the_next_turn() {
    let (all, seen) = left(TEMPLATE, "<h1>", "<h1>new", 0);
    assert!(all.len() > 40 && seen == all.len(), "{seen} {all:?}");
    // What was made before it was left is told, shown and published with the rest.
    for after in [1, 7] {
        assert_eq!(
            left(TEMPLATE, "<h1>", "<h1>new", after),
            (all.clone(), seen)
        );
    }
    // So few that they are made at once.
    let (made, seen) = left(TEMPLATE, "<h1>", "<h1>new", all.len() - 3);
    assert_eq!((made, seen), (all, 0));
}

#[test]
fn a_first_turn_that_is_left_is_made_whole_in_the_next() {
    let page = b"---\ntype: page\ntitle: Una\nsummary: Una.\n---\n";
    let mut files = first();
    files.insert("content/una.md".to_owned(), page.to_vec());
    let (_, whole) = Editing::start(files.clone());
    let after = Some(whole.rendered.len() - 1);
    let (mut editing, outcome) = Editing::start_before(files, Looker::leaving(after).observer());
    assert!(outcome.cancelled);
    // What was made for nobody is not taken away from anybody.
    let outcome = editing.remove("content/una.md");
    let update = outcome.update.unwrap();
    assert!(update.whole && update.removed.is_empty());
    let made = Published::of(update);
    let wanted = Published::of(editing.fresh().update.unwrap());
    assert_eq!(made.0, wanted.0);
}

#[test]
fn few_pages_are_not_left() {
    let looker = Looker::leaving(Some(0));
    let (mut editing, _) = published();
    let outcome =
        editing.replace_before("content/consulta.md", "lavora", "opera", looker.observer());
    assert!(!outcome.cancelled && outcome.update.is_some());
}

#[test]
fn what_fails_on_every_page_is_not_shown() {
    let broken = "<h1>{{ page.nothing.at_all }}";
    assert_eq!(seen(TEMPLATE, "<h1>", broken), (0, false));
}

#[test]
fn what_fails_on_one_page_is_shown_and_not_published() {
    let broken = "<h1>{% if page.id == \"consulta\" %}{{ page.nothing.at_all }}{% endif %}";
    let (count, is_published) = seen(TEMPLATE, "<h1>", broken);
    assert!(count > 40 && !is_published, "{count}");
}
