//! Long lists that go over several pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::PageContext;
use crate::base::output::OutputPath;
use crate::content::pages::plan::list_page_path;

/// Where a page is in a list that goes over several pages.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct PagingView {
    /// The number of this page, from 1.
    pub number: usize,
    /// The number of pages.
    pub count: usize,
    /// The number of entries on all pages, on the first one. `none` on the others, which so stay as they are when an entry
    /// is added elsewhere.
    pub total: Option<usize>,
    /// The relative link to the page before: `../2/index.html`. `none` on the first page.
    pub previous: Option<String>,
    /// The relative link to the page after. `none` on the last page.
    pub next: Option<String>,
    /// The relative link to the first page.
    pub first: String,
    /// The relative link to the last page.
    pub last: String,
}

impl PagingView {
    /// Returns `None` if the list has one page.
    pub(super) fn new(
        page: &PageContext<'_>,
        first: impl FnOnce() -> OutputPath,
    ) -> Option<PagingView> {
        let (number, count) = (page.list_page, page.list_page_count);
        if count < 2 {
            return None;
        }
        let first = first();
        let href = |number| page.file_href(&list_page_path(&first, number));
        Some(PagingView {
            number: number + 1,
            count,
            total: page.list_total,
            previous: number.checked_sub(1).map(href),
            next: (number + 1 < count).then(|| href(number + 1)),
            first: href(0),
            last: href(count - 1),
        })
    }
}
