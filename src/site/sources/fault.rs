//! Why a file cannot be read.

use std::io;
use std::path::Path;

use super::names;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};

/// Why a file cannot be read: in words of the catalogue where there are some, else in the system's.
#[derive(Debug)]
pub(super) enum Fault {
    /// The key of the words.
    Label(&'static str),
    /// What the system says.
    Text(String),
}

impl Fault {
    /// The name is not UTF-8.
    pub(super) const NAME: Fault = Fault::Label("detail-name");
    /// A link leads out of the root.
    pub(super) const OUTSIDE: Fault = Fault::Label("detail-outside");
    /// A link leads nowhere.
    pub(super) const GONE: Fault = Fault::Label("detail-gone");
    /// There is no such file, and there must be.
    pub(super) const MISSING: Fault = Fault::Label("detail-missing");
    /// A link leads to a folder that it is in.
    pub(super) const LOOP: Fault = Fault::Label("detail-loop");

    /// What the system says.
    pub(super) fn of(error: &io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Fault::Label("detail-permission"),
            io::ErrorKind::NotFound => Fault::GONE,
            _ => Fault::Text(error.to_string()),
        }
    }

    /// The finding about a file, by its path from the root.
    pub(super) fn report(&self, path: &Path) -> Diagnostic {
        let place = Place::whole(&names::shown(path));
        let finding = Diagnostic::new(Code::UnreadableFile, place);
        match self {
            Fault::Label(key) => finding.label("detail", *key),
            Fault::Text(text) => finding.text("detail", text),
        }
    }
}

/// Whether nothing is there, as the system says.
pub(super) fn is_gone(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}
