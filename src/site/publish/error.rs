//! Why a site could not be published.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::output::OutputPath;

/// Why nothing was published. The site is as it was.
#[derive(Debug)]
pub enum PublishError {
    /// Another build is publishing into the same folder.
    Busy {
        /// The output folder.
        out: PathBuf,
    },
    /// The output folder's path leads to a file, to a link that leads nowhere, or has no name.
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// A foreign file or folder is where the site needs to put something else.
    InTheWay {
        /// The foreign file or folder.
        path: PathBuf,
    },
    /// Two outputs need the same place: twice the same path, or a file where the other needs a folder.
    Clash {
        /// The one that comes first.
        first: OutputPath,
        /// The other.
        second: OutputPath,
    },
    /// Something else is where the program keeps its own files: a link, a folder in the place of a file.
    NotOwn {
        /// What is there.
        path: PathBuf,
    },
    /// The output folder, or a folder in it, cannot be renamed: it is a mount point or comes with a container's image.
    Immovable {
        /// The folder.
        path: PathBuf,
    },
    /// The bytes of a file of the site are not known: it was changed by others and was published too long ago, or
    /// the site was never given whole. Publish it whole.
    Lost {
        /// The file, or the output folder.
        path: PathBuf,
    },
    /// A file that is to be copied into the site is no longer where it was read.
    Vanished {
        /// Where it was.
        path: PathBuf,
    },
    /// The system refused.
    Io {
        /// What was being done.
        action: Action,
        /// To what.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// What was being done when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Reading a file or folder.
    Read,
    /// Creating a file or folder.
    Create,
    /// Removing a file or folder.
    Remove,
    /// Carrying a file of the old tree over to the new one.
    Keep,
    /// Locking the work folder.
    Lock,
    /// Putting the new tree in the place of the old one.
    Swap,
}

/// For `map_err`: what was being done, to which path.
pub(super) fn during(action: Action, path: &Path) -> impl FnOnce(io::Error) -> PublishError + '_ {
    move |error| PublishError::Io {
        action,
        path: path.to_path_buf(),
        error,
    }
}
