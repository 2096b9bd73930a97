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
    /// The name is not UTF-8.
    pub(super) const NOT_UTF8: Skipped = Skipped::Unreadable("detail-name");
    /// The name has characters that are not seen, such as a line break.
    pub(super) const CONTROL_NAME: Skipped = Skipped::Unreadable("detail-control-name");
    /// A link leads out of the folder to which it belongs.
    pub(super) const OUTSIDE: Skipped = Skipped::Unreadable("detail-outside");
    /// A link leads to something hidden.
    pub(super) const HIDDEN: Skipped = Skipped::Unreadable("detail-hidden");
    /// The target of a link does not exist.
    pub(super) const BROKEN_LINK: Skipped = Skipped::Unreadable("detail-gone");
    /// A link leads to a folder that contains the link, or to itself.
    pub(super) const LINK_LOOP: Skipped = Skipped::Unreadable("detail-loop");
    /// A link to a folder in a folder that was reached by a link.
    pub(super) const NESTED_LINK: Skipped = Skipped::Unreadable("detail-nested");
    /// Neither a file nor a folder.
    pub(super) const SPECIAL: Skipped = Skipped::Unreadable("detail-special");
    /// A folder where a file must be.
    pub(super) const FOLDER: Skipped = Skipped::Unreadable("detail-folder");
    /// A file where a folder must be.
    pub(super) const NOT_A_FOLDER: Skipped = Skipped::Unreadable("detail-not-folder");
    /// The settings do not exist.
    pub(super) const NO_SETTINGS: Skipped = Skipped::Unreadable("detail-missing");
    /// The folder of the content does not exist.
    pub(super) const NO_CONTENT: Skipped = Skipped::Unreadable("detail-no-content");

    /// The reason in an error of the system.
    pub(super) fn from_io(error: &io::Error) -> Skipped {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Skipped::Unreadable("detail-permission"),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Skipped::BROKEN_LINK,
            io::ErrorKind::IsADirectory => Skipped::FOLDER,
            io::ErrorKind::Unsupported => Skipped::SPECIAL,
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
