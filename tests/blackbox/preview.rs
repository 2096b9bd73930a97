//! Previews: many changed pages can be read before they are published.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use raccordo::base::digest::Digest;
use raccordo::base::output::OutputPath;
use raccordo::base::source::Changes;
use raccordo::build::{Cancellation, Observer};
use raccordo::site::preview::{Preview, PreviewSink, PreviewState, RequestedPage};

use crate::edited_site::{EditedSite, made};
use crate::fixtures::full_files;
use crate::in_process::Published;

/// An observer that asks for every page of a preview.
#[derive(Default)]
pub(crate) struct PreviewReader {
    shown: Mutex<Option<Shown>>,
    /// How many pages are made before it interrupts the turn. It does not interrupt if `None`.
    patience: Option<AtomicUsize>,
}

struct Shown {
    preview: Arc<Preview>,
    requested: Vec<(OutputPath, RequestedPage)>,
}

impl Cancellation for PreviewReader {
    fn is_cancelled(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        let patience = self.patience.as_ref();
        patience.is_some_and(|left| left.fetch_update(Relaxed, Relaxed, less).is_err())
    }
}

impl PreviewSink for PreviewReader {
    fn show(&self, preview: Arc<Preview>) {
        let request = |path: &OutputPath| match preview.request(path) {
            PreviewState::Requested(page) => (path.clone(), page),
            PreviewState::Unchanged | PreviewState::AtPublication | PreviewState::File(_) => {
                panic!("{path} is not to be made")
            }
        };
        let requested = preview.pages().map(request).collect();
        let mut shown = self.shown.lock().unwrap();
        assert!(shown.is_none(), "shown twice");
        *shown = Some(Shown { preview, requested });
    }
}

