//! The editor of `--edit`.

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::cli::failure::Failure;

/// The command of the user's editor, which may have arguments: `code --wait`.
pub(super) fn command() -> Result<String, Failure> {
    let set = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    let mut set = set.filter(|command| !command.trim().is_empty());
    let missing = || Failure::new("cli-no-editor").with_hint("cli-no-editor-hint");
    set.next().ok_or_else(missing)
}

pub(super) fn open(editor: &str, file: &Path) -> Result<ExitCode, Failure> {
    let ended = command_line(editor, file).status();
    match ended {
        Ok(status) if status.success() => Ok(ExitCode::SUCCESS),
        Ok(status) => {
            let code = status.code().map(|code| code.to_string());
            let failure = Failure::new("cli-editor-failed")
                .text("editor", editor)
                .text("file", file.to_string_lossy())
                .text("code", code.unwrap_or_default());
            Err(failure.with_hint("cli-editor-failed-hint"))
        }
        Err(error) => {
            let failure = Failure::new("cli-cannot-edit").text("editor", editor);
            Err(failure.because_of(&error))
        }
    }
}

/// The command is for a shell, as git and others take it.
#[cfg(unix)]
fn command_line(editor: &str, file: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell
        .arg("-c")
        .arg(format!("{editor} \"$@\""))
        .arg(editor)
        .arg(file);
    shell
}

#[cfg(not(unix))]
fn command_line(editor: &str, file: &Path) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).arg(file);
    command
}
