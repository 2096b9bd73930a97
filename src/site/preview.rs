//! Shows a site while its pages are still being rendered.
//!
//! To render many pages takes seconds, and the person who waits looks at one of them. So the site is shown as soon as
//! it is known which pages will be rendered: files that stay the same come from the published site, and a page that
//! may change is rendered when a browser requests it, before the others. All other files wait for the publication.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot::{self, Receiver, Sender};

use crate::base::output::{OutputContent, OutputPath};

/// Shows a preview, as the local server does.
pub trait PreviewSink: Sync {
    /// Shows a preview in place of the published site, until the next site is published or the build fails.
    fn show(&self, preview: Arc<Preview>);
}

/// A site whose pages are being rendered.
#[derive(Debug)]
pub struct Preview {
    /// The path of the site on its host: `/`, or `/sub/`.
    base_path: String,
    /// The pages that will be rendered, with their numbers.
    pages: BTreeMap<OutputPath, usize>,
    /// The other files that are new.
    files: BTreeMap<OutputPath, OutputContent>,
    rest: Rest,
    /// The requests that nobody has taken yet. `None` once no more pages are rendered.
    requests: Mutex<Option<VecDeque<PageRequest>>>,
}

/// What becomes of the published files that are not in a preview.
#[derive(Debug)]
pub enum Rest {
    /// They stay, but for these.
    Stays(BTreeSet<OutputPath>),
    /// They will be removed: the whole site is new.
    Goes,
}

/// The state of a path in a preview.
pub enum PreviewState {
    /// The published file stays as it is.
    Unchanged,
    /// A page that has been requested.
    Requested(RequestedPage),
    /// A file that is no page.
    File(OutputContent),
    /// A file that is there, or gone, when the site is published.
    AtPublication,
}

/// A page that is being rendered, for the one who requested it.
pub struct RequestedPage(Receiver<Vec<u8>>);

/// A request for a page, for the one who renders it.
#[derive(Debug)]
pub struct PageRequest {
    /// The number of the page.
    pub number: usize,
    sender: Sender<Vec<u8>>,
}

impl Preview {
    /// A preview with these pages, numbered from 0, and these other files.
    pub fn new(
        base_path: String,
        pages: impl IntoIterator<Item = OutputPath>,
        files: BTreeMap<OutputPath, OutputContent>,
        rest: Rest,
    ) -> Preview {
        let pages = pages.into_iter().enumerate();
        Preview {
            base_path,
            pages: pages.map(|(number, path)| (path, number)).collect(),
            files,
            rest,
            requests: Mutex::new(Some(VecDeque::new())),
        }
    }

    /// The path of the site on its host: `/`, or `/sub/`.
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// The pages that will be rendered.
    pub fn pages(&self) -> impl Iterator<Item = &OutputPath> {
        self.pages.keys()
    }

    /// The files that are others than the published ones, pages among them.
    pub fn changed(&self) -> impl Iterator<Item = &OutputPath> {
        self.pages.keys().chain(self.files.keys())
    }

    /// Whether the file at a path is in the preview.
    pub fn contains(&self, path: &OutputPath) -> bool {
        self.pages.contains_key(path) || self.files.contains_key(path)
    }

    /// Whether the file at a path will be removed.
    pub fn removes(&self, path: &OutputPath) -> bool {
        let goes = match &self.rest {
            Rest::Stays(removed) => removed.contains(path),
            Rest::Goes => true,
        };
        goes && !self.contains(path)
    }

    /// Finds out what there is at a path. Requests the page, if it is one.
    pub fn request(&self, path: &OutputPath) -> PreviewState {
        if let Some(content) = self.files.get(path) {
            return PreviewState::File(content.clone());
        }
        let Some(&number) = self.pages.get(path) else {
            return match self.removes(path) {
                true => PreviewState::AtPublication,
                false => PreviewState::Unchanged,
            };
        };
        let Some(requests) = &mut *self.requests() else {
            return PreviewState::AtPublication;
        };
        let (sender, receiver) = oneshot::channel();
        requests.push_back(PageRequest { number, sender });
        PreviewState::Requested(RequestedPage(receiver))
    }

    /// Takes the oldest request.
    pub fn next_request(&self) -> Option<PageRequest> {
        self.requests().as_mut()?.pop_front()
    }

    /// Ends the rendering: all open requests get no page.
    pub fn close(&self) {
        *self.requests() = None;
    }

    fn requests(&self) -> MutexGuard<'_, Option<VecDeque<PageRequest>>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl RequestedPage {
    /// Waits for the page. Returns `None` if it cannot be rendered, or the rendering has ended.
    pub async fn html(self) -> Option<Vec<u8>> {
        self.0.await.ok()
    }
}

impl PageRequest {
    /// Answers the request with the page.
    pub fn answer(self, html: Vec<u8>) {
        // A browser that has left needs no answer.
        let _ = self.sender.send(html);
    }
}