impl PreviewReader {
    /// A reader that interrupts the turn after so many pages.
    pub(crate) fn interrupting_after(after: Option<usize>) -> PreviewReader {
        PreviewReader {
            patience: after.map(AtomicUsize::new),
            ..PreviewReader::default()
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

    /// Compares the preview with the sites that were published before and after it. Returns the number of its pages.
    pub(crate) fn assert_preview(
        self,
        before: &Published,
        after: &Published,
    ) -> Result<usize, TestCaseError> {
        let Some(Shown { preview, requested }) = self.shown.into_inner().unwrap() else {
            return Ok(0);
        };
        let count = requested.len();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        for (path, page) in requested {
            let html = runtime.block_on(page.html());
            let digest = html.map(|html| Digest::of(&html));
            prop_assert_eq!(digest.as_ref(), after.0.get(path.as_str()), "{}", path);
        }
        for path in before.0.keys().chain(after.0.keys()) {
            let place = OutputPath::file(path);
            let (was, is) = (before.0.get(path), after.0.get(path));
            let is_right = preview.contains(&place) || is.is_none() == preview.removes(&place);
            prop_assert!(is_right, "{} is shown wrongly", path);
            prop_assert!(
                preview.contains(&place) || is.is_none() || was == is,
                "{}",
                path
            );
        }
        Ok(count)
    }
}

/// A site, built and published once.
fn published() -> (EditedSite, Published) {
    let (site, outcome) = EditedSite::build(full_files());
    let published = Published::of(outcome.update.unwrap());
    (site, published)
}

/// Replaces a text. Returns the number of pages in the preview, and whether the site is published.
fn preview_of(path: &str, old: &str, new: &str) -> (usize, bool) {
    let (mut site, before) = published();
    let reader = PreviewReader::default();
    let outcome = site.replace_observed(path, old, new, reader.observer());
    let Some(update) = outcome.update else {
        let shown = reader.shown.into_inner().unwrap();
        return (shown.map_or(0, |shown| shown.requested.len()), false);
    };
    let mut after = Published(before.0.clone());
    after.take(update);
    (reader.assert_preview(&before, &after).unwrap(), true)
}

/// Replaces a text in a turn that is interrupted after so many pages, and takes another turn. Returns the pages that
/// were made, and the number of pages in the preview of the second turn.
fn preview_after_interruption(
    path: &str,
    old: &str,
    new: &str,
    after: usize,
) -> (Vec<String>, usize) {
    let (mut site, before) = published();
    let interrupting = PreviewReader::interrupting_after(Some(after));
    let outcome = site.replace_observed(path, old, new, interrupting.observer());
    assert!(outcome.cancelled && outcome.update.is_none() && outcome.rendered.is_empty());

    let reader = PreviewReader::default();
    let outcome = site.turn(Changes::default(), reader.observer());
    assert!(!outcome.cancelled);
    let made = made(&outcome).into_iter().map(str::to_owned).collect();
    let mut after = Published(before.0.clone());
    after.take(outcome.update.unwrap());
    let wanted = Published::of(site.fresh().update.unwrap());
    assert_eq!(after.0, wanted.0);
    (made, reader.assert_preview(&before, &after).unwrap())
}

const TEMPLATE: &str = "themes/mini/templates/body.html";

#[test]
fn many_changed_pages_are_shown_before_they_are_published() {
    let (count, is_published) = preview_of(TEMPLATE, "<h1>", "<h1>new");
    assert!(count > 40 && is_published, "{count}");
}

#[test]
fn few_changed_pages_are_published_at_once() {
    assert_eq!(
        preview_of("content/consulta.md", "lavora", "opera"),
        (0, true)
    );
}

#[test]
fn the_next_turn_makes_what_an_interrupted_one_left() {
    let (all, seen) = preview_after_interruption(TEMPLATE, "<h1>", "<h1>new", 0);
    assert!(all.len() > 40 && seen == all.len(), "{seen} {all:?}");
    // Pages that were made before the interruption are shown and published with the rest.
    for after in [1, 7] {
        assert_eq!(
            preview_after_interruption(TEMPLATE, "<h1>", "<h1>new", after),
            (all.clone(), seen)
        );
    }
    // The pages that are left are so few that there is no preview.
    let (made, seen) = preview_after_interruption(TEMPLATE, "<h1>", "<h1>new", all.len() - 3);
    assert_eq!((made, seen), (all, 0));
}

#[test]
fn the_turn_after_an_interrupted_first_one_is_whole() {
    let page = b"---\ntype: page\ntitle: Una\nsummary: Una.\n---\n";
    let mut files = full_files();
    files.insert("content/una.md".to_owned(), page.to_vec());
    let (_, whole) = EditedSite::build(files.clone());
    let after = Some(whole.rendered.len() - 1);
    let interrupting = PreviewReader::interrupting_after(after);
    let (mut site, outcome) = EditedSite::build_observed(files, interrupting.observer());
    assert!(outcome.cancelled);
    // A page that was made and never published is not removed either.
    let outcome = site.remove("content/una.md");
    let update = outcome.update.unwrap();
    assert!(update.whole && update.removed.is_empty());
    let made = Published::of(update);
    let wanted = Published::of(site.fresh().update.unwrap());
    assert_eq!(made.0, wanted.0);
}

#[test]
fn a_turn_of_few_pages_is_not_interrupted() {
    let reader = PreviewReader::interrupting_after(Some(0));
    let (mut site, _) = published();
    let outcome =
        site.replace_observed("content/consulta.md", "lavora", "opera", reader.observer());
    assert!(!outcome.cancelled && outcome.update.is_some());
}

#[test]
fn a_template_that_fails_on_every_page_is_not_shown() {
    let broken = "<h1>{{ page.day.iso }}";
    assert_eq!(preview_of(TEMPLATE, "<h1>", broken), (0, false));
}

#[test]
fn a_template_that_fails_on_one_page_is_shown_and_not_published() {
    let broken = "<h1>{% if page.id == \"consulta\" %}{{ page.day.iso }}{% endif %}";
    let (count, is_published) = preview_of(TEMPLATE, "<h1>", broken);
    assert!(count > 40 && !is_published, "{count}");
}
