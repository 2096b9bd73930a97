//! Failures of the program itself, such as a folder that cannot be written to.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::console::print_to_stderr;
use crate::base::code::Severity;
use crate::base::diagnostic::Arg;
use crate::messages::Messages;
use crate::site::publish::{Action, PublishError, work_folder_of};
use crate::site::server::ServeError;
use crate::site::sources::{LoadError, RevisionError};
use crate::site::watch::WatchError;

/// A reason, other than errors in the content, why the program could not run.
#[derive(Debug)]
pub(super) struct Failure {
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
    hint: Option<&'static str>,
}

impl Failure {
    pub(super) fn new(key: &'static str) -> Failure {
        Failure {
            key,
            args: Vec::new(),
            hint: None,
        }
    }

    pub(super) fn text(self, name: &'static str, value: impl Into<String>) -> Failure {
        self.arg(name, Arg::Text(value.into()))
    }

    /// Adds what the system says, in the language of the user where it is something usual.
    pub(super) fn because_of(self, error: &io::Error) -> Failure {
        let label = match error.kind() {
            ErrorKind::PermissionDenied => "system-permission",
            ErrorKind::NotFound => "system-not-found",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-full",
            ErrorKind::ReadOnlyFilesystem => "system-read-only",
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "detail-not-folder",
            ErrorKind::IsADirectory => "detail-folder",
            _ => return self.text("detail", error.to_string()),
        };
        self.arg("detail", Arg::Label(label.to_owned()))
    }

    fn arg(mut self, name: &'static str, value: Arg) -> Failure {
        self.args.push((name, value));
        self
    }

    pub(super) fn with_hint(mut self, key: &'static str) -> Failure {
        self.hint = Some(key);
        self
    }

    pub(super) fn not_a_folder(path: &Path) -> Failure {
        Failure::new("cli-not-a-folder").text("path", path.to_string_lossy())
    }

    pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
        let failure = match error.kind() {
            ErrorKind::InvalidInput => Failure::new("cli-leads-out"),
            _ => Failure::new("cli-cannot-write").because_of(error),
        };
        failure.text("path", path.to_string_lossy())
    }

    /// Adds that the folder of the program's own files may be deleted, if the path is in one.
    fn with_hint_on_own_files(self, path: &Path) -> Failure {
        match work_folder_of(path) {
            Some(own) => self
                .text("own", own.to_string_lossy())
                .with_hint("cli-own-files-hint"),
            None => self,
        }
    }

    pub(super) fn print(&self, messages: &Messages) {
        let severity = messages.severity(Severity::Error);
        let message = messages.text(self.key, &self.args);
        print_to_stderr(&format!("{severity}: {message}"));
        if let Some(hint) = self.hint {
            print_to_stderr(&format!("  {}", messages.text(hint, &self.args)));
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Failure {
        match error {
            LoadError::NoSite(folder) => Failure::new("cli-no-site")
                .text("folder", folder.to_string_lossy())
                .with_hint("cli-no-site-hint"),
            LoadError::Settings(path, reason) => Failure::new("cli-cannot-read")
                .text("path", path.to_string_lossy())
                .arg("detail", reason.detail()),
        }
    }
}

impl From<RevisionError> for Failure {
    fn from(error: RevisionError) -> Failure {
        match error {
            RevisionError::NoRepository(folder) => {
                Failure::new("cli-no-repository").text("folder", folder.to_string_lossy())
            }
            RevisionError::Unknown {
                revision,
                is_shallow,
                remote,
            } => {
                let failure = Failure::new("cli-unknown-revision").text("revision", revision);
                match (is_shallow, remote) {
                    (_, Some(remote)) => failure
                        .text("remote", remote)
                        .with_hint("cli-remote-revision-hint"),
                    (true, None) => failure.with_hint("cli-shallow-revision-hint"),
                    (false, None) => failure.with_hint("cli-unknown-revision-hint"),
                }
            }
            RevisionError::Shallow => {
                Failure::new("cli-shallow-history").with_hint("cli-shallow-revision-hint")
            }
            RevisionError::Unrelated => Failure::new("cli-unrelated-revisions"),
            RevisionError::NoSite(hash) => {
                Failure::new("cli-revision-without-site").text("revision", hash)
            }
            RevisionError::MissingObjects => {
                Failure::new("cli-missing-objects").with_hint("cli-missing-objects-hint")
            }
            RevisionError::NoGit => Failure::new("cli-no-git"),
            RevisionError::Silent => Failure::new("cli-git-silent"),
            RevisionError::Elsewhere => Failure::new("cli-content-elsewhere"),
            RevisionError::Failed(message) => {
                Failure::new("cli-git-failed").text("detail", message)
            }
        }
    }
}

impl From<WatchError> for Failure {
    fn from(error: WatchError) -> Failure {
        Failure::new("cli-cannot-read")
            .text("path", error.root.to_string_lossy())
            .because_of(&error.error)
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Failure {
        match error {
            ServeError::Busy { port } => Failure::new("cli-busy-port")
                .text("port", port.to_string())
                .with_hint("cli-busy-port-hint"),
            ServeError::Io(error) => Failure::new("cli-cannot-serve").because_of(&error),
        }
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Failure {
        Failure::from(&error)
    }
}

impl From<&PublishError> for Failure {
    fn from(error: &PublishError) -> Failure {
        let text = |path: &PathBuf| path.to_string_lossy().into_owned();
        let at = |key, path: &PathBuf| Failure::new(key).text("path", text(path));
        match &error {
            PublishError::Busy { out } => Failure::new("cli-busy-output").text("folder", text(out)),
            PublishError::InTheWay { path } => {
                at("cli-foreign-output", path).with_hint("cli-foreign-output-hint")
            }
            PublishError::Vanished { path } => {
                at("cli-vanished", path).with_hint("cli-vanished-hint")
            }
            PublishError::Io {
                action,
                path,
                error,
            } => {
                let key = match action {
                    Action::Read => "cli-cannot-read",
                    _ => "cli-cannot-write",
                };
                at(key, path).because_of(error).with_hint_on_own_files(path)
            }
            PublishError::NotAFolder { path } => Failure::not_a_folder(path),
            PublishError::Immovable { path } => at("cli-immovable-output", path),
            PublishError::NotOwn { path } => at("cli-not-own", path).with_hint_on_own_files(path),
            PublishError::Clash { .. } | PublishError::Lost { .. } => Failure::new("cli-internal")
                .text("detail", format!("{error:?}"))
                .with_hint("cli-internal-hint"),
        }
    }
}
