//! What the server serves at present.

use std::sync::Arc;

use crate::base::output::OutputPath;
use crate::site::preview::Preview;

use super::ServerConfig;
use super::base_path::BasePath;
use super::change_log::ChangeLog;

/// What the server serves at present. When it changes, the event streams are woken.
#[derive(Debug)]
pub(super) struct SiteState {
    pub(super) config: Arc<ServerConfig>,
    pub(super) overlay: Option<Arc<str>>,
    preview: Option<Arc<Preview>>,
    /// Whether the next site to be published differs from the preview.
    is_preview_outdated: bool,
    pub(super) changes: ChangeLog,
}

impl SiteState {
    pub(super) fn new(config: ServerConfig) -> SiteState {
        SiteState {
            config: Arc::new(config),
            overlay: None,
            preview: None,
            is_preview_outdated: false,
            changes: ChangeLog::new(),
        }
    }

    pub(super) fn preview(&self) -> Option<&Arc<Preview>> {
        self.preview.as_ref()
    }

    /// Shows a preview. Its pages change, and the errors of the last build are gone.
    pub(super) fn show_preview(&mut self, preview: Arc<Preview>) {
        if self.config.base_path != preview.base_path() {
            let config = ServerConfig::clone(&self.config);
            self.configure(ServerConfig {
                base_path: preview.base_path().to_owned(),
                ..config
            });
        }
        self.changes.record(preview.changed());
        self.overlay = None;
        self.preview = Some(preview);
        self.is_preview_outdated = false;
    }

    /// Marks the preview as outdated. Returns false, because open pages need not know.
    pub(super) fn outdate_preview(&mut self) -> bool {
        self.is_preview_outdated = true;
        false
    }

    /// Ends the preview: its pages change back to the published ones. Returns whether there was one.
    pub(super) fn withdraw_preview(&mut self) -> bool {
        let preview = self.preview.take();
        if let Some(preview) = &preview {
            self.changes.record(preview.changed());
        }
        preview.is_some()
    }

    /// Ends the preview with a published site in which these files changed. Pages that the preview has shown do not
    /// change again. Returns whether anything happened.
    pub(super) fn publish(&mut self, changed: &[OutputPath]) -> bool {
        let preview = self.preview.take();
        let shown = preview.as_ref().filter(|_| !self.is_preview_outdated);
        let is_shown = |path: &OutputPath| shown.is_some_and(|shown| shown.contains(path));
        let mut others = changed.iter().filter(|path| !is_shown(path)).peekable();
        let has_others = others.peek().is_some();
        if has_others {
            self.changes.record(others);
        }
        has_others || preview.is_some()
    }

    /// Sets or clears the overlay. Returns whether it is different.
    pub(super) fn set_overlay(&mut self, html: Option<String>) -> bool {
        let is_different = self.overlay.as_deref() != html.as_deref();
        self.overlay = html.map(Arc::from);
        is_different
    }

    pub(super) fn configure(&mut self, config: ServerConfig) {
        if BasePath::of(&self.config.base_path) != BasePath::of(&config.base_path) {
            self.changes.record_all();
        }
        self.config = Arc::new(config);
    }
}
