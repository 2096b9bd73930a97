//! Finds a path in the preview, while a site is being rendered.

use std::sync::Arc;

use crate::base::output::{OutputContent, OutputPath};
use crate::site::preview::{Preview, PreviewState};

use super::ServerContext;
use super::base_path::SitePath;
use super::lookup::{Lookup, Page};

/// Looks up a path in the preview, and waits for its page.
///
/// Returns `None` if there is no preview, if the published file stays as it is, or if the site is published meanwhile.
pub(super) async fn look_up(context: &ServerContext, path: &SitePath) -> Option<Lookup> {
    let (page, file) = (path.page(), path.file());
    let output = if path.is_folder { &page } else { &file };
    loop {
        let (preview, revision) = {
            let state = context.state.borrow();
            (Arc::clone(state.preview()?), state.changes.current())
        };
        match preview.request(output) {
            PreviewState::Requested(page) => {
                if let Some(html) = page.html().await {
                    let output = output.clone();
                    return Some(Lookup::Page(Page {
                        output,
                        html,
                        revision,
                    }));
                }
            }
            PreviewState::File(content) => return new_file(output, content),
            _ if !path.is_folder && preview.contains(&page) => {
                return Some(Lookup::FolderWithoutSlash);
            }
            PreviewState::AtPublication => {}
            PreviewState::Unchanged if !path.is_folder && preview.removes(&page) => {}
            PreviewState::Unchanged => return None,
        }
        wait_for_end(context, &preview).await?;
    }
}

/// A file that is not published yet, if it stays where it is.
fn new_file(output: &OutputPath, content: OutputContent) -> Option<Lookup> {
    match content {
        OutputContent::Bytes(bytes) => Some(Lookup::Bytes(output.clone(), bytes)),
        OutputContent::Copy(path) => Some(Lookup::File(path.to_path_buf())),
        OutputContent::TemporaryFile(_) => None,
    }
}

/// Waits until a preview is no longer shown.
async fn wait_for_end(context: &ServerContext, preview: &Arc<Preview>) -> Option<()> {
    let mut state = context.state.subscribe();
    let is_other = |shown: Option<&Arc<Preview>>| !shown.is_some_and(|it| Arc::ptr_eq(it, preview));
    let ended = state.wait_for(|state| is_other(state.preview())).await;
    ended.ok().map(drop)
}
