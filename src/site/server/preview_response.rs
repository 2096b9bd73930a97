//! Responses from the preview, while a site is being rendered.

use std::sync::Arc;

use crate::base::output::OutputPath;
use crate::site::preview::{Preview, PreviewState};

use super::ServerContext;
use super::base_path::{BasePath, SitePath};
use super::inject::inject_script;
use super::state::SiteState;

/// What the preview has at a path and the published site has not.
pub(super) enum PreviewResponse {
    /// A page, with the script.
    Page(Vec<u8>),
    /// The page of a folder that was requested without its `/`.
    FolderWithoutSlash(OutputPath),
}

/// Looks up a path in the preview, and waits for its page.
///
/// Returns `None` if there is no preview, if the published file stays as it is, or if the site was published meanwhile.
pub(super) async fn preview_response(
    context: &ServerContext,
    base: &BasePath,
    path: &SitePath,
) -> Option<PreviewResponse> {
    let (page, file) = (path.page(), path.file());
    let requested = if path.is_folder { &page } else { &file };
    loop {
        let (preview, revision) = {
            let state = context.state.borrow();
            (Arc::clone(state.preview()?), state.revision())
        };
        match preview.request(requested) {
            PreviewState::Requested(page) => {
                if let Some(html) = page.html().await {
                    let html = inject_script(html, revision, &base.address(requested));
                    return Some(PreviewResponse::Page(html));
                }
            }
            PreviewState::AtPublication => {}
            PreviewState::Unchanged if path.is_folder => return None,
            PreviewState::Unchanged if preview.contains(&page) => {
                return Some(PreviewResponse::FolderWithoutSlash(page));
            }
            PreviewState::Unchanged if preview.removes(&page) => {}
            PreviewState::Unchanged => return None,
        }
        wait_for_end(context, &preview).await?;
    }
}

/// Waits until a preview is no longer shown. Returns `None` if the server stops first.
async fn wait_for_end(context: &ServerContext, preview: &Arc<Preview>) -> Option<()> {
    let is_shown = |state: &SiteState| {
        let shown = state.preview();
        shown.is_some_and(|shown| Arc::ptr_eq(shown, preview))
    };
    let mut state = context.state.subscribe();
    let state = state.wait_for(|state| state.is_stopped() || !is_shown(state));
    let state = state.await.ok()?;
    (!state.is_stopped()).then_some(())
}
