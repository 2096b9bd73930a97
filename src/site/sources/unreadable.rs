//! The reasons why a file cannot be read.

use std::io;
use std::path::Path;

use super::names;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};

/// The reason why a file or folder cannot be read.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// The key of a message in the catalogue.
    Label(&'static str),
    /// The message of the system.
    Text(String),
}

impl Unreadable {
    /// The name is not UTF-8.
    pub(super) const NOT_UTF8: Unreadable = Unreadable::Label("detail-name");
    /// A link leads out of the root.
    pub(super) const OUTSIDE_ROOT: Unreadable = Unreadable::Label("detail-outside");
    /// The target of a link does not exist.
    pub(super) const BROKEN_LINK: Unreadable = Unreadable::Label("detail-gone");
    /// A required file does not exist.
    pub(super) const MISSING: Unreadable = Unreadable::Label("detail-missing");
    /// A link leads to a folder that contains the link.
    pub(super) const LINK_LOOP: Unreadable = Unreadable::Label("detail-loop");

    /// The reason in an error of the system.
    pub(super) fn from_io(error: &io::Error) -> Unreadable {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Unreadable::Label("detail-permission"),
            io::ErrorKind::NotFound => Unreadable::BROKEN_LINK,
            _ => Unreadable::Text(error.to_string()),
        }
    }

    /// The finding about the file at a site path.
    pub(super) fn diagnostic(&self, site_path: &Path) -> Diagnostic {
        let place = Place::whole(&names::lossy_source_path(site_path));
        let diagnostic = Diagnostic::new(Code::UnreadableFile, place);
        match self {
            Unreadable::Label(key) => diagnostic.label("detail", *key),
            Unreadable::Text(text) => diagnostic.text("detail", text),
        }
    }
}

/// Whether an error means that the file does not exist.
pub(super) fn is_not_found(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
