//! Why a commit cannot be read.

use std::path::PathBuf;

use crate::site::sources::git::NoAnswer;

/// The reason why a commit cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisionError {
    /// The site in this folder is in no repository.
    NoRepository(PathBuf),
    /// There is no such commit.
    Unknown {
        /// The name as typed.
        revision: String,
        /// Whether the repository has only the last part of its history.
        is_shallow: bool,
        /// The branch of the same name at the origin.
        remote: Option<String>,
    },
    /// The repository has only the last part of its history.
    Shallow,
    /// Two commits have no common ancestor.
    Unrelated,
    /// The commit has no site.
    NoSite(String),
    /// The repository was cloned without some of the objects.
    MissingObjects,
    /// There is no program `git`.
    NoGit,
    /// Git was silent for too long.
    Silent,
    /// The content is in a repository of its own.
    Elsewhere,
    /// Git failed with this message.
    Failed(String),
}

impl RevisionError {
    /// The commit of this name is behind the end of a shallow history.
    pub(super) fn cut_off(revision: String) -> RevisionError {
        RevisionError::Unknown {
            revision,
            is_shallow: true,
            remote: None,
        }
    }
}

impl From<NoAnswer> for RevisionError {
    fn from(reason: NoAnswer) -> RevisionError {
        match reason {
            NoAnswer::NotFound => RevisionError::NoGit,
            NoAnswer::Silent => RevisionError::Silent,
            NoAnswer::Elsewhere => RevisionError::Elsewhere,
            NoAnswer::Failed(message) => RevisionError::Failed(message),
        }
    }
}
