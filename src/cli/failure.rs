//! Failures of the program itself, such as a folder that cannot be written to.

use std::path::PathBuf;

use super::console::print_to_stderr;
use crate::base::code::Severity;
use crate::base::diagnostic::Arg;
use crate::messages::Messages;
use crate::site::publish::{Action, PublishError};
use crate::site::server::ServeError;
use crate::site::sources::LoadError;
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

    fn arg(mut self, name: &'static str, value: Arg) -> Failure {
        self.args.push((name, value));
        self
    }

    pub(super) fn with_hint(mut self, key: &'static str) -> Failure {
        self.hint = Some(key);
        self
    }

    /// Prints it on standard error.
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

impl From<WatchError> for Failure {
    fn from(error: WatchError) -> Failure {
        Failure::new("cli-cannot-read")
            .text("path", error.root.to_string_lossy())
            .text("detail", error.error.to_string())
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Failure {
        match error {
            ServeError::Busy { port } => Failure::new("cli-busy-port")
                .text("port", port.to_string())
                .with_hint("cli-busy-port-hint"),
            ServeError::Io(error) => {
                Failure::new("cli-cannot-serve").text("detail", error.to_string())
            }
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
        let cannot = |path: &PathBuf, detail: String| {
            Failure::new("cli-cannot-write")
                .text("path", text(path))
                .text("detail", detail)
        };
        match &error {
            PublishError::Busy { out } => Failure::new("cli-busy-output").text("folder", text(out)),
            PublishError::InTheWay { path } => {
                Failure::new("cli-foreign-output").text("path", text(path))
            }
            PublishError::Vanished { path } => Failure::new("cli-vanished")
                .text("path", text(path))
                .with_hint("cli-vanished-hint"),
            PublishError::Io {
                action: Action::Read,
                path,
                error,
            } => Failure::new("cli-cannot-read")
                .text("path", text(path))
                .text("detail", error.to_string()),
            PublishError::Io { path, error, .. } => cannot(path, error.to_string()),
            PublishError::NotAFolder { path } | PublishError::Immovable { path } => {
                cannot(path, error.to_string())
            }
            PublishError::Clash { .. } | PublishError::Lost { .. } => Failure::new("cli-internal")
                .text("detail", error.to_string())
                .with_hint("cli-internal-hint"),
        }
    }
}
