//! A site that is shown before it is published.
//!
//! Who makes many pages takes a while, and who waits looks at one of them. As soon as it is known which pages are to
//! be made, the site can be shown: what is the same as before comes from the published site, a page that may be
//! another is made when somebody asks for it, before those for which nobody does, and the rest is worth waiting for.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot::{self, Receiver, Sender};

use crate::base::output::OutputPath;

/// Who shows a site before it is published.
pub trait Audience: Sync {
    /// Such a site is there. It is over when the site is published, or is not.
    fn show(&self, preview: Arc<Preview>);
}

/// A site that is shown before it is published.
#[derive(Debug)]
pub struct Preview {
    /// The pages that are to be made, by their numbers.
    pages: BTreeMap<OutputPath, usize>,
    /// What will be no more.
    removed: BTreeSet<OutputPath>,
    /// For whom to make one now; nothing when nobody makes any more.
    asked: Mutex<Option<VecDeque<Asked>>>,
}

/// What there is at a path.
pub enum Look {
    /// What is published.
    Same,
    /// A page that comes soon.
    Page(Coming),
    /// Something that is there when the site is published.
    Later,
}

/// A page that somebody waits for.
pub struct Coming(Receiver<Vec<u8>>);

/// Somebody who waits for a page.
#[derive(Debug)]
pub struct Asked {
    /// The number of the page.
    pub number: usize,
    answer: Sender<Vec<u8>>,
}

impl Preview {
    /// Shows these pages, to each of which its place here is its number, and no longer these files.
    pub fn new(
        pages: impl IntoIterator<Item = OutputPath>,
        removed: impl IntoIterator<Item = OutputPath>,
    ) -> Preview {
        let pages = pages.into_iter().enumerate();
        Preview {
            pages: pages.map(|(number, path)| (path, number)).collect(),
            removed: removed.into_iter().collect(),
            asked: Mutex::new(Some(VecDeque::new())),
        }
    }

    /// The pages that may be others than in the published site.
    pub fn pages(&self) -> impl Iterator<Item = &OutputPath> {
        self.pages.keys()
    }

    /// Whether this is one of them.
    pub fn has(&self, path: &OutputPath) -> bool {
        self.pages.contains_key(path)
    }

    /// Whether there will be nothing at a path.
    pub fn removes(&self, path: &OutputPath) -> bool {
        self.removed.contains(path) && !self.has(path)
    }

    /// Looks at a path. A page is asked for with that.
    pub fn look(&self, path: &OutputPath) -> Look {
        let Some(number) = self.pages.get(path) else {
            return match self.removes(path) {
                true => Look::Later,
                false => Look::Same,
            };
        };
        let Some(asked) = &mut *self.asked() else {
            return Look::Later;
        };
        let (answer, coming) = oneshot::channel();
        let number = *number;
        asked.push_back(Asked { number, answer });
        Look::Page(Coming(coming))
    }

    /// The next page to be made for somebody who waits.
    pub fn next(&self) -> Option<Asked> {
        self.asked().as_mut()?.pop_front()
    }

    /// Nobody makes pages any more.
    pub fn close(&self) {
        *self.asked() = None;
    }

    fn asked(&self) -> MutexGuard<'_, Option<VecDeque<Asked>>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Coming {
    /// The page; nothing if it could not be made, or nobody makes pages any more.
    pub async fn html(self) -> Option<Vec<u8>> {
        self.0.await.ok()
    }
}

impl Asked {
    /// Gives the page to who waits for it.
    pub fn answer(self, html: Vec<u8>) {
        // Who has gone away needs none.
        let _ = self.answer.send(html);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> OutputPath {
        OutputPath::file(path)
    }

    fn preview() -> Preview {
        Preview::new([file("a"), file("b")], [file("a"), file("c")])
    }

    fn page(preview: &Preview, path: &str) -> Option<Coming> {
        match preview.look(&file(path)) {
            Look::Page(coming) => Some(coming),
            Look::Same | Look::Later => None,
        }
    }

    fn wait(coming: Coming) -> Option<Vec<u8>> {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_all().build().ok()?.block_on(coming.html())
    }

    #[test]
    fn who_asks_is_answered_in_turn() {
        let preview = preview();
        assert!(preview.next().is_none());
        let (b, a) = (page(&preview, "b").unwrap(), page(&preview, "a").unwrap());
        for expected in [1, 0] {
            let asked = preview.next().unwrap();
            assert_eq!(asked.number, expected);
            asked.answer(vec![7]);
        }
        assert_eq!((wait(a), wait(b)), (Some(vec![7]), Some(vec![7])));
        assert!(preview.next().is_none());
    }

    #[test]
    fn all_else_is_the_same_or_comes_later() {
        let preview = preview();
        assert!(matches!(preview.look(&file("c")), Look::Later));
        assert!(matches!(preview.look(&file("d")), Look::Same));
    }

    #[test]
    fn nobody_waits_in_vain() {
        let preview = preview();
        let (failed, left) = (page(&preview, "a").unwrap(), page(&preview, "b").unwrap());
        drop(preview.next());
        assert_eq!(wait(failed), None);
        preview.close();
        assert_eq!(wait(left), None);
        assert!(matches!(preview.look(&file("a")), Look::Later));
        assert!(preview.next().is_none());
    }
}
