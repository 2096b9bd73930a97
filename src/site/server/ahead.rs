//! What is sent of a site that is not published yet.

use std::sync::Arc;

use crate::base::output::OutputPath;
use crate::site::preview::{Look, Preview};

use super::Shared;
use super::address::{BasePath, Place};
use super::news::News;
use super::page;

/// What a place has that the published site has not.
pub(super) enum Ahead {
    /// This page, with the script.
    Page(Vec<u8>),
    /// A folder with a page, asked for without its `/`.
    FolderWithoutSlash(OutputPath),
}

/// Looks at a place of the site that is not published yet; nothing where the published one has the same, or by now
/// is that site.
pub(super) async fn look(shared: &Shared, base: &BasePath, place: &Place) -> Option<Ahead> {
    let names = place.names.join("/");
    let (page, file) = (OutputPath::page(&names), OutputPath::file(&names));
    let path = if place.is_folder { &page } else { &file };
    loop {
        let (preview, mark) = {
            let news = shared.news.borrow();
            (Arc::clone(news.preview()?), news.mark())
        };
        match preview.look(path) {
            Look::Page(coming) => {
                if let Some(html) = coming.html().await {
                    let html = page::with_script(html, mark, &base.address(path));
                    return Some(Ahead::Page(html));
                }
            }
            Look::Same if place.is_folder => return None,
            Look::Same if preview.has(&page) => return Some(Ahead::FolderWithoutSlash(page)),
            Look::Same if !preview.removes(&page) => return None,
            Look::Same | Look::Later => {}
        }
        until_over(shared, &preview).await?;
    }
}

/// Waits until a site is published, or is not to be; nothing if the server ends before.
async fn until_over(shared: &Shared, preview: &Arc<Preview>) -> Option<()> {
    let is_shown = |news: &News| {
        let shown = news.preview();
        shown.is_some_and(|shown| Arc::ptr_eq(shown, preview))
    };
    let mut news = shared.news.subscribe();
    let news = news.wait_for(|news| news.is_stopped() || !is_shown(news));
    let news = news.await.ok()?;
    (!news.is_stopped()).then_some(())
}
