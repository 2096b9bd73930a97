//! The reasons why a file or folder is not part of the site.

use std::io;
use std::path::Path;

use super::names;
use crate::base::code::Code;
use crate::base::diagnostic::{Arg, Diagnostic, Place};

/// The reason why a file or folder is not part of the site.
#[derive(Debug)]
pub enum Skipped {
    /// It cannot be read: the key of a message in the catalogue.
    Unreadable(&'static str),
    /// It cannot be read: the message of the system.
    Failed(String),
    /// It is left out because of its name: the key of a message in the catalogue.
    LeftOut(&'static str),
    /// It looks like a page or a registry, and has not the name of one. It ought to end in this.
    Misnamed(&'static str),
}

impl Skipped {
    /// The reason in an error of the system.
    pub(super) fn from_io(error: &io::Error) -> Skipped {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Skipped::Unreadable("detail-permission"),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Skipped::Unreadable("detail-gone")
            }
            io::ErrorKind::IsADirectory => Skipped::Unreadable("detail-folder"),
            io::ErrorKind::Unsupported => Skipped::Unreadable("detail-special"),
            _ => Skipped::Failed(error.to_string()),
        }
    }

    /// What is the matter, for a message.
    pub fn detail(&self) -> Arg {
        match self {
            Skipped::Unreadable(key) | Skipped::LeftOut(key) => Arg::Label((*key).to_owned()),
            Skipped::Failed(text) => Arg::Text(text.clone()),
            Skipped::Misnamed(ending) => Arg::Text((*ending).to_owned()),
        }
    }

    /// The finding about what is at a site path.
    pub(super) fn diagnostic(&self, site_path: &Path) -> Diagnostic {
        let place = Place::whole(&names::lossy_source_path(site_path));
        let finding = |code| Diagnostic::new(code, place).arg("detail", self.detail());
        match self {
            Skipped::Unreadable(_) | Skipped::Failed(_) => finding(Code::UnreadableFile),
            Skipped::LeftOut(_) => finding(Code::LeftOut),
            Skipped::Misnamed(_) => finding(Code::MisnamedFile),
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
