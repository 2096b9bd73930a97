//! The command line: arguments, messages on the terminal, and exit codes.

mod args;
mod build;
mod command_site;
mod console;
mod error_overlay;
mod explain;
mod failure;
mod help;
pub mod language;
mod numbers;
mod progress;
mod rebuild_reason;
pub mod report;
mod reported_findings;
mod timings;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::messages::Messages;
use args::{Args, Command};

/// Runs the program. The exit code is 0 on success, 1 if the content has errors, and 2 if the program could not run.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    // Help and usage errors need the language before the arguments are parsed.
    let messages = Messages::new(language::choose(help::language(&args)));
    let parsed = help::command(&messages)
        .try_get_matches_from(args)
        .and_then(|matches| Args::from_arg_matches(&matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) => {
            // As in `console`, errors of the stream are ignored.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let result = match args.command {
        Command::Build(command) => build::build(&command, &messages),
        Command::Check(command) => build::check(&command, &messages),
        Command::Watch(command) => watch::watch(&command, &messages),
        Command::Serve(command) => watch::serve(&command, &messages),
        Command::Explain(command) => explain::explain(&command, &messages),
    };
    match result {
        Ok(code) => code,
        Err(failure) => {
            failure.print(&messages);
            ExitCode::from(2)
        }
    }
}
